"""A question completed for sure, with what its words point to: decided on only where what is asked is sure as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.deciding import alone
from bot.answer import Decision
from bot.subject import OF_PLACES, Kind
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


def _sure(kinds: tuple[Kind, ...], decision: Decision) -> Decision | None:
    meant = bool(decision.subjects) and decision.subjects[0].kind in kinds
    sure = decision.status == "answered" and decision.confidence >= SURE
    return replace(decision, follows=True) if meant and sure else None
