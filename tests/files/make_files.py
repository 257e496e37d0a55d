"""Make the folder of 300 mixed files, a tenth of them bad, and its manifest of what each must become.

    python -m tests.files.make_files FOLDER

The same files at every making. ``manifest.json`` is a list; an entry has ``file``, ``becomes`` ("article", "parts",
"table" or "unreadable"), ``format``, and for an article its title, outlet, published, author, url, language,
paragraphs (each must be found whole in the text, in this order) and must_not (words that must not be found); for
parts and rows the like in ``parts`` and ``rows``; for the unreadable the ``code``. ``same_as`` and ``like`` name the
file that one is an exact or near duplicate of.
"""

from __future__ import annotations

import json
import sys
from itertools import count
from pathlib import Path

from tests.files import writers
from tests.files.bad import bad_files
from tests.files.good import File, expected, good_files
from tests.files.stories import story

HOW_MANY = 300


def files() -> list[File]:
    """All files in a mixed order, with what they must become."""
    made = list(good_files())
    made += [(name, data, {"becomes": "unreadable", "code": code.value}) for name, data, code in bad_files()]
    for number in count(2_000):
        if len(made) >= HOW_MANY:
            break
        one = story(number)
        made.append((f"more {number}.docx", writers.docx(one), expected(one, "docx", "published")))
    # 7 and 300 have no common factor: a fixed shuffle that mixes kinds, good and bad
    return [made[place * 7 % len(made)] for place in range(len(made))] if len(made) % 7 else made


def make(folder: Path) -> list[dict]:
    """Write files and manifest; gives the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = []
    for name, data, wanted in files():
        (folder / name).write_bytes(data)
        manifest.append({"file": name} | wanted)
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False), encoding="utf-8")
    return manifest


if __name__ == "__main__":
    written = make(Path(sys.argv[1]))
    bad = sum(entry["becomes"] == "unreadable" for entry in written)
    print(f"{len(written)} files, {bad} of them bad, in {sys.argv[1]}")
