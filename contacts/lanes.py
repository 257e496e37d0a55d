"""Where a pair's page draws a contact, and whose it is: fixed when contacts are made (Dyad.lane, Dyad.side)."""

from __future__ import annotations

from collections.abc import Sequence

from contacts.extraction.types import Kind, Role
from contacts.models import Contact, Participation

A_IN_B, B_IN_A, ELSEWHERE, CALLS, MESSAGES = "a-in-b", "b-in-a", "elsewhere", "calls", "messages"


def lane_and_side(contact: Contact, taking_part: Sequence[Participation], a: str, b: str) -> tuple[str, str]:
    """The lane of a contact and the side ("a", "b" or "") whose it is: who travelled, or who sent.

    The country of the place decides; where it is not known, the roles do, if they say it of one side alone.
    """
    roles = {(one.role, one.party_id) for one in taking_part}
    if contact.kind == Kind.CALL:
        return CALLS, ""
    if contact.kind == Kind.MESSAGE:
        return MESSAGES, _only(roles, Role.SENDER, a, b)
    guest = _only(roles, Role.VISITOR, a, b)
    if contact.place_country_id in (a, b):
        lane = A_IN_B if contact.place_country_id == b else B_IN_A
    elif contact.place_country_id is None and contact.kind == Kind.VISIT and guest:
        lane = A_IN_B if guest == "a" else B_IN_A
    else:
        return ELSEWHERE, guest if contact.kind == Kind.VISIT else ""
    return lane, ("a" if lane == A_IN_B else "b") if contact.kind == Kind.VISIT else ""


def _only(roles: set[tuple[str, str | None]], role: Role, a: str, b: str) -> str:
    """The side that has a role when the other has not."""
    has_a, has_b = (role, a) in roles, (role, b) in roles
    return "" if has_a == has_b else "a" if has_a else "b"
