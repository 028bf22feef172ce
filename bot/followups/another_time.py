"""Follow-ups on a figure at another time than it is held of: "how many inhabitants? - And in 1980?", 10년 전에는요?"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.answer import Decision
from bot.sheets.place_lines import POPULATION
from bot.subject import Subject
from bot.tables.intents import COMPARED, EXTREMES, RANK, SIMILAR
from bot.words.question import Question
from knowledge.places import Gazetteer
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

_BY_POPULATION = (COMPARED, RANK, SIMILAR, *EXTREMES)
"""Tables that tell a population, or go by it."""
_FILE = "bot.texts", "times.tsv"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d\s.,]*\d)"
"""A year; a number of that size with more figures behind it is none."""
_NUMBER = r"(?:\w+[ -])?"


def times(text: str) -> list[tuple[tuple[int, int], int | None]]:
    """Return where a text, written without accents, names a time that is gone or to come, with its year where told."""
    found: list[tuple[tuple[int, int], int | None]] = []
    found.extend((match.span(), int(match["year"])) for match in _years().finditer(text))
    return found or [(match.span(), None) for match in _ago().finditer(text)]


def is_held(question: Question, found: Subject, gazetteer: Gazetteer) -> bool:
    """Tell whether what a question gets is no figure, or one of the time that it asks about, if it names any."""
    named = times(bare(question.text)) if _is_figure(found) else []
    held = {gazetteer[id].population_year[:4] for id in found.ids if id in gazetteer}
    return not named or not held or any(str(year) in held for _, year in named)


def not_held(figure: Subject) -> Decision:
    """Return the decision that a figure is not held of the time asked about; where it is told is the nearest."""
    return Decision("unknown", reason="not_held", nearest=(figure,), follows=True)


def without_time(question: Question) -> Question:
    """Return a question without the time that it asks about, and what says no more than that it is gone."""
    text = question.text
    for (start, end), _year in times(bare(text)):
        text = blanked(text, start, end)
    for match in whole_words(*_FILE, "was").finditer(bare(text)):
        text = blanked(text, *match.span())
    return replace(question, text=" ".join(text.split()))


def _is_figure(found: Subject) -> bool:
    if found.kind == "place":
        return found.intent == POPULATION
    return found.kind == "table" and found.intent.startswith(_BY_POPULATION)


@cache
def _years() -> re.Pattern[str]:
    """Return the pattern of a year with the words that lead to it, or what Korean puts behind it."""
    forms = wordings(*_FILE)
    before, after = (alternatives(forms[kind]) for kind in ("before_year", "after_year"))
    return re.compile(rf"(?<![\w.,])(?:(?:{before})\s)?{_YEAR}(?:\s?(?:{after}))?")


@cache
def _ago() -> re.Pattern[str]:
    """Return the pattern of a time told by how long it is from now: "il y a dix ans", "ten years ago", 10년 전."""
    forms = wordings(*_FILE)
    ago, span, after, back = (alternatives(forms[kind]) for kind in ("ago", "span", "ago_after", "back"))
    told = (rf"(?:{ago})\s{_NUMBER}(?:{span})", rf"(?:\d+\s?|{_NUMBER})(?:{after})", back)
    return re.compile(rf"(?<!\w)(?:{'|'.join(told)})(?![a-z])")
