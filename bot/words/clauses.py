"""The parts of a sentence between words that join: "how many communes has it, how many people, and its seat?"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.words import bound
from bot.words.ranks import only_ranks
from bot.words.top import only_among, only_orders
from bot.words.units import spans
from bot.words.wording_on import words
from index.names.particles import COMITATIVE
from index.ranking.variants import MASK

_MASK = re.compile(rf"(?<!\w){MASK}(?![A-Za-z])")
_AND = r"et|and|puis|also|ainsi que|&|및|그리고"
_JOINED = re.compile(
    rf"\s*[,;:+?]\s*(?:(?:{_AND})\s+)?|\s+(?:{_AND})\s+"
    rf"|(?<=[가-힣])(?!하?고\s*[있싶계]|말고)(?:{COMITATIVE}|이고|이?며|(?<!말)고)\s+",
    re.IGNORECASE,
)

_WITH_WHICH = re.compile(rf"(?:(?:어느|어떤|무슨)\s\S+?|누구|어디)(?:{COMITATIVE})\s$")
"""What ends with the one asked for that something is done with, and joins nothing: 어느 도시와 자매결연을 맺었나요."""


def clauses(text: str, names: Collection[tuple[int, int]]) -> list[str]:
    """Return the parts of a sentence, none empty, that stand between words that join, but not between two names.

    `names` are the spans of the names in it, which are never cut: "Eure et Loir", "Tours et Blois"; nor are units
    (읍과 면, "eup et myeon") and the ends of one range of inhabitants. What places are ranked by ("…, en habitants") is
    no part, nor one of two ends ("most and least populous gu").
    """
    limit = bound.located(text)
    names = [*names, limit[1:]] if limit else names
    said = [part for part in _parts(text, names, spans(text)) if words(part) and not only_orders(part)]
    if len(said) > 1 and only_among(said[0]):  # "of the 24 communes, which is the smallest?"
        said = [f"{said[0]}, {said[1]}", *said[2:]]
    return said[1:] if len(said) > 1 and only_ranks(said[0]) else said


def asking(text: str, subject: str) -> list[str]:
    """Return the clauses of a masked text that say anything beside the mask, with the subject put before one without.

    `subject` is what each of them is about: the mask of a place, or those of several.
    """
    masks = [match.span() for match in _MASK.finditer(text)]
    said = [part for part in clauses(text, masks) if words(part.replace(MASK, " "))]
    return [part if MASK in part else f"{subject} {part}" for part in said]


def _parts(text: str, names: Collection[tuple[int, int]], whole: Collection[tuple[int, int]]) -> Iterator[str]:
    """Yield the parts, none of which ends within a name or one of the `whole` spans, nor between two of either."""
    between = [({end for _, end in kept}, {start for start, _ in kept}) for kept in (names, whole)]
    position = 0
    for match in _JOINED.finditer(text):
        inside = any(start < match.end() and match.start() < end for start, end in (*names, *whole))
        joined = any(match.start() in ends and match.end() in starts for ends, starts in between)
        if not inside and not joined and not _WITH_WHICH.search(text, 0, match.end()):
            yield text[position : match.start()].strip()
            position = match.end()
    yield text[position:].strip()
