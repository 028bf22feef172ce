"""Which of the kinds just told apart a place now named is: "a si and a gun? - So Gyeryong is which of the two?"."""

from __future__ import annotations

from bot.subject import Subject
from bot.tables.intents import IS_KIND
from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import content_beside, said
from knowledge.places import Gazetteer

_WHICH = ("both", "which_one_of")
_BESIDE = (*_WHICH, "asking_kind", "what_is", "polite")
_TWO = 2


def of_the_kinds_told(
    question: Question, before: Question, last: Subject | None, gazetteer: Gazetteer
) -> Subject | None:
    """Return what kind of place the one named is, where a question asks only which of several just explained it is.

    `before` is the question that a card answered: it names two kinds at least that the country of the place has.
    """
    if last is None or last.kind != "card" or question.contacts or len(question.places) != 1:
        return None
    mention = question.places[0]
    if len(mention.places) != 1 or said(question.masked, *_WHICH) is None or content_beside(question, *_BESIDE):
        return None
    country = gazetteer[mention.places[0]].country
    told = {units.kinds_of(each.unit, country) for each in units.found_in(before.masked)} - {()}
    return Subject("table", mention.places, IS_KIND) if len(told) >= _TWO else None
