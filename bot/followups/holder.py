"""Who holds the office spoken of, asked by name: no sheet, card or table tells persons."""

from __future__ import annotations

from dataclasses import replace

from bot.alone.person import FILE, asks_by_name, said
from bot.answer import Decision
from bot.followups.units import HEAD
from bot.turn import Turn
from bot.words.question import Question
from bot.words.wording_on import asks_nothing_else
from knowledge.text import bare, blanked_word
from knowledge.wordings import whole_words


def not_told(question: Question, last: Turn) -> Decision | None:
    """Return that it is not held who holds the office spoken of, where a question asks for the name; else None.

    "Who appoints the prefects? - And the one of the Loire, what's his name?", 시장은 선출직이에요? - 지금 누구예요?
    After a place, who its mayor is asks that too. Not after a list, whose names are those of places, nor where what a
    thing is called, or in which language, is asked.
    """
    listed = last.shown is not None and last.shown.kind == "table"
    if listed or question.countries or question.contacts:
        return None
    told, who = last.question, said(question.text, "who")
    by_name = asks_by_name(question.text)
    of_place = last.shown is not None and last.shown.kind == "place" and who and said(question.text, "office")
    if not by_name and not of_place and not (who and said(question.text, "now")):
        return None
    headed = last.shown is not None and (last.shown.kind, last.shown.intent) == ("place", HEAD)
    spoken_of = headed or said(told.text, "office", "heading")
    if not spoken_of and not of_place and not (by_name and said(question.text, "office")):
        return None
    if said(told.text, "term") or not asks_nothing_else(_without(question)):
        return None
    return Decision("unknown", reason="not_held", nearest=last.decision.subjects[:1], follows=True)


def _without(question: Question) -> Question:
    """Return a question without the words for an office, who holds it and when, and his name."""
    text = bare(question.text)
    for match in whole_words(*FILE, "office", "name", "who", "now", "holding").finditer(text):
        text = blanked_word(text, *match.span())
    return replace(question, text=text)
