"""Which places of a size have a partner abroad: "French cities of over 200,000 people with a Korean partner?"."""

from __future__ import annotations

from bot.partnerships.question import read, refine
from bot.subject import Subject
from bot.words import bound
from bot.words.designation import speaks_of_tie
from bot.words.question import Question
from knowledge.countries import HOMES
from knowledge.library import Library

LIST = "partners-list"


def of_a_size(question: Question, library: Library) -> Subject | None:
    """Return the ties of the places of a unit beyond a number of inhabitants, where a question asks for those.

    It says so in words: a unit, a bound and a tie. None where it names a place, a body or a third country.
    """
    if question.names_any or question.countries - {*HOMES} or not speaks_of_tie(question.text):
        return None
    if bound.bound(question.text) is None:
        return None
    intent = refine(LIST, question.text, question.language, question.countries, library)
    return Subject("partners", (), intent) if read(intent).size else None
