"""The case of a place, after a card told what holds for its kind: "who heads a département? - And Alsace?"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.followups.pronouns import spelled_out
from bot.subject import Subject
from bot.words import units
from bot.words.masking import at_mask
from bot.words.question import Question
from bot.words.wording_on import content_beside
from index.ranking.variants import MASK
from knowledge import countries
from knowledge.places import Gazetteer
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, wordings

_BESIDE = ("holds_too", "polite")


def of_one_named(question: Question, before: Question, last: Subject | None, gazetteer: Gazetteer) -> Question | None:
    """Return the question before asked of the one place now named, in place of the kind it was asked of; else None.

    A card told it of all of that kind, which the country of the place has. The place may be of another: Alsace is no
    département, and its own sheet tells who heads it.
    """
    if last is None or last.kind != "card" or before.names_any or question.contacts:
        return None
    if spelled_out(question, before) is not None or units.are_counted(before.text):
        return None  # those that lie there: "et ceux de Paris ?", "how many communes has France? - And Brittany?"
    if (only := question.only_place) is None or content_beside(question, *_BESIDE) or units.found_in(question.masked):
        return None
    place, found = gazetteer[only], units.found_in(before.text)
    if len({each.unit for each in found}) != 1 or not units.kinds_of(found[0].unit, place.country):
        return None
    article = _article().search(bare(before.text), 0, found[0].start)
    start = article.start() if article is not None else found[0].start
    text = f"{before.text[:start]}{MASK}{_without_country(before.text[found[0].end :])}"
    return replace(question, text=text, places=(at_mask(start, (only,)),))


def _without_country(text: str) -> str:
    """Return what follows a kind with blanks for the country it is of: the place lies there anyway."""
    for (start, end), _ in countries.named(text):
        within = _within().search(bare(text), 0, start)
        text = blanked(text, start if within is None else within.start(), end)
    return text


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings('bot.texts', 'followup.tsv')['article'])})\s?$")


@cache
def _within() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings('bot.texts', 'same.tsv')['within'])})\s+$")
