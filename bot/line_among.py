"""One line asked for in one sentence of a message of which the others tell why: "the phone of …? We look for …"."""

from __future__ import annotations

from datetime import date

from bot.alone import Alone, alone
from bot.asked_of import REACHING
from bot.followup_words import says_something
from bot.question import Question, part
from bot.reaching import LINE
from bot.sentences import is_marked, sentences
from bot.ways import ANY, WHERE, ways
from index.snapshot import Snapshot

MOST = 4
"""Sentences up to which a message may tell why it asks for one line."""
SURE = 0.9
"""From here on what the whole message gets stands, whatever one of its sentences asks for."""


def line_among(question: Question, own: Alone, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what the one sentence that speaks of a way to reach something gets, where it is that line or its lack.

    None where another sentence asks too, where the sentence names nothing, and where the message as a whole, which
    gets `own`, is surely answered.
    """
    decision = own.decision
    if decision.reason == "line" or (decision.status == "answered" and decision.confidence >= SURE):
        return None
    said = [text for text in sentences(question.text) if says_something(text)]
    asking = [text for text in said if ways(text) - {ANY, WHERE}]
    if not 2 <= len(said) <= MOST or len(asking) != 1:
        return None
    if any(is_marked(text) for text in said if text not in asking):
        return None
    sentence = part(asking[0], question, snapshot)
    if not sentence.names_any:
        return None
    found = alone(sentence, snapshot, today)
    lines = [subject.intent for subject in found.decision.subjects]
    surely = lines and found.decision.confidence >= LINE and all(line in REACHING for line in lines)
    return found if surely or found.decision.reason == "line" else None
