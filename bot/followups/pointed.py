"""What a question that points to something told is read in: the turns before it, and what the last of them gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from bot.followups.context import places_told
from bot.turn import Turn
from bot.words.question import Question
from index.snapshot import Snapshot
from knowledge.places import Gazetteer


@dataclass(frozen=True)
class Pointed:
    """A question with the turns before it, oldest first; `last` is the one of them that it may go on from."""

    question: Question
    history: Sequence[Turn]
    last: Turn
    snapshot: Snapshot
    today: date

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The ids of the places that the last answer gave, beside those it was asked of; composing it takes long."""
        return places_told(self.last, self.question, self.snapshot, self.today)

    @property
    def gazetteer(self) -> Gazetteer:
        """All places."""
        return self.snapshot.library.gazetteer
