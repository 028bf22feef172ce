"""Texts kept as digests: which phrasing a question repeats, but for case, accents and signs.

A digest is 64 bits of BLAKE2b: among a million texts two share one once in forty million folders. Sorted arrays of them
are there as soon as they are read, where a dictionary of texts has to be built.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.text import fold

Digests = NDArray[np.uint64]
Classes = NDArray[np.int64]


@dataclass(frozen=True)
class Known:
    """Digests of folded texts (n,), sorted, each with the class (n,) that it belongs to."""

    digests: Digests
    classes: Classes

    @staticmethod
    def of(folds: Digests, classes: Classes) -> Known:
        """Return the digests (n,) of folded texts of classes (n,), without those that are of several classes."""
        order = np.lexsort((classes, folds))
        keys, owners = folds[order], classes[order]
        first, count = np.unique(keys, return_index=True, return_counts=True)[1:]
        one = owners[first] == owners[first + count - 1]  # within a digest, classes are sorted too
        return Known(keys[first[one]], owners[first[one]])

    def find(self, text: str) -> int | None:
        """Return the class of the text that has the same fold, or None."""
        wanted = np.uint64(_digest(fold(text)))
        at = int(np.searchsorted(self.digests, wanted))
        return int(self.classes[at]) if at < len(self.digests) and self.digests[at] == wanted else None


def digests(texts: Iterable[str]) -> Digests:
    """Return 64 bits that stand for each text."""
    return np.array([_digest(text) for text in texts], np.uint64)


def _digest(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
