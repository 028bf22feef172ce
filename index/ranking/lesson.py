"""What a ranker learns from, phrasings and documents, and which texts those were, kept for the next time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.known import Digests, digests
from knowledge.text import LANGUAGES, Language, fold

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]

OUTSIDE = "outside:"
FOLLOW_UP = f"{OUTSIDE}follow-up"
"""The kind of what asks nothing by itself but something after another question ("and its phone?")."""


@dataclass(frozen=True)
class Variant:
    """One phrasing in one language.

    `item` is what it belongs to: an item, or for a question out of scope the kind it is of, which begins with OUTSIDE.
    """

    item: str
    language: Language
    text: str


@dataclass(frozen=True)
class Lesson:
    """What there is to learn from: variants and documents, each with unit vectors (n, dimension) in the same order.

    A document is an item's own text in one language (its answer, a sentence of it); an item may have none or several.
    `scoped`: the knowledge itself says what is out of its scope.
    """

    variants: Sequence[Variant]
    vectors: Floats
    documents: Sequence[Variant]
    document_vectors: Floats
    scoped: bool = True


@dataclass(frozen=True)
class Taught:
    """Which texts a ranker learnt from, as digests.

    `variants` (n,) stand in the order of the ranker's rows, and so do `folds` (n,), those of their folded texts.
    `documents` (m,) stand in the order of the ranker's, item by item. `scoped` is that of the lesson, `drift` counts
    the texts that changed since all was learnt.
    """

    variants: Digests
    folds: Digests
    documents: Digests
    scoped: bool
    drift: int = 0

    @staticmethod
    def of(lesson: Lesson, number: Mapping[str, int]) -> Taught:
        """Return what a lesson taught; `number` is that of each class by name."""
        order = by_owner(classes(lesson.documents, number))
        return Taught(
            variants=identified(lesson.variants),
            folds=folded(lesson.variants),
            documents=identified(lesson.documents)[order],
            scoped=lesson.scoped,
        )


def names(variants: Sequence[Variant]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the items and the kinds out of scope that variants belong to, each once, in order."""
    found = dict.fromkeys(v.item for v in variants)
    items = tuple(name for name in found if not name.startswith(OUTSIDE))
    return items, tuple(name for name in found if name.startswith(OUTSIDE))


def identified(variants: Sequence[Variant]) -> Digests:
    """Return a digest of each variant: of what it says, in which language, and of what."""
    return digests(f"{v.item}\0{v.language}\0{v.text}" for v in variants)


def folded(variants: Sequence[Variant]) -> Digests:
    """Return the digest of each variant's folded text."""
    return digests(fold(v.text) for v in variants)


def tongues(variants: Sequence[Variant]) -> Rows:
    """Return the language of each variant, as an index into LANGUAGES."""
    place = {language: number for number, language in enumerate(LANGUAGES)}
    return np.array([place[v.language] for v in variants], np.int64)


def classes(variants: Sequence[Variant], number: Mapping[str, int]) -> Rows:
    """Return the class of each variant; `number` is that of each by name."""
    return np.array([number[v.item] for v in variants], np.int64)


def by_owner(owners: Rows) -> Rows:
    """Return the rows of documents (n,) item by item, those of each in the order in which they are given."""
    return np.argsort(owners, kind="stable")


def spread(rows: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """Return rows (n,) spread evenly over those given: all of them, or `most` of more."""
    if len(rows) <= most:
        return rows
    return rows[np.linspace(0, len(rows) - 1, most).astype(np.int64)]
