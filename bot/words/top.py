"""How many places a ranking is asked to show: "top 10", 상위 10개; or all, in which order: "biggest to smallest"."""

from __future__ import annotations

import re
from functools import cache

from bot.words import numerals, ranks
from bot.words.beside import Beside
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

FEW = 5
"""Up to this number, as many are shown unasked."""
ALL = 30
"""Shown at most, where all are asked for."""
_FILE = "bot.texts", "top.tsv"
_ORDERS = ("smallest_first", "largest_first", "ordered")
_AROUND = " ?!.,"


def top(text: str) -> int:
    """Return the number of places that a text asks a ranking to show; ALL in order, 0 where it gives none, or a few."""
    folded = bare(text)
    for match in _number().finditer(folded):
        if _says_how_many_there_are(folded, match):
            continue
        if _asked().find(folded, *match.span()):
            wanted = _words().get(match.group()) or int(match.group())
            return wanted if wanted > FEW else 0
    return ALL if in_order(text) else 0


def in_order(text: str) -> str:
    """Return which end of a ranking comes first where a text asks for all of it, `largest` or `smallest`; else blank.

    "The largest city by population" asks for one: what it is ranked by is no order.
    """
    folded = bare(text)
    ends = (end for end in ("smallest", "largest") if whole_words(*_FILE, f"{end}_first").search(folded))
    end = next(ends, "")
    if end or ranks.ends(text):
        return end
    return "largest" if whole_words(*_FILE, "ordered").search(folded) else ""


def order_named(text: str) -> list[tuple[int, int]]:
    """Return where a text says in which order, in the text without accents."""
    return [match.span() for match in whole_words(*_FILE, *_ORDERS).finditer(bare(text))]


def only_orders(text: str) -> bool:
    """Tell whether a text says no more than what places are ranked by, or in which order: "en habitants"."""
    words = whole_words(*_FILE, *_ORDERS, "ranked_by")
    return words.fullmatch(bare(text).strip(_AROUND)) is not None


def among(text: str) -> bool:
    """Tell whether a text says among how many one is asked for: "laquelle des 24 communes", 25개 구 중에."""
    folded = bare(text)
    return any(_says_how_many_there_are(folded, number) for number in _number().finditer(folded))


def is_among(text: str, start: int) -> bool:
    """Tell whether the unit that begins there is that among which one is asked for: "parmi les villes", 시 중에."""
    return _among().find(bare(text), start, start) is not None


def only_among(text: str) -> bool:
    """Tell whether a text only says among how many something that follows is asked for: "of Seoul's 25 gu"."""
    opening = alternatives(wordings(*_FILE)["among"])
    return re.match(rf"(?:{opening})(?!\w).*(?<![\w.,])\d{{1,3}}\s", bare(text)) is not None


def averages(text: str) -> bool:
    """Tell whether a text asks for a mean or a median."""
    return whole_words(*_FILE, "average").search(bare(text)) is not None


def without_averages(text: str) -> str:
    """Return a text with blanks for the words that ask for a mean or a median."""
    for match in whole_words(*_FILE, "average").finditer(bare(text)):
        text = blanked(text, *match.span())
    return text


def _says_how_many_there_are(folded: str, number: re.Match[str]) -> bool:
    """Tell whether a number counts those of which one is asked for: "laquelle des 24 communes", 31개 시군 가운데."""
    return _among().find(folded, *number.span()) is not None


@cache
def _among() -> Beside:
    """Return what stands beside a number of those among which one is asked for."""
    own = wordings(*_FILE)
    opening = rf"(?:^|[.?!,:;]\s*)(?:{alternatives(own['among_opening'])}|of\s\S+'s)"
    return Beside(
        re.compile(rf"(?:(?<!\w)(?:{alternatives(own['among_before'])})|{opening})\s?$"),
        re.compile(rf"\s?(?:개|곳)?(?:의)?\s?[가-힣]+\s?(?:{alternatives(own['among_after'])})(?![가-힣]{{2}})"),
    )


@cache
def _number() -> re.Pattern[str]:
    """Return the pattern of a number of places, in figures or in words."""
    return re.compile(rf"(?<![\w.,])(?:\d{{1,3}}|{alternatives(_words())})(?![.,]?\d)(?![a-z])")


@cache
def _asked() -> Beside:
    """Return what stands beside a number of places that a ranking is asked to show."""
    own = wordings(*_FILE)
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(own['before'])})\s?$"),
        re.compile(rf"\s?(?:\S+ )?(?:{alternatives(own['after'])})(?![a-z])"),
    )


@cache
def _words() -> dict[str, int]:
    """Return the numbers that are written as words."""
    return {word: int(number) for word, number in numerals.valued(*_FILE, "number").items()}
