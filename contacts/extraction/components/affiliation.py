"""Affiliation: the party that each person represents.

In order: what stands beside the name or in the title, the principal's party ('envoy of President X'), an office-holder
of the time, and last the parties named nearby.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

from spacy.tokens import Doc

from .. import name_origins, officeholders
from ..people import Name, Person, Title
from ..types import Rank
from ..word_lists import name_words, people_words, usual_parties
from . import nationals, owners, parties, principals
from .title_edges import POSSESSIVE

STATE_FORMS = ("name", "adjective", "capital", "metonym", "organisation", "ruling_party", "demonym")
TRAVEL = people_words("travel verb")
STAY_PREPOSITIONS = people_words("stay preposition")
REACH = 60
FITS = 2.0  # votes that a name loses with each tenfold worse fit to a party
UNFITTED = 0.1  # the fit of a party of whose names nothing is known
UNIQUE = (Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER, Rank.DEFENCE_MINISTER)
STYLES = people_words("style")
COUNTERPARTS = people_words("counterpart")
REIGNING = people_words("reigning")
HIGHEST = (Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT, Rank.FOREIGN_MINISTER, Rank.DEFENCE_MINISTER, Rank.MINISTER)


def beside_names(doc: Doc, names: list[Name]) -> None:
    """Sets ``name.country`` from titles, possessors and 'of' beside the name."""
    party_at = parties.index(doc)
    for name in names:
        own = sorted((title for title in name.titles if title.country), key=lambda t: t.former)
        name.country = next((t.country for t in own if not t.plural), name.country)
        following = of_country(doc, name.end, party_at)
        if following and (name.titles or len(name.words) > 1):
            name.country = name.country or following
            name.strong = True
        owner = _possessor(doc, name, party_at)
        if owner:
            name.country = name.country or owner
            name.strong = name.strong or len(name.words) > 1
        if name.country is None:
            name.country = next((t.country for t in own), None)


def _possessor(doc: Doc, name: Name, party_at) -> str | None:
    before = name.start - 1
    while before > 0 and doc[before].lower_ in name_words()["honorific"]:
        before -= 1
    if before > 0 and doc[before].lower_ in POSSESSIVE and party_at[before - 1] is not None:
        return party_at[before - 1].code if party_at[before - 1].form != "agency" else None
    mention = party_at[before] if before >= 0 else None
    if mention is not None and mention.form in ("adjective", "metonym", "organisation") and before == name.start - 1:
        return mention.code
    return None


def of_country(doc: Doc, at: int, party_at) -> str | None:
    """'Bui Thanh Son of Vietnam', 'Li Zhaoxing (China)'."""
    if at + 1 >= len(doc) or doc[at].lower_ not in ("of", "("):
        return None
    at += 1
    while at < len(doc) and doc[at].lower_ in ("the", "neighbouring", "neighboring"):
        at += 1
    mention = party_at[at] if at < len(doc) else None
    return mention.code if mention is not None and mention.form not in ("adjective", "demonym") else None


def settle(doc: Doc, people: list[Person], titles: list[Title]) -> None:
    """Gives a party to the persons whom nothing beside their names gave one."""
    for person in people:
        _from_owner(doc, person, owners.named)
        if person.country is None:
            _from_offices(doc, person)
        _from_owner(doc, person, owners.meant)
    doc.user_data["home"] = home = doc._.dateline.country if doc._.dateline else _of_the_paper(doc, people)
    doc.user_data["counterparts"] = [t for t in titles if t.word in COUNTERPARTS and t.poss is not None]
    doc.user_data["ambassadors"] = [t for t in titles if t.rank is Rank.AMBASSADOR and t.towards]
    pairs = principals.pairs(doc, people, titles)
    for _ in range(2):
        for agent, principal in pairs:
            if agent.country is None and principal.country:
                agent.country, agent.country_basis = principal.country, "the principal's"
            elif principal.country is None and agent.country:
                principal.country, principal.country_basis = agent.country, "the envoy's"
    frequent = Counter(m.code for m in doc._.parties if m.form in STATE_FORMS)
    for person in people:
        if person.country is None:
            person.country, person.country_basis = _usual(person), "the office's usual party"
        if person.country is None and any(title.rank is Rank.ORGANISATION for title in person.titles):
            person.country, person.country_basis = _organisation(doc, person), "the organisation of the story"
    nationals.bind(doc, people)
    for person in people:
        told = any(title.kind in ("person", "speaker", "relative") for title in person.titles)
        if person.country is None and (told or any(name.honorific in STYLES for name in person.names)):
            person.country, person.country_basis = _nearby(doc, person, home, frequent), "nearby"
    _one_holder_each(doc, people)
    principals.unnamed(doc, people, titles)


def _one_holder_each(doc: Doc, people: list[Person]) -> None:
    """A party has one president: who was only guessed to be another of the same party is of the one named most
    beside it."""
    held = {(p.country, p.rank) for p in people if p.country and p.country_basis != "nearby" and p.rank in UNIQUE}
    for person in people:
        if person.country_basis == "nearby" and person.rank in UNIQUE and (person.country, person.rank) in held:
            taken = {country for country, rank in held if rank is person.rank}
            person.country = most_named(doc, taken) or person.country


def _from_owner(doc: Doc, person: Person, read: Callable[[Doc, int], str | None]) -> None:
    """'Its foreign minister, X', 'the bloc's envoy, X': of the party that the possessor stands for."""
    for title in person.titles if person.country is None else ():
        code = read(doc, title.poss) if title.poss is not None else None
        if code:
            person.country, person.country_basis = code, f"'{doc[title.poss].lower_}'"
            return


def _usual(person: Person) -> str | None:
    """The party of an office that only one party, or above all one, has: 'assistant secretary of state'."""
    for title in person.titles:
        for words, unless, party in usual_parties():
            if words <= title.portfolio and not unless & title.portfolio:
                return party
    return None


def _organisation(doc: Doc, person: Person) -> str | None:
    """Secretary-general of what: the organisation last named before, else the one named most."""
    named = [m for m in doc._.parties if m.form == "organisation"]
    before = [m for m in named if m.start < person.names[0].start]
    if before:
        return before[-1].code
    return Counter(m.code for m in named).most_common(1)[0][0] if named else None


def _of_the_paper(doc: Doc, people: list[Person]) -> str | None:
    """A story without a dateline that writes 'the Prime Minister, X,' and no country is of X's country."""
    for person in people:
        first = person.names[0]
        bare = [
            t
            for t in first.titles
            if t.definite and t.rank in HIGHEST and t.end < first.start and doc[t.end].text == ","
        ]
        if bare and person.country_basis.startswith("office") and all(t.country is None for t in person.titles):
            return person.country
    return None


def _from_offices(doc: Doc, person: Person) -> None:
    holder = officeholders.of_story(doc, person.words)
    if holder is None and len(person.words) <= 2 and any(title.word in REIGNING for title in person.titles):
        holder = officeholders.of_reign(doc, person.words[0])
    if holder is not None:
        person.country, person.country_basis = holder.party, "office-holder of the time"


def most_named(doc: Doc, barred: set[str]) -> str | None:
    """The party that the story names most, other than the barred ones."""
    frequent = Counter(m.code for m in doc._.parties if m.form in STATE_FORMS and m.form != "organisation")
    return next((code for code, _ in frequent.most_common() if code not in barred), None)


def guess(doc: Doc, person: Person, barred: set[str]) -> str | None:
    """The likeliest party of a person without a title, other than the barred ones."""
    home = doc._.dateline.country if doc._.dateline else None
    frequent = Counter(m.code for m in doc._.parties if m.form in STATE_FORMS)
    return _nearby(doc, person, home, frequent, barred)


def _nearby(
    doc: Doc, person: Person, home: str | None, frequent: Counter, known_barred: frozenset | set = frozenset()
) -> str | None:
    """The party named nearest before the person's mentions, the place of filing, the story's main party: by votes."""
    party_at = parties.index(doc)
    votes: Counter = Counter()
    barred: set[str] = set(known_barred)
    for name in person.names[:4]:
        sentence_start = doc[name.start].sent.start
        seen = 0
        for i in range(name.start - 1, max(-1, name.start - REACH), -1):
            mention = party_at[i]
            if mention is None or mention.start != i or mention.form not in STATE_FORMS:
                continue
            inside = i >= sentence_start
            votes[mention.code] += (2.0 if inside else 0.7) / (1 + seen)
            seen += 1
            if seen > 3:
                break
        barred |= _destinations(doc, name, party_at, home)
        barred |= _of_counterparts(doc, name)
        for title in doc.user_data.get("ambassadors", ()):
            if (
                person.rank in HIGHEST[:3]
                and sentence_start <= title.start < doc[name.start].sent.end
                and title not in person.titles
            ):
                votes[title.towards] += 4.0
    if home and any(title.rank not in (Rank.ORGANISATION,) for title in person.titles):
        votes[home] += 2.5
    total = sum(frequent.values()) or 1
    for code, count in frequent.items():
        votes[code] += 1.2 * count / total
    fits = name_origins.fit(max((name.words for name in person.names), key=len), set(votes) - barred)
    choices = [
        (value + FITS * math.log10(max(fits.get(code, UNFITTED), 0.001)), code)
        for code, value in votes.items()
        if code not in barred
    ]
    return max(choices)[1] if choices else None


def _of_counterparts(doc: Doc, name: Name) -> set[str]:
    """'X met his Saudi counterpart': X is of another party."""
    return {
        title.country
        for title in doc.user_data["counterparts"]
        if title.country
        and title not in name.titles
        and doc[name.start].sent.start <= name.start < title.start < doc[name.start].sent.end
    }


def _destinations(doc: Doc, name: Name, party_at, home: str | None) -> set[str]:
    """Where the person travels to is not where the person comes from."""
    root = doc[name.start : name.end].root
    stays = _stays_abroad(doc, name, party_at, home)
    if stays or root.dep_ not in ("nsubj", "poss"):
        return stays
    verb = root.head
    if verb.lemma_ not in TRAVEL and verb.lemma_ not in ("visit", "trip", "tour"):
        return set()
    found = set()
    for i in range(verb.i + 1, min(verb.i + 8, len(doc))):
        if party_at[i] is not None and party_at[i].form not in ("adjective", "demonym"):
            found.add(party_at[i].code)
        if doc[i].lower_ == "here" and home:
            found.add(home)
    return found


def _stays_abroad(doc: Doc, name: Name, party_at, home: str | None) -> set[str]:
    """'X, who was in Sudan for a week', 'is due in Juba': not X's own country, unless the story is filed there."""
    for i in range(name.end, min(name.end + 10, len(doc) - 2)):
        token = doc[i]
        if token.is_sent_start:
            break
        if (
            token.lemma_ == "be"
            and token.nbor(1).lower_ in ("in", "due")
            or token.lemma_ in TRAVEL
            and token.pos_ == "VERB"
        ):
            for j in range(i + 1, min(i + 6, len(doc))):
                mention = party_at[j]
                if mention is not None and mention.form in ("name", "capital", "city") and mention.code != home:
                    return {mention.code} if doc[mention.start - 1].lower_ in STAY_PREPOSITIONS else set()
            break
    return set()
