"""Where somebody travels to: named after the trigger, implied ('here', 'the country') or told before."""

from __future__ import annotations

from spacy.tokens import Token

from ..grammar_words import word_class
from ..types import Place
from .actors import Actor
from .frame_maker import FrameMaker
from .frames_types import Frame
from .triggers import Trigger

PLACE_NOUNS = word_class("a country or city")
ARRIVING = word_class("arrive")
COMING = word_class("come")
COMPLETE = word_class("journey to a place not named")
LEAVING_REACH = 16  # tokens between leaving and "for"
POINTING_REACH = 8  # tokens behind the trigger
NO_DESTINATION = "no destination"  # why a trigger is blocked
STAGES = word_class("stage of a journey")
TO = word_class("before a destination")


class Destinations:
    """Of one document; ``visits`` are those that were read before, in text order."""

    def __init__(self, maker: FrameMaker) -> None:
        self.maker = maker
        self.visits: list[Frame] = []

    def left_place(self, token: Token, travellers: list[Actor]) -> Place | None:
        """'left Zimbabwe for Lesotho': Zimbabwe was visited."""
        own = {a.country for a in travellers}
        for child in token.children:
            mention = self.maker.resolver.party_at[child.i]
            if (
                child.dep_ == "dobj"
                and mention is not None
                and mention.form in ("name", "capital", "city")
                and mention.code not in own
            ):
                return self._place(mention)
        return None

    def of_visit(self, trigger: Trigger, token: Token, travellers: list[Actor]) -> list[Place]:
        entry = trigger.entry
        own = {a.country for a in travellers}
        if trigger.pattern == "visiting":
            home = self.maker.settings.home()
            return [home] if home and home.country not in own else self._host_place(token, own)
        if trigger.pattern == "attend":
            where = self.maker.settings.where(token)
            for child in token.children:
                if where is None and child.dep_ == "dobj":
                    where = self.maker.settings.where(child)
            return [where.place] if where is not None and where.place.country not in own else []
        prepositions = entry.to or (TO if entry.part == "noun" else {"to"})
        if trigger.pattern in ("send", "invite", "take") or trigger.entry.object:  # "led a delegation of X to Y"
            to = next((t for t in token.subtree if t.i > token.i and _is_direction(t)), None)
            return self._away(self.maker.settings.destinations(to, prepositions, True), own) if to is not None else []
        if trigger.pattern == "leave":
            return self._away(self._bound_for(token, prepositions), own)
        found = self.maker.settings.destinations(token, prepositions, entry.place_object)
        away = self._away(found, own)
        if away or found and trigger.pattern != "journey":
            return away
        return (
            self._where_clause(token, own)
            or self._antecedents(token, own)
            or self._implied_destination(trigger, token, own)
        )

    def _where_clause(self, token: Token, own: set[str]) -> list[Place]:
        """'Oslo, where he arrived on Sunday': what the clause hangs on."""
        if token.dep_ != "relcl" or not any(c.lower_ == "where" and c.i < token.i for c in token.children):
            return []
        mention = self.maker.resolver.party_at[token.head.i]
        return [self._place(mention)] if mention is not None and mention.code not in own else []

    def _bound_for(self, token: Token, prepositions) -> list[Place]:
        """'Left Harare on Monday after a short stay for Maputo': the places behind the 'for', wherever it stands."""
        for i in range(token.i + 1, min(token.i + LEAVING_REACH, token.sent.end)):
            if self.maker.doc[i].lower_ in prepositions and (
                found := self.maker.settings.destinations(self.maker.doc[i], prepositions, True)
            ):
                return found
        return []

    def _pointed(self, token: Token, own: set[str]) -> list[Place] | None:
        """'Here', 'there', 'the country' behind the trigger; None where nothing of the kind stands there."""
        home = self.maker.settings.home()
        for i in range(token.i + 1, min(token.i + POINTING_REACH, token.sent.end)):
            low, before = self.maker.doc[i].lower_, self.maker.doc[i - 1].lower_
            if low == "there" and self.maker.doc[i].dep_ != "expl":
                return self._last_place(token, own)
            if low == "here" or low in PLACE_NOUNS and before in ("the", "this", "our"):
                return [home] if home and home.country not in own else self._last_place(token, own)
        return None

    def _comes(self, trigger: Trigger, token: Token) -> bool:
        """'Arrived', 'landed', 'flew in', 'will come': to where the story plays, though nothing names it."""
        if trigger.entry.word in ARRIVING:
            return True
        if trigger.entry.word not in COMING:
            return False
        if any(c.dep_ in ("prt", "advmod") and c.lower_ == "in" for c in token.children):
            return True
        return trigger.entry.word == "come" and not any(
            c.i > token.i
            and (c.dep_ in ("prep", "agent", "prt", "xcomp", "ccomp", "dobj", "acomp", "advcl"))
            and c.lower_ not in ("in", "on", "by", "with")
            for c in token.children
        )

    def _told_before(self, own: set[str]) -> list[Place]:
        """Where those of the same party were last said to go."""
        return [v.destination for v in self.visits if {a.country for a, _ in v.roles} <= own][-1:]

    def _where_it_plays(self, token: Token, own: set[str]) -> list[Place]:
        home = self.maker.settings.home()
        return [home] if home and home.country not in own else self._last_place(token, own)

    def _away(self, places: list[Place], own: set[str]) -> list[Place]:
        return [place for place in places if place.country not in own or len(own) > 1]

    def _antecedents(self, token: Token, own: set[str]) -> list[Place]:
        """'Peru is the first country that he visited', 'Peru was the last stop of his tour': what is said to be it."""
        verb = token.head if token.dep_ == "xcomp" else token  # "the first country that he decided to visit"
        noun = verb.head if verb.dep_ == "relcl" and verb.head.lemma_.lower() in PLACE_NOUNS else token
        if noun.dep_ != "attr" or noun == token and token.lemma_.lower() not in STAGES:
            return []
        subject = next((c for c in noun.head.children if c.dep_ == "nsubj"), None)
        found, seen = [], set()
        while subject is not None:
            mention = self.maker.resolver.party_at[subject.i]
            if mention is not None and mention.form in ("name", "capital", "city") and mention.code not in own | seen:
                seen.add(mention.code)
                found.append(self._place(mention))
            subject = next((c for c in subject.children if c.dep_ == "conj"), None)
        return found

    def _implied_destination(self, trigger: Trigger, token: Token, own: set[str]) -> list[Place]:
        """Where 'here', 'the country' or a bare 'his visit' leads: where the traveller was said to go, the place of
        filing,
        or the place last named."""
        home = self.maker.settings.home()
        if any(c.dep_ == "prep" and c.lower_ == "to" for c in token.children) and not any(
            self.maker.resolver.pairs.is_pair(t) or t.lemma_ in PLACE_NOUNS
            for c in token.children
            if c.dep_ == "prep"
            for t in c.children
        ):
            return []
        pointed = self._pointed(token, own)
        if pointed is not None:
            return pointed
        if self._comes(trigger, token):
            return self._told_before(own) or self._where_it_plays(token, own)
        if trigger.pattern != "journey" or trigger.entry.word not in COMPLETE:
            return []
        earlier = self._told_before(own)
        if earlier:
            return earlier
        where = self.maker.settings.where(token)
        if where is not None and where.place.country not in own:
            return [where.place]
        last = self._last_place(token, own)
        if (
            home
            and home.country not in own
            and (not last or self.maker.named[home.country] >= self.maker.named[last[0].country])
        ):
            return [home]
        return last

    def country_place(self, country: str, before: int) -> Place | None:
        """The country as the text names it nearest before a token, else anywhere; None for organisations."""
        named = [
            m for m in self.maker.doc._.parties if m.code == country and m.form in ("name", "capital", "adjective")
        ]
        if not named:
            return None
        return self._place(min(named, key=lambda m: (m.form == "adjective", m.start > before, abs(m.start - before))))

    def _place(self, mention) -> Place:
        span = self.maker.doc[mention.start : mention.end]
        return Place(span.text, mention.code, (span.start_char, span.end_char))

    def _host_place(self, token: Token, own: set[str]) -> list[Place]:
        """'X met visiting Y': the country of the other official of the sentence."""
        for i in range(token.sent.start, token.sent.end):
            mention = self.maker.resolver.party_at[i]
            if (
                mention is not None
                and mention.code not in own
                and mention.form in ("name", "capital", "city", "adjective")
            ):
                return [self._place(mention)]
        return []

    def _last_place(self, token: Token, own: set[str]) -> list[Place]:
        for i in range(token.i - 1, max(-1, token.i - 80), -1):
            mention = self.maker.resolver.party_at[i]
            if mention is not None and mention.form in ("name", "capital", "city") and mention.code not in own:
                return [self._place(mention)]
        return []


def _is_direction(token: Token) -> bool:
    return token.lower_ == "to" and token.dep_ in ("prep", "dative") and token.tag_ != "TO"
