"""Whose office a line is asked of: the place named, or what it lies in, by the kind of office that is named."""

from __future__ import annotations

from bot.sheets.place_lines import ABOVE, KIND
from bot.tables.intents import WHOLE
from bot.words import units, whole_named
from bot.words.hierarchy import above, today
from bot.words.question import Question
from bot.words.ways import REACHING
from knowledge.library import Library
from knowledge.places import CITIES

_OF_ITSELF = (WHOLE, ABOVE, KIND, "postcode")
"""Lines that are asked of a place itself though what it lies in is spoken of: "is it in its own département?"."""
SUBPREFECTURE = "sub-prefecture"
"""An office that no kind of place has as its own."""


def names_subprefecture(text: str) -> bool:
    """Tell whether a text names a sub-prefecture, which no département has but some communes are."""
    return any(unit == SUBPREFECTURE for unit, _, _ in units.offices_mentioned(text))


def with_office(id: str, intent: str, question: Question, library: Library) -> str:
    """Return what a place lies in where a line is asked of that, or an office of that level is to be reached.

    "Paimpol, conseil départemental?", "Gap: population of its département?"
    """
    kinds = whole_named.kinds_above(question.masked) if intent not in _OF_ITSELF else ()
    if not kinds and intent in (*REACHING, WHOLE):
        kinds = units.kinds_with_office(question.masked)
    if not kinds:
        return id
    place = library.gazetteer[id]
    own = {one.kind for one in today(place, library.gazetteer)} & set(kinds)
    if own or (place.kind == "kr-gun" and "commune" in kinds):  # "the town hall" of a county is its own
        return id
    return next((each.id for each in above(place, library.gazetteer) if each.kind in kinds), id)


def is_its_own_seat(id: str, question: Question, library: Library) -> bool:
    """Tell whether a seat asked for is that of a place of which none is known, which is where its office is.

    "The county seat of Chilgok" is not the chief town of the province that Chilgok lies in.
    """
    place = library.gazetteer[id]
    if place.seat or place.kind in CITIES:  # of a city one asks whether it is a seat: "is Chuncheon a capital?"
        return False
    return place.kind in (units.kinds_mentioned(question.masked) or units.kinds_mentioned(question.text))
