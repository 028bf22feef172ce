"""Words that only say of which kind or country the place named is: "la ville de X", X 데파르트망, "X, Korea"."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.words.hierarchy import grouping
from bot.words.question import Question
from bot.words.units import MASK_BEFORE, OF_PLACE, found_in, kinds_of
from index.ranking.variants import MASK
from knowledge.countries import CODES, named
from knowledge.places import EPCI, KOREAN_PROVINCES, Gazetteer
from knowledge.text import bare, blanked

_SET_OFF = re.compile(rf"(?<!\w){MASK}\s?[,(]\s?$")
_LANDS = ("region", "departement", "special-collectivity", *KOREAN_PROVINCES)
_LAND = re.compile(rf"(?<=(?<!\w){MASK})\s지(?:방|역)(?=\s|의)")
"""What is called a land in Korean, whatever its level: X 지방의 인구."""
_ARTICLE = re.compile(r"(?<!\w)(?:la |le |l'|the )$")


def without_kind(text: str, question: Question, gazetteer: Gazetteer) -> str:
    """Return a question's masked text without the words for the kind of the one place that it names.

    Nor its article, of which a name has none. The kind is the place's own: what is asked of the county of a town named
    is not asked of the town.
    """
    if (mention := question.only_mention) is None:
        return text
    place = gazetteer[mention.places[0]]
    if place.kind in _LANDS:
        text = _LAND.sub("", text)
    return _without(text, (place.kind,), place.country)


def without_grouping(text: str, question: Question, gazetteer: Gazetteer) -> str:
    """Return a masked text without the words for the grouping of the one commune that it names: "X urban community".

    People call it by the kind of another.
    """
    if (mention := question.only_mention) is None:
        return text
    place = gazetteer[mention.places[0]]
    return text if grouping(place, gazetteer) is None else _without(text, EPCI, place.country)


def _without(text: str, kinds: Collection[str], country: str) -> str:
    """Return a masked text without the first words for one of some kinds that only say what the masked place is."""
    folded = bare(text)
    for unit in found_in(text):
        if unit.several or {*kinds}.isdisjoint(kinds_of(unit.unit, country)):
            continue
        if named_after := OF_PLACE.match(folded, unit.end):
            start, end = unit.start, named_after.end()
        elif named_before := MASK_BEFORE.search(folded, 0, unit.start):
            start, end = named_before.start(), unit.end
        else:
            continue
        article = _ARTICLE.search(folded, 0, start)
        return f"{text[: article.start() if article else start]}{MASK}{text[end:]}"
    return text


def without_its_country(text: str, question: Question, gazetteer: Gazetteer) -> str:
    """Return a masked text without the country of the one place it names, set off from it: "X, France", "X (Korea)"."""
    if (mention := question.only_mention) is None:
        return text
    country = CODES[gazetteer[mention.places[0]].country]
    for (start, end), code in named(text):
        if code == country and _SET_OFF.search(text, 0, start):
            return blanked(text, start, end)
    return text
