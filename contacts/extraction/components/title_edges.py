"""Where a title begins and ends around its head word, and the parties named on the way.

'the South Korean foreign MINISTER', 'the MINISTER of trade and industry of Chile', 'Cuba's AMBASSADOR to Syria'.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from ..word_lists import TitleWord, name_words, people_words, title_heads, title_words

NOMINAL = {"NOUN", "PROPN", "ADJ", "X"}
SECOND_HALF = people_words("second half")
INSIDE_PREPOSITIONS = people_words("title preposition")
TOWARDS = people_words("directed preposition")
POSSESSIVE = people_words("possessive")
MOST_WORDS = 14
POSTED = people_words("posted office")
COMING = people_words("coming office")
NOT_INSIDE = people_words("no part of a title")


def head_word(token: Token) -> TitleWord | None:
    heads = title_heads()
    low = token.lower_
    return (
        heads.get(low)
        or heads.get(low.rstrip("s"))
        or (heads.get(token.lemma_.lower()) if token.pos_ != "VERB" else None)
        or (heads.get(low[:-3] + "y") if low.endswith("ies") else None)
    )


def walk_left(doc: Doc, head: int, party_at, floor: int):
    """Start of the title, the party named before the head, the token of a possessor, further parties ("Cuban and
    Chinese envoys")."""
    words, heads = title_words(), title_heads()
    start, country, poss, unknown, also = head, None, None, 0, []
    at = head - 1
    while at >= floor and head - at <= MOST_WORDS:
        token = doc[at]
        mention = party_at[at]
        if mention is not None:
            if mention.form in ("city",) and country:
                break
            if country and mention.code != country and doc[mention.end].lower_ in ("and", ",", "-", "–"):
                also.append(mention.code)
            if country is None:
                also += [code for code in mention.also if code not in also]
            country = country or mention.code
            start = mention.start
            at = mention.start - 1
            continue
        if token.lower_ == "other" and at - 2 >= floor and doc[at - 1].lower_ == "and" and party_at[at - 2] is not None:
            at -= 2
            continue
        if (
            token.lower_ in ("and", ",")
            and country
            and at > floor
            and party_at[at - 1] is not None
            and (party_at[at - 1].form == "adjective" or _is_short(doc[at - 1].text))
        ):
            at -= 1
            continue
        low = token.lower_
        if low in POSSESSIVE and at > floor:
            owner = party_at[at - 1]
            if owner is not None:
                if country is None:
                    country = owner.code
                    also += owner.also
                start = owner.start
            else:
                poss = at - 1
            break
        if token.pos_ == "PRON" and low in ("his", "her", "its", "their"):
            poss = at
            break
        if (
            low == "-"
            or low in words
            or low in heads
            or (doc[at + 1].text == "-" and token.is_alpha and not token.is_stop)
        ):
            start = at if low != "-" else start
        elif (
            low in ("and", ",", "&")
            and at - 1 >= floor
            and doc[at - 1].lower_ in words
            and doc[at + 1].lower_ in words
            or token.like_num
            and at > floor
            and (party_at[at - 1] is not None or doc[at - 1].lower_ in POSSESSIVE)
        ):
            pass
        elif (
            token.pos_ in NOMINAL
            and token.dep_ in ("compound", "amod", "nmod")
            and at < token.head.i <= head + 6
            and unknown < 3
            and not token.is_punct
            and not token.is_space
        ):
            unknown += 1
            start = at
        else:
            break
        at -= 1
    return start, country, poss, tuple(also)


def _is_short(text: str) -> bool:
    """'US', 'U.S.', 'EU', 'NATO': names that serve as adjectives too."""
    return text.isupper() and len(text) < 7


def walk_right(doc: Doc, head: int, party_at):
    """End of the title after its head, the party named with 'of', the party that it is directed at."""
    words = title_words()
    at, end, of_country, towards, of_organisation = head + 1, head + 1, None, None, False
    while at < len(doc) and (
        doc[at].text == "-"
        or doc[at].lower_ in SECOND_HALF
        or (doc[at].lower_ == "and" and at + 1 < len(doc) and doc[at + 1].lower_ in SECOND_HALF)
    ):
        if doc[at].text != "-":
            end = at + 1
        elif at + 1 >= len(doc) or doc[at + 1].lower_ not in SECOND_HALF:
            break
        at += 1
    at = end
    while at < len(doc) and at - head <= MOST_WORDS + 6:
        preposition = doc[at].lower_
        if preposition == "from" and (doc[head].lower_.rstrip("s") in COMING or doc[head].lower_.endswith("s")):
            stop, code = _phrase(doc, at + 1, party_at, words)
            if code:
                of_country, end = of_country or code, stop
            break
        if (
            preposition not in INSIDE_PREPOSITIONS
            or preposition not in ("of", "for")
            and not (doc[head].lower_.rstrip("s") in POSTED and preposition != "with")
        ):
            break
        stop, code = _phrase(doc, at + 1, party_at, words)
        if stop is None:
            break
        if code:
            if preposition in TOWARDS and preposition not in ("of", "at"):
                towards = towards or code
            elif of_country is None or preposition == "of" and of_organisation:
                of_country = code
                of_organisation = len(code) != 3
        elif preposition in ("in", "at", "on", "to", "with") and end == head + 1 and not code and preposition != "at":
            if preposition != "to" or doc[head].lower_ not in ("adviser", "advisor", "aide", "secretary", "assistant"):
                break
        end = at = stop
    return end, of_country, towards


def _phrase(doc: Doc, at: int, party_at, words) -> tuple[int | None, str | None]:
    """The noun phrase after a title's preposition: its end and the party in it. None where none stands there."""
    if _is_of_a_principal(doc, at, party_at):
        return None, None
    code, end, expect = None, None, True
    first = at
    while at < len(doc) and at - first < MOST_WORDS:
        token, mention = doc[at], party_at[at]
        low = token.lower_
        if mention is not None:
            if code and mention.code != code and not expect:
                break
            if mention.form not in ("city",) or code is None:
                code = code or mention.code
            at = end = mention.end
            expect = False
            continue
        if end is None and (low in ("the", "a", "an", "its", "his", "their", "both") or token.like_num):
            at += 1
            continue
        if low in POSSESSIVE or token.text == "-":
            at += 1
            continue
        if (
            low in words
            or head_word(token)
            or token.is_upper
            and 1 < len(low) < 5
            and at + 1 < len(doc)
            and doc[at + 1].lower_ in words
        ):
            of_that_party = at > first and party_at[at - 1] is not None and party_at[at - 1].form == "adjective"
            if code and head_word(token) and low not in words and not of_that_party:
                break
            at += 1
            end = at
            expect = False
            continue
        if low in ("and", ",", "&") and end == at and at + 1 < len(doc):
            after = doc[at + 1]
            if after.lower_ in words and not (low == "," and after.text[0].islower() is False and code):
                at += 1
                expect = True
                continue
            break
        if token.lemma_ in NOT_INSIDE:
            return (end, code) if end is not None and code else (None, None)
        if token.pos_ in ("NOUN", "ADJ") and not token.text[0].isupper() and (code is None or not expect and end != at):
            at += 1
            end = at
            continue
        break
    return end, code


def _is_of_a_principal(doc: Doc, at: int, party_at) -> bool:
    """Whether a title with the name of its own holder follows: 'adviser to | U.S. President X'. With an article it is
    the agent's: 'aide to the President X'."""
    words, heads = title_words(), title_heads()
    first = at
    while at + 1 < len(doc) and at - first < MOST_WORDS:
        head = heads.get(doc[at].lower_) if party_at[at] is None else None
        following = doc[at + 1]
        if (
            head is not None
            and head.kind == "person"
            and doc[at].text[0].isupper()
            and _may_be_name(following, party_at)
        ):
            return True
        if party_at[at] is None and head is None and doc[at].lower_ not in words and doc[at].text != "-":
            return False
        at += 1
    return False


def _may_be_name(token: Token, party_at) -> bool:
    return (
        token.text.istitle()
        and token.pos_ == "PROPN"
        and party_at[token.i] is None
        and token.lower_ not in title_words()
        and token.lower_ not in title_heads()
        and token.lower_ not in name_words()["never"]
    )
