"""What a place was just told to lie in, meant by a pronoun: "which région is it in? - And how large is that one?"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.sheets.place_lines import ABOVE
from bot.tables.belonging import kinds_above
from bot.tables.intents import WHICH_ABOVE
from bot.tables.table_intent import read
from bot.turn import Turn
from bot.words import units
from bot.words.masking import at_mask
from bot.words.question import Question
from index.ranking.variants import MASK
from knowledge.places import Gazetteer, Place
from knowledge.text import bare
from knowledge.wordings import whole_words

_FILE = ("bot.texts", "followup.tsv")
_GENDERS = ("masculine", "feminine")


def may_be_meant(question: Question, last: Turn) -> bool:
    """Tell whether a question may mean by a pronoun what a place was just told to lie in."""
    shown = last.only
    if shown is None or question.names_any or len(shown.ids) != 1:
        return False
    of_above = shown.kind == "table" and shown.intent.startswith(WHICH_ABOVE)
    return (of_above or (shown.kind, shown.intent) == ("place", ABOVE)) and _pronoun(question, last) is not None


def named(question: Question, last: Turn, told: Sequence[str], gazetteer: Gazetteer) -> Question | None:
    """Return a question that `may_be_meant` so with the name of the one unit asked for and told (ids); else None."""
    shown, found = last.only, _pronoun(question, last)
    if shown is None or found is None or shown.ids[0] not in gazetteer:
        return None
    place = gazetteer[shown.ids[0]]
    unit = read(shown.intent).unit if shown.kind == "table" else ""
    if shown.kind == "place":
        unit, told = units.named_unit(last.question.masked, last.question.language) or "", place.parents
    kinds = kinds_above(unit, place.country) if unit else ()
    meant = [id for id in told if gazetteer[id].kind in kinds]
    if len(meant) != 1 or _names_another(question.text, gazetteer[meant[0]]):
        return None
    start, end = found
    text = f"{question.text[:start]}{MASK}{question.text[end:]}"
    return replace(question, text=text, places=(at_mask(start, (meant[0],)),))


def _names_another(text: str, told: Place) -> bool:
    """Tell whether a text names another unit than that told: "the county it is in, how many live in that one?"."""
    named = [unit.unit for unit in units.found_in(text) if not unit.several]
    return bool(named) and told.kind not in units.kinds_anywhere(named)


def _pronoun(question: Question, last: Turn) -> tuple[int, int] | None:
    """Return where a pronoun stands that may mean the unit which the question before asked for; None without one.

    In French it is of the unit's gender, as that question told it: "quel département ? - celui-là"; "celle-ci" is the
    town.
    """
    before = bare(last.question.text)
    gender = next((each for each in _GENDERS if whole_words(*_FILE, f"which_{each}").search(before)), None)
    kinds = [f"unit_{each}" for each in _GENDERS if gender in (each, None)]
    match = whole_words(*_FILE, "unit_told", *kinds).search(bare(question.text))
    return None if match is None else match.span()
