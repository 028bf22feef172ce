"""Places set side by side by their population: two that are named, or one and its likes in the other country."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.answer import Composition
from bot.catalogue import say
from bot.sheets import kinds
from bot.sheets.place_lines import inhabitants, population_in_words
from bot.sheets.writing import joined, listed, number
from bot.tables.question import TableQuestion
from bot.tables.sizes import sizes
from bot.words import hierarchy, units
from bot.words.bound import CLOSE
from knowledge.places import EPCI, KOREAN_CITIES, KOREAN_FIRST_LEVEL, KOREAN_SECOND_LEVEL, Country, Place
from knowledge.text import Language

NAMED = 5
_CITIES = ("commune", *EPCI)
_FIRST: dict[Country, tuple[str, ...]] = {"fr": ("region",), "kr": KOREAN_FIRST_LEVEL}
"""The kinds whose inhabitants are those of a country."""
_SIMILAR = {
    **dict.fromkeys((*_CITIES, "ept", "district-municipal"), (*KOREAN_SECOND_LEVEL, *KOREAN_CITIES)),
    "region": KOREAN_FIRST_LEVEL,
    "departement": (*KOREAN_FIRST_LEVEL, *KOREAN_SECOND_LEVEL),
    "special-collectivity": (*KOREAN_FIRST_LEVEL, *KOREAN_SECOND_LEVEL),
    **dict.fromkeys((*KOREAN_SECOND_LEVEL, "kr-admin-gu", "kr-admin-city"), _CITIES),
    **dict.fromkeys(KOREAN_FIRST_LEVEL, ("region", "departement", "metropole")),
    **dict.fromkeys(KOREAN_CITIES, ("region", "departement", *_CITIES)),
}
"""The kinds of the other country among which a place of a kind has its likes by size."""


def compare_population(question: TableQuestion) -> Composition | None:
    """Set the populations of places side by side, the largest first; None for fewer than two that have one.

    And how many each has of the unit asked about: "compare X and Y: inhabitants, number of communes"; of two of which
    one lies in the other, what share of its inhabitants it has.
    """
    language = question.language
    governed = [hierarchy.today(place, question.gazetteer)[0] for place in question.places]
    if question.together:
        return _sum_compared(governed[: question.together], governed[question.together :], question)
    known = {place.id: place for place in governed if place.population is not None}
    if len(known) < 2:
        return None
    order = sorted(known.values(), key=lambda place: -(place.population or 0))
    lines = [
        say("table-compared", language, place=question.name(place), population=_amounts(place, question))
        for place in order
    ]
    if len(order) == 2:
        difference = _difference(order[0].population or 0, order[1].population or 0, question)
        lines.append(_share(question, order[0], order[1]) or difference)
    return question.answer("\n".join(lines))


def _sum_compared(summed: Sequence[Place], others: Sequence[Place], question: TableQuestion) -> Composition | None:
    """Set what some places have together beside each of others; None where the population of one is not known."""
    language, each = question.language, (*summed, *others)
    if len(others) < 1 or any(place.population is None for place in each):
        return None
    total = sum(place.population or 0 for place in summed)
    names = listed([place.names[language] for place in summed], language)
    lines = [say("table-compared", language, place=names, population=inhabitants(total, language))]
    for place in (*others, *summed):
        amount = population_in_words(place, language)
        lines.append(say("table-compared", language, place=question.name(place), population=amount))
    if len(others) == 1:
        other = others[0].population or 0
        lines.insert(2, _difference(max(total, other), min(total, other), question))
    return question.answer("\n".join(lines))


def share_of_country(question: TableQuestion) -> Composition | None:
    """Answer what share of the inhabitants of its country a place has; None where its population is not known."""
    place = question.place
    if place is None:
        return None
    place = hierarchy.today(place, question.gazetteer)[0]
    whole = sum(each.size for each in sizes(question.gazetteer, _FIRST[place.country]))
    if not place.population or not whole:
        return None
    language, country = question.language, kinds.country(place.country, question.language)
    lines = [
        say("table-compared", language, place=country, population=inhabitants(whole, language)),
        say("table-compared", language, place=question.name(place), population=population_in_words(place, language)),
        _share_said(whole, place.population, language),
    ]
    return question.answer("\n".join(filter(None, lines)))


def similar_size(question: TableQuestion) -> Composition | None:
    """Name the places of the other country whose population comes nearest to a place's."""
    place = question.place
    if place is None:
        return None
    place = hierarchy.today(place, question.gazetteer)[0]
    other: Country = "kr" if place.country == "fr" else "fr"
    named = units.kinds_of(question.unit, other) if question.unit else ()
    wanted = named or _SIMILAR.get(place.kind, ())
    population = place.population
    if not population or not wanted:
        return None
    inhabited = [each for each in sizes(question.gazetteer, wanted) if each.size]
    near = sorted((abs(math.log(each.size / population)), each.id) for each in inhabited)
    if not near:
        return None
    close = [id for apart, id in near[:NAMED] if apart <= CLOSE]
    shown = [question.gazetteer[id] for id in close or [id for _, id in near[:2]]]
    language = question.language
    text = say(
        "table-similar" if close else "table-similar-none",
        language,
        place=question.name(place),
        population=population_in_words(place, language),
        country=kinds.country(other, question.language),
        names=joined(
            (f"{question.name(each)}, {inhabitants(each.population or 0, language)}" for each in shown), language
        ),
    )
    return question.answer(f"{text}\n{say('table-similar-note', language)}", shown)


def _amounts(place: Place, question: TableQuestion) -> str:
    """Return how many inhabitants a place has, and how many of the unit asked about where it has any."""
    said = [population_in_words(place, question.language)]
    for kind in question.kinds(place) if question.unit else ():
        if count := question.gazetteer.count(place.id, kind):
            said.append(kinds.counted(count, kind, question.language))
    return ", ".join(said)


def _share(question: TableQuestion, whole: Place, part: Place) -> str | None:
    """Return what share of the population of a place lives in one that lies in it; None for none, or hardly any."""
    if whole.id not in part.parents or not whole.population or part.population is None:
        return None
    return _share_said(whole.population, part.population, question.language)


def _share_said(whole: int, part: int, language: Language) -> str | None:
    share, rest = 100 * part / whole, whole - part
    told = {"share": number(share, language), "rest": number(rest, language)}
    return say("table-share", language, **told) if round(share, 1) else None


def _difference(larger: int, smaller: int, question: TableQuestion) -> str:
    language = question.language
    if larger == smaller:
        return say("table-equal", language)
    ratio = number(larger / smaller, language) if smaller else "∞"
    return say("table-difference", language, count=number(larger - smaller, language), ratio=ratio)
