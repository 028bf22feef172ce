"""Places asked about one after the other and then set side by side: "Mulhouse? - And Colmar? - Which is bigger?"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.subject import Subject
from bot.tables.intents import COMPARED
from bot.turn import Turn
from bot.words import ranks, units
from bot.words.question import Question
from bot.words.wording_on import asks_nothing_else, points_to_both, says_only

_TWO = 2
_REFUSED = ("not_held", "line")
"""Why nothing was told of a place that is known: it may be compared all the same."""


def compared(question: Question, history: Sequence[Turn]) -> Subject | None:
    """Return which of the places that the last turns asked about has most inhabitants, where only that is asked.

    Two are meant where a question says so; else all those of which the same was asked, or the last two. None where
    they are not two at least, each named by a question of its own or both by one.
    """
    if question.names_any or question.countries or not _sets_beside(question):
        return None
    ids = [*dict.fromkeys(_ids(question, history))]
    return Subject("table", tuple(ids), COMPARED) if len(ids) >= _TWO else None


def _sets_beside(question: Question) -> bool:
    """Tell whether a question asks which is the larger or smaller one, or the difference, and nothing else."""
    if says_only(question.text, "difference"):
        return True
    said = ranks.said(question.text)
    if not said & ranks.ENDS or ranks.ranks(said):
        return False
    return asks_nothing_else(replace(question, text=ranks.without(units.without(question.text))))


def _ids(question: Question, history: Sequence[Turn]) -> list[str]:
    """Return the places meant, in the order in which they were asked about."""
    run = [*_run(history)]
    if run and len(_places(run[0])) > 1:
        return [*_places(run[0])]
    alike = [turn for turn in run if _line(turn) == _line(run[0])]
    meant = run[:_TWO] if points_to_both(question) or len(alike) < len(run) else run
    return [id for turn in reversed(meant) for id in _places(turn)]


def _run(history: Sequence[Turn]) -> Iterator[Turn]:
    """Yield the turns that asked about one place each, the last first; that alone where it asked about two."""
    for number, turn in enumerate(reversed(history)):
        found = len(_places(turn))
        if not found or found > 1 + (number == 0):
            return
        yield turn
        if found > 1:
            return


def _places(turn: Turn) -> tuple[str, ...]:
    """Return the places that a turn told of, or could not tell what was asked of; none where it did not name them."""
    named = turn.question.place_ids
    if turn.question.contacts:
        return ()
    if not turn.decision.settled:
        return named if turn.decision.reason in _REFUSED and len(named) == len(turn.question.places) else ()
    of = turn.decision.subjects
    ids = tuple(dict.fromkeys(id for each in of for id in each.ids))
    told = turn.decision.status == "answered" and all(each.kind == "place" for each in of) and {*ids} <= {*named}
    return ids if told else ()


def _line(turn: Turn) -> str:
    """Return the line that was asked for; blank for none, or what is not held."""
    shown = turn.shown
    return shown.intent if shown is not None else ""
