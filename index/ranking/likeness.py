"""Phrasings of two cards that the model takes for the same: whoever asks one gets either card, by chance.

Cosines are taken within a language, of vectors centred on its phrasings. On 31,000 phrasings of 812 cards, all pairs of
two cards from 0.97 on were the same question (`프레페는 누가 뽑나요?` and `프레페는 누가 뽑습니까?`); the first that
was not, at 0.966, differs in the order of its words only (to call France from Korea, and Korea from France).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.ann import flat
from index.ranking.centring import centre, language_means
from knowledge.cards import Card
from knowledge.document import Fault
from knowledge.reading import Located
from knowledge.text import LANGUAGES, Language, fold

LEVEL = 0.97
"""The cosine from which two phrasings are the same question."""


@dataclass(frozen=True)
class Phrasing:
    """A phrasing of a card, with its place in the card's list of that language."""

    card: Located[Card]
    language: Language
    number: int

    @property
    def text(self) -> str:
        """What is asked."""
        return self.card.item.questions[self.language][self.number]


def phrasings(cards: Collection[Located[Card]]) -> list[Phrasing]:
    """Return all phrasings of the cards."""
    return [
        Phrasing(card, language, number)
        for language in LANGUAGES
        for card in cards
        for number in range(len(card.item.questions[language]))
    ]


def doubles(asked: list[Phrasing], vectors: NDArray[np.float32]) -> Iterator[Fault]:
    """Give a warning for each pair of phrasings of two cards that the model takes for the same.

    `vectors` (phrasings, dimension) has unit rows. Equal phrasings are left out: they are known without a model.
    """
    tongues = np.array([LANGUAGES.index(phrasing.language) for phrasing in asked], np.int64)
    centred = centre(vectors, tongues, language_means(vectors, tongues))
    for number, language in enumerate(LANGUAGES):
        rows = np.flatnonzero(tongues == number)
        for one, other, cosine in _near(centred[rows]) if len(rows) else ():
            first, second = asked[rows[one]], asked[rows[other]]
            if first.card.item.id != second.card.item.id and fold(first.text) != fold(second.text):
                yield second.card.fault(
                    f"`{second.text}` is to the model the same as `{first.text}` of `{first.card.item.id}` "
                    f"({cosine:.3f}): keep it where it is answered best",
                    "questions",
                    language,
                    second.number,
                )


def _near(unit: NDArray[np.float32]) -> Iterator[tuple[int, int, float]]:
    """Give each pair of unit rows, the smaller first, whose cosine is LEVEL or more."""
    limits, cosines, others = flat(unit).range_search(unit, LEVEL)
    for one in range(len(unit)):
        for found in range(int(limits[one]), int(limits[one + 1])):
            if one < others[found]:
                yield one, int(others[found]), float(cosines[found])
