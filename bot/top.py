"""How many places a ranking is asked to show: "top 10", "les dix plus grandes villes", 상위 10개."""

from __future__ import annotations

import re
from functools import cache

from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

FEW = 5
"""Up to this number, as many are shown unasked."""
_FILE = "bot.texts", "top.tsv"


def top(text: str) -> int:
    """Return the number of places that a text asks a ranking to show; 0 where it gives none, or a few."""
    before, number, after = _patterns()
    folded = bare(text)
    for match in number.finditer(folded):
        if before.search(folded, 0, match.start()) or after.match(folded, match.end()):
            wanted = _words().get(match.group()) or int(match.group())
            return wanted if wanted > FEW else 0
    return 0


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what stands before such a number, of the number itself, and of what stands after it."""
    own = wordings(*_FILE)
    return (
        re.compile(rf"(?<!\w)(?:{alternatives(own['before'])})\s?$"),
        re.compile(rf"(?<![\w.,])(?:\d{{1,2}}|{alternatives(_words())})(?![.,]?\d)(?![a-z])"),
        re.compile(rf"\s?(?:\S+ )?(?:{alternatives(own['after'])})(?![a-z])"),
    )


@cache
def _words() -> dict[str, int]:
    """Return the numbers that are written as words."""
    pairs = (form.partition("=") for form in wordings(*_FILE)["number"])
    return {bare(word.strip()): int(number) for number, _, word in pairs}
