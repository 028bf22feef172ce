"""The part of France that a text speaks of: mainland or overseas."""

from __future__ import annotations

import re
from functools import cache

from bot.words.beside import Beside
from bot.words.leaving_out import ARTICLES, leaving_out
from bot.words.units import spans as units_named
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

_FILE = "bot.texts", "reach.tsv"
PARTS = ("mainland", "overseas")
"""The parts of France that a question may be narrowed to."""
_ALL = frozenset(PARTS)


def reach_of(text: str) -> str:
    """Return which part of France a text speaks of, `mainland` or `overseas`; blank for all of it.

    So it is where one part is to be taken in ("including overseas"), or both are named. One left out means the other.
    """
    folded, named = _read(text)
    parts = set[str]()
    for start, end in named:
        if _taking_in().find(folded, start, end):
            return ""
        part = _part(folded[start:end])
        parts |= _ALL - {part} if leaving_out().find(folded, start, end) else {part}
    return parts.pop() if len(parts) == 1 else ""


def without_reach(text: str) -> str:
    """Return a text without accents and with blanks in place of the parts of France that it names."""
    folded = bare(text)
    for span in reach_named(text):
        folded = blanked(folded, *span)
    return folded


def reach_named(text: str) -> list[tuple[int, int]]:
    """Return where a text speaks of a part of France, with what takes it in or leaves it out, in the bare text."""
    folded, named = _read(text)
    beside = (_taking_in(), leaving_out())
    return [
        next((found for words in beside if (found := words.span(folded, *span)) is not None), span) for span in named
    ]


def _read(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without accents and where it names a part of France.

    With blanks in place of its units, which stand between that and what takes it in: "hors régions d'outre-mer".
    """
    folded = bare(text)
    named = [match.span() for match in whole_words(*_FILE, *PARTS).finditer(folded)]
    for start, end in units_named(text) if named else ():
        if not any(begin < end and start < to for begin, to in named):  # "de métropole" names no métropole
            folded = blanked(folded, start, end)
    return folded, named


def _part(named: str) -> str:
    """Return which part of France words name; "hors outre-mer" is the mainland."""
    return next(part for part in PARTS if whole_words(*_FILE, part).match(named))


@cache
def _taking_in() -> Beside:
    """Return what stands beside a part of France that is asked about along with the other."""
    own = wordings(*_FILE)
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(own['taking_in'])})\s+{ARTICLES}$"),
        re.compile(rf"\s*(?:을|를|도|까지|만)?\s?(?:{alternatives(own['taken_in'])})(?![a-z])"),
    )
