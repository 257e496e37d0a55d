"""Where the engine fails, by kind of error: coded contacts that it misses, wrong ones that it proposes, wrong fields.

    python -m benchmarks.misses [--shared ../shared] [--show KIND]

For the developing part of the dev set, where it is there, and our own wire stories; never for what is kept aside.
A missed contact counts under what stands in its evidence: no trigger, a trigger that was not used (with the engine's
reason, as ``--explain`` prints it), or a contact that was read there as another one.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from contacts.extraction import evaluate, scoring

NO_WORD = "missed: no word of contact in the evidence"
ANOTHER = "missed: read there as another contact"
JOINED = "missed: told by a trigger whose contact is another's"
EXTRA = "proposed, but not coded"
WRONG = {
    "parties": "found, but with other parties",
    "status": "found, but with another status",
    "date": "found, but with another date",
}


def errors(article: evaluate.Article) -> Iterator[tuple[str, str]]:
    """Each error's kind, and the words of the text it is about."""
    doc = evaluate.doc_of(article)
    gold, found = article["contacts"], [record.as_dict() for record in doc._.records]
    pairs = scoring.pairs(gold, found)
    missed = set(range(len(gold))) - {i for i, _ in pairs}
    extra = set(range(len(found))) - {j for _, j in pairs}
    for i in sorted(missed):
        yield _reason(gold[i], doc, [found[j] for j in extra]), _words(gold[i], article)
    for j in sorted(extra):
        yield EXTRA, _words(found[j], article)
    for i, j in pairs:
        right = scoring.score([gold[i]], [found[j]])
        for field, kind in WRONG.items():
            if not getattr(right, field):
                yield kind, _words(gold[i], article)


def _reason(contact: dict, doc, extra: list[dict]) -> str:
    if any(one["type"] == contact["type"] and _overlap(one, contact) for one in extra):
        return ANOTHER
    inside = [
        trigger
        for trigger in doc._.triggers
        if any(start <= doc[trigger.head].idx < end for start, end in contact["evidence"])
    ]
    if not inside:
        return NO_WORD
    same = [trigger for trigger in inside if trigger.kind.value == contact["type"]] or inside
    blocked = [trigger.blocked for trigger in same if trigger.blocked]
    return f"missed: {blocked[0].split(':')[0]}" if blocked else JOINED


def _overlap(one: dict, other: dict) -> bool:
    return any(a < d and c < b for a, b in one["evidence"] for c, d in other["evidence"])


def _words(contact: dict, article: evaluate.Article) -> str:
    told = " ".join(article["text"][slice(*contact["evidence"][0])].split()) if contact["evidence"] else ""
    return f"{article['id']}: {contact['type']} {'-'.join(contact['countries'])} “{told}”"


def sets(shared: Path) -> dict[str, list[evaluate.Article]]:
    dev = evaluate.dev_articles(shared)
    chosen = {}
    if dev:
        aside = evaluate.aside_names()
        chosen["dev, dense"] = [a for name, a in dev.items() if name not in aside and not name.startswith("e")]
        chosen["dev, real"] = [a for name, a in dev.items() if name not in aside and name.startswith("e")]
    chosen["own wire"] = evaluate.own_articles("wire")
    return chosen


def table(counts: dict[str, Counter]) -> list[str]:
    kinds = sorted({kind for one in counts.values() for kind in one}, key=lambda kind: _order(kind, counts))
    width = max(map(len, kinds), default=0)
    lines = [" " * width + "".join(f"{name:>12}" for name in counts)]
    lines += [f"{kind:{width}}" + "".join(f"{one[kind]:>12}" for one in counts.values()) for kind in kinds]
    return lines


def _order(kind: str, counts: dict[str, Counter]) -> tuple:
    return not kind.startswith("missed"), kind != EXTRA, -sum(one[kind] for one in counts.values()), kind


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.misses", description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=evaluate.ROOT.parent / "shared")
    parser.add_argument("--show", default="", help="print the errors whose kind has these words")
    given = parser.parse_args(arguments)
    found = {name: [e for a in articles for e in errors(a)] for name, articles in sets(given.shared).items()}
    if given.show:
        print(*(f"{kind}: {words}" for one in found.values() for kind, words in one if given.show in kind), sep="\n")
        return
    print(*table({name: Counter(kind for kind, _ in one) for name, one in found.items()}), sep="\n")


if __name__ == "__main__":
    main()
