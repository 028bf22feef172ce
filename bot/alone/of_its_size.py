"""Places of the size of one that is named: of which unit of the other country, or rather the next ones at home."""

from __future__ import annotations

from collections.abc import Sequence

from bot.tables.intents import extreme
from bot.tables.table_intent import OVERALL
from bot.words import ranks, units
from bot.words.bound import bound
from bot.words.question import Question
from knowledge.countries import CODES
from knowledge.places import Gazetteer


def unit_there(text: str, ids: Sequence[str], gazetteer: Gazetteer) -> str:
    """Return the unit of the other country than that of some places which a text names: "a gun as large as X".

    Blank for none, and where a number of inhabitants is given: places of that size lie anywhere.
    """
    homes = {gazetteer[id].country for id in ids}
    if len(homes) != 1 or bound(text) is not None:
        return ""
    there = (units.only_in(text, country) for country in CODES if country not in homes)
    return next((unit.unit for unit in there if unit is not None), "")


def end_at_home(question: Question, ids: Sequence[str], text: str, gazetteer: Gazetteer) -> str:
    """Return the ranking of the places of a country that is asked for after one of them; blank where none is.

    "After Greater Paris, which French métropole has the most people?" What is of a place's size lies in the other one.
    """
    ends, homes = ranks.ends(text), {CODES[gazetteer[id].country] for id in ids}
    return f"{extreme(ends)}{OVERALL}" if len(ends) == 1 and question.countries == homes else ""
