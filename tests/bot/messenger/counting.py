"""A journal that ends with the process: what the small parts of the messenger write into in their tests."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from bot.answer import Answer
from bot.conversation import InMemory
from bot.records.journal_reading import Activity, Remark


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
