"""Words that say something of what stands right beside them: before it ("near X"), or after it in Korean (X 근처)."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Beside:
    """The patterns of such words, in text without accents: those of `before` end where the thing begins."""

    before: re.Pattern[str]
    after: re.Pattern[str]

    def find(self, folded: str, start: int, end: int) -> re.Match[str] | None:
        """Return the words beside what stands from `start` to `end`, those before it first; None without any."""
        return self.before.search(folded, 0, start) or self.after.match(folded, end)

    def span(self, folded: str, start: int, end: int) -> tuple[int, int] | None:
        """Return where that stands together with the words beside it; None without any."""
        words = self.find(folded, start, end)
        return None if words is None else (min(words.start(), start), max(words.end(), end))
