"""Which place of a name a text means by where it says that it lies: "the overseas one", 남쪽 고성.

A part of France, a sea or a side is no place that could tell it by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from bot.words.hierarchy import is_overseas
from bot.words.sides import SIDES, are_opposite, farthest
from index.names.aside import is_set_aside
from index.names.mention import Mention
from knowledge.places import Gazetteer, Place
from knowledge.text import bare
from knowledge.wordings import alternatives, whole_words, wordings

_PARTS = ("mainland", "overseas")
_SEAS = {
    "caribbean": ("fr-dep-971", "fr-dep-972", "fr-col-977", "fr-col-978"),
    "indian_ocean": ("fr-dep-974", "fr-dep-976"),
    "pacific": ("fr-col-986", "fr-col-987", "fr-col-988"),
}
"""What of France lies in a sea: the names of places lie in these, or are these."""
_LINK = r"(?:(?:de|du|des|d'|en|a|au|aux|dans|cote|in|on|from|of|la|le|les|l'|the)\s*)*"
"""What may stand between such words and what they are said of, in a text without accents."""
_AFTER_NAME = re.compile(rf"[\s,(]+{_LINK}")
_IN_BRACKETS = re.compile(rf"\s?\(\s?{_LINK}")
_ARTICLE = re.compile(r"(?:l[ae] |l')(?:metropolitain|ultramarin)")
_THE = re.compile(r"(?<!\w)the $")
_BEFORE_NAME = re.compile(r"(?:에\s?(?:있는|위치한)|의|\s?쪽|\s?쪽에 있는)?\s")

Span = tuple[int, int]
Said = tuple[tuple[str, ...], int, int]
"""What is said of where one lies, as the kinds of words that say it, and where they begin and end."""


def narrowed(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> tuple[tuple[Mention, ...], list[Span]]:
    """Return the mentions with those of several places narrowed to what lies where the text says that the one does.

    And where the words stand that say so. Where nothing of the name lies there, they tell something else.
    """
    if not any(len(mention.places) > 1 or mention.others for mention in mentions):
        return tuple(mentions), []
    folded, told, spans = bare(text), list[Mention](), list[Span]()
    named = [(mention.start, mention.end) for mention in mentions if not _is_side(mention)]
    meant = dict[tuple[str, ...], tuple[str, ...]]()
    said = [*_said(folded)]  # of the text alone, which it searches with a dozen patterns: not once more for each name
    for mention in mentions:
        after = next((start for start, _ in named if start > mention.start), len(text))
        likely, others = ([gazetteer[id] for id in ids] for ids in (mention.places, mention.others))
        found = _meant(folded, said, mention, after, likely, others, named)
        if found is not None:
            spans.append(found[1])
            meant[mention.places] = found[0]
        told.append(mention)
    each = (replace(m, places=meant[m.places], others=()) if m.places in meant else m for m in told)
    return tuple(m for m in each if not any(m.overlaps(*span) for span in spans)), spans


def seas(text: str) -> list[Span]:
    """Return where a text names a sea: in "the Indian Ocean" no one speaks of India."""
    return [match.span() for match in whole_words("bot.texts", "telling.tsv", *_SEAS).finditer(bare(text))]


def _is_side(mention: Mention) -> bool:
    """Tell whether what was taken for a name may well be a side: "celui du nord", in small letters."""
    side = whole_words("bot.texts", "telling.tsv", *SIDES).fullmatch(mention.text)
    return side is not None and mention.text.islower()


def _meant(
    folded: str,
    said: Iterable[Said],
    mention: Mention,
    after: int,
    likely: Sequence[Place],
    others: Sequence[Place],
    named: Sequence[Span],
) -> tuple[tuple[str, ...], Span] | None:
    """Return the ids of the places that lie where a text says, and where it does; None where it tells none apart.

    `said` is all that the text says of that; what it says of this one stands before the next name, which begins
    `after`. One not likely by its size may be told by a part of France or a sea; a side of a whole country is too wide.
    """
    for kinds, start, end in said:
        if end > after or any(begin < end and start < to for begin, to in named):
            continue
        span = _beside(folded, mention, kinds, start, end)
        candidates = likely if kinds[0] in SIDES else (*likely, *others)
        if span is None or len(candidates) < 2:
            continue
        there = _lying(kinds, candidates)
        if not 0 < len(there) < len(candidates):
            continue
        apart = is_set_aside(folded, *span)
        kept = [place for place in candidates if (place not in there) == apart]
        return tuple(place.id for place in kept if place in likely) or tuple(place.id for place in kept), span
    return None


def _said(folded: str) -> Iterator[Said]:
    """Yield what is said of where one lies, in words that overlap together: "southwest" says two sides."""
    found = [
        (match.start(), match.end(), kind)
        for (name, *kinds) in _FILES
        for kind in kinds
        for match in whole_words("bot.texts", name, kind).finditer(folded)
    ]
    for start, group in groupby(sorted(found), key=lambda each: each[0]):
        several = list(group)
        end = max(to for _, to, _ in several)
        yield tuple(kind for _, to, kind in several if to == end), start, end


_FILES = (("reach.tsv", *_PARTS), ("telling.tsv", *_PARTS, *_SEAS, *SIDES))


def _beside(folded: str, mention: Mention, kinds: Iterable[str], start: int, end: int) -> Span | None:
    """Return where words stand, with those that point, if they are said of the one meant; else None.

    A side needs more than to stand behind the name: "Daejeon in the south" tells of Daejeon.
    """
    before, after = _the_one()
    if match := before.search(folded, mention.end, start):
        return match.start(), end
    if match := after.match(folded, end):
        article = _THE.search(folded, 0, start)
        return article.start() if article else start, match.end()
    if start >= mention.end and _ARTICLE.match(folded, start):  # "la métropolitaine" points by itself
        return start, end
    of_side = not SIDES.keys().isdisjoint(kinds)
    if start >= mention.end and (_IN_BRACKETS if of_side else _AFTER_NAME).fullmatch(folded, mention.end, start):
        return start, end
    if end <= mention.start and _BEFORE_NAME.fullmatch(folded, end, mention.start):
        return start, end
    return None


def _lying(kinds: Sequence[str], candidates: Sequence[Place]) -> list[Place]:
    """Return the places that lie in a part of France, in a sea, or farthest to the sides that were said."""
    first = kinds[0]
    if first in _SEAS:
        return [place for place in candidates if {place.id, *place.parents} & {*_SEAS[first]}]
    if first in _PARTS:
        france = (place for place in candidates if place.country == "fr")
        return [place for place in france if is_overseas(place.id, place.parents) == (first == "overseas")]
    return [] if are_opposite(kinds) else farthest(candidates, kinds)


@cache
def _the_one() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what stands before and after the words that tell the one meant: "the one in the …", "… one", 해외 쪽."""
    one = alternatives(wordings("bot.texts", "telling.tsv")["one"])
    return (
        re.compile(rf"(?<!\w)(?:{one})\s+{_LINK}$"),
        re.compile(rf"(?:에\s?(?:있는|위치한))?[\s-]?(?:{one})(?![a-z])"),
    )
