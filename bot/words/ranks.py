"""The words of a ranking: which end of it they ask for, which rank in it, and what is said around them."""

from __future__ import annotations

import re
from functools import cache

from bot.words.units import found_in
from knowledge.text import bare
from knowledge.wordings import alternatives, whole_words, wordings

_NUMBERED = ("rank_2", "rank_3", "rank_4", "rank_5")
_ENDS = ("most", "least")
ENDS = frozenset(_ENDS)
"""Kinds of words that ask for either end of a ranking."""
_FIRST = "first"
_ASKED = (*_ENDS, "next", *_NUMBERED)
_NAMING = ("others", "naming")
_AMOUNT, _AMONG = "amount", "among"
_AROUND = "ranked"
_WHICH, _IS_ASKED = "which_rank", "rank_is_asked"
_SMALL = "small"
_UNHELD, _COMES = "unheld", "comes"


def said(text: str) -> frozenset[str]:
    """Return the kinds of words in a text: `most`, `least`, `next`, `rank_2`… of a ranking, `others` and `naming`."""
    folded = bare(text)
    return frozenset(kind for kind in (*_ASKED, *_NAMING) if _patterns()[kind].search(folded))


def ends(text: str) -> frozenset[str]:
    """Return which ends of a ranking a text asks for: `most`, `least`, both or none."""
    return said(text) & ENDS


def numbered(kinds: frozenset[str]) -> int:
    """Return the rank that words give, of the kinds that `said` returns; 0 where they give none."""
    return next((int(kind.removeprefix("rank_")) for kind in _NUMBERED if kind in kinds), 0)


def comes_at(text: str) -> bool:
    """Tell whether a text says of something that it comes at a rank: "which one comes third?", "arrive en deuxième"."""
    folded, comes = bare(text), _patterns()[_COMES]
    starts = {match.start() for kind in _NUMBERED for match in _patterns()[kind].finditer(folded)}
    return any(match.end() + 1 in starts for match in comes.finditer(folded))


def numbers(text: str) -> bool:
    """Tell whether a text ends in a rank: "quelle est la 2e"."""
    return any(match.end() == len(text.rstrip()) for kind in _NUMBERED for match in _patterns()[kind].finditer(text))


def ends_in(text: str) -> frozenset[str]:
    """Return the kinds of words of a ranking in which a text ends, "la 2e", "the third largest"; none in any other."""
    folded = bare(text).rstrip()
    return frozenset(
        kind
        for kind in (*_ENDS, _FIRST, *_NUMBERED)
        for match in _patterns()[kind].finditer(folded)
        if match.end() == len(folded)
    )


def only_ranks(text: str) -> bool:
    """Tell whether a text says no more than which end of a ranking: "most", "the least populous"."""
    return whole_words("bot.texts", "overall.tsv", "most", "fewest").fullmatch(bare(text).strip()) is not None


def describes(text: str) -> bool:
    """Tell whether a text says of a unit that it is small, and of none that it is the smallest: "a small commune"."""
    if ends(text):
        return False
    small = _patterns()[_SMALL].finditer(bare(text))
    starts = {unit.start for unit in found_in(text)}
    return any(match.end() + 1 in starts for match in small)


def by_another_measure(text: str) -> bool:
    """Tell whether a text measures places by what is held of none: by area, by wealth, by density."""
    return _patterns()[_UNHELD].search(bare(text)) is not None


def asks_which(text: str) -> bool:
    """Tell whether a text asks which rank something has: "la combientième ville", 몇 위."""
    return _patterns()[_IS_ASKED].search(bare(text)) is not None


def without_which(text: str) -> str:
    """Return a text without accents and with blanks in place of the words that ask which rank something has."""
    return _without(text, (_WHICH, *_ASKED, _AROUND))


def ranks(kinds: frozenset[str]) -> bool:
    """Tell whether words ask for a place in a ranking, a rank or the next one."""
    return "next" in kinds or numbered(kinds) > 0


def ranks_any(text: str) -> bool:
    """Tell whether a text asks for an end of a ranking or a place in one: "the largest", "which comes third?"."""
    kinds = said(text)
    return bool(kinds & ENDS) or ranks(kinds)


def of_what_was_counted(text: str) -> bool:
    """Tell whether a text asks who has the most or fewest of what was counted before: not the most populous of it."""
    folded = bare(text)
    return bool(_patterns()[_AMOUNT].search(folded)) and not _patterns()[_AMONG].search(folded)


def without(text: str) -> str:
    """Return a text without accents and with blanks in place of the words of a ranking."""
    return _without(text, (*_ASKED, _AMOUNT, _AROUND))


def without_rank(text: str) -> str:
    """Return a text without accents and with blanks in place of the words that give a rank: "the second one"."""
    return _without(text, _NUMBERED)


def without_naming(text: str) -> str:
    """Return a text without accents and with blanks in place of the words that ask for names: "name the other two"."""
    return _without(text, (*_NAMING, _AROUND))


def _without(text: str, kinds: tuple[str, ...]) -> str:
    text = bare(text)
    for kind in kinds:
        text = _patterns()[kind].sub(lambda match: " " * len(match.group()), text)
    return text


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    forms = wordings("bot.texts", "ranks.tsv")
    kinds = (*_ASKED, _FIRST, *_NAMING, _AROUND, _AMOUNT, _AMONG, _WHICH, _IS_ASKED, _SMALL, _UNHELD, _COMES)
    return {kind: re.compile(rf"(?<!\w)(?:{alternatives(forms[kind])})(?![a-z0-9])[가-힣]*") for kind in kinds}
