"""How many inhabitants places of a unit have on average, where a question asks for that alone.

"Population moyenne des communes du Gard", 군의 평균 인구. It is worded like a count, so the word for a mean tells. A
mean of anything else ("average income", "communes per EPCI") no table holds.
"""

from __future__ import annotations

from dataclasses import replace

from bot.alone import overall
from bot.alone.asked_of import Named
from bot.subject import Subject
from bot.tables.intents import AVERAGE
from bot.tables.table_intent import OVERALL, TableIntent
from bot.words import top, units
from bot.words.hierarchy import today
from bot.words.question import Question
from knowledge.library import Library


def averaged(question: Question, library: Library) -> Named:
    """Return the average that is asked for of what lies in the places named; what no table holds where it is another.

    Only for a question that asks for some average (`bot.words.top.averages`).
    """
    text, gazetteer = top.without_averages(_asking(question.masked)), library.gazetteer
    ids = tuple(mention.places[0] for mention in question.places if len(mention.places) == 1)
    own = {gazetteer[id].kind for id in ids}
    named = {each.unit for each in units.found_in(text) if not own.intersection(units.kinds_anywhere([each.unit]))}
    unit = named.pop() if len(named) == 1 else units.named_unit(text, question.language) or ""
    alone = named <= {*unit.split(units.TOGETHER)}  # no "communes per EPCI"
    if question.contacts or len(ids) != len(question.places) or not alone or not overall.says_no_more(text):
        return Named(asked=True, unheld=1.0)
    places = [today(gazetteer[id], gazetteer)[0] for id in ids]
    if not all(gazetteer.count(place.id, *units.kinds_of(unit, place.country)) for place in places):
        return Named(asked=True, unheld=1.0)
    return Named((Subject("table", ids, TableIntent(AVERAGE, unit).written()),), overall.SURE, asked=True)


def _asking(text: str) -> str:
    """Return the clause of a text that asks for the average of some unit: others tell why. All of it without one."""
    asking = (each for each in overall.CLAUSE.split(text) if top.averages(each) and units.found_in(each))
    return next(asking, text)


def of_country(question: Question) -> Subject | None:
    """Return the average that is asked for of the places of a whole country; None where anything else is asked."""
    if not top.averages(question.text):
        return None
    return overall.asked_of_country(f"{AVERAGE}{OVERALL}", replace(question, text=top.without_averages(question.text)))
