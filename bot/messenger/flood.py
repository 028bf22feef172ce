"""Slows a person who asks more than anybody reads. Pure but for what it keeps of the last seconds."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

MOST = 8
"""Questions of one person in WINDOW seconds that are answered at once."""
WINDOW = 20.0


@dataclass(frozen=True, slots=True)
class Slowing:
    """How long a question has to wait, in seconds; `first` where the person is to be told."""

    seconds: float = 0.0
    first: bool = False


class Flood:
    """When each person asked lately; `most` times in `window` seconds are at once."""

    def __init__(self, most: int = MOST, window: float = WINDOW) -> None:
        self._most = most
        self._window = window
        self._asked: dict[int, deque[float]] = {}
        self._told: dict[int, float] = {}

    def asks(self, person: int, at: float) -> Slowing:
        """Note a question asked at `at` (seconds); return how it is slowed."""
        asked = self._asked.setdefault(person, deque())
        while asked and asked[0] <= at - self._window:
            asked.popleft()
        asked.append(at)
        if len(self._asked) > 10_000:
            self._asked = {who: when for who, when in self._asked.items() if when[-1] > at - self._window}
            self._told = {who: when for who, when in self._told.items() if when > at - 3 * self._window}
        if len(asked) <= self._most:
            return Slowing()
        first = self._told.get(person, float("-inf")) <= at - 3 * self._window
        if first:
            self._told[person] = at
        return Slowing(self._window / self._most, first)
