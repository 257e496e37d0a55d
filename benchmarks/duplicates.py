"""How long it takes to find a near-duplicate among 1,000 and among 100,000 stored articles: ``python -m
benchmarks.duplicates``.

The same texts are looked up both times, in a database of its own. The bare baseline, measured in the same run, is
making
the signature of the text, which has nothing to do with the archive. Wanted: at most twice the time at 100 times the
size.
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
import time

SIZES = (1_000, 100_000)
LOOKED_UP = 200
WORDS_A_TEXT = 120
WANTED = 2.0


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ |= {"DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "bench"}
        os.environ.pop("DATABASE_URL", None)
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        report()


def text(number: int) -> str:
    chosen = random.Random(number)
    return " ".join(f"word{chosen.randrange(20_000)}" for _ in range(WORDS_A_TEXT))


def fill(start: int, end: int) -> None:
    from articles import duplicates
    from articles.intake import text_hash
    from articles.models import Article, Band, Fingerprint

    for at in range(start, end, 1_000):
        texts = [text(number) for number in range(at, min(at + 1_000, end))]
        rows = Article.everything.bulk_create(
            Article(title=one[:60], text=one, text_hash=text_hash(one), state="ready") for one in texts
        )
        marks = [duplicates.signature(one) for one in texts]
        Fingerprint.objects.bulk_create(
            Fingerprint(article=row, signature=mark, version=duplicates.VERSION)
            for row, mark in zip(rows, marks, strict=True)
        )
        bands = [
            Band(article=row, key=key) for row, mark in zip(rows, marks, strict=True) for key in duplicates.bands(mark)
        ]
        Band.objects.bulk_create(bands, batch_size=5_000)


def look_up() -> float:
    """The median time, in milliseconds, of looking up a text of which a near-duplicate is stored."""
    from articles import near

    times = []
    for number in range(LOOKED_UP):
        asked = text(number * 4) + " and a line more"
        began = time.perf_counter()
        found = near.most_alike(asked)
        times.append(1000 * (time.perf_counter() - began))
        assert found is not None, f"text {number * 4} was not found"
    return statistics.median(times)


def baseline() -> float:
    from articles import duplicates

    times = []
    for number in range(LOOKED_UP):
        asked = text(number)
        began = time.perf_counter()
        duplicates.signature(asked)
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times)


def report() -> None:
    bare, stored, found = baseline(), 0, []
    print(f"signature alone: {bare:.2f} ms")
    for size in SIZES:
        fill(stored, size)
        stored = size
        look_up()
        found.append(look_up())
        print(f"look-up among {size:>7,}: {found[-1]:.2f} ms, {found[-1] / bare:.1f} times the signature")
    ratio = found[1] / found[0]
    print(f"100 times the archive: {ratio:.2f} times the time (wanted: at most {WANTED:.0f})")


if __name__ == "__main__":
    main()
