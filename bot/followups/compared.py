"""A place now named, beside the one spoken of: larger than it, near it, or what it may lie in."""

from __future__ import annotations

from collections.abc import Iterator

from bot.followups import partners, places
from bot.subject import Subject
from bot.tables.intents import COMPARED
from bot.words import hierarchy
from bot.words.mentions import asks_nearness
from bot.words.question import Question
from bot.words.wording_on import compares, only_compares, said
from index.names.aside import is_set_aside
from index.snapshot import Snapshot


def compared(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """Yield what a question asks of the places that it names beside the one spoken of, or beside its partner."""
    ids = question.place_ids
    there = said(question.text, "there")
    if there is not None and is_set_aside(question.text, *there.span()):
        return  # "other than that one, are there gun in Daegu?"
    if last is not None and only_compares_with(last, question) and len(ids) == len(question.places):
        yield Subject("table", tuple(dict.fromkeys((*last.ids, *ids))), COMPARED)
    elif last is not None and (
        (last.kind == "place" and compares(question))
        or _may_lie_in(question, last, snapshot)
        or _asks_nearness(question, last)
    ):
        yield places.compared(question, last)
    partner = partners.likely(last, before, snapshot.library)
    if partner is not None and _may_lie_in(question, partner, snapshot):
        yield places.compared(question, partner)


def only_compares_with(last: Subject | None, question: Question) -> bool:
    """Tell whether a question does no more than compare a place with the one spoken of: no line of it is asked for."""
    return last is not None and last.kind == "place" and only_compares(question)


def _asks_nearness(question: Question, last: Subject) -> bool:
    """Tell whether a place now named is one that the place spoken of may be near: "is that close to Paris?"."""
    return last.kind in ("place", "table") and len(last.ids) == 1 and asks_nearness(places.compared(question, last))


def _may_lie_in(question: Question, last: Subject, snapshot: Snapshot) -> bool:
    """Tell whether a place now named is one that the place spoken of lies in: "is that in Haute-Savoie or Savoie?"."""
    if last.kind not in ("place", "table") or len(last.ids) != 1:
        return False
    named = (mention.places[0] for mention in question.places)
    return bool(hierarchy.of_one_level_above(last.ids[0], named, snapshot.library.gazetteer))
