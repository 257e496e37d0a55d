"""What suggests that one person of the read side is two people. No Django, no database.

Five rules, each giving at most one question a person, the earliest that nobody answered: two of the names side by side
in one contact; a silence of decades; posts that nobody holds at one time, told in turn; two far places on one day; two
parties at one time. What an answer would tell apart is stated with it: two of the names, the time from a day on, or the
time in a post.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import combinations, groupby

from contacts.extraction.lexicon_files import load_toml
from contacts.extraction.title_ranks import rank_of
from contacts.fusion.names import words
from contacts.fusion.settings import FOLDER
from contacts.regions import region_of

SILENCE = timedelta(days=25 * 365)  # nobody falls silent for so long and goes on
IN_TURN = timedelta(days=3 * 365)  # within which posts or parties that are told in turn are held at one time

TOGETHER, SILENT, POSTS, PLACES, PARTIES = "together", "silence", "posts", "places", "parties"
_TABLES = ("apart", "not_held", "near")


@dataclass(frozen=True, order=True)
class Mention:
    """A person in a contact that occurred. ``name`` is the id of the name; ``place`` the code of the country where both
    were, empty where that or the very day is not known."""

    start: date
    contact: str
    end: date
    name: str
    party: str = ""
    title: str = ""
    place: str = ""

    @property
    def post(self) -> str:
        """The rank of the title, empty where it names none, or one that is not held at that time."""
        return _held(self.title)


@dataclass(frozen=True)
class Doubt:
    """A question: is this one person? ``here`` and ``there`` are the contacts that suggest that it is not.

    Two people would be told apart by two names (``one`` and ``other``), by the ``day`` from which on it is somebody
    else, or by the ``post`` that is somebody else's. Where ``apart`` is false, none of that would do: one name, one
    post, one day; then ``day`` only says which day is meant. ``posts`` are both that the question is about: who said of
    either that it is no reason has answered.
    """

    rule: str
    here: str
    there: str
    one: str
    other: str = ""
    day: date | None = None
    post: str = ""
    apart: bool = True
    posts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answered:
    """What people said already: pairs of names that are one person's, and the days and posts that are no reason."""

    names: frozenset[frozenset[str]] = field(default_factory=frozenset)
    days: frozenset[date] = field(default_factory=frozenset)
    posts: frozenset[str] = field(default_factory=frozenset)


def doubts(mentions: Iterable[Mention], answered: Answered | None = None) -> list[Doubt]:
    """The questions about one person, in the order of the rules; none where nothing suggests two people."""
    told, answered = sorted(mentions), answered or Answered()
    found = []
    for rule in (_together, _silences, _posts, _places, _parties):
        question = next((one for one in rule(told) if not _is_answered(one, answered)), None)
        if question and _telling(question) not in map(_telling, found):
            found.append(question)
    return found


def _telling(doubt: Doubt) -> tuple:
    """What two people would be told apart by: two rules may ask the same."""
    return doubt.one, doubt.other, doubt.day, doubt.post


def _is_answered(doubt: Doubt, answered: Answered) -> bool:
    if doubt.other:
        return frozenset((doubt.one, doubt.other)) in answered.names
    return bool(doubt.posts & answered.posts) if doubt.post else doubt.day in answered.days


def _together(told: Sequence[Mention]) -> Iterator[Doubt]:
    for _, run in groupby(told, key=lambda one: (one.start, one.contact)):
        for here, there in combinations(run, 2):
            if here.name != there.name:
                yield _of_names(TOGETHER, here, there)


def _silences(told: Sequence[Mention]) -> Iterator[Doubt]:
    last = None
    for mention in told:
        if last and mention.start - last.end >= SILENCE:
            yield Doubt(SILENT, last.contact, mention.contact, mention.name, day=mention.start)
        last = mention if last is None or mention.end >= last.end else last


def _posts(told: Sequence[Mention]) -> Iterator[Doubt]:
    held = [one for one in told if one.post]
    for here, there in _in_turn(held, lambda one: one.post, _exclude):
        yield _by_names(POSTS, here, there, told) or _by_post(POSTS, here, there, told)


def _parties(told: Sequence[Mention]) -> Iterator[Doubt]:
    for here, there in _in_turn([one for one in told if one.party], lambda one: one.party, lambda a, b: a != b):
        yield _of_names(PARTIES, here, there)


def _in_turn(told: Sequence[Mention], what, exclude) -> Iterator[tuple[Mention, Mention]]:
    """The first two of each three contacts that tell one thing, then what excludes it, then the first again."""
    runs = [list(run) for _, run in groupby(told, key=what)]
    for at, run in enumerate(runs[:-1]):
        for there in runs[at + 1 :]:
            if there[0].start - run[-1].start > IN_TURN:
                break
            again = (one for later in runs[at + 1 :] for one in later if one.start >= there[0].start)
            here, other = run[-1], there[0]
            if (
                here.contact != other.contact
                and exclude(what(here), what(other))
                and any(
                    what(one) == what(here) and one.contact != other.contact and one.start - here.start <= IN_TURN
                    for one in again
                )
            ):
                yield here, other


def _places(told: Sequence[Mention]) -> Iterator[Doubt]:
    there = [one for one in told if one.place]
    for day, run in groupby(there, key=lambda one: one.start):
        for here, other in combinations(run, 2):
            if here.contact != other.contact and _far(here.place, other.place):
                yield (
                    _by_names(PLACES, here, other, told)
                    or (here.post != other.post and here.post and other.post and _by_post(PLACES, here, other, told))
                    or Doubt(PLACES, here.contact, other.contact, here.name, day=day, apart=False)
                )


def _by_names(rule: str, here: Mention, there: Mention, told: Sequence[Mention]) -> Doubt | None:
    """Told apart by their names, unless a name is told with both posts."""
    if here.name == there.name:
        return None
    posts = Counter((one.name, one.post) for one in told)
    if here.post != there.post and (posts[here.name, there.post] or posts[there.name, here.post]):
        return None
    return _of_names(rule, here, there)


def _of_names(rule: str, here: Mention, there: Mention) -> Doubt:
    one, other = sorted((here.name, there.name))
    return Doubt(rule, here.contact, there.contact, one, other)


def _by_post(rule: str, here: Mention, there: Mention, told: Sequence[Mention]) -> Doubt:
    """The post that fewer contacts tell is somebody else's."""
    number = Counter(one.post for one in told)
    rarer = min((there, here), key=lambda one: (number[one.post], one.post))
    posts = frozenset((here.post, there.post))
    return Doubt(rule, here.contact, there.contact, rarer.name, post=rarer.post, posts=posts)


@cache
def _held(title: str) -> str:
    if not title or _not_held() & set(words(title)):
        return ""
    return rank_of(title) or ""


@cache
def _not_held() -> frozenset[str]:
    rows = load_toml(
        "two_people", "not_held", {"words": list, "why": str}, unique=(), others=_others("not_held"), folder=FOLDER
    )
    return frozenset(word for row in rows for word in row["words"])


@cache
def _apart() -> frozenset[frozenset[str]]:
    rows = load_toml("two_people", "apart", {"posts": list, "why": str}, others=_others("apart"), folder=FOLDER)
    return frozenset(frozenset(row["posts"]) for row in rows)


def _exclude(one: str, other: str) -> bool:
    return frozenset((one, other)) in _apart()


@cache
def _near() -> frozenset[frozenset[str]]:
    rows = load_toml("two_people", "near", {"region": str, "to": list}, others=_others("near"), folder=FOLDER)
    return frozenset(frozenset((row["region"], other)) for row in rows for other in row["to"])


def _others(table: str) -> list[str]:
    return [one for one in _TABLES if one != table]


@cache
def _far(one: str, other: str) -> bool:
    """Whether two countries are of two continents and not of neighbouring regions."""
    here, there = region_of(one), region_of(other)
    if here is None or there is None or here[1] == there[1]:
        return False
    return frozenset((here[0], there[0])) not in _near()
