"""One question of a conversation, as it was understood, and what was decided on it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answer import Decision
from bot.subject import Subject
from bot.words.question import Question


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and what was decided on it."""

    question: Question
    decision: Decision

    @property
    def places(self) -> list[str]:
        """The ids of the places that it was about."""
        named = [id for mention in self.question.places for id in mention.places]
        shown = [id for each in self.decision.subjects if each.kind not in ("card", "contact") for id in each.ids]
        return [*named, *shown]

    @property
    def shown(self) -> Subject | None:
        """What it got, the first where that was several; None where it got nothing."""
        return self.decision.subjects[0] if self.decision.subjects else None

    @property
    def only(self) -> Subject | None:
        """The one thing it got; None where it got nothing or several."""
        return self.shown if len(self.decision.subjects) == 1 else None
