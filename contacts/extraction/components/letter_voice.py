"""Who speaks in the text of a message that is reported: 'I' and 'my' its sender, 'you' and 'your' its recipient.

'X sent a message to Y. It said: I thank you for your letter': Y had written to X.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ..grammar_words import word_class
from ..types import Role
from .actors import Actor
from .speakers import FIRST_PERSON

SECOND_PERSON = word_class("second person")
REACH = 500  # tokens behind the telling of a message


@dataclass(slots=True)
class LetterVoice:
    """The message told last."""

    doc: Doc
    senders: list[Actor] = field(default_factory=list)
    recipients: list[Actor] = field(default_factory=list)
    at: int = -REACH

    def remember(self, token: Token, roles: list[tuple[Actor, Role]]) -> None:
        """A message that this token tells of; not one that is told in the text of another."""
        if self._speaks_here(token):
            return
        sides = {
            side: [a for a, role in roles if role is side and a.person is not None]
            for side in (Role.SENDER, Role.RECIPIENT)
        }
        if all(len(side) == 1 for side in sides.values()):
            self.senders, self.recipients = sides[Role.SENDER], sides[Role.RECIPIENT]
            self.at = token.i

    def of(self, token: Token) -> list[Actor]:
        """Whom the first or second person means in the text of a message; nobody anywhere else."""
        if not 0 < token.i - self.at < REACH or not self._speaks_here(token):
            return []
        return self.senders if token.lower_ in FIRST_PERSON else self.recipients

    def _speaks_here(self, token: Token) -> bool:
        return any(t.lower_ in FIRST_PERSON for t in token.sent) and any(t.lower_ in SECOND_PERSON for t in token.sent)
