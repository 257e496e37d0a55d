"""Near misses: triggers of no contact that had a side, and lacked only the other one or the place.

These are what the review page shows as possibly missed. A trigger for which the text has neither an official nor a
party ("he called for reform") is not one, nor is a word that tells of a contact only among others ("came", "signed").
"""

from __future__ import annotations

from .contact_frames import NOT_TWO_PARTIES, ONLY_COUNTRIES
from .destinations import NO_DESTINATION
from .triggers import Trigger
from .visit_frames import ONLY_A_COUNTRY

REASONS = (NOT_TWO_PARTIES, ONLY_COUNTRIES, NO_DESTINATION, ONLY_A_COUNTRY)


def is_near_miss(trigger: Trigger) -> bool:
    return trigger.blocked.startswith(REASONS) and not trigger.entry.weak
