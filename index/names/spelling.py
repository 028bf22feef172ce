"""Names with a typing fault: found by the forms that both share once a letter or two are left out of each.

Every name is kept under the check sums of itself without one letter (without two, if it is long and the place large); a
word is looked up under its own. What is found is measured: letters left out, put in, changed or swapped. Hangul is
taken apart into its letters first, so that one wrong vowel is one fault.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA

from index.names.needs import LARGE, MIDDLE
from index.names.tokens import is_hangul
from index.recent import Recent
from knowledge.common_words import CommonWords
from knowledge.text import heard

_LONGEST = 40
_SHORTEST, _TWO_FAULTS_FROM = 5, 11
_FIRST_LETTER_FROM = 8  # letters of a name whose first one may be the fault
_DOUBLED = re.compile(r"([a-z])\1")
_KNOWN = 3.0  # Zipf frequency from which a word is taken as it is written
_MOST = 48  # candidates measured
_REMEMBERED = 2048  # words whose corrections are kept


@dataclass(frozen=True, slots=True)
class Correction:
    """A name close to a word: its number, how many faults apart."""

    key: int
    faults: int


class Spelling:
    """The deletion index over names, and the words that need no correction."""

    def __init__(
        self,
        deletions: NDArray[np.generic],
        keys: NDArray[np.generic],
        vocabulary: NDArray[np.generic],
        weights: NDArray[np.generic],
        names: Sequence[str],
    ) -> None:
        """Take what `build` made of sorted names."""
        self._names = names
        self._deletions = deletions
        self._keys = keys
        # They are a tenth of all, and a word in Hangul is near to none but them: few enough to stay at hand.
        hangul = np.asarray(keys, np.int32) >= bisect_left(names, True, key=is_hangul)
        self._in_hangul = deletions[hangul], keys[hangul]
        self._vocabulary = vocabulary
        self._weights = weights
        self._known = frozenset(vocabulary.tolist())  # looked up for every word: five times as fast as the array
        self._recent: Recent[str, tuple[Correction, ...]] = Recent(_REMEMBERED)

    @classmethod
    def build(cls, names: Sequence[str], weights: NDArray[np.int32], words: CommonWords) -> Spelling:
        """Index sorted names (folded, run together) with the weight of the largest place of each."""
        sums: list[int] = []
        keys: list[int] = []
        for number, name in enumerate(names):
            letters = _letters_of(name)
            if not _SHORTEST <= len(letters) <= _LONGEST or (name != letters and weights[number] < MIDDLE):
                continue
            two = len(letters) >= _TWO_FAULTS_FROM and weights[number] >= LARGE
            found = sorted(set(_sums(letters, 2 if two else 1)))
            sums += found
            keys += [number] * len(found)
        order = np.argsort(np.array(sums, dtype=np.uint32), kind="stable")
        known = [word for word, use in words.uses.items() if max(use.fr, use.en, use.ko) >= _KNOWN]
        return cls(
            np.array(sums, dtype=np.uint32)[order],
            np.array(keys, dtype=np.int32)[order],
            np.sort(np.array([crc32(word.encode()) for word in known], dtype=np.uint32)),
            weights,
            names,
        )

    def arrays(self) -> dict[str, NDArray[np.generic]]:
        """Return what a table keeps of it."""
        return {"deletions": self._deletions, "deletion_keys": self._keys, "vocabulary": self._vocabulary}

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is an ordinary one, not to be corrected."""
        return crc32(word.encode()) in self._known

    def corrections(self, word: str) -> list[Correction]:
        """Return the names one fault from a word (two, if it is long), the closest and then the weightiest first.

        The words that no dictionary knows are asked for again and again: 데파르트망, 알려주세요, jumelage.
        """
        return list(self._recent.found(word, lambda: self._measured(word)))

    def _measured(self, word: str) -> tuple[Correction, ...]:
        letters = _letters_of(word)
        if not _SHORTEST <= len(letters) <= _LONGEST:
            return ()
        most = 2 if len(letters) >= _TWO_FAULTS_FROM - 1 else 1
        deletions, keys = self._in_hangul if is_hangul(word) else (self._deletions, self._keys)
        sums = np.array([*_sums(letters, most)], dtype=np.uint32)
        starts = deletions.searchsorted(sums)
        held = deletions.take(starts, mode="clip") == sums
        if not held.any():
            return ()
        starts, ends = starts[held], deletions.searchsorted(sums[held], side="right")
        candidates: dict[int, None] = {}
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            candidates.update(dict.fromkeys(keys[start:end].tolist()))
        ranked = sorted(candidates, key=lambda key: (-int(self._weights[key]), key))[:_MOST]
        found = []
        for key in ranked:
            name = _letters_of(self._names[key])
            faults = OSA.distance(letters, name, score_cutoff=most)
            if faults > most and self._weights[key] >= LARGE:
                faults = _undoubled_between(letters, name)
            if (
                faults <= most
                and self._names[key] != word
                and (letters[0] == name[0] or len(name) >= _FIRST_LETTER_FROM)
            ):
                found.append(Correction(key, faults))
        return tuple(sorted(found, key=lambda c: c.faults))


def between(word: str, name: str) -> int:
    """Return how many faults lie between a word and a name."""
    return int(OSA.distance(_letters_of(word), _letters_of(name)))


def _undoubled_between(letters: str, name: str) -> int:
    """Return how many faults lie between a word and a name, a letter written once for twice being none: Monpelier."""
    return max(int(OSA.distance(_DOUBLED.sub(r"\1", letters), _DOUBLED.sub(r"\1", name))), 1)


def _letters_of(word: str) -> str:
    """Return a folded word with its Hangul syllables taken apart into the letters that are heard."""
    return unicodedata.normalize("NFD", heard(word)) if not word.isascii() else word


def _sums(letters: str, most: int) -> Iterator[int]:
    """Yield the check sums of a word, of it without one letter, and without two if `most` is 2; some come twice.

    The sum of what goes before the letters left out is carried on, not made anew for each form.
    """
    parts = [letter.encode() for letter in letters]
    rests = [b"".join(parts[number:]) for number in range(len(parts) + 1)]
    begun = 0
    for first, part in enumerate(parts):
        yield crc32(rests[first + 1], begun)
        further = begun
        for second in range(first + 1, len(parts)) if most == 2 else ():
            yield crc32(rests[second + 1], further)
            further = crc32(parts[second], further)
        begun = crc32(part, begun)
    yield begun
