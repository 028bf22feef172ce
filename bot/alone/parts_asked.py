"""What the parts of a question ask of the same places, each ranked by itself: tables over them, lines of sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bot.alone.asked_of import OF_SEVERAL, over_table
from bot.alone.whose_office import with_office
from bot.subject import Subject
from bot.tables.intents import PARTNERS, RULE, TABLE, WHOLE
from bot.words.question import Question
from index.ranking.ranker import Ranking
from index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class PartsAsked:
    """Tables and lines that parts ask for, in order, each with how sure the first part is that asks for it.

    `tables` has what is answered by itself: a line of what the place lies in as well.
    """

    tables: dict[Subject, float] = field(default_factory=dict)
    lines: dict[str, float] = field(default_factory=dict)

    @property
    def confidence(self) -> float:
        """How sure the surest of them is; 0 where nothing is asked."""
        return max((*self.tables.values(), *self.lines.values()), default=0.0)


def parts_asked(
    parts: Sequence[str],
    ids: tuple[str, ...],
    question: Question,
    snapshot: Snapshot,
    read: Callable[[Ranking, str], tuple[str, float]],
    *,
    sure: float,
) -> PartsAsked | None:
    """Return what parts of a question, with its names masked, ask of places (ids); None where one asks for a rule.

    `read` tells the intent of a part's ranking and how sure it is. What is less `sure` is passed over: it is why one
    asks, or thanks for it.
    """
    asked = PartsAsked()
    if snapshot.placed is None or not parts:
        return asked
    for part, vector in zip(parts, snapshot.model.encode(parts, "query"), strict=True):
        intent, confidence = read(snapshot.placed.rank(part, vector, question.language, left_out=OF_SEVERAL), part)
        if confidence < sure:
            continue
        if intent.startswith(RULE):
            return None
        by_itself = replace(question, text=part, places=())
        if intent.startswith((TABLE, PARTNERS)):
            asked.tables.setdefault(over_table(intent, by_itself, ids, snapshot.library), confidence)
        elif intent != WHOLE:
            office = tuple(with_office(id, intent, by_itself, snapshot.library) for id in ids)
            if len(ids) == 1 and office != ids:
                asked.tables.setdefault(Subject("place", office, intent), confidence)
            else:
                asked.lines.setdefault(intent, confidence)
    return asked
