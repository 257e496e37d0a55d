"""Article files for ``manage.py extract``: what is read, and the one plain sentence that a bad file gets."""

import json
from datetime import date

import pytest

from contacts.extraction import files

TEXT = "Maltese Foreign Minister Carmela Zahra met Georgian President Giorgi Lomidze on Tuesday."


def test_a_coded_file_is_read_again_and_its_contacts_ignored(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": "a", "text": TEXT, "published": "2018-03-09", "contacts": [{"type": "call"}]}))
    [(printed, complaint)] = files.extract([path], None, None)
    result = json.loads(printed)
    assert not complaint
    assert [(c["type"], c["date"]["start"]) for c in result["contacts"]] == [("meeting", "2018-03-06")]


def test_a_text_file_takes_the_date_that_is_given(tmp_path):
    path = tmp_path / "b.txt"
    path.write_text(TEXT)
    list(files.extract([path], date(2018, 3, 9), tmp_path / "out"))
    [contact] = json.loads((tmp_path / "out" / "b.json").read_text())["contacts"]
    assert contact["date"]["start"] == "2018-03-06"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("c.json", b"{", "this is not valid JSON."),
        ("c.json", b"[]", "there is no article in it (a JSON object with a 'text' is needed)."),
        ("c.json", b'{"text": "Hm", "published": "soon"}', "'published' must be a date like 2016-06-30 or null."),
        ("c.txt", b"\xff\xfe\xfa", "this is not UTF-8 text."),
        ("c.txt", b"  \n", "the file is empty."),
    ],
)
def test_a_bad_file_gets_one_sentence_and_the_rest_go_on(tmp_path, name, content, sentence):
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text(TEXT)
    rows = list(files.extract([bad, tmp_path / "none.txt", good], None, None))
    assert [complaint for _, complaint in rows] == [True, True, False]
    assert rows[0][0] == f"{bad}: {sentence}"
    assert rows[1][0].endswith("there is no such file.")


def test_explain_tells_where_values_come_from_and_what_was_not_used(tmp_path):
    path = tmp_path / "d.txt"
    path.write_text(TEXT + " Zahra met her staff.")
    [(printed, _)] = files.extract([path], date(2018, 3, 9), None, explain=True)
    assert "trigger: 'met'" in printed
    assert "(beside the name)" in printed
    assert "from “Tuesday”" in printed
    assert "Triggers not used:" in printed


def test_explain_names_all_that_tell_of_a_contact_and_leaves_no_trigger_out(tmp_path):
    path = tmp_path / "e.txt"
    path.write_text(
        "Maltese Foreign Minister Carmela Zahra met Georgian President Giorgi Lomidze on Tuesday. "
        "Zahra and Lomidze held talks on trade. They will meet again in May. Ministers meet twice a year to discuss it."
    )
    [(printed, _)] = files.extract([path], date(2018, 3, 9), None, explain=True)
    assert "told by: 'met' (verb reciprocal); 'talks' (noun event)" in printed
    assert "status: occurred, from the tense alone" in printed
    assert "status: planned, from “will”" in printed
    assert "'discuss' (meeting)" in printed and printed.count("a habit") == 2
