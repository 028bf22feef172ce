"""A sum over the places named, where one is asked for: "population of Busan and Daegu together", 합치면 인구가 얼마?

It is worded like what is asked of each of them, so the words that put them together tell.
"""

from __future__ import annotations

from dataclasses import replace

from bot.alone.asked_of import Named
from bot.alone.overall import SURE, says_no_more
from bot.sheets.place_lines import POPULATION
from bot.subject import Subject
from bot.tables.intents import COMPARED, COUNT_BELOW, SAME_ABOVE, TOTAL
from bot.tables.table_intent import TableIntent, read
from bot.words.hierarchy import innermost
from bot.words.mentions import asked_about, put_together
from bot.words.question import Question
from bot.words.sums import asks_sum, counts_people, words_of_sum
from bot.words.wording_on import compares
from knowledge.places import Gazetteer
from knowledge.text import bare, blanked_said


def summed(named: Named, question: Question, gazetteer: Gazetteer) -> Named:
    """Return what is asked of places as a question for their sum, where it puts them together; else as it is.

    Where nothing is read of them, the words that ask for a sum of inhabitants do, if nothing else is said.
    """
    ids = tuple(dict.fromkeys(m.places[0] for m in asked_about(question.text, question.places)))
    if question.contacts or len(innermost(ids, gazetteer)) < 2 or not asks_sum(question.masked):
        return named
    if compares(question):
        return _set_against_another(named, question)
    if unit := _counted(named):
        return replace(named, subjects=(Subject("table", ids, TableIntent(TOTAL, unit).written()),), together=False)
    of_people = counts_people(question.masked)
    plain = _says_no_more(question)  # of places nothing else is added up: "Busan + Ulsan?"
    if plain or (of_people and _are_sized(named)):
        sure = max(named.confidence, SURE) if plain else named.confidence
        return Named((Subject("table", ids, TOTAL),), sure, asked=True)
    return named


def _set_against_another(named: Named, question: Question) -> Named:
    """Return what is asked as how the sum of some places compares with another; as it is where something else is asked.

    "Tours et Blois réunies, c'est plus qu'Orléans ?"
    """
    first = tuple(dict.fromkeys(mention.places[0] for mention in put_together(question)))
    others = tuple(dict.fromkeys(id for mention in question.places for id in mention.places[:1] if id not in first))
    if len(first) < 2 or not others or not all(map(_may_compare, named.subjects)):
        return named
    compared = TableIntent(COMPARED, together=len(first)).written()
    return Named((Subject("table", (*first, *others), compared),), max(named.confidence, SURE), asked=True)


def _may_compare(subject: Subject) -> bool:
    """Tell whether what is asked of places may as well be which has more inhabitants, in words for both."""
    return subject.intent == POPULATION or read(subject.intent).table in (COMPARED, SAME_ABOVE, TOTAL)


def _counted(named: Named) -> str:
    """Return the unit that is counted below each of several places; blank where none is."""
    first = named.subjects[0] if len(named.subjects) == 1 else None
    asked = read(first.intent) if first is not None and first.kind == "table" and len(first.ids) > 1 else None
    return asked.unit if asked is not None and asked.table == COUNT_BELOW else ""


def _are_sized(named: Named) -> bool:
    """Tell whether the population is asked of each of the places, or which of them has more of it."""
    return bool(named.subjects) and all(
        subject.intent == POPULATION if subject.kind == "place" else subject.intent == COMPARED
        for subject in named.subjects
    )


def _says_no_more(question: Question) -> bool:
    """Tell whether a question has only words that ask for a sum of inhabitants."""
    folded = bare(question.asked)
    for start, end in words_of_sum(folded):
        folded = blanked_said(folded, start, end)
    return says_no_more(folded)
