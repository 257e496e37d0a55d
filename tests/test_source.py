"""Rules that reviewers forget: what the strict CSP forbids in templates, and what the engine may import."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# training/ makes lexicon files and weights; the running program never imports it
ENGINE = [path for path in sorted((ROOT / "contacts/extraction").rglob("*.py")) if "training" not in path.parts]
# The browser blocks these, some of them without a word (design: strict CSP from the first page).
FORBIDDEN = {
    "style attribute": r"<[^>]*\sstyle\s*=",
    "style element": r"<style\b",
    "inline script": r"<script\b(?![^>]*\ssrc=)",
    "event handler": r"<[^>]*\son[a-z]+\s*=",
    "hx-on": r"\shx-on[:=-]",
    "js: value": r"=\s*[\"'](?:js|javascript):",
    "filter in hx-trigger": r"hx-trigger\s*=\s*(?:\"[^\"]*\[|'[^']*\[)",
    "unescaped output": r"\|\s*safe\b|\{%\s*autoescape\s+off",
    "foreign address": r"<(?:script|link|img|iframe|form)\b[^>]*\s(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//",
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_a_template_holds_nothing_that_the_strict_csp_blocks(path):
    words = re.sub(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(), flags=re.DOTALL)
    found = [name for name, pattern in FORBIDDEN.items() if re.search(pattern, words, re.IGNORECASE)]
    assert not found


def imported(path: Path) -> set[str]:
    """The modules that a file imports, by full name."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level:
            package = path.relative_to(ROOT).parent.parts
            names.add(".".join((*package[: len(package) - node.level + 1], node.module or "")).rstrip("."))
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", ENGINE, ids=lambda path: str(path.relative_to(ROOT / "contacts")))
def test_the_engine_imports_nothing_but_spacy_and_itself(path):
    """And what comes with spaCy: numpy."""
    ours = ("contacts.extraction", "spacy", "numpy", "babel", *sys.stdlib_module_names)
    foreign = {name for name in imported(path) if not any(name == own or name.startswith(f"{own}.") for own in ours)}
    assert not foreign
