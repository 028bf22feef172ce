"""How common a word is in ordinary sentences, so that a name that is also a word can be told from it."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

WORDS_FILE = "words.tsv.gz"
BEYOND_DOUBT = 4.0


@dataclass(frozen=True, slots=True)
class WordUse:
    """The Zipf frequency of a word in each language (0 where unknown), and the languages whose dictionary has it.

    `margin` says of a Hangul name by how much it reads rather as a proper name than as another word; below 0, rather
    as the word.
    """

    fr: float = 0.0
    en: float = 0.0
    ko: float = 0.0
    in_french: bool = False
    in_english: bool = False
    margin: float = BEYOND_DOUBT


UNKNOWN_WORD = WordUse()


class CommonWords:
    """The uses of words, by the word folded: small letters without accents.

    The table is read whole but parsed only when first asked: what answers questions works from what was made of it.
    """

    def __init__(self, table: bytes = b"") -> None:
        self._table = table

    @classmethod
    def read(cls, folder: Path) -> CommonWords:
        """Read the words that stand beside a folder's places; a folder without them gives none."""
        file = folder / WORDS_FILE
        return cls(file.read_bytes() if file.is_file() else b"")

    def __getitem__(self, word: str) -> WordUse:
        return self.uses.get(word, UNKNOWN_WORD)

    @cached_property
    def uses(self) -> Mapping[str, WordUse]:
        """All words of the table with their uses."""
        if not self._table:
            return {}
        _, *lines = gzip.decompress(self._table).decode().split("\n")
        return dict(_use(line) for line in lines if line)


def _use(line: str) -> tuple[str, WordUse]:
    word, french, english, korean, letters, margin = line.split("\t")
    certainty = int(margin) / 10 if margin else BEYOND_DOUBT
    return word, WordUse(_zipf(french), _zipf(english), _zipf(korean), "f" in letters, "e" in letters, certainty)


def _zipf(tenths: str) -> float:
    return int(tenths) / 10 if tenths else 0.0
