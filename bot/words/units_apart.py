"""Units that a text names only to leave them out, or to take those in that are meant anyway.

"The myeon, not the eup", 읍 말고 면은; "the largest gun, those of metropolitan cities included".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.words.leaving_out import leaving_out
from bot.words.masking import STATE_FORMS
from bot.words.units import found_in, mentioned, offices_mentioned
from index.names.aside import is_set_aside, span_set_aside
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

_CLAUSE_END = re.compile(r"[,;:.?!()]|$")
_CLAUSE_START = re.compile(r"(?:^|[,;:.?!(])(?=[^,;:.?!(]*$)")


def without_units_left_out(text: str) -> str:
    """Return a masked text without the units that it leaves out or sets aside, where it names another asked for.

    Two units side by side read as a question of what a place is: 울릉군에 읍 말고 면은? "A gun, not a si". Nor does
    the State's office stay that is set aside, whatever is asked for: "the number of X, not the prefecture".
    """
    folded, beside = bare(text), leaving_out()
    spans = [
        beside.span(folded, unit.start, unit.end) or span_set_aside(text, unit.start, unit.end)
        for unit in found_in(text)
    ]
    apart = [span for span in spans if span is not None]
    if len(apart) == len(spans):
        apart = []
    offices = (span_set_aside(text, *match.span()) for match in whole_words(*STATE_FORMS).finditer(bare(text)))
    apart += filter(None, offices)
    for start, end in apart:
        text = blanked(text, start, end)
    return " ".join(text.split()) if apart else text


def sets_state_aside(text: str) -> bool:
    """Tell whether a text names the State's office in a place, only to set it aside: "not the préfecture"."""
    named = [match.span() for match in whole_words(*STATE_FORMS).finditer(bare(text))]
    return bool(named) and all(is_set_aside(text, *span) for span in named)


def without_units_taken_in(text: str) -> str:
    """Return a text with blanks in place of clauses that but take in some of the unit asked for: they are meant anyway.

    What is of another unit is taken in beside those asked for, and stays: "the largest city, counties included".
    """
    spans = [span for span in _taken_in(text) if _of_the_same(text, *span)]
    for span in spans:
        text = blanked(text, *span)
    return text


def only_sets_aside(text: str) -> bool:
    """Tell whether a text names units, or offices of some, only to set them aside: "not the city's"."""
    kept, aside = units_set_aside(text)
    return bool(aside) and not kept


def units_set_aside(text: str) -> tuple[list[str], list[str]]:
    """Return the units that a text names, or names an office of, and those of them that it sets aside apart."""
    folded, kept, aside = bare(text), list[str](), list[str]()
    for unit, start, end in (*offices_mentioned(text), *mentioned(text)):
        (aside if is_set_aside(folded, start, end) else kept).append(unit)
    return kept, aside


def _taken_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a clause, or the end of one, takes something in."""
    folded = bare(text)
    before, after = _taking_in()
    for match in before.finditer(folded):
        end = _CLAUSE_END.search(folded, match.end())
        yield match.start(), end.start() if end else len(folded)
    for match in after.finditer(folded):
        start = _CLAUSE_START.search(folded[: match.start()])
        yield start.end() if start else 0, match.end()


def _of_the_same(text: str, start: int, end: int) -> bool:
    """Tell whether what is taken in is of a unit named beside it, or is said to be some of those."""
    units = found_in(text)
    inside = {unit.unit for unit in units if start <= unit.start < end}
    beside = {unit.unit for unit in units if not start <= unit.start < end}
    those = whole_words("bot.texts", "taken_in.tsv", "those").search(bare(text), start, end)
    return bool(inside & beside) or bool(those and beside)


@cache
def _taking_in() -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = wordings("bot.texts", "taken_in.tsv")
    return (
        re.compile(rf"(?<!\w)(?:{alternatives(own['before'])})(?!\w)"),
        re.compile(rf"(?<![a-z])(?:{alternatives(own['after'])})(?![a-z])"),
    )
