"""Vectors centred on their language: less its mean, so that meaning is what tells them apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.text import LANGUAGES, Language

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]

_ROWS = 4096  # vectors centred at a time: what the processor keeps at hand


@dataclass(frozen=True)
class Centres:
    """Mean vectors by language, of questions and of documents, each (dimension,)."""

    questions: dict[Language, Floats]
    documents: dict[Language, Floats]


def centre(vectors: Floats, languages: Rows, means: dict[Language, Floats], out: Floats | None = None) -> Floats:
    """Return unit vectors (n, dimension) less the mean of their language (n indices into LANGUAGES), normalised.

    They are written to `out` where it is given.

    A multilingual model puts a text's language before its meaning; without this, a Korean question about France finds
    cards about Korea. A language without a mean is left as it is.
    """
    dimension = vectors.shape[1]
    table = np.stack([means.get(language, np.zeros(dimension, np.float32)) for language in LANGUAGES])
    moved = np.empty(vectors.shape, np.float32) if out is None else out
    for start in range(0, len(vectors), _ROWS):
        part = slice(start, start + _ROWS)
        np.subtract(vectors[part], table[languages[part]], out=moved[part])
        moved[part] /= np.maximum(np.linalg.norm(moved[part], axis=1, keepdims=True), 1e-9)
    return moved


def language_means(vectors: Floats, languages: Rows) -> dict[Language, Floats]:
    """Return the mean vector of each language that has rows."""
    return {
        language: vectors[languages == number].mean(axis=0).astype(np.float32)
        for number, language in enumerate(LANGUAGES)
        if (languages == number).any()
    }
