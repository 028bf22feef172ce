"""Answers a message: reads it, decides, composes. Pure: a question, a snapshot and a day in, an answer out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.answer import Answer
from bot.composing import compose
from bot.deciding import decide
from bot.turn import Turn
from bot.words.language import Detection
from bot.words.masking import says_more_than_names
from bot.words.peopled import of_inhabitants
from bot.words.question import LONGEST, clean, understand
from bot.words.tongue_asked import names_language, tongue_asked
from bot.words.unasked import without_unasked
from index.snapshot import Snapshot
from knowledge.text import Language

TURNS = 3
"""Turns of a conversation that a follow-up may refer to."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and the turn to remember for what is asked next."""

    answer: Answer
    turn: Turn


def answer(
    message: str,
    snapshot: Snapshot,
    *,
    history: Sequence[Turn] = (),
    user_language: str | None = None,
    language: Language | None = None,
    today: date,
) -> Reply:
    """Answer a message.

    `history` holds the turns before it, oldest first. `user_language` is the person's BCP 47 tag; `language` is the
    language the answer must take, whatever the message is written in or asks for.

    A message may ask for its answer in another language, or for the last one once more in it.
    """
    last = history[-1].question.language if history else None
    text = clean(message)
    told = tongue_asked(text) if len(text) <= LONGEST else None
    if told is not None and told.once_more and history and not names_language(history[-1].question.text):
        once_more = replace(history[-1].question, detection=Detection(told.language, supported=True, certain=True))
        turn = replace(history[-1], question=once_more)
        return Reply(compose(turn.decision, language or told.language, snapshot, today), turn)
    if told is not None and told.rest:
        message = told.rest
    question = understand(message, snapshot, user_language=user_language, last=last)
    question = of_inhabitants(without_unasked(question, snapshot), snapshot)
    decision = decide(question, snapshot, history[-TURNS:], today)
    if question.detection.defaulted and decision.tongue is not None and says_more_than_names(question.masked):
        # Its likeness tells what its words do not; that of a bare name would be chance.
        question = replace(question, detection=replace(question.detection, language=decision.tongue))
    if told is not None and decision.settled and language is None:
        language = told.language
    return Reply(compose(decision, language or question.language, snapshot, today), Turn(question, decision))


def recall(questions: Sequence[str], snapshot: Snapshot, today: date) -> list[Turn]:
    """Return the turns of a conversation given as its questions, oldest first, as if each had been answered."""
    turns: list[Turn] = []
    for message in questions[-TURNS:]:
        turns.append(answer(message, snapshot, history=turns, today=today).turn)
    return turns
