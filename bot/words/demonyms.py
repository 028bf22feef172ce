"""Adjectives for the people of a place, which name it beside a unit: "villes bretonnes", "communes gardoises"."""

from __future__ import annotations

import re
from functools import cache

from bot.words import units
from index.names.mention import Mention
from knowledge.places import Gazetteer
from knowledge.text import bare
from knowledge.wordings import wordings

_WORD = re.compile(r"[a-z][a-z-]*")
_BETWEEN = re.compile(r"\s*")


def named_by_adjective(text: str, gazetteer: Gazetteer) -> list[Mention]:
    """Return the places that an adjective beside a unit names; by itself ("galettes bretonnes") it names none."""
    folded = bare(text)
    found = [(word, id) for word in _WORD.finditer(folded) if (id := _adjectives().get(word.group(), "")) in gazetteer]
    beside = units.spans(text) if found else []
    return [
        Mention(word.start(), word.end(), text[word.start() : word.end()], (id,), True)
        for word, id in found
        if any(_adjoin(span, word.span(), folded) for span in beside)
    ]


def place_of(people: str) -> str | None:
    """Return the id of the place whose people bear a name, written without accents, where the table tells it."""
    return _adjectives().get(people)


def _adjoin(unit: tuple[int, int], word: tuple[int, int], text: str) -> bool:
    one, other = sorted((unit, word))
    return _BETWEEN.fullmatch(text, one[1], other[0]) is not None


@cache
def _adjectives() -> dict[str, str]:
    """Return the id of the place that each form of an adjective names."""
    return {bare(form): id for id, forms in wordings("bot.texts", "demonyms.tsv").items() for form in forms}
