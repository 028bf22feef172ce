"""How much of a question's wording an item knows: the detail that no card has shows here, not in the embedding.

"The mayor's age" lies close to the card on mayors in vector space; that nothing in the card speaks of age is seen by
its character n-grams, weighted by how rare they are (inverse document frequency over items).
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from knowledge.text import bare

_WORD = re.compile(r"[가-힣]+|[a-z0-9]+")
LATIN_GRAM = 4
HANGUL_GRAM = 2
NONE: Mapping[int, NDArray[np.uint32]] = MappingProxyType({})


def grams(text: str) -> NDArray[np.uint32]:
    """Return the sorted distinct hashes of the text's character n-grams (4 in Latin words, 2 in Hangul ones)."""
    found: set[int] = set()
    found.update(*map(_word_grams, _WORD.findall(bare(unicodedata.normalize("NFC", text)))))
    return np.array(sorted(found), np.uint32)


@lru_cache(maxsize=16_384)
def _word_grams(word: str) -> tuple[int, ...]:
    length = HANGUL_GRAM if word[0] >= "가" else LATIN_GRAM
    padded = f" {word}" if length == HANGUL_GRAM else f" {word} "
    starts = range(max(1, len(padded) - length + 1))
    return tuple(zlib.crc32(padded[start : start + length].encode()) for start in starts)


@dataclass(frozen=True)
class Lexicon:
    """The n-grams of every item: `grams[offsets[i]:offsets[i+1]]` are item i's; `rarity` is that of `vocabulary`."""

    grams: NDArray[np.uint32]
    offsets: NDArray[np.int64]
    vocabulary: NDArray[np.uint32]
    rarity: NDArray[np.float32]

    def of(self, item: int) -> NDArray[np.uint32]:
        """Return an item's n-grams, sorted."""
        return self.grams[self.offsets[item] : self.offsets[item + 1]]

    def weights(self, wanted: NDArray[np.uint32]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """Return the rarity of each n-gram (that of a hapax where unknown), and which ones any item knows."""
        if not len(self.vocabulary):
            return np.ones(len(wanted), np.float32), np.zeros(len(wanted), np.bool_)
        at = np.minimum(np.searchsorted(self.vocabulary, wanted), len(self.vocabulary) - 1)
        known = self.vocabulary[at] == wanted
        return np.where(known, self.rarity[at], self.rarity.max()).astype(np.float32), known

    def coverage(self, text: str, items: Iterable[int]) -> list[float]:
        """Return, for each item and last for all items together, the share of the text's wording it knows (0 to 1)."""
        wanted = grams(text)
        if not len(wanted):
            return [0.0 for _ in items] + [0.0]
        weights, known = self.weights(wanted)
        total = float(weights.sum())
        shares = []
        for item in items:
            own = self.of(item)
            at = np.minimum(np.searchsorted(own, wanted), max(len(own) - 1, 0))
            shares.append(float(weights[own[at] == wanted].sum()) / total if len(own) else 0.0)
        return [*shares, float(weights[known].sum()) / total]


def compile_lexicon(texts: Sequence[Sequence[str]], known: Mapping[int, NDArray[np.uint32]] = NONE) -> Lexicon:
    """Build the lexicon of items, each given by all its texts in all languages, or by its n-grams where `known`."""
    per_item = [known[number] if number in known else grams("\n".join(item)) for number, item in enumerate(texts)]
    offsets = np.cumsum([0, *(len(item) for item in per_item)]).astype(np.int64)
    joined = np.concatenate(per_item) if per_item else np.zeros(0, np.uint32)
    vocabulary, counts = np.unique(joined, return_counts=True)
    rarity = np.log((1 + len(texts)) / (0.5 + counts)).astype(np.float32)
    return Lexicon(joined, offsets, vocabulary, np.maximum(rarity, 0.05).astype(np.float32))
