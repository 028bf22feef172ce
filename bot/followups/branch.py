"""Follow-ups on an office of the body spoken of elsewhere: "ils ont un bureau en France ?", 파리에 사무소 있어요?"""

from __future__ import annotations

from bot.subject import Subject
from bot.turn import Turn
from bot.words import kin
from bot.words.question import Question
from bot.words.ways import ways
from bot.words.wording_on import content_beside, refers_back, said
from knowledge import countries
from knowledge.contacts import Contact
from knowledge.library import Library
from knowledge.text import HANGUL

MOST_BESIDE = 1
"""Words of content beside an office and where it may be, beyond which a question asks something of its own."""


def elsewhere(question: Question, last: Turn, library: Library) -> Subject | None:
    """Return the office that the body last shown has in the place or country that a question asks about; else None.

    Where none is known there, the body itself: its sheet tells where it sits. "One" may stand for the office that the
    question before spoke of.
    """
    if question.contacts or ways(question.text) or not (question.places or question.countries):
        return None
    body = _body(last, library)
    if body is None or not _asks_only_for_an_office(question, last.question):
        return None
    there = kin.akin(Subject("contact", (body.id,)), question.places, library) if question.places else None
    if there is not None:
        return there
    wanted = {library.gazetteer[id].country for id in question.place_ids}
    wanted |= {countries.HOMES[code] for code in question.countries if code in countries.HOMES}
    if len(wanted) != 1:
        return None
    office = kin.branch(body, library) if body.country not in wanted else None
    return Subject("contact", (body.id if office is None else office.id,))


def _body(last: Turn, library: Library) -> Contact | None:
    """Return the one body that was shown, or that a question named where the card which answered it is on that."""
    shown = last.only
    if shown is None or shown.kind not in ("card", "contact"):
        return None
    if shown.kind == "contact":
        return library.contacts[shown.ids[0]]
    named = {*last.question.contact_ids} & {*library.cards[shown.ids[0]].contacts}
    return library.contacts[named.pop()] if len(named) == 1 else None


def _asks_only_for_an_office(question: Question, before: Question) -> bool:
    """Tell whether a question speaks of an office, or of one after the question before did, and of little else."""
    words = content_beside(question, "office", "reference", "there")
    if said(question.text, "office") is not None:
        return len(words) <= MOST_BESIDE
    refers = refers_back(question) or HANGUL.search(question.text) is not None
    return not words and refers and said(before.text, "office") is not None
