"""The look keeps its promises: readable colours, no effects, vendored files as recorded, no text declared safe."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CSS = (ROOT / "static/css/app.css").read_text()
PYTHON = [path for app in ("articles", "contacts", "config") for path in sorted((ROOT / app).rglob("*.py"))]

# What is written on what, as tokens of the stylesheet. 4.5 for text, 3 for signs and frames (WCAG 2.2, AA).
GROUNDS = ("paper", "page", "lamp")
TEXT = [(ink, ground) for ink in ("ink", "soft", "brand", "a-text", "b-text", "bad") for ground in GROUNDS]
TEXT += [("ink", ground) for ground in ("well", "lamp-hot", "a-wash", "b-wash", "bad-wash", "good-wash")]
TEXT += [("soft", ground) for ground in ("well", "a-wash", "b-wash")]
TEXT += [("on-brand", "brand"), ("on-bar", "bar"), ("a-text", "a-wash"), ("b-text", "b-wash"), ("bad", "bad-wash")]
SIGNS = [(ink, ground) for ink in ("a", "b", "pencil") for ground in ("paper", "page", "a-wash", "b-wash")]
SIGNS += [("edge", "page"), ("edge", "paper")]


def tokens(scheme: str) -> dict[str, tuple[int, int, int]]:
    """The colours of the stylesheet in one scheme."""
    found = {}
    for name, value in re.findall(r"--([\w-]+):\s*(light-dark\([^)]*\)|#\w+);", CSS.split("}")[0]):
        colours = re.findall(r"#(\w+)", value)
        found[name] = rgb(colours[-1] if scheme == "dark" else colours[0])
    return found


def rgb(digits: str) -> tuple[int, int, int]:
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    return tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pairs, least", [(TEXT, 4.5), (SIGNS, 3.0)], ids=["text", "signs"])
def test_colours_can_be_told_from_their_ground(scheme, pairs, least):
    known = tokens(scheme)
    weak = {f"{ink} on {on}": round(contrast(known[ink], known[on]), 2) for ink, on in pairs}
    assert {pair: value for pair, value in weak.items() if value < least} == {}


def test_the_stylesheet_has_no_effects_and_fetches_nothing():
    assert not re.findall(r"box-shadow|text-shadow|-gradient\(|@import|url\((?!#)|https?:", CSS)


def test_vendored_scripts_are_the_recorded_ones():
    recorded = (ROOT / "static/vendor/README.md").read_text()
    for path in (ROOT / "static/vendor").glob("*.js"):
        assert f"`{path.name}`" in recorded and hashlib.sha256(path.read_bytes()).hexdigest() in recorded


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_text_is_declared_safe_by_hand(path):
    assert not re.search(r"\b(mark_safe|SafeString|SafeText)\b", path.read_text())
