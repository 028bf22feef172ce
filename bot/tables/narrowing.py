"""A table's question narrowed by its words: to a unit, a country, a bound, how many to show."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.tables.divided import asks_which_has_most, counted_in_each, divided, has_more_of, says_fewest
from bot.tables.intents import (
    BEYOND,
    COMPARED,
    COUNT_BELOW,
    EXTREMES,
    IS_KIND,
    LARGEST,
    LIST_BELOW,
    LIST_OVERALL,
    RANK,
    SAME_ABOVE,
    SAME_PLACE,
    SIMILAR,
    SMALLEST,
    TABLE,
    WHICH_ABOVE,
    extreme,
)
from bot.tables.table_intent import OVERALL, TableIntent, of_unit
from bot.tables.which import asks_whether_one, asks_which_of_each, asks_which_unit, is_grouping, names_several_above
from bot.words import ranks
from bot.words.bound import Bound, bound
from bot.words.reach import reach_of
from bot.words.top import in_order, is_among, top
from bot.words.units import are_joined, found_in, is_apposed, kinds_of, named_unit, spans
from index.ranking.variants import MASK
from knowledge.countries import HOMES, home
from knowledge.text import Language, bare

_ONE_ANSWER = frozenset({WHICH_ABOVE, IS_KIND, SAME_ABOVE})
"""Questions that several units make an open one: "a city or a county?", "which département and which région?"."""
_COUNTED = frozenset({COUNT_BELOW, LIST_BELOW, LARGEST, SMALLEST, RANK, SIMILAR})
_BOUNDED = _COUNTED - {RANK, SIMILAR} | {f"{end}{OVERALL}" for end in EXTREMES} | {LIST_OVERALL}
"""Questions that a number of inhabitants narrows to the places beyond it: "communes of over 50,000 inhabitants"."""
ANY = "municipality"
"""What is counted where a number of inhabitants is given and no unit is named."""
_SENTENCE_END = re.compile(r"[?!]+\s")


def refine(intent: str, text: str, language: Language, countries: Collection[str] = ()) -> str:
    """Return a table's intent with the unit that the masked question names, and the country where no place is named.

    `countries` are the ISO 3166 codes that the question names. Intents of other tables, and refined ones, stay.
    """
    intent = _meant(intent, text)
    if intent == COMPARED:
        counted = next((unit.unit for unit in found_in(text) if unit.several), "") or has_more_of(text)
        return of_unit(intent, counted)
    if intent in _ONE_ANSWER:
        return _of_one_unit(intent, text)
    limit = _limit(intent, text)
    unit = _unit(intent, text, language, limit)
    if intent.startswith(TABLE) and intent.endswith(OVERALL):
        return _of_country(intent, text, unit, limit, countries)
    if limit is not None:
        country = _country_of(unit, countries) if intent == SIMILAR else ""
        return TableIntent(_within(limit, text), _with_parts(text, unit), country, bound=limit).written()
    shown, rank = _shown_and_rank(intent, text)
    if shown or intent in _COUNTED:
        return TableIntent(intent, unit or "", shown=shown, rank=rank).written()
    return intent


def listed_below(unit: str, text: str) -> str:
    """Return the intent that lists the places of a unit in one, or those of them beyond the number that a text gives.

    "Are there cities of over 900,000 people in Gyeonggi?"
    """
    limit = bound(text)
    return TableIntent(LIST_BELOW if limit is None else BEYOND, unit, bound=limit).written()


def _meant(intent: str, text: str) -> str:
    """Return the table that the words of a question ask for, be it another than the one it was ranked as.

    The most and the fewest are asked in sentences so alike that only that word tells which end of a ranking is meant.
    """
    if intent.startswith(EXTREMES) and (end := _end_said(text)):
        return f"{end}{OVERALL}" if intent.endswith(OVERALL) else end
    if intent == SIMILAR and any(is_among(text, start) for start, _ in spans(text)):
        return _end_said(text) or intent  # "the smallest of all cities?" asks for none of its size
    if intent == LIST_BELOW and asks_which_of_each(text):
        intent = WHICH_ABOVE
    if intent in _COUNTED | {WHICH_ABOVE} and asks_which_has_most(text):
        return SMALLEST if says_fewest(text) else LARGEST
    if intent == SAME_ABOVE and asks_whether_one(text):
        return SAME_PLACE
    if intent == IS_KIND and asks_which_unit(text):
        return WHICH_ABOVE  # "which région?" is not "is it a région?"
    if intent == IS_KIND and names_several_above(text):
        return WHICH_ABOVE  # nor is "département and région?"
    return intent


def _of_one_unit(intent: str, text: str) -> str:
    """Return an intent with the one unit that a text names, or with groupings; as it is where several are named.

    Those joined are several, though the last stands beside the place as if it said what that is: "la région et le
    département de X".
    """
    if intent == WHICH_ABOVE and are_joined(text):
        return intent
    found = found_in(text)
    units = {unit.unit for unit in found if not is_apposed(text, unit)}
    if intent == SAME_ABOVE and not units and len(found) == 1 and is_grouping(found[0].unit):
        units = {found[0].unit}  # "X fait partie de l'interco de X": a commune is named for its grouping
    if len(units) == 1:
        return of_unit(intent, units.pop())
    groupings = intent == IS_KIND and units and all(map(is_grouping, units))
    return of_unit(intent, "epci" if groupings else "")


def _of_country(intent: str, text: str, unit: str | None, limit: Bound | None, countries: Collection[str]) -> str:
    """Return the intent of a whole country with what narrows it."""
    country, reach = HOMES.get(home(countries) or "", ""), reach_of(text)
    if limit is not None:
        return TableIntent(_within(limit, text, OVERALL), _with_parts(text, unit), country, reach, limit).written()
    shown, rank = _shown_and_rank(intent, text)
    return TableIntent(intent, unit or "", country, reach, shown=shown, rank=rank).written()


def _limit(intent: str, text: str) -> Bound | None:
    """Return the number of inhabitants that narrows what is asked, where the table knows of one."""
    limit = bound(text) if intent in _BOUNDED | {SIMILAR} else None
    return limit if limit is not None and _asks_for(limit, intent, text) else None


def _within(limit: Bound, text: str, ending: str = "") -> str:
    """Return the table of the places within a bound, or the ranking of them where the nearest to it is asked for.

    "The largest commune of under 2,000 inhabitants", not "the communes larger than 2,000". A ranking's name ends in
    `ending`.
    """
    end = _end_said(text)
    nearest = EXTREMES[limit.over]
    return f"{nearest}{ending}" if end == nearest and not limit.about else BEYOND


def _end_said(text: str) -> str:
    """Return the ranking whose end a text names, the most or the fewest; blank where it names both or none."""
    ends = ranks.ends(text)
    return extreme(ends) if len(ends) == 1 else ""


def _unit(intent: str, text: str, language: Language, limit: Bound | None) -> str | None:
    """Return the unit asked for: the one that is bounded or ranked where there is a bound or a ranking."""
    bounded = _bounded_unit(text, language) if limit is not None else None
    return bounded or (_ranked(text, language) if intent.startswith(EXTREMES) else named_unit(text, language))


def _shown_and_rank(intent: str, text: str) -> tuple[int, int]:
    """Return how many places a ranking is to show, or else which rank is asked for; 0 where a text does not say."""
    if not intent.startswith(EXTREMES):
        return 0, 0
    shown = top(text)
    return shown, 0 if shown else _rank_asked(text)


def _asks_for(limit: Bound, intent: str, text: str) -> bool:
    """Tell whether a number of inhabitants narrows what is asked: "a city of about 1.2 million" tells which it is."""
    if intent == SIMILAR:
        return limit.about or limit.upto is not None
    return not limit.about or intent.endswith(OVERALL) or any(unit.several for unit in found_in(text))


def _country_of(unit: str | None, countries: Collection[str]) -> str:
    """Return the country that alone has such units, or else the one named; blank where neither tells."""
    held = [country for country in HOMES.values() if unit and kinds_of(unit, country)]
    return held[0] if len(held) == 1 else HOMES.get(home(countries) or "", "")


def _ranked(text: str, language: Language) -> str | None:
    """Return the unit of which the most or the fewest is asked: that of the first sentence that names both.

    Or else one; where no place is named the next may tell the other country's unit, and all of them are read.
    """
    sentences = _SENTENCE_END.split(text)
    ranking = (named_unit(sentence, language) for sentence in sentences if ranks.ends(sentence))
    said = (named_unit(sentence, language) for sentence in (sentences if MASK in text else [text]))
    return divided(text) or next(filter(None, ranking), None) or next(filter(None, said), None)


def _bounded_unit(text: str, language: Language) -> str | None:
    """Return the unit of the first sentence that gives a bound: one before may name what was asked earlier."""
    bounded = (sentence for sentence in _SENTENCE_END.split(text) if bound(sentence) is not None)
    return next(filter(None, (named_unit(sentence, language) for sentence in bounded)), None)


def _with_parts(text: str, unit: str | None) -> str:
    """Return the unit that is listed, with that of which it is asked how many each has: `metropole:commune`."""
    parts = counted_in_each(text, unit) if unit else ""
    return f"{unit}:{parts}" if parts else unit or ANY


def _rank_asked(text: str) -> int:
    """Return the rank after the first that a text asks of a ranking: "the second largest city"; 0 for the first."""
    said = ((sentence, ranks.said(sentence)) for sentence in _SENTENCE_END.split(text))
    ranked = (kinds for sentence, kinds in said if kinds & ranks.ENDS or _numbers_a_unit(sentence))
    return next((ranks.numbered(kinds) or 0 for kinds in ranked), 0)


def _numbers_a_unit(text: str) -> bool:
    """Tell whether a rank stands right before a unit, or one comes at it: "la 2e ville", "which city comes second?"."""
    return ranks.comes_at(text) or any(ranks.numbers(bare(text)[: unit.start]) for unit in found_in(text))


def ordered(text: str) -> str:
    """Return the table of units in the order of their populations where a text asks for it; blank where it does not.

    "The counties by population", 인구순; "the gun from the smallest to the largest".
    """
    end = in_order(text)
    return f"{TABLE}{end}" if end and found_in(text) else ""
