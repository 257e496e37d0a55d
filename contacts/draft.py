"""A draft of a contact that the machine missed, made by the engine from around the words that an analyst selected.

Only the paragraphs around the selection are read, so that the answer does not wait for a long article. What they do not
say of a person, the reports of the article may.
"""

from __future__ import annotations

import re
from datetime import date
from threading import Lock, Timer

from django.conf import settings

from articles.models import Article
from contacts import extraction
from contacts.correction import blank
from contacts.extraction.components.names import written
from contacts.extraction.components.status import read_status
from contacts.extraction.components.title_text import offices
from contacts.extraction.types import Kind, Precision, Role
from contacts.fusion.names import name_key
from contacts.models import Report

# How much is read around the selection, in code points.
BEFORE, AFTER = 3_000, 1_500
# What a visit's traveller is called; of the other kinds everybody takes part.
_ROLE = {Kind.VISIT: Role.VISITOR}
_SPOT = ("city", "capital", "region", "metonym")
_BREAK = re.compile(r"\n\s*\n|\n")


# One draft at a time in a process: the engine is loaded once, and its vocabulary grows as it reads.
_engine = Lock()
_warming: list[Timer] = []


def get_ready() -> None:
    """Load the engine soon, beside what this process does, so that the first draft does not wait for it."""
    if settings.DRAFTS_GET_READY and not _warming:
        _warming.append(Timer(2, _load))  # not while the page that asks is drawn
        _warming[0].daemon = True
        _warming[0].start()


def _load() -> None:
    with _engine:
        extraction.load()


def _read(text: str, published: date | None):
    with _engine:
        return extraction.read_doc(text, published)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraphs to read for a selection: whole ones as far as the room goes."""
    first, last = max(0, start - BEFORE), min(len(text), end + AFTER)
    if first:
        later = _BREAK.search(text, first, start)
        first = later.end() if later else first
    if last < len(text):
        ends = [match.start() for match in _BREAK.finditer(text, end, last)]
        last = ends[-1] if ends else last
    return first, last


def make(article: Article, start: int, end: int) -> dict:
    """A record to begin with. Its evidence is what was selected, or the sentences that it lies in."""
    first, last = around(article.text, start, end)
    doc = _read(article.text[first:last], article.published)
    stored = list(Report.objects.present().filter(article=article).values_list("record", flat=True))
    own = [_moved(record.as_dict(), first, article.text) for record in doc._.records]
    missed = [record for record in own if not any(_is_same(record, other) for other in stored)]
    near = max(missed, key=lambda record: _nearness(record, start, end), default=None)
    if near is not None and _nearness(near, start, end) > (0, 0):
        return near | {"confidence": 1.0}
    return _from_sentence(article, doc, first, start, end, stored)


def meant(article: Article, start: int, end: int) -> dict[str, str]:
    """What contact the selected words tell of: its "kind", and its "status"; empty where they tell of none.

    Of several in the sentence, the one whose word was selected.
    """
    first, last = around(article.text, start, end)
    doc = _read(article.text[first:last], article.published)
    near = _Near(doc, start - first, end - first)
    trigger = near.trigger()
    if trigger is None:
        return {"kind": "", "status": ""}
    status, _ = read_status(doc[trigger.head], trigger.pattern)
    return {"kind": trigger.kind.value, "status": status.value}


def _moved(record: dict, by: int, text: str) -> dict:
    """A record of the paragraphs with its offsets in the article; evidence without white space at its ends."""
    spans = {key: [a + by, b + by] for key, (a, b) in record["spans"].items()}
    evidence = [_trimmed(text, a + by, b + by) for a, b in record["evidence"]]
    return record | {"evidence": evidence, "spans": spans}


def _trimmed(text: str, start: int, end: int) -> list[int]:
    words = text[start:end]
    return [start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())]


def _is_same(one: dict, other: dict) -> bool:
    return all(one[key] == other[key] for key in ("type", "countries", "date")) and _names(one) == _names(other)


def _names(record: dict) -> set[str]:
    return {name_key(person["name"]) for person in record["participants"] if person["name"]}


def _nearness(record: dict, start: int, end: int) -> tuple[int, int]:
    """Whether its trigger was selected, and how much of the selection is its evidence."""
    trigger = record["spans"].get("trigger", [0, 0])
    shared = sum(max(0, min(b, end) - max(a, start)) for a, b in record["evidence"])
    return (int(start < trigger[1] and trigger[0] < end), shared)


class _Near:
    """What the sentences of a selection name, in the order of the text."""

    def __init__(self, doc, start: int, end: int) -> None:
        self.doc = doc
        sents = [sent for sent in doc.sents if sent.start_char < end and start < sent.end_char]
        self.first = sents[0].start if sents else 0
        self.last = sents[-1].end if sents else 0
        self.selected = [token.i for token in doc if token.idx < end and start < token.idx + len(token)]

    def has(self, first: int, last: int) -> bool:
        return self.first <= first and last <= self.last

    def best(self, mentions: list, at) -> object | None:
        """The first of them that was selected itself, else the first."""
        chosen = [mention for mention in mentions if at(mention) in self.selected]
        return next(iter([*chosen, *mentions]), None)

    def trigger(self):
        """The word of contact."""
        return self.best([t for t in self.doc._.triggers if self.has(t.head, t.head + 1)], lambda t: t.head)

    def span(self, first: int, last: int, by: int) -> list[int]:
        return [self.doc[first].idx + by, self.doc[last - 1].idx + len(self.doc[last - 1]) + by]

    def evidence(self, by: int) -> list[list[int]]:
        words = [token for token in self.doc[self.first : self.last] if not token.is_space]
        return [self.span(words[0].i, words[-1].i + 1, by)] if words else []


def _from_sentence(article: Article, doc, by: int, start: int, end: int, stored: list[dict]) -> dict:
    near, record = _Near(doc, start - by, end - by), blank()
    spans = record["spans"]
    trigger = near.trigger()
    kind = trigger.kind if trigger else Kind.MEETING
    record["type"] = kind.value
    if trigger:
        spans["trigger"] = near.span(trigger.head, trigger.head + 1, by)
        status, cause = read_status(doc[trigger.head], trigger.pattern)
        record["status"] = status.value
        if cause is not None:
            spans["status"] = near.span(cause.i, cause.i + 1, by)
    when = near.best([d for d in doc._.dates if near.has(d.start, d.end) and d.value.start], lambda d: d.start)
    if when and when.value.precision is not Precision.UNKNOWN:
        record["date"], record["basis"] = when.value.as_dict(), when.value.basis
        spans["date"] = near.span(when.start, when.end, by)
    parties = [p for p in doc._.parties if near.has(p.start, p.end)]
    spot = near.best([p for p in parties if p.form in _SPOT], lambda p: p.start)
    if spot and kind not in (Kind.CALL, Kind.MESSAGE):
        record["place"] = {"text": written(doc, spot.start, spot.end), "country": spot.code}
        spans["place"] = near.span(spot.start, spot.end, by)
    _people(record, near, by, stored, _ROLE.get(kind, Role.PARTICIPANT))
    codes = {person["country"] for person in record["participants"] if person["country"]}
    named = [code for p in parties if p.form not in _SPOT or p.stands_for_state for code in p.codes]
    if len(codes) < 2:
        codes.update(named)
    record["countries"] = sorted(codes)
    if kind is not Kind.VISIT:
        sides = {person["country"] for person in record["participants"]}
        for code in record["countries"]:
            if code not in sides:
                record["participants"].append(
                    {"name": None, "country": code, "title": None, "role": Role.PARTICIPANT.value}
                )
    record["evidence"] = near.evidence(by)
    return record


def _people(record: dict, near: _Near, by: int, stored: list[dict], role: Role) -> None:
    """Those whom the sentences name, in their order, by the fullest name and title that the article gives."""
    told = [person for other in stored for person in other["participants"] if person["name"]]
    found: list[tuple[list[int], dict]] = []
    for person in near.doc._.people:
        name = next((n for n in person.names if near.has(n.start, n.end)), None)
        if name is None:
            continue
        full = max(person.names, key=lambda n: n.end - n.start)
        shown = {
            "name": written(near.doc, full.start, full.end),
            "country": person.country,
            "title": offices(near.doc, person.titles),
            "role": role.value,
        }
        found.append((near.span(name.start, name.end, by), _known_as(shown, told)))
    found += _told_of(near, by, told, role, {_last(person) for _, person in found})
    for number, (span, person) in enumerate(sorted(found, key=lambda one: one[0])):
        record["spans"][f"participants.{number}.name"] = span
        record["participants"].append(person)


def _told_of(near: _Near, by: int, told: list[dict], role: Role, taken: set[str]) -> list[tuple[list[int], dict]]:
    """People of the article's reports whose last name stands here, and whom the engine did not know by it."""
    words = {
        name_key(token.text): token for token in reversed(near.doc[near.first : near.last]) if token.text[:1].isupper()
    }
    found = []
    for person in told:
        last = _last(person)
        if last in words and last not in taken:
            taken.add(last)
            token = words[last]
            found.append((near.span(token.i, token.i + 1, by), _known_as(person | {"role": role.value}, told)))
    return found


def _last(person: dict) -> str:
    """The last name, folded."""
    return " ".join(name_key(person["name"]).split()[-1:])


def _known_as(shown: dict, told: list[dict]) -> dict:
    """A person by the fuller name that a report of the article has for the same last name."""
    same = [person for person in told if _last(person) == _last(shown)]
    if len({name_key(person["name"]) for person in same}) != 1:
        return shown
    fuller = max(same, key=lambda person: len(person["title"] or ""))
    return shown | {
        "name": max(shown["name"], fuller["name"], key=len),
        "country": shown["country"] or fuller["country"],
        "title": shown["title"] or fuller["title"],
    }
