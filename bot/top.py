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
    before, after, words = _patterns()
    folded = bare(text)
    for match in re.finditer(rf"(?<![\w.,])(?:\d{{1,2}}|{alternatives(words)})(?![.,]?\d)(?![a-z])", folded):
        if before.search(folded, 0, match.start()) or after.match(folded, match.end()):
            number = words.get(match.group()) or int(match.group())
            return number if number > FEW else 0
    return 0


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    """Return the patterns of what stands before and after such a number, and the numbers written as words."""
    own = wordings(*_FILE)
    pairs = (form.partition("=") for form in own["number"])
    return (
        re.compile(rf"(?<!\w)(?:{alternatives(own['before'])})\s?$"),
        re.compile(rf"\s?(?:\S+ )?(?:{alternatives(own['after'])})(?![a-z])"),
        {bare(word.strip()): int(number) for number, _, word in pairs},
    )
