"""A small exact model for tests of what surrounds a model: a text's vector follows from its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.model.opening import Kind


class HashedModel:
    """Vectors of any text, the same everywhere; `asked` keeps every text that was encoded."""

    dimension = 48

    def __init__(self, hash: str = "hashed-1") -> None:
        self.name = "hashed"
        self.hash = hash
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        self.asked += texts
        rows = np.empty((len(texts), self.dimension), np.float32)
        for row, text in zip(rows, texts, strict=True):
            seed = hashlib.sha256(f"{self.hash} {kind} {text}".encode("utf-8", "surrogatepass")).digest()
            row[:] = np.random.default_rng(int.from_bytes(seed, "big")).normal(size=self.dimension)
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows
