"""Frames: one for each trigger that tells of a contact, with its sides, status, date and place.

Sets ``doc._.frames`` (list of Frame) in text order. What a trigger lacks to be a contact is kept in
``trigger.blocked``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from ..types import Kind, Place, Rank, Role, Status
from . import affiliation
from .actors import Actor
from .coreference import Resolver
from .frames_types import Frame
from .gatherings import gathered
from .joiners import join
from .settings import Settings
from .sides import SideReader, Sides, governing_verb
from .status import read_status, with_date
from .triggers import Trigger

SPORT = frozenset(
    "goal goals striker midfielder wicket wickets innings cricket football rugby tennis olympics champions league "
    "season coach scored batsman bowler goalkeeper semifinal quarterfinal tournament championship".split()
)
A_STORY_OF_SPORT = 5  # such words in a text
SEPARATELY = {"separately", "separate", "respectively", "individually"}
PLACE_NOUNS = {"country", "capital", "nation", "kingdom", "island", "republic", "emirate", "sultanate", "city"}
TO = {"to", "in", "into", "for", "at"}


@Language.component("frames", requires=["doc._.triggers", "doc._.dates"], assigns=["doc._.frames"])
def frames(doc: Doc) -> Doc:
    doc._.frames = FrameReader(doc).read()
    return doc


class FrameReader:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.resolver = Resolver(doc)
        self.sides = SideReader(doc, self.resolver)
        self.settings = Settings(doc)
        self.sport = sum(1 for token in doc if token.lower_ in SPORT) >= A_STORY_OF_SPORT
        self.named = Counter(m.code for m in doc._.parties)
        self.headline = bytearray(len(doc))
        for first, last in doc._.headlines or ():
            self.headline[first:last] = b"\x01" * (last - first)

    def read(self) -> list[Frame]:
        found: list[Frame] = []
        self.visits: list[Frame] = []
        for trigger in self.doc._.triggers:
            if trigger.blocked:
                continue
            token = self.doc[trigger.head]
            if trigger.kind is Kind.VISIT:
                visits = self._visits(trigger, token)
                self.visits += [v for v in visits if v.destination is not None]
                self.resolver.past.visitors += [a.person for v in visits for a, _ in v.roles if a.person is not None]
                found += visits
            else:
                for frame in self._contacts(trigger, token):
                    found.append(frame)
                    self._remember(frame)
        found += ListedSenders(self).read()
        found += self._gatherings(found)
        found = _without_echoes(found)
        found.sort(key=lambda frame: frame.token)
        join(self.doc, self.resolver, found)
        return found

    def _gatherings(self, found: list[Frame]) -> list[Frame]:
        """Meetings whose sides stand in several sentences."""
        told = {frame.sentence for frame in found if frame.kind is Kind.MEETING}
        more: list[Frame] = []
        for trigger in self.doc._.triggers:
            token = self.doc[trigger.head]
            sentence = (token.sent.start_char, token.sent.end_char)
            if not trigger.blocked or sentence in told or self.headline[token.i]:
                continue
            roles = gathered(self.doc, self.resolver, self.sides, trigger)
            if roles:
                told.add(sentence)
                more.append(self._frame(trigger, token, roles, Sides(how="who was present")))
        return more

    def _remember(self, frame: Frame) -> None:
        """Two named people of two parties are whom 'the two' means next."""
        named = [a for a, _ in frame.roles if a.person is not None]
        if len(named) == 2 and len({a.country for a in named}) == 2:
            self.resolver.pairs.recent.append((frame.token, named))

    def _guess_parties(self, trigger: Trigger, token: Token, sides: Sides) -> None:
        """A person of whom nothing tells the party, but who travels or meets: the party named nearby or most often
        that is
        not the other side's and not the destination."""
        if trigger.entry.weak:
            return
        if trigger.kind is Kind.VISIT and (self._only_mr(sides) or not self._among_officials(token)):
            return
        unknown = [
            a
            for a in sides.actors
            if a.person is not None and a.country is None and len(a.person.words) > 1 and not a.person.titles
        ]
        if not unknown:
            return
        barred = {a.country for a in sides.actors if a.country}
        if trigger.kind is Kind.VISIT:
            barred |= {place.country for place, _ in self.settings.destinations(token, TO, trigger.entry.place_object)}
        for actor in unknown:
            code = affiliation.guess(self.doc, actor.person, barred)
            if code:
                actor.person.country, actor.person.country_basis = code, "guessed from its contact"
                actor.country, actor.official = code, actor.person.official

    def _among_officials(self, token: Token) -> bool:
        """Whether the sentence tells of offices or talks: else somebody of whom nothing is known travels for
        himself."""
        heads = {t.head for t in self.doc._.triggers if t.kind is not Kind.VISIT and not t.entry.weak}
        return any(
            i in heads or getattr(self.resolver.table[i], "kind", "") in ("person", "group")
            for i in range(token.sent.start, token.sent.end)
        )

    def _only_mr(self, sides: Sides) -> bool:
        """Whether a traveller of whom nothing is known is just 'Mr X': as often as not a private person."""
        unknown = [a.person for a in sides.actors if a.person is not None and a.country is None]
        return any(name.honorific in ("mr", "mrs", "ms", "miss") for person in unknown for name in person.names)

    # -- visits -------------------------------------------------------------------------------------------------------

    def _visits(self, trigger: Trigger, token: Token) -> list[Frame]:
        sides = self.sides.read(trigger)
        self._guess_parties(trigger, token, sides)
        travellers = [a for a in sides.agents if a.country and a.official and not _speaks_only(a)]
        if not travellers:
            trigger.blocked = "no official who travels"
            return []
        if all(a.person is None and a.label is None for a in travellers):
            trigger.blocked = "nobody but a country travels"
            return []
        if (
            token.pos_ == "VERB"
            and trigger.pattern != "visiting"
            and any(c.dep_ == "dobj" and self.resolver.names_person(c) for c in token.children)
        ):
            trigger.blocked = "somebody, not a place, is visited"
            return []
        embassy = self._embassy(token, travellers)
        if embassy is not None:
            frame = self._frame(
                trigger, token, [*((a, Role.PARTICIPANT) for a in travellers), (embassy, Role.HOST)], sides
            )
            frame.kind = Kind.MEETING
            return [frame]
        places = self._destinations(trigger, token, travellers)
        left = self._left_place(token, travellers) if trigger.pattern == "leave" else None
        if left is not None:
            places = [left, *places]
        if not places:
            trigger.blocked = "no destination"
            return []
        found = []
        for place in places:
            by_country: dict[str, list[Actor]] = {}
            for actor in travellers:
                if actor.country != place.country and not _resides(actor, place):
                    by_country.setdefault(actor.country, []).append(actor)
            for group in by_country.values():
                frame = self._frame(trigger, token, [(a, Role.VISITOR) for a in group], sides)
                frame.destination = place
                if place is left:
                    frame.status, frame.status_token = Status.OCCURRED, None
                frame.retold = _is_retold(token)
                if trigger.pattern == "invite" and frame.status is Status.OCCURRED:
                    frame.status, frame.status_token = Status.POSSIBLE, token.i
                found.append(frame)
        if not found:
            trigger.blocked = "at home"
        return found

    def _embassy(self, token: Token, travellers: list[Actor]) -> Actor | None:
        """'visited the Vietnamese embassy here': a meeting with those who work there."""
        own = {a.country for a in travellers}
        for child in token.children:
            found = self.resolver.table[child.i]
            if (
                child.dep_ == "dobj"
                and getattr(found, "word", "") == "embassy"
                and found.country
                and found.country not in own
            ):
                return next(iter(self.resolver.resolve(child)), None)
        return None

    def _left_place(self, token: Token, travellers: list[Actor]) -> Place | None:
        """'left Zimbabwe for Lesotho': Zimbabwe was visited."""
        own = {a.country for a in travellers}
        for child in token.children:
            mention = self.resolver.party_at[child.i]
            if (
                child.dep_ == "dobj"
                and mention is not None
                and mention.form in ("name", "capital", "city")
                and mention.code not in own
            ):
                span = self.doc[mention.start : mention.end]
                return Place(span.text, mention.code, (span.start_char, span.end_char))
        return None

    def _destinations(self, trigger: Trigger, token: Token, travellers: list[Actor]) -> list[Place]:
        entry = trigger.entry
        own = {a.country for a in travellers}
        if trigger.pattern == "visiting":
            home = self.settings.home()
            return [home] if home and home.country not in own else self._host_place(token, own)
        if trigger.pattern == "attend":
            where = self.settings.where(token)
            for child in token.children:
                if where is None and child.dep_ == "dobj":
                    where = self.settings.where(child)
            return [where.place] if where is not None and where.place.country not in own else []
        prepositions = entry.to or (TO if entry.part == "noun" else {"to"})
        if trigger.pattern in ("send", "invite") and not any(
            c.lower_ == "to" and c.dep_ in ("prep", "dative") for c in token.children
        ):
            return []
        found = [place for place, _ in self.settings.destinations(token, prepositions, entry.place_object)]
        away = [place for place in found if place.country not in own or len(own) > 1]
        if away or found and trigger.pattern != "journey":
            return away
        return self._implied_destination(trigger, token, own)

    def _implied_destination(self, trigger: Trigger, token: Token, own: set[str]) -> list[Place]:
        """Where 'here', 'the country' or a bare 'his visit' leads: where the traveller was said to go, the place of
        filing,
        or the place last named."""
        home = self.settings.home()
        if any(c.dep_ == "prep" and c.lower_ == "to" for c in token.children) and not any(
            self.resolver.pairs.is_pair(t) or t.lemma_ in PLACE_NOUNS
            for c in token.children
            if c.dep_ == "prep"
            for t in c.children
        ):
            return []
        for i in range(token.i + 1, min(token.i + 8, token.sent.end)):
            low = self.doc[i].lower_
            if low == "there":
                return self._last_place(token, own)
            if low == "here" or low in ("country", "capital", "kingdom") and self.doc[i - 1].lower_ in ("the", "this"):
                return [home] if home and home.country not in own else self._last_place(token, own)
        if (
            trigger.entry.word in ("arrive", "land")
            or trigger.entry.word in ("fly", "come")
            and any(c.dep_ in ("prt", "advmod") and c.lower_ == "in" for c in token.children)
        ):
            return (
                [home]
                if home and home.country not in own and not self._last_place(token, own)
                else self._last_place(token, own)
            )
        if trigger.pattern != "journey" or trigger.entry.word not in ("visit", "trip", "stay", "stopover"):
            return []
        earlier = [v.destination for v in self.visits if {a.country for a, _ in v.roles} <= own]
        if earlier:
            return earlier[-1:]
        where = self.settings.where(token)
        if where is not None and where.place.country not in own:
            return [where.place]
        last = self._last_place(token, own)
        if home and home.country not in own and (not last or self.named[home.country] >= self.named[last[0].country]):
            return [home]
        return last

    def _host_place(self, token: Token, own: set[str]) -> list[Place]:
        """'X met visiting Y': the country of the other official of the sentence."""
        for i in range(token.sent.start, token.sent.end):
            mention = self.resolver.party_at[i]
            if (
                mention is not None
                and mention.code not in own
                and mention.form in ("name", "capital", "city", "adjective")
            ):
                span = self.doc[mention.start : mention.end]
                return [Place(span.text, mention.code, (span.start_char, span.end_char))]
        return []

    def _last_place(self, token: Token, own: set[str]) -> list[Place]:
        for i in range(token.i - 1, max(-1, token.i - 80), -1):
            mention = self.resolver.party_at[i]
            if mention is not None and mention.form in ("name", "capital", "city") and mention.code not in own:
                span = self.doc[mention.start : mention.end]
                return [Place(span.text, mention.code, (span.start_char, span.end_char))]
        return []

    # -- meetings, calls, messages ------------------------------------------------------------------------------------

    def _contacts(self, trigger: Trigger, token: Token) -> list[Frame]:
        """One frame, or one a partner where the sentence says that they were met separately."""
        frame = self._contact(trigger, token)
        if frame is None:
            return []
        if trigger.entry.word == "conference" and frame.status is not Status.OCCURRED:
            trigger.blocked = "no joint conference"
            return []
        if frame.kind is not Kind.MESSAGE and any(t.lower_ in SEPARATELY for t in token.sent):
            return self._one_each(frame)
        if (
            frame.kind is Kind.MESSAGE
            and token.tag_ == "NNS"
            and token.lemma_ in ("message", "letter", "telegram", "cable")
        ):
            return self._one_each(frame, Role.RECIPIENT)
        return [frame]

    def _one_each(self, frame: Frame, role: Role | None = None) -> list[Frame]:
        centre = next((pair for pair in frame.roles if pair[1] is Role.HOST), frame.roles[0])
        first = centre[0]
        others = [(a, r) for a, r in frame.roles if a.country != first.country and role in (None, r)]
        if len(others) < 2:
            return [frame]
        return [replace(frame, roles=[centre, other], explain=dict(frame.explain)) for other in others]

    def _contact(self, trigger: Trigger, token: Token) -> Frame | None:
        sides = self.sides.complete(trigger, self.sides.read(trigger))
        if self.sport and not any(a.person is not None and a.rank in affiliation.UNIQUE for a in sides.actors):
            trigger.blocked = "a story of sport"
            return None
        if not sides.actors:
            sides = self._of_the_story(trigger, token)
        if not sides.actors:
            trigger.blocked = "nobody named"
            return None
        self._guess_parties(trigger, token, sides)
        _part_equals(self.doc, sides)
        actors = [a for a in sides.actors if a.official and not _speaks_only(a)]
        if all(a.person is None and a.label is None for a in actors) and sides.how not in (
            "between",
            "light verb",
            "letter",
            "signed",
            "the two parties of the story",
        ):
            trigger.blocked = "only countries, nobody who acts"
            return None
        if len({a.country for a in actors if a.country}) < 2:
            trigger.blocked = "not two parties: " + ", ".join(sorted(_shown(a) for a in sides.actors))
            return None
        roles = self._roles(trigger, sides, actors)
        return self._frame(trigger, token, roles, sides)

    def _of_the_story(self, trigger: Trigger, token: Token) -> Sides:
        """'Talks continued in Moscow': bare talks at a time and a place are between the two parties that the
        story is about."""
        if trigger.entry.word not in ("talk", "negotiation") or token.dep_ not in (
            "nsubj",
            "nsubjpass",
            "pobj",
            "ROOT",
        ):
            return Sides()
        if self.settings.where(token) is None and self.settings.when(token) is None:
            return Sides()
        (first, _most), (second, many), *rest = [*self.named.most_common(3), ("", 0), ("", 0)][:3]
        if many < 3 or rest and rest[0][1] * 2 > many:
            return Sides()
        return Sides([Actor(first), Actor(second)], [], how="the two parties of the story")

    def _roles(self, trigger: Trigger, sides: Sides, actors: list[Actor]) -> list[tuple[Actor, Role]]:
        agents = {id(a) for a in sides.agents}
        roles = []
        for actor in actors:
            if not actor.country:
                continue
            role = Role.PARTICIPANT
            if trigger.kind is Kind.MESSAGE:
                role = Role.SENDER if id(actor) in agents else Role.RECIPIENT
            elif sides.host == "partner" and id(actor) not in agents:
                role = Role.HOST
            roles.append((actor, role))
        return roles

    def _frame(self, trigger: Trigger, token: Token, roles, sides: Sides) -> Frame:
        status, cause = read_status(token, trigger.pattern)
        sentence = token.sent
        when = self.settings.when(token)
        frame = Frame(
            trigger.kind,
            trigger,
            token.i,
            (sentence.start_char, sentence.end_char),
            roles,
            status,
            cause.i if cause is not None else None,
            when,
            None,
        )
        if trigger.kind in (Kind.MEETING, Kind.VISIT):
            frame.where = self.settings.where(token)
        sure = when is not None and when.how in ("with the verb", "in the clause")
        soon = bool(when and when.future and token.tag_ == "VBZ")
        frame.status = with_date(status, when.value if when else None, sure, self.doc._.published, soon)
        frame.firm = frame.status is not Status.OCCURRED or _is_past(token)
        frame.headline = bool(self.headline[token.i])
        frame.explain = {
            "trigger": token.text,
            "pattern": f"{trigger.entry.part} {trigger.pattern}",
            "sides": sides.how,
        }
        return frame


def _resides(actor: Actor, place: Place) -> bool:
    """An ambassador does not visit the country that he is posted to."""
    return actor.person is not None and any(
        t.rank is Rank.AMBASSADOR and t.towards == place.country for t in actor.person.titles
    )


def _is_past(token: Token) -> bool:
    """Whether the tense tells that it happened: 'met', 'held talks'; 'his visit to X' alone does not."""
    if token.pos_ in ("VERB", "AUX"):
        return True
    verb = governing_verb(token)
    return verb is not None and verb.tag_ in ("VBD", "VBN", "VBG")


def _is_retold(token: Token) -> bool:
    """'This was his first visit to X': says something of a visit that is told elsewhere too."""
    return token.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lower_ in ("this", "it", "that") for c in token.head.children
    )


def _without_echoes(found: list[Frame]) -> list[Frame]:
    """Leaves out the 'discussed' of a call or meeting told in the same sentence."""
    calls = [f for f in found if f.kind is Kind.CALL]
    return [
        f
        for f in found
        if not (
            f.kind is Kind.MEETING
            and f.trigger.entry.weak
            and f.persons
            and any(c.sentence == f.sentence and f.persons <= c.persons for c in calls)
        )
    ]


def _part_equals(doc: Doc, sides: Sides) -> None:
    """Two foreign ministers are of two parties: where one of them was only guessed to be of the other's, guess
    again."""
    people = [a for a in sides.actors if a.person is not None and a.country and a.rank in affiliation.UNIQUE]
    for one in people:
        for other in people:
            if (
                one is other
                or one.country != other.country
                or one.rank is not other.rank
                or other.person.country_basis != "nearby"
            ):
                continue
            code = affiliation.most_named(doc, {one.country})
            if code:
                other.person.country, other.person.country_basis, other.country = code, "not the other's", code


class ListedSenders:
    """'X received messages from heads of state. Among them are the president of A, the prime minister of B ...':
    one each."""

    def __init__(self, reader: FrameReader) -> None:
        self.reader, self.doc = reader, reader.doc

    def read(self) -> list[Frame]:
        found: list[Frame] = []
        for trigger in self.doc._.triggers:
            if trigger.kind is not Kind.MESSAGE or not trigger.blocked.startswith("not two"):
                continue
            token = self.doc[trigger.head]
            senders = self._senders(token)
            if not senders or found and found[-1].token >= token.sent.start:
                continue
            sides = self.reader.sides.read(trigger)
            takers = [a for a in sides.actors if a.person is not None and a.country]
            for sender in senders:
                roles = [(sender, Role.SENDER), *((a, Role.RECIPIENT) for a in takers if a.country != sender.country)]
                if len(roles) > 1:
                    found.append(self.reader._frame(trigger, token, roles, sides))
        return found

    def _senders(self, token: Token) -> list[Actor]:
        """The titles that the next sentence lists after 'Among them are', 'They came from'."""
        if token.sent.end >= len(self.doc) or not token.lower_.endswith("s"):
            return []
        following = self.doc[token.sent.end].sent
        opening = following.text[:40].lower().split()
        if opening[:2] not in (
            ["among", "them"],
            ["they", "are"],
            ["they", "were"],
            ["they", "included"],
            ["they", "include"],
        ):
            return []
        table, senders, seen = self.reader.resolver.table, [], set()
        for i in range(following.start, following.end):
            item = table[i]
            if item is None or item.start != i or getattr(item, "country", None) is None or item.country in seen:
                continue
            seen.add(item.country)
            senders += self.reader.resolver.resolve(self.doc[item.head if hasattr(item, "head") else item.end - 1], 4)[
                :1
            ]
        return senders


def _speaks_only(actor: Actor) -> bool:
    return actor.person is not None and actor.person.speaker_only


def _shown(actor: Actor) -> str:
    name = " ".join(actor.person.words) if actor.person else actor.label or "party"
    return f"{name} ({actor.country or '?'})"


if not Doc.has_extension("frames"):
    Doc.set_extension("frames", default=None)
