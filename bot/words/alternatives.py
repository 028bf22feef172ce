"""Alternatives for where a place lies: "Sainte-Ménehould, Ardennes ou Marne ?", "in Suriname or French Guiana?"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from bot.words.hierarchy import of_one_level_above
from index.names.mention import Mention
from knowledge.countries import HOMES, Span
from knowledge.places import Gazetteer
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_SET_OFF = re.compile(r"\s*,\s*")
_NUMBERED = re.compile(r"\s?\((?:\d\d\d?|2[AB])\)")


def where_it_lies(text: str, places: Sequence[Mention], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the place asked about, the one it lies in and the alternatives to that; nothing without alternatives.

    Of what is named, the first place, or the last that a comma sets off, lies in one of the others, which are of one
    level and joined as alternatives.
    """
    named = tuple(dict.fromkeys(mention.places[0] for mention in places))
    if len(named) < 3:
        return ()
    last = places[-1]
    set_off = _SET_OFF.fullmatch(text, places[-2].end, last.start) is not None
    for inner, *others in (named, (last.places[0], *named[:-1])) if set_off else (named,):
        outer = [mention for mention in places if mention.places[0] in others]
        joins = [text[one.end : other.start] for one, other in pairwise(outer)]
        if len(of_one_level_above(inner, others, gazetteer)) == 1 and all(map(are_alternatives, joins)):
            return (inner, *others)
    return ()


def is_alternative(text: str, span: Span, named: Iterable[tuple[Span, str]], places: Sequence[Mention]) -> bool:
    """Tell whether a foreign country is but an alternative to where a place lies: "in Suriname or French Guiana?".

    A place is named before, and what is joined to the country is at home.
    """
    before = [mention for mention in places if mention.end <= span[0]]
    match = _joined_after().match(bare(text), span[1])
    if not before or match is None:
        return False
    after = [start for (start, _), code in named if code in HOMES] + [mention.start for mention in places]
    return any(start >= match.end() for start in after)


def homonym_is_told(text: str, places: Sequence[Mention]) -> bool:
    """Tell whether a name stands twice and a number makes one of them French: "Bruges en Belgique, et Bruges (33) ?".

    Then a foreign country is that of the other.
    """
    numbered = [m for m in places if _NUMBERED.match(text, m.end)]
    plain = {bare(m.text) for m in places if m not in numbered}
    return any(bare(mention.text) in plain for mention in numbered)


def are_alternatives(between: str) -> bool:
    """Tell whether what stands between two names offers the second as an alternative: "or", "ou le", 인지."""
    return any(pattern.search(bare(between)) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a word that joins two names as alternatives, and of what is stuck to the first."""
    forms = wordings("bot.texts", "alternatives.tsv")
    return (
        re.compile(rf"(?<!\w)(?:{alternatives(forms['or'])})(?!\w)"),
        re.compile(rf"^\s?(?:{alternatives(forms['each'])})(?![가-힣])"),
    )


@cache
def _joined_after() -> re.Pattern[str]:
    """Return the pattern of the word that joins a further alternative right after a name."""
    return re.compile(rf"[\s,?]*(?:{alternatives(wordings('bot.texts', 'alternatives.tsv')['or'])})(?!\w)")
