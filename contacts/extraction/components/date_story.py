"""The time of one story: what its relative dates are counted from.

Three things are kept while the dates are read in text order: the anchor (publication, or a dateline's filing date),
the thread (the last day that the story told of, for "that evening"), and the last month and year named outright (for
"in September" in a tale of 1986).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from contacts.extraction.components import date_calendar as cal
from contacts.extraction.components.date_calendar import FUTURE, OPEN, PAST
from contacts.extraction.types import DateValue

SURELY_FAR, SURELY_NEAR = 300, 45
FAR, NEAR = 200, 120  # days: a reading farther off than FAR yields to one nearer than NEAR where the tense is unsure


@dataclass(slots=True)
class Told:
    """A day (or stay) that the story told of."""

    value: DateValue
    index: int
    sentence: int
    reported: bool  # the day that somebody spoke, not the day of what happened


class Story:
    def __init__(self, published: date | None, tense=None, sentences=(), paragraphs=(), present=None):
        self.published = published
        self.anchor = published
        self._tense = tense
        self._present = present
        self._tenses: dict[int, tuple[int, bool]] = {}
        self._sentences = sentences
        self._paragraphs = paragraphs
        self.event: Told | None = None
        self.speech: Told | None = None
        self.past: Told | None = None  # the last told that is not after the anchor
        self.named: tuple[int, int | None, int] | None = None  # year, month, token index
        self.week: tuple[date, int, int] | None = None  # Monday of a week just named, sentence, direction
        self.typed = False  # words of a form: no sentence around them
        self.only_year: int | None = None  # of an undated text with one year in it

    # -- where and when -------------------------------------------------------------------------------------------

    def sentence(self, index: int) -> int:
        return bisect_right(self._sentences, index)

    def paragraph(self, index: int) -> int:
        return bisect_right(self._paragraphs, index)

    def tense(self, index: int) -> int:
        return self.firm_tense(index)[0]

    def firm_tense(self, index: int) -> tuple[int, bool]:
        found = self._tenses.get(index)
        if found is None:
            found = self._tenses[index] = self._tense(index) if self._tense else (OPEN, False)
        return found

    # -- the thread -----------------------------------------------------------------------------------------------

    def tell(self, value: DateValue, index: int, reported: bool) -> None:
        told = Told(value, index, self.sentence(index), reported)
        if reported:
            self.speech = told
        else:
            self.event = told
        if self.anchor and value.start and value.start <= self.anchor:
            self.past = told

    def name(self, year: int, month: int | None, index: int) -> None:
        self.named = (year, month, index)

    def thread(self, index: int) -> DateValue | None:
        """The day that the story is at. What is told in a past tense goes on from no day that lies ahead: "he will come
        on May 9; the minister rang that afternoon"."""
        value = self._last_told(index)
        ahead = value is not None and self.anchor and value.start and value.start > self.anchor
        return self.past.value if ahead and self.past and self.tense(index) == PAST else value

    def _last_told(self, index: int) -> DateValue | None:
        """Of the last sentence that told a day, and rather of an event than of words."""
        event, speech = self.event, self.speech
        here = self.sentence(index)
        latest = max((told.index for told in (event, speech) if told), default=-1)
        if self.named and self.named[2] > latest and self.sentence(self.named[2]) == here:
            return None  # "the meeting in June and the release six weeks later"
        if event is None or speech is None:
            told = event or speech
            return told.value if told else None
        if speech.sentence == here or event.sentence == here:
            return max(event, speech, key=lambda told: told.index).value
        return (event if event.sentence >= speech.sentence else speech).value

    def thread_day(self, index: int) -> date | None:
        value = self.thread(index)
        return value.start if value and value.start == value.end else None

    def year_context(self, index: int) -> tuple[int, int | None] | None:
        """Year and month named in this sentence or the one before it."""
        if self.named is None:
            return None
        year, month, at = self.named
        if self.anchor is not None:
            if year >= self.anchor.year or self.sentence(index) - self.sentence(at) > 1:
                return None
            if self.paragraph(index) != self.paragraph(at) and month is None:
                return None
        return year, month

    def _is_recent(self, context: tuple[int, int | None], then: date | None) -> bool:
        """A bare month or day of the last weeks beats a context of a year or two ago."""
        return bool(
            self.anchor and then and self.anchor.year - context[0] < 3 and 0 <= (self.anchor - then).days < NEAR
        )

    # -- days, months and weekdays without a year -----------------------------------------------------------------

    def day(self, month: int, day: int, index: int) -> DateValue | None:
        context = self.year_context(index)
        direction, firm = self.firm_tense(index)
        if context and self.anchor and self._is_recent(context, cal.nearest_day(self.anchor, month, day, PAST)):
            context = None
        if context and direction != FUTURE:
            found = cal.make_day(self._year_in_context(context, month), month, day)
            return cal.day_value(found) if found else None
        if self.anchor is None:
            found = cal.make_day(self.only_year, month, day) if self.only_year else None
            return cal.day_value(found) if found else None
        found = cal.nearest_day(self.anchor, month, day, direction)
        if found and direction and (not firm or direction == PAST):
            other = cal.nearest_day(self.anchor, month, day, -direction)
            far, near = (SURELY_FAR, SURELY_NEAR) if firm else (FAR, NEAR)
            if other and abs((found - self.anchor).days) > far and abs((other - self.anchor).days) < near:
                found = other
        return cal.day_value(found) if found else None

    def month(self, month: int, index: int) -> DateValue | None:
        context = self.year_context(index)
        direction, firm = self.firm_tense(index)
        if context and self.anchor:
            last = date(cal.nearest_month(self.anchor, month, PAST), month, 1)
            context = None if self._is_recent(context, last) else context
        if context and direction != FUTURE:
            return cal.month_value(self._year_in_context(context, month), month)
        if self.anchor is None:
            return cal.month_value(self.only_year, month) if self.only_year else None
        year = cal.nearest_month(self.anchor, month, direction)
        ahead = (year * 12 + month) - (self.anchor.year * 12 + self.anchor.month)
        if direction == FUTURE and not firm and ahead > 7:
            year -= 1
        return cal.month_value(year, month)

    @staticmethod
    def _year_in_context(context: tuple[int, int | None], month: int) -> int:
        """A tale goes on: after November 1986, "in February" is 1987; after July, "in May" goes back."""
        year, named = context
        if named is not None and named - month > 6:
            return year + 1
        if named is not None and month - named > 8:
            return year - 1
        return year

    def weekday(self, weekday: int, index: int) -> DateValue | None:
        """By tense from the anchor; after "next week ..." the day of that week."""
        if self.anchor is None:
            return None
        direction = self.tense(index)
        if self.week and self.sentence(index) - self.week[1] <= (direction == FUTURE) and self.week[2] == direction:
            return cal.day_value(cal.add_days(self.week[0], weekday))
        if direction == FUTURE and weekday == self.anchor.weekday() and self._is_on(index):
            return cal.day_value(self.anchor)
        return cal.day_value(cal.nearest_weekday(self.anchor, weekday, direction))

    def _is_on(self, index: int) -> bool:
        """Is the weekday of filing the day itself? "Opens on Saturday", or after a day of this week in the sentence."""
        if self._present and self._present(index):
            return True
        told = self.event
        if told is None or told.sentence != self.sentence(index):
            return False
        return 0 < (self.anchor - told.value.end).days < 7
