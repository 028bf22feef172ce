"""Make bot/word_leanings.tsv.gz: how much likelier French than English a word is, of the words that either uses often.

Run by a person, not at install: python -m scripts.word_leanings. It reads the frequencies in the places' words.tsv.gz
(scripts.make_places makes it from wordfreq), so the file carries their licence. Equal inputs give equal bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.place_rows import write_table

_FREQUENT = 30  # tenths of a Zipf value: once in a million words
_LEAST = 20  # what a word that a language does not list is taken for


def leanings(rows: Iterable[Mapping[str, str]]) -> list[tuple[str, str]]:
    """Return (lean, words) in order, words of one lean joined by spaces.

    The lean is the natural logarithm of how many times as frequent a word is in French; rows give `word`, written
    without accents, and its frequencies `fr` and `en` in tenths of Zipf values.
    """
    words: dict[int, list[str]] = defaultdict(list)
    for row in rows:
        french, english = (int(row[language] or _LEAST) for language in ("fr", "en"))
        if row["word"].isascii() and max(french, english) >= _FREQUENT:
            words[french - english].append(row["word"])
    return [(f"{tenths / 10 * math.log(10):.2f}", " ".join(sorted(words[tenths]))) for tenths in sorted(words)]


def main() -> None:
    """Weigh the words of both languages and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words", type=Path, default=Path("knowledge/data/places/words.tsv.gz"))
    parser.add_argument("--target", type=Path, default=Path("bot/word_leanings.tsv.gz"))
    arguments = parser.parse_args()
    with gzip.open(arguments.words, "rt", encoding="utf-8", newline="") as file:
        rows = leanings(csv.DictReader(file, delimiter="\t"))
    write_table(arguments.target, ("lean", "words"), rows)


if __name__ == "__main__":
    main()
