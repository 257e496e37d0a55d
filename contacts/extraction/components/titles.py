"""Titles: the noun phrases that name an office, with rank and the party they stand for.

'the South Korean Foreign Minister', 'president of the Presidium', 'Cuba's ambassador to Syria'.
"""

from __future__ import annotations

from spacy.tokens import Doc

from ..people import Title
from ..word_lists import (
    RankRule,
    TitleWord,
    name_words,
    outside_words,
    people_words,
    rank_rules,
    title_heads,
    title_words,
)
from . import parties
from .title_edges import POSSESSIVE, head_word, walk_left, walk_right
from .title_parties import listed

BEFORE_GENERAL = people_words("before general")
DOUBTFUL = people_words("doubtful head")


def find_titles(doc: Doc) -> list[Title]:
    party_at = parties.index(doc)
    skipped = doc._.skipped
    found: list[Title] = []
    at = 0
    while at < len(doc):
        if skipped[at] or party_at[at] is not None or not head_word(doc[at]):
            at += 1
            continue
        head = _last_head(doc, at, party_at)
        word = head_word(doc[head])
        if word is None or not _reads_as_title(doc, head, word):
            at = head + 1
            continue
        title = _read(doc, head, word, party_at, _floor(doc, head, found))
        found.append(title)
        at = max(title.end, head + 1)
    return found


def _floor(doc: Doc, head: int, found: list[Title]) -> int:
    """Where a title cannot reach back to: into the title before, or into the dateline."""
    line = doc._.dateline
    end = line.end if line is not None and line.end <= head else 0
    return max(end, found[-1].end if found else 0)


def _last_head(doc: Doc, at: int, party_at) -> int:
    """The head of the run of title words that begins here: 'deputy foreign minister' -> 'minister'."""
    words = title_words()
    head = at
    seek = at + 1
    while seek < len(doc) and seek - at < 8:
        token = doc[seek]
        if (
            token.lower_ == "general"
            and doc[seek - 1].lower_ in BEFORE_GENERAL | {"-"}
            and doc[head].lower_ in BEFORE_GENERAL
        ):
            return head
        if party_at[seek] is not None or token.is_space:
            break
        if head_word(token) and token.pos_ != "VERB":
            head = seek
        elif not (token.lower_ in words or token.text == "-"):
            break
        seek += 1
    return head


def _reads_as_title(doc: Doc, head: int, word: TitleWord) -> bool:
    token = doc[head]
    if token.pos_ in ("VERB", "AUX") and not token.text[0].isupper():
        return False
    following = doc[head + 1] if head + 1 < len(doc) else None
    if word.word == "number" and (head == 0 or doc[head - 1].lower_ != "opposite"):
        return False
    if token.lower_ == "representatives" and head > 1 and doc[head - 1].lower_ == "of":
        return False
    if token.lower_ == "workers" and following is not None and following.lower_ in POSSESSIVE:
        return False
    if word.word in DOUBTFUL:
        if (
            following is not None
            and following.pos_ in ("NOUN", "PROPN")
            and not head_word(following)
            and following.lower_ not in name_words()["honorific"]
            and token.text.islower()
            and not _is_whole_name(doc, head + 1)
        ):
            return False
        if token.pos_ in ("ADJ", "VERB") and not token.text[0].isupper():
            return False
    return True


def _is_whole_name(doc: Doc, at: int) -> bool:
    """Whether a given name and a family name stand here: 'army chief | Amina Yusuf'."""
    first, last = doc[at], doc[at + 1] if at + 1 < len(doc) else None
    never = name_words()["never"]
    return (
        last is not None
        and all(t.text.istitle() and t.is_alpha and t.lower_ not in never for t in (first, last))
        and parties.index(doc)[at] is None
        and first.pos_ == "PROPN"
    )


def _read(doc: Doc, head: int, word: TitleWord, party_at, floor: int) -> Title:
    start, country, poss, also = walk_left(doc, head, party_at, floor)
    end, of_country, towards = walk_right(doc, head, party_at)
    definite = False
    if start > floor and doc[start - 1].pos_ in ("DET", "PRON"):
        definite = doc[start - 1].lower_ not in ("a", "an", "some", "any", "no", "another", "several", "many")
    plural = doc[head].tag_ in ("NNS", "NNPS") or (
        doc[head].lower_ not in title_heads() and doc[head].lower_.endswith("s")
    )
    if country is None and (plural or word.kind == "group"):
        end, codes = listed(doc, head, end, party_at)
        codes = codes or _of_group(party_at, head, end)
        if codes:
            country, also = codes[-1], tuple(reversed(codes[:-1]))
    elif not plural and word.kind != "group":
        several = _of_several(party_at, start, end)
        country, of_country = (None if code in several else code for code in (country, of_country))
    portfolio = frozenset(doc[i].lower_ for i in range(start, end) if doc[i].is_alpha)
    told = frozenset(doc[i].lower_ for i in range(start, end) if party_at[i] is None)
    country = country or of_country or word.party
    rule = _rank_rule(portfolio) if word.kind == "person" else None
    return Title(
        start=start,
        end=end,
        head=head,
        word=word.word,
        kind=_kind(word, told, country, rule),
        rank=rule.rank if rule is not None else word.rank,
        plural=plural,
        definite=definite,
        former=bool(portfolio & {"former", "ex", "late", "ousted", "retired"}),
        country=country,
        towards=towards,
        poss=poss,
        portfolio=portfolio,
        also=also if plural or word.kind == "group" else (),
    )


def _of_group(party_at, head: int, end: int) -> tuple[str, ...]:
    """The members of the group of states behind the head: 'delegates to the six-party talks'."""
    return next((m.codes for m in party_at[head + 1 : end + 1] if m is not None and m.also), ())


def _of_several(party_at, start: int, end: int) -> set[str]:
    """The first of each group of states named in a title: one holder alone does not represent it."""
    return {m.code for m in party_at[start:end] if m is not None and m.also}


def _kind(word: TitleWord, told: frozenset[str], country: str | None, rule: RankRule | None) -> str:
    """The kind of the title's word, unless the words around it make it private or an office."""
    if country in word.public_in:
        return "person"
    return "private" if word.kind == "person" and (told & outside_words() or rule and rule.private) else word.kind


def _rank_rule(words: frozenset[str]) -> RankRule | None:
    return next((rule for rule in rank_rules() if rule.words <= words and not rule.unless & words), None)
