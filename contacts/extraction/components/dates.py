"""The ``dates`` component: finds and resolves every date expression of a text.

Reads ``doc._.published`` and the stock tagger's and parser's work; sets ``doc._.dates``. Also what people type in forms
(``parse_typed``) and how a day and a length make a stay (``combine``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.attrs import ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from contacts.extraction.components import date_grammar as grammar
from contacts.extraction.components import date_stays, date_tense
from contacts.extraction.components.date_calendar import FUTURE, PAST, nearest_day
from contacts.extraction.components.date_story import Story
from contacts.extraction.components.date_words import OTHER, SPACE, classes, classify
from contacts.extraction.types import DateValue, Precision


@dataclass(slots=True)
class DateMention:
    """One date expression: tokens ``start`` to ``end``, and the days that it stands for.

    ``kind``: point, range, month, year; thread (counted from the story's own last day); duration (``days`` long, no
    value); dateline (the filing date); vague (a time without days: "in the coming weeks").
    ``future``: True or False where the wording or the governing verb decides it. ``relative``: needs publication or the
    story to resolve. ``stay``: where a length stands with the day ("arrived on Monday for a three-day visit").
    """

    start: int
    end: int
    value: DateValue
    kind: str
    days: int | None = None
    future: bool | None = None
    relative: bool = False
    stay: DateValue | None = None


for _name in ("published", "dates"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)

# Token to (character of its class, value), by orth id. Words of dates are few; all other tokens share one entry.
_seen: dict[int, tuple[str, object]] = {}
_SEEN_LIMIT = 200_000
_NOTHING = (OTHER, None)
_SPACE = (SPACE, None)


def _look_up(text: str) -> tuple[str, object]:
    name, value = classify(text)
    if name == OTHER:
        return _NOTHING
    return _SPACE if name == SPACE else (classes()[name], value)


@Language.component("dates", assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    orths = doc.to_array(ORTH).tolist()
    if len(_seen) > _SEEN_LIMIT:
        _seen.clear()
    strings = doc.vocab.strings
    entries = []
    for orth in orths:
        entry = _seen.get(orth)
        if entry is None:
            entry = _seen[orth] = _look_up(strings[orth])
        entries.append(entry)
    kept = [i for i, entry in enumerate(entries) if entry is not _SPACE]
    codes = "".join(entries[i][0] for i in kept)
    mentions: list[DateMention] = []
    if grammar.CORE_PATTERN.search(codes):
        sentences = doc.to_array(SENT_START).tolist()
        story = Story(
            doc._.published,
            (lambda index: date_tense.tense(doc, index)) if doc.has_annotation("DEP") else None,
            [i for i, flag in enumerate(sentences) if flag == 1],
            [i for i, entry in enumerate(entries) if entry is _NOTHING and doc[i].is_space] if "\n" in doc.text else [],
            lambda index: date_tense.present(doc, index),
        )
        story.only_year = _only_year(codes, entries, kept)
        _fill(doc, story, codes, kept, entries, mentions)
        mentions = _stretches(doc, mentions)
        date_stays.join(doc, mentions, combine)
    doc._.dates = mentions
    return doc


_FULL = re.compile(
    grammar.expand("(month|shy_month) (day|nth) comma? year|(day|nth) of? (month|shy_month) comma? year")
)


def _only_year(codes: str, entries, kept) -> int | None:
    """The year of a text in which all full dates name the same."""
    years = {entries[kept[match.end() - 1]][1] for match in _FULL.finditer(codes)}
    return years.pop() if len(years) == 1 else None


def _fill(doc: Doc, story: Story, codes: str, kept, entries, mentions: list[DateMention]) -> None:
    def done(hit: grammar.Hit, reading: grammar.Reading) -> None:
        first = hit.first if reading.first is None else reading.first
        last = hit.last if reading.last is None else reading.last
        start, end = kept[first], kept[last - 1] + 1
        span = doc[start:end]
        value = replace(
            reading.value or DateValue(), basis=" ".join(span.text.split()), span=(span.start_char, span.end_char)
        )
        mention = DateMention(start, end, value, reading.kind, reading.days, reading.future, reading.relative)
        if reading.kind != "duration":
            if reading.kind in ("point", "range") and _is_dateline(doc, start, end):
                mention.kind = "dateline"
                mention.value = value = _filing_day(story, value, reading.relative)
                if value.start:
                    story.anchor = value.start
            else:
                direction = story.tense(hit.index)
                if mention.future is None:
                    mention.future = True if direction == FUTURE else False if direction == PAST else None
                _tell(doc, story, mention, hit)
        mentions.append(mention)

    grammar.read(
        lambda i: doc[i].text, codes, kept, lambda place: entries[kept[place]][1], lambda i: doc[i].tag_, story, done
    )


def _stretches(doc: Doc, mentions: list[DateMention]) -> list[DateMention]:
    """Two days of different forms with "to" between them are one range: "from tomorrow until 14 January"."""
    merged: list[DateMention] = []
    for mention in mentions:
        before = merged[-1] if merged else None
        if before is not None and 0 < mention.start - before.end < 4 and _are_days(before, mention):
            words = [doc[i].lower_ for i in range(before.end, mention.start)]
            if words[0] in ("to", "until", "till", "through") and all(word in ("on", "the") for word in words[1:]):
                span = doc[before.start : mention.end]
                value = DateValue(
                    before.value.start, mention.value.end, Precision.DAY, span.text, (span.start_char, span.end_char)
                )
                merged[-1] = replace(
                    before, end=mention.end, value=value, kind="range", relative=before.relative or mention.relative
                )
                continue
        merged.append(mention)
    return merged


def _are_days(first: DateMention, last: DateMention) -> bool:
    if not all(m.kind in ("point", "thread") and m.value.precision is Precision.DAY for m in (first, last)):
        return False
    return 0 < (last.value.start - first.value.start).days < 100


def _filing_day(story: Story, value: DateValue, without_year: bool) -> DateValue:
    """A filing day without a year is the last of its name at or (for other time zones) a day after publication."""
    if not (without_year and value.start and story.published):
        return value
    limit = story.published + timedelta(days=1)
    found = nearest_day(limit, value.start.month, value.start.day, PAST)
    return replace(value, start=found, end=found) if found else value


def _tell(doc: Doc, story: Story, mention: DateMention, hit: grammar.Hit) -> None:
    value = mention.value
    if (
        value.precision is Precision.DAY
        and (value.end - value.start).days < 32
        and mention.kind in ("point", "range", "thread")
    ):
        if date_tense.background(doc, hit.index):
            return
        if value.start == value.end or not mention.relative or hit.has("weekday", "month", "shy_month"):
            story.tell(value, mention.end, date_tense.reported(doc, hit.index))
    if (
        mention.kind == "range" and mention.relative and hit.has("unit") and (value.end - value.start).days == 6
        if value.start
        else False
    ):
        direction = FUTURE if value.start > story.anchor else PAST
        story.week = (value.start, story.sentence(mention.start), direction)
    if mention.relative and mention.kind != "thread" and not hit.has("month", "shy_month"):
        if value.precision is not Precision.UNKNOWN:
            story.named = None
    elif value.precision in (Precision.DAY, Precision.MONTH) and hit.has("month", "shy_month"):
        story.name(value.start.year, value.start.month, mention.start)


_DASHES = ("-", "--", "—", "–", ":", "/", "---")


def _is_dateline(doc: Doc, start: int, end: int) -> bool:
    """A date at the head of a line after a place, and before the agency, a dash or the end of the line.

    "PYONGYANG, Aug. 23 (KCNA) --", "NEW DELHI, Dec 5 , 2005" on a line of its own.
    """
    capitals = words = 0
    i = start - 1
    while i >= 0 and start - i <= 9:
        token = doc[i]
        if token.is_space:
            if "\n" in token.text:
                break
        elif not token.is_punct:
            if not token.text[0].isupper():
                return False
            words += 1
            capitals += token.text.isupper() and len(token.text) > 2
        i -= 1
    else:
        if i >= 0:
            return False
    if not words or doc[start - 1].text not in (",", "(", "/", "-", "–", "—", "."):
        return False
    after = [token.text for token in doc[end : end + 7]]
    if after[:1] == [","] and len(after) > 1 and after[1].isdigit():
        after = after[2:]
    if not after or after[0].count("\n"):
        return bool(capitals)
    if after[0] == "(":
        return bool(capitals) or (words <= 4 and ")" in after[1:5])
    return bool(capitals) and (after[0] in _DASHES or after[0].startswith(("--", "—")))


# -- forms ------------------------------------------------------------------------------------------------------------

_TYPED = re.compile(r"\d+(?:st|nd|rd|th)\b|\d{4}-\d\d?-\d\d?|\d\d?([./-])\d\d?\1\d{4}|\d+|[^\W\d_]+\.?|[^\w\s]", re.I)
_LEAD = re.compile(r"(?:on|in|at|the|during)\s+", re.I)


def parse_typed(text: str, published: date | None = None) -> DateValue:
    """What somebody typed as a date: "28 June 2016", "28-30 June", "June 2016", "2016", "last Tuesday".

    Days without a year and relative words count from ``published``. Raises ValueError with a sentence for the page.
    """
    typed = " ".join(text.split())
    if not typed:
        raise ValueError("Type a date, such as 28 June 2016.")
    words = [match[0] for match in _TYPED.finditer(_LEAD.sub("", typed, count=1))]
    words = [word.capitalize() if word.isalpha() else word for word in words]
    if len(words) == 1 and classify(words[0])[0] == "year":
        year = int(words[0])
        return DateValue(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, typed)
    entries = [_look_up(word) for word in words]
    codes = "".join(entry[0] for entry in entries)
    found: list[tuple[int, int, grammar.Reading]] = []

    def done(hit, reading):
        found.append((hit.first, hit.last, reading))

    story = Story(published)
    story.typed = True
    places = list(range(len(words)))
    grammar.read(words.__getitem__, codes, places, lambda i: entries[i][1], lambda i: "NN", story, done)
    whole = [reading for first, last, reading in found if first == 0 and last == len(words) and reading.first is None]
    if len(found) == 2 and found[0][0] == 0 and found[1][1] == len(words):
        between = " ".join(words[found[0][1] : found[1][0]]).lower()
        first, last = found[0][2].value, found[1][2].value
        if between in ("to", "until", "till", "through", "-", "–", "—") and first and last and first.start and last.end:
            if last.end < first.start:
                raise ValueError(f"“{typed}” ends before it begins.")
            whole = [grammar.Reading(replace(first, end=last.end), "range")]
    if not whole or whole[0].kind in ("duration", "vague"):
        raise ValueError(
            f"“{typed}” is not a date that can be read. Type it like 28 June 2016, June 2016 or 2016-06-28."
        )
    value = whole[0].value
    if value is None or value.start is None:
        if published is None:
            raise ValueError(f"“{typed}” needs a year: the article has no publication date to count from.")
        raise ValueError(f"“{typed}” does not stand for a day of the calendar.")
    return replace(value, basis=typed)


def combine(point: DateValue, days: int, at: str = "start") -> DateValue:
    """The stay of so many days that starts (or, ``at="end"``, ends) on a day; the first day counts."""
    if point.start is None or point.precision is not Precision.DAY or days < 1:
        return point
    if at == "end":
        return replace(point, start=point.end - timedelta(days=days - 1))
    return replace(point, end=point.start + timedelta(days=days - 1))
