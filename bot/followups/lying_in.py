"""Relative clauses that tell a place by what lies in it: "the province it is in", 거기가 속한 도."""

from __future__ import annotations

import re
from functools import cache

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


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a clause after a noun, and of one before a noun in Korean."""
    own = wordings("bot.texts", "followup.tsv")
    after, before = alternatives(own["lying_in"]), alternatives(own["lying_in_before"])
    return (
        re.compile(rf"(?<=\w)\s(?:{after})(?!\w)"),
        re.compile(rf"(?<!\w)(?:(?:그|이|해당) ?[가-힣]{{1,5}}|거기|여기|그곳|그게)[이가은는]? ?(?:{before})\s"),
    )
