"""Every reason for refusing a file has its plain words."""

from __future__ import annotations

import re

import pytest

from articles.readers import Code, Unreadable
from articles.readers.messages import message, what_to_do, why
from tests.files.bad import bad_files

JARGON = re.compile(r"\b(?:exception|traceback|null|parse|byte offset|errno|codec|stack|None)\b|[{}_]", re.IGNORECASE)


@pytest.mark.parametrize("code", Code)
def test_says_why_and_what_to_do_in_plain_words(code):
    for detail in ("", "12 MB"):
        assert why(code, detail).endswith(".") and what_to_do(code).endswith(".")
        assert not JARGON.search(message(code, detail))
        assert "()" not in message(code, detail)


def test_the_detail_stands_in_the_sentence():
    assert str(Unreadable(Code.TOO_LARGE, "61.2 MB; 50 MB are the most")).startswith(
        "The file is too large (61.2 MB; 50 MB are the most)."
    )


@pytest.mark.parametrize(
    ("name", "data", "code"), bad_files(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_bad_file_is_refused_with_its_own_message(reading, name, data, code):
    with pytest.raises(Unreadable) as refused:
        result = reading(data, name)
        list(result.parts)
    assert refused.value.code is code
    assert not JARGON.search(str(refused.value))
