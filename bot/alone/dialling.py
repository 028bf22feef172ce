"""A code to dial is of a country, not of an office: "from Seoul to Lyon, which country code?" is of calls to France."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.sheets import kinds
from bot.words.question import Question
from bot.words.units import offices_mentioned
from knowledge import countries
from knowledge.places import Gazetteer
from knowledge.text import bare
from knowledge.wordings import alternatives, whole_words, wordings

_FILE = ("bot.texts", "dialling.tsv")
_Named = tuple[int, int, str]
"""Where a place or country is named, and the code of the country that it is in."""


def of_country(question: Question, gazetteer: Gazetteer) -> Question | None:
    """Return a question that asks for a code to dial, of the country that is called, towns named by theirs; else None.

    That country is the one from which nobody calls; None unless it is just one. Who asks for the number itself, or that
    of an office or body, is given that.
    """
    folded = bare(question.text)
    if whole_words(*_FILE, "code").search(folded) is None or question.contacts or not _homes_only(question):
        return None
    if whole_words(*_FILE, "number").search(folded) or offices_mentioned(question.text):
        return None
    towns = [(m.start, m.end, countries.CODES[gazetteer[m.places[0]].country]) for m in question.places]
    spans = [(*span, code) for span, code in countries.named(question.text) if code in countries.HOMES]
    named = sorted([*towns, *(each for each in spans if not any(m.overlaps(*each[:2]) for m in question.places))])
    called = countries.home({code for start, end, code in named if not _is_from(folded, (start, end, code), named)})
    if called is None:
        return None
    text = question.text
    for start, end, code in reversed(towns):
        text = f"{text[:start]}{kinds.country(countries.HOMES[code], question.language)}{text[end:]}"
    return replace(question, text=text, places=(), countries=question.countries | {called}, implied=called)


def _homes_only(question: Question) -> bool:
    """Tell whether a question names no third country."""
    return question.countries <= {*countries.HOMES}


def _is_from(folded: str, one: _Named, named: list[_Named]) -> bool:
    """Tell whether one of the places named is where somebody calls from: "depuis …", …에서, "de … à …"."""
    before, with_to, to, after = _markers()
    if before.search(folded, 0, one[0]) or after.match(folded, one[1]):
        return True
    others = [other for other in named if other != one]
    return bool(with_to.search(folded, 0, one[0])) and any(to.search(folded, 0, other[0]) for other in others)


@cache
def _markers() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before where one calls from, the same where it must be told to where, that, and after it."""
    own = wordings(*_FILE)
    before, with_to, to = (
        re.compile(rf"(?<!\w)(?:{alternatives(own[kind])})\s*(?:(?:la|le|l')\s*)?$")
        for kind in ("from", "from_with_to", "to")
    )
    return before, with_to, to, re.compile(rf"(?:{alternatives(own['from_after'])})(?!\w)")
