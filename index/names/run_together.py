"""A text with its words run together, as the names of bodies are looked for in it: however their parts are joined.

People write "conseil régional bourgogne franche comté" and 관광공사 파리 지사 for Bourgogne-Franche-Comté and 파리지사,
and leave out or change the small words between: "Korea Tourism Organization in Paris".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from index.names.particles import attached
from knowledge.text import HANGUL, bare, heard
from knowledge.wordings import wordings

_WORD = re.compile(r"[^\W\d_가-힣]+|[가-힣]+|\d+")
_JOINING = re.compile(r"[\s'’‘·/&-]*")
_SMALL = frozenset(wordings("index.names", "run_together.tsv")["small"])
_PLURAL = re.compile(r"(?<=[a-z]{3})[sx]$")
_APART = "\n"
"""What stands in the letters where a mark parts two words."""


class Word(NamedTuple):
    """A word of a text: its letters as they are heard, where it stands, and whether a mark parts it from the last."""

    letters: str
    start: int
    end: int
    parted: bool


def words_of(text: str) -> list[Word]:
    """Return the words of a text without the small ones that stand between the parts of a name."""
    folded = heard(bare(text))
    found: list[Word] = []
    read, parted = 0, False
    for match in _WORD.finditer(folded):
        parted = parted or not _JOINING.fullmatch(folded, read, match.start())
        read = match.end()
        if match.group() not in _SMALL:
            found.append(Word(match.group(), *match.span(), parted=parted))
            parted = False
    return found


def numberless(words: Iterable[Word]) -> list[Word]:
    """Return words without what makes them several in French and English: Cité unies France, "maires", "maire"."""
    return [word._replace(letters=_PLURAL.sub("", word.letters)) for word in words]


class RunTogether:
    """The letters of a text's words, in which each is traced to where it stood."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._starts: list[int] = []
        letters = ""
        for word in words:
            letters += _APART if word.parted and letters else ""
            self._starts.append(len(letters))
            letters += word.letters
        self.letters = letters
        self._begins = frozenset(self._starts)

    def is_whole(self, text: str, start: int, end: int) -> bool:
        """Tell whether a name stands among the letters from a word's start to one's end, or to what is stuck to it."""
        if start not in self._begins:
            return False
        number = self.last(end)
        rest = text[end : self._starts[number] + len(self._words[number].letters)]
        return not rest or (HANGUL.match(rest) is not None and attached(rest) is not None)

    def first(self, start: int) -> int:
        """Return the number of the word that begins at a position among the letters."""
        return bisect_left(self._starts, start)

    def last(self, end: int) -> int:
        """Return the number of the word that the letter before a position belongs to."""
        return bisect_left(self._starts, end) - 1

    def begin(self, number: int) -> int:
        """Return where among the letters a word begins."""
        return self._starts[number]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text stands what is found among the letters."""
        number = self.last(end)
        last, read = self._words[number], end - self._starts[number]
        return self._words[self.first(start)].start, last.end if read == len(last.letters) else last.start + read
