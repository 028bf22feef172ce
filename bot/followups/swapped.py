"""The question before with a word now said in place of one of its own: "who runs schools? - And libraries?"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from bot.followups.country import home_named
from bot.words.question import Question
from bot.words.wording_on import WORD, content
from index.snapshot import Snapshot
from knowledge.text import HANGUL, bare

SWAPPED = 2
"""Words of the question before that the one now said may stand for."""
MOST_SAID = 2
"""Words of a question beyond which it asks something of its own."""


def swapped(question: Question, before: Question, snapshot: Snapshot) -> Iterator[Question]:
    """The question before with the word now said in place of the one most like it: "who runs schools? - libraries?"."""
    said, earlier = content(question), content(before)
    new = [word for word in said if not _said(word, before)]
    if len(new) != 1 or len(said) > MOST_SAID or not earlier or question.countries:
        return
    vectors = snapshot.model.encode([*new, *earlier], "query")
    for number in np.argsort(-(vectors[1:] @ vectors[0]), kind="stable")[:SWAPPED]:
        text = re.sub(rf"(?<!\w){re.escape(earlier[number])}(?!\w)", new[0], bare(before.text), count=1)
        yield replace(question, text=text, implied=home_named(before) or before.implied)


def _said(word: str, before: Question) -> bool:
    """Tell whether a word stood in the question before, but for what Korean puts at its end (시청은요)."""
    said = WORD.findall(bare(before.text))
    return word in said or any(
        min(len(word), len(other)) > 1 and (word.startswith(other) or other.startswith(word))
        for other in said
        if HANGUL.match(other)
    )
