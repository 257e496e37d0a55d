"""Which title is whose: 'Foreign Minister X', 'X, the foreign minister,', 'ministers X of Peru and Y of Chile'."""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Name, Title
from ..word_lists import name_words, people_words
from . import parties
from .title_edges import head_word

APPOSITION_ADVERBS = people_words("apposition adverb")
AFTER_APPOSITION = people_words("after apposition")
AGENTS = people_words("agent office")
LINKS = ("of", "to", "for")
REACH = 8  # tokens, from an envoy's title to the name of who sends him


def attach(doc: Doc, names: list[Name], titles: list[Title]) -> None:
    starts = {name.start: name for name in names}
    by_start = {}
    for title in titles:
        by_start[title.start] = title
    for title in titles:
        _attach_before(doc, title, starts)
    for title in titles:
        name = _behind_the_principal(doc, title, starts)
        if name is not None:
            _bind(name, title)
    for name in names:
        _attach_after(doc, name, by_start)
    _share_titles(doc, titles)


def _skip_honorifics(doc: Doc, at: int) -> int:
    honorifics = name_words()["honorific"]
    while at < len(doc) and (doc[at].lower_ in honorifics or doc[at].is_quote):
        at += 1
    return at


def _attach_before(doc: Doc, title: Title, starts: dict[int, Name]) -> None:
    """'Foreign Minister Yun Byung-se'; 'his Cuban counterpart, Bruno Rodriguez,'; 'Presidents A of X and B of Y'."""
    at = _skip_honorifics(doc, title.end)
    if at + 3 < len(doc) and doc[at].text == "(" and doc[at + 1].is_upper and doc[at + 2].text == ")":
        at = _skip_honorifics(doc, at + 3)  # "director of the Bureau of Investigation (FBI) X"
    name = starts.get(at)
    if name is None and at < len(doc) and doc[at].text in (",", "(", ":"):
        name = starts.get(_skip_honorifics(doc, at + 1))
        if name is not None:
            closes = (
                name.end >= len(doc)
                or doc[name.end].text in ",.;)"
                or doc[name.end].is_space
                or doc[name.end].pos_ in ("AUX", "VERB")
                or doc[name.end].lower_ in AFTER_APPOSITION
            )
            if not closes or (title.plural and len(name.words) < 2) or _of_the_name_before(doc, title, name):
                name = None
    if name is None:
        return
    _bind(name, title)
    if title.plural:
        _attach_list(doc, title, name, starts)


def _of_the_name_before(doc: Doc, title: Title, following: Name) -> bool:
    """'X, a vice minister, Y, a senior official of the department, and ...': the title between two commas is X's, where
    it has 'a', or where the next name has a title of its own behind it."""
    at = title.start - 1
    article = doc[at].lower_ if at > 0 and doc[at].pos_ == "DET" else ""
    at -= bool(article)
    if at < 1 or doc[at].text != "," or doc[at - 1].pos_ != "PROPN" or not doc[at - 1].text[0].isupper():
        return False
    if article in ("a", "an"):
        return True
    end = following.end
    return (
        end + 1 < len(doc)
        and doc[end].text == ","
        and (doc[end + 1].lower_ in ("a", "an", "the") or head_word(doc[end + 1]) is not None)
        and doc[end + 1].text[0].islower()
    )


def _behind_the_principal(doc: Doc, title: Title, starts: dict[int, Name]) -> Name | None:
    """'A special envoy of President X, Y, met ...': the office is Y's, X only sends."""
    at = title.end
    if title.word not in AGENTS or title.plural or at >= len(doc) or doc[at].lower_ not in LINKS:
        return None
    stop = min(at + REACH, len(doc))
    while at < stop and at not in starts:
        at += 1
    principal = starts.get(at)
    if (
        principal is None
        or not any(t.kind == "person" for t in principal.titles)
        or principal.titles[0].start < title.end
    ):
        return None
    at = principal.end
    party_at = parties.index(doc)
    if at + 1 < len(doc) and doc[at].lower_ == "of":
        at += 1 + (doc[at + 1].lower_ == "the")
        mention = party_at[at] if at < len(doc) else None
        if mention is None:
            return None
        at = mention.end
    if at >= len(doc) or doc[at].text != ",":
        return None
    at = _skip_honorifics(doc, at + 1)
    name = starts.get(at) or next((n for n in starts.values() if any(t.start == at for t in n.titles)), None)
    if name is None or any(not t.former for t in name.titles) or name.end >= len(doc):
        return None
    return name if doc[name.end].text == "," or doc[name.end].pos_ in ("AUX", "VERB") else None


def _attach_list(doc: Doc, title: Title, name: Name, starts: dict[int, Name]) -> None:
    """The other names of a plural title: 'ministers A, B and C', each perhaps with 'of X'. Where the title names as
    many
    parties as there are people ('the Chinese and Mauritian premiers, A and B'), they belong together in order."""
    listed = [name]
    party_at = parties.index(doc)
    at = name.end
    for _ in range(12):
        while at < len(doc) and (
            doc[at].lower_ in ("of", "the", ",", "and", "(", ")")
            or party_at[at] is not None
            or doc[at].lower_ in name_words()["honorific"]
        ):
            at += 1
        following = starts.get(at)
        if following is None or following.titles:
            break
        _bind(following, title)
        listed.append(following)
        at = following.end
    codes = title.all_countries
    if len(codes) == len(listed) > 1:
        for member, code in zip(listed, codes, strict=True):
            member.country = code


def _bind(name: Name, title: Title) -> None:
    if title not in name.titles:
        name.titles.append(title)
    name.strong = True


def _attach_after(doc: Doc, name: Name, by_start: dict[int, Title]) -> None:
    """'Salvador Valdes Mesa, a Cuban vice president,'; 'X, also a vice chairman of ..., and head of ...'."""
    at = name.end
    if (
        at + 1 >= len(doc)
        or len(name.words) == 1
        and name.start
        and doc[name.start - 1].lower_ in ("in", "at", "near", "from")
    ):
        return
    if doc[at].text == "(":
        at += 1
    elif doc[at].text in (",", "—", "--", "–"):
        at += 1
        if doc[at].like_num and at + 1 < len(doc) and doc[at + 1].text == ",":
            at += 2
        if doc[at].lower_ in ("who", "himself") and at + 1 < len(doc):
            if doc[at + 1].lemma_ not in ("be", "become", "serve"):
                return
            at += 2
            if doc[at].lower_ == "as":
                at += 1
    else:
        return
    title = _title_at(doc, at, by_start)
    while title is not None:
        if title.person is None and not _names_other(doc, title, name):
            _bind(name, title)
        else:
            return
        at = title.end
        if at + 1 < len(doc) and doc[at].text == "," and doc[at + 1].lower_ == "and":
            at += 2
        elif at < len(doc) and doc[at].lower_ in ("and", ","):
            at += 1
        else:
            return
        title = _title_at(doc, at, by_start, strict=True)


def _title_at(doc: Doc, at: int, by_start: dict[int, Title], strict: bool = False) -> Title | None:
    """The title that begins at a token or after its article, adverb or number."""
    for ahead in range(4):
        if at + ahead >= len(doc):
            return None
        title = by_start.get(at + ahead)
        if title is not None:
            return None if strict and (title.plural or ahead == 0 and doc[at - 1].lower_ == ",") else title
        token = doc[at + ahead]
        if not (
            token.pos_ in ("DET", "NUM", "ADV", "PRON")
            or token.lower_ in APPOSITION_ADVERBS
            or token.lower_ in ("one", "of", "his", "her", "its", "their", "not", "as", "only")
            or token.pos_ == "ADJ"
        ):
            return None
    return None


def _names_other(doc: Doc, title: Title, name: Name) -> bool:
    """Whether the title belongs to a name that follows it: 'X, the prime minister Y'."""
    if title.kind == "group" and title.word not in ("government",):
        return True
    at = _skip_honorifics(doc, title.end)
    return (
        at < len(doc)
        and doc[at].text.istitle()
        and doc[at].pos_ == "PROPN"
        and at == title.end
        and doc[at].lower_ not in name_words()["never"]
        and not title.definite
        and parties.index(doc)[at] is None
    )


def _share_titles(doc: Doc, titles: list[Title]) -> None:
    """'Deputy Prime Minister and Minister of Foreign Affairs X': both are X's when neither has an article."""
    for first, second in zip(titles, titles[1:], strict=False):
        if second.start <= first.end or second.start - first.end > 2 or first.plural or first.kind != "person":
            continue
        between = [doc[i].lower_ for i in range(first.end, second.start)]
        if between in (["and"], [","], [",", "and"]):
            doc.user_data.setdefault("shared_titles", []).append((first, second))


def use_shared(doc: Doc) -> None:
    for first, second in doc.user_data.get("shared_titles", []):
        if first.person is None and second.person is not None:
            first.person = second.person
            second.person.titles.append(first)
            if second.person.country is None and first.country:
                second.person.country = first.country
