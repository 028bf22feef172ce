"""Which of the places just listed or counted have a partner: "cities of Gangwon? - Which of them work with France?"."""

from __future__ import annotations

from dataclasses import replace

from bot.partnerships import question as partnerships
from bot.subject import Subject
from bot.tables.intents import DIVIDED, PARTNERS_OF
from bot.tables.table_intent import read
from bot.words import hierarchy, units
from bot.words.designation import speaks_of_tie, without_tie
from bot.words.question import Question
from bot.words.wording_on import content_beside, said
from knowledge import countries
from knowledge.library import Library

MOST_BESIDE = 1
"""Words of content beside those that ask for the partners, beyond which a question asks something of its own."""


def of_those_listed(question: Question, last: Subject | None, library: Library) -> Subject | None:
    """Return which of the places just listed or counted have a partner, where a question asks only that; else None.

    The country that it names is the partners', not theirs.
    """
    if last is None or question.names_any or not speaks_of_tie(question.text):
        return None
    if said(question.text, "among_them") is None or last.kind != "table" or len(last.ids) != 1:
        return None
    table, place = read(last.intent), library.gazetteer.get(last.ids[0])
    if table.table not in DIVIDED or place is None or table.bound or table.left_out:
        return None
    if not {countries.HOMES.get(code) for code in question.countries} <= {*countries.HOMES.values()} - {place.country}:
        return None
    rest = replace(question, text=without_tie(units.without(question.text)))
    if len(content_beside(rest, "among_them", "how_many", "there", "reference")) > MOST_BESIDE:
        return None
    unit = table.unit or units.TOGETHER.join(hierarchy.nearest_below(place, library.gazetteer))
    asked = partnerships.read(partnerships.refine(PARTNERS_OF, question.text, question.language, (), library))
    return Subject("partners", last.ids, replace(asked, unit=unit, country="").intent())
