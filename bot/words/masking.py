"""A text with its names masked, or with another text in place of each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.names.mention import Mention
from index.names.particles import GLUED, THING
from index.ranking.variants import MASK
from knowledge.text import fold

_OFFICE = re.compile("[시군구도](?:장|청|의회|지사|의원)")
_BESIDE = re.compile(rf"\s*\((?![^()]*(?<!\w){MASK}(?!\w))[^()?]{{1,40}}\)")


def masked(text: str, mentions: Iterable[Mention]) -> str:
    """Return the text with the mask in place of each mention."""
    parts, position = [], 0
    for mention in sorted(mentions, key=lambda m: m.start):
        parts += [text[position : mention.start], MASK]
        position = mention.end
        office = _OFFICE.match(text, position - 1) or _OFFICE.match(text, position)
        if office:  # 수원시장, 경기도청: the suffix belongs to the office as well
            position = office.start()
        start = office.end() if office else position
        if glued := GLUED.match(text, start):  # 강릉시인구, 경북도청주소랑대표번호
            parts += [text[position:start], THING.sub(r" \g<0>", glued.group())]
            position = glued.end()
    return "".join([*parts, text[position:]])


def without_asides(text: str) -> str:
    """Return a masked text without what it adds in brackets: "website of the X (MEL)", "X (old spelling)"."""
    rest = _BESIDE.sub("", text)
    return rest if fold(rest) else text


def at_mask(start: int, ids: tuple[str, ...]) -> Mention:
    """Return the mention of a place (ids) by a mask that stands in a text from `start` on."""
    return Mention(start, start + len(MASK), MASK, ids, True)


def replaced(text: str, stands_for: Iterable[tuple[Mention, str]]) -> str:
    """Return the text with another text in place of each mention."""
    parts, position = [], 0
    for mention, other in sorted(stands_for, key=lambda pair: pair[0].start):
        parts += [text[position : mention.start], other]
        position = mention.end
    return "".join([*parts, text[position:]])
