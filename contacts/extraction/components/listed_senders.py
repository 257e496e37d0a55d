"""Senders listed in the next sentence: 'received messages from heads of state. Among them are ...': one each."""

from __future__ import annotations

from spacy.tokens import Token

from ..types import Kind, Role
from .actors import Actor
from .frame_maker import FrameMaker
from .frames_types import Frame


class ListedSenders:
    def __init__(self, maker: FrameMaker) -> None:
        self.maker, self.doc = maker, maker.doc

    def read(self) -> list[Frame]:
        found: list[Frame] = []
        for trigger in self.doc._.triggers:
            if trigger.kind is not Kind.MESSAGE or not trigger.blocked.startswith("not two"):
                continue
            token = self.doc[trigger.head]
            senders = self._senders(token)
            if not senders or found and found[-1].token >= token.sent.start:
                continue
            sides = self.maker.sides.read(trigger)
            takers = [a for a in sides.actors if a.person is not None and a.country]
            for sender in senders:
                roles = [(sender, Role.SENDER), *((a, Role.RECIPIENT) for a in takers if a.country != sender.country)]
                if len(roles) > 1:
                    found.append(self.maker.frame(trigger, token, roles, sides))
        return found

    def _senders(self, token: Token) -> list[Actor]:
        """The titles that the next sentence lists after 'Among them are', 'They came from'."""
        if token.sent.end >= len(self.doc) or not token.lower_.endswith("s"):
            return []
        following = self.doc[token.sent.end].sent
        opening = following.text[:40].lower().split()
        if opening[:2] not in (
            ["among", "them"],
            ["they", "are"],
            ["they", "were"],
            ["they", "included"],
            ["they", "include"],
        ):
            return []
        table, senders, seen = self.maker.resolver.table, [], set()
        for i in range(following.start, following.end):
            item = table[i]
            if item is None or item.start != i or getattr(item, "country", None) is None or item.country in seen:
                continue
            seen.add(item.country)
            senders += self.maker.resolver.resolve(self.doc[item.head if hasattr(item, "head") else item.end - 1], 4)[
                :1
            ]
        return senders
