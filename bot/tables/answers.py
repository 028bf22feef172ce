"""Questions over the table of places as answers: counts, lists, ranks, what is above, comparisons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import get_args

from bot.answer import Composition
from bot.catalogue import say, sentences
from bot.sheets import kinds
from bot.sheets.writing import listed
from bot.subject import Subject
from bot.tables import averages, belonging, comparing, counts, ranking, totals
from bot.tables.intents import (
    AVERAGE,
    BEYOND,
    COMPARED,
    COUNT_BELOW,
    DIVIDED,
    EXTREMES,
    IS_KIND,
    LARGEST,
    LIST_BELOW,
    LIST_OVERALL,
    RANK,
    SAME_ABOVE,
    SAME_PLACE,
    SHARE,
    SIMILAR,
    SMALLEST,
    TOTAL,
    WHICH_ABOVE,
)
from bot.tables.question import TableQuestion, read
from bot.tables.table_intent import OVERALL
from bot.tables.table_intent import read as read_intent
from bot.words import hierarchy
from bot.words.reach import PARTS
from knowledge.library import Library
from knowledge.places import Country, Place
from knowledge.text import Language

TABLES: dict[str, Callable[[TableQuestion], Composition | None]] = {
    COUNT_BELOW: counts.count_below,
    LIST_BELOW: counts.list_below,
    LARGEST: ranking.extreme_below,
    SMALLEST: ranking.extreme_below,
    RANK: ranking.rank,
    WHICH_ABOVE: belonging.which_above,
    IS_KIND: belonging.is_kind,
    SAME_ABOVE: belonging.same_above,
    SAME_PLACE: belonging.same_place,
    COMPARED: comparing.compare_population,
    SIMILAR: comparing.similar_size,
    TOTAL: totals.total,
    AVERAGE: averages.average_below,
    SHARE: comparing.share_of_country,
    f"{AVERAGE}{OVERALL}": averages.average_overall,
    f"{LARGEST}{OVERALL}": ranking.extreme_overall,
    f"{SMALLEST}{OVERALL}": ranking.extreme_overall,
    LIST_OVERALL: ranking.list_overall,
    BEYOND: ranking.beyond,
}
"""What answers each table's question; the first part of a subject's intent."""
_UNITS = 2
"""Units of a question at most: that of the places, and that of the parts which they are ranked by."""
_OF_ONE = frozenset({AVERAGE, COUNT_BELOW, LIST_BELOW, LARGEST, SMALLEST, RANK})
"""Tables that answer about one place: where several are named, about each."""


def is_asked(subject: Subject, library: Library) -> bool:
    """Tell whether a subject asks what the tables know how to answer: of places held, in terms that all have words.

    One from elsewhere, as the data of a button is, may be of any text; `title` and `compose` raise for what is not.
    """
    try:
        asked = read_intent(subject.intent)
    except ValueError:
        return False
    units = [unit for unit in asked.unit.split(":") if unit]
    numbers = (asked.shown, asked.rank, asked.together)
    return (
        asked.table in TABLES
        and len(units) <= _UNITS
        and all(map(kinds.is_called, units))
        and asked.country in ("", *get_args(Country))
        and asked.reach in ("", *PARTS)
        and (asked.bound is None or asked.bound.number > 0)
        and min(numbers) >= 0
        and all(id in library.gazetteer for id in (*subject.ids, *asked.left_out))
    )


def compose(subject: Subject, language: Language, library: Library) -> Composition | None:
    """Return the answer to a question over the table; None where the table does not hold it.

    Raises KeyError for a place that the gazetteer lacks.
    """
    question = read(subject, language, library)
    asked = _each_asked(question) if question.table in _OF_ONE else ()
    if not asked:
        return _answered(question)
    told = belonging.together([_answered(question.about(place)) for place in asked], question)
    # "Which of these are in Île-de-France: Provins, Senlis?" lists nothing below them.
    return belonging.which_above(question) if told is None and question.table == LIST_BELOW else told


def _answered(question: TableQuestion) -> Composition | None:
    question = _of_whole(question)
    answers = TABLES.get(_meant(question))
    return answers(question) if answers else None


def _of_whole(question: TableQuestion) -> TableQuestion:
    """Return a question on what lies in places, of the outer one where the inner is one of what is asked, or has none.

    "Geomdan-gu is new in Incheon, isn't it? So how many gu has Incheon?", "leaving Ulju aside, how many gu has Ulsan?"
    """
    place, whole = question.place, question.whole
    if question.table not in DIVIDED or place is None or whole is None or place == whole:
        return question
    kinds = question.kinds(place)
    has_none = bool(kinds) and not question.gazetteer.count(place.id, *kinds)
    return question.about(whole) if place.kind in kinds or has_none else question


def _each_asked(question: TableQuestion) -> Sequence[Place]:
    """Return the several places of which the same is asked; of them those that have what is counted, if any does.

    "How many communes are there in the Eure and in Seine-Maritime?" None where all of them are about one place.
    """
    inner = question.inner
    if len(inner) < 2:
        return ()
    divided = [p for p in inner if question.gazetteer.count(p.id, *question.kinds(p))]
    return divided if divided and question.unit else inner


def _meant(question: TableQuestion) -> str:
    """Return the table that can hold the answer, where two questions are worded almost alike.

    "The département of Tours" asks what it is in, "the départements of Occitanie" what is in it: where the unit stands
    tells. "Population ranking of Busan" may be Busan's rank or that of its gu: a unit below tells.
    """
    place, table = question.place, question.table
    if table.startswith(EXTREMES) and question.bound is not None:
        return BEYOND
    if table in EXTREMES:
        return _ranked(question)
    if place is None or table not in (LIST_BELOW, WHICH_ABOVE, RANK):
        return table
    below = question.gazetteer.count(place.id, *question.kinds(place)) if question.unit else False
    within = {parent.kind for parent in hierarchy.above(place, question.gazetteer)}
    if table == LIST_BELOW and not below and within & set(question.kinds(place)):
        return WHICH_ABOVE
    if table == WHICH_ABOVE and below and not within & set(question.kinds(place)):
        return LIST_BELOW
    if table == RANK and below and place.kind not in question.kinds(place):
        return LARGEST
    return table


def _ranked(question: TableQuestion) -> str:
    """Return the table that ranks what is below a place, or the place itself where nothing of the unit is below it.

    "The second city of the Gard after Nîmes" is one of the Gard; "is Lozère the smallest département?" asks of Lozère.
    """
    whole, table = question.whole, question.table
    if whole is None:
        return table
    wanted = question.kinds(whole) or hierarchy.nearest_below(whole, question.gazetteer)
    if question.gazetteer.count(whole.id, *wanted):
        return table
    if question.parts:
        return f"{table}{OVERALL}" if whole.kind in wanted else table
    leaf = table == LARGEST and not hierarchy.nearest_below(whole, question.gazetteer)
    return RANK if leaf or whole.kind in wanted else table


def title(subject: Subject, language: Language, library: Library) -> str:
    """Return the question in one line."""
    question = read(subject, language, library)
    known = f"kinds-{question.unit}" in sentences()
    units = kinds.several(question.unit if known else "territory", language)
    names = [question.name(place) for place in question.named]
    countries = [kinds.country(country, language) for country in question.countries]
    places = listed(names or countries, language)
    return say(f"title-{question.table}", language, units=units, places=places)
