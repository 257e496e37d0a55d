"""Made-up articles of made-up events: texts from a few templates, and the records that are read out of them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.archive.world import Event, Official, World
from contacts.when import MONTHS

OUTLETS = [f"The {place} {kind}" for place in "Harbour Valley Northern Coastal Capital Evening Morning Federal".split()
           for kind in "Herald Post Courier Observer Dispatch Wire".split()]  # fmt: skip
_LEADS = {
    "visit": "{guests} of {guest_land} visited {host_land} {when} for talks with {hosts}.",
    "meeting": "{guests} of {guest_land} met {hosts} in {place} {when}.",
    "call": "{guests} of {guest_land} spoke by telephone with {hosts} {when}.",
    "message": "{guests} of {guest_land} sent a message to {hosts} {when}.",
}
_STATUS = {
    "planned": "It has been announced that this is to come: ",
    "possible": "It is being considered, officials said: ",
    "cancelled": "It was called off, the ministry said: ",
    "denied": "A spokesman denied this: ",
}
_REST = [
    "The two sides spoke of trade, of ports and of the price of grain.",
    "No statement was issued, and no date was set for the next round.",
    "Officials said that the mood had been good and the agenda short.",
    "The ministry published two lines and a photograph.",
    "An agreement on rail freight has been waiting since the spring.",
    "Students who watched the motorcade were sent home early.",
    "Both capitals have said that they want more flights between them.",
    "Observers noted that the fisheries question was left out.",
    "A dinner was given in the old customs house.",
    "The delegation included engineers and a harbour pilot.",
    "The talks went on for longer than the two hours that were planned.",
    "A joint commission is to meet before the end of the year.",
]


@dataclass(frozen=True)
class Told:
    """An article: ``like`` is the place, among the event's articles, of an earlier one with nearly the same text."""

    title: str
    text: str
    outlet: str
    published: date | None
    like: int | None
    records: tuple[dict, ...]


def articles(world: World, event: Event) -> Iterator[Told]:
    """One for most events, up to six for some: announced, told by both sides, printed again, looked back on."""
    drawn = Random((world.seed << 41) + event.number)
    many = drawn.choices((1, 2, 3, 4, 5, 6), (72, 16, 7, 3, 1, 1))[0]
    fate = drawn.choices(("occurred", "planned", "possible", "cancelled", "denied"), (82, 8, 3, 4, 3))[0]
    vague = drawn.choices(("day", "month", "year", "unknown"), (84, 9, 3, 4))[0]
    first: Told | None = None
    for place in range(many):
        status, published = fate, event.end + timedelta(drawn.randint(0, 2))
        if place and fate == "occurred" and drawn.random() < 0.25:
            status, published = "planned", event.start - timedelta(drawn.randint(2, 15))
        precision = vague if not place or drawn.random() < 0.7 else "day"
        told = _article(world, event, drawn, status, precision, published)
        if first and place and drawn.random() < 0.3:  # an agency's text, printed again
            text = first.text + f"\n\nPrinted a second time, as number {place}."
            told = Told(first.title, text, drawn.choice(OUTLETS), first.published, 0, first.records)
        first = first or told
        yield told


def _article(world: World, event: Event, drawn: Random, status: str, precision: str, published: date) -> Told:
    guests, hosts = list(event.guests), list(event.hosts)
    if len(guests) > 1 and drawn.random() < 0.3:
        guests = guests[:1]
    kinds = ["visit", "meeting"] if event.met else [event.kind]
    guest_code = event.guests[0].country
    host_code = next(code for code in event.parties if code != guest_code) if not hosts else hosts[0].country
    lines, records, at = [], [], 0
    place = f"the capital of {world.names[host_code]}"
    when = _when_words(event, precision)
    for kind in kinds:
        lead = _STATUS.get(status, "") + _LEADS[kind].format(
            guests=_people(guests), hosts=_people(hosts) or "officials", guest_land=world.names[guest_code],
            host_land=world.names[host_code], place=place, when=when,
        )  # fmt: skip
        spans = {"date": [at + lead.index(when), at + lead.index(when) + len(when)]} if when else {}
        if kind == "visit":
            taking_part, codes = [(one, "visitor") for one in guests], sorted({guest_code, host_code})
        else:
            roles = ("sender", "recipient") if kind == "message" else ("participant", "participant")
            taking_part = [(one, roles[0]) for one in guests] + [(one, roles[1]) for one in hosts]
            codes = list(event.parties)
        records.append(
            {
                "type": kind,
                "status": status,
                "countries": codes,
                "date": _date(event, precision),
                "place": {"text": place, "country": host_code} if kind in ("visit", "meeting") else None,
                "participants": [_participant(one, role) for one, role in taking_part],
                "evidence": [[at, at + len(lead)]],
                "confidence": round(drawn.uniform(0.4, 0.98), 3),
                "basis": when,
                "spans": spans,
            }
        )
        lines.append(lead)
        at += len(lead) + 2
    rest = " ".join(drawn.sample(_REST, 4))
    text = "\n\n".join([*lines, rest, f"Item {event.number} of {drawn.randint(1, 10**9)}."])
    title = f"{world.names[guest_code]} and {world.names[host_code]}: {kinds[0]} {status}"
    known = published if drawn.random() < 0.97 else None
    return Told(title, text, drawn.choice(OUTLETS), known, None, tuple(records))


def _people(some: list[Official]) -> str:
    return " and ".join(f"{one.title.capitalize()} {one.name}" for one in some)


def _participant(one: Official, role: str) -> dict:
    return {"name": one.name, "country": one.country, "title": one.title, "role": role}


def _when_words(event: Event, precision: str) -> str:
    if precision == "day":
        return f"on {event.start.day} {MONTHS[event.start.month - 1]} {event.start.year}"
    if precision == "month":
        return f"in {MONTHS[event.start.month - 1]} {event.start.year}"
    return f"in {event.start.year}" if precision == "year" else ""


def _date(event: Event, precision: str) -> dict:
    start, end = event.start, event.end
    if precision == "unknown":
        return {"start": None, "end": None, "precision": precision}
    if precision == "month":
        start, end = start.replace(day=1), start.replace(day=monthrange(start.year, start.month)[1])
    if precision == "year":
        start, end = date(start.year, 1, 1), date(start.year, 12, 31)
    return {"start": start.isoformat(), "end": end.isoformat(), "precision": precision}
