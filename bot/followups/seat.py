"""Follow-ups on which town is a seat where the one asked about is not: "is Bayonne a prefecture? - Which is?"."""

from __future__ import annotations

from dataclasses import replace

from bot.followups.places import of_the_same
from bot.sheets import kinds
from bot.sheets.place_lines import SEAT, SEATS, label
from bot.subject import Subject
from bot.turn import Turn
from bot.words import hierarchy, ranks, units
from bot.words.question import Question
from bot.words.wording_on import content_beside, said, says_only, without_opening
from knowledge import countries
from knowledge.library import Library
from knowledge.places import Gazetteer, Place
from knowledge.text import bare
from knowledge.wordings import whole_words

_TOWNS = ("commune", "kr-si", "kr-gun")
_WHERE = (*SEATS, "address")
"""Lines that tell where a government sits."""


def instead(question: Question, asked: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return the line of the seat of what a town lies in, where the town was asked whether it is that; else None.

    `asked` is the question before. The seat of what that names, or of the nearest with a seat: of a commune asked for
    as a prefecture, of its département. Nothing where the question asks anything besides which town it is.
    """
    if last.kind != "place" or last.intent not in SEATS or len(last.ids) != 1 or last.ids[0] not in gazetteer:
        return None
    if not says_only(question.text, "which_town"):
        return None
    place = gazetteer[last.ids[0]]
    above = [each for each in (place, *hierarchy.above(place, gazetteer)) if each.seat]
    if not above or any(each.seat == place.id for each in above):  # it was told to be one
        return None
    named = units.kinds_mentioned(asked.masked)
    meant = place if place.seat else next((each for each in above if each.kind in named), above[0])
    return Subject("place", (meant.id,), SEAT)


def guessed(question: Question, last: Subject | None, library: Library) -> Subject | None:
    """Return the seat, asked for before, of a place now named with a town in it that may be it; else None.

    "The capital of Brittany? - And Normandy, that's Caen, right?" asks of a place of the same kind, and nothing else.
    """
    ids, gazetteer = _whose_seat(last, library), library.gazetteer
    if len(ids) != 1 or question.contacts:
        return None
    if len(question.places) != 2 or len(question.place_ids) != 2 or content_beside(question, "guessing"):
        return None
    whole, town = sorted((gazetteer[id] for id in question.place_ids), key=lambda place: len(place.parents))
    of_the_kind = whole.kind == gazetteer[ids[0]].kind and town.kind in _TOWNS
    line = last.intent if last is not None and last.intent in SEATS else SEAT
    return Subject("place", (whole.id,), line) if of_the_kind and whole.id in town.parents else None


def formerly(question: Question, last: Subject, library: Library) -> tuple[Question, Place] | None:
    """Return a question on the past of a seat just told, asked of its kind, and the place whose seat it is; else None.

    "The address of Gyeongbuk's office? - When did it move there?": a card that tells of all the moves is found by the
    kind, where a line of the one place would be found by its name.
    """
    ids = _whose_seat(last, library) if said(question.text, "past") is not None else ()
    if len(ids) != 1:
        return None
    place = library.gazetteer[ids[0]]
    whole = next((each for each in (place, *hierarchy.above(place, library.gazetteer)) if each.seat), None)
    if whole is None:
        return None
    line = label(SEAT, whole, question.language, kinds.kind(whole, question.language))
    implied = countries.CODES[whole.country]
    return replace(question, text=f"{line}. {question.text}", places=(), contacts=(), implied=implied), whole


def _whose_seat(last: Subject | None, library: Library) -> tuple[str, ...]:
    """Return the places (ids) of which it was told where their governments sit, be it by an office; none otherwise."""
    if last is None or last.kind not in ("place", "contact") or last.intent not in _WHERE:
        return ()
    ids = library.contacts[last.ids[0]].places if last.kind == "contact" else last.ids
    return ids if all(id in library.gazetteer for id in ids) else ()


def town_told(question: Question, last: Turn, gazetteer: Gazetteer) -> Question | None:
    """Return a question asked of the town just told as a seat, as one that names it; None where none was.

    "The capital of Lozère? - Population?" It was asked for as a town, by such a word, not as where an office is.
    """
    shown = last.only
    if shown is None or shown.kind != "place" or shown.intent not in SEATS or len(shown.ids) != 1:
        return None
    if question.names_any or question.countries or units.found_in(question.text) or ranks.said(question.text):
        return None
    if whole_words("bot.texts", "seats.tsv", "seats", "seats_korean").search(bare(last.question.text)) is None:
        return None
    town = gazetteer.get(gazetteer[shown.ids[0]].seat)
    if town is None or town.kind not in _TOWNS:
        return None
    return of_the_same(question, Subject("place", (town.id,)), without_opening(question))
