"""Which places have the most or fewest inhabitants or parts, below a place or in a country, and what rank one has."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from bot.answer import Composition
from bot.catalogue import say
from bot.sheets import kinds
from bot.sheets.place_lines import as_of, inhabitants, population_in_words
from bot.sheets.writing import Word, joined, listed, number
from bot.tables import counts
from bot.tables.intents import EXTREMES
from bot.tables.question import TableQuestion
from bot.tables.sizes import Sized, by_parts, by_population, children, ids_and_populations, ordered, sizes, within
from bot.words import hierarchy, top
from knowledge.places import EPCI, KOREAN_FIRST_LEVEL, KOREAN_SECOND_LEVEL, Place
from knowledge.text import Language

SHOWN = top.FEW
"""Places named in a ranking that is not asked for more."""
MENTIONED = top.ALL
"""Places named of those that have more inhabitants than a number."""
OTHERS = 3
"""Up to this number, those that are not beyond it are named beside more that are: "is every county below 100,000?"."""
AHEAD = 10
"""Up to this rank, those that come before are named."""
_ALIKE = ("commune", "kr-gun", "kr-gu", "kr-admin-gu")
"""Kinds of which several bear one name: Jung-gu, Goseong-gun."""
_PEERS = (EPCI, KOREAN_FIRST_LEVEL, KOREAN_SECOND_LEVEL)
"""Kinds that are ranked together; any other kind by itself."""


def extreme_below(question: TableQuestion) -> Composition | None:
    """Answer which of the places below one have the most or the fewest inhabitants; None where none is known."""
    place = question.whole
    if place is None:
        return None
    place = hierarchy.today(place, question.gazetteer)[0]
    if question.unit:
        wanted = question.kinds(place)
    else:
        wanted = hierarchy.nearest_below(place, question.gazetteer)
        wanted = ("commune",) if place.kind == "region" else wanted
    below = question.below(place, wanted)
    sized = (
        by_parts(question.parts, [child.id for child in below], question.gazetteer)
        if question.parts
        else by_population(below)
    )
    if not sized:
        return None
    order = ordered(sized, largest=not question.fewest)
    text = _said(question, question.but(question.name(place)), question.counted(below, wanted), order)
    return question.answer(text, (question.gazetteer[each.id] for each in (_wanted(order, question), *_last(order))))


def extreme_overall(question: TableQuestion) -> Composition | None:
    """Answer the same of a whole country, or of both where the question names neither; None without a unit."""
    texts, first = [], []
    for country in question.countries:
        wanted = question.kinds_in(country)
        sized = question.everywhere(wanted)
        sized = by_parts(question.parts, [each.id for each in sized], question.gazetteer) if question.parts else sized
        if sized:
            order = ordered(sized, largest=not question.fewest)
            unit = question.called(wanted[0]) if len(wanted) == 1 else question.unit
            counted = kinds.counted(len(sized), unit, question.language)
            texts.append(_said(question, question.called_whole(country), counted, order))
            first += [question.gazetteer[each.id] for each in (_wanted(order, question), *_last(order))]
    return question.answer("\n".join(texts), first) if texts else None


def list_overall(question: TableQuestion) -> Composition | None:
    """List all places of a unit in a country, or in both where the question names neither; None without a unit."""
    texts, first = [], []
    language = question.language
    for country in question.countries:
        wanted = question.kinds_in(country)
        apart = within(question.left_out, wanted, question.gazetteer)
        found = ids_and_populations(question.gazetteer, wanted, question.reach)
        ids = [id for id, _ in found if id not in apart and question.holds(id)]
        if not ids:
            continue
        key, shown = "table-listed", ids
        if len(ids) > counts.MOST:
            key = "table-listed-by-population"
            sized = question.everywhere(wanted)
            shown = [each.id for each in ordered(sized, largest=True)] or ids
        places = [question.gazetteer[id] for id in shown[: counts.MOST]]
        counted = kinds.counted(len(ids), question.unit, language)
        heading = say(key, language, place=question.called_whole(country), count=counted)
        texts.append(f"{heading}\n{counts.written(places, len(ids), question)}")
        first += places[:1]
    return question.answer("\n".join(texts), first) if texts else None


def beyond(question: TableQuestion) -> Composition | None:
    """Answer how many places of a unit are beyond a number of inhabitants, and which, below a place or overall.

    None where no population is known.
    """
    place = question.whole
    told = []
    if place is not None:
        place = hierarchy.today(place, question.gazetteer)[0]
        wanted = question.kinds(place)
        sized = by_population(question.below(place, wanted))
        told.append(_beyond(sized, question.but(question.name(place)), wanted, question))
    else:
        for country in question.countries:
            wanted = question.kinds_in(country)
            sized = question.everywhere(wanted)
            told.append(_beyond(sized, question.called_whole(country), wanted, question))
    found = [each for each in told if each is not None]
    places = [question.gazetteer[id] for _, ids in found for id in ids[:MENTIONED]]
    return question.answer("\n".join(text for text, _ in found), places) if found else None


def _beyond(
    sized: Sequence[Sized], name: Word, wanted: Sequence[str], question: TableQuestion
) -> tuple[str, list[str]] | None:
    """Say which places are beyond the bound, and return their ids, the largest first (the smallest, below it)."""
    limit, language = question.bound, question.language
    if limit is None or not sized:
        return None
    admitted = [each for each in sized if limit.admits(each.size)]
    order = ordered(admitted, largest=limit.over)
    if limit.about:
        order = sorted(admitted, key=lambda each: abs(math.log(each.size / limit.number)))
    told = say(
        f"table-{limit.way}",
        language,
        place=name,
        total=kinds.counted(len(sized), question.called(wanted[0]) if len(wanted) == 1 else question.unit, language),
        bound=inhabitants(limit.upto or limit.number, language),
        least=number(limit.number, language),
        count=number(len(order), language),
    )
    if not order:
        return told, []
    if question.table.startswith(EXTREMES):  # the nearest to the bound: "the largest commune of under 2,000"
        order = ordered(admitted, largest=not limit.over)
        return f"{told} {_nearest(order, question)}", [each.id for each in order[:SHOWN]]
    more = len(order) - MENTIONED
    names = _sized_names(order[:MENTIONED], question)
    rest = f" {say('table-beyond-more', language, count=number(more, language))}" if more > 0 else ""
    apart = len(sized) - len(admitted)
    if 0 < apart <= min(OTHERS, len(admitted) - 1) and not (limit.about or limit.upto):
        others = ordered((each for each in sized if each not in admitted), largest=limit.over)
        rest = f"{rest} {say('table-beyond-others', language, names=_sized_names(others, question))}"
    return f"{told}\n{names}.{rest}", [each.id for each in order]


def _nearest(order: Sequence[Sized], question: TableQuestion) -> str:
    """Say which places come first of those within a bound, and the next few."""
    first = [each for each in order if each.size == order[0].size]
    key = "table-beyond-fewest" if question.fewest else "table-beyond-most"
    said = [say(key, question.language, names=_sized_names(first, question))]
    if others := order[len(first) : SHOWN]:
        said.append(say("table-next", question.language, others=_sized_names(others, question)))
    return " ".join(said)


def rank(question: TableQuestion) -> Composition | None:
    """Answer what rank a place has by population, in its country and in what is above it, and who is beside it."""
    place = question.place
    if place is None or place.population is None:
        return None
    peers: Sequence[str] = next((group for group in _PEERS if place.kind in group), (place.kind,))
    unit = "epci" if peers == EPCI else "municipality" if peers == KOREAN_SECOND_LEVEL else place.kind
    unit = "first-level" if peers == KOREAN_FIRST_LEVEL else unit
    named = [kind for kind in question.kinds(place) if kind in peers] if question.unit else []
    if place.kind in named and len(named) < len(peers):  # "the smallest county?" asks of counties, not of si and gu
        peers, unit = named, question.unit
    country = kinds.country(place.country, question.language)
    everywhere = sizes(question.gazetteer, peers)
    ranks = [_rank(place, everywhere, unit, country, question.language)]
    for parent in question.gazetteer.parents(place.id):
        sized = by_population(children(question.gazetteer, parent, peers))
        if len(sized) > 1 and not parent.kind.startswith("epci"):
            ranks.append(_rank(place, sized, unit, parent.names[question.language], question.language))
    text = say(
        "table-rank",
        question.language,
        place=question.name(place),
        population=population_in_words(place, question.language),
        ranks=joined(ranks, question.language),
    )
    fewest = question.fewest
    order = ordered(everywhere, largest=not fewest)
    ahead = [each for each in order if (each.size < place.population if fewest else each.size > place.population)]
    if question.table in EXTREMES and (fewest or len(ahead) >= AHEAD):  # which one is first, and those before it
        shown = ahead if len(ahead) < AHEAD else ahead[:1]
        end = "table-largest-last" if fewest else "table-smallest-last"  # what stands at the other end of those
        text = f"{text} {say(end, question.language, last=_sized_names(shown, question))}" if shown else text
    elif 0 < len(ahead) < AHEAD:
        text = f"{text} {say('table-ahead', question.language, others=_sized_names(ahead, question))}"
    behind = [each for each in order if each.size < place.population][:1]
    if behind and not fewest:
        text = f"{text} {say('table-behind', question.language, others=_sized_names(behind, question))}"
    return question.answer(text)


def _sized_names(order: Sequence[Sized], question: TableQuestion) -> str:
    """Return places with the numbers they are ranked by: Tours, 139 259 habitants ; Blois, 47 000 habitants."""
    places = [question.gazetteer[each.id] for each in order]
    names = (question.with_seat(place, _short(place, question)) for place in places)
    written = (f"{name}, {_amount(each, question)}" for name, each in zip(names, order, strict=True))
    return joined(written, question.language)


def _amount(sized: Sized, question: TableQuestion) -> str:
    """Return the number that a place is ranked by; where a bound is one of inhabitants, and how many parts it has."""
    if not question.parts:
        return inhabitants(sized.size, question.language)
    if question.bound is None:
        return kinds.counted(sized.size, question.parts, question.language)
    counted = (
        kinds.counted(each.size, question.parts, question.language)
        for each in by_parts(question.parts, [sized.id], question.gazetteer)
    )
    return ", ".join([inhabitants(sized.size, question.language), *counted])


def _said(question: TableQuestion, place: str, counted: str, order: Sequence[Sized]) -> str:
    """Say the first of a ranking, all of them where they are tied, and the next few."""
    groups = [list(group) for _, group in groupby(order[: 2 * MENTIONED], key=lambda each: each.size)]
    of_parts, of_people = ("table-fewest", "table-smallest") if question.fewest else ("table-most", "table-largest")
    key = of_parts if question.parts else of_people
    language = question.language
    units = kinds.several(question.parts, language) if question.parts else Word()
    tied = [question.gazetteer[each.id] for each in groups[0]]
    names = listed([question.with_seat(place, _short(place, question)) for place in tied], language)
    first = f"{names}, {_amount(groups[0][0], question)}"
    if not question.parts:
        first = as_of(first, tied[0].population_year, language)
    said = [say(key, language, place=place, count=counted, first=first, units=units)]
    if question.rank > 1 and (wanted := _wanted(order, question)) is not order[0]:
        led = say("table-nth", language, rank=number(question.rank, language), name=_sized_names([wanted], question))
        said.insert(0, led)
    if len(tied) > 1:
        said.append(say("table-tie", language, count=len(tied)))
    shown = min(max(question.shown, SHOWN), MENTIONED)
    others = [each for group in groups[1:] for each in group][: shown - 1]
    if others:
        said.append(say("table-next", language, others=_sized_names(others, question)))
    if last := _last(order, shown):
        said.append(say(f"{key}-last", language, last=_sized_names(last, question)))
    return " ".join(said)


def _wanted(order: Sequence[Sized], question: TableQuestion) -> Sized:
    """Return the place of the rank asked for, the first where there are not as many."""
    return order[question.rank - 1] if question.rank <= len(order) else order[0]


def _last(order: Sequence[Sized], shown: int = SHOWN) -> Sequence[Sized]:
    """Return the other end of a ranking, where it is not shown: "which has the most inhabitants, and the fewest?"."""
    return order[-1:] if len(order) > shown else ()


def _short(place: Place, question: TableQuestion) -> Word:
    """Return a name that tells itself apart without its département or city where the question is about one."""
    alike = place.kind in _ALIKE and not question.named
    return question.name(place) if alike else Word(place.names[question.language])


def _rank(place: Place, sized: Sequence[Sized], unit: str, among: str, language: Language) -> str:
    above = sum(each.size > (place.population or 0) for each in sized)
    total = kinds.counted(len(sized), unit, language)
    return say("table-rank-among", language, rank=number(above + 1, language), total=total, among=among)
