"""Ordinals that number the districts of a city, in Roman numerals or in words: "XVe" and "quinzième" are 15e.

The words stand in `index/names/ordinals.tsv`, after the ordinal in digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FILE = "index.names", "ordinals.tsv"
_UNIT = "arrondissement"
_LETTERS = "erndsth"

ORDINAL = re.compile(r"(?<!\w)(?=[IVX])(X{0,2}(?:IX|IV|V?I{0,3}))(?=(?:er|ème|eme|e)(?!\w|\s+si[eè]cle))")
"""The numerals of an ordinal up to twenty-nine, in capitals before its ending; those of centuries are none."""
_SMALL = re.compile(r"[ivx]+(?=e|er|eme)")
_VALUES = {"I": 1, "V": 5, "X": 10}


def ordinals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of the numerals of each ordinal in a text, with the number in digits.

    One in words, before what it numbers, is its number and then its ending: "the seventh arrondissement".
    """
    for match in ORDINAL.finditer(text):
        yield *match.span(), _in_digits(match[1])
    folded = bare(text)
    if _UNIT in folded:
        for match in _in_words().finditer(folded):
            start, end = match.span()
            number = _by_word()[match.group()]
            digits = number.rstrip(_LETTERS)
            yield start, start + 1, digits
            yield start + 1, end, number.removeprefix(digits)


def ordinal_in_digits(word: str) -> str:
    """Return an ordinal in small letters with its number in digits: "xve" is 15e, 15e stays."""
    match = _SMALL.match(word)
    return f"{_in_digits(match.group().upper())}{word[match.end() :]}" if match else word


@cache
def _by_word() -> dict[str, str]:
    return {bare(word): digits for digits, words in wordings(*_FILE).items() for word in words}


@cache
def _in_words() -> re.Pattern[str]:
    """Return the pattern of an ordinal in words before what it numbers, in a text without accents.

    It minds case: without, it would match letters that `bare` keeps (quınzième, ſixth), of which there is no number.
    """
    return re.compile(rf"(?<![\w-])(?:{alternatives(_by_word())})(?=\s+{_UNIT})")


def numeral_value(numerals: str) -> int:
    """Return the number that Roman numerals in capitals stand for."""
    values = [_VALUES[numeral] for numeral in numerals]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _in_digits(numerals: str) -> str:
    return str(numeral_value(numerals))
