"""Whether a place now named is one of those just counted or listed: "communes of Tours Métropole? - Amboise too?"."""

from __future__ import annotations

from bot.subject import Subject
from bot.tables.intents import DIVIDED, SAME_ABOVE
from bot.words import hierarchy
from bot.words.question import Question
from bot.words.wording_on import says_only
from knowledge.places import Gazetteer
from knowledge.text import blanked_word

_OF_BELOW = (*DIVIDED, "below")
"""What of a place tells what lies in it, as tables and as a line of its sheet."""


def belongs(question: Question, last: Subject | None, gazetteer: Gazetteer) -> Subject | None:
    """Return whether the one place named lies in what was told of last, where nothing but that is asked; else None.

    Of a commune whose fellow communes were listed that is its grouping.
    """
    if last is None or len(last.ids) != 1 or question.contacts or len(question.places) != 1:
        return None
    if last.kind not in ("place", "table") or (last.intent and not last.intent.startswith(_OF_BELOW)):
        return None
    name = question.places[0]
    if len(name.places) != 1 or not says_only(blanked_word(question.text, name.start, name.end), "belongs"):
        return None
    whole = hierarchy.today(gazetteer[last.ids[0]], gazetteer)[0]
    whole = hierarchy.grouping(whole, gazetteer) or whole
    ids = (name.places[0], whole.id)
    return Subject("table", ids, SAME_ABOVE) if name.places[0] != whole.id else None
