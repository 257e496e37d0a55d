"""The lexicon's loader: what it reads, that each mistake is told with file and line, and that our files are right."""

from __future__ import annotations

from pathlib import Path

import pytest

from contacts.extraction.lexicon_files import LEXICON, LexiconError, load_toml
from contacts.extraction.party_lexicon import FORMS, all_parties, spellings, written_by_hand

GOOD = """\
# a note

[[town]]
code = "CUB"  # where it lies
names = [
    "Havana",
    "Varadero",
]

[[town]]
code = "KOR"
names = ["Seoul"]
"""


@pytest.fixture
def load(tmp_path: Path):
    def read(text: str, table: str = "town", **options):
        (tmp_path / "towns.toml").write_text(text, encoding="utf-8")
        settings = {"required": {"code": str}, "optional": {"names": list, "size": int}, "folder": tmp_path} | options
        return load_toml("towns", table, **settings)

    return read


def test_entries_are_mappings_in_file_order(load):
    first, second = load(GOOD)
    assert dict(first) == {"code": "CUB", "names": ["Havana", "Varadero"]}
    assert second["names"] == ["Seoul"]
    assert second.get("size", 7) == 7
    assert (first.line, second.line) == (3, 10)


WRONG = [
    ('[[town]]\ncode = "A"\nnmaes = ["B"]\n', "towns.toml line 3: unknown key 'nmaes'"),
    ('[[town]]\nnames = ["B"]\n', "towns.toml line 1: key 'code' is missing"),
    ("[[town]]\ncode = 3\n", "towns.toml line 2: 'code' must be words in quotes"),
    ('[[town]]\ncode = "A"\nnames = "B"\n', "towns.toml line 3: 'names' must be a list of words in quotes"),
    ('[[town]]\ncode = "A"\nnames = ["B", 3]\n', "towns.toml line 3: 'names' must be a list of words in quotes"),
    ('[[town]]\ncode = "A"\nsize = true\n', "towns.toml line 3: 'size' must be a whole number"),
    ('[[town]]\ncode = ""\n', "towns.toml line 2: 'code' is empty"),
    ('[[town]]\ncode = "A"\nnames = []\n', "towns.toml line 3: 'names' is empty"),
    ('[[town]]\ncode = "A"\nnames = ["B", "C", "B"]\n', "towns.toml line 3: 'B' stands twice in 'names'"),
    ('[[town]]\ncode = "A"\n\n[[town]]\ncode = "A"\n', "towns.toml line 5: code 'A' stands already on line 1"),
    ('[[town]]\ncode = "A"\n\n[[twon]]\ncode = "B"\n', "towns.toml line 4: unknown kind of entry 'twon'"),
    ('[[town]]\ncode = "A\n', "towns.toml line 2: "),
    ('[[town]]\ncode = "A"\ncode = "B"\n', "towns.toml line 3: "),
    ('[town]\ncode = "A"\n', "towns.toml line 1: write [[town]] with two brackets"),
]


@pytest.mark.parametrize(("text", "message"), WRONG, ids=[message for _, message in WRONG])
def test_a_mistake_is_told_with_file_and_line(load, text, message):
    with pytest.raises(LexiconError) as caught:
        load(text)
    assert str(caught.value).startswith(message)


def test_keys_that_make_an_entry_unique_can_be_chosen(load):
    text = '[[town]]\ncode = "A"\nsize = 1\n\n[[town]]\ncode = "A"\nsize = 2\n'
    assert len(load(text, unique=("code", "size"))) == 2
    assert len(load(text + '\n[[town]]\ncode = "A"\nsize = 2\n', unique=())) == 3
    with pytest.raises(LexiconError, match="line 10: code 'A', size 2 stands already on line 5"):
        load(text + '\n[[town]]\ncode = "A"\nsize = 2\n', unique=("code", "size"))


def test_a_file_may_hold_several_kinds_of_entry(load):
    text = GOOD + '\n[[sea]]\ncode = "X"\n'
    assert len(load(text, others=("sea",))) == 2
    assert len(load(text, table="sea", others=("town",))) == 1


def test_types_are_free_where_only_keys_are_named(load):
    (entry,) = load('[[town]]\ncode = 5\nsize = "large"\n', required=("code",), optional=("size",))
    assert entry["code"] == 5


# -- the files of the party lexicon -----------------------------------------------------------------------------------


def test_the_party_files_are_right_and_no_phrase_has_two_owners():
    assert len(written_by_hand()) > 3_000


def test_every_code_of_a_phrase_is_a_party():
    codes = {party.code for party in all_parties()}
    for name, table in (
        ("agencies", "agency"),
        ("metonyms", "metonym"),
        ("regions", "region"),
        ("places", "place"),
        ("ruling_parties", "ruling_party"),
    ):
        for entry in load_toml(name, table, ("code", "words"), ("from", "to"), unique=()):
            assert entry["code"] in codes, f"{entry.file} line {entry.line}: no party has the code {entry['code']}"
    for entry in load_toml("ambiguous", "meaning", (), _keys("ambiguous"), unique=(), others=("pair", "careful")):
        assert entry["code"] in codes and entry["form"] in FORMS, f"{entry.file} line {entry.line}"
    for entry in load_toml("cities", "cities", ("code",), ("names", "guarded"), others=("shared",)):
        assert entry["code"] in codes, f"{entry.file} line {entry.line}"


def _keys(name: str) -> set[str]:
    lines = (LEXICON / f"{name}.toml").read_text(encoding="utf-8").splitlines()
    return {line.partition("=")[0].strip() for line in lines if "=" in line and not line.startswith("#")}


def test_codes_are_unique_and_all_of_iso_3166_is_there():
    codes = [party.code for party in all_parties()]
    assert len(codes) == len(set(codes))
    assert sum(party.kind == "country" for party in all_parties()) == 250  # ISO 3166-1 has 249; and Kosovo


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Cuba", ["Cuba", "CUBA"]),
        ("UN", ["UN"]),
        ("the Emirates", ["the Emirates", "The Emirates", "THE EMIRATES"]),
        ("Côte", ["Côte", "Cote", "CÔTE", "COTE"]),
        ("N'Djamena", ["N'Djamena", "N’Djamena", "N'DJAMENA", "N’DJAMENA"]),
    ],
)
def test_spellings(phrase, expected):
    assert sorted(spellings(phrase)) == sorted(dict.fromkeys(expected))
