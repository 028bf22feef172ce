"""A body named "there", where a place was spoken of before: "French classes in Busan? - And the consulate there?"."""

from __future__ import annotations

from dataclasses import replace

from bot.subject import Subject
from bot.turn import Turn
from bot.words.kin import akin, sits_in
from bot.words.question import Question
from bot.words.wording_on import points_there
from index.names.mention import Mention
from knowledge.library import Library


def of_place_told(question: Question, last: Turn, library: Library) -> Question:
    """Return a question on a body "there" as one on the body akin to it that sits in the place the last turn was about.

    Any other question is left as it is, and so is one on a body that sits there itself, or has no such kin.
    """
    ids = tuple(dict.fromkeys(last.places))
    if len(ids) != 1 or len(question.contacts) != 1 or question.places or not points_there(question):
        return question
    (named,) = question.contacts
    place = Mention(0, 0, "", ids, exact=True)
    if len(named.places) != 1 or sits_in(library.contacts[named.places[0]], place, library):
        return question
    body = akin(Subject("contact", named.places), (place,), library)
    return question if body is None else replace(question, contacts=(replace(named, places=body.ids),))
