"""Every named address outside Django's admin, out of the address map, so that none can be forgotten."""

from __future__ import annotations

import re
from datetime import date

from django.urls import URLPattern, URLResolver, get_resolver

from contacts import second
from contacts.fusion import names_said, verdicts
from contacts.models import Person, Report
from tests import make


def addresses() -> dict[str, str]:
    """By name, filled in with the ids of things that are made for it."""
    report = make.report()
    others = sorted([report.pk, make.report(day="2001-02-03").pk])
    who = Person.objects.get(name="Ana Ruiz").pk
    said = names_said.say_apart(who, Person.objects.get(name="Rui Costa").pk, make.user())
    ids = {
        "decisions/": make.user().pk,
        "joins/": verdicts.say_apart(*others, make.user()).pk,
        "names/said/": said.pk,
        "names/splits/": names_said.split(who, date(2010, 1, 1), make.user()).pk,
        "^second/": second.ask(report.article_id, make.user()).pk,
    }
    return filled(report, who, **ids)


def filled(report: Report, person: str, **ids: int) -> dict[str, str]:
    """By name, with the ids of this report, its article and its contact, of a person, and others by what the address
    has before the id."""
    file = make.uploaded_file()
    ids = {"reports/": report.pk, "batches/": file.upload_id, "files/": file.pk, **ids}
    found: dict[str, str] = {}

    def walk(patterns, prefix, space):
        for pattern in patterns:
            path = prefix + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                if pattern.namespace != "admin":
                    walk(pattern.url_patterns, path, f"{pattern.namespace}:" if pattern.namespace else space)
            elif isinstance(pattern, URLPattern):
                name = f"{space}{pattern.name}"
                pk = next((pk for part, pk in ids.items() if re.search(part, path)), report.article_id)
                thing = person if path.startswith("people/") else f"c{report.pk}"
                for key, value in {"pk": pk, "a": "ESP", "b": "PRT", "code": "ESP", "key": thing}.items():
                    path = re.sub(rf"<(\w+:)?{key}>", str(value), path)
                assert not set(path) & set("<("), f"{name}: nobody says how to fill in {path}"
                found[name] = "/" + path

    walk(get_resolver().url_patterns, "", "")
    return found
