"""Words of texts and of names as the finder of names compares them: small, without accents, Hangul as it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from index.names.ordinals import ordinals

_VOWELS = "aeiouāēīōūAEIOUĀĒĪŌŪ"
_TOKEN = re.compile(
    rf"[^\W\d_가-힣]+(?:(?<=[{_VOWELS}])(?<![qQ][uU])['’ʻ](?=[{_VOWELS}])[^\W\d_가-힣]+)*|[가-힣]+|\d+|&"
)
"""A word; the stop between two vowels in the names of Polynesia is part of it, which no elision is: Faa'a, qu'ici."""
_STOPS = re.compile("['’ʻ]")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "&": "et"}


def _folding() -> dict[int, str]:
    table = {}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = "".join(c for c in unicodedata.normalize("NFKD", chr(number).lower()) if not unicodedata.combining(c))
        table[number] = bare
    return table | {ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae", ord("ß"): "ss", ord("ø"): "o"}


_FOLDING = _folding()


def fold_word(word: str) -> str:
    """Return a word in small letters without accents; Hangul stays as it is."""
    return word.lower() if word.isascii() else word.translate(_FOLDING).lower()


def is_hangul(word: str) -> bool:
    """Tell whether a word or token is written in Hangul."""
    return "가" <= word[:1] <= "힣"


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded; run together they are what is searched."""
    words = _TOKEN.findall(unicodedata.normalize("NFC", name))
    return tuple(map(_searched, words))


def _searched(word: str) -> str:
    """Return a word as it is searched: folded, without the stops in it, an abbreviation in full."""
    folded = word if is_hangul(word) else fold_word(_STOPS.sub("", word))
    return _ABBREVIATED.get(folded, folded)


class Token(NamedTuple):
    """A run of letters, of Hangul or of digits: from `at` to `to` in the text given, `start` to `end` in the stream.

    Every message makes a dozen: a tuple is made three times as fast as a frozen dataclass.
    """

    word: str  # folded
    written: str
    at: int
    to: int
    start: int
    end: int
    hangul: bool
    capital: bool  # begins with a capital and is not all capitals in a text of capitals
    first: bool  # begins a sentence
    glued: bool  # nothing or one mark that joins (hyphen, apostrophe, point) parts it from the token before
    gap: str  # what parts it from the token before
    places: tuple[int, ...]  # where each letter of a Hangul token stood, and its end


def words_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each token of a text, and its word: of an ordinal the number and its ending."""
    numbered = {start: (end, number) for start, end, number in ordinals(text)}
    read = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        start = max(start, read)
        while start in numbered:
            read, number = numbered[start]
            yield start, read, number
            start = read
        if start < end:
            yield start, end, _searched(text[start:end])
