"""A sum over the places named, where one is asked for: "population of Busan and Daegu together", 합치면 인구가 얼마?

It is worded like what is asked of each of them, so the words that put them together tell.
"""

from __future__ import annotations

from dataclasses import replace

from bot.alone.asked_of import Named
from bot.alone.overall import SURE, says_no_more
from bot.subject import Subject
from bot.tables.intents import COMPARED, COUNT_BELOW, TOTAL
from bot.tables.table_intent import TableIntent, read
from bot.words.hierarchy import innermost
from bot.words.mentions import asked_about
from bot.words.question import Question
from bot.words.sums import asks_sum, counts_people, words_of_sum
from bot.words.wording_on import compares
from knowledge.places import Gazetteer
from knowledge.text import HANGUL, bare, blanked, blanked_word


def summed(named: Named, question: Question, gazetteer: Gazetteer) -> Named:
    """Return what is asked of places as a question for their sum, where it puts them together; else as it is.

    Where nothing is read of them, the words that ask for a sum of inhabitants do, if nothing else is said.
    """
    ids = tuple(dict.fromkeys(m.places[0] for m in asked_about(question.text, question.places)))
    if question.contacts or len(innermost(ids, gazetteer)) < 2 or not asks_sum(question.masked) or compares(question):
        return named
    if unit := _counted(named):
        return replace(named, subjects=(Subject("table", ids, TableIntent(TOTAL, unit).written()),), together=False)
    of_people = counts_people(question.masked)
    plain = _says_no_more(question)  # of places nothing else is added up: "Busan + Ulsan?"
    if plain or (of_people and _are_sized(named)):
        sure = max(named.confidence, SURE) if plain else named.confidence
        return Named((Subject("table", ids, TOTAL),), sure, asked=True)
    return named


def _counted(named: Named) -> str:
    """Return the unit that is counted below each of several places; blank where none is."""
    first = named.subjects[0] if len(named.subjects) == 1 else None
    asked = read(first.intent) if first is not None and first.kind == "table" and len(first.ids) > 1 else None
    return asked.unit if asked is not None and asked.table == COUNT_BELOW else ""


def _are_sized(named: Named) -> bool:
    """Tell whether the population is asked of each of the places, or which of them has more of it."""
    return bool(named.subjects) and all(
        subject.intent == "population" if subject.kind == "place" else subject.intent == COMPARED
        for subject in named.subjects
    )


def _says_no_more(question: Question) -> bool:
    """Tell whether a question has only words that ask for a sum of inhabitants."""
    folded = bare(question.asked)
    for start, end in words_of_sum(folded):
        folded = (blanked_word if HANGUL.match(folded, start) else blanked)(folded, start, end)
    return says_no_more(folded)
