"""Questions that say for sure that they mean the body just told: what is like it abroad."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.deciding import alone
from bot.answer import Decision
from bot.followups import like_of
from bot.followups.surely import SURE
from bot.turn import Turn
from bot.words.question import Question
from index.snapshot import Snapshot
from knowledge.countries import HOMES, home


def of_its_like(question: Question, last: Turn, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the body of the other country that is like the one just told, or that the line asked of it is not held.

    A card that compares both is found otherwise, and so is what no body is.
    """
    asked = like_of.of_told(question, last, snapshot.library)
    if asked is None:
        return None
    decision = alone(asked, snapshot, today).decision
    if decision.reason == "line" and decision.referral is not None:
        ids: tuple[str, ...] = (decision.referral,)
    elif decision.status == "answered" and decision.confidence >= SURE and decision.subjects[0].kind == "contact":
        ids = decision.subjects[0].ids
    else:
        return None
    there = HOMES[home(question.countries) or ""]
    of_it = all(snapshot.library.contacts[id].country == there for id in ids)
    return replace(decision, follows=True) if of_it else None
