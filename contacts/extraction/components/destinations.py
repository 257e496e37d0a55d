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
                span = self.maker.doc[mention.start : mention.end]
                return Place(span.text, mention.code, (span.start_char, span.end_char))
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
        if trigger.pattern in ("send", "invite") and not any(
            c.lower_ == "to" and c.dep_ in ("prep", "dative") for c in token.children
        ):
            return []
        found = self.maker.settings.destinations(token, prepositions, entry.place_object)
        away = [place for place in found if place.country not in own or len(own) > 1]
        if away or found and trigger.pattern != "journey":
            return away
        return self._implied_destination(trigger, token, own)

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
        for i in range(token.i + 1, min(token.i + 8, token.sent.end)):
            low, before = self.maker.doc[i].lower_, self.maker.doc[i - 1].lower_
            if low == "there":
                return self._last_place(token, own)
            if low == "here" or low in ("country", "capital", "kingdom") and before in ("the", "this"):
                return [home] if home and home.country not in own else self._last_place(token, own)
        if (
            trigger.entry.word in ("arrive", "land")
            or trigger.entry.word in ("fly", "come")
            and any(c.dep_ in ("prt", "advmod") and c.lower_ == "in" for c in token.children)
        ):
            return (
                [home]
                if home and home.country not in own and not self._last_place(token, own)
                else self._last_place(token, own)
            )
        if trigger.pattern != "journey" or trigger.entry.word not in ("visit", "trip", "stay", "stopover"):
            return []
        earlier = [v.destination for v in self.visits if {a.country for a, _ in v.roles} <= own]
        if earlier:
            return earlier[-1:]
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
        named = [m for m in self.maker.doc._.parties if m.code == country and m.form in ("name", "capital", "adjective")]
        if not named:
            return None
        mention = min(named, key=lambda m: (m.form == "adjective", m.start > before, abs(m.start - before)))
        span = self.maker.doc[mention.start : mention.end]
        return Place(span.text, country, (span.start_char, span.end_char))

    def _host_place(self, token: Token, own: set[str]) -> list[Place]:
        """'X met visiting Y': the country of the other official of the sentence."""
        for i in range(token.sent.start, token.sent.end):
            mention = self.maker.resolver.party_at[i]
            if (
                mention is not None
                and mention.code not in own
                and mention.form in ("name", "capital", "city", "adjective")
            ):
                span = self.maker.doc[mention.start : mention.end]
                return [Place(span.text, mention.code, (span.start_char, span.end_char))]
        return []

    def _last_place(self, token: Token, own: set[str]) -> list[Place]:
        for i in range(token.i - 1, max(-1, token.i - 80), -1):
            mention = self.maker.resolver.party_at[i]
            if mention is not None and mention.form in ("name", "capital", "city") and mention.code not in own:
                span = self.maker.doc[mention.start : mention.end]
                return [Place(span.text, mention.code, (span.start_char, span.end_char))]
        return []
