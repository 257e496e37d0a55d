"""Our annotated articles in plain text: how they are read, and that each kind of mistake is named with file and line."""

import re

import pytest

from contacts.extraction.training import notation

ARTICLE = """\
# one-001 | 2016-07-01 | Envoys in Havana

HAVANA, June 30 - Foreign Minister Cho Tae-yul arrived in Havana on Tuesday and met "Papa" Salgado.

Both go on to Lima in July.
--
visit | occurred | KOR, CUB | 2016-06-28 | Havana (CUB) | Cho Tae-yul (KOR, visitor, foreign minister) | "arrived in Havana"
meeting | occurred | CUB,KOR | 2016-06-28..2016-06-29 | - | Cho Tae-yul (KOR, participant) ; - (CUB, host, officials) | "and met "Papa" Salgado" // "HAVANA"

meeting | planned | CUB,G20,KOR | 2016-07-01..2016-09-30 month | Lima (PER) | - (CUB, participant) ; - (G20, participant) | "in July"
"""
MISTAKES = [
    ("# one-001 | 2016-07-01 | Envoys in Havana", "# one-001 | 2016-07-01", 1, "wanted '# id | published | title'"),
    ("# one-001 |", "# |", 1, "wanted '# id | published | title'"),
    ("2016-07-01 | Envoys", "2016-13-01 | Envoys", 1, "'2016-13-01' is no day like 2016-06-30"),
    ("2016-07-01 | Envoys", "July 1 | Envoys", 1, "'July 1' is no day like 2016-06-30"),
    ("# one-001", "Notes first.\n# one-001", 1, "text before the first"),
    ("\n--\n", "\n", 1, "no line '--'"),
    ("visit | occurred | KOR, CUB |", "visit | KOR, CUB |", 7, "6 fields between bars, wanted 7"),
    ('"arrived in Havana"', '"arrived | in Havana"', 7, "8 fields between bars, wanted 7"),
    ("visit |", "trip |", 7, "'trip' is not a valid Kind"),
    ("| occurred | KOR", "| done | KOR", 7, "'done' is not a valid Status"),
    ("KOR, CUB", "KOR, P5+1", 7, "'P5+1' is no known party"),
    ("KOR, CUB", "KOR, Cuba", 7, "'Cuba' is no known party"),
    ("KOR, CUB", "KOR", 7, "a contact has two parties or more"),
    ("KOR, CUB", "CUB, CUB", 7, "a contact has two parties or more"),
    ("| 2016-06-28 |", "| Tuesday |", 7, "'Tuesday' is no day, month or year"),
    ("| 2016-06-28 |", "| 2016-6 |", 7, "'2016-6' is no day, month or year"),
    ("| 2016-06-28 |", "| 2016-06-31 |", 7, "day"),  # Python's own words, which differ between versions
    ("2016-06-28..2016-06-29", "2016-06-28..2016-06-27", 8, "ends before it begins"),
    ("2016-09-30 month", "2016-09-30 quarter", 10, "'quarter' is not a valid Precision"),
    ("Havana (CUB) |", "Havana |", 7, "'Havana' is no 'place (COUNTRY)'"),
    ("Lima (PER)", "Lima (Peru)", 10, "'Peru' is no known party"),
    ("Cho Tae-yul (KOR, visitor, foreign minister)", "Cho Tae-yul", 7, "is no 'name (PARTY, role, title)'"),
    ("(KOR, visitor,", "(P5+1, visitor,", 7, "'P5+1' is no known party"),
    ("(KOR, visitor,", "(USA, visitor,", 7, "Cho Tae-yul is of USA, which is none of the contact's parties"),
    ("(KOR, visitor,", "(KOR, guest,", 7, "'guest' is not a valid Role"),
    ("(KOR, visitor,", "(KOR, host,", 7, "nobody is host of a visit"),
    ("- (CUB, host,", "- (CUB, sender,", 8, "nobody is sender of a meeting"),
    ('"in July"', '"in August"', 10, "the text has no 'in August'"),
    ('"in July"', "in July", 10, "'in July' is not in double quotes"),
    ('"in July"', '""', 10, "is not in double quotes"),
]


@pytest.fixture
def write(tmp_path):
    path = tmp_path / "own.txt"

    def written(text: str):
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_an_article_is_read_as_the_codebooks_object(write):
    [article] = notation.articles(write(ARTICLE))
    text = article["text"]
    assert (article["id"], article["published"], article["title"]) == ("one-001", "2016-07-01", "Envoys in Havana")
    assert text.startswith("HAVANA, June 30") and text.endswith("in July.\n")
    visit, meeting, plan = article["contacts"]
    assert visit == {
        "type": "visit",
        "status": "occurred",
        "countries": ["CUB", "KOR"],
        "date": {"start": "2016-06-28", "end": "2016-06-28", "precision": "day"},
        "place": {"text": "Havana", "country": "CUB"},
        "participants": [{"name": "Cho Tae-yul", "country": "KOR", "title": "foreign minister", "role": "visitor"}],
        "evidence": [[text.index("arrived"), text.index(" on Tuesday")]],
    }
    assert meeting["place"] is None
    assert meeting["participants"][1] == {"name": None, "country": "CUB", "title": "officials", "role": "host"}
    assert [text[slice(*span)] for span in meeting["evidence"]] == ['and met "Papa" Salgado', "HAVANA"]
    assert plan["date"] == {"start": "2016-07-01", "end": "2016-09-30", "precision": "month"}


@pytest.mark.parametrize(
    ("words", "start", "end", "precision"),
    [
        ("-", None, None, "unknown"),
        ("2016", "2016-01-01", "2016-12-31", "year"),
        ("2016-02", "2016-02-01", "2016-02-29", "month"),
        ("2016-02-03", "2016-02-03", "2016-02-03", "day"),
        ("2016-02..2016-03", "2016-02-01", "2016-03-31", "month"),
    ],
)
def test_dates(write, words, start, end, precision):
    [article] = notation.articles(write(ARTICLE.replace("| 2016-06-28 |", f"| {words} |")))
    assert article["contacts"][0]["date"] == {"start": start, "end": end, "precision": precision}


def test_several_articles_an_undated_one_and_one_without_contacts(write):
    path = write(ARTICLE + "# one-002 | - | Nothing | at all\nRain.\n--\n")
    _, second = notation.articles(path)
    assert second == {
        "id": "one-002",
        "published": None,
        "title": "Nothing | at all",
        "text": "Rain.\n",
        "contacts": [],
    }


@pytest.mark.parametrize(("right", "wrong", "line", "complaint"), MISTAKES, ids=[m[3] + " " + m[1] for m in MISTAKES])
def test_a_mistake_is_named_with_file_and_line(write, right, wrong, line, complaint):
    assert ARTICLE.count(right) >= 1
    path = write(ARTICLE.replace(right, wrong, 1))
    with pytest.raises(notation.BadArticle, match=f"^{re.escape(str(path))}:{line}: .*{re.escape(complaint)}"):
        list(notation.articles(path))


def test_two_articles_of_one_id(write):
    path = write(ARTICLE + ARTICLE)
    with pytest.raises(notation.BadArticle, match=rf"{re.escape(str(path))}:11: there is a 'one-001' above"):
        list(notation.articles(path))


def test_the_command_counts_writes_and_complains(write, tmp_path, monkeypatch, capsys):
    good, bad = write(ARTICLE), tmp_path / "bad.txt"
    bad.write_text("Hello.\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["notation", "--out", str(tmp_path / "out"), str(good), str(bad)])
    assert notation.main() == 1
    printed = capsys.readouterr()
    assert printed.out == "own.txt: 1 articles, 3 contacts\n"
    assert printed.err.startswith(f"{bad}:1: text before")
    assert (tmp_path / "out" / "one-001.json").is_file()


def test_our_own_articles_pass():
    names = [article["id"] for path in sorted(notation.HERE.glob("*.txt")) for article in notation.articles(path)]
    assert len(names) > 100
    assert len(names) == len(set(names))
