"""What ties a date to a trigger: the way between the two through the sentence's tree, and what it costs.

The way goes up from the trigger and up from the date to where they meet. Each step has a price; a step into another
clause, another event or somebody's words is ``BARRED``. The cheapest date is the trigger's.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from . import officials, parties
from .date_words import lexicon

BARRED = 100
DEEPEST = 16
VERBS = ("VERB", "AUX")
PAST, FUTURE, BARE = "past", "future", "bare"


@cache
def words(name: str) -> frozenset[str]:
    """A group of words of dates.toml: ``[tie.own_time]`` and the like."""
    return frozenset(lexicon()["tie"][name])


@cache
def stay_words(name: str) -> frozenset[str]:
    return frozenset(lexicon()["stay"][name])


def has_own_time(verb: Token) -> bool:
    """'Said', 'agreed', 'cancelled': its day is not the day of what it is about."""
    return verb.lemma_.lower() in words("own_time")


class Chain:
    """The tokens above a trigger, and the price of taking the date of each."""

    def __init__(self, token: Token) -> None:
        self.token = token
        self.price: dict[int, int] = {token.i: 0}
        self.ahead = 0  # where "ahead of" stands above the trigger: earlier days are not its own
        at, price = token, 0
        for _ in range(DEEPEST):
            head = at.head
            if head.i == at.i:
                break
            price += step_up(at, head, token)
            self.ahead = at.i if at.pos_ == "ADV" and at.lower_ in words("apart") else self.ahead
            self.price[head.i] = price
            at = head

    def carries(self, token: Token) -> bool:
        return self.price.get(token.i, BARRED) < BARRED


def step_up(at: Token, head: Token, trigger: Token) -> int:
    """The price for a trigger of the dates of the token above."""
    if at.pos_ in VERBS:
        return _verb_up(at, head, trigger)
    if at.pos_ == "ADP" or at.dep_ == "prep":
        return _preposition_up(at, head, trigger)
    if at.dep_ in ("dobj", "nsubjpass", "attr", "oprd", "acomp", "dative"):
        return _argument_up(at, head, trigger)
    if at.dep_ == "nsubj":
        return BARRED if has_own_time(head) else 0 if head.lemma_.lower() in words("happens") else 1
    if at.dep_ in ("pobj", "conj"):
        return 0
    return 1


def _argument_up(at: Token, head: Token, trigger: Token) -> int:
    if has_own_time(head) and head.i != trigger.i and at.lemma_.lower() not in words("handed"):
        return BARRED
    return 0


def _preposition_up(at: Token, head: Token, trigger: Token) -> int:
    low = at.lower_
    if low in words("apart") or low in words("topic"):
        return BARRED
    if head.pos_ in VERBS:
        return BARRED if has_own_time(head) else 1
    return 0 if low == "of" else 1


def _verb_up(at: Token, head: Token, trigger: Token) -> int:
    dep = at.dep_
    if dep in ("aux", "auxpass"):
        return 0
    if dep in ("xcomp", "ccomp", "csubj"):
        if has_own_time(head):
            return BARRED
        return 0 if dep == "xcomp" else 1
    if dep == "conj":
        return 2 if time_of(at) == time_of(head) and not _comes_later(at) else BARRED
    if dep == "advcl":
        return _adverbial_up(at, head)
    if dep == "relcl":
        return _relative_up(at, head)
    if dep == "acl":
        return 0 if at.tag_ == "VB" else 2
    if dep == "pcomp":
        return BARRED if head.lower_ in words("apart") else 1
    return 2


def _comes_later(verb: Token) -> bool:
    """'Flew to Tokyo on Monday and later visited Seoul'."""
    return any(c.dep_ == "advmod" and c.lower_ in words("later") for c in verb.children)


def _adverbial_up(at: Token, head: Token) -> int:
    if has_own_time(head):
        return BARRED
    opener = _opener(at)
    if opener is None:
        return 1
    return 1 if opener in words("meanwhile") else BARRED


def _opener(verb: Token) -> str | None:
    """The word that opens a subordinate clause: 'when', 'after', 'where'."""
    for child in verb.children:
        if child.i < verb.i and (child.dep_ == "mark" or child.dep_ == "advmod" and child.tag_ == "WRB"):
            return child.lower_
    return None


def _relative_up(at: Token, head: Token) -> int:
    """'On Wednesday, when he rang' and 'flew on Monday to Cairo, where he met': the day is shared."""
    opener = _opener(at)
    if opener not in ("when", "where"):
        if is_event(head) and at.lemma_.lower() in words("part_of"):
            return 1
        return 3 if _who_came(at, head) else BARRED
    verb = head
    for _ in range(6):
        if verb.pos_ in VERBS or verb.head.i == verb.i:
            break
        verb = verb.head
    return BARRED if verb.lemma_.lower() in stay_words("last") or time_of(verb) != time_of(at) else 1


def _who_came(verb: Token, noun: Token) -> bool:
    """'On Friday received the envoy, who came from Juba': the guest of a meeting, in the same plain past."""
    ruler = noun.head
    return (
        noun.dep_ in ("dobj", "pobj", "appos", "conj")
        and verb.tag_ == "VBD"
        and verb.lemma_.lower() in words("brings")
        and (ruler.tag_ == "VBD" or ruler.pos_ not in VERBS)
    )


def time_of(verb: Token) -> str:
    """Whether a verb tells of the past, the future, or by itself of neither."""
    auxiliaries = [c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if any(low in words("future_aux") for low in auxiliaries):
        return FUTURE
    if (
        verb.tag_ == "VBD"
        or verb.tag_ == "VBN"
        and verb.dep_ not in ("xcomp",)
        or any(low in ("had", "was", "were", "did") for low in auxiliaries)
    ):
        return PAST
    if (
        verb.dep_ in ("conj", "xcomp")
        and verb.tag_ in ("VB", "VBG")
        and verb.head.pos_ in VERBS
        and verb.head.i != verb.i
    ):
        return time_of(verb.head)
    return FUTURE if verb.tag_ in ("VBZ", "VBP", "VB", "MD") else BARE


# -- up from the date --------------------------------------------------------------------------------------------------


def price_of(doc: Doc, mention, chain: Chain) -> int:
    """The price of a date for the trigger of a chain; BARRED or more where it is another's."""
    at = doc[mention.start : mention.end].root
    price = 0
    if right_beside(doc, mention, chain.token):
        return 0
    if spoken(doc, mention) or _leaves_first(doc, mention, chain.token):
        return BARRED
    if chain.ahead and not _is_behind(doc, mention, chain):
        return BARRED
    if _opens_when(doc, mention, chain.token):
        return 1
    inside = True
    for _ in range(DEEPEST):
        if at.i in chain.price:
            return price + chain.price[at.i]
        head = at.head
        if head.i == at.i:
            return BARRED
        price += _date_up(doc, at, head, mention, chain, inside)
        if price >= BARRED:
            return price
        inside = inside and head.pos_ == "ADP"
        at = head
    return BARRED


def _date_up(doc: Doc, at: Token, head: Token, mention, chain: Chain, inside: bool) -> int:
    if at.pos_ in VERBS:
        return _clause_up(at, head, mention, chain)
    if at.pos_ == "ADP" or at.dep_ == "prep":
        low = at.lower_
        if low in words("apart") and not _of_the_day(at) or not inside and low in words("topic"):
            return BARRED
        if low == "of" and inside and head.i not in chain.price:
            return 2 if is_event(head) else BARRED
        return 0
    if (
        inside
        and at.dep_ in ("compound", "nmod", "poss", "amod", "nummod")
        and head.pos_ in ("NOUN", "PROPN")
        and not (mention.start <= head.i < mention.end)
    ):
        if (
            head.pos_ == "PROPN"
            and head.i not in chain.price
            and (stands_for_somebody(doc, head) or _after_on(doc, mention))
        ):
            return 0  # "on Saturday Chung will fly"
        if head.i in chain.price:
            return 0 if chain.price[head.i] < BARRED and (head.i == chain.token.i or is_event(head)) else BARRED
        return 2 if is_event(head) else BARRED
    if (
        not inside
        and at.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass")
        and at.pos_ == "NOUN"
        and not stands_for_somebody(doc, at)
    ):
        return 1
    return 0


def _of_the_day(preposition: Token) -> bool:
    """'Before sunset on Thursday', 'after lunch on Monday': another hour, but the same day."""
    return any(c.dep_ == "pobj" and c.lower_ in words("hour") for c in preposition.children)


def _is_behind(doc: Doc, mention, chain: Chain) -> bool:
    """'Ahead of his visit next week': right behind the trigger; all else is the day of what goes ahead."""
    return mention.start > chain.token.i and not any(doc[i].text == "," for i in range(chain.token.i, mention.start))


def _after_on(doc: Doc, mention) -> bool:
    return (
        mention.start > 0 and doc[mention.start - 1].lower_ in ("on", "in") or doc[mention.start].lower_ in ("on", "in")
    )


def _clause_up(at: Token, head: Token, mention, chain: Chain) -> int:
    """A date of a clause below the way: only where that clause tells of the trigger itself."""
    carried = chain.carries(head)
    dep = at.dep_
    if (
        dep in ("acl", "relcl")
        and head.i in chain.price
        and chain.price[head.i] == 0
        and head.pos_ in ("NOUN", "PROPN")
    ):
        if has_own_time(at) and not _set_for(at, mention) and at.lemma_.lower() not in words("sends"):
            return BARRED
        return 0 if dep == "acl" else 1
    if (
        dep in ("advcl", "acl", "prep", "pcomp")
        and carried
        and at.tag_ == "VBG"
        and at.lemma_.lower() in stay_words("first") | stay_words("last")
    ):
        return 1
    if dep in ("aux", "auxpass"):
        return 0
    if dep == "acl" and at.tag_ == "VBN" and is_event(head) and at.lemma_.lower() in words("happens"):
        return 2  # "attended the forum held on Monday"
    if dep == "xcomp" and (
        carried
        and head.pos_ in VERBS
        and head.lemma_.lower() in words("light")
        or at.lemma_.lower() in words("happens")
        and head.lower_ in words("between")
    ):
        return 1
    if dep == "advcl" and carried and _opener(at) in words("meanwhile") and time_of(at) == time_of(head):
        return 3
    if (
        dep == "relcl"
        and at.lemma_.lower() in words("sends")
        and chain.token.pos_ == "NOUN"
        and chain.token.is_ancestor(head)
    ):
        return 2  # "the letter from the king which he received on Monday"
    if (
        dep == "conj"
        and carried
        and head.pos_ in VERBS
        and time_of(at) == time_of(head)
        and not any(c.dep_ in ("nsubj", "nsubjpass") for c in at.children)
        and at.lemma_.lower() not in stay_words("last")
    ):
        return 6
    return BARRED


def _set_for(verb: Token, mention) -> bool:
    """'Announced for June 12', 'pencilled in for May'."""
    return mention.start > 0 and verb.doc[mention.start - 1].lower_ == "for" or verb.doc[mention.start].lower_ == "for"


def right_beside(doc: Doc, mention, trigger: Token) -> bool:
    """Nothing but small words between the trigger and the date behind it, or the date stands right before it."""
    if mention.end <= trigger.i:
        between = [doc[i].lower_ for i in range(mention.end, trigger.i)]
        return len(between) < 2 and trigger.pos_ == "NOUN" and all(low in ("'s", "’s") for low in between)
    between = [doc[i].lower_ for i in range(trigger.i + 1, mention.start)]
    return len(between) < 6 and all(low in words("between") for low in between)


def _leaves_first(doc: Doc, mention, trigger: Token) -> bool:
    """'Leaves on Friday for Rome, from where he will visit Oslo': the day of leaving is not that of what follows."""
    i = mention.start - 1
    while i >= 0 and mention.start - i < 4 and doc[i].lower_ in words("beside_speech"):
        i -= 1
    return (
        i >= 0
        and i != trigger.i
        and trigger.pos_ == "VERB"
        and _opener(trigger) == "where"
        and doc[i].lower_ in words("leaving")
    )


def _opens_when(doc: Doc, mention, trigger: Token) -> bool:
    """'In October 2011, when she toured': the trigger stands in the clause that a 'when' behind the date opens."""
    i = mention.end
    if i < len(doc) and doc[i].text == ",":
        i += 1
    return i < trigger.i < i + 20 and doc[i].lower_ == "when" and doc[i].sent == trigger.sent


def spoken(doc: Doc, mention) -> bool:
    """Is it the day of somebody's words? By what stands before it ('told reporters here on Tuesday') or the tree."""
    i = mention.start - 1
    while i >= 0 and mention.start - i < 6 and (doc[i].lower_ in words("beside_speech") or doc[i].pos_ in ("ADV",)):
        i -= 1
    return i >= 0 and doc[i].pos_ in VERBS and doc[i].lemma_.lower() in words("speech")


def is_event(noun: Token) -> bool:
    return noun.lemma_.lower() in words("event")


def stands_for_somebody(doc: Doc, token: Token) -> bool:
    return officials.at(doc)[token.i] is not None or parties.index(doc)[token.i] is not None
