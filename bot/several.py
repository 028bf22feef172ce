"""Messages of several sentences: one of them may be all that is asked, and two of them may ask two things."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from bot.alone import Alone, alone
from bot.answer import Decision
from bot.coordinated import JOINED
from bot.followup_words import words
from bot.question import Question, part, sentences
from bot.subject import Subject
from index.snapshot import Snapshot

ONE_SENTENCE = 0.8
"""How sure a sentence must be to answer for a message that gets nothing as a whole; fitted on the tune questions, of
which none out of scope has such a sentence."""
ALSO = 0.9
"""How sure a second sentence must be to be answered too."""
MOST = 8
"""A message of more is no question with its reasons, and each sentence costs a ranking."""
CUT_SHORT = 8
"""Words up to which a sentence after a question may ask without a question mark: "his phone", "et le site"."""
_MARKED = ("?", "？")
_KOREAN = re.compile("[가-힣]")
_ASKS_IN_KOREAN = re.compile(r"(?:나요|까요?|가요|죠|지요|는지|은지|을지|한지|주세요|려줘)\s?$")

Decide = Callable[[Question, Sequence[tuple[Question, Decision]]], Decision]
"""Decides on a sentence, given those before it and what they got."""


def by_itself(question: Question, snapshot: Snapshot, today: date) -> Alone:
    """Return what a question gets by itself, or what one of its sentences does where the whole gets nothing."""
    own = alone(question, snapshot, today)
    if own.decision.settled or own.decision.reason == "country":
        return own
    return one_sentence(question, snapshot, today) or own


def one_sentence(question: Question, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what one sentence of several gets by itself, where it is sure: the others tell why it is asked."""
    found = [alone(each, snapshot, today) for each in _sentences(question, snapshot)]
    sure = (own for own in found if own.decision.status == "answered" and own.decision.confidence >= ONE_SENTENCE)
    return max(sure, key=lambda own: own.decision.confidence, default=None)


def asked_also(question: Question, decision: Decision, decide: Decide, snapshot: Snapshot) -> Subject | None:
    """Return the second thing that a message asks, where its answer is that of one of its sentences only."""
    if decision.status != "answered" or len(decision.subjects) != 1:
        return None
    said = sentences(question.text)
    asking = [text for text, earlier in zip(said, ("", *said), strict=False) if _asks(text, earlier)]
    in_one = len(said) == 1 and decision.subjects[0].kind in ("table", "partners")
    if in_one:
        asking = said = clauses(question)
    if not 2 <= len(said) <= MOST or len(asking) < 2:  # each costs what a question costs
        return None
    given = decision.subjects[0]
    before: list[tuple[Question, Decision]] = []
    also: list[Subject] = []
    told = False
    for text in asking:
        sentence = part(text, question, snapshot)
        found = decide(sentence, before)
        before.append((sentence, found))
        if found.status != "answered":
            continue
        first = found.subjects[0]
        fits = first.kind in ("place", "table") and told if in_one else True
        if _is_of(first, given):
            told = True
        elif fits and found.confidence >= ALSO and (first.kind != "place" or first.intent):
            also.append(first)
    return also[0] if told and also else None


def clauses(question: Question) -> list[str]:
    """Return the parts of a sentence between words that join, but not those that join two names.

    "Which gu is KINTEX in, and how many people live there?"
    """
    named = [(m.start, m.end) for m in (*question.places, *question.contacts)]
    starts, ends = {start for start, _ in named}, {end for _, end in named}
    found, position = [], 0
    for match in JOINED.finditer(question.text):
        inside = any(start < match.end() and match.start() < end for start, end in named)
        if inside or (match.start() in ends and match.end() in starts):
            continue
        found.append(question.text[position : match.start()])
        position = match.end()
    found.append(question.text[position:])
    return [text.strip() for text in found if words(text)]


def _sentences(question: Question, snapshot: Snapshot) -> list[Question]:
    said = sentences(question.text)
    return [part(text, question, snapshot) for text in said] if 2 <= len(said) <= MOST else []


def _asks(text: str, earlier: str) -> bool:
    """Tell whether a sentence is a question: by its mark, or as a few words after one."""
    if text.endswith(_MARKED):
        return True
    if not earlier.endswith(_MARKED) or text.endswith((".", "!")):
        return False
    if _KOREAN.search(text):
        return bool(_ASKS_IN_KOREAN.search(text))
    return 2 <= words(text) <= CUT_SHORT


def _is_of(subject: Subject, given: Subject) -> bool:
    """Tell whether a subject is what was given, or a line of the same sheet."""
    return (subject.kind, subject.ids) == (given.kind, given.ids)
