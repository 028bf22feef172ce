"""Places that are named only to tell where one named after them lies: "in Gangwon, how many people has Hwacheon?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot.words.beside import Beside
from bot.words.hierarchy import and_now
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.places import Gazetteer
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, wordings

_MARK = re.compile(r"\s?[,:;/>·(–—-]\s?")
"""What stands between a place and one in it that is named next: "Drôme : Die"."""
_OPENS, _CLOSES = re.compile(r"\s?[,(]\s?"), re.compile(r"\s?[,)]\s?\w")


def without_whereabouts(question: Question, gazetteer: Gazetteer) -> Question | None:
    """Return a question without the places that only tell where another lies, and what says so; None without such.

    강원도에 화천이라고 있던데 인구는요? What is asked may be of the one that it lies in all the same: "in Brittany, is
    Rennes the capital?".
    """
    found = [*_whereabouts(question, gazetteer)]
    if not found:
        return None
    text = question.text
    for _, span in found:
        text = blanked(text, *span)
    telling = [mention for mention, _ in found]
    return replace(question, text=text, places=tuple(m for m in question.places if m not in telling))


def _whereabouts(question: Question, gazetteer: Gazetteer) -> Iterator[tuple[Mention, tuple[int, int]]]:
    """Yield the places that only tell where another lies, with where that is said."""
    folded = bare(question.text)
    for number, mention in enumerate(question.places):
        before = [other for other in question.places[:number] if _lies_in(other, mention, gazetteer)]
        after = [other for other in question.places[number + 1 :] if _lies_in(other, mention, gazetteer)]
        span = _inside().span(folded, mention.start, mention.end) if before or after else None
        if span is not None and (after or _is_aside(folded, before[-1].end, *span)):
            yield mention, span
        elif after and _MARK.fullmatch(folded, mention.end, after[0].start):
            yield mention, (mention.start, after[0].start)


def _is_aside(folded: str, named: int, start: int, end: int) -> bool:
    """Tell whether marks part what follows a name that ends at `named` from all else: "Montreuil, dans le 93, …"."""
    return _OPENS.fullmatch(folded, named, start) is not None and _CLOSES.match(folded, end) is not None


def _lies_in(mention: Mention, above: Mention, gazetteer: Gazetteer) -> bool:
    """Tell whether a place lies in another, or in what that has become: 전남에 순천."""
    holding = {id for each in above.places for id in and_now(each, gazetteer)}
    return not holding.isdisjoint(gazetteer[mention.places[0]].parents)


@cache
def _inside() -> Beside:
    """Return what stands beside the name of what a place is said to be in."""
    forms = wordings("bot.texts", "where.tsv")
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(forms['in'])})\s*(?:la |le |les |l'|the )?$"),
        re.compile(rf"(?:시|군|구|도)?\s?(?:{alternatives(forms['in_after'])})(?=[\s,])"),
    )
