"""What the messenger asks of the journal.

A journal that cannot write (disk full, file locked) counts and logs the loss by itself and raises nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Protocol

from bot.answer import Answer
from bot.conversation import Memory
from bot.records.journal_reading import Activity, Remark


class Record(Memory, Protocol):
    """Where questions, votes and remarks are recorded, and conversations remembered."""

    def asked(self, chat: int, person: int, answer: Answer, question: str, milliseconds: float) -> int | None:
        """Record a question; return the row that votes name, None if it could not be written."""

    def voted(self, row: int, person: int, up: bool) -> None:
        """Record a person's vote on an answer in place of the one before."""

    def remarked(self, row: int, text: str) -> Remark | None:
        """Record what was wrong with an answer, for the curators; return it, None if it could not be written."""

    def activity(self, since: date) -> Activity | None:
        """Return what happened since a day; None if that cannot be read."""

    def acted(self, person: int, action: str, outcome: str, detail: str) -> None:
        """Record what a curator did: an action's name, what came of it, and ids, counts or file names."""

    def forget(self, person: int) -> int:
        """Delete what is kept of a person, conversations and choices too; return how many rows went."""

    def close(self) -> None:
        """Let go of what is open."""
