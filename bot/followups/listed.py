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
from knowledge.text import HANGUL, bare, blanked, blanked_word

_MARK = re.compile(r"[,;:?!.]")
_ENDS = {"first_listed": 0, "last_listed": -1}
_OF_TWO = {"former_of_two": 0, "latter_of_two": 1}
"""Words that tell one of two by themselves, whatever follows: 후자 인구."""


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


def of_one_named(question: Question, before: Question) -> Question | None:
    """Return a question on one of the places that the question before named, told by its number; None for no such one.

    "I'm comparing Chambéry and Grenoble. - How many people live in the former?" They are in the order named, each of
    one reading, be they told of or not.
    """
    ids = tuple(dict.fromkeys(mention.places[0] for mention in before.places if len(mention.places) == 1))
    if question.names_any or before.contacts or not 2 <= len(ids) == len(before.places):
        return None
    if ranks.said(question.text) & {"most", "least"}:
        return None
    number, text = _number(question)
    if number is None or number >= len(ids):
        return None
    rest = replace(question, text=text)
    return of_the_same(rest, Subject("place", (ids[number],)), text) if content(rest) else None


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
    for kind, number in _OF_TWO.items():
        if (match := said(text, kind)) is not None:
            return number, _without(bare(text), *match.span())
    for kind, number in _ENDS.items():
        match = said(text, kind)
        if match is not None:
            counts = _is_by_itself(question, match.end())
            return (number, blanked(bare(text), *match.span())) if counts else (None, text)
    number = ranks.numbered(ranks.said(text))
    return (number - 1, ranks.without_rank(text)) if number else (None, text)


def _without(folded: str, start: int, end: int) -> str:
    """Return a text without accents with blanks for words of it, and for what is stuck to them in Korean."""
    return (blanked_word if HANGUL.match(folded, start) else blanked)(folded, start, end)


def _is_by_itself(question: Question, end: int) -> bool:
    """Tell whether what ends there counts the places listed, not what is named after it: "le premier ministre"."""
    text = question.text
    following = WORD.search(bare(text), end)
    if following is None or _MARK.search(text, end, following.start()):
        return True
    counted = any(start == following.start() for start, _ in units.spans(text))
    return counted or asks_nothing_else(replace(question, text=following.group()))
