"""Follow-ups on what is like the body just told, in the other country: "And its French counterpart, a site?"."""

from __future__ import annotations

from dataclasses import replace

from bot.alone.counterpart import asked_for, turns_to_another
from bot.turn import Turn
from bot.words import kin
from bot.words.question import Question
from bot.words.wording_on import content_beside, without_opening
from index.names.mention import Mention
from knowledge.countries import CODES, home
from knowledge.library import Library


def of_told(question: Question, last: Turn, library: Library) -> Question | None:
    """Return a question that asks for the counterpart of the one body told, with its name put in; else None.

    A pronoun tells nothing of what the body does, by which the bodies of the other country are compared with it. Those
    that stand for a country abroad have their like by what they are.
    """
    wanted = home(question.countries)
    if wanted is None or question.names_any or not asked_for(question):
        return None
    id = body_told(last)
    body = None if id is None else library.contacts[id]
    if body is None or kin.serves_abroad(body) or body.country == "both" or CODES[body.country] == wanted:
        return None
    called = next((m.text for m in last.question.contacts if body.id in m.places), body.names[question.language])
    mention = Mention(0, len(called), called, (body.id,), True)
    return replace(question, text=f"{called}, {without_opening(question)}", contacts=(mention,))


def of_another(question: Question, last: Turn) -> Question | None:
    """Return the question before, for the counterpart of one body, asked of the one now named: "and KOTRA?"; else None.

    None where anything else is said.
    """
    before = last.question
    if len(before.contacts) != 1 or len(question.contacts) != 1 or question.places or question.countries:
        return None
    if not turns_to_another(question) or before.places or not asked_for(before):
        return None
    if content_beside(question, "same_question", "possessive"):
        return None
    old, new = before.contacts[0], question.contacts[0]
    if {*old.places} & {*new.places}:
        return None
    text = f"{before.text[: old.start]}{new.text}{before.text[old.end :]}"
    named = replace(new, start=old.start, end=old.start + len(new.text))
    return replace(before, text=text, contacts=(named,), detection=question.detection)


def body_told(last: Turn) -> str | None:
    """Return the one body that was just told of, or that a question named which a card answered; else None."""
    shown = last.only
    if shown is not None and shown.kind == "contact" and len(shown.ids) == 1:
        return shown.ids[0]
    named = {*last.question.contact_ids}
    return next(iter(named)) if shown is not None and shown.kind == "card" and len(named) == 1 else None
