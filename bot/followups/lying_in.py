"""Words that tell a place by what lies in it: "the province it is in", "its province", 거기가 속한 도."""

from __future__ import annotations

import re
from functools import cache

from bot.words import units, whole_named
from bot.words.wording_on import definite
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_ARTICLE = "그 "
"""What the clause before a Korean noun leaves in its place: it makes it a definite one, as it did."""


def without_clause(text: str) -> str:
    """Return a text with blanks for a clause that says no more than that what is spoken of lies there."""
    folded = bare(text)
    after, before = _patterns()
    for match in after.finditer(folded):
        text = text[: match.start()] + " " * len(match.group()) + text[match.end() :]
    for match in before.finditer(folded):
        blank = " " * (len(match.group()) - len(_ARTICLE)) + _ARTICLE
        text = text[: match.start()] + blank + text[match.end() :]
    return text


def spans_of_whole(text: str) -> list[tuple[int, int, str]]:
    """Return from where to where words mean what the place spoken of lies in, and by which unit they tell it.

    "The intercommunality it belongs to", "in its région", 그 시가 속한 도.
    """
    folded, found = bare(text), list[tuple[int, int, str]]()
    after, before = _patterns()
    for unit in (unit for unit in units.found_in(text) if not unit.several):
        clause = after.match(folded, unit.end)
        led = next((match for match in before.finditer(folded) if match.end() == unit.start), None)
        its = led.start() if led is not None else whole_named.start_of_its(text, unit)
        if clause is not None:
            start, _ = definite(text, unit.start, unit.end) or (unit.start, unit.end)
            found.append((start, clause.end(), unit.unit))
        elif its is not None:
            found.append((its, unit.end, unit.unit))
    return [each for each in found if not any(other[0] <= each[0] < each[1] < other[1] for other in found)]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a clause after a noun, and of one before a noun in Korean."""
    own = wordings("bot.texts", "followup.tsv")
    after, before = alternatives(own["lying_in"]), alternatives(own["lying_in_before"])
    return (
        re.compile(rf"(?<=\w)\s(?:{after})(?!\w)"),
        re.compile(rf"(?<!\w)(?:(?:그|이|해당) ?[가-힣]{{1,5}}|거기|여기|그곳|그게)[이가은는]? ?(?:{before})\s"),
    )
