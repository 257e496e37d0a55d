"""Regions to choose parties by: continents and their parts from ``regions.toml``, and the organisations."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("regions.toml")
ORGANISATIONS = "organisations"


def slug(name: str) -> str:
    """A region as an address names it: "Eastern Asia" is eastern-asia."""
    return name.casefold().replace(" ", "-")


@cache
def _entries() -> list[dict]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))["region"]


@cache
def regions() -> dict[str, tuple[str, frozenset[str]]]:
    """Name and party codes of each continent and each region, by the word in the address."""
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for entry in _entries():
        for name in dict.fromkeys((entry["part_of"], entry["name"])):
            codes = found.get(slug(name), ("", frozenset()))[1]
            found[slug(name)] = (name, codes | frozenset(entry["codes"]))
    return found


@cache
def choices() -> list[tuple[str, str | list[tuple[str, str]]]]:
    """For a list to choose from: everything, each continent with its regions, the organisations."""
    grouped: dict[str, list[str]] = {}
    for entry in _entries():
        grouped.setdefault(entry["part_of"], []).append(entry["name"])
    found: list = [("", "The whole world, organisations too"), (ORGANISATIONS, "Organisations")]
    for whole, parts in grouped.items():
        names = [name for name in parts if name != whole]
        found.append((whole, [(slug(whole), f"All of {whole}"), *((slug(name), name) for name in names)]))
    return found


def holds(region: str, code: str) -> bool:
    """Whether a party belongs to a region of ``choices``. An organisation is whatever no region names."""
    if not region:
        return True
    if region == ORGANISATIONS:
        return not any(code in codes for _, codes in regions().values())
    return code in regions()[region][1]


@cache
def region_of(code: str) -> tuple[str, str] | None:
    """The name of a country's region and of the continent that it is part of. None: an organisation, or unknown."""
    for entry in _entries():
        if code in entry["codes"]:
            return entry["name"], entry["part_of"]
    return None
