"""Numbers written as words, alone or before a scale: "cent mille", "half a million", "fifty thousand", 이십오만.

The words stand in `bot/texts/numerals.tsv`, each with its value.
"""

from __future__ import annotations

import re
from functools import cache

from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FILE = "bot.texts", "numerals.tsv"
_HUNDRED = 100
_FOUR_TWENTIES = (4, 20)
"""Quatre-vingt: the one number that multiplies a lower one."""
_DIGITS = {digit: value for value, digit in enumerate("일이삼사오육칠팔구", 1)}
_UNITS = {"십": 10, "백": 100, "천": 1000}
_GROUPED = re.compile(r"[ .,\u00a0\u2009\u202f](?=\d{3})")
_MYRIADS = r"\d+만\s?(?:\d천|\d,?\d{3})(?!\d)"
"""A number of ten thousands and thousands: 4만 5천, 12만 3,400."""
_NOTHING = "(?!)"
_SEPARATED = re.compile(r"[\s-]+")


def pattern(counted: str = _NOTHING) -> str:
    """Return the expression of a number in figures, in words or in Hangul, in a text without accents.

    Words are one only before a scale or what is `counted`, an expression, if any is: "un million" is a number and "ten
    people", "un" none. Of its groups, `digits` and `scale`, `value` makes a number; it matches the blank text too.
    """
    own = wordings(*_FILE)
    word = alternatives(_values("word"))
    fraction = alternatives(_values("fraction"))
    latin = rf"(?:{alternatives(form for form in _values('scale') if form.isascii())})(?![a-z])"
    hangul = alternatives(form for form in _values("scale") if not form.isascii())
    joined = rf"[\s-](?:(?:{alternatives(own['joining'])})\s)?"
    figures = r"\d{1,3}(?:[ .,\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)?"
    words = rf"(?:{fraction}|(?:{word})(?:{joined}(?:{word}))*)(?=[\s-](?:{latin}|{counted}))"
    korean = "[일이삼사오육칠팔구십백천]+(?=만)"
    return rf"(?<![\w.,])(?P<digits>{_MYRIADS}|{figures}|{words}|{korean})?(?:[\s-]?(?P<scale>{hangul}|{latin}))?"


def value(digits: str | None, scale: str | None) -> float:
    """Return the number that the two groups of `pattern` give; a scale by itself is one of it (백만, "mille")."""
    return _number(digits) * _values("scale").get(scale or "", 1.0)


def _number(digits: str | None) -> float:
    if not digits:
        return 1.0
    if re.fullmatch(_MYRIADS, digits):
        above, below = digits.split("만")
        # Floats throughout: a number of hundreds of figures is infinite, which counts nothing; an int would overflow.
        return float(above) * 10_000 + float(re.sub(r"\D", "", below)) * (1_000 if below.endswith("천") else 1)
    if digits[0].isdigit():
        return float(_GROUPED.sub("", digits).replace(",", "."))
    if digits[0] in _DIGITS or digits[0] in _UNITS:
        return float(_in_hangul(digits))
    fractions = _values("fraction")
    return fractions[digits] if digits in fractions else _in_words(digits)


def _in_words(text: str) -> float:
    """Return the value of words in a row: "deux cent cinquante", "quatre-vingt"."""
    total, last = 0.0, 0.0
    for word in _SEPARATED.split(text):
        number = _values("word").get(word, 0.0)
        if number == _HUNDRED:
            total = max(total, 1) * number
        else:
            total += last * (number - 1) if (last, number) == _FOUR_TWENTIES else number
        last = number
    return total


def _in_hangul(text: str) -> int:
    total, digit = 0, 0
    for syllable in text:
        if syllable in _UNITS:
            total, digit = total + max(digit, 1) * _UNITS[syllable], 0
        else:
            digit = _DIGITS[syllable]
    return total + digit


def valued(package: str, file: str, kind: str) -> dict[str, float]:
    """Return the values of the words of a kind in a file of wordings, each written there `value=word`."""
    pairs = (form.partition("=") for form in wordings(package, file)[kind])
    return {bare(word.strip()): float(number) for number, _, word in pairs}


@cache
def _values(kind: str) -> dict[str, float]:
    return valued(*_FILE, kind)
