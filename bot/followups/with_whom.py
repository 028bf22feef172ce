"""Follow-ups on whom another place works with, after a partnership: "Yeosu, with whom?", 양천구는 몇 구랑 했어요?"""

from __future__ import annotations

import re
from functools import cache

from bot.alone.counterparty import partners_of
from bot.subject import Subject
from bot.tables.intents import PARTNERS_OF
from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import asks_nothing_else, content, said
from index.names.particles import COMITATIVE
from knowledge.library import Library
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, wordings

MOST_BESIDE = 2
"""Words of content beside those that ask with whom, beyond which a question asks something of its own."""


def of_another(question: Question, last: Subject | None, library: Library) -> Subject | None:
    """Return the partners of the one place that a question names, where it asks only with whom that is; else None.

    `last` is what the question before got: a partnership, or a card that tells of one. A kind of place that the one
    named has none of, but that a partner of it is, asks for the partner: "몇 구야?" of a gu.
    """
    if len(question.place_ids) != 1 or question.contacts or question.countries or not _is_of_ties(last, library):
        return None
    id = question.place_ids[0]
    text = question.text
    for mention in question.places:
        text = blanked(text, mention.start, mention.end)
    asks_whom = _whom(text)
    if asks_whom is not None:
        rest = units.without(blanked(bare(text), *asks_whom))
        asks = len(content(question_of(rest, question))) <= MOST_BESIDE
    else:
        asks = _asks_which(text, id, question, library)
    return Subject("partners", (id,), PARTNERS_OF) if asks else None


def question_of(text: str, question: Question) -> Question:
    """Return a text as a question in the language of another that names nothing."""
    return Question(text, question.detection)


def _is_of_ties(last: Subject | None, library: Library) -> bool:
    """Tell whether a partnership was told, be it by a card on places of both countries."""
    if last is None or last.kind != "card":
        return last is not None and last.kind == "partners"
    places = library.cards[last.ids[0]].places
    return len({library.gazetteer[id].country for id in places if id in library.gazetteer}) > 1


def _asks_which(text: str, id: str, question: Question, library: Library) -> bool:
    """Tell whether a text asks only which one of a kind, which a place has none of though a partner of it is one."""
    named = units.found_in(text)
    if len(named) != 1 or said(text, "which_one_of") is None:
        return False
    if not asks_nothing_else(question_of(units.without(text), question)):
        return False
    gazetteer = library.gazetteer
    unit, place = named[0].unit, gazetteer[id]
    if gazetteer.count(id, *units.kinds_of(unit, place.country)):
        return False
    far = (gazetteer[other] for other in partners_of(id, library, twins=False))
    return any(other.kind in units.kinds_of(unit, other.country) for other in far)


def _whom(text: str) -> tuple[int, int] | None:
    """Return where a text asks with whom, its names blanked; None where it does not."""
    folded = bare(text)
    found = next((match for pattern in _patterns() if (match := pattern.search(folded))), None)
    return found.span() if found else None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    own = wordings("bot.texts", "followup.tsv")
    whom, which = alternatives(own["whom"]), alternatives(own["which_one_of"])
    before = alternatives(own["with_before"])
    return (
        re.compile(rf"(?<!\w)(?:{before})\s(?:{whom}|{which})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{whom})\s.*(?<!\w)(?:{before})(?=\W*$)"),
        re.compile(rf"(?<!\w)(?:{whom}|(?:{which})\s?[가-힣]{{1,5}}?)(?:{COMITATIVE})(?!\w)"),
    )
