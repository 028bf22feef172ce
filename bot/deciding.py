"""Decides what a question gets: a subject, a choice, or an honest "I don't know". No language, no I/O.

In order: nothing to read, courtesy, a phrasing met before, a language not spoken, and then the question as it stands by
itself or as it goes on from the turns before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from bot import several, told_before
from bot.alone import doubtful
from bot.alone.by_ranking import subject
from bot.alone.deciding import alone
from bot.answer import Decision
from bot.followups import another_time, context, pointing, reading_on
from bot.followups.ranked_after import ranked_after
from bot.subject import Subject
from bot.turn import Turn
from bot.words import courtesy
from bot.words.abroad import foreign
from bot.words.question import LONGEST, Question
from index.ranking.variants import CARD, CONTACT, INTENT, parts
from index.snapshot import Snapshot
from knowledge.text import fold


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
    several.read_ahead(question, snapshot)
    decision = _decided(question, snapshot, history, today)
    guarded = snapshot.library.scope.guards.countries
    if decision.reason == "unsure" and not question.names_any and foreign(question.text, guarded):
        decision = replace(decision, reason="country")
    decide_sentence = partial(_decide_sentence, history=history, snapshot=snapshot, today=today)
    return replace(decision, subjects=several.all_asked(question, decision, decide_sentence, snapshot))


def _decided(question: Question, snapshot: Snapshot, history: Sequence[Turn], today: date) -> Decision:
    question, last = context.resumed(question, history, snapshot)
    if last is not None:
        pointed_to = pointing.pointed_to(question, history, last, snapshot, today)
        if pointed_to is not None:
            return pointed_to
    own = several.by_itself(question, snapshot, today)
    of_place = told_before.asked_after(question, own.decision, snapshot, today)
    if of_place is not None:
        return of_place
    going_on = None
    if last is not None:
        earlier = context.place_before(history, last)
        going_on = reading_on.going_on(question, own, last, snapshot, today, earlier=earlier)
        repeats = going_on is not None and going_on.subjects == last.decision.subjects
        if (going_on is None or repeats) and not own.decision.final:
            going_on = _sentence_going_on(question, last, snapshot, today) or going_on
        meant = ranked_after(question, going_on or own.decision, last, snapshot)
        if meant is not None:
            return meant
    if going_on is not None and going_on.status == "answered":
        figure = going_on.subjects[0]
        if not another_time.is_held(question, figure, snapshot.library.gazetteer):
            return another_time.not_held(figure)
    if going_on is not None or own.decision.final:
        return going_on or own.decision
    read = (alone(reading, snapshot, today).decision for reading in doubtful.readings(question, snapshot))
    return next((decision for decision in read if decision.settled), own.decision)


def _sentence_going_on(question: Question, last: Turn, snapshot: Snapshot, today: date) -> Decision | None:
    """Return what the first sentence of several that asks gets as going on, where it is sure: the others tell why."""
    for sentence in several.asking(question, snapshot)[:1]:
        found = reading_on.going_on(sentence, alone(sentence, snapshot, today), last, snapshot, today)
        if found is not None and found.status == "answered" and found.confidence >= several.ONE_SENTENCE:
            return found
    return None


def _decide_sentence(
    question: Question,
    before: Sequence[Turn],
    *,
    history: Sequence[Turn],
    snapshot: Snapshot,
    today: date,
) -> Decision:
    """Return the decision on a sentence of a message, which may go on from those before it, or from the history."""
    return _decided(question, snapshot, [*history, *before], today)


def _met(question: Question, snapshot: Snapshot) -> Subject | None:
    for text in (question.text, courtesy.without_greeting(question.text), courtesy.asked(question.text)):
        name = snapshot.general.met(text)
        if name is not None and parts(name)[0] in (CARD, CONTACT, INTENT):
            return subject(name, question, snapshot)
    return None
