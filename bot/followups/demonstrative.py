"""A place meant by its kind: "the other counties of that province", where the answer before told which one it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.sheets.place_lines import SEATS
from bot.subject import OF_PLACES, Subject
from bot.tables.belonging import kinds_above
from bot.turn import Turn
from bot.words import hierarchy, units
from bot.words.masking import at_mask
from bot.words.question import Question
from bot.words.wording_on import spans_there
from index.names.particles import attached
from index.ranking.variants import MASK
from knowledge.places import EPCI, KOREAN_FIRST_LEVEL, Country, Gazetteer
from knowledge.text import HANGUL, bare
from knowledge.wordings import alternatives, wordings


def around(last: Subject | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return what the one place spoken of lies in (ids), which may be known: 속초시 인구 >> 그 도의 군."""
    if last is None or last.kind not in OF_PLACES or len(last.ids) != 1 or last.ids[0] not in gazetteer:
        return ()
    if last.intent in SEATS:  # what was told is the town
        return ()
    place = gazetteer[last.ids[0]]
    above = hierarchy.above(place, gazetteer)
    return tuple(each.id for each in above if each.kind != place.kind)


def asked_for(last: Turn, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return what the one place named in a question lies in (ids) and it asked for, where a card explained all of that.

    "In which gu is Seorae Village, where the French live? - How large is that gu?": not that of its partner in Paris.
    """
    shown, named = last.only, last.question.place_ids
    if shown is None or shown.kind != "card" or len(named) != 1:
        return ()
    meant = units.kinds_mentioned(last.question.masked)
    return tuple(id for id in around(Subject("place", named), gazetteer) if gazetteer[id].kind in meant)


def of_that_kind(question: Question, told: Sequence[str], gazetteer: Gazetteer) -> Question | None:
    """Return a question with the name of a place told (ids) where words mean it by its kind, None where none do."""
    return named_at(spans(question.text), question, told, gazetteer)


def named_at(
    told_by_kind: Sequence[tuple[int, int, str]], question: Question, told: Sequence[str], gazetteer: Gazetteer
) -> Question | None:
    """Return a question with the name of a place told (ids) where words tell it by its kind (`spans`), else None.

    Only where one place told is of that kind and the question names nothing itself.
    """
    if question.names_any:
        return None
    for start, stops, unit in told_by_kind:
        stuck = HANGUL.match(question.text, stops)
        if stuck is not None and attached(stuck.group()) is None:  # 그 시설 is no city
            continue
        ids = [id for id in dict.fromkeys(told) if gazetteer[id].kind in _kinds(unit, gazetteer[id].country)]
        if len(ids) == 1:
            text = f"{question.text[:start]}{MASK}{question.text[stops:]}"
            return replace(question, text=text, places=(at_mask(start, tuple(ids)),))
    return None


def spans(text: str) -> list[tuple[int, int, str]]:
    """Return from where to where words mean a place by its kind, and that: "that province", 그 통합시, "this new city".

    A word that only says how it came about, or how large it is, may stand between.
    """
    folded = _without_adjectives(bare(text))
    there = [(start, units.mentioned(text[start:end])) for start, end in spans_there(text)]
    found = [(start, start + named[0][2], named[0][0]) for start, named in there if len(named) == 1]
    held = {stops for _, stops, _ in found}
    for unit, start, end in units.mentioned(folded):
        before = _pointing().search(folded, 0, start)
        if before is not None and end not in held:
            found.append((before.start(), end, unit))
    return found


def _without_adjectives(folded: str) -> str:
    """Return a text with blanks for what says how a place that words point to came about: "that merged city"."""
    return _come_about().sub(lambda match: match.group(1) + " " * len(match.group(2)), folded)


@cache
def _come_about() -> re.Pattern[str]:
    own = wordings("bot.texts", "followup.tsv")
    pointing, adjectives = alternatives(own["pointing"]), alternatives(own["come_about"])
    return re.compile(rf"(?<!\w)((?:{pointing})\s*)((?:{adjectives})\s?)(?=\w)")


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings('bot.texts', 'followup.tsv')['pointing'])})\s+$")


def _kinds(unit: str, country: Country) -> tuple[str, ...]:
    """Return the kinds that a unit may mean: groupings of communes, and first levels, are called by each other's."""
    kinds = kinds_above(unit, country)
    if kinds and {*kinds} <= {*KOREAN_FIRST_LEVEL}:
        return KOREAN_FIRST_LEVEL
    return (*EPCI, *kinds) if kinds and {*kinds} <= {*EPCI} else kinds
