"""Questions that point for sure to the parts of a place told, to those just listed, or to places asked about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answer import CERTAIN, Decision
from bot.composing import content
from bot.followups import partnered, set_beside
from bot.turn import Turn
from bot.words.question import Question
from index.snapshot import Snapshot


def of_those_set_beside(
    question: Question, history: Sequence[Turn], snapshot: Snapshot, today: date
) -> Decision | None:
    """Return which of the places asked about one after the other is larger; None where that is not asked or known."""
    found = set_beside.compared(question, history)
    if found is None or content(found, question.language, snapshot, today) is None:
        return None
    return Decision("answered", (found,), CERTAIN, follows=True)


def of_those_partnered(question: Question, last: Turn, snapshot: Snapshot) -> Decision | None:
    """Return which of the places just listed have a partner: "which of them work with France?"; else None."""
    found = partnered.of_those_listed(question, last.only, snapshot.library)
    return None if found is None else Decision("answered", (found,), CERTAIN, follows=True)
