"""Sums over places: the inhabitants of several together, the communes of two départements, a province less a city."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer import Composition
from bot.catalogue import say
from bot.sheets import kinds
from bot.sheets.place_lines import inhabitants, population_in_words
from bot.sheets.writing import Word
from bot.tables import counts
from bot.tables.question import TableQuestion
from bot.words import hierarchy
from bot.words.units import SEATS_OF, TOGETHER
from knowledge.places import Place

_DONG = "kr-dong"


def total(question: TableQuestion) -> Composition | None:
    """Answer how many inhabitants places have together, or how many of the unit named, and how many each has.

    Of one place, how many it has without those that are left out. None where one of the numbers is not known.
    """
    places = [hierarchy.today(place, question.gazetteer)[0] for place in question.inner]
    if question.left_out:
        return _less(places[0], question) if len(places) == 1 else None
    if len({place.id for place in places}) < 2:
        return None
    return _of_units(places, question) if question.unit else _of_inhabitants(places, question)


def _of_inhabitants(places: Sequence[Place], question: TableQuestion) -> Composition | None:
    sizes = [place.population for place in places if place.population is not None]
    if len(sizes) < len(places):
        return None
    said = inhabitants(sum(sizes), question.language)
    lines = [_line(place, question) for place in places]
    return question.answer("\n".join([say("table-sum", question.language, total=said), *lines]))


def _of_units(places: Sequence[Place], question: TableQuestion) -> Composition | None:
    """Return the sum of what places have of one unit; None where it is several, or not counted as the table holds it.

    Units asked for together are several; of communes only some are préfectures, and dong are counted in two ways.
    """
    told = [counts.count_below(question.about(place)) for place in places]
    wanted = [question.kinds(place) for place in places]
    several = TOGETHER in question.unit or question.unit in SEATS_OF or any(_DONG in found for found in wanted)
    if several or not all(wanted) or None in told:
        return None
    number = sum(
        question.gazetteer.count(place.id, kind) for place, found in zip(places, wanted, strict=True) for kind in found
    )
    unit = wanted[0][0] if {*wanted} == {wanted[0]} and len(wanted[0]) == 1 else question.unit
    said = kinds.counted(number, unit, question.language)
    lines = [answer.text for answer in told if answer is not None]
    return question.answer("\n".join([say("table-sum", question.language, total=said), *lines]))


def _less(place: Place, question: TableQuestion) -> Composition | None:
    """Return how many inhabitants a place has without those left out, of which one that lies in another is in it."""
    gazetteer = question.gazetteer
    apart = [gazetteer[id] for id in question.left_out]
    apart = [each for each in apart if not {*each.parents} & {*question.left_out}]
    sizes = [each.population for each in apart if each.population is not None and place.id in each.parents]
    if place.population is None or len(sizes) < len(apart):
        return None
    said = inhabitants(place.population - sum(sizes), question.language)
    name = question.but(question.name(place))
    first = say("table-compared", question.language, place=name, population=Word(said))
    return question.answer("\n".join([first, *(_line(each, question) for each in (place, *apart))]), apart)


def _line(place: Place, question: TableQuestion) -> str:
    population = population_in_words(place, question.language)
    return say("table-compared", question.language, place=question.name(place), population=population)
