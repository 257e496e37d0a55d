"""People: which names are persons, their titles, the party that each represents; one cluster a person.

Reads parties; sets ``doc._.people`` (list of Person), ``doc._.titles`` (list of Title) and ``doc._.dateline``.
``at(doc)`` maps a token to the Name or Title that it stands in.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from .. import officeholders
from ..people import Name, Title
from ..word_lists import first_surnames, given_names, name_words, people_words
from . import affiliation, counterparts, datelines, named_later, parties, reporters, standing, title_binding
from .clusters import cluster
from .names import find_runs, looks_like_person, make_name
from .title_edges import POSSESSIVE
from .titles import find_titles

SPEECH = people_words("speech verb")


@Language.component("officials", requires=["doc._.parties", "doc._.skipped"], assigns=["doc._.people", "doc._.titles"])
def officials(doc: Doc) -> Doc:
    doc._.dateline = datelines.find(doc)
    titles = find_titles(doc)
    doc.user_data["capitalised"] = _capitalised_lines(doc)
    names = _names(doc, titles)
    title_binding.attach(doc, names, titles)
    named_later.name_the_unnamed(doc, names, titles)
    named_later.title_the_untitled(doc, names, titles)
    reporters.mark(doc, names)
    affiliation.beside_names(doc, names)
    accepted = [name for name in names if _is_person(doc, name)]
    people, kept = cluster(doc, accepted, names)
    title_binding.use_shared(doc)
    counterparts.link(doc, people, titles)
    standing.settle(doc, people)
    affiliation.settle(doc, people, titles)
    doc._.people, doc._.titles = people, titles
    table: list[Name | Title | None] = [None] * len(doc)
    for title in titles:
        for i in range(title.start, title.end):
            table[i] = title
    for name in kept:
        for i in range(name.start, name.end):
            table[i] = name
    doc.user_data["officials"] = table
    return doc


def at(doc: Doc) -> list[Name | Title | None]:
    return doc.user_data["officials"]


def _names(doc: Doc, titles: list[Title]) -> list[Name]:
    blocked = bytearray(doc._.skipped)
    party_at = parties.index(doc)
    for i, mention in enumerate(party_at):
        if mention is not None and not _part_of_name(doc, mention):
            blocked[i] = 1
    for title in titles:
        if not _is_surname(doc, title):
            blocked[title.start : title.end] = b"\x01" * (title.end - title.start)
    if doc._.dateline:
        line = doc._.dateline
        blocked[line.start : line.end] = b"\x01" * (line.end - line.start)
    return [name for run in find_runs(doc, blocked) for name in _split_honorific(doc, *run)]


def _capitalised_lines(doc: Doc) -> bytearray:
    """Marks headlines In Which Every Word Has a Capital: names there count only when the body has them too."""
    mask = bytearray(len(doc))
    for first, last in doc._.headlines or ():
        words = [doc[i] for i in range(first, last) if doc[i].is_alpha and not doc[i].is_stop]
        if len(words) > 3 and sum(w.text[0].isupper() for w in words) > 0.85 * len(words):
            mask[first:last] = b"\x01" * (last - first)
    return mask


def _is_surname(doc: Doc, title: Title) -> bool:
    """'John Major', 'Stephen King': a title word that follows a given name and stands alone."""
    return (
        title.end - title.start == 1
        and title.start > 0
        and doc[title.start].text.istitle()
        and doc[title.start - 1].lower_ in given_names()
        and doc[title.start - 1].text.istitle()
    )


def _part_of_name(doc: Doc, mention) -> bool:
    """'Chad', 'Jordan', 'Israel' as a given or family name beside one: 'Hamilton Jordan', 'Israel Katz'."""
    if mention.end - mention.start != 1 or mention.form not in ("name", "city", "capital"):
        return False
    token = doc[mention.start]
    before = doc[mention.start - 1] if mention.start else None
    after = doc[mention.end] if mention.end < len(doc) else None
    if (
        before is not None
        and before.text.istitle()
        and before.lower_ in given_names()
        and before.whitespace_
        and not (after is not None and after.lower_ in POSSESSIVE)
    ):
        return True
    return (
        token.lower_ in given_names()
        and after is not None
        and after.text.istitle()
        and after.pos_ == "PROPN"
        and after.lower_ not in name_words()["never"]
    )


def _split_honorific(doc: Doc, start: int, end: int) -> list[Name]:
    honorifics = name_words()["honorific"]
    honorific = ""
    while start < end and doc[start].lower_ in honorifics:
        honorific = honorific or doc[start].lower_.rstrip(".")
        start += 1
    if start >= end:
        return []
    name = make_name(doc, start, end)
    name.honorific = honorific
    return [name] if name.words else []


def _is_person(doc: Doc, name: Name) -> bool:
    if doc.user_data["capitalised"][name.start]:
        return False
    if any(title.kind != "group" for title in name.titles) or name.honorific:
        return not (len(name.words) == 1 and len(name.words[0]) < 2)
    never = name_words()["never"]
    spared = name_words()["surname"] | first_surnames()
    if any(doc[i].lower_ in never and doc[i].lower_ not in spared for i in range(name.start, name.end)):
        return False
    if doc[name.start].text[0].isupper() and officeholders.of_story(doc, name.words) is not None:
        return True
    if len(name.words) < 2 or doc[name.start : name.end].text.isupper() and len(doc[name.start].text) > 3:
        return False
    if name.strong or looks_like_person(name.words, doc, name.start):
        return True
    return _speaks(doc, name)


def _speaks(doc: Doc, name: Name) -> bool:
    root = doc[name.start : name.end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in SPEECH


for extension in ("people", "titles"):
    if not Doc.has_extension(extension):
        Doc.set_extension(extension, default=None)
