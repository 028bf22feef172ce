"""What lies in the one place named, or what it lies in, as a question speaks of it: its counties, its grouping."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.sheets.place_lines import ABOVE, KIND, NAME
from bot.subject import Subject
from bot.tables import which
from bot.tables.belonging import kinds_above
from bot.tables.intents import IS_KIND, WHICH_ABOVE
from bot.tables.table_intent import read
from bot.words import units
from bot.words.hierarchy import above, grouping
from bot.words.question import Question
from knowledge.library import Library
from knowledge.places import Gazetteer
from knowledge.text import HANGUL, bare
from knowledge.wordings import whole_words

_OF_THE_STATE_TOO = "district"
ON_WHERE_IT_LIES = (ABOVE, KIND, NAME, WHICH_ABOVE, IS_KIND)
"""What is asked of a commune where its grouping is spoken of as well."""
_BESIDE = re.compile(r"\s*(?:(?:a|an|any|some|also|un|une|des|de|aussi)\s|d')?\s*|(?:이|가|은|는|도)?\s*")
"""What may stand between what asks whether there is any and the unit that it asks for."""


def asks_for_parts(question: Question, library: Library) -> bool:
    """Tell whether a question names several of what the one place named is divided into: "the counties under Incheon".

    Or, of a commune, what its grouping is, where it speaks of that: "the communes in Chamonix's intercommunality".
    What they come under is worded like what a place comes under.
    """
    if (only := question.only_place) is None:
        return False
    gazetteer, text = library.gazetteer, question.asked
    place = gazetteer[only]
    its_grouping = grouping(place, gazetteer) if which.names_grouping(question.masked) else None
    wholes = (place, *filter(None, (its_grouping,)))
    which_ones = which.asks_which_ones(text)  # Korean seldom says by its noun that several are meant
    several = (unit.unit for unit in units.found_in(text) if unit.several or which_ones)
    kinds = [kind for unit in several for kind in units.kinds_of(unit, place.country)]
    return any(gazetteer.count(whole.id, kind) for whole in wholes for kind in kinds)


def lists(text: str) -> bool:
    """Tell whether a text asks to list what it names: "m'énumérer les départements"."""
    return whole_words("bot.texts", "overall.tsv", "list").search(bare(text)) is not None


def only_says_its_kind(question: Question, library: Library) -> bool:
    """Tell whether the unit that a question names is but what the place is, for it holds none: X 데파르트망 알려줘."""
    if (mention := question.only_mention) is None:
        return False
    place = library.gazetteer[mention.places[0]]
    unit = units.named_unit(question.masked, question.language)
    kinds = units.kinds_of(unit, place.country) if unit else ()
    return place.kind in kinds and not library.gazetteer.count(place.id, *kinds)


def asks_its_kind(text: str, id: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a masked text asks which of several units a place is, and is one of: "a town or a county?".

    It is worded like in which of them it lies; that is asked by a word for which.
    """
    if not units.are_alternatives(text) or which.asks_which_above(text):
        return False
    place = gazetteer[id]
    named = [unit for unit in units.found_in(text) if not unit.several and not units.is_apposed(text, unit)]
    return any(place.kind in units.kinds_of(unit.unit, place.country) for unit in named)


def lies_in_one(table: Subject, library: Library) -> bool:
    """Tell whether a place lies in one of the unit that is asked for: of namesakes only such a one may be meant.

    "In which county is Sabuk?" is not asked of the one in Chuncheon. Of any other table this does not hold.
    """
    if not table.intent.startswith(WHICH_ABOVE) or len(table.ids) != 1 or not (unit := read(table.intent).unit):
        return False
    place = library.gazetteer[table.ids[0]]
    wanted = kinds_above(unit, place.country)
    return any(parent.kind in wanted for parent in above(place, library.gazetteer))


def with_its_grouping(question: Question, library: Library) -> tuple[str, ...]:
    """Return the commune named and the EPCI it lies in, where both are spoken of; none where they are not."""
    if (only := question.only_place) is None or not which.names_grouping(question.masked):
        return ()
    commune = library.gazetteer[only]
    found = grouping(commune, library.gazetteer)
    return () if found is None else (commune.id, found.id)


def in_its_grouping(question: Question, intent: str, library: Library) -> Question:
    """Return a question of a commune as one of its grouping, where it calls that by the commune's name.

    "the Arras urban community", 덩케르크 communauté urbaine. What it lies in is asked of itself: "X's EPCI?".
    """
    if (only := question.only_place) is None or question.contacts:
        return question
    found = grouping(library.gazetteer[only], library.gazetteer)
    if found is None:
        return question
    text, named = question.masked, [unit for unit in units.found_in(question.masked) if not unit.several]
    called = any(which.is_grouping(unit.unit) and units.is_apposed(text, unit) for unit in named)
    others = {unit for unit in which.units_asked(text) if not which.is_grouping(unit)}
    if not called or (intent in ON_WHERE_IT_LIES and not others):
        return question
    return replace(question, places=(replace(question.places[0], places=(found.id,)),))


def unit_sought(text: str) -> str:
    """Return the unit of which a text asks whether there is any, right beside the words that do; blank for none.

    With those that are joined to it: 어떤 읍과 면이 있습니까?
    """
    folded = bare(text)
    found = units.found_in(text)
    for match in whole_words("bot.texts", "existence.tsv", "exists").finditer(folded):
        for unit in found:
            hangul = HANGUL.match(folded, match.start()) is not None
            first, second = (unit.end, match.start()) if hangul else (match.end(), unit.start)
            if first <= second and _BESIDE.fullmatch(folded, first, second):
                sought = found if units.are_joined(text) else [unit]
                return units.TOGETHER.join(dict.fromkeys(each.unit for each in sought))
    return ""


def asks_for_some(text: str, id: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a masked text asks if there is any of a unit in a place that holds some: "a county in Ulsan?"."""
    place, unit = gazetteer[id], unit_sought(text)
    kinds = units.kinds_of(unit, place.country) if unit else ()
    return place.kind not in kinds and gazetteer.count(id, *kinds) > 0


def part_asked(text: str, id: str, gazetteer: Gazetteer) -> str:
    """Return the unit of which a masked text asks which one of a place that holds some and lies in none; else blank.

    "Ulsan has a gun too? Which gun?" An arrondissement is the State's as well, that a city lies in.
    """
    place, asked = gazetteer[id], which.units_asked(text) - {_OF_THE_STATE_TOO}
    unit = next(iter(asked), "") if len(asked) == 1 else ""
    kinds = units.kinds_of(unit, place.country) if unit else ()
    around = {place.kind, *(parent.kind for parent in above(place, gazetteer))}
    return unit if around.isdisjoint(kinds) and gazetteer.count(id, *kinds) else ""


def of_other_kinds_offered(question: Question, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the far smaller namesakes (ids) of the one place named that are of the other kinds a question offers.

    "Vienne, is that a town or a département?" is both.
    """
    if question.only_place is None or not units.are_alternatives(question.masked):
        return ()
    mention, offered = question.places[0], units.kinds_mentioned(question.masked)
    seen, found = {gazetteer[mention.places[0]].kind}, []
    for place in map(gazetteer.__getitem__, mention.others):
        if place.kind in offered and place.kind not in seen:
            seen.add(place.kind)
            found.append(place.id)
    return tuple(found) if gazetteer[mention.places[0]].kind in offered else ()
