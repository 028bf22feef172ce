"""The other of two places of a kind in what they lie in: "Jeju-si? - And the other city on the island?"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.subject import Subject
from bot.turn import Turn
from bot.words import hierarchy, units
from bot.words.masking import at_mask
from bot.words.question import Question
from bot.words.wording_on import content_beside, means_the_other, without_other
from index.ranking.variants import MASK
from knowledge.places import Gazetteer, Place
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_TWO = 2
_BESIDE = ("whole_there", "polite")


def of_two(question: Question, last: Turn, gazetteer: Gazetteer) -> Question | Subject | None:
    """Return a question on the other of its kind as one that names it, or the line told last of that; else None.

    Only where the nearest that has both the place spoken of and another of that kind has just these two.
    """
    if question.names_any:
        return None
    place = _spoken_of(last, gazetteer)
    told = None if place is None else _told(question.text)
    if place is None or told is None:
        return None
    unit, start, end = told
    other = _other(place, unit, gazetteer)
    if other is None:
        return None
    shown = last.only
    rest = replace(question, text=f"{question.text[:start]} {question.text[end:]}")
    if not content_beside(rest, *_BESIDE):
        same = shown is not None and shown.kind in ("place", "partners")
        return Subject(shown.kind, (other.id,), shown.intent) if shown and same else Subject("place", (other.id,))
    text = f"{question.text[:start]}{MASK}{question.text[end:]}"
    return replace(question, text=text, places=(at_mask(start, (other.id,)),))


def of_two_alike(question: Question, last: Turn, gazetteer: Gazetteer) -> Subject | None:
    """Return the line told last, of the only other place of its kind there, where that is all that is asked.

    "Jeju-si's population? - And the other one?", 나머지 하나는? None where there are more.
    """
    shown = last.only
    if shown is None or shown.kind != "place" or question.names_any or not means_the_other(question):
        return None
    place = _spoken_of(last, gazetteer)
    if place is None or content_beside(without_other(question), *_BESIDE):
        return None
    other = _other(place, place.kind, gazetteer)
    return None if other is None else replace(shown, ids=(other.id,))


def _spoken_of(last: Turn, gazetteer: Gazetteer) -> Place | None:
    """Return the one place spoken of, be it named in a question that a card answered; None where that is not one."""
    shown = last.only
    if shown is None or shown.kind == "contact":
        return None
    ids = last.question.place_ids if shown.kind == "card" else shown.ids
    return gazetteer.get(ids[0]) if len(ids) == 1 else None


def _told(text: str) -> tuple[str, int, int] | None:
    """Return the unit that a text names the other one of, and where that stands with the words before it."""
    folded = bare(text)
    for unit, start, end in units.mentioned(text):
        before = _before().search(folded, 0, start)
        if before is not None:
            return unit, before.start(), end
    return None


def _other(place: Place, unit: str, gazetteer: Gazetteer) -> Place | None:
    """Return the only other place of a unit in the nearest whole that has one besides; None where it has more."""
    wanted = units.kinds_of(unit, place.country)
    wanted = (*wanted, "kr-admin-city") if "kr-si" in wanted else wanted  # a city by its name, though no government
    if place.kind not in wanted:
        return None
    for whole in hierarchy.above(place, gazetteer):
        there = [each for kind in wanted for each in gazetteer.children(whole.id, kind)]
        others = [each for each in there if each.id != place.id]
        if others:
            return others[0] if len(there) == _TWO and len(others) == 1 else None
    return None


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings('bot.texts', 'followup.tsv')['other_before'])})\s*$")
