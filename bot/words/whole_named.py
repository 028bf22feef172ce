"""The unit that what is named lies in, as a question tells it by the unit alone: "its département", 소속 도."""

from __future__ import annotations

import re
from functools import cache

from bot.words.units import Found, found_in, kinds_anywhere
from bot.words.units_apart import units_set_aside
from index.names.particles import COMITATIVE
from index.ranking.variants import MASK
from knowledge.places import EPCI
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings


def kinds_above(text: str) -> tuple[str, ...]:
    """Return the kinds of places of which a masked text names the one that X lies in: "its département", 소속 도.

    Or that comes instead of its own: "the métropole, not the town hall". A unit that is joined to another word ("its
    département and population") is asked for itself. Groupings of communes are called by each other's kinds: "son
    agglo" may be a métropole.
    """
    folded, own = bare(text), _patterns()
    named = [unit for unit in found_in(text) if not unit.several]
    found = [
        unit.unit
        for unit in named
        if own["of"].search(folded, 0, unit.start)
        or own["after"].match(folded, unit.end)
        or start_of_its(text, unit) is not None
    ]
    kept, aside = units_set_aside(text)
    kinds = kinds_anywhere(found or (kept if aside else ()))
    return EPCI if kinds and {*kinds} <= {*EPCI} else kinds


def start_of_its(text: str, unit: Found) -> int | None:
    """Return where words stand that make a unit the one which what is spoken of lies in ("its région"), else None."""
    folded, own = bare(text), _patterns()
    before = own["before"].search(folded, 0, unit.start)
    return None if before is None or own["joined"].match(folded, unit.end) else before.start()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what stands before and after the unit that the place named lies in.

    `of` and `before` end where it begins; `joined` is what joins another word to it.
    """
    own, mask = wordings("bot.texts", "above.tsv"), MASK.lower()
    joins = rf"et|and|{COMITATIVE}|및|[,;/&+·]"
    return {
        "of": re.compile(rf"(?<!\w){mask}(?:'s|'|(?:이|가)\s?있는)\s+$"),
        "before": re.compile(
            rf"(?<!\w)(?<!\bet )(?<!\band )(?<![랑와과및,:;/&+] )(?<!하고 )(?:{alternatives(own['before'])})\s+$"
        ),
        "after": re.compile(rf"\s?(?:{alternatives(own['after'])}|{mask} (?:is in|belongs to))(?![a-z])"),
        "joined": re.compile(rf"\s*(?:{joins})(?![a-z])"),
    }
