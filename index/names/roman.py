"""Roman numerals of an ordinal, as French numbers the districts of a city: "XVe" is 15e."""

from __future__ import annotations

import re
from collections.abc import Iterator

ORDINAL = re.compile(r"(?<!\w)(?=[IVX])(X{0,2}(?:IX|IV|V?I{0,3}))(?=(?:er|ème|eme|e)(?!\w|\s+si[eè]cle))")
"""The numerals of an ordinal up to twenty-nine, in capitals before its ending; those of centuries are none."""
_SMALL = re.compile(r"[ivx]+(?=e|er|eme)")
_VALUES = {"I": 1, "V": 5, "X": 10}


def ordinals(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of the numerals of each ordinal in a text, with the number in digits."""
    for match in ORDINAL.finditer(text):
        yield *match.span(), _in_digits(match[1])


def ordinal_in_digits(word: str) -> str:
    """Return an ordinal in small letters with its number in digits: "xve" is 15e, 15e stays."""
    match = _SMALL.match(word)
    return f"{_in_digits(match.group().upper())}{word[match.end() :]}" if match else word


def _in_digits(numerals: str) -> str:
    values = [_VALUES[numeral] for numeral in numerals]
    return str(sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True)))
