"""Groups questions that got no answer by likeness, whatever their language, so that one card can answer each group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bot.records.journal_reading import Unanswered
from index.ranking.centring import centre
from index.ranking.variants import CARD, parts
from index.snapshot import Snapshot
from knowledge.text import LANGUAGES, Language, fold

Floats = NDArray[np.float32]

ALIKE = 0.5
"""Cosine from which a question joins another. Of pairs of phrasings of 250 shipped cards that are as near, 73% in two
languages and 38% in one belong to the same card, and the others mostly to cards on neighbouring matters."""
_ROWS = 256
_ENCODED_AT_ONCE = 32


@dataclass(frozen=True, slots=True)
class Wording:
    """One question as it was asked, `asked` times up to the day `last`; `rows` are its rows in the journal."""

    text: str
    language: Language
    asked: int
    last: date
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are alike, the most typical first, and the nearest card there is (None where there is no card)."""

    wordings: tuple[Wording, ...]
    nearest: str | None = None

    @property
    def asked(self) -> int:
        """How often any of them was asked."""
        return sum(wording.asked for wording in self.wordings)

    @property
    def languages(self) -> tuple[Language, ...]:
        """Their languages, the most frequent first."""
        counted = Counter[Language]()
        for wording in self.wordings:
            counted[wording.language] += wording.asked
        return tuple(language for language, _ in counted.most_common())

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of all of them in the journal."""
        return tuple(row for wording in self.wordings for row in wording.rows)

    def questions(self) -> Mapping[Language, list[str]]:
        """Return the texts by language."""
        return {
            language: [wording.text for wording in self.wordings if wording.language == language]
            for language in self.languages
        }


def grouped(asked: Sequence[Unanswered], snapshot: Snapshot) -> tuple[Group, ...]:
    """Return questions in groups of those that are alike, the most asked group first, with the nearest card of each."""
    wordings = distinct(asked)
    if not wordings:
        return ()
    vectors = _encoded([wording.text for wording in wordings], snapshot)
    tongues = np.array([LANGUAGES.index(wording.language) for wording in wordings])
    centred = centre(vectors, tongues, snapshot.general.centres.questions)
    weights = np.array([wording.asked for wording in wordings])
    found = []
    for members in communities(centred, weights, ALIKE):
        leader = members[0]
        nearest = _nearest(wordings[leader], vectors[leader], snapshot)
        found.append(Group(tuple(wordings[member] for member in members), nearest))
    return tuple(sorted(found, key=lambda group: -group.asked))


def distinct(asked: Sequence[Unanswered]) -> list[Wording]:
    """Return each question once, whatever its case, accents and punctuation; the newest spelling stands for it."""
    met: dict[tuple[Language, str], list[Unanswered]] = {}
    for each in asked:
        met.setdefault((each.language, fold(each.text) or each.text), []).append(each)
    return [
        Wording(
            text=max(same, key=lambda each: each.day).text,
            language=language,
            asked=len(same),
            last=max(each.day for each in same),
            rows=tuple(each.id for each in same),
        )
        for (language, _), same in met.items()
    ]


def communities(vectors: Floats, weights: NDArray[np.int64], level: float) -> list[list[int]]:
    """Return the rows of unit vectors (n, dimension) in groups whose members are all as near as `level` to the first.

    It is the fast clustering of sentence-transformers (community detection) with weights (n,): the row with the
    heaviest neighbourhood leads the first group, which takes its neighbours; and so on with what is left.
    """
    count = len(vectors)
    near = np.zeros((count, count), bool)
    for start in range(0, count, _ROWS):
        near[start : start + _ROWS] = vectors[start : start + _ROWS] @ vectors.T >= level
    np.fill_diagonal(near, True)
    heaviness = near @ weights
    left = np.ones(count, bool)
    found = []
    while left.any():
        leader = int(np.argmax(np.where(left, heaviness, -1)))
        members = np.flatnonzero(near[leader] & left)
        closeness = vectors[members] @ vectors[leader]
        closeness[members == leader] = np.inf
        found.append([int(member) for member in members[np.argsort(-closeness, kind="stable")]])
        left[members] = False
        heaviness -= near[:, members] @ weights[members]
    return found


def _encoded(texts: Sequence[str], snapshot: Snapshot) -> Floats:
    """Encode few texts at once, so that questions that are being answered meanwhile need not wait for long."""
    parts = [
        snapshot.model.encode(texts[start : start + _ENCODED_AT_ONCE], "query")
        for start in range(0, len(texts), _ENCODED_AT_ONCE)
    ]
    return np.concatenate(parts)


def _nearest(wording: Wording, vector: Floats, snapshot: Snapshot) -> str | None:
    ranking = snapshot.general.rank(wording.text, vector, wording.language)
    found = (parts(candidate.item) for candidate in ranking.candidates)
    return next((id for kind, id in found if kind == CARD), None)
