"""Groups of reports: what several articles tell of several contacts, whatever order they come in."""

import random
from itertools import combinations

import pytest

from contacts.fusion.candidates import candidates
from contacts.fusion.cluster import cluster
from contacts.fusion.compare import compare
from contacts.fusion.given import may_be_one
from tests.contacts.fusion.told import told

# Articles, each a list of reports; the letter before a report is the contact that it tells of.
HANOI = [
    [
        "a visit planned PRK-VNM 2019-02-27..2019-02-28 | Hanoi VNM | Kim Jong Un PRK visitor | 2019-02-20",
        "b visit planned USA-VNM 2019-02-27..2019-02-28 | Hanoi VNM | Donald Trump USA visitor | 2019-02-20",
        "c meeting planned PRK-USA 2019-02-27..2019-02-28 | Hanoi VNM | Donald Trump USA; Kim Jong Un PRK | 2019-02-20",
        "d meeting occurred PRK-USA 2018-06-12 | Singapore SGP | Donald Trump USA; Kim Jong Un PRK | 2019-02-20",
    ],
    [
        "a visit occurred PRK-VNM 2019-02-26..2019-03-02 | Vietnam VNM | Kim Jong-un PRK visitor | 2019-03-02",
        "c meeting occurred PRK-USA 2019-02-27..2019-02-28 | Metropole, Hanoi VNM | Kim Jong-un PRK; Donald J. Trump USA | 2019-03-02",
        "e meeting occurred PRK-VNM 2019-03-01 | Hanoi VNM | Kim Jong-un PRK; Nguyen Phu Trong VNM host | 2019-03-02",
    ],
    [
        "c meeting occurred PRK-USA 2019-02 | Hanoi VNM | Trump USA; Kim Jongun PRK | 2019-06-30",
        "f meeting occurred PRK-USA 2019-06-30 | Panmunjom PRK | Trump USA; Kim Jongun PRK | 2019-06-30",
        "d meeting occurred PRK-USA 2018-06 | Singapore SGP | Trump USA; Kim Jongun PRK | 2019-06-30",
        "e meeting occurred PRK-VNM 2019-03-01 | | Kim Jongun PRK; Nguyễn Phú Trọng VNM | 2019-06-30",
    ],
]  # fmt: skip
LIMA = [  # one evening, several talks
    [
        "a meeting occurred CHN-USA 2024-11-16 | Lima PER | Joe Biden USA; Xi Jinping CHN | 2024-11-17",
        "b meeting occurred JPN-CHN 2024-11-15 | Lima PER | Shigeru Ishiba JPN; Xi Jinping CHN | 2024-11-17",
        "c meeting occurred CHN-PER 2024-11-14 | Lima PER | Dina Boluarte PER host; Xi Jinping CHN | 2024-11-17",
        "d visit occurred CHN-PER 2024-11-14..2024-11-17 | Lima PER | Xi Jinping CHN visitor | 2024-11-17",
    ],
    [
        "d visit planned CHN-PER 2024-11-13..2024-11-17 | Peru PER | Xi Jinping CHN visitor | 2024-11-08",
        "a meeting planned CHN-USA 2024-11-16 | Peru PER | Xi Jinping CHN; Joe Biden USA | 2024-11-08",
    ],
    [
        "b meeting occurred CHN-JPN 2024-11-15 | Lima PER | Ishiba Shigeru JPN; Xi Jinping CHN | 2024-11-16",
        "e meeting occurred JPN-KOR 2024-11-16 | Lima PER | Ishiba Shigeru JPN; Yoon Suk Yeol KOR | 2024-11-16",
        "f meeting occurred JPN-USA 2024-11-15 | Lima PER | Ishiba Shigeru JPN; Joe Biden USA | 2024-11-16",
        "g meeting occurred JPN-KOR-USA 2024-11-15 | Lima PER | Ishiba Shigeru JPN; Joe Biden USA; Yoon Suk-yeol KOR | 2024-11-16",
    ],
    [
        "e meeting occurred JPN-KOR 2024-11-16 | Lima PER | Yoon Suk-yeol KOR (president); Shigeru Ishiba JPN | 2024-11-17",
        "g meeting occurred JPN-KOR-USA 2024-11-15 | Lima PER | Yoon Suk-yeol KOR; Ishiba JPN; Biden USA | 2024-11-17",
    ],
]  # fmt: skip
BLINKEN = [  # put off, and made good
    ["a visit planned CHN-USA 2023-02-05..2023-02-06 | Beijing CHN | Antony Blinken USA visitor | 2023-01-18"],
    [
        "a visit cancelled CHN-USA 2023-02-05 | Beijing CHN | Antony Blinken USA visitor | 2023-02-03",
        "b meeting occurred CHN-USA 2022-11-14 | Bali IDN | Joe Biden USA; Xi Jinping CHN | 2023-02-03",
    ],
    [
        "a visit cancelled CHN-USA 2023-02 | China CHN | Antony J. Blinken USA visitor | 2023-06-19",
        "c visit occurred CHN-USA 2023-06-18..2023-06-19 | Beijing CHN | Antony J. Blinken USA visitor | 2023-06-19",
        "d meeting occurred CHN-USA 2023-06-19 | Great Hall of the People, Beijing CHN | Antony J. Blinken USA; Xi Jinping CHN | 2023-06-19",
        "e meeting occurred CHN-USA 2023-06-19 | Beijing CHN | Antony J. Blinken USA; Wang Yi CHN | 2023-06-19",
    ],
    [
        "c visit planned CHN-USA 2023-06-16..2023-06-21 | Beijing CHN | Antony Blinken USA visitor | 2023-06-14",
        "b meeting occurred CHN-USA 2022-11 | Indonesia IDN | Joe Biden USA; Xi Jinping CHN | 2023-06-14",
    ],
]  # fmt: skip
STORIES = {"Hanoi": HANOI, "Lima": LIMA, "Blinken": BLINKEN}


def story(articles: list[list[str]]) -> tuple[list, list[list]]:
    """The reports, and the groups that they should make."""
    givens, groups = [], {}
    for number, lines in enumerate(articles):
        for place, line in enumerate(lines):
            contact, _, rest = line.partition(" ")
            given = told(rest, key=f"{number}#{place}", article=str(number))
            givens.append(given)
            groups.setdefault(contact, []).append(given.key)
    return givens, sorted(map(sorted, groups.values()))


@pytest.mark.parametrize("articles", STORIES.values(), ids=STORIES)
def test_what_several_articles_tell_comes_together(articles):
    givens, groups = story(articles)
    assert cluster(givens).groups == groups


@pytest.mark.parametrize("articles", STORIES.values(), ids=STORIES)
def test_the_groups_depend_on_the_set_alone(articles):
    givens, _ = story(articles)
    dice, keys = random.Random(7), [given.key for given in givens]
    for _ in range(20):
        same = [tuple(dice.sample(keys, 2)) for _ in range(2)]
        apart = [tuple(dice.sample(keys, 2)) for _ in range(2)]
        first = cluster(givens, same, apart)
        other = dice.sample(givens, len(givens))
        again = cluster(other, [pair[::-1] for pair in reversed(same)], reversed(apart))
        assert (again.groups, again.unsure, again.refused) == (first.groups, first.unsure, first.refused)


@pytest.mark.parametrize("articles", STORIES.values(), ids=STORIES)
def test_what_was_compared_before_need_not_be_compared_again(articles):
    """With and without the scores that are kept: of the whole, and of what is left when some reports go."""
    givens, _ = story(articles)
    dice = random.Random(11)
    for _ in range(20):
        left = dice.sample(givens, dice.randint(2, len(givens)))
        keys = [given.key for given in left]
        same, apart = ([tuple(dice.sample(keys, 2))] for _ in range(2))
        pairs = [sorted(pair, key=lambda given: given.key) for pair in combinations(left, 2)]
        told_of = {(one.key, other.key): compare(one, other) for one, other in pairs}
        known = {pair: told.score for pair, told in told_of.items() if told.near or told.together}
        first, again = cluster(left, same, apart), cluster(left, same, apart, known)
        assert (again.groups, again.unsure, again.refused) == (first.groups, first.unsure, first.refused)


@pytest.mark.parametrize("articles", STORIES.values(), ids=STORIES)
def test_each_connected_component_is_decided_by_itself(articles):
    givens, _ = story(articles)
    other = [
        told("visit occurred FRA-USA 1960-04-22 | Washington USA | Charles de Gaulle FRA visitor | 1960-04-22", key="z")
    ]
    whole = cluster([*givens, *other])
    assert whole.groups == sorted([*cluster(givens).groups, ["z"]])


def test_one_article_never_has_one_contact_twice():
    line = "call occurred FRA-RUS 2022-02-28 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-02-28"
    givens = [told(line, key=n, article=n // 2) for n in range(4)]
    assert cluster(givens).groups == [[0, 2], [1, 3]]


def test_a_person_can_say_so_all_the_same():
    line = "call occurred FRA-RUS 2022-02-28 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-02-28"
    givens = [told(line, key=n, article="one") for n in range(2)]
    assert cluster(givens, same=[(1, 0)]).groups == [[0, 1]]


def test_what_a_person_said_binds():
    givens, _ = story(BLINKEN)
    parted = cluster(givens, apart=[("1#0", "0#0"), ("0#0", "2#0")]).groups
    assert ["0#0"] in parted and ["1#0", "2#0"] in parted
    joined = cluster(givens, same=[("2#1", "1#0")], apart=[("2#0", "1#0")]).groups
    assert ["1#0", "2#1"] in [[key for key in group if key in ("1#0", "2#0", "2#1")] for group in joined]


def test_not_the_same_goes_above_a_same_that_would_pass_over_it():
    line = "call occurred FRA-RUS 2022-02-28 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-02-28"
    found = cluster([told(line, key=n) for n in range(3)], same=[(0, 1), (1, 2)], apart=[(0, 2)])
    assert found.groups == [[0, 1], [2]]
    assert found.refused == [(1, 2)]


def test_verdicts_on_reports_that_are_gone_do_no_harm():
    given = told("call occurred FRA-RUS 2022-02-28 | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-02-28", key=1)
    assert cluster([given], same=[(1, 9)], apart=[(8, 1)]).groups == [[1]]


TWICE_IN_A_MONTH = [
    "meeting occurred KOR-PRK 2018-04-02 | Panmunjom KOR | Moon Jae-in KOR; Kim Jong Un PRK | 2018-04-03",
    "meeting occurred KOR-PRK 2018-04-27 | Panmunjom KOR | Moon Jae-in KOR; Kim Jong Un PRK | 2018-04-27",
    "meeting occurred KOR-PRK 2018-04 | Panmunjom KOR | Moon Jae-in KOR; Kim Jong Un PRK | 2018-09-27",
]


def test_a_vague_report_does_not_bring_two_contacts_together():
    givens = [told(line, key=number) for number, line in enumerate(TWICE_IN_A_MONTH)]
    found = cluster(givens)
    assert found.groups == [[0], [1], [2]]


def test_a_vague_report_that_fits_two_is_asked_about():
    givens = [told(line, key=number) for number, line in enumerate(TWICE_IN_A_MONTH)]
    assert [(one.one, one.other, one.joined) for one in cluster(givens).unsure] == [(0, 2, False), (1, 2, False)]
    assert cluster(givens, same=[(1, 2)]).groups == [[0], [1, 2]]
    assert cluster(givens, same=[(1, 2)]).unsure == []


def test_of_two_visits_of_one_week_a_vague_report_is_neither():
    lines = [line.replace("04-02", "04-22").replace("04-03", "04-22") for line in TWICE_IN_A_MONTH]
    assert cluster(told(line, key=number) for number, line in enumerate(lines)).groups == [[0], [1], [2]]


def test_two_who_are_surely_two_stay_so_whoever_stands_between():
    line = "meeting occurred CHN-USA 2023-06-19 | Beijing CHN | Antony Blinken USA; {} | 2023-06-19"
    hosts = ["Xi Jinping CHN", "- CHN", "- CHN", "- CHN", "Wang Yi CHN"]
    groups = cluster(told(line.format(host), key=number) for number, host in enumerate(hosts)).groups
    assert groups == [[0, 1, 2, 3], [4]]


def test_calls_day_after_day_do_not_become_one():
    line = "call occurred FRA-RUS 2022-03-0{0} | | Emmanuel Macron FRA; Vladimir Putin RUS | 2022-03-0{0}"
    groups = cluster(told(line.format(day), key=day) for day in range(1, 5)).groups
    assert max(map(len, groups)) == 2


def test_a_chain_of_neighbours_is_not_one_contact_for_being_a_chain():
    line = "visit occurred FRA-DEU 2022-03-0{0} | Berlin DEU | Emmanuel Macron FRA visitor | 2022-03-0{0}"
    groups = cluster(told(line.format(day), key=day) for day in range(1, 5)).groups
    assert groups == [[1, 2, 3], [4]]


def test_of_two_that_fit_the_better_is_taken():
    line = "meeting occurred PRK-USA 2019-02-2{} | {} VNM | Donald Trump USA; Kim Jong Un PRK | 2019-02-28"
    first = told(line.format(7, "Hanoi"), key=0, article="one")
    second = told(line.format(8, "Hanoi"), key=1, article="one")
    again = told(line.format(8, "Hanoi"), key=2, article="two")
    assert cluster([first, second, again]).groups == [[0], [1, 2]]


def test_an_unsure_join_is_listed_until_somebody_says_something():
    lines = [
        "visit planned PRK-RUS ? | Moscow RUS | Kim Jong Un PRK visitor | 2019-04-15",
        "visit occurred PRK-RUS 2019-04-24..2019-04-26 | Vladivostok RUS | Kim Jong Un PRK visitor | 2019-04-26",
    ]
    givens = [told(line, key=number) for number, line in enumerate(lines)]
    (unsure,) = cluster(givens).unsure
    assert (unsure.one, unsure.other, unsure.joined) == (0, 1, True)
    assert cluster(givens, same=[(0, 1)]).unsure == []
    assert cluster(givens, apart=[(0, 1)]).unsure == []
    assert cluster(givens, apart=[(0, 1)]).groups == [[0], [1]]


def test_candidates_are_all_that_may_be_one_each_once():
    givens = [given for articles in STORIES.values() for given in story(articles)[0]]
    givens = [told(TWICE_IN_A_MONTH[0], record=given.record, key=n) for n, given in enumerate(givens)]
    # windows that touch in one day
    givens.append(told(TWICE_IN_A_MONTH[0].replace("2018-04-02", "2018-05-03"), key=len(givens)))
    givens.append(told(TWICE_IN_A_MONTH[2], key=len(givens)))
    found = [(one.key, other.key) for one, other in candidates(givens)]
    assert sorted(found) == sorted((a.key, b.key) for a, b in combinations(givens, 2) if may_be_one(a, b))
