"""Whether a question asks for a sum over the places that it names: "Tours et Blois ensemble", 부산하고 울산 합치면."""

from __future__ import annotations

import re
from functools import cache

from index.ranking.variants import MASK
from knowledge.text import bare
from knowledge.wordings import alternatives, whole_words, wordings

_FILE = "bot.texts", "summed.tsv"
_PLUS = re.compile(rf"(?<!\w){MASK}\s*\+\s*{MASK}(?![A-Za-z])")


def asks_sum(text: str) -> bool:
    """Tell whether a masked text puts places together, by a word or by a sign: "MASK + MASK"."""
    return _together().search(bare(text)) is not None or _PLUS.search(text) is not None


def counts_people(text: str) -> bool:
    """Tell whether a text speaks of inhabitants."""
    return whole_words(*_FILE, "people").search(bare(text)) is not None


def words_that_sum(text: str) -> list[tuple[int, int]]:
    """Return where a text puts what it names together."""
    return [match.span() for match in _together().finditer(bare(text))]


def words_of_sum(text: str) -> list[tuple[int, int]]:
    """Return where a text speaks of a sum, of inhabitants, or says no more of them, in the text without accents."""
    folded = bare(text)
    beside = whole_words(*_FILE, "people", "empty").finditer(folded)
    return [*words_that_sum(folded), *(match.span() for match in beside)]


@cache
def _together() -> re.Pattern[str]:
    """Return the pattern of what puts places together; "vue d'ensemble" does not, nor "l'ensemble"."""
    return re.compile(rf"(?:(?<![\w'’])|(?<=\bqu['’]))(?:{alternatives(wordings(*_FILE)['together'])})(?![a-z])")
