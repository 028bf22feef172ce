"""One of the places just listed, told by its number: "the second one, how many people live there?", 첫 번째 도시는?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.followups.places import of_the_same
from bot.subject import Subject
from bot.tables.counts import SOME
from bot.tables.intents import EXTREMES
from bot.words import ranks, units
from bot.words.question import Question
from bot.words.wording_on import WORD, asks_nothing_else, content, said
from knowledge.text import bare, blanked

_MARK = re.compile(r"[,;:?!.]")
_ENDS = {"first_listed": 0, "last_listed": -1}


def of_numbered(question: Question, last: Subject | None, listed: Sequence[str]) -> Question | None:
    """Return a question on one of a list told by its number as one that names it; None where it means none.

    `listed` are the places (ids) that the last answer gave, in its order. A rank among them by size is none, and what
    asks nothing beside the number goes on with a ranking.
    """
    if last is None or last.kind not in ("table", "partners") or last.intent.startswith(EXTREMES):
        return None
    if question.names_any or len(listed) < 2 or ranks.ends(question.text):
        return None
    number, text = _number(question)
    if number is None or number >= len(listed):
        return None
    if number < 0 and last.kind == "table" and len(listed) == SOME:  # which may be the first of more
        return None
    rest = replace(question, text=text)
    return of_the_same(rest, Subject("place", (listed[number],)), text) if content(rest) else None


def of_first_told(question: Question, told: Sequence[str]) -> Question | None:
    """Return a question on the first of the places spoken of one after the other (ids) as one that names it; else None.

    "Where does South Chungcheong sit? - And the North one? - Back to the first, how many people?"
    """
    number, text = _number(question)
    if question.names_any or number != 0 or len(told) < 2 or ranks.ends(question.text):
        return None
    rest = replace(question, text=text)
    return of_the_same(rest, Subject("place", (told[0],)), text) if content(rest) else None


def tells_number(question: Question) -> bool:
    """Tell whether a question has a number that may be that of one of a list."""
    return _number(question)[0] is not None


def _number(question: Question) -> tuple[int | None, str]:
    """Return which of a list a text means, from 0 or -1 for the last, and the text without the words that tell it."""
    text = question.text
    for kind, number in _ENDS.items():
        match = said(text, kind)
        if match is not None:
            counts = _is_by_itself(question, match.end())
            return (number, blanked(bare(text), *match.span())) if counts else (None, text)
    number = ranks.numbered(ranks.said(text))
    return (number - 1, ranks.without_rank(text)) if number else (None, text)


def _is_by_itself(question: Question, end: int) -> bool:
    """Tell whether what ends there counts the places listed, not what is named after it: "le premier ministre"."""
    text = question.text
    following = WORD.search(bare(text), end)
    if following is None or _MARK.search(text, end, following.start()):
        return True
    counted = any(start == following.start() for start, _ in units.spans(text))
    return counted or asks_nothing_else(replace(question, text=following.group()))
