"""How many inhabitants the places of a unit have on average, and the middle one: of a place, or of a whole country."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean, median

from bot.answer import Composition
from bot.catalogue import say
from bot.sheets.place_lines import inhabitants
from bot.sheets.writing import Word
from bot.tables.question import TableQuestion
from bot.tables.sizes import Sized, by_population
from bot.words import hierarchy


def average_below(question: TableQuestion) -> Composition | None:
    """Answer how many inhabitants those below a place have on average; None where none is known."""
    place = question.whole
    if place is None:
        return None
    place = hierarchy.today(place, question.gazetteer)[0]
    wanted = question.kinds(place)
    below = question.below(place, wanted)
    told = _said(by_population(below), question.but(question.name(place)), question.counted(below, wanted), question)
    return question.answer(told) if told else None


def average_overall(question: TableQuestion) -> Composition | None:
    """Answer the same of a whole country, or of both where the question names neither; None without a unit."""
    texts, first = [], []
    for country in question.countries:
        wanted = question.kinds_in(country)
        sized = question.everywhere(wanted)
        places = [question.gazetteer[each.id] for each in sized]
        told = _said(sized, question.called_whole(country), question.counted(places, wanted), question)
        texts += [told] if told else []
        first += places[:1]
    return question.answer("\n".join(texts), first) if texts else None


def _said(sized: Sequence[Sized], name: Word, count: str, question: TableQuestion) -> str:
    """Say what number of inhabitants the places of a unit have on average; blank for fewer than two that have one."""
    if len(sized) < 2:
        return ""
    numbers = [each.size for each in sized]
    middle, average = (inhabitants(round(found(numbers)), question.language) for found in (median, mean))
    return say("table-average", question.language, place=name, count=count, average=average, median=middle)
