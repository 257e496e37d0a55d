"""Which pairs to compare, read from the address: two to four of them, as a code (CUB-PRK) or as people write a pair."""

from __future__ import annotations

import re

from django import forms

from articles.intake import clean_line
from contacts import typed
from contacts.forms_world import WorldFilter
from contacts.models import Party

MOST = 4
HOW = "Write two parties: Cuba and North Korea, or CUB-PRK."
_BETWEEN = re.compile(r"\s+(?:and|with|to|vs\.?)\s+|\s*[,/&–—]\s*|\s+-\s+", re.I)


def read_pair(text: str, known: dict[str, str]) -> tuple[str, str]:
    """The codes of a typed pair in order; ``known`` maps codes to names. Raises ValidationError in plain words.

    A name may itself hold "and" (Trinidad and Tobago), so of all places to cut at, the one that leaves two known
    parties is meant.
    """
    text = clean_line(text)
    cuts = [(text[: found.start()], text[found.end() :]) for found in _BETWEEN.finditer(text)]
    cuts += [(text[:at], text[at + 1 :]) for at, letter in enumerate(text) if letter == "-"]
    wrong = None
    for one, other in cuts:
        try:
            codes = {typed.party_code(one, known), typed.party_code(other, known)}
        except forms.ValidationError as error:
            wrong = wrong or error
            continue
        if len(codes) < 2:
            raise forms.ValidationError("A pair has two different parties.")
        return tuple(sorted(codes))
    raise wrong or forms.ValidationError(HOW)


class CompareFilter(WorldFilter):
    """``pairs`` are the codes of what was understood, each once; ``boxes`` what each field of the page shows, and which
    of them is to be filled ``next``."""

    def __init__(self, data) -> None:
        super().__init__(data)
        known = dict(Party.objects.values_list("code", "name"))
        self.pairs: list[tuple[str, str]] = []
        self.boxes: list[dict] = []
        sent = data.getlist("pair")
        for text in (sent if len(sent) <= MOST else [text for text in sent if text.strip()])[:MOST]:
            self._read(text[:200], known)
        self.boxes += [{"value": "", "wrong": ""} for _ in range(MOST - len(self.boxes))]
        if len(self.pairs) == 1:
            next((box for box in self.boxes if not box["value"]), {})["next"] = True

    def _read(self, text: str, known: dict[str, str]) -> None:
        if not text.strip():
            self.boxes.append({"value": "", "wrong": ""})
            return
        try:
            pair = read_pair(text, known)
        except forms.ValidationError as error:
            self.boxes.append({"value": text, "wrong": error.messages[0]})
            return
        again = "This pair stands in another field already." if pair in self.pairs else ""
        self.pairs += [] if again else [pair]
        self.boxes.append({"value": " and ".join(known[code] for code in pair), "wrong": again})
