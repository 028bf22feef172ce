"""What people write around a question: who they are, why they ask, for whom. It changes nothing in what is asked.

Pieces written by hand stand in asides.tsv: a language, `before` or `after`, and the piece, in which X is a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.ranking.lesson import Variant
from knowledge.text import LANGUAGES, Language

FILE = Path(__file__).with_name("asides.tsv")
SHARE = 0.4
"""Of the phrasings get something around them."""
BEFORE, AFTER = 0.7, 0.6
"""Of these, this share gets something before, and what lies above this share something after: a tenth gets both."""
_PLACE = re.compile(r"\bX(?![A-Za-z])")


@dataclass(frozen=True)
class Asides:
    """The pieces of each language, by where they stand."""

    before: dict[Language, list[str]]
    after: dict[Language, list[str]]

    @staticmethod
    def read(file: Path = FILE) -> Asides:
        """Return the pieces of a file: language, where they stand, text."""
        lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]

        def standing(side: str) -> dict[Language, list[str]]:
            return {
                tongue: [text for own, where, text in lines if (own, where) == (tongue, side)] for tongue in LANGUAGES
            }

        return Asides(standing("before"), standing("after"))

    def among(self, places: Mapping[Language, Sequence[str]], random: np.random.Generator) -> Callable[[Variant], str]:
        """Return what gives a phrasing as it is, or with pieces around it drawn at random, a place for each X."""

        def around(variant: Variant) -> str:
            text, own = variant.text, places[variant.language]
            if random.random() < SHARE:
                chance = random.random()
                if chance < BEFORE:
                    text = f"{_filled(_drawn(self.before[variant.language], random), own, random)} {text}"
                if chance > AFTER:
                    text += _filled(_drawn(self.after[variant.language], random), own, random)
            return text

        return around


def _drawn(pieces: Sequence[str], random: np.random.Generator) -> str:
    return pieces[int(random.integers(len(pieces)))]


def _filled(piece: str, places: Sequence[str], random: np.random.Generator) -> str:
    return _PLACE.sub(lambda _: _drawn(places, random), piece)
