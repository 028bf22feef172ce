"""Whether a place now named is one of those just counted or listed, or the largest: "and is Amboise in it too?"."""

from __future__ import annotations

from bot.sheets.place_lines import BELOW
from bot.subject import Subject
from bot.tables.intents import DIVIDED, SAME_ABOVE, extreme
from bot.tables.table_intent import of_unit, read
from bot.words import hierarchy, ranks, units
from bot.words.question import Question
from bot.words.wording_on import says_only, says_something
from knowledge.places import Gazetteer
from knowledge.text import blanked_word
from knowledge.wordings import whole_words

_OF_BELOW = (*DIVIDED, BELOW)
"""What of a place tells what lies in it, as tables and as a line of its sheet."""


def belongs(question: Question, last: Subject | None, gazetteer: Gazetteer) -> Subject | None:
    """Return whether the one place named lies in what was told of last, where nothing but that is asked; else None.

    Of a commune whose fellow communes were listed that is its grouping.
    """
    if last is None or len(last.ids) != 1 or question.contacts or (only := question.only_place) is None:
        return None
    if last.kind not in ("place", "table") or (last.intent and not last.intent.startswith(_OF_BELOW)):
        return None
    name = question.places[0]
    if not says_only(blanked_word(question.text, name.start, name.end), "belongs"):
        return None
    whole = hierarchy.today(gazetteer[last.ids[0]], gazetteer)[0]
    whole = hierarchy.grouping(whole, gazetteer) or whole
    return Subject("table", (only, whole.id), SAME_ABOVE) if only != whole.id else None


def leads_them(question: Question, last: Subject | None, gazetteer: Gazetteer) -> Subject | None:
    """Return which of the places just counted or listed is the largest or smallest, where one is said to be; else None.

    "How many communes in the Gard? - Nîmes is the largest, right?": the figures tell whether it is.
    """
    if last is None or last.kind != "table" or len(last.ids) != 1 or not last.intent.startswith(DIVIDED):
        return None
    unit, ends = read(last.intent).unit, ranks.ends(question.masked)
    if question.contacts or (only := question.only_place) is None or len(ends) != 1:
        return None
    named, name = gazetteer[only], question.places[0]
    if last.ids[0] not in named.parents or named.kind not in units.kinds_of(unit, named.country):
        return None
    rest = units.without(ranks.without(blanked_word(question.text, name.start, name.end)))
    if says_something(whole_words("bot.texts", "overall.tsv", "guess").sub(" ", rest)):
        return None
    return Subject("table", last.ids, of_unit(extreme(ends), unit))
