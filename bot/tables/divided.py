"""A unit asked for by how many of another it has: "the département with the most communes", "each with its number"."""

from __future__ import annotations

import re
from functools import cache

from bot.words.units import found_in, is_apposed
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FILE = "bot.texts", "divided.tsv"
_BY = re.compile(r"(?<!\w)(?:by|in|par|en)(?: the| le)? (?:number|nombre)(?: of| de| d')(?: member)?\s*$")
_BY_IN_KOREAN = re.compile(r"^\s?(?:들?의)?\s?(?:개?수)\s?(?:로|기준|순)")
_MORE_IN_KOREAN = re.compile(r"(?:들?이|가|은|는)?\s?(?:수가?\s?)?더\s?(?:많|적)")
_COUNTED_IN_KOREAN = re.compile(r"(?:들?의)?\s?(?:개?수|숫자)|(?:이|가|은|는)?\s?(?:각각\s?)?몇")


def divided(text: str) -> str | None:
    """Return the unit of which a text asks which has the most or fewest of another, as `departement:commune`."""
    found, folded = found_in(text), bare(text)
    most, most_in_korean = _most()
    for counted in found:
        before, after = folded[: counted.start], folded[counted.end :]
        ranked_by = _BY.search(before) or (counted.hangul and _BY_IN_KOREAN.match(after))
        if ranked_by or most.search(before) or (counted.hangul and most_in_korean.match(after)):
            holders = [unit.unit for unit in found if unit.unit != counted.unit]
            return f"{holders[0]}:{counted.unit}" if holders else None
    return None


def asks_which_has_most(text: str) -> bool:
    """Tell whether a text asks which of a unit has the most of another; "the département X" is told already."""
    holder = (divided(text) or "").partition(":")[0]
    return any(unit.unit == holder and not is_apposed(text, unit) for unit in found_in(text))


def counted_in_each(text: str, unit: str) -> str:
    """Return the unit of which a text asks how many each of another has: "métropoles of …, with number of communes".

    Blank where none is counted beside the one that is listed.
    """
    folded = bare(text)
    forms = alternatives(wordings("bot.texts", "overall.tsv")["count"])
    ends = [match.end() for match in re.finditer(rf"(?<!\w)(?:{forms})(?: des?)?(?: its| their)? ?", folded)]
    counted = (
        found.unit
        for found in found_in(text)
        if found.unit not in unit
        and (
            _COUNTED_IN_KOREAN.match(folded, found.end)
            if found.hangul
            else any(found.start <= end <= found.end for end in ends)
        )
    )
    return next(counted, "")


def has_more_of(text: str) -> str:
    """Return the unit of which a Korean text asks who has more or fewer, blank for none: 군이 더 많은 쪽은?"""
    folded = bare(text)
    compared = (found.unit for found in found_in(text) if found.hangul and _MORE_IN_KOREAN.match(folded, found.end))
    return next(compared, "")


def says_fewest(text: str) -> bool:
    """Tell whether a text names the fewest, of whatever it counts."""
    return _fewest().search(bare(text)) is not None


@cache
def _most() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what asks for the most or the fewest: before the unit counted, and after a Korean one."""
    own = wordings(*_FILE)
    before = rf"(?<!\w)(?:{alternatives(own['before'])})(?: de| d'| of)?(?: member| communes? membres?)?\s*$"
    after = rf"^(?:들?이|가|의)?\s*(?:(?:개수|숫자|수)(?:가|는)? )?(?:{alternatives(own['superlative'])})\s*(?:많|적)"
    return re.compile(before), re.compile(after)


@cache
def _fewest() -> re.Pattern[str]:
    own = wordings(*_FILE)
    fewest, superlative = alternatives(own["fewest"]), alternatives(own["superlative"])
    return re.compile(rf"(?<!\w)(?:{fewest})(?!\w)|(?:{superlative})\s*적")
