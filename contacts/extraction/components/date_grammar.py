"""The grammar of date expressions: all rules in their order, run over a text in one pass.

Rules are tried in order, at each place where a core word stands; ``date_hits`` says how a rule is written.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from contacts.extraction.components import date_rules_days, date_rules_months, date_rules_relative
from contacts.extraction.components.date_hits import CORE_PATTERN, RULES, Hit, Reading, expand
from contacts.extraction.components.date_story import Story
from contacts.extraction.components.date_words import OTHER

IN_ORDER = (date_rules_days, date_rules_relative, date_rules_months)


def compile_rules():
    """One pattern of all rules, and each rule by itself, in order."""
    rules = [rule for module in IN_ORDER for rule in RULES if rule[2].__module__ == module.__name__]
    patterns = [(name, re.compile(expand(pattern)), function) for name, pattern, function in rules]
    master = re.compile("|".join(f"(?P<{name}>{expand(pattern)})" for name, pattern, _ in rules))
    return master, patterns


MASTER, PATTERNS = compile_rules()
NUMBER_OF = {name: number for number, (name, _, _) in enumerate(PATTERNS)}
BACK = 10  # words before a core word that may belong to it


def read(
    texts, codes: str, kept: list[int], values_of, tags, story: Story, done: Callable[[Hit, Reading], None]
) -> None:
    """Read all dates of a text in one pass. ``codes`` has a character a kept token, ``done`` takes each reading."""
    free = 0
    for core in CORE_PATTERN.finditer(codes):
        place = core.start()
        if place < free:
            continue
        start = place
        while start > free and place - start < BACK and codes[start - 1] != OTHER:
            start -= 1
        while start <= place:
            match = MASTER.match(codes, start)
            if match:
                end = _resolve(match, texts, codes, kept, values_of, tags, story, done)
                if end:
                    free = end
                    break
            start += 1


def _resolve(match, texts, codes, kept, values_of, tags, story, done) -> int:
    number, start = NUMBER_OF[match.lastgroup], match.start()
    while True:
        hit = Hit(texts, codes, kept, values_of, tags, story, start, match.end())
        readings = PATTERNS[number][2](hit)
        if readings is not None:
            for reading in readings:
                done(hit, reading)
            return match.end()
        match = None
        while match is None:
            number += 1
            if number == len(PATTERNS):
                return 0
            match = PATTERNS[number][1].match(codes, start)


__all__ = ["CORE_PATTERN", "Hit", "Reading", "expand", "read"]
