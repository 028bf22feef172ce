"""Names in Hangul as they are heard: Korean ones as they are said (강능시, 해운데구청), French ones in any spelling."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from index.names import signs
from index.names import signs_korean as korean
from index.names.evidence import Evidence, Span
from index.names.keys import Trait
from index.names.needs import LARGE, MIDDLE
from index.names.pronounced import pronounced
from index.names.spelling import between
from index.names.table import NameTable
from index.names.text import NameText

_SHORTEST = 2  # syllables of a name that is told by its sound
_OFFICIAL_FROM = 3  # of a government's with its suffix, which needs no sign
_HEARD_FROM = ((LARGE, 3), (MIDDLE, 4), (0, 5))  # how many of a French one need no sign, by the weight of the place
_TIMES = 10  # how much larger a place must be to be the one that is heard
_UNITS_HEARD = {"근": "군", "그": "구"}  # ㅡ and ㅜ are one to many ears: 헤남근

Stems = list[tuple[str, str]]
"""What may be a name in a Hangul word, with what is stuck to it."""


class HeardNames:
    """Finds the names of a table that a Hangul word is heard as."""

    def __init__(self, table: NameTable, evidence: Evidence) -> None:
        self._table = table
        self._evidence = evidence

    def find(self, read: NameText, at: int, stems: Stems, taken: Collection[int]) -> Iterator[tuple[Span, int]]:
        """Yield the names that the word at a token is heard as, each with the faults it counts for.

        `taken` are the tokens of the names around, which one beside it may be joined to or lie in.
        """
        yield from self._korean(read, at, stems, taken)
        if not korean.speaks_of_france(read.tokens[at]):
            yield from self._french(read, at, stems)

    def _korean(self, read: NameText, at: int, stems: Stems, taken: Collection[int]) -> Iterator[tuple[Span, int]]:
        """Yield the names of governments of Korea that a word is as it sounds: 쟝성하고 고창, 게룡 시청, 강능시."""
        token = read.tokens[at]
        for stem, rest in stems:
            for key, sure in self._said(stem):
                span = self._evidence.span(read, at, at, key, token.start + len(stem), rest)
                if span is not None and (sure or self._is_spoken_of(read, at, span, taken)):
                    yield replace(span, exact=False), 1

    def _said(self, stem: str) -> Iterator[tuple[int, bool]]:
        """Yield the Korean names that a word is said like, and whether each needs no sign."""
        if len(stem) < _SHORTEST:
            return
        governments, said = self._table.governments, pronounced(stem)
        for key in governments.alike(said):
            yield key, len(stem) >= _OFFICIAL_FROM and Trait.OFFICIAL in self._table.traits(key)
        if len(stem) < _OFFICIAL_FROM:
            return
        if unit := _UNITS_HEARD.get(stem[-1]):
            for key in governments.alike(pronounced(stem[:-1] + unit)):
                if Trait.OFFICIAL in self._table.traits(key):
                    yield key, False
        for key in self._table.official_towns.alike(said):
            yield key, False

    @staticmethod
    def _is_spoken_of(read: NameText, at: int, span: Span, taken: Collection[int]) -> bool:
        """Tell whether anything but its sound speaks for a Korean name at a token."""
        return (
            bool(span.stuck.administration)
            or korean.of_a_place(read.tokens, at + 1, span.rest)
            or read.asks_where
            or signs.is_whole_message(read.tokens, at, at + 1)
            or at - 1 in taken
            or at + 1 in taken
        )

    def _french(self, read: NameText, at: int, stems: Stems) -> Iterator[tuple[Span, int]]:
        """Yield the French names that a Hangul word is heard as: 몽생미쉘, 쌩떼밀리옹."""
        token = read.tokens[at]
        for stem, rest in stems:
            key = self._heard_as(stem) if len(stem) >= _SHORTEST else -1
            span = None if key < 0 else self._evidence.span(read, at, at, key, token.start + len(stem), rest)
            if span is None:
                continue
            enough = next(syllables for weight, syllables in _HEARD_FROM if self._table.weight(key) >= weight)
            if len(stem) == _SHORTEST and not self._is_said_to_be_one(read, at, span):
                continue
            if (
                len(stem) >= enough
                or span.stuck.administration
                or signs.is_whole_message(read.tokens, at, at + 1)
                or korean.must_be_a_place(read.tokens, at + 1, rest)
            ):
                yield replace(span, exact=False), 1

    def _is_said_to_be_one(self, read: NameText, at: int, span: Span) -> bool:
        """Tell whether a text says of a word of two syllables that it is a town of some size: 코냑이라는 도시."""
        if self._table.weight(span.key) < MIDDLE:
            return False
        return bool(span.stuck.administration) or korean.is_called(read.tokens, at + 1, span.rest)

    def _heard_as(self, stem: str) -> int:
        """Return the French name that a word sounds like, -1 if none: of several the closest of the largest."""
        alike = [key for key in self._table.sounds.alike(stem) if Trait.FRENCH in self._table.traits(key)]
        largest = max(map(self._table.weight, alike), default=0)
        likely = [key for key in alike if self._table.weight(key) * _TIMES > largest]
        return min(likely, key=lambda key: between(stem, self._table.names[key]), default=-1)
