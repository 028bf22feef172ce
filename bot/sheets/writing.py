"""How each language writes numbers, lists and dates, and how a name stands in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from babel import Locale
from babel.dates import format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal

from bot.sheets.rendering import day
from knowledge.text import Language, bare

_LISTS: dict[Language, str] = {"fr": "fr", "ko": "ko", "en": "en_GB"}  # no comma before "and"
_BRACKETED = re.compile(r"^(.+?)(\s*\([^()]*\))$")
_CONTRACTED = (("le ", "du "), ("Le ", "du "), ("les ", "des "), ("Les ", "des "))
_ELIDED = frozenset("aeiouyœæ")


class Word(str):
    """A word that fits itself to its sentence: `{name:은/는}` adds the Korean particle, `{units:de}` the French de."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return the word as it stands with a pair of particles (`이/가`), with `de` or the article `Le`, or alone."""
        if spec == "Le":
            return str(self)
        if spec == "de":
            return f"d'{self}" if bare(self[:1]) in _ELIDED else f"de {self}"
        if "/" in spec:
            return with_particle(self, spec)
        return super().__format__(spec)

    def longer(self, text: str) -> Word:
        """Return a text that begins with the word as one that fits itself as the word does."""
        return Word(text)


class Named(Word):
    """A French name with the article that usage gives it: le Morbihan, du Morbihan, Le Havre, du Havre."""

    __slots__ = ("_article",)

    _article: str

    def __new__(cls, name: str, article: str = "") -> Named:
        """Return the name; `article` ends in a space or an apostrophe, and is blank where there is none."""
        made = super().__new__(cls, name)
        made._article = article
        return made

    def __format__(self, spec: str) -> str:
        """Return the name with `de`, with the article that begins a sentence (`Le`), or as a word."""
        full = self._article + str(self)
        if spec == "Le":
            return full[:1].upper() + full[1:]
        if spec == "de":
            for article, contracted in _CONTRACTED:
                if full.startswith(article):
                    return contracted + full.removeprefix(article)
            return f"de {full}" if self._article else super().__format__(spec)
        return super().__format__(spec)

    def longer(self, text: str) -> Named:
        """Return the name with another text in place of its own, with or without an article as before."""
        return Named(text, self._article)


def with_particle(word: str, pair: str) -> str:
    """Return the word with the one of two particles that fits it: 투르는, 대전은. What is in brackets has no say."""
    from hangulpy.josa import josa  # a Korean sentence needs it, the others start faster without

    match = _BRACKETED.match(word)
    if match is None:
        return josa(word, pair)
    heard, brackets = match.groups()
    return f"{heard}{brackets}{josa(heard, pair)[len(heard) :]}"


def number(value: float, language: Language) -> str:
    """Return a number with the language's separators: 139 259, 139,259; one decimal at most."""
    return str(format_decimal(round(value, 1), locale=language))


def one(count: int, language: Language) -> bool:
    """Tell whether the language puts a noun in the singular after this number (French does after 0)."""
    return str(Locale.parse(language).plural_form(count)) == "one"


def listed(items: Sequence[str], language: Language) -> str:
    """Return a list in words: A, B et C; A, B 및 C; A, B and C."""
    return str(format_list(list(items), locale=_LISTS[language]))


def joined(parts: Iterable[str], language: Language) -> str:
    """Return parts of a sentence set off by semicolons, before which French has a space."""
    return (" ; " if language == "fr" else "; ").join(parts)


def dated(value: str, language: Language) -> str:
    """Return a year, a month or a day as written in tables (`2023`, `2026-07`, `2026-07-01`) in words."""
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 1:
        return f"{value}년" if language == "ko" else value
    if len(parts) == 2:
        return str(format_skeleton("yMMMM", date(parts[0], parts[1], 1), locale=language))
    return day(date(*parts), language)
