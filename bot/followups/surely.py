"""What a question gets that its words complete for sure: decided on only where what is asked is sure as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.deciding import alone
from bot.answer import CERTAIN, Decision
from bot.composing import content
from bot.followups.pointed import Pointed
from bot.subject import OF_PLACES, Kind, Subject
from bot.words.question import Question
from index.snapshot import Snapshot

SURE = 0.7
"""How sure what is asked must be, once what is meant is put for the words that point to it."""


def surely(kinds: tuple[Kind, ...], asked: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the decision on a question completed for sure, where it is sure and of one of the kinds; else None."""
    return _sure(kinds, alone(asked, snapshot, today).decision)


def surely_of_place(asked: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the same of a question completed with a place, or that the line asked of it is not held."""
    decision = alone(asked, snapshot, today).decision
    if decision.reason == "line":  # it is known which place is meant
        return replace(decision, follows=True)
    return _sure(OF_PLACES, decision)


def led_to(found: Subject | None) -> Decision | None:
    """Return the decision for a subject that the conversation leads to, whatever is held of it; None without one."""
    return None if found is None else Decision("answered", (found,), CERTAIN, follows=True)


def led_to_if_held(found: Subject | None, pointed: Pointed) -> Decision | None:
    """Return the same for a subject of which anything is held; None without one, or where nothing is."""
    held = found is not None and content(found, pointed.question.language, pointed.snapshot, pointed.today) is not None
    return led_to(found) if held else None


def _sure(kinds: tuple[Kind, ...], decision: Decision) -> Decision | None:
    meant = bool(decision.subjects) and decision.subjects[0].kind in kinds
    sure = decision.status == "answered" and decision.confidence >= SURE
    return replace(decision, follows=True) if meant and sure else None
