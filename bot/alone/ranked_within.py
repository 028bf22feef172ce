"""A rank that a place is said to have in another that is named: "X says it is the second town of Ariège. Is it?"."""

from __future__ import annotations

from dataclasses import replace

from bot.alone.asked_of import Named, over_table
from bot.subject import Subject
from bot.tables.intents import COMPARED, EXTREMES, IS_KIND, RANK, SAME_ABOVE, WHICH_ABOVE
from bot.tables.sizes import is_or_holds
from bot.tables.table_intent import read
from bot.words import ranks
from bot.words.question import Question
from bot.words.units import found_in
from knowledge.library import Library
from knowledge.text import bare

SURE = 0.9
"""How sure it is that a rank which is said of one place within another is what is asked."""
_LIES = frozenset({SAME_ABOVE, WHICH_ABOVE, COMPARED, IS_KIND})
"""What such a question is read as else: two places, of which one lies in the other."""


def ranked_within(question: Question, named: Named, threshold: float, library: Library) -> Named | None:
    """Return the rank that one place has in the other that is named, with who has the rank it is said to have.

    None where no rank is said of a unit, where the one does not lie in the other, and where something else is surely
    asked: `named` is what is, likely from `threshold` on.
    """
    ids = tuple(dict.fromkeys(mention.places[0] for mention in question.places))
    if question.contacts or len(ids) != 2 or any(len(mention.places) > 1 for mention in question.places):
        return None
    outer = [id for id in ids if any(id in library.gazetteer[other].parents for other in ids)]
    if len(outer) != 1 or not _may_be_another(named, threshold) or not (table := _ranking(question)):
        return None
    inner = tuple(id for id in ids if id not in outer)
    ranking = over_table(table, replace(question, places=()), tuple(outer), library)
    if not all(
        is_or_holds(library.gazetteer[id], read(ranking.intent).unit, library.gazetteer) for id in (*outer, *inner)
    ):
        return None
    return Named((Subject("table", inner, RANK), ranking), SURE, asked=True, together=True)


def _may_be_another(named: Named, threshold: float) -> bool:
    """Tell whether what is asked is unsure, or where the places lie, which is worded alike."""
    if not named.subjects or named.confidence < threshold:
        return not named.case
    first = named.subjects[0]
    return first.kind == "table" and read(first.intent).table in _LIES


def _ranking(question: Question) -> str:
    """Return the table of the end of a ranking of which a text gives a rank, right before a unit; blank without one."""
    folded = bare(question.masked)
    for unit in found_in(question.masked):
        if unit.several:
            continue
        before = folded[: unit.start]
        said = ranks.ends_in(before)
        if said:
            return EXTREMES["least" in said]
    return ""
