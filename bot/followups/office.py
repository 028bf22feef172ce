"""Follow-ups on another way to reach the office just told: "its e-mail? - And their postal address, in Privas?"."""

from __future__ import annotations

from dataclasses import replace

from bot.sheets.place_lines import PREFECTURE, REACHED
from bot.subject import Subject
from bot.words import units, ways
from bot.words.question import Question
from bot.words.wording_on import asks_nothing_else, content, content_beside, corrects, refers_back, said
from knowledge.library import Library
from knowledge.places import Gazetteer

MOST_BESIDE = 2
"""Words of content beside a way to reach someone, beyond which more than that is asked."""


def again(question: Question, asked: Question, last: Subject, library: Library) -> Subject | None:
    """Return the other way to reach the office just told that a question asks for; else None.

    `asked` is the question before. A place may be named where the office sits: "their address, in Privas I think" is
    not of that town. What names another office, or more than a way, is nothing.
    """
    place = _place(last, library) if last.intent in REACHED else None
    if place is None:
        return None
    wanted = ways.ways(question.text) - {ways.WHERE, ways.ANY}
    if not wanted or wanted & ways.NEVER_HELD or question.contacts or not ways.ways(asked.text):
        return None
    refers = refers_back(question) or said(question.text, "possessive") is not None
    if question.places and not (refers and _sits(question, place, library.gazetteer)):
        return None
    text = ways.without(question.text)
    rest = replace(question, text=text)
    if units.offices_mentioned(text) or units.found_in(rest.masked):
        return None
    polite = replace(rest, text=" ".join(content_beside(rest, "polite", "handing")))
    if not asks_nothing_else(polite) and not (refers and len(content(polite)) <= MOST_BESIDE):
        return None
    if last.intent == PREFECTURE:
        return last
    if not question.places:  # what goes on from a place is asked of it anyway
        return None
    line = [each for each in REACHED if each in wanted]
    return replace(last, intent=line[0]) if len(line) == 1 else None


def of_its_council(question: Question, asked: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return how to reach the place itself, where the State's office there was told and not meant; else None.

    "The phone of the prefecture of X? - No, of the departmental council." The way is the one asked for before.
    """
    if last.kind != "place" or last.intent != PREFECTURE or question.names_any or not corrects(question):
        return None
    wanted = [each for each in REACHED if each in ways.ways(asked.text)]
    offices = units.offices_mentioned(question.text)
    own = [unit for unit, _, _ in offices if gazetteer[last.ids[0]].kind in units.kinds_anywhere([unit])]
    if len(wanted) != 1 or not own or len(own) < len(offices) or ways.ways(question.text):
        return None
    return replace(last, intent=wanted[0])


def _place(last: Subject, library: Library) -> str | None:
    """Return the one place whose office was told, be it as a body; None where that is none or not just one."""
    ids = library.contacts[last.ids[0]].places if last.kind == "contact" else last.ids if last.kind == "place" else ()
    return ids[0] if len(ids) == 1 and ids[0] in library.gazetteer else None


def _sits(question: Question, place: str, gazetteer: Gazetteer) -> bool:
    """Tell whether all that a question names is the town where the government of a place sits, or lies around it."""
    seat = gazetteer.get(gazetteer[place].seat)
    around = set() if seat is None else {seat.id, *seat.parents} - {place}
    return {*question.place_ids} <= around
