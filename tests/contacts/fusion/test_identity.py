"""Which spellings are one person's, which are a question, and what people said of them."""

from __future__ import annotations

from itertools import permutations

import pytest

from contacts.fusion.identity import Known, people


def groups(*names: str, same=(), apart=()) -> set[frozenset[str]]:
    found = people([Known(name, name) for name in names], same, apart)
    return {frozenset(group) for group in found.groups}


ONE = [
    ("José Núñez", "Jose Nunez"),
    ("Kim Jong Un", "Kim Jong-un"),
    ("Xi Jinping", "Jinping Xi"),
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Bruno Rodriguez", "Bruno Eduardo Rodriguez Parrilla"),
    ("Recep Tayyip Erdogan", "Tayyip Erdoğan"),
    ("Mohammed bin Salman", "Mohammad bin Salman Al Saud"),
    ("Lavrov", "Sergei Lavrov"),
    ("S. Lavrov", "Sergei Lavrov"),
    ("Salvador Valdes Mesa", "Valdes Mesa"),
    ("Leo Prats", "Leo R. Prats"),
    ("George Bush", "George W. Bush"),
]
TWO = [
    ("Kim Jong Un", "Kim Jong Il"),
    ("Ri Yong Ho", "Ri Yong Gil"),
    ("Li Yong", "Li Yang"),
    ("Wang Yi", "Wang Li"),
    ("George W. Bush", "George H. W. Bush"),
    ("Ana Ruiz", "Alberto Ruiz"),
    ("A. Ruiz", "Bernardo Ruiz"),
    ("Mohammed bin Salman", "Mohammed bin Zayed"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_spellings_of_one_name_are_one_person_whatever_their_ids(one, other):
    assert groups(one, other) == {frozenset({one, other})}
    assert len(people([Known("2", one), Known("1", other)]).groups) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_people_of_like_names_stay_two(one, other):
    assert groups(one, other) == {frozenset({one}), frozenset({other})}


def test_a_short_name_that_fits_two_people_stands_alone_and_is_a_question():
    names = ["Ana Ruiz", "Alberto Ruiz", "A. Ruiz", "Ruiz"]
    found = people([Known(name, name) for name in names])
    assert len(found.groups) == 4
    assert ("A. Ruiz", "Ana Ruiz") in found.unsure and ("Alberto Ruiz", "Ruiz") in found.unsure


def test_a_name_without_initials_that_fits_two_people_stands_alone_and_is_a_question():
    names = ["George Bush", "George W. Bush", "George H. W. Bush"]
    for order in permutations("123"):
        found = people([Known(pk, name) for pk, name in zip(order, names, strict=True)])
        assert len(found.groups) == 3 and {order[0]} < {name for pair in found.unsure for name in pair}


def test_a_short_name_goes_to_the_one_person_of_many_spellings():
    assert groups("Sergei Lavrov", "Sergey Viktorovich Lavrov", "Lavrov") == {
        frozenset({"Sergei Lavrov", "Sergey Viktorovich Lavrov", "Lavrov"})
    }


def test_what_people_said_binds():
    assert groups("Mahmoud Abbas", "Abu Mazen", same=[("Mahmoud Abbas", "Abu Mazen")]) == {
        frozenset({"Mahmoud Abbas", "Abu Mazen"})
    }
    apart = [("Sergei Lavrov", "Sergey Lavrov")]
    assert groups("Sergei Lavrov", "Sergey Lavrov", apart=apart) == {
        frozenset({"Sergei Lavrov"}), frozenset({"Sergey Lavrov"}),
    }  # fmt: skip
    assert people([Known(name, name) for name in ("Sergei Lavrov", "Sergey Lavrov")], apart=apart).unsure == ()


def test_people_of_one_name_who_were_split_stay_two():
    found = people([Known("1", "George Bush"), Known("2", "George Bush", "2001-01-20")])
    assert found.groups == (("1",), ("2",)) and found.unsure == ()


def test_the_order_of_names_changes_nothing():
    names = ["Ana Ruiz", "A. Ruiz", "Ana María Ruiz", "Ruiz", "Alberto Ruiz"]
    results = {
        people([Known(name, name) for name in order], apart=[("Ruiz", "Ana Ruiz")]) for order in permutations(names)
    }
    assert len(results) == 1
