"""Who is told by the office in one sentence and by the name in another, as news does.

'Iran's top negotiator will meet the EU's foreign policy chief. Ali Larijani and Javier Solana talked last week.'
'Cho Hyun flew to Beijing on Monday. The South Korean foreign minister will also visit Tokyo.'
"""

from __future__ import annotations

from spacy.tokens import Doc

from .. import name_origins, officeholders
from ..people import Name, Title
from ..types import Rank
from ..word_lists import people_words

ANY_OFFICIAL = people_words("any official")
NOBODY = people_words("nobody")
RANKS = {
    **dict.fromkeys(("president", "king", "emir", "sultan", "emperor", "pope"), Rank.HEAD_OF_STATE),
    **dict.fromkeys(("prime minister", "premier", "chancellor"), Rank.HEAD_OF_GOVERNMENT),
    **dict.fromkeys(("foreign minister", "foreign secretary", "secretary of state"), Rank.FOREIGN_MINISTER),
    **dict.fromkeys(("defence minister", "defense secretary"), Rank.DEFENCE_MINISTER),
}  # of the offices of officeholders.toml
FITTING = 0.05  # how well the letters of the name must fit the party, next to the others of the article
BESIDE = 5  # tokens after the office in which its own name may stand
NEXT = 2  # sentences after the office in which its holder may be named
OPENING = 2  # tokens before the name that opens a sentence
SUBJECTS = ("nsubj", "nsubjpass")
STANDS_ALONE = (*SUBJECTS, "pobj", "dobj")


def name_the_unnamed(doc: Doc, names: list[Name], titles: list[Title]) -> None:
    """Gives each new name that opens a sentence the office without a name that the sentences before tell of."""
    offices = _offices(doc, names, titles)
    if not offices:
        return
    told: set[tuple[str, ...]] = set()
    taken: set[int] = set()
    for name in names:
        new = not any(set(name.words) & set(words) for words in told)
        told.add(name.words)
        if not new or len(name.words) < 2 or not _is_subject(doc, name):
            continue
        for title in offices:
            if id(title) not in taken and _fits(doc, name, title):
                name.titles.append(title)
                name.strong = True
                taken.add(id(title))
                break


def title_the_untitled(doc: Doc, names: list[Name], titles: list[Title]) -> None:
    """Gives the subject of the sentences before, told by nothing but a name, the office that stands for nobody else."""
    known = {word for n in names if n.titles for word in n.words}
    bare = [n for n in names if not n.titles and len(n.words) > 1 and _is_subject(doc, n) and not known & set(n.words)]
    for title in _offices(doc, names, titles) if bare else ():
        if not title.definite or doc[title.head].dep_ not in SUBJECTS or _is_held(title, names):
            continue
        before = [n for n in bare if n.end <= title.start and 0 < _sentences_between(doc, n.start, title.head) <= NEXT]
        if before and _holds(doc, before[-1], title):
            before[-1].titles.append(title)
            before[-1].strong = True
            before[-1].country = before[-1].country or title.country


def _is_held(title: Title, names: list[Name]) -> bool:
    """Whether somebody named has an office like this one: 'the minister' is then him."""
    return any(
        t.kind == title.kind
        and t.rank is title.rank
        and (t.country is None or t.country == title.country)
        and (t.word == title.word or title.rank in RANKS.values())
        for name in names
        for t in name.titles
    )


def _holds(doc: Doc, name: Name, title: Title) -> bool:
    if name.country is not None and name.country != title.country:
        return False
    holder = officeholders.of_story(doc, name.words)
    if holder is not None:
        return holder.party == title.country and _is_of_rank(holder.office, title)
    fits = name_origins.fit(name.words, {mention.code for mention in doc._.parties})
    return fits.get(title.country, FITTING) >= FITTING


def _offices(doc: Doc, names: list[Name], titles: list[Title]) -> list[Title]:
    """The offices that stand for somebody whom the text has not named yet, in text order."""
    held = {id(title) for name in names for title in name.titles}
    begins = {name.start for name in names}
    return [
        t
        for t in titles
        if t.kind == "person"
        and not t.plural
        and t.country
        and not t.former
        and id(t) not in held
        and doc[t.start].lower_ not in NOBODY
        and (t.start == 0 or doc[t.start - 1].lower_ not in NOBODY)
        and not _name_beside(doc, t, begins)
        and doc[t.head].dep_ in STANDS_ALONE
    ]


def _name_beside(doc: Doc, title: Title, begins: set[int]) -> bool:
    """'The president of the Republic, His Excellency Mr X': its own name, before the verb."""
    for i in range(title.end, min(title.end + BESIDE, len(doc))):
        if doc[i].is_sent_start:
            return False
        if i in begins:
            return True
        if doc[i].pos_ in ("VERB", "AUX"):
            return False
    return False


def _is_subject(doc: Doc, name: Name) -> bool:
    root = doc[name.start : name.end].root
    first = root.dep_ == "conj" and root.head.dep_ in SUBJECTS
    return root.dep_ in SUBJECTS or first


def _fits(doc: Doc, name: Name, title: Title) -> bool:
    between = _sentences_between(doc, title.head, name.start)
    if title.end > name.start or not 0 < between <= NEXT:
        return False
    own = {t.country for t in name.titles if t.country}
    if own:
        return own == {title.country} and title.word in ANY_OFFICIAL and all(not t.plural for t in name.titles)
    if any(t.plural or t.kind != "person" for t in name.titles):
        return False
    holder = officeholders.of_story(doc, name.words)
    if holder is not None:
        return holder.party == title.country and _is_of_rank(holder.office, title)
    subject = doc[title.head].dep_ in SUBJECTS
    return subject and _opens(doc, name) and between == 1 and _sounds_like(doc, name, title)


def _is_of_rank(office: str, title: Title) -> bool:
    """'Lebanon's prime minister' is not the one who is known as its president; 'a top official' is neither."""
    known = RANKS.get(office)
    if title.word == "leader":
        return known in (Rank.HEAD_OF_STATE, Rank.HEAD_OF_GOVERNMENT)
    return known is title.rank if known is not None else title.rank not in RANKS.values()


def _sounds_like(doc: Doc, name: Name, title: Title) -> bool:
    fits = name_origins.fit(name.words, {mention.code for mention in doc._.parties})
    if title.country not in fits:  # organisations, and states of which no names are known
        return title.rank not in RANKS.values()
    return fits[title.country] >= FITTING


def _opens(doc: Doc, name: Name) -> bool:
    start = name.titles[0].start if name.titles else name.start
    return start - doc[name.start].sent.start <= OPENING


def _sentences_between(doc: Doc, first: int, second: int) -> int:
    """How many sentences after the first token the second stands; more than ``NEXT`` where it is further."""
    sentence, target = doc[first].sent, doc[second].sent.start
    for step in range(NEXT + 1):
        if sentence.start == target:
            return step
        if sentence.end >= len(doc):
            break
        sentence = doc[sentence.end].sent
    return NEXT + 1
