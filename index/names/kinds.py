"""Kinds of place told or set aside away from a name: "Vienne, the town, not the department", 비엔 데파르트망 말고."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from index.names.aside import set_aside_forms
from index.names.signs import KINDS_TOLD
from index.names.signs_korean import KINDS_TOLD as KOREAN_KINDS_TOLD
from index.names.tokens import Token
from knowledge.text import bare

_ARTICLES = ("the", "le", "la", "l")
_ARTICLE = r"(?:(?:de |a |of |in |as )?(?:the |la |le |l['’])|du |au )"
_ENDS = r"(?=\s*(?:$|[,;:.?!()–—]|- ))"
_MARKS = frozenset(",;:(-–—")
_GOES_ON = frozenset("near not pas non next close pres et and".split())


def denied(text: str) -> tuple[str, ...]:
    """Return the kinds of place that a text sets aside."""
    latin, hangul = _patterns()
    folded = bare(text)
    told = [KINDS_TOLD[match["kind"]] for match in latin.finditer(folded)]
    told += [KOREAN_KINDS_TOLD[match["kind"]] for match in hangul.finditer(folded)]
    return tuple(kind for kinds in told for kind in kinds)


def spans_denied(text: str) -> list[tuple[int, int]]:
    """Return where a text sets kinds of place aside, with the words that do."""
    folded = bare(text)
    return [match.span() for pattern in _patterns() for match in pattern.finditer(folded)]


def in_apposition(tokens: Sequence[Token], end: int) -> tuple[str, ...]:
    """Return the kinds that a text tells after a name and a mark, as no more than what it is: "Vienne, the town, …"."""
    if end + 1 >= len(tokens) or not _is_marked(tokens[end]) or tokens[end].word not in _ARTICLES:
        return ()
    further = tokens[end + 2] if end + 2 < len(tokens) else None
    closed = further is None or _is_marked(further) or further.word in _GOES_ON
    return KINDS_TOLD.get(tokens[end + 1].word, ()) if closed else ()


def _is_marked(token: Token) -> bool:
    """Tell whether a mark parts a token from the one before, which a hyphen without spaces does not."""
    mark = token.gap.strip()
    return mark != "" and set(mark) <= {*_MARKS, ")", " "} and token.gap != "-"


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a kind set aside in Latin letters and in Hangul."""
    before, after = set_aside_forms()
    latin, hangul = "|".join(KINDS_TOLD), "|".join(KOREAN_KINDS_TOLD)
    return (
        re.compile(rf"(?<!\w)(?:(?:et|and) )?(?:{before})\s+{_ARTICLE}(?P<kind>{latin}){_ENDS}"),
        re.compile(rf"(?<!\w)(?P<kind>{hangul})\s?(?:{after})(?!\w)"),
    )
