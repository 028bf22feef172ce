"""Questions that tell by a kind which place they mean, or which kind; and those that want another of one name."""

from __future__ import annotations

from datetime import date

from bot.answer import CERTAIN, Decision
from bot.composing import content
from bot.followups import case_of, other_there, seat, which_kind
from bot.followups.context import standing
from bot.followups.surely import surely
from bot.followups.telling_apart import not_the_taken
from bot.subject import Kind, Subject
from bot.turn import Turn
from bot.words.question import Question
from index.snapshot import Snapshot

_PLACES: tuple[Kind, ...] = ("place", "table", "partners")
_OFFERED = 4
"""Places of a name that are asked back."""


def told_by_its_kind(question: Question, last: Turn, snapshot: Snapshot, today: date) -> Decision | None:
    """Return which kind a place is, what holds for it, for the other of its kind or for a seat told; else None."""
    gazetteer = snapshot.library.gazetteer
    kind = which_kind.of_the_kinds_told(question, last.question, last.only, gazetteer)
    asked = kind or other_there.of_two(question, last, gazetteer)
    if isinstance(asked, Subject):
        held = content(asked, question.language, snapshot, today) is not None
        return Decision("answered", (asked,), CERTAIN, follows=True) if held else None
    if asked is not None:
        return surely(_PLACES, asked, snapshot, today)
    case = case_of.of_one_named(question, last.question, last.only, gazetteer)
    if case is not None:
        told = surely(("place",), case, snapshot, today)
        return told if told is not None and len(told.subjects) == 1 and told.subjects[0].intent else None
    town = seat.town_told(question, last, gazetteer)
    sized = None if town is None else surely(("place",), town, snapshot, today)
    return sized if sized is not None and sized.subjects[0].intent == seat.SIZE else None


def another_of_the_name(question: Question, last: Turn, snapshot: Snapshot) -> Decision | None:
    """Return the choice of the other places of a name, where a question only says that not the one taken is meant."""
    shown = last.only
    if shown is None or shown.kind != "place":
        return None
    others = not_the_taken(question, standing(last, snapshot), shown, snapshot)
    if not others:
        return None
    readings = tuple(Subject("place", (each.id,), shown.intent) for each in others[:_OFFERED])
    if len(readings) == 1:
        return Decision("answered", readings, CERTAIN, follows=True)
    return Decision("clarify", readings, CERTAIN, "ambiguous_place", follows=True)
