"""A question asked over the tables of places of a library."""

from __future__ import annotations

from bot.answer import Composition
from bot.subject import Subject
from bot.tables import answers
from knowledge.library import Library
from knowledge.text import Language


def ask(places: Library, intent: str, ids: str = "", language: Language = "fr") -> Composition | None:
    """Return the answer to an intent about places, their ids set apart by blanks; None where there is none."""
    return answers.compose(Subject("table", tuple(ids.split()), intent), language, places)


def told(places: Library, intent: str, ids: str = "", language: Language = "fr") -> str:
    """Return the text of an answer that there is, with plain blanks in its numbers."""
    answer = ask(places, intent, ids, language)
    assert answer is not None
    return answer.text.replace("\u202f", " ")
