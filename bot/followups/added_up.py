"""The sum of what was told of places one by one: "population of Andong? - and Yecheon? - and both together?"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from bot.sheets.place_lines import POPULATION
from bot.subject import Subject
from bot.tables.intents import COMPARED, TOTAL
from bot.tables.table_intent import read
from bot.turn import Turn
from bot.words.question import Question
from bot.words.sums import asks_sum, words_of_sum
from bot.words.wording_on import says_something
from knowledge.text import bare, blanked_word

_TWO = 2


def added_up(question: Question, told: Sequence[Turn]) -> Subject | None:
    """Return the inhabitants of the places told last, together, where that is all that is asked; else None.

    Those are the places that the last turn set side by side, or those of the last turns that each told of one.
    """
    if question.names_any or not told or not asks_sum(question.text):
        return None
    rest = bare(question.text)
    for span in words_of_sum(rest):
        rest = blanked_word(rest, *span)
    ids = _told_at_once(told[-1]) or _one_each(told)
    return Subject("table", ids, TOTAL) if len(ids) >= _TWO and not says_something(rest) else None


def _told_at_once(last: Turn) -> tuple[str, ...]:
    """Return the places of which the last turn told the inhabitants; none where it told of one, or of anything else."""
    subjects = last.decision.subjects
    sized = all(
        each.intent == POPULATION
        if each.kind == "place"
        else each.kind == "table" and read(each.intent).table == COMPARED
        for each in subjects
    )
    ids = tuple(dict.fromkeys(id for each in subjects for id in each.ids))
    return ids if sized and len(ids) >= _TWO else ()


def _one_each(told: Sequence[Turn]) -> tuple[str, ...]:
    """Return the places of the last turns that each told the inhabitants of one, in the order told."""
    shown = (turn.only for turn in reversed(told))
    sized = takewhile(lambda each: each is not None and each.kind == "place" and each.intent == POPULATION, shown)
    ids = [each.ids[0] for each in sized if each is not None]
    return tuple(dict.fromkeys(reversed(ids)))
