"""The question before with a word now said in place of one of its own: "who runs schools? - And libraries?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bot.followups.country import home_named
from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import WORD, content, content_beside, said
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.places import Gazetteer
from knowledge.text import HANGUL, bare

SWAPPED = 2
"""Words of the question before that the one now said may stand for."""
_CLOSED = re.compile(r"(?<=[가-힣][은는도])요$")
MOST_SAID = 2
"""Words of a question beyond which it asks something of its own."""


def swapped(question: Question, before: Question, snapshot: Snapshot) -> Iterator[Question]:
    """The question before with the word now said in place of the one most like it: "who runs schools? - libraries?"."""
    words, earlier = content(question), content(before)
    new = [word for word in words if not _said(word, before)]
    if len(new) != 1 or len(words) > MOST_SAID or not earlier or question.countries:
        return
    vectors = snapshot.model.encode([*new, *earlier], "query")
    for number in np.argsort(-(vectors[1:] @ vectors[0]), kind="stable")[:SWAPPED]:
        own = re.compile(rf"(?<!\w){re.escape(earlier[number])}(?!\w)")
        text = own.sub(_in_a_sentence(new[0]), bare(before.text), count=1)
        yield replace(question, text=text, implied=home_named(before) or before.implied)


def of_the_others(question: Question, before: Question, gazetteer: Gazetteer) -> Question | None:
    """Return the question before asked of the others of a unit that the place named in it is one of.

    "Where is Chungnam's provincial office? - And the other provinces?" None where a question says more.
    """
    named = units.found_in(question.text)
    if question.names_any or question.countries or len(named) != 1 or len(before.places) != 1 or before.contacts:
        return None
    mention, unit = before.places[0], named[0]
    place = gazetteer[mention.places[0]]
    if said(question.text, "others") is None or place.kind not in units.kinds_of(unit.unit, place.country):
        return None
    if content_beside(replace(question, text=units.without(question.text)), "others"):
        return None
    others = question.text[unit.start : unit.end]
    text = f"{before.text[: mention.start]}{others}{before.text[mention.end :]}"
    return replace(question, text=text, places=(), implied=countries.CODES[place.country])


def _in_a_sentence(word: str) -> str:
    """Return a word as it stands within a sentence: without the ending of politeness that closes one (면장은요)."""
    return _CLOSED.sub("", word)


def _said(word: str, before: Question) -> bool:
    """Tell whether a word stood in the question before, but for what Korean puts at its end (시청은요)."""
    earlier = WORD.findall(bare(before.text))
    return word in earlier or any(
        min(len(word), len(other)) > 1 and (word.startswith(other) or other.startswith(word))
        for other in earlier
        if HANGUL.match(other)
    )
