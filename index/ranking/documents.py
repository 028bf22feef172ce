"""The vectors of what items themselves say: an answer as a whole, and each of its sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]


@dataclass(frozen=True)
class Documents:
    """Vectors (n, dimension), item by item: those of item i stand from `starts[i]` to `starts[i + 1]`."""

    vectors: Floats
    starts: Rows

    @staticmethod
    def of(vectors: Floats, owners: Rows, items: int) -> Documents:
        """Return the documents of so many items, given their vectors (n, dimension) and the ascending items (n,)."""
        return Documents(vectors, np.searchsorted(owners, np.arange(items + 1)).astype(np.int64))

    def __len__(self) -> int:
        """Return how many items there are."""
        return len(self.starts) - 1

    @property
    def owners(self) -> Rows:
        """The item of each document (n,)."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def only(self, kept: NDArray[np.bool_]) -> Documents:
        """Return the documents of the items kept, a flag for each; the others have none."""
        rows = kept[self.owners]
        return Documents.of(self.vectors[rows], self.owners[rows], len(self))

    def nearest(self, items: Rows, vector: Floats, otherwise: Floats) -> Floats:
        """Return the cosine of a vector (dimension,) to the nearest document of each item (k,).

        `otherwise` (k,) is what counts for an item that has none.
        """
        first, counts = self.starts[items], self.starts[items + 1] - self.starts[items]
        told = np.flatnonzero(counts)
        found = otherwise.copy()
        if len(told):
            begins = np.cumsum(counts) - counts  # where the documents of each item begin among those compared
            rows = np.repeat(first - begins, counts) + np.arange(counts.sum())
            found[told] = np.maximum.reduceat(self.vectors[rows] @ vector, begins[told])
        return found
