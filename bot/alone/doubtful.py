"""Words that may be names of places, taken for such where what is asked of them is surely asked of a place.

"combien d'habitants a guéret": who types no capital leaves the finder of names without a sign, but nothing else is
asked in these words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.alone.leading import HARDLY
from bot.tables.intents import RULE, WHOLE, likeliest
from bot.words import courtesy
from bot.words.naming import script
from bot.words.question import Question
from index.snapshot import Snapshot

SURE = 0.9
"""How sure a line or table must be."""
MOST = 3
"""Names tried: each costs an encoding."""


def readings(question: Question, snapshot: Snapshot) -> Iterator[Question]:
    """Give the question with a doubtful name as a place, where it surely asks something of it; the longest first."""
    if question.names_any or snapshot.names is None or snapshot.placed is None:
        return
    for mention in snapshot.names.doubtful(question.text, script(question.text))[:MOST]:
        read = replace(question, places=(mention,))
        text = courtesy.asked(read.masked)
        ranking = snapshot.placed.rank(text, snapshot.model.encode([text], "query")[0], question.language)
        intent, confidence = likeliest(ranking)
        if confidence >= SURE and ranking.outside < HARDLY and intent != WHOLE and not intent.startswith(RULE):
            yield read
