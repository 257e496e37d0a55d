"""Which party a name looks like, and that an article's reading uses it."""

import pytest

from contacts.extraction import name_origins, read_doc


@pytest.mark.parametrize(
    ("name", "fits", "other"),
    [
        ("Fang Guoqing", "CHN", "NPL"),
        ("Takahiro Morishita", "JPN", "CHN"),
        ("Pham Quoc Tuan", "VNM", "LAO"),
        ("Choe Kum-chol", "PRK", "CHN"),
        ("Zurab Lomashvili", "GEO", "RUS"),
        ("Tigran Hakobjanyan", "ARM", "AZE"),
        ("Mehmet Karadağlı", "TUR", "GRC"),
        ("Stelios Papachristou", "GRC", "TUR"),
        ("Bakhyt Nurmagambetov", "KAZ", "UKR"),
        ("Mamadou Lamine Diakhate", "SEN", "FRA"),
        ("Ngozi Okwuosa", "NGA", "FRA"),
        ("João Evaristo Mascarenhas", "PRT", "ESP"),
    ],
)
def test_a_name_fits_the_party_whose_people_bear_such_names(name, fits, other):
    found = name_origins.fit(name.split(), [fits, other])
    assert found[fits] == 1.0
    assert found[other] < 0.5


def test_organisations_are_left_out_and_open_parties_never_ruled_out():
    found = name_origins.fit(["Hiroshi", "Kuramoto"], ["UN", "USA", "JPN"])
    assert set(found) == {"USA", "JPN"}
    assert found["USA"] >= name_origins.FLOOR


def test_initials_and_empty_names_say_nothing():
    assert name_origins.fit([], ["JPN", "CHN"]) == name_origins.fit(["J."], ["JPN", "CHN"])
    assert name_origins.fit(["Wang"], []) == {}


@pytest.mark.parametrize(
    ("sentence", "person", "party"),
    [
        (
            "Nepal said on Monday that the vice minister, Zhang Weimin of Beijing's railways, was late. "
            "In Kathmandu the minister Xu Hongliang praised the line that China builds.",
            "Xu Hongliang",
            "CHN",
        ),
        (
            "Laos and Japan signed for a bridge over the Mekong. At the Vientiane ceremony Vice Minister Haruto Nishikawa "
            "spoke of friendship.",
            "Haruto Nishikawa",
            "JPN",
        ),
    ],
)
def test_a_person_whom_nothing_places_is_of_the_party_that_the_name_fits(sentence, person, party):
    people = {" ".join(p.words).title(): p.country for p in read_doc(sentence)._.people}
    assert people[person] == party
