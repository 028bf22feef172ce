"""Where a text names a place, or a contact, and which ones it may mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names a place, or a contact.

    `start` and `end` count characters of the text given. `places` holds the ids it may mean, the most likely first
    (population, then kind); several: it is ambiguous. `exact` is False where a typing fault was mended. `others` are
    namesakes at least ten times smaller, to be offered; none of them is in `places`.
    """

    start: int
    end: int
    text: str
    places: tuple[str, ...]
    exact: bool
    others: tuple[str, ...] = ()

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether it shares a character with what stands from `start` to `end` of the text."""
        return self.start < end and start < self.end
