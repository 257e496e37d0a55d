"""What people say of names: kept, bound to, taken back, and never in contradiction."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from contacts.fusion import names_said, rebuilding
from contacts.fusion.verdicts import CannotHold
from contacts.models import KnownName, Name, NameSplit, NameTie, NameVerdict, Participation, Person
from contacts.search import index
from tests import make

pytestmark = pytest.mark.django_db


def people() -> set[frozenset[str]]:
    return {frozenset(person.names.values_list("spelling", flat=True)) for person in Person.objects.all()}


def stored() -> tuple:
    """Who everybody is, but for numbers that the database gives."""
    return (
        sorted(Person.objects.values_list("pk", "key", "name", "party")),
        sorted(Name.objects.values_list("pk", "spelling", "split", "person")),
        sorted(NameTie.objects.values_list("one", "other")),
        sorted(Participation.objects.values_list("contact", "ordinal", "known_as", "person"), key=repr),
        sorted(KnownName.objects.values_list("person", "name", "party", "contacts"), key=repr),
    )


def holds() -> None:
    """A rebuild changes nothing, and the search knows the same people."""
    before = stored()
    rebuilding.rebuild()
    assert stored() == before
    assert index.differences() == []


def met(*names: str, party: str = "ESP", day: str = "2020-05-04") -> None:
    for number, name in enumerate(names):
        made = date.fromisoformat(day).replace(month=number % 12 + 1).isoformat()
        make.report(day=made, countries=sorted({party, "PRT"}), participants=[make.person(name, party)])


def name(spelling: str) -> str:
    return Name.objects.get(spelling=spelling).pk


@pytest.fixture
def ana():
    return make.user(name="ana")


def test_two_names_said_to_be_one_persons_are_until_it_is_taken_back(ana):
    met("Mahmoud Abbas", "Abu Mazen")
    said = names_said.say_same(name("Abu Mazen"), name("Mahmoud Abbas"), ana)
    assert people() == {frozenset({"Mahmoud Abbas", "Abu Mazen"})}
    assert Person.objects.get().name == "Mahmoud Abbas"
    holds()
    names_said.undo(said.pk, ana)
    assert len(people()) == 2 and NameVerdict.objects.count() == 2
    holds()


def test_two_names_said_to_be_two_peoples_are_though_they_are_alike_and_no_question_is_left(ana):
    met("Sergei Lavrov", "Sergey Lavrov")
    assert len(people()) == 1
    names_said.say_apart(name("Sergei Lavrov"), name("Sergey Lavrov"), ana)
    assert len(people()) == 2 and not NameTie.objects.exists()
    holds()


def test_names_of_two_parties_are_one_persons_by_a_word_and_by_nothing_else(ana):
    met("Boutros Ghali", party="EGY")
    met("Boutros Boutros-Ghali", party="UN")
    assert len(people()) == 2
    said = names_said.say_same(name("Boutros Ghali"), name("Boutros Boutros-Ghali"), ana)
    [person] = Person.objects.all()
    assert (person.name, person.party_id) == ("Boutros Boutros-Ghali", "UN")
    holds()
    met("B. Ghali", party="EGY", day="2021-01-01")
    assert len(people()) == 1
    holds()
    names_said.undo(said.pk, ana)
    assert len(people()) == 2
    holds()


def test_what_contradicts_is_refused_in_words_and_nothing_is_stored(ana):
    met("Ana Ruiz", "Leo Prats", "Marta Gil")
    a, b, c = map(name, ("Ana Ruiz", "Leo Prats", "Marta Gil"))
    names_said.say_same(a, b, ana)
    names_said.say_same(b, c, ana)
    with pytest.raises(CannotHold, match=r"ana said that .* Take back one of these first"):
        names_said.say_apart(a, c, ana)
    names_said.undo(NameVerdict.objects.last().pk, ana)
    names_said.say_apart(a, c, ana)
    with pytest.raises(CannotHold, match="two people's, and these two belong to them"):
        names_said.say_same(b, c, ana)
    for pair in ((a, a), (a, "nobody")):
        with pytest.raises(CannotHold, match="both still there"):
            names_said.say_same(*pair, ana)
    assert NameVerdict.objects.count() == 4
    with pytest.raises(CannotHold, match="taken back already"):
        names_said.undo(NameVerdict.objects.all()[1].pk, ana)


def test_a_name_is_somebody_elses_from_a_day_on_until_that_is_taken_back(ana):
    for day in ("1990-03-01", "1991-03-01", "2003-03-01"):
        make.report(day=day, participants=[make.person("George Bush", "ESP")])
    whose = name("George Bush")
    with pytest.raises(CannotHold, match="one side of that day"):
        names_said.split(whose, date(1980, 1, 1), ana)
    said = names_said.split(whose, date(2001, 1, 20), ana)
    assert sorted(person.participations.count() for person in Person.objects.all()) == [1, 2]
    holds()
    with pytest.raises(CannotHold, match="said already"):
        names_said.split(whose, date(2001, 1, 20), ana)
    names_said.undo_split(said.pk, ana)
    assert Person.objects.get().participations.count() == 3 and NameSplit.objects.count() == 2
    holds()
    with pytest.raises(CannotHold, match="taken back already"):
        names_said.undo_split(said.pk, ana)


@pytest.mark.parametrize("seed", range(4))
def test_after_any_words_a_rebuild_gives_the_same_people(seed, ana):
    dice = Random(seed)
    met("Ana Ruiz", "A. Ruiz", "Alba Ruiz", "Ana María Ruiz")
    met("Ana Ruiz", "Ruiz", party="FRA")
    for _ in range(14):
        one, other = dice.sample(sorted(Name.objects.values_list("pk", flat=True)), 2)
        act = dice.choice(["same", "same", "apart", "undo", "split"])
        try:
            if act == "undo":
                names_said.undo(dice.choice([0, *NameVerdict.objects.values_list("pk", flat=True)]), ana)
            elif act == "split":
                names_said.split(one, date(2020, dice.randint(1, 12), 3), ana)
            else:
                (names_said.say_same if act == "same" else names_said.say_apart)(one, other, ana)
        except (CannotHold, NameVerdict.DoesNotExist):
            continue
    holds()


def test_the_queue_asks_takes_an_answer_and_takes_it_back(client, ana):
    client.force_login(ana)
    met("Ana Ruiz", "Alberto Ruiz", "A. Ruiz")
    tie = NameTie.objects.first()
    assert "One person" in client.get("/people/").content.decode()
    asked = {"one": tie.one_id, "other": tie.other_id, "same": "yes", "back": "/people/"}
    assert "Said: one person." in client.post("/names/say/", asked, follow=True).content.decode()
    assert tie.one.person_id != Name.objects.get(pk=tie.other_id).person_id or len(people()) == 2
    said = NameVerdict.objects.get()
    assert "Taken back." in client.post(f"/names/said/{said.pk}/undo/", follow=True).content.decode()
    assert len(people()) == 3


@pytest.mark.parametrize("values", [{}, {"same": "maybe"}, {"same": "yes", "one": "\x00", "other": "x" * 99}])
def test_hostile_words_on_names_are_refused_in_words(client, ana, values):
    client.force_login(ana)
    met("Ana Ruiz")
    assert client.post("/names/say/", values | {"back": "//evil.example"}).headers["Location"] == "/people/"
    for day in ("", "soon", "2020-99-99", "\x00"):
        assert client.post("/names/split/", {"name": name("Ana Ruiz"), "day": day}).status_code == 302
    assert client.get("/people/?page=²").status_code == client.get("/people/?page=99999999999").status_code == 200
    assert not NameVerdict.objects.exists() and not NameSplit.objects.exists()
