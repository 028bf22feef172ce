"""Ordinary words: how frequent they are, and which names of places are also words of a dictionary.

A name that is also a word (Lens, Tours, 예산) needs a sign in the sentence before it counts as a place. Frequencies are
Zipf values (log10 of occurrences in a thousand million words). A Latin word is written folded (without accents).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from pathlib import Path

from index.names.tokens import fold_word

_FREQUENT = {"fr": 3.0, "en": 3.0, "ko": 3.0}
_HANGUL = re.compile("[가-힣]{1,5}")
_UNREAD = -60.0
_IMPROBABLE = -25.0  # a reading below it is no word that people use
_BEYOND_DOUBT = 4.0
_RARE = 2.0  # below it, a name is not listed unless a dictionary has it as a word


def make_words(names: Iterable[str], french: Path, english: Path) -> list[tuple[str, ...]]:
    """Return rows (word, fr, en, ko, dictionary, margin) in order; frequencies and margins in tenths, blank if unknown.

    `dictionary` holds `f` or `e` where the French or English dictionary has the word in small letters; `french` and
    `english` are the stems of Hunspell dictionaries (`…/index`). `margin` says by how much a Hangul name reads rather
    as a proper name than as another word (below 0: rather as the word); blank where it is beyond doubt.
    """
    frequencies = {language: _frequencies(language) for language in _FREQUENT}
    asked = {fold_word(name): name for name in sorted(names, reverse=True) if fold_word(name).isalpha()}
    words = {
        word for language, table in frequencies.items() for word, zipf in table.items() if zipf >= _FREQUENT[language]
    }
    lexical = _lexical(asked, french, english)
    words |= {word for word in asked if any(table.get(word, 0) >= _RARE for table in frequencies.values())}
    words |= {word for word, letters in lexical.items() if letters}
    margins = _margins(word for word in asked if _HANGUL.fullmatch(word))
    words |= margins.keys()
    return [
        (
            word,
            *(_tenths(frequencies[language].get(word)) for language in _FREQUENT),
            lexical.get(word, ""),
            margins.get(word, ""),
        )
        for word in sorted(words)
    ]


def _margins(names: Iterable[str]) -> dict[str, str]:
    """Return the margin of each Hangul name between its reading as a proper name and the best other one."""
    from kiwipiepy import Kiwi  # type: ignore[import-not-found]

    kiwi = Kiwi()
    margins = {}
    for name in sorted(names):
        proper = other = _UNREAD
        for morphemes, score in kiwi.analyze(name, top_n=4):
            if len(morphemes) == 1 and morphemes[0].tag == "NNP":
                proper = max(proper, score)
            else:
                other = max(other, score)
        if other < _IMPROBABLE:
            continue
        margin = max(proper - other, -_BEYOND_DOUBT * 2)
        if margin < _BEYOND_DOUBT:
            margins[name] = str(round(margin * 10))
    return margins


def _frequencies(language: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict  # type: ignore[import-not-found]

    table: dict[str, float] = {}
    for word, frequency in get_frequency_dict(language, "best").items():
        key = fold_word(word)
        if key.isalpha() and (len(key) > 1 or language != "ko"):
            table[key] = table.get(key, 0.0) + frequency
    return {word: round(math.log10(frequency) + 9, 2) for word, frequency in table.items()}


def _tenths(zipf: float | None) -> str:
    return "" if zipf is None or zipf < _RARE else str(round(zipf * 10))


def _lexical(asked: dict[str, str], french: Path, english: Path) -> dict[str, str]:
    """Return which dictionaries have each name, or the word that is written like it without accents."""
    from spylls.hunspell import Dictionary  # type: ignore[import-not-found]

    dictionaries = {"f": Dictionary.from_files(str(french)), "e": Dictionary.from_files(str(english))}
    found = {}
    for key, name in sorted(asked.items()):
        if key.isascii():
            forms = {name.lower(), key}
            found[key] = "".join(
                letter for letter, dictionary in dictionaries.items() if any(map(dictionary.lookup, forms))
            )
    return found
