"""Names of places in a list, in a comparison, or of which one is said to be in the other: each tells of the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from index.names.tokens import Token
from knowledge.wordings import wordings

_WORDS = wordings("index.names", "signs.tsv")
_LISTING, _BEFORE_COMPARING, _BEFORE_OTHER, _COMPARING, _BELONGING = (
    frozenset(_WORDS[kind]) for kind in ("listing", "before_comparing", "before_other", "comparing", "belonging")
)


def stands_beside(tokens: Sequence[Token], start: int, end: int, names: Collection[int]) -> bool:
    """Tell whether a name in capitals stands in a list with one of the tokens that are names: Tchongju et Chungju.

    Who writes no capitals but where a sentence begins writes none of names either.
    """
    after = end + 1 in names and end < len(tokens) and tokens[end].word in _LISTING
    before = start - 2 in names and tokens[start - 1].word in _LISTING
    small = not any(token.capital and not token.first for token in tokens)
    return (tokens[start].capital or small) and (after or before)


def compares(tokens: Sequence[Token]) -> bool:
    """Tell whether a message has a word that compares: larger, moins."""
    return any(token.word in _COMPARING for token in tokens)


def is_compared(tokens: Sequence[Token], start: int, end: int, other: int) -> bool:
    """Tell whether a name heads a sentence that compares it with the other one (Tours est plus peuplée que Limoges)."""
    if not tokens[start].first or not end < other or tokens[end].word not in _BEFORE_COMPARING:
        return False
    return tokens[other - 1].word in _BEFORE_OTHER and any(token.word in _COMPARING for token in tokens[end:])


def belongs(tokens: Sequence[Token], start: int, end: int, other: int) -> bool:
    """Tell whether a name heads a sentence that says no more than that it is in the other: "Alès fait partie de …"."""
    between = [token.word for token in tokens[end:other]]
    return tokens[start].first and len(between) > 1 and all(word in _BELONGING for word in between)
