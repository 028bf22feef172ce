"""Units that a text names only to leave them out: "the myeon, not the eup", 읍 말고 면은."""

from __future__ import annotations

from bot.words.leaving_out import leaving_out
from bot.words.units import found_in
from knowledge.text import bare


def without_units_left_out(text: str) -> str:
    """Return a masked text without the units that it leaves out, where it names another that is asked for.

    Two units side by side read as a question of what a place is: 울릉군에 읍 말고 면은?
    """
    folded, beside = bare(text), leaving_out()
    spans = [beside.span(folded, unit.start, unit.end) for unit in found_in(text)]
    apart = [span for span in spans if span is not None]
    if not apart or len(apart) == len(spans):
        return text
    for start, end in reversed(apart):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(text.split())
