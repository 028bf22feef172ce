"""The part of France that a text speaks of: mainland or overseas."""

from __future__ import annotations

import re

from knowledge.text import bare, blanked
from knowledge.wordings import whole_words

_FILE = "bot.texts", "reach.tsv"


def reach_of(text: str) -> str:
    """Return which part of France a text speaks of, `mainland` or `overseas`; blank for all of it."""
    folded = bare(text)
    parts = ("mainland", "overseas")  # "hors outre-mer" speaks of the mainland
    return next((part for part in parts if whole_words(*_FILE, part).search(folded)), "")


def without_reach(text: str) -> str:
    """Return a text without accents and with blanks in place of the parts of France that it names."""
    folded = bare(text)
    for match in reach_named(text):
        folded = blanked(folded, *match.span())
    return folded


def reach_named(text: str) -> list[re.Match[str]]:
    """Return where a text speaks of a part of France, in the text without accents."""
    return list(whole_words(*_FILE, "mainland", "overseas").finditer(bare(text)))
