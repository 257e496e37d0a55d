"""What a person says of names: one person's, two people's, or somebody else's from a day on or in a post. Every way to
say it calls these functions.

Each runs in one transaction: look whether it can hold beside what was said before, record it, and bring the people of
the parties in step. What was said is never changed; taking it back is a row of its own. Names that stand for two
parties are one person's by such a word only; the person is then shown for the party of the fullest name.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from contacts.fusion import names_standing, people_doubts, persons, readside
from contacts.fusion.verdicts import CannotHold
from contacts.models import Name, NameSplit, NameTie, NameVerdict, Participation, PersonDoubt, Report
from contacts.search import index

Pair = tuple[str, str]
_MENTIONS = Participation.objects.filter(known_as=OuterRef("pk")).order_by()


def say_same(one: str, other: str, user) -> NameVerdict:
    """Say that two names (ids) are one person's. Raises CannotHold."""
    return _say(one, other, user, same=True)


def say_apart(one: str, other: str, user) -> NameVerdict:
    """Say that two names are two people's. Raises CannotHold."""
    return _say(one, other, user, same=False)


@transaction.atomic
def undo(verdict: int, user) -> NameVerdict:
    """Take back what was said of two names; what was said of them before holds again. Raises CannotHold,
    NameVerdict.DoesNotExist."""
    readside.one_at_a_time()
    taken = NameVerdict.objects.get(pk=verdict)
    said = _stack(NameVerdict.objects.filter(one=taken.one, other=taken.other).order_by("pk"))
    if not said or said[-1] != taken:
        raise CannotHold("That was taken back already, or somebody said something else of these two since.")
    before = said[-2].same if len(said) > 1 else None
    _look((taken.one, taken.other), before)
    words = {"one_words": taken.one_words, "other_words": taken.other_words}
    return _store(NameVerdict(one=taken.one, other=taken.other, same=before, user=user, takes_back=taken, **words))


@transaction.atomic
def split(name: str, day: date, user) -> NameSplit:
    """Say that from a day on a name (id) is another person's. Raises CannotHold."""
    readside.one_at_a_time()
    found = Name.objects.filter(pk=name).first()
    if found is None:
        raise CannotHold("There is no such name any more. Load the page again.")
    if day in names_standing.standing_splits().get((found.key, found.party_id), names_standing.NONE).days:
        raise CannotHold("That was said already. Load the page again.")
    told = Participation.objects.filter(known_as=found)
    if not (told.filter(contact__start__lt=day).exists() and told.filter(contact__start__gte=day).exists()):
        raise CannotHold("All contacts of this name are on one side of that day, so it would tell nobody apart.")
    return _store_splits([(found.key, found.party_id)], day, "", True, user)


@transaction.atomic
def undo_split(said: int, user) -> NameSplit:
    """Take back what was said of a name alone, and of the others of which it was said at once. Raises CannotHold,
    NameSplit.DoesNotExist."""
    readside.one_at_a_time()
    taken = NameSplit.objects.get(pk=said)
    rows = list(NameSplit.objects.filter(Q(pk=taken.first_id or taken.pk) | Q(first=taken.first_id or taken.pk)))
    back = []
    for row in rows:
        of_name = NameSplit.objects.filter(key=row.key, party=row.party_id, day=row.day, post=row.post)
        stands = _stack(of_name.order_by("pk"))
        if not stands or stands[-1] != row:
            raise CannotHold("That was taken back already, or somebody said something else of this name since.")
        before = stands[-2].splits if len(stands) > 1 else None
        values = {"key": row.key, "party_id": row.party_id, "day": row.day, "post": row.post}
        back.append(NameSplit(**values, splits=before, user=user, takes_back=row))
    return _keep_splits(back)


@transaction.atomic
def answer(doubt: int, user, *, one_person: bool) -> NameVerdict | NameSplit:
    """Answer whether a person is one or two (the id of a PersonDoubt). Raises CannotHold."""
    readside.one_at_a_time()
    asked = PersonDoubt.objects.select_related("person").filter(pk=doubt).first()
    if asked is None:
        raise CannotHold("Somebody has answered that, or what it was about changed. Load the page again.")
    if asked.other:
        return (say_same if one_person else say_apart)(asked.one, asked.other, user)
    if not (one_person or asked.apart):
        raise CannotHold("Name, post and day are the same, so nothing would tell the two apart.")
    names = Name.objects.filter(person=asked.person)
    if asked.day and not one_person:
        names = names.filter(Exists(_MENTIONS.filter(contact__start__gte=asked.day)))
    keys = sorted(set(names.values_list("key", "party")), key=repr)
    return _store_splits(keys, asked.day, asked.post, not one_person, user)


def _say(one: str, other: str, user, *, same: bool) -> NameVerdict:
    one, other = sorted((one, other))
    with transaction.atomic():
        readside.one_at_a_time()
        names = Name.objects.select_related("party").in_bulk([one, other])
        if len(names) < 2:
            raise CannotHold("Two names are wanted that are both still there. Load the page again.")
        _look((one, other), same)
        words = {"one_words": _words(names[one]), "other_words": _words(names[other])}
        return _store(NameVerdict(one=one, other=other, same=same, user=user, **words))


def _words(name: Name) -> str:
    apart = f", {name.split}" if name.split else ""
    return f"{name.spelling} ({name.party.name if name.party else 'no party'}{apart})"


def _look(pair: Pair, same: bool | None) -> None:
    """Raises CannotHold where this cannot hold beside what was said of other names."""
    rest = {known: said for known, said in names_standing.standing().items() if known != pair}
    group = _groups(rest)
    one, other = (group.get(name, name) for name in pair)
    if same is False and one == other:
        raise CannotHold(
            "Others said of names between these two that they are one person's, so these are as well: "
            f"{_chain(rest, pair)}. Take back one of these first."
        )
    if same is True:
        for (left, right), said in sorted(rest.items()):
            if not said and {group.get(left, left), group.get(right, right)} == {one, other} and one != other:
                raise CannotHold(f"{_told((left, right))}, and these two belong to them. Take that back first.")


def _groups(said: Mapping[Pair, bool]) -> dict[str, str]:
    return names_standing.groups(pair for pair, same in said.items() if same)


def _chain(said: Mapping[Pair, bool], pair: Pair) -> str:
    """Each word by which the two hang together, in sentences."""
    group = _groups(said)
    of = group[pair[0]]
    return "; ".join(_told(known) for known, same in sorted(said.items()) if same and group[known[0]] == of)


def _told(pair: Pair) -> str:
    row = NameVerdict.objects.filter(one=pair[0], other=pair[1]).select_related("user").order_by("-pk")[0]
    what = "one person's" if row.same else "two people's"
    return f"{row.user.get_username()} said that {row.one_words} and {row.other_words} are {what}"


def _store(verdict: NameVerdict) -> NameVerdict:
    verdict.save()
    names = Name.objects.filter(pk__in=(verdict.one, verdict.other))
    moved = persons.settle_parties(set(names.values_list("party", flat=True)))
    index.keep(moved, ())
    people_doubts.settle(moved | set(names.values_list("person", flat=True)) - {None})
    return verdict


def _store_splits(names: list[names_standing.Named], day: date | None, post: str, splits: bool, user) -> NameSplit:
    rows = [NameSplit(key=key, party_id=party, day=day, post=post, splits=splits, user=user) for key, party in names]
    for row in rows[1:]:
        row.first = rows[0]
    return _keep_splits(rows)


def _keep_splits(rows: list[NameSplit]) -> NameSplit:
    """Store what was said at once, and make the contacts that it is about anew."""
    of = Q()
    for row in rows:
        row.save()
        of |= Q(key=row.key, party=row.party_id)
    names = Name.objects.filter(of)
    if any(row.splits or row.takes_back_id for row in rows):
        told = Participation.objects.filter(known_as__in=names).values("contact")
        readside.project(Report.objects.filter(source__contact__in=told))
    people_doubts.settle(set(names.values_list("person", flat=True)) - {None})
    return rows[0]


def _stack(rows: Iterable) -> list:
    """What was said of one pair, or of one name and day or post, and not taken back, the newest last."""
    said: list = []
    for row in rows:
        said = [*said, row] if row.takes_back_id is None else [one for one in said if one.pk != row.takes_back_id]
    return said


# What pages show


def history(names: list[str]) -> list[tuple[NameVerdict, bool]]:
    """All that was ever said of these names and others, the newest first, and whether it can be taken back."""
    rows = list(NameVerdict.objects.filter(Q(one__in=names) | Q(other__in=names)).select_related("user").order_by("pk"))
    pairs: dict[Pair, list[NameVerdict]] = {}
    for row in rows:
        pairs.setdefault((row.one, row.other), []).append(row)
    stand = {said[-1].pk for of_pair in pairs.values() if (said := _stack(of_pair))}
    return [(row, row.pk in stand) for row in reversed(rows)]


def questions(start: int, most: int, hidden: Collection[str] = ()) -> list[NameTie]:
    """Names that may be one person's, on which nobody said anything; names and parties are at hand. Without the names
    (ids) that are ``hidden``. One query."""
    rows = NameTie.objects.select_related("one__party", "other__party").order_by(
        "one__spelling", "other__spelling", "pk"
    )
    return list(_without(rows, hidden)[start : start + most])


def _without(rows: QuerySet, hidden: Collection[str]) -> QuerySet:
    return rows.exclude(Q(one__in=hidden) | Q(other__in=hidden)) if hidden else rows


def latest(most: int = 10, hidden: Collection[str] = ()) -> list[tuple[NameVerdict, bool]]:
    """What was said last of any names, the newest first, and whether it can be taken back. Two queries."""
    rows = list(_without(NameVerdict.objects.order_by("-pk"), hidden).values_list("one", "other", "pk")[:most])
    known = {pk for _, _, pk in rows}
    return [entry for entry in history(sorted({name for row in rows for name in row[:2]})) if entry[0].pk in known]


def latest_splits(most: int = 10, hidden: Collection[names_standing.Named] = ()) -> list[NameSplit]:
    """What stands of single names, the newest first; what was said at once by its first row, with the other names
    (folded) as ``others``. Without the names (folded, with their party) that are ``hidden``. Two queries."""
    newest: dict[tuple, NameSplit] = {}
    for row in NameSplit.objects.select_related("user", "party").order_by("pk").prefetch_related("said_with"):
        newest[row.key, row.party_id, row.day, row.post] = row
    stand = [
        row for row in newest.values() if row.splits is not None and row.first_id is None and not row.takes_back_id
    ]
    stand = [row for row in stand if (row.key, row.party_id) not in hidden]
    for row in stand:
        row.others = [one.key for one in row.said_with.all() if (one.key, one.party_id) not in hidden]
    return sorted(stand, key=lambda row: -row.pk)[:most]
