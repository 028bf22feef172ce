"""A question completed for sure, with what its words point to: decided on only where what is asked is sure as well."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.deciding import alone
from bot.answer import Decision
from bot.subject import Kind
from bot.words.question import Question
from index.snapshot import Snapshot

SURE = 0.7
"""How sure what is asked must be, once what is meant is put for the words that point to it."""


def surely(kinds: tuple[Kind, ...], asked: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the decision on a question completed for sure, where it is sure and of one of the kinds; else None."""
    decision = alone(asked, snapshot, today).decision
    meant = bool(decision.subjects) and decision.subjects[0].kind in kinds
    sure = decision.status == "answered" and decision.confidence >= SURE
    return replace(decision, follows=True) if meant and sure else None
