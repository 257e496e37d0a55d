"""Where only one side of a contact is told in the sentence, the other is whom the story is about."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..people import Name
from ..types import Kind
from .actors import Actor, actor_of
from .clauses import SUBJECTS, governing_verb, subject_tokens
from .coreference import Resolver
from .letter_sides import EXCHANGED
from .pairs import PAIR_NOUNS
from .sides_types import Sides
from .trigger_lexicon import light_verbs
from .triggers import Trigger

NEAR = 10  # tokens between two people who are told as a pair
LIST_WORDS = word_class("in a list")
BETWEEN_TWO = word_class("between two who meet")
MUTUAL = ("reciprocal", "speak", "event", "beside")


class OneSided:
    def __init__(self, doc: Doc, resolver: Resolver) -> None:
        self.doc = doc
        self.resolver = resolver

    def complete(self, trigger: Trigger, sides: Sides) -> Sides:
        """The sides as read, with what the list around them, the sentence or the story adds."""
        token = self.doc[trigger.head]
        sides = self._not_oneself(self._with_the_list(trigger, token, sides))
        if _parties(sides) > 1:
            return sides
        sides = self._listed(trigger, sides)
        if _parties(sides) > 1:
            return sides
        pair = self._pair_of_sentence(trigger, token, sides) or self._the_leaders(trigger, token, sides)
        if pair:
            return pair
        if trigger.pattern == "event" and sides.agents and not sides.partners:
            sides = self._at_the_venue(token, sides)
            if _parties(sides) > 1:
                return sides
        return self._of_the_story(trigger, token, sides)

    def _not_oneself(self, sides: Sides) -> Sides:
        """'At a meeting with X he said': he is not X."""
        partners = {a.person for a in sides.partners if a.person is not None}
        agents = [a for a in sides.agents if a.person is None or a.person not in partners]
        return sides if len(agents) == len(sides.agents) else replace(sides, agents=agents)

    def _listed(self, trigger: Trigger, sides: Sides) -> Sides:
        """'X and Y met', where the parse takes Y alone for the subject: the officials listed before."""
        if trigger.kind is Kind.VISIT or sides.partners or not sides.agents:
            return sides
        before = self._joined_before(sides.agents[0])
        after = [] if before else self._joined_after(sides.agents[-1], subjects=True)
        others = [*before, *(a for a in after if a.end <= trigger.head)]
        if sides.how == EXCHANGED:
            return replace(sides, partners=others)
        return replace(sides, agents=[*before, *sides.agents, *others[len(before) :]]) if others else sides

    def _joined_before(self, actor: Actor) -> list[Actor]:
        """The officials whom 'and' and commas join to the left of this one: 'X of Poland, Y of Hungary and Z'."""
        first, _ = self.resolver.unit(self.doc[actor.start])
        found: list[Actor] = []
        joined = False
        while (i := first - 1) > self.doc[actor.start].sent.start:
            while i > 0 and self.doc[i].lower_ in ("and", ","):
                joined = joined or self.doc[i].lower_ == "and"
                i -= 1
            if i == first - 1 or not joined:
                break
            item = self._name_ending(i)
            if item is None or not item.person.official or item.person.country is None:
                break
            root = self.doc[item.start : item.end].root
            if root.dep_ in ("pobj", "dobj") and root.head.i < item.start and root.head.lower_ != "of":
                break  # somebody else's object
            found.insert(0, actor_of(item.person, item.start, item.end))
            first, _ = self.resolver.unit(self.doc[item.start])
        return found

    def _name_ending(self, i: int) -> Name | None:
        """The name that ends at this token, or before 'of' and its party here."""
        item = self.resolver.table[i]
        mention = self.resolver.party_at[i]
        if mention is not None and mention.start > 1:
            i = mention.start - 1
            while i > 0 and self.doc[i].lower_ in ("of", "the"):
                i -= 1
            item = self.resolver.table[i]
        return item if isinstance(item, Name) and item.end == i + 1 else None

    def _with_the_list(self, trigger: Trigger, token: Token, sides: Sides) -> Sides:
        """'calls to X and Y', where the parse has cut Y off: the officials joined after the last one."""
        if trigger.kind is Kind.VISIT:
            return sides
        known = {a.person for a in sides.actors if a.person is not None}
        for name in ("partners", "agents"):
            side: list[Actor] = getattr(sides, name)
            if side and side[-1].start > token.i:
                after = [a for a in self._joined_after(side[-1]) if a.person not in known]
                return replace(sides, **{name: [*side, *after]}) if after else sides
        return sides

    def _joined_after(self, actor: Actor, subjects: bool = False) -> list[Actor]:
        """The officials listed after this one and 'and'; those who are subjects of a verb only where asked for."""
        _, end = self.resolver.unit(self.doc[actor.start])
        found: list[Actor] = []
        joined = False
        while end < len(self.doc) and self.doc[end].lower_ in LIST_WORDS and not self.doc[end].is_sent_start:
            joined = joined or self.doc[end].lower_ == "and"
            end += 1
            if end >= len(self.doc) or self.resolver.table[end] is None:
                continue
            first, last = self.resolver.unit(self.doc[end])
            names = [self.resolver.table[i] for i in range(first, last) if isinstance(self.resolver.table[i], Name)]
            if not names or not names[0].titles or not names[0].person.country or not names[0].person.official:
                break
            root = self.doc[names[0].start : names[0].end].root
            if not subjects and root.dep_ in SUBJECTS and root.head.pos_ in ("VERB", "AUX") and root.head.i >= last:
                break  # the next clause begins
            found.append(actor_of(names[0].person, names[0].start, names[0].end))
            end = last
        return found if joined else []

    def _of_the_story(self, trigger: Trigger, token: Token, sides: Sides) -> Sides:
        known = [a for a in sides.actors if a.country and a.person is not None]
        if not known or any(not a.official for a in sides.actors) or not self._lacks_a_side(trigger, token, sides):
            return sides
        person = self.resolver.past.topic(token, {a.country for a in known})
        if person is None:
            return sides
        other = actor_of(person, person.names[0].start, person.names[0].end)
        how = sides.how + ", the other side from the story"
        if sides.partners:
            return Sides([*sides.agents, other], sides.partners, sides.host, how)
        return Sides(sides.agents, [other], sides.host, how)

    def _at_the_venue(self, token: Token, sides: Sides) -> Sides:
        """'had talks at the Kremlin': with those whose seat it is."""
        verb = governing_verb(token)
        for place in (c for head in (token, verb) if head is not None for c in head.children if c.lower_ == "at"):
            for seat in place.children:
                mention = self.resolver.party_at[seat.i]
                if mention is None or mention.form != "metonym" or self.resolver.table[seat.i] is not None:
                    continue
                if all(a.country != mention.code for a in sides.agents):
                    host = Actor(mention.code, None, None, mention.start, mention.end)
                    return replace(sides, partners=[host], host="partner", how="at the other's seat")
        return sides

    def _the_leaders(self, trigger: Trigger, token: Token, sides: Sides) -> Sides | None:
        """'The leaders talked', 'the ministers held a meeting': those of the two parties told of last."""
        if sides.partners or any(a.country for a in sides.agents) or trigger.pattern not in MUTUAL:
            return None
        verb = token if token.pos_ == "VERB" else governing_verb(token)
        if verb is None or token.pos_ != "VERB" and verb.lemma_ not in light_verbs():
            return None
        for subject in subject_tokens(verb):
            bare = subject.tag_ == "NNS" and subject.lemma_ in PAIR_NOUNS
            if bare and {c.lower_ for c in subject.children if c.dep_ != "relcl"} <= {"the"}:
                pair = [a for a in self.resolver.pairs.pair_before(subject) if a.person is not None]
                if len(pair) == 2:
                    return Sides(pair, [], how="'the leaders'")
        return None

    def _pair_of_sentence(self, trigger: Trigger, token: Token, sides: Sides) -> Sides | None:
        """'In a call on Saturday, X and Y ...': the only two officials of a sentence, of two parties, where the
        grammar shows fewer."""
        if trigger.entry.weak or trigger.pattern not in ("event", "call"):
            return None
        if (
            any(not a.official for a in sides.actors)
            or any(c.dep_ == "poss" for c in token.children)
            and not sides.actors
        ):
            return None
        found = self._two_named(token)
        if not found or _spoken_about(token, found):
            return None
        between = {self.doc[i].lower_ for i in range(found[0].end, found[1].start)}
        near = found[1].start - found[0].end <= NEAR and between & BETWEEN_TWO
        return Sides(found, [], how="the two of the sentence") if near else None

    def _two_named(self, token: Token) -> list[Actor]:
        """The only two officials named in the sentence, where they are of two parties."""
        found: list[Actor] = []
        for i in range(token.sent.start, token.sent.end):
            item = self.resolver.table[i]
            if not isinstance(item, Name) or item.start != i or item.person in [a.person for a in found]:
                continue
            if item.person.country is None or item.person.speaker_only or not item.person.official:
                continue
            found.append(actor_of(item.person, item.start, item.end))
        return found if len(found) == 2 and found[0].country != found[1].country else []

    def _lacks_a_side(self, trigger: Trigger, token: Token, sides: Sides) -> bool:
        """Whether the grammar leaves room for somebody not named here: 'received him', 'the talks with X'."""
        if trigger.pattern in ("speak", "letter", "write", "call_on", "beside", "phone", "face to face"):
            return False
        if trigger.pattern in ("receive", "summon"):
            objects = [c for c in token.children if c.dep_ == "dobj"]
            return not sides.agents and (not objects or objects[0].pos_ == "PRON")
        if sides.host == "partner" and trigger.entry.part == "noun":
            return True
        return bool(sides.partners) and not sides.agents


def _parties(sides: Sides) -> int:
    return len({a.country for a in sides.actors if a.country})


def _spoken_about(token: Token, people: list[Actor]) -> bool:
    """'X told Y that the talks could wait': talks that are only in what is said, the speakers not, who do not speak
    of themselves ('we had talks')."""
    at = token
    while at.head != at:
        if at.dep_ == "ccomp" and all(a.end <= at.left_edge.i or a.start > at.right_edge.i for a in people):
            return not any(t.lower_ in ("we", "our", "us") for t in at.subtree)
        at = at.head
    return False
