"""A place meant by its kind: "the other counties of that province", where the answer before told which one it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.followups.places import SEATS
from bot.subject import Subject
from bot.tables.belonging import kinds_above
from bot.words import hierarchy, units
from bot.words.masking import at_mask
from bot.words.question import Question
from bot.words.wording_on import spans_there
from index.names.particles import attached
from index.ranking.variants import MASK
from knowledge.places import Country, Gazetteer
from knowledge.text import HANGUL


def around(last: Subject | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return what the one place spoken of lies in (ids), which may be known: 속초시 인구 >> 그 도의 군."""
    if last is None or last.kind not in ("place", "table") or len(last.ids) != 1 or last.ids[0] not in gazetteer:
        return ()
    if last.intent in SEATS:  # what was told is the town
        return ()
    place = gazetteer[last.ids[0]]
    above = hierarchy.above(place, gazetteer)
    return tuple(each.id for each in above if each.kind != place.kind)


def of_that_kind(question: Question, told: Sequence[str], gazetteer: Gazetteer) -> Question | None:
    """Return a question with the name of a place told (ids) where words mean it by its kind, None where none do.

    Only where one place told is of that kind and the question names nothing itself.
    """
    if question.names_any:
        return None
    for start, end in spans_there(question.text):
        named = units.mentioned(question.text[start:end])
        if len(named) != 1:
            continue
        unit, _, stops = named[0]
        stuck = HANGUL.match(question.text, start + stops)
        if stuck is not None and attached(stuck.group()) is None:  # 그 시설 is no city
            continue
        ids = [id for id in dict.fromkeys(told) if gazetteer[id].kind in _kinds(unit, gazetteer[id].country)]
        if len(ids) == 1:
            text = f"{question.text[:start]}{MASK}{question.text[start + stops :]}"
            return replace(question, text=text, places=(at_mask(start, tuple(ids)),))
    return None


def _kinds(unit: str, country: Country) -> tuple[str, ...]:
    """Return the kinds that a unit may mean: groupings of communes are called by each other's."""
    kinds = kinds_above(unit, country)
    return (*hierarchy.EPCI, *kinds) if kinds and {*kinds} <= {*hierarchy.EPCI} else kinds
