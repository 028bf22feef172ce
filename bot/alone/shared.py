"""What share of its country's inhabitants a place has, where a question asks for that alone: 전국 인구에서 경기도 비율.

Of two places of which one lies in the other the share is told with their populations.
"""

from __future__ import annotations

from bot.alone.asked_of import Named
from bot.alone.overall import SURE, says_no_more
from bot.subject import Subject
from bot.tables.intents import SHARE
from bot.words.question import Question
from knowledge.countries import CODES
from knowledge.library import Library
from knowledge.text import bare, blanked_said
from knowledge.wordings import whole_words

_FILE = "bot.texts", "shared.tsv"


def share_asked(question: Question, library: Library) -> Named | None:
    """Return the share that the one place named has of its country, where that is asked for and nothing else is."""
    place, text = question.only_place, bare(question.masked)
    if place is None or question.contacts or not whole_words(*_FILE, "share").search(text):
        return None
    at_home = CODES[library.gazetteer[place].country] in question.countries
    if not at_home and not whole_words(*_FILE, "whole_country").search(text):
        return None
    for match in reversed([*whole_words(*_FILE, "share", "whole_country", "people").finditer(text)]):
        text = blanked_said(text, *match.span())
    return Named((Subject("table", (place,), SHARE),), SURE, asked=True) if says_no_more(text) else None
