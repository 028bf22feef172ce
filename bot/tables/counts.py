"""How many of a unit are below a place, and which: the communes of a département, the gu of Seoul."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Composition
from bot.catalogue import say
from bot.sheets import kinds
from bot.sheets.place_lines import LINES, label, named_of
from bot.sheets.writing import Word, listed, number
from bot.tables.question import TableQuestion
from bot.tables.sizes import within
from bot.words import hierarchy
from bot.words.units import SEATS_OF, TOGETHER, kinds_of
from knowledge.places import KOREAN_SECOND_LEVEL, KOREAN_TOWNS, Country, Place

FEW = 31
"""Places that are named when one asks how many there are."""
EACH = 5
"""Places up to which each of those listed may be asked about."""
SOME = 3
"""Places of more that may be asked about next, in the order in which they are shown."""
MOST = 60
"""Names that a list shows; beyond, the most populous ones and how many more there are."""
_LEGAL_DONG = "kr-dong"
_TOWNS_BESIDE_DONG = frozenset(KOREAN_TOWNS) - {_LEGAL_DONG}


def count_below(question: TableQuestion) -> Composition | None:
    """Answer how many of the unit there are, and which if they are few; of every level where no unit is named.

    None where it cannot be told.
    """
    place = _governed(question)
    if place is None:
        return None
    found = _counts(question, place)
    if found and question.left_out:
        found = [_but_those_left_out(count, question, place.country) for count in found]
    if found is None:
        return _of_the_state(question, place)
    if not any(count.number for count in found):
        if not question.unit:  # what is counted is no unit: "how many divisions fought at Verdun?"
            return None
        units = kinds.several(question.unit, question.language)
        text = say("table-count-none", question.language, place=question.name(place), units=units)
        return question.answer(text, (place,))
    total = sum(count.number for count in found)
    below = _below(question, place) if question.unit and total <= FEW else []
    if below and len(below) == total:
        text = f"{said('table-list', question, place, found)}\n{written(below, len(below), question)}"
        return question.answer(text, (place, *_first(below)))
    return question.answer(said("table-count", question, place, found), (place,))


def list_below(question: TableQuestion) -> Composition | None:
    """List what is below by name; the nearest level where no unit is named; None where the table holds none."""
    place = _governed(question)
    if place is None:
        return None
    wanted = _wanted(question, place)
    below = _below(question, place)
    if not below:
        return count_below(question) if wanted else _of_the_state(question, place)
    found = [hierarchy.Count(question.called(kind), sum(child.kind == kind for child in below)) for kind in wanted]
    shown = below if len(below) <= MOST else _most_populous(below)
    ranked = len(below) > MOST and any(child.population is not None for child in below)
    key = "table-list-by-population" if ranked else "table-list"
    text = said(key, question, place, [count for count in found if count.number])
    return question.answer(f"{text}\n{written(shown, len(below), question)}", (place, *_first(shown)))


def _first(below: Sequence[Place]) -> Sequence[Place]:
    """Return all of a few places, so that each of them may be asked about next, or else the first."""
    return below if len(below) <= EACH else below[:SOME]


def _most_populous(places: Sequence[Place]) -> list[Place]:
    """Return the MOST most populous places, the largest first; the first ones where no population is known."""
    return sorted(places, key=lambda place: -(place.population or 0))[:MOST]


def written(shown: Sequence[Place], total: int, question: TableQuestion) -> str:
    """Return a list of names, and how many more there are than are shown."""
    language = question.language
    return named_of([question.with_seat(place, place.names[language]) for place in shown], total, language)


def said(key: str, question: TableQuestion, place: Place, found: Sequence[hierarchy.Count]) -> str:
    """Return a sentence with a place and how many of each kind it has."""
    summed, further = _summed(found, question)
    count = _listed(summed, question)
    if len(summed) > 1 and question.unit and _are_of_one_level([each.unit for each in summed], question.unit):
        total = number(sum(each.number for each in summed), question.language)
        count = say("table-total", question.language, count=count, total=total)
        further_too = _listed(further, question)
        count = say("table-total-and", question.language, count=count, others=further_too) if further else count
    else:
        count = _listed(found, question)
    return say(key, question.language, place=question.but(question.name(place)), count=Word(count))


def _listed(found: Sequence[hierarchy.Count], question: TableQuestion) -> str:
    counted = [kinds.counted(count.number, count.unit, question.language) for count in found]
    return listed(counted, question.language)


def _summed(
    found: Sequence[hierarchy.Count], question: TableQuestion
) -> tuple[Sequence[hierarchy.Count], Sequence[hierarchy.Count]]:
    """Return the counts of a sum and those apart from it: of eup, myeon and dong the administrative dong are counted.

    The legal dong are the same ground divided anew.
    """
    known = {count.unit for count in found}
    if hierarchy.ADMINISTRATIVE_DONG not in known or not known & _TOWNS_BESIDE_DONG:
        return found, ()
    summed = [count for count in found if count.unit != _LEGAL_DONG]
    return summed, [count for count in found if count.unit == _LEGAL_DONG]


def _are_of_one_level(kinds_counted: Sequence[str], unit: str) -> bool:
    """Tell whether a sum says something: the communes of départements counted with them are no more of them."""
    if hierarchy.ADMINISTRATIVE_DONG in kinds_counted and _LEGAL_DONG in kinds_counted:
        return False
    levels = (KOREAN_SECOND_LEVEL, (*KOREAN_TOWNS, hierarchy.ADMINISTRATIVE_DONG))
    return TOGETHER not in unit or any({*kinds_counted} <= {*level} for level in levels)


def _of_the_state(question: TableQuestion, place: Place) -> Composition | None:
    """Answer how many arrondissements a département has: they are the State's, and no places of the table."""
    if question.unit != "district" or place.kind != "departement" or not place.arrondissements:
        return None
    value = LINES["arrondissements"](place, question.library, question.language)
    line = label("arrondissements", place, question.language, value)
    return question.answer(f"{question.name(place)} — {line}", (place,))


def _wanted(question: TableQuestion, place: Place) -> Sequence[str]:
    return question.kinds(place) if question.unit else hierarchy.nearest_below(place, question.gazetteer)


def _below(question: TableQuestion, place: Place) -> list[Place]:
    return question.below(place, _wanted(question, place))


def _governed(question: TableQuestion) -> Place | None:
    """Return the government asked about: of a landmark, the one it lies in.

    Of a commune asked for its communes, its EPCI: "Which EPCI is Bayonne in, and how many communes has it?"
    """
    place = question.place
    if place is None:
        return None
    place = hierarchy.today(place, question.gazetteer)[0]
    if place.kind == "commune" and question.kinds(place) == ("commune",):
        return hierarchy.grouping(place, question.gazetteer) or place
    return place


def _but_those_left_out(count: hierarchy.Count, question: TableQuestion, country: Country) -> hierarchy.Count:
    if count.unit in SEATS_OF:  # counted one by one, without them
        return count
    wanted = kinds_of(count.unit, country)
    apart = within(question.left_out, wanted, question.gazetteer)
    return replace(count, number=count.number - sum(question.gazetteer[id].kind in wanted for id in apart))


def _counts(question: TableQuestion, place: Place) -> list[hierarchy.Count] | None:
    gazetteer = question.gazetteer
    if not question.unit:
        return list(hierarchy.counts(place, gazetteer))
    # Which administrative dong lie in a part is not held.
    numbered = place.country == "kr" and not question.left_out
    administrative = hierarchy.administrative_dong(place, gazetteer) if numbered else None
    if question.unit == hierarchy.ADMINISTRATIVE_DONG:
        return None if administrative is None else [hierarchy.Count(hierarchy.ADMINISTRATIVE_DONG, administrative)]
    wanted = question.kinds(place)
    if not wanted:
        return None
    if question.unit in SEATS_OF:
        return [hierarchy.Count(question.unit, len(_below(question, place)))]
    found = [hierarchy.Count(kind, gazetteer.count(place.id, kind)) for kind in wanted]
    if "kr-dong" in wanted and administrative is not None:
        found.insert(-1, hierarchy.Count(hierarchy.ADMINISTRATIVE_DONG, administrative))
    if question.unit == "epci":
        return [hierarchy.Count("epci", sum(count.number for count in found))]
    return [count for count in found if count.number]
