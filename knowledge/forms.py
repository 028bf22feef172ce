"""Many forms looked for in a text at once, with an Aho-Corasick automaton: in one pass, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

import ahocorasick

_Value = TypeVar("_Value")
Whole = Callable[[str, int, int], bool]
"""Tells whether what stands in a text from a start to an end is a word of its own there."""


class Forms(Generic[_Value]):
    """Finds forms and what each stands for; of overlapping ones the leftmost, and there the longest, counts."""

    def __init__(self, meanings: Mapping[str, _Value]) -> None:
        self._automaton = ahocorasick.Automaton()
        for form, meaning in meanings.items():
            self._automaton.add_word(form, (len(form), meaning))
        self._automaton.make_automaton()
        self._any = bool(meanings)

    def find(self, text: str, whole: Whole) -> list[tuple[int, int, _Value]]:
        """Return start, end and meaning of each form that stands as a whole word, in order."""
        if not self._any:
            return []
        matches = [(last + 1 - length, last + 1, meaning) for last, (length, meaning) in self._automaton.iter(text)]
        found: list[tuple[int, int, _Value]] = []
        for start, end, meaning in sorted(matches, key=lambda match: (match[0], -match[1])):
            if (not found or start >= found[-1][1]) and whole(text, start, end):
                found.append((start, end, meaning))
        return found
