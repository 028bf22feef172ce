"""What the messenger asks of the journal, and a journal that ends with the process.

A journal that cannot write (disk full, file locked) counts and logs the loss by itself and raises nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from bot.answer import Answer
from bot.conversation import InMemory, Memory
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


@dataclass
class Counting(InMemory):
    """A record in memory: keeps votes, remarks and curators' actions, and of questions only their number."""

    questions: int = 0
    votes: dict[tuple[int, int], bool] = field(default_factory=dict)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    actions: list[tuple[int, str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def asked(self, chat: int, person: int, answer: Answer, question: str, milliseconds: float) -> int | None:
        self.questions += 1
        return self.questions

    def voted(self, row: int, person: int, up: bool) -> None:
        self.votes[row, person] = up

    def remarked(self, row: int, text: str) -> Remark | None:
        self.remarks.append((row, text))
        return Remark(text, date.today())

    def activity(self, since: date) -> Activity | None:
        return Activity()

    def acted(self, person: int, action: str, outcome: str, detail: str) -> None:
        self.actions.append((person, action, outcome, detail))

    def forget(self, person: int) -> int:
        of_person = [place for place in self._kept if place[2] == person and place[0] in ("turns", "language")]
        for place in of_person:
            del self._kept[place]
        mine = [vote for vote in self.votes if vote[1] == person]
        for vote in mine:
            del self.votes[vote]
        return len(of_person) + len(mine)

    def close(self) -> None:
        return
