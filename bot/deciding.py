"""Decides what a question gets: a subject, a choice, or an honest "I don't know". No language, no I/O.

In order: nothing to read, courtesy, a phrasing met before, a language not spoken, and then the question as it stands by
itself or as it goes on from the turns before.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot import courtesy, followup
from bot.alone import Alone, alone, subject
from bot.answer import Decision
from bot.composing import content, title
from bot.question import LONGEST, Question, sentences, understand
from bot.subject import Subject
from index.calibration import log_odds
from index.snapshot import Snapshot
from index.variants import CARD, CONTACT, INTENT, item, parts
from knowledge.text import fold

REMEMBERED = ("answered", "clarify", "unknown")
"""Statuses of a turn that a follow-up may go on from."""
COVERED = 0.6
"""Share of a follow-up's wording from which the card shown speaks in its words."""
ONE_SENTENCE = 0.8
"""How sure a sentence must be to answer for a message that gets nothing as a whole; fitted on the tune questions, of
which none out of scope has such a sentence."""
MOST_SENTENCES = 8
"""A message of more is no question with its reasons, and each sentence costs a ranking."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and what was decided on it."""

    question: Question
    decision: Decision


def decide(question: Question, snapshot: Snapshot, history: Sequence[Turn], today: date) -> Decision:
    """Return the decision on a question, given the turns before it (oldest first)."""
    if not fold(question.text):
        return Decision("unknown", reason="empty")
    if len(question.text) > LONGEST:
        return Decision("unknown", reason="too_long")
    kind = courtesy.recognise(question.text)
    if kind is not None:
        return Decision("courtesy", confidence=1.0, courtesy=kind)
    met = _met(question, snapshot)
    if met is not None:
        return Decision("answered", (met,), 1.0)
    if not question.detection.supported:
        return Decision("unsupported_language", confidence=1.0)
    own = alone(question, snapshot, today)
    if not own.decision.settled and own.decision.reason != "country":
        own = _of_one_sentence(question, snapshot, today) or own
    last = next((turn for turn in reversed(history) if turn.decision.status in REMEMBERED), None)
    going_on = None if last is None else _going_on(question, own, last, snapshot, today)
    return going_on or own.decision


def _met(question: Question, snapshot: Snapshot) -> Subject | None:
    for text in (question.text, courtesy.without_greeting(question.text), courtesy.asked(question.text)):
        name = snapshot.general.met(text)
        if name is not None and parts(name)[0] in (CARD, CONTACT, INTENT):
            return subject(name, question, snapshot)
    return None


def _of_one_sentence(question: Question, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what one sentence of several gets by itself, where it is sure: the others tell why it is asked."""
    said = sentences(question.text)
    if not 2 <= len(said) <= MOST_SENTENCES:
        return None
    read = (understand(each, snapshot, last=question.language) for each in said)
    found = (alone(replace(each, detection=question.detection), snapshot, today) for each in read)
    sure = (own for own in found if own.decision.status == "answered" and own.decision.confidence >= ONE_SENTENCE)
    return max(sure, key=lambda own: own.decision.confidence, default=None)


def _going_on(question: Question, own: Alone, last: Turn, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the decision on a question read as going on from the last turn, or None where it does not."""
    shown = last.decision.subjects
    first = shown[0] if shown else None
    likely = partial(
        likelihood,
        words=followup.words(question),
        marked=followup.marked(question),
        covered=_covered(question, shown, snapshot),
        outside=own.outside,
        own=None if followup.leaves(own.decision, question, last.question, first, snapshot) else own.decision,
    )
    possible = likely(repeated=False, completed=1.0) > 0  # most questions stand by themselves: no need to rank further
    asked_back = None
    found = _found(first, question, snapshot, today)
    completions = followup.completions(
        question, _standing(last, snapshot), shown, snapshot, found=found, settled=own.decision.settled
    )
    for completed in completions:
        if isinstance(completed, Subject):
            if content(completed, question.language, snapshot, today) is not None:
                return Decision("answered", (completed,), 1.0)
        elif possible:
            read = alone(replace(completed, detection=question.detection), snapshot, today).decision
            if read.settled and likely(repeated=read.subjects[:1] == shown[:1], completed=read.confidence) > 0:
                if read.status == "answered":
                    return read
                asked_back = asked_back or read
    return asked_back


def _found(shown: Subject | None, question: Question, snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """Return the places that an answer over a table gave, beside those it was asked of: the province, the partner."""
    if shown is None or shown.kind not in ("table", "partners") or not followup.points_there(question):
        return ()
    given = content(shown, question.language, snapshot, today)
    return () if given is None else tuple(id for id in given.places if id not in shown.ids)


def likelihood(
    *,
    words: int,
    marked: bool,
    covered: bool,
    repeated: bool,
    outside: float,
    own: Decision | None,
    completed: float,
) -> float:
    """Return in log odds how likely a question goes on from the one before, rather than standing by itself.

    `marked`: it is worded as a follow-up. `covered`: the card just shown speaks in its words. `repeated`: read on, it
    gets the answer just given, which the words of the question before bring about whatever is asked next. `own` is what
    it gets by itself, if that counts, `outside` how likely it is out of scope, `completed` how sure an answer it gets
    read on. The weights were fitted on follow-ups and on questions that change the subject, half of them out of scope
    (tests/questions/tune*.jsonl).
    """
    return (
        2.6
        + 3.5 * marked
        - 3.1 * math.log(1 + words)
        - 1.1 * (log_odds(own.confidence) if own is not None and own.settled else 0)
        - 0.4 * log_odds(outside)
        + 0.7 * log_odds(completed)
        - 1.85 * repeated
        + 2.2 * covered
    )


def _standing(turn: Turn, snapshot: Snapshot) -> Question:
    """Return a turn's question as it stands by itself: for a follow-up, the title of what answered it."""
    question, subjects = turn.question, turn.decision.subjects
    if not subjects or subjects[0].kind != "card" or not followup.marked(question):
        return question
    return understand(title(subjects[0], question.language, snapshot), snapshot, last=question.language)


def _covered(question: Question, subjects: Sequence[Subject], snapshot: Snapshot) -> bool:
    """Tell whether the card just shown speaks in the words of the question ("who appoints him?")."""
    shown = {item(CARD, subject.ids[0]) for subject in subjects if subject.kind == "card"}
    ranker = snapshot.general
    own = [number for number, name in enumerate(ranker.items) if name in shown] if shown else []
    return any(share >= COVERED for share in ranker.lexicon.coverage(question.text, own)[:-1])
