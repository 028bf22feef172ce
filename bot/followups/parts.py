"""Follow-ups on the parts of a place, told by their unit: "and its eups?", 밑에 면은 뭐뭐 있죠?, "how many in X?"."""

from __future__ import annotations

from dataclasses import replace

from bot.followups.places import is_extreme, whole_told
from bot.sheets.place_lines import SEATS
from bot.subject import Subject
from bot.tables.intents import COUNT_BELOW, LIST_BELOW, extreme
from bot.tables.table_intent import of_unit
from bot.words import ranks, units
from bot.words.question import Question
from bot.words.wording_on import content_beside, refers_back, said
from knowledge.places import Gazetteer

_BESIDE = ("which_ones", "inside", "polite", "there", "reference", "possessive")


def listed(question: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return the list of the parts of the place spoken of that a question names by their unit alone; else None.

    "Which province is Geochang in? - And its eups?", 밑에 면은 뭐뭐가 있죠? It refers to the place, or says that they
    lie in it. One of which it has but one or none ("its province") is no part to be listed.
    """
    if question.names_any or question.countries or last.kind not in ("place", "table") or len(last.ids) != 1:
        return None
    if last.ids[0] not in gazetteer or last.intent in SEATS or is_extreme(last):
        return None
    if not (refers_back(question) or said(question.text, "inside", "possessive")):
        return None
    named = {each.unit for each in units.found_in(question.text) if each.several or each.hangul}
    rest = replace(question, text=units.without(question.text))
    if len(named) != 1 or said(question.text, "how_many") or content_beside(rest, *_BESIDE):
        return None
    return _of_those_it_has(LIST_BELOW, last.ids[0], named.pop(), gazetteer)


def asked_around(question: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return how many of a unit lie in what a place was told to lie in, or the largest; None where it has any itself.

    "Which province is Suncheon in? - How many cities are there?", "Which region is Troyes in? - Its biggest city?"
    """
    if question.names_any or question.countries or last.kind != "table" or len(last.ids) != 1:
        return None
    named, ranking = {each.unit for each in units.found_in(question.text)}, ranks.said(question.text)
    counts, ranked = said(question.text, "how_many") is not None, bool(ranking & ranks.ENDS)
    if len(named) != 1 or counts == ranked or not (refers_back(question) or said(question.text, "possessive")):
        return None
    text = units.without(question.text)
    rest = replace(question, text=ranks.without(text) if ranked else text)
    if ranks.ranks(ranking) or content_beside(rest, "how_many", "which_one_of", *_BESIDE):
        return None
    unit = named.pop()
    whole = whole_told(Subject("table", last.ids, of_unit(COUNT_BELOW, unit)), last, gazetteer)
    if whole is None or counts:
        return whole
    return replace(whole, intent=of_unit(extreme(ranking), unit))


def counted_of_the_one_before(question: Question, before: Question, gazetteer: Gazetteer) -> Subject | None:
    """Return how many of the one unit that the question before named lie in its place, where only that is asked.

    "What is a gu in Seoul? - How many are there?" None where it has none of it.
    """
    if question.names_any or (only := before.only_place) is None:
        return None
    named = {unit.unit for unit in units.found_in(before.masked)}
    if len(named) != 1 or units.found_in(question.text) or said(question.text, "how_many") is None:
        return None
    if content_beside(question, "how_many", "among_them", *_BESIDE):
        return None
    return _of_those_it_has(COUNT_BELOW, only, named.pop(), gazetteer)


def counted_there(question: Question, before: Question, last: Subject | None, gazetteer: Gazetteer) -> Subject | None:
    """Return how many a place now named has of what a card just explained; None where a question asks anything else.

    "What is an eup? - And how many are there in Gijang?": of the first unit that the question `before` named.
    """
    if last is None or last.kind != "card" or before.names_any or question.contacts:
        return None
    explained, only = units.found_in(before.text), question.only_place
    if not explained or only is None or units.found_in(question.masked):
        return None
    if said(question.masked, "how_many") is None or content_beside(question, "how_many", *_BESIDE):
        return None
    return _of_those_it_has(COUNT_BELOW, only, explained[0].unit, gazetteer)


def _of_those_it_has(table: str, id: str, unit: str, gazetteer: Gazetteer) -> Subject | None:
    """Return the list or number of the places of a unit that lie in one; None where there are none."""
    has = gazetteer.count(id, *units.kinds_of(unit, gazetteer[id].country))
    return Subject("table", (id,), of_unit(table, unit)) if has else None
