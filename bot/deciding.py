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
from itertools import dropwhile

from bot import courtesy, doubtful, followup, followup_country, followup_words, several, units
from bot.alone import Alone, alone, subject
from bot.answer import Decision
from bot.composing import content, title
from bot.question import LONGEST, Question, narrowed, part, understand
from bot.subject import Subject
from index.calibration import log_odds
from index.snapshot import Snapshot
from index.variants import CARD, CONTACT, INTENT, item, parts
from knowledge.text import fold

REMEMBERED = ("answered", "clarify", "unknown")
"""Statuses of a turn that a follow-up may go on from."""
COVERED = 0.6
"""Share of a follow-up's wording from which the card shown speaks in its words."""
SHORT = 4
"""Words up to which a question that got nothing was likely a follow-up itself."""
SURE = 0.5
"""How sure a follow-up read in full must be to come before the counterpart of the card shown."""
LATER = 1.0
"""How much likelier, in log odds, another way to complete a follow-up must be than the first that is likely."""


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
    decision = _decided(question, snapshot, history, today)
    also = several.asked_also(question, decision, partial(_decide_sentence, snapshot=snapshot, today=today), snapshot)
    return decision if also is None else replace(decision, subjects=(*decision.subjects, also))


def _decided(question: Question, snapshot: Snapshot, history: Sequence[Turn], today: date) -> Decision:
    turned = followup_words.turned(question.text)
    if turned is not None:
        question = part(turned, question, snapshot)
    elif history:
        question = narrowed(question, _places_of(history[-1]), snapshot)
    own = alone(question, snapshot, today)
    if not own.decision.settled and own.decision.reason != "country":
        own = several.one_sentence(question, snapshot, today) or own
    last = _spoken_of(history) if turned is None else None
    going_on = None if last is None else _going_on(question, own, last, snapshot, today)
    if going_on is not None or own.decision.settled or own.decision.reason == "country":
        return going_on or own.decision
    read = (alone(reading, snapshot, today).decision for reading in doubtful.readings(question, snapshot))
    return next((decision for decision in read if decision.settled), own.decision)


def _decide_sentence(
    question: Question, before: Sequence[tuple[Question, Decision]], snapshot: Snapshot, today: date
) -> Decision:
    """Return the decision on a sentence of a message, which may go on from those before it."""
    return _decided(question, snapshot, [Turn(*turn) for turn in before], today)


def _spoken_of(history: Sequence[Turn]) -> Turn | None:
    """Return the turn that a follow-up may go on from: the last one.

    One that got nothing and hardly is a question by itself ("몇 개나 있어요?") is passed over for one that did.
    """
    remembered = [turn for turn in reversed(history) if turn.decision.status in REMEMBERED]
    whole = dropwhile(lambda turn: not turn.decision.settled and _is_short(turn.question), remembered)
    return next(whole, remembered[0] if remembered else None)


def _places_of(turn: Turn) -> list[str]:
    """Return the ids of the places that a turn was about."""
    named = [id for mention in turn.question.places for id in mention.places]
    shown = [id for subject in turn.decision.subjects if subject.kind not in ("card", "contact") for id in subject.ids]
    return [*named, *shown]


def _is_short(question: Question) -> bool:
    names_any = question.places or question.contacts
    return not names_any and (followup_words.marked(question) or followup_words.words(question.text) <= SHORT)


def _met(question: Question, snapshot: Snapshot) -> Subject | None:
    for text in (question.text, courtesy.without_greeting(question.text), courtesy.asked(question.text)):
        name = snapshot.general.met(text)
        if name is not None and parts(name)[0] in (CARD, CONTACT, INTENT):
            return subject(name, question, snapshot)
    return None


def _going_on(question: Question, own: Alone, last: Turn, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the decision on a question read as going on from the last turn, or None where it does not."""
    shown = last.decision.subjects
    first = shown[0] if shown else None
    likely = partial(
        likelihood,
        words=followup_words.words(question.text),
        marked=followup_words.marked(question),
        covered=_covered(question, shown, snapshot),
        outside=own.outside,
        own=None if _is_none_of_its_own(question, own.decision, last, first, snapshot) else own.decision,
    )
    # Most questions stand by themselves: no need to rank further. Who is asked back answers, however it is worded.
    possible = likely(repeated=False, completed=1.0) > 0 or last.decision.status == "clarify"
    found = _found(last, question, snapshot, today)
    completions = followup.completions(
        question,
        _standing(last, snapshot),
        shown,
        snapshot,
        found=found,
        settled=own.decision.settled and not _asks_nothing(own.decision),
        asked=last.question,
    )
    readings: list[tuple[float, Decision]] = []
    asked_back = None
    for completed in completions:
        if isinstance(completed, Subject):
            sure = any(read.confidence > SURE for _, read in readings)
            if possible and not sure and content(completed, question.language, snapshot, today) is not None:
                return Decision("answered", (completed,), 1.0)
        elif possible:
            read = alone(replace(completed, detection=question.detection), snapshot, today).decision
            how_likely = likely(repeated=_is_repeated(read, question, shown), completed=read.confidence)
            if read.settled and how_likely > 0:
                if read.status == "answered":
                    readings.append((how_likely - LATER * bool(readings), read))
                else:
                    asked_back = asked_back or read
    return max(readings, key=lambda reading: reading[0])[1] if readings else asked_back


def _is_none_of_its_own(
    question: Question, own: Decision, last: Turn, first: Subject | None, snapshot: Snapshot
) -> bool:
    """Tell whether what a question gets by itself does not count: worded as a follow-up, it only names something.

    Nor does what is of another country than the conversation.
    """
    if _asks_nothing(own) and followup_words.marked(question):
        return True
    return followup_country.leaves(own, question, last.question, first, snapshot)


def _asks_nothing(own: Decision) -> bool:
    """Tell whether a question by itself gets all there is on what it names: it asks no one thing of it."""
    names = (subject.kind in ("place", "contact") and not subject.intent for subject in own.subjects)
    return bool(own.subjects) and all(names)


def _is_repeated(read: Decision, question: Question, shown: Sequence[Subject]) -> bool:
    """Tell whether a question read on gets what was just shown; any line of it, where the question names another."""
    first, before = (subjects[0] if subjects else None for subjects in (read.subjects, shown))
    if first is None or before is None:
        return first is before
    if question.places or question.contacts:
        return (first.kind, first.ids) == (before.kind, before.ids)
    return first == before


def _found(last: Turn, question: Question, snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """Return the places that an answer gave, beside those it was asked of: the province, the partner.

    Where the question says what kind it means ("that city"), only those of it.
    """
    shown = last.decision.subjects[0] if last.decision.subjects else None
    if shown is None or shown.kind not in ("card", "table", "partners") or not followup_words.points_there(question):
        return ()
    given = content(shown, question.language, snapshot, today)
    asked_of = {id for mention in last.question.places for id in mention.places}.union(shown.ids)
    if given is None:
        return ()
    meant = units.kinds_mentioned(question.text)
    kinds = {id: snapshot.library.gazetteer[id].kind for id in given.places if id not in asked_of}
    return tuple(id for id, kind in kinds.items() if not meant or kind in meant)


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
        2.2
        + 3.5 * marked
        - 3.0 * math.log(1 + words)
        - 1.3 * (log_odds(own.confidence) if own is not None and own.settled else 0)
        - 0.8 * log_odds(outside)
        + 0.4 * log_odds(completed)
        - 1.0 * repeated
        + 3.5 * covered
    )


def _standing(turn: Turn, snapshot: Snapshot) -> Question:
    """Return a turn's question as it stands by itself: for a follow-up, the title of what answered it."""
    question, subjects = turn.question, turn.decision.subjects
    if not subjects or not _needs_title(question, subjects[0], snapshot):
        return question
    return understand(title(subjects[0], question.language, snapshot), snapshot, last=question.language)


def _needs_title(question: Question, shown: Subject, snapshot: Snapshot) -> bool:
    """Tell whether what answered a question says better than its words what it was about."""
    if shown.kind == "contact":
        named = {id for mention in (*question.places, *question.contacts) for id in mention.places}
        return not named & {*shown.ids, *snapshot.library.contacts[shown.ids[0]].places}
    return shown.kind == "card" and followup_words.marked(question)


def _covered(question: Question, subjects: Sequence[Subject], snapshot: Snapshot) -> bool:
    """Tell whether the card just shown speaks in the words of the question ("who appoints him?")."""
    shown = {item(CARD, subject.ids[0]) for subject in subjects if subject.kind == "card"}
    ranker = snapshot.general
    own = [number for number, name in enumerate(ranker.items) if name in shown] if shown else []
    return any(share >= COVERED for share in ranker.lexicon.coverage(question.text, own)[:-1])
