"""Sides: who takes part in a contact, by the grammar around its trigger.

For each trigger: the agents, the partners, and where the grammar shows it which of them is the host.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from ..people import Name, Title
from ..types import Kind
from .actors import Actor
from .clauses import SUBJECTS, governing_verb, subject_tokens, subjects_above
from .coreference import Resolver
from .idioms import other_side
from .triggers import Trigger, light_verbs, person_after

OBJECT_PREPOSITIONS = {
    "to",
    "with",
    "from",
    "by",
    "against",
    "about",
    "on",
    "for",
    "at",
    "between",
    "after",
    "than",
    "as",
    "like",
    "including",
}
CLAUSE_PREPOSITIONS = {
    "during",
    "after",
    "before",
    "following",
    "at",
    "in",
    "for",
    "on",
    "from",
    "upon",
    "since",
    "through",
    "ahead",
    "to",
    "with",
    "by",
}
WINDOW = 30
NEAR = 10  # tokens between two people who are told as a pair
TELLING = {
    "tell",
    "inform",
    "assure",
    "urge",
    "warn",
    "ask",
    "thank",
    "brief",
    "promise",
    "press",
    "remind",
    "show",
    "give",
    "offer",
    "hand",
    "present",
    "quote",
    "advise",
    "congratulate",
    "reassure",
    "confront",
    "question",
    "persuade",
    "convince",
    "pressure",
    "implore",
    "notify",
    "request",
    "lecture",
    "rebuke",
    "praise",
    "criticise",
    "criticize",
    "grill",
    "tackle",
}
SIGNING = {"sign", "ink", "initial", "conclude"}
DEEDS = {
    "agreement",
    "memorandum",
    "protocol",
    "accord",
    "treaty",
    "contract",
    "plan",
    "pact",
    "convention",
    "deal",
    "communique",
    "communiqué",
    "declaration",
    "statement",
    "document",
    "programme",
    "program",
    "minute",
    "letter",
    "note",
}
BETWEEN = {"between", "among", "amongst", "involving"}
FROM_OBJECT = {"prevent", "stop", "bar", "ban", "block", "keep", "discourage", "prohibit", "dissuade"}
PRESIDING = {"host", "chair", "mediate", "preside", "oversee", "convene"}
BY_MOUTH = {"convey", "express", "extend", "pass", "bring", "exchange", "offer"}
WRITTEN = {"letter", "telegram", "cable", "ultimatum", "representation"}
RECEIVING = {"receive", "get", "accept", "read", "welcome"}
GIVING = {"give", "offer", "serve", "keep", "have", "entertain", "treat", "take"}
MEALS = {"dinner", "reception", "banquet", "lunch", "luncheon", "breakfast", "party", "welcome", "ceremony"}


@dataclass(slots=True)
class Sides:
    agents: list[Actor] = field(default_factory=list)
    partners: list[Actor] = field(default_factory=list)
    host: str = ""
    how: str = ""

    @property
    def actors(self) -> list[Actor]:
        seen, out = set(), []
        for actor in self.agents + self.partners:
            if actor.key is not None and actor.key not in seen:
                seen.add(actor.key)
                out.append(actor)
        return out


class SideReader:
    def __init__(self, doc: Doc, resolver: Resolver) -> None:
        self.doc = doc
        self.resolver = resolver
        self.heads = {trigger.head for trigger in doc._.triggers}

    def read(self, trigger: Trigger) -> Sides:
        token = self.doc[trigger.head]
        if trigger.pattern == "visiting":
            return Sides(self.actors_of([person_after(token) or token.head]), how="visiting")
        if trigger.entry.part == "adjective":
            subjects = subject_tokens(token.head) if token.dep_ in ("acomp", "oprd", "attr") else [token.head]
            return Sides(self.actors_of(subjects), how="adjective")
        if trigger.idiom is not None:
            return self._idiom(trigger, token)
        if trigger.entry.part == "verb":
            return self._verb(trigger, token)
        return self._noun(trigger, token)

    def _idiom(self, trigger: Trigger, token: Token) -> Sides:
        """'X heard Y out', 'X was across the table from Y': the subject, and whom the phrase names."""
        other = other_side(token, trigger.idiom, self.resolver.table)
        verb = token if token.pos_ in ("VERB", "AUX") else governing_verb(token)
        subjects = self.actors_of(subject_tokens(verb)) if verb is not None else []
        if not subjects and (verb is None or not _has_own_subject(verb)):
            subjects = self._above(token)
        partners = self.actors_of([other]) if other is not None else []
        return named_needed(Sides(subjects, partners, how="idiom"))

    def complete(self, trigger: Trigger, sides: Sides) -> Sides:
        """Where only one side of a contact is told in the sentence, the other is whom the story is about."""
        token = self.doc[trigger.head]
        pair = self._pair_of_sentence(trigger, token, sides)
        if pair:
            return Sides(pair, [], how="the two of the sentence")
        known = [a for a in sides.actors if a.country and a.person is not None]
        if not known or len({a.country for a in sides.actors if a.country}) > 1:
            return sides
        if any(not a.official for a in sides.actors) or not self._lacks_a_side(trigger, token, sides):
            return sides
        person = self.resolver.past.topic(token, {a.country for a in known})
        if person is None:
            return sides
        other = Actor(
            person.country, person, None, person.names[0].start, person.names[0].end, person.rank, person.official
        )
        if sides.partners:
            return Sides(
                [*sides.agents, other], sides.partners, sides.host, sides.how + ", the other side from the story"
            )
        return Sides(sides.agents, [other], sides.host, sides.how + ", the other side from the story")

    def _pair_of_sentence(self, trigger: Trigger, token: Token, sides: Sides) -> list[Actor]:
        """'In a call on Saturday, X and Y ...': the only two officials of a sentence, of two parties, where the
        grammar shows
        fewer."""
        if (
            trigger.entry.weak
            or trigger.pattern not in ("event", "call")
            or len({a.country for a in sides.actors if a.country}) > 1
        ):
            return []
        if (
            any(not a.official for a in sides.actors)
            or any(c.dep_ == "poss" for c in token.children)
            and not sides.actors
        ):
            return []
        found: list[Actor] = []
        for i in range(token.sent.start, token.sent.end):
            item = self.resolver.table[i]
            if not isinstance(item, Name) or item.start != i or item.person in [a.person for a in found]:
                continue
            if item.person.country is None or item.person.speaker_only or not item.person.official:
                continue
            found.append(Actor(item.person.country, item.person, None, item.start, item.end, item.person.rank, True))
        if len(found) != 2 or found[0].country == found[1].country:
            return []
        between = [self.doc[i].lower_ for i in range(found[0].end, found[1].start)]
        return found if len(between) <= NEAR and {"and", "with", "after", "told", "to"} & set(between) else []

    def _lacks_a_side(self, trigger: Trigger, token: Token, sides: Sides) -> bool:
        """Whether the grammar leaves room for somebody not named here: 'received him', 'the talks with X'."""
        if trigger.pattern in ("speak", "letter", "write", "call_on", "beside", "phone"):
            return False
        if trigger.pattern in ("receive", "summon"):
            objects = [c for c in token.children if c.dep_ == "dobj"]
            return not sides.agents and (not objects or objects[0].pos_ == "PRON")
        if sides.host == "partner" and trigger.entry.part == "noun":
            return True
        return bool(sides.partners) and not sides.agents

    # -- verbs --------------------------------------------------------------------------------------------------------

    def _verb(self, trigger: Trigger, verb: Token) -> Sides:
        passive = any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children) or (
            verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and trigger.pattern in ("receive", "summon")
        )
        subjects = self.actors_of(subject_tokens(verb))
        objects = self.actors_of([c for c in verb.children if c.dep_ in ("dobj", "dative")])
        by = trigger.entry.by or {"with"}
        others = self.actors_of(self._objects_of(verb, by))
        if not others and trigger.pattern == "beside":  # 'raised the accord with X'
            others = self.actors_of([t for c in verb.children if c.dep_ == "dobj" for t in self._objects_of(c, by)])
        if trigger.pattern in ("receive", "summon"):
            return both_needed(self._receive(verb, passive, subjects, objects))
        if trigger.pattern in ("send", "invite"):
            return Sides(subjects if passive else objects, [], how="sent" if trigger.pattern == "send" else "invited")
        if trigger.pattern == "reciprocal" and passive:
            agents = self.actors_of(self._objects_of(verb, {"by"}))
            return Sides(agents, subjects, how="passive")
        if not subjects and not passive and not _has_own_subject(verb):
            subjects = self._above(verb)
        if trigger.pattern in ("reciprocal", "speak", "call_on", "phone", "write"):
            partners = others or (objects if trigger.pattern in ("reciprocal", "phone", "write") else [])
            if trigger.pattern == "write" and not partners:
                partners = self.actors_of(self._objects_of(verb, {"to"}) or self._following(verb.i, {"to"}))
            if not partners and not objects and trigger.pattern in ("reciprocal", "speak"):
                partners = self.actors_of(self._following(verb.i, by))
            if (
                not partners
                and verb.dep_ == "relcl"
                and trigger.pattern in ("reciprocal", "speak")
                and len(subjects) == 1
            ):
                subjects = self.actors_of([_first_of_list(verb.head)])
            sides = Sides(subjects, partners, host="partner" if trigger.pattern == "call_on" else "", how="verb")
            if trigger.pattern == "call_on" and (not partners or _urges(verb)):
                return Sides(how="urges")
            if trigger.pattern in ("call_on", "phone", "write"):
                return both_needed(sides)
            if trigger.entry.weak and trigger.kind is not Kind.CALL:
                return named_needed(sides, trigger.entry.word)
            return sides
        if trigger.pattern == "beside":
            return self._beside(verb, passive, subjects, others)
        return Sides(subjects, [], how="verb")

    def _beside(self, verb: Token, passive: bool, subjects: list[Actor], others: list[Actor]) -> Sides:
        """'compared notes with Y', 'the two presidents signed': named people on both sides, else nothing."""
        signing = verb.lemma_ in SIGNING
        told = subjects
        if passive:
            told = self.actors_of(self._objects_of(verb, {"by"}))
            if signing and not told:
                told = [
                    a
                    for c in verb.children
                    if c.dep_ == "nsubjpass"
                    for a in self.actors_of(self._objects_of(c, BETWEEN))
                ]
        if (
            signing
            and len({a.country for a in told}) > 1
            and (all(a.person is not None or a.label for a in told) or self._at_a_place(verb) and self._is_deed(verb))
        ):
            return Sides(told, others, how="signed")
        named = [a for a in told if a.person is not None]
        others = [a for a in others if a.person is not None or a.label]
        pronoun = any(c.dep_ in SUBJECTS and c.lower_ in ("they", "both") for c in verb.children)
        if named and others or len({a.country for a in named}) > 1 and not pronoun:
            return Sides(named, others, how="beside")
        return Sides(how="one side only")

    def _at_a_place(self, verb: Token) -> bool:
        """'signed here on Tuesday', 'signed in Hanoi on 3 May'."""
        place = any(
            c.lower_ == "here"
            or c.lower_ in ("in", "at")
            and any(self.resolver.party_at[g.i] is not None for g in c.children)
            for c in verb.children
        )
        return place and verb.tag_ in ("VBD", "VBN")

    def _is_deed(self, verb: Token) -> bool:
        """Whether what is signed is an agreement."""
        return any(c.lemma_.lower() in DEEDS for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))

    def _above(self, token: Token) -> list[Actor]:
        """The first subject of a verb above that is somebody."""
        for tokens in subjects_above(token):
            actors = [a for a in self.actors_of(tokens) if a.country]
            if actors:
                return actors
        return self._to_the_left(token)

    def _to_the_left(self, token: Token) -> list[Actor]:
        """Where the parse shows no subject: the nearest official before the trigger who is nobody's object."""
        i = token.i - 1
        start = token.sent.start
        while i >= start:
            if self.doc[i].text in (";", '"', "”", "“"):
                return []
            found = self.resolver.table[i]
            if found is None:
                i -= 1
                continue
            before = found.start - 1
            while before > start and (
                self.doc[before].pos_ in ("DET", "NUM", "ADJ") or self.resolver.table[before] is not None
            ):
                before -= 1
            if (
                before < start
                or self.doc[before].lower_ not in OBJECT_PREPOSITIONS
                and self.doc[before].pos_ not in ("VERB",)
            ):
                actors = [
                    a
                    for a in self.resolver.resolve(
                        self.doc[found.end - 1 if not hasattr(found, "head") else found.head]
                    )
                    if a.country
                ]
                if actors and not (actors[0].person is not None and actors[0].person.speaker_only):
                    return actors
            i = found.start - 1
        return []

    def _receive(self, verb: Token, passive: bool, subjects: list[Actor], objects: list[Actor]) -> Sides:
        if passive:
            hosts = self.actors_of(self._objects_of(verb, {"by"}))
            if not hosts and verb.lemma_ in ("summon", "call"):
                hosts = self._summoners(verb, subjects)
            return Sides(subjects, hosts, host="partner", how="passive")
        if not objects and any(c.dep_ == "dobj" and c.pos_ != "PRON" for c in verb.children):
            return Sides(how="a thing is received")
        return Sides(objects, subjects, host="partner", how="receive")

    def _summoners(self, verb: Token, summoned: list[Actor]) -> list[Actor]:
        """'was summoned to the Zimbabwean foreign ministry', 'to the ministry in Tripoli': whose ministry it is,
        or where it stands."""
        away = {a.country for a in summoned}
        hosts = [a for a in self.actors_of(self._objects_of(verb, {"to", "at"})) if a.country and a.country not in away]
        if hosts:
            return hosts
        for token in verb.subtree:
            mention = self.resolver.party_at[token.i]
            if (
                token.i > verb.i
                and mention is not None
                and mention.form in ("name", "capital")
                and mention.code not in away
            ):
                return [Actor(mention.code, None, "foreign ministry", mention.start, mention.end)]
        found = [self.resolver.table[a.start] for a in summoned]
        posts = [t.towards for t in found if isinstance(t, Title) and t.towards] or [self.resolver.home]
        return (
            [Actor(posts[0], None, "foreign ministry", verb.i, verb.i + 1)] if posts[0] and posts[0] not in away else []
        )

    def _objects_of(self, head: Token, prepositions) -> list[Token]:
        found = []
        for child in head.children:
            if child.lower_ in prepositions and child.dep_ in ("prep", "agent", "prt", "advmod", "dative"):
                found += [c for c in child.children if c.dep_ in ("pobj", "pcomp")]
                found += [
                    g
                    for c in child.children
                    if c.dep_ == "conj" and c.lower_ in prepositions
                    for g in c.children
                    if g.dep_ == "pobj"
                ]
        return found

    def _following(self, index: int, prepositions, over: bool = False) -> list[Token]:
        """The objects of the first such preposition after a token, before the next trigger or the end of the clause."""
        stop = min(len(self.doc), index + WINDOW)
        for i in range(index + 1, stop):
            token = self.doc[i]
            if token.is_sent_start or token.text in (";",) or i in self.heads and not (over and token.pos_ == "NOUN"):
                return []
            if token.lower_ in prepositions:
                return [c for c in token.children if c.dep_ in ("pobj", "pcomp")]
        return []

    def actors_of(self, tokens: list[Token]) -> list[Actor]:
        found: list[Actor] = []
        for token in tokens:
            found += self.resolver.resolve(token)
        return found

    # -- nouns --------------------------------------------------------------------------------------------------------

    def _letter(self, noun: Token) -> Sides:
        """'sent a message to X', 'received a letter from Y', 'a telegram from Y to X'."""
        governor = governing_verb(noun)
        if governor is not None and governor.lemma_ in BY_MOUTH and noun.lemma_ not in WRITTEN and noun.dep_ != "pobj":
            return Sides(how="by word of mouth")
        senders = self.actors_of(
            self._objects_of(noun, {"from", "by"})
            or [t for t in self._objects_of(noun, {"of"}) if self.resolver.table[t.i] is not None]
        )
        receivers = self.actors_of(self._objects_of(noun, {"to"}))
        owners = self.actors_of([c for c in noun.children if c.dep_ == "poss"])
        subjects: list[Actor] = []
        if governor is not None:
            receivers = receivers or self.actors_of([t for t in self._objects_of(governor, {"to"}) if t.i > governor.i])
            receivers = receivers or self.actors_of(
                [c for c in governor.children if c.dep_ == "dative" and c.pos_ != "ADP"]
            )
            subjects = self.actors_of(subject_tokens(governor))
            if governor.lemma_ in RECEIVING:
                senders = senders or self.actors_of(
                    self._objects_of(governor, {"from"}) or self._following(noun.i, {"from"}, over=True)
                )
                return Sides(senders or owners, receivers or subjects, how="received")
        if not receivers:
            receivers = self.actors_of(self._following(noun.i, {"to"}))
        if not receivers and governor is not None and noun.dep_ == "pobj":
            receivers = self.actors_of([c for c in governor.children if c.dep_ in ("dobj", "dative")])
        return Sides(senders or owners or subjects or self._above(noun), receivers, how="letter")

    def _noun(self, trigger: Trigger, noun: Token) -> Sides:
        if trigger.pattern == "letter":
            return self._letter(noun)
        if trigger.pattern == "credentials":
            governor = governing_verb(noun)
            takers = self._objects_of(noun, {"to"}) or (
                self._objects_of(governor, {"to"}) if governor is not None else []
            )
            givers = self.actors_of(subject_tokens(governor)) if governor is not None else []
            return both_needed(
                Sides(
                    givers, self.actors_of(takers or self._following(noun.i, {"to"})), host="partner", how="credentials"
                )
            )
        if trigger.pattern == "call_on":
            owners = self.actors_of([c for c in noun.children if c.dep_ == "poss"])
            governor = governing_verb(noun)
            callers = (
                owners
                or (self.actors_of(subject_tokens(governor)) if governor is not None else [])
                or self._above(noun)
            )
            return Sides(
                callers,
                self.actors_of(self._objects_of(noun, {"on", "upon"}) or self._following(noun.i, {"on", "upon"})),
                host="partner",
                how="call on",
            )
        between = self.actors_of(self._objects_of(noun, BETWEEN) or self._following(noun.i, BETWEEN))
        if len({a.country for a in between}) < 2:
            between = between and self._listed_between(noun) or between
        if len(between) > 1:
            governor = governing_verb(noun)
            hosts = (
                self.actors_of(subject_tokens(governor))
                if governor is not None and governor.lemma_ in PRESIDING
                else []
            )
            return Sides(between, hosts, host="partner" if hosts else "", how="between")
        owners = self.actors_of(
            [
                c
                for c in noun.children
                if c.dep_ == "poss" or c.dep_ in ("compound", "nmod") and self.resolver.names_person(c)
            ]
        )
        if any(c.dep_ == "prep" and c.lower_ == "between" for c in noun.children):
            return Sides(between, owners, how="between")
        if trigger.pattern == "call":
            callers = self.actors_of(self._objects_of(noun, {"from", "by"}))
            called = self.actors_of(self._objects_of(noun, {"to"}))
            governor = governing_verb(noun)
            if governor is not None and not callers and governor.lemma_ in RECEIVING:
                callers = self.actors_of(self._objects_of(governor, {"from"}))
            if callers or called:
                others = (
                    called
                    if callers and called
                    else self.actors_of(subject_tokens(governor))
                    if governor is not None
                    else []
                )
                return Sides(callers or others, called or others, how="call from or to")
        with_ = self.actors_of(self._objects_of(noun, {"with"}))
        governor = governing_verb(noun)
        honoured = self._honoured(trigger, noun, governor)
        if honoured:
            hosts = owners or (self.actors_of(subject_tokens(governor)) if governor is not None else [])
            return Sides(honoured, hosts, host="partner", how="in honour")
        if not with_ and governor is not None:
            with_ = self.actors_of([t for t in self._objects_of(governor, {"with"}) if t.i > governor.i])
        if not with_:
            with_ = self.actors_of(self._following(noun.i, {"with"}))
        agents, how = owners, "possessive"
        if not agents:
            agents, how = self._noun_agents(trigger, noun, governor, bool(with_))
        if (
            trigger.pattern in ("event", "call")
            and governor is not None
            and governor.lemma_ in TELLING
            and noun.dep_ == "pobj"
            and not with_
        ):
            with_ = self.actors_of([c for c in governor.children if c.dep_ in ("dobj", "dative")])
        compound = self._before(noun) if trigger.kind != "visit" else []
        if not agents or (not with_ and compound):
            agents = agents + [a for a in compound if all(a.country != b.country for b in agents)]
        return Sides(agents, with_, how=how)

    def _listed_between(self, noun: Token) -> list[Actor]:
        """'between A and China's B was called off': the list as it stands, where the parse has cut it."""
        at = next((c.i for c in noun.children if c.lower_ in BETWEEN), noun.i)
        found: list[Actor] = []
        seen_and = False
        for i in range(at + 1, min(at + WINDOW, noun.sent.end)):
            token = self.doc[i]
            if token.pos_ in ("AUX", "VERB") and self.resolver.table[i] is None or token.text == ";":
                break
            if token.lower_ == "and":
                seen_and = True
            item = self.resolver.table[i]
            if item is not None and item.end - 1 == i and (isinstance(item, Name) or item.person is None):
                found += self.resolver.resolve(self.doc[item.head if isinstance(item, Title) else i], 4)
        return found if seen_and else []

    def _honoured(self, trigger: Trigger, noun: Token, governor: Token | None) -> list[Actor]:
        """'gave a dinner for X', 'a reception in honour of the guests'."""
        if trigger.entry.word not in MEALS:
            return []
        found = self.actors_of(self._objects_of(noun, {"for"}))
        if not found and governor is not None:
            found = self.actors_of([t for t in self._objects_of(governor, {"for"}) if t.i > noun.i])
            if not found and governor.lemma_ in GIVING:  # 'gave him a dinner', 'kept her to lunch'
                found = self.actors_of([c for c in governor.children if c.dep_ in ("dative", "dobj") and c.i < noun.i])
        if found:
            return found
        for i in range(noun.i + 1, min(noun.i + 8, len(self.doc))):
            if self.doc[i].lower_ in ("honour", "honor"):
                return self.actors_of(self._following(i, {"of"}))
        return []

    def _just_before(self, noun: Token) -> list[Actor]:
        """'Rex Y, on a visit to Z,': the name or title that the phrase follows at once."""
        i = noun.i - 1
        while i > noun.sent.start and noun.i - i < 6 and self.doc[i].lower_ != "on":
            i -= 1
        if self.doc[i].lower_ != "on" or i < 2:
            return []
        before = i - 2 if self.doc[i - 1].text in (",", "(", "—", "--") else i - 1
        found = self.resolver.table[before]
        return self.actors_of([self.doc[before]]) if found is not None and found.end == before + 1 else []

    def _noun_agents(
        self, trigger: Trigger, noun: Token, governor: Token | None, has_partner: bool
    ) -> tuple[list[Actor], str]:
        beside = self._just_before(noun)
        if beside:
            return beside, "noun before"
        if noun.dep_ == "pobj" and noun.head.lower_ in ("on", "during") and noun.head.head.pos_ in ("NOUN", "PROPN"):
            actors = self.actors_of([noun.head.head])
            if actors:
                return actors, "noun above"
        if noun.dep_ == "nsubjpass" and noun.head.lemma_ in light_verbs():
            actors = self.actors_of(self._objects_of(noun.head, {"by"}))
            if actors:
                return actors, "passive light verb"
        of = self.actors_of(self._objects_of(noun, {"of", "by"}))
        if not of and trigger.pattern == "journey":
            of = self._by_somebody(noun)
        for clause in noun.children:
            if clause.dep_ == "relcl" and clause.lemma_ in light_verbs():
                own = self.actors_of(
                    [c for c in clause.children if c.dep_ == "nsubj" and c.lower_ not in ("that", "which", "who")]
                )
                if own or any(c.dep_ == "nsubj" and c.lower_ not in ("that", "which", "who") for c in clause.children):
                    return own, "relative clause"
        if of and (trigger.pattern in ("journey", "letter") or len(of) > 1):
            return of, "of"
        if noun.dep_ in ("dobj", "nsubjpass") and noun.head.lemma_ not in light_verbs():
            return of, "of"
        if governor is not None:
            subjects = self.actors_of(subject_tokens(governor))
            if subjects:
                return subjects, "light verb" if noun.dep_ == "dobj" else "clause"
            if noun.dep_ == "dobj" and _has_own_subject(governor) or any(c.dep_ == "poss" for c in noun.children):
                return of, "of"
        return of or self._above(noun), "clause above"

    def _by_somebody(self, noun: Token) -> list[Actor]:
        """'the visit to Germany by the secretary of state': the one named after the place."""
        for i in range(noun.i + 1, min(noun.i + 10, noun.sent.end)):
            token = self.doc[i]
            if token.pos_ in ("VERB", "AUX") or token.text in ",;":
                break
            if token.lower_ in ("by", "of"):
                found = [
                    a
                    for a in self.actors_of([c for c in token.children if c.dep_ == "pobj"])
                    if a.person is not None or a.label
                ]
                if found:
                    return found
        return []

    def _before(self, noun: Token) -> list[Actor]:
        """'U.S.-North Korean talks', 'the Cuban-Chinese meeting': parties in front of the noun."""
        found: list[Actor] = []
        i = noun.i - 1
        while i >= 0 and noun.i - i < 10:
            mention = self.resolver.party_at[i]
            token = self.doc[i]
            if mention is not None:
                found.insert(0, Actor(mention.code, None, None, mention.start, mention.end))
                i = mention.start - 1
                continue
            if token.pos_ in ("ADJ", "NOUN", "NUM") or token.text in ("-", "–", "and", ","):
                i -= 1
                continue
            break
        return found if len(found) > 1 else []


def _first_of_list(token: Token) -> Token:
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def _has_own_subject(verb: Token) -> bool:
    """Whether the verb's subject is told, though it is nobody official: then nobody else is put in its place."""
    return any(t.pos_ in ("NOUN", "PROPN") for t in subject_tokens(verb))


def both_needed(sides: Sides) -> Sides:
    """These verbs tell of a contact only with somebody on either side."""
    if sides.agents and sides.partners or len(sides.actors) == 1:
        return sides
    return Sides(how="one side only")


def named_needed(sides: Sides, word: str = "") -> Sides:
    """Of weak words only what is told of people counts: a name on one side, at least a description on the other."""
    people = [a for a in sides.actors if a.person is not None or a.label]
    if (
        word in ("discuss", "talk", "consult", "negotiate")
        and len(people) == len(sides.actors)
        and len({a.country for a in people if a.country}) > 1
    ):
        return sides
    if (
        any(a.person is not None for a in people)
        and len({a.country for a in people if a.country}) > 1
        and len(people) == len(sides.actors)
    ):
        return sides
    return Sides(how="too little for a weak word")


def _urges(verb: Token) -> bool:
    """'called on X to do something' is no visit to X."""
    return any(
        c.dep_ in ("xcomp", "advcl", "ccomp") and c.i > verb.i and any(g.lower_ == "to" for g in c.children)
        for c in verb.subtree
        if c.head == verb or c.head.dep_ in ("pobj", "prep")
    )
