"""Lands and cities of other countries that a question asks about: set beside a place of ours, or turned to after it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from index.names.mention import Mention
from knowledge.countries import Span, abroad, named
from knowledge.text import bare
from knowledge.wordings import alternatives, whole_words, wordings


def set_beside(text: str, places: Sequence[Mention]) -> list[tuple[Span, str]]:
    """Return where the lands and cities stand that a text compares with, or joins to, a place, and their countries.

    "Busan or Osaka, which is larger?"; one named in passing ("flying to Busan from Osaka") is no part of the question.
    Where it is asked who is whose partner, any is: "depuis quand Nantes et Cardiff sont-elles jumelées ?"
    """
    if not places:
        return []
    folded = bare(text)
    tied = whole_words("bot.texts", "counterparty.tsv", "twinned").search(folded) is not None
    return [
        ((start, end), code)
        for (start, end), code in abroad(text)
        if tied or any(_joins(folded, place.end, start) or _joins(folded, end, place.start) for place in places)
    ]


def foreign(text: str, guarded: Collection[str]) -> frozenset[str]:
    """Return the codes of the countries but those `guarded` that a text names, by themselves or by a land of theirs.

    The knowledge is about those guarded; where it says none, no country is foreign to it.
    """
    if not guarded:
        return frozenset()
    return frozenset(code for _, code in (*named(text), *abroad(text))) - {*guarded}


def is_abroad(text: str, countries: Collection[str], guarded: Collection[str]) -> bool:
    """Tell whether all that a text names of the world is a land or city of other countries: "Lausanne's canton?".

    `countries` are those it names, as codes.
    """
    return bool(guarded) and {*guarded}.isdisjoint(countries) and any(code not in guarded for _, code in abroad(text))


def _joins(folded: str, start: int, end: int) -> bool:
    return start <= end and _between().fullmatch(folded, start, end) is not None


@cache
def _between() -> re.Pattern[str]:
    return re.compile(rf"\s*,?\s*(?:{alternatives(wordings('bot.texts', 'abroad.tsv')['between'])})\s*")
