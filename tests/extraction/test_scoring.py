"""The scoring rules: which contacts are paired, what is right of them; and that the dev set's own script, where it is
there, counts the same."""

import importlib.util
import json
import random
from datetime import date, timedelta

import pytest

from contacts.extraction import scoring
from contacts.extraction.evaluate import OWN_DEVELOPING, ROOT, own_articles

SCRIPT = ROOT.parent / "shared" / "eval" / "score.py"
KEYS = {
    "precision": "detection_precision",
    "recall": "detection_recall",
    "detection": "detection_f1",
    "strict": "strict_f1",
    "people": "participant_f1",
    "status": "status_accuracy",
    "date": "date_accuracy",
    "place": "place_country_accuracy",
    "parties": "countries_accuracy",
}


def contact(kind="meeting", parties="CUB KOR", people="Cho Tae-yul/KOR", start="2016-06-28", end=None, **more):
    days = {"start": start, "end": end or start, "precision": more.pop("precision", "day")}
    named = [one.split("/") for one in people.split(", ") if one]
    return {
        "type": kind,
        "status": more.pop("status", "occurred"),
        "countries": parties.split(),
        "date": days,
        "place": {"text": more["place"], "country": more["place"]} if "place" in more else None,
        "participants": [{"name": name, "country": party} for name, party in named],
    }


PAIRED = [
    ("the same", {}, True),
    ("another kind", {"kind": "call"}, False),
    ("two parties, nobody named", {"people": ""}, True),
    ("one party and one person", {"parties": "KOR PER"}, True),
    ("one party and nobody", {"parties": "KOR PER", "people": ""}, False),
    ("one person and no party", {"parties": "PER VEN"}, False),
    ("another status and day", {"status": "planned", "start": "2019-01-01"}, True),
]


@pytest.mark.parametrize(("change", "paired"), [case[1:] for case in PAIRED], ids=[case[0] for case in PAIRED])
def test_what_is_paired(change, paired):
    assert scoring.pairs([contact()], [contact(**change)]) == ([(0, 0)] if paired else [])


DATES = [
    ({}, {}, True),
    ({}, {"start": "2016-06-29"}, True),
    ({}, {"start": "2016-06-30"}, False),
    ({}, {"end": "2016-06-29"}, True),
    ({}, {"end": "2016-07-03"}, False),
    ({"start": None}, {"start": None}, True),
    ({}, {"start": None}, False),
    ({"start": "2016-06-01", "end": "2016-06-30", "precision": "month"}, {}, True),
    ({"start": "2016-06-01", "end": "2016-06-30", "precision": "month"}, {"start": "2016-07-01"}, False),
    (
        {"start": "2016-06-01", "end": "2016-06-30", "precision": "month"},
        {"start": "2016-01-01", "end": "2016-12-31"},
        False,
    ),
]


@pytest.mark.parametrize(("gold", "found", "right"), DATES)
def test_what_is_the_same_date(gold, found, right):
    assert scoring.score([contact(**gold)], [contact(**found)]).date == right


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Salvador Valdés Mesa", "Valdes Mesa", True),
        ("Kim Yong-nam", "Kim Yong Nam", False),
        ("Kim Yong-nam", "Kim Yongnam", True),
        ("George W. Bush", "George Bush Jr", True),
        ("N'Djamena", "NDjamena", True),
        ("Cho Tae-yul", "Cho Yul", False),
        ("金", "金", False),
    ],
)
def test_who_is_the_same_person(one, other, same):
    assert scoring.same_person(one, other) == same


def test_figures_add_up_over_articles():
    right = scoring.score([contact(place="CUB")], [contact(place="PER", people="Cho Tae-yul/CUB, Paz/CUB")])
    assert (right.strict, right.people, right.placed, right.place) == (1, 0, 1, 0)
    missed, extra = scoring.score([contact()], []), scoring.score([], [contact()])
    found = scoring.total([right, missed, extra])
    assert (found.articles, found.gold, found.found, found.paired) == (3, 2, 2, 1)
    assert found.figures() == {
        "precision": 0.5,
        "recall": 0.5,
        "detection": 0.5,
        "strict": 0.5,
        "people": 0.0,
        "status": 1.0,
        "date": 1.0,
        "place": 0.0,
        "parties": 1.0,
    }
    assert scoring.Scores().figures()["status"] is None


def test_pairs_are_together_most_alike():
    """The first two are most alike, but then the others would stay alone."""
    gold = [contact(people="A Bo/KOR, Cu Do/CUB"), contact(people="A Bo/KOR", parties="KOR PER")]
    found = [contact(people="A Bo/KOR, Cu Do/CUB"), contact(people="Cu Do/CUB", parties="CUB LAO")]
    assert scoring.pairs(gold, found) == [(0, 1), (1, 0)]


def damaged(contacts: list[dict], chance: random.Random) -> list[dict]:
    """Contacts as a bad reader might bring them: some lost, some twice, parties, people, days, status changed."""
    made = [json.loads(json.dumps(c)) for c in contacts for _ in range(chance.choice((0, 1, 1, 1, 2)))]
    chance.shuffle(made)
    for one in made:
        if chance.random() < 0.3:
            one["countries"] = sorted({*one["countries"][:1], chance.choice(("USA", "CHN", "RUS"))})
        if chance.random() < 0.3:
            one["participants"] = one["participants"][: chance.randrange(3)]
        if chance.random() < 0.3:
            one["status"] = chance.choice(("occurred", "planned"))
        if chance.random() < 0.3 and one["date"]["start"]:
            moved = date.fromisoformat(one["date"]["start"]) - timedelta(days=chance.randrange(4))
            one["date"]["start"] = moved.isoformat()
        if chance.random() < 0.2:
            one["place"] = None
    return made


def test_the_dev_sets_own_script_counts_the_same(tmp_path):
    if not SCRIPT.is_file():
        pytest.skip(f"there is no {SCRIPT}")
    pytest.importorskip("scipy", reason="the script pairs exactly only with SciPy")
    spec = importlib.util.spec_from_file_location("dev_score", SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    chance = random.Random(4)
    folders = tmp_path / "gold", tmp_path / "found"
    ours = scoring.Scores()
    for folder in folders:
        folder.mkdir()
    for article in (one for name in OWN_DEVELOPING for one in own_articles(name)):
        pair = article["contacts"], damaged(article["contacts"], chance)
        ours += scoring.score(*pair)
        for folder, contacts in zip(folders, pair, strict=True):
            (folder / f"{article['id']}.json").write_text(json.dumps({"contacts": contacts}), encoding="utf-8")
    theirs = script.score(*folders)
    assert 0.5 < theirs["detection_f1"] < 0.95
    assert {key: round(value, 3) for key, value in ours.figures().items()} == {key: theirs[KEYS[key]] for key in KEYS}
