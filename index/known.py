"""The texts a ranker learnt from, kept as digests: which one a question repeats, and what has changed since.

A digest is 64 bits of BLAKE2b: among a million texts two share one once in forty million folders. Sorted arrays of them
are there as soon as they are read, where a dictionary of texts has to be built.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.text import fold

Digests = NDArray[np.uint64]
Classes = NDArray[np.int64]


@dataclass(frozen=True)
class Known:
    """Digests (n,), sorted, each with the class (n,) that it belongs to."""

    digests: Digests
    classes: Classes

    @staticmethod
    def of(texts: Iterable[str], classes: Sequence[int] | Classes) -> Known:
        """Return the texts (n,) of classes (n,) as they stand."""
        return _sorted([digest(text) for text in texts], classes)

    @staticmethod
    def folded(texts: Iterable[str], classes: Sequence[int] | Classes) -> Known:
        """Return the folds of texts (n,) of classes (n,), without those that are of several classes."""
        every = _sorted([digest(fold(text)) for text in texts], classes)
        first, count = np.unique(every.digests, return_index=True, return_counts=True)[1:]
        last = first + count - 1
        one = every.classes[first] == every.classes[last]  # within a digest, classes are sorted too
        return Known(every.digests[first[one]], every.classes[first[one]])

    def find(self, text: str) -> int | None:
        """Return the class of the text that has the same fold, or None."""
        wanted = np.uint64(digest(fold(text)))
        at = int(np.searchsorted(self.digests, wanted))
        return int(self.classes[at]) if at < len(self.digests) and self.digests[at] == wanted else None

    def beyond(self, other: Known) -> Classes:
        """Return the class of each text that the other has not."""
        return self.classes[~np.isin(self.digests, other.digests)]


def digest(text: str) -> int:
    """Return 64 bits that stand for a text."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def _sorted(digests: list[int], classes: Sequence[int] | Classes) -> Known:
    keys, owners = np.array(digests, np.uint64), np.asarray(classes, np.int64)
    order = np.lexsort((owners, keys))
    return Known(keys[order], owners[order])
