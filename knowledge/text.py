"""A text in the three languages of Guichet, and the folding under which two wordings are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Language = Literal["fr", "ko", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "ko", "en")
HANGUL = re.compile("[가-힣]+")
"""Syllables in a row: a Korean word, or what is stuck to a name."""

NonBlank = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    Field(json_schema_extra={"pattern": r"\S"}),
]


class Text(BaseModel):
    """One content in French, Korean and English; all three are there and none is blank."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    fr: NonBlank
    ko: NonBlank
    en: NonBlank

    def __getitem__(self, language: Language) -> str:
        text: str = getattr(self, language)
        return text


def fold(text: str) -> str:
    """Return the text without case, accents, punctuation and spaces: equal folds are one phrasing.

    Hangul syllables stay whole (they are composed again after the accents are gone), so the fold of a Korean text is
    its letters and digits.
    """
    return text.translate(_FOLDS) if _BY_CHARACTER.fullmatch(text) else _fold(text)


_BY_CHARACTER = re.compile("[\0-\u017f가-힣‘-”…–—·]*")
"""Texts in which no character joins its neighbour when folded."""


class ByCharacter(dict[int, str]):
    """A table for `str.translate`: what becomes of each character, found when it is first met."""

    def __init__(self, become: Callable[[str], str]) -> None:
        super().__init__()
        self._become = become

    def __missing__(self, code: int) -> str:
        found = self[code] = self._become(chr(code))
        return found


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).casefold()  # NFKD makes capitals of some symbols
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return "".join(c for c in unicodedata.normalize("NFC", bare) if c.isalnum())


def bare(text: str) -> str:
    """Return the text in lower case without accents, of the same length: position i is position i of the text.

    The text must be composed (NFC); a letter that has no single plain counterpart stays as it is.
    """
    if _WITHOUT_ACCENTS.fullmatch(text):
        return text.lower()
    return text.translate(_BARE)


def blanked(text: str, start: int, end: int) -> str:
    """Return the text with blanks from start to end, so that all else stays where it is."""
    return text[:start] + " " * (end - start) + text[end:]


def blanked_word(text: str, start: int, end: int) -> str:
    """Return the text with blanks from start to the end of what is stuck there in Hangul: a particle, an ending."""
    stuck = HANGUL.match(text, end)
    return blanked(text, start, stuck.end() if stuck else end)


def blanked_said(text: str, start: int, end: int) -> str:
    """Return the text with blanks for what is said from start to end; in Hangul, for what is stuck to it as well."""
    return (blanked_word if HANGUL.match(text, start) else blanked)(text, start, end)


_WITHOUT_ACCENTS = re.compile("[\0-\x7f가-힣]*")


def _bare(character: str) -> str:
    if not character.isascii() and not "가" <= character <= "힣":
        plain = "".join(c for c in unicodedata.normalize("NFD", character.lower()) if not unicodedata.combining(c))
        if len(plain) == 1:
            return "'" if plain in "’‘ʼ" else plain
        return character
    return character.lower()


def heard(text: str) -> str:
    """Return the text with Hangul as it is heard, of the same length: 빠리 as 파리, 래지옹 as 레지옹.

    Foreign names are written with tense consonants or aspirated ones, and few tell the two sounds of e apart;
    nor is a y heard after ㅈ or ㅊ, or in ㅖ: 졍읍 as 정읍, 세계 as 세게.
    """
    return text if text.isascii() else text.translate(_HEARD)


_FIRST, _VOWELS, _LAST = ord("가"), 21, 28
_CONSONANTS_HEARD = {1: 15, 4: 16, 8: 17, 10: 9, 13: 14}  # ㄲ ㄸ ㅃ ㅆ ㅉ as ㅋ ㅌ ㅍ ㅅ ㅊ, by their places
# No ear tells 쟝 from 장, nor 게 from 계.
_AFTER_J, _Y_VOWELS_HEARD = (12, 13, 14), {2: 0, 6: 4, 7: 5, 12: 8, 17: 13}  # ㅑ ㅕ ㅖ ㅛ ㅠ as ㅏ ㅓ ㅔ ㅗ ㅜ
_YE, _KEEP_YE = 7, (5, 11)  # ㄹ ㅇ
_VOWELS_HEARD = {1: 5, 3: 7, 10: 15, 11: 15}  # ㅐ ㅒ ㅙ ㅚ as ㅔ ㅖ ㅞ ㅞ


def jamo(syllable: str) -> tuple[int, int, int]:
    """Return the places in their orders of the initial consonant, the vowel and the final (0: none) of a syllable."""
    open_, final = divmod(ord(syllable) - _FIRST, _LAST)
    return *divmod(open_, _VOWELS), final


def _heard(character: str) -> str:
    if not "가" <= character <= "힣":
        return character
    consonant, vowel, last = jamo(character)
    vowel = _VOWELS_HEARD.get(vowel, vowel)
    if consonant in _AFTER_J or (vowel == _YE and consonant not in _KEEP_YE):
        vowel = _Y_VOWELS_HEARD.get(vowel, vowel)
    consonant = _CONSONANTS_HEARD.get(consonant, consonant)
    return chr(_FIRST + (consonant * _VOWELS + vowel) * _LAST + last)


_FOLDS, _BARE, _HEARD = ByCharacter(_fold), ByCharacter(_bare), ByCharacter(_heard)


_GROUPED = re.compile(r"(?<=\d)[ ,.\u00a0\u2009\u202f](?=\d{3}(?!\d))")


def ungrouped(text: str) -> str:
    """Return the text with numbers without the signs that group their thousands, which each language writes its way."""
    return _GROUPED.sub("", text)
