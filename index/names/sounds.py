"""Names as they are heard: who writes a French name by ear writes 몽생미쉘, 쌩떼밀리옹, 안느시; a Korean one, Wonjoo.

The official spelling of a French name is hardly known, so that its Hangul is written in as many ways as it may be
heard. All of them have one sound here: tense and aspirated consonants are one, so are the two sounds of e; 으 counts
for nothing, nor does a letter said twice; a consonant that closes a syllable is the one that 으 would follow
(록포르, 로크포르); u is 위, 유 or 우이. Korean names in Latin letters are heard so too: Tchongju is Cheongju, with
English oo and ee, French ou and tch, and no difference between g and k, eo and o, eu and u.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

import numpy as np

from index.names.pronounced import pronounced
from index.names.spelling import between
from index.names.tokens import is_hangul
from knowledge.text import ByCharacter, jamo

SHORTEST = 2
"""Syllables of a name from which it is told by its sound."""
_INITIALS = (*"g k n d t l m b p s s".split(), "", *"j c c k t p h".split())
_MEDIALS = (*"a e ia ie y e iy ie o ua ue ue io u uy ue ui ui".split(), "", "i", "i")
_FINALS = ("", *"k k k n n n t l k m l l t p l m p p t t N t t k t p".split(), "")
# 쉐 and 셰 are one, and so are 쟈 and 자.
_GLIDE = re.compile(r"(?<=[sjc])[ui](?=e)|(?<=[jc])i(?=[aoy])")
_TWICE = re.compile(r"(.)\1+")

_SHORTEST_ROMANISED = 5
_TWO_SYLLABLES = re.compile("[aeiouwy][^aeiouwy]+[aeiouwy]")
_ROMANISED = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        ("tch|tsch|ch|dj|j", "c"),
        ("kh|k|g", "k"),
        ("th|t|d", "t"),
        ("ph|p|b", "p"),
        ("r", "l"),
        ("sh", "s"),
        ("eo", "o"),
        ("oo|ou|eu", "u"),
        ("ee", "i"),
        ("ae|ai", "e"),
        ("u(?=[aeo])", "w"),
        (r"(.)\1+", r"\1"),
    )
)


def _sound(character: str) -> str:
    """Return the sound of a syllable; what is no Hangul stays."""
    if not is_hangul(character):
        return character
    initial, medial, final = jamo(character)
    return f"{_INITIALS[initial]}{_MEDIALS[medial]}{_FINALS[final]}"


_SOUNDS = ByCharacter(_sound)


def sound(word: str) -> str:
    """Return the sound of a Hangul word (of several, if line breaks part them): those that may be one name have one."""
    return _TWICE.sub(r"\1", _GLIDE.sub("", word.translate(_SOUNDS)))


def romanised(word: str) -> str:
    """Return the sound of a Korean name in Latin letters (folded), in whatever way it was written with them."""
    for pattern, letter in _ROMANISED:
        word = pattern.sub(letter, word)
    return word


def _rounded(heard: str) -> str:
    return heard.replace("o", "u")


def _town_heard(word: str) -> str:
    """Return the sound of a town's full name, blank where it does not end as one; no letter is heard across it."""
    ending = TOWN.search(word)
    return f"{romanised(word[: ending.start()])}-{romanised(ending.group())}" if ending else ""


TOWN = re.compile("(?:eup|up|myeon|myon|dong)$")
"""How a town of Korea ends in Latin letters (folded), in the Revised Romanisation and in that of before."""


class TownSounds:
    """The towns of Korea by the sound of their full names in Latin letters: Hwagae-myŏn is Hwagae-myeon."""

    def __init__(self, names: Sequence[str], korean: Sequence[int]) -> None:
        """Take the Korean names among these, by number; making it takes a tenth of a second for 4,000 towns."""
        self._names = names
        self._heard: dict[str, list[int]] = {}
        for key in korean:
            if names[key].isascii() and (heard := _town_heard(names[key])):
                self._heard.setdefault(heard, []).append(key)

    def alike(self, word: str) -> list[int]:
        """Return the numbers of the towns whose full names sound like a word, the closest first."""
        return sorted(self._heard.get(_town_heard(word), ()), key=lambda key: between(word, self._names[key]))


class HangulSounds:
    """Korean names in Hangul by their sound: 쟝성 is 장성, 게룡 is 계룡, 강능 is 강릉."""

    def __init__(self, names: Sequence[str], korean: Sequence[int]) -> None:
        """Take the Korean names among these, by number."""
        self._heard: dict[str, list[int]] = {}
        for key in korean:
            if is_hangul(names[key]):
                self._heard.setdefault(pronounced(names[key]), []).append(key)

    def alike(self, said: str) -> list[int]:
        """Return the numbers of the names that are said so (see `pronounced`), in the order they were given."""
        return self._heard.get(said, [])


class NameSounds:
    """The names of a table by their sound."""

    def __init__(self, names: Sequence[str], korean: Sequence[int]) -> None:
        """Take the names that are Hangul, and those numbered `korean` that are Korean ones in Latin letters.

        Making it takes a tenth of a second for 40,000 names.
        """
        self._romanised: dict[str, list[int]] = {}
        for key in korean:
            heard = "" if is_hangul(names[key]) else romanised(names[key])
            if len(names[key]) >= _SHORTEST_ROMANISED and _TWO_SYLLABLES.search(heard):
                for form in {heard, _rounded(heard)}:
                    self._romanised.setdefault(form, []).append(key)
        keys = [key for key, name in enumerate(names) if len(name) >= SHORTEST and is_hangul(name)]
        lines = sound("\n".join(names[key] for key in keys)).split("\n")
        sums = np.fromiter((crc32(line.encode()) for line in lines[: len(keys)]), dtype=np.uint32, count=len(keys))
        order = np.argsort(sums, kind="stable")
        self._sums, self._keys = sums[order], np.array(keys, dtype=np.int32)[order]
        self._known = frozenset(sums.tolist())  # most words have the sound of no name

    def alike(self, word: str) -> list[int]:
        """Return the numbers of the names that sound like a word; two sounds hardly ever share a check sum."""
        wanted = crc32(sound(word).encode())
        if len(word) < SHORTEST or wanted not in self._known:
            return []
        first, end = (int(np.searchsorted(self._sums, np.uint32(wanted), side)) for side in ("left", "right"))
        found: list[int] = self._keys[first:end].tolist()
        return found

    def romanised_alike(self, word: str) -> list[int]:
        """Return the numbers of the Korean names that sound like a word in Latin letters.

        Where none does, those that would if eo were u, as in English: Soonchun is Suncheon.
        """
        if len(word) < _SHORTEST_ROMANISED:
            return []
        heard = romanised(word)
        return self._romanised.get(heard) or self._romanised.get(_rounded(heard), [])
