"""Messages of several sentences or clauses: one of them may be all that is asked, or each may ask something."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.alone.by_ranking import CARD_CERTAIN
from bot.alone.deciding import Alone, alone
from bot.alone.line_among import line_among, line_in_clauses
from bot.alone.of_it import of_it
from bot.alone.seated import sitting_there
from bot.alone.with_seats import tells_seats, with_seats
from bot.answer import Decision
from bot.subject import Subject
from bot.tables.intents import COMPARED
from bot.tables.table_intent import read, table_of
from bot.turn import Turn
from bot.words import courtesy, ranks
from bot.words.chat import plain
from bot.words.clauses import clauses
from bot.words.described import without_description
from bot.words.excepted import left_out, said_without
from bot.words.mentions import row_named
from bot.words.question import Question, part
from bot.words.sentences import asks, is_question, sentences
from bot.words.wording_on import content, marked, points_there, points_to_each, words
from index.snapshot import Snapshot

ONE_SENTENCE = 0.8
"""How sure a sentence must be to answer for a message that gets nothing as a whole; fitted on the tune questions, of
which none out of scope has such a sentence."""
ALSO = 0.9
"""How sure a second sentence must be to be answered too."""
FIRST_CLAUSE = 0.95
"""How sure the first clause of a message must be to answer for it: the others may ask what is not held."""
ANSWERED = 0.5
"""How sure what is told of must be where the next sentence asks something of each of it."""
PREAMBLE = 6
"""Words before a colon from which they tell why something is asked; fewer may tell what is."""
_COLON = re.compile(r"\s?:\s")
MOST = 8
"""A message of more is no question with its reasons, and each sentence costs a ranking."""

Decide = Callable[[Question, Sequence[Turn]], Decision]
"""Decides on a sentence, given those before it as turns."""


def read_ahead(question: Question, snapshot: Snapshot) -> None:
    """Encode the sentences that ask side by side: each is then ranked by itself, and its vector is remembered."""
    said = sentences(question.text)
    that_ask = _that_ask(said)
    if len(said) <= MOST and len(that_ask) >= 2:
        snapshot.model.encode([plain(courtesy.asked(text)) for text in (question.text, *that_ask)], "query")


def by_itself(question: Question, snapshot: Snapshot, today: date) -> Alone:
    """Return what a question gets by itself, or what one of its sentences does where the whole gets nothing."""
    listed = with_seats(question, lambda without: alone(without, snapshot, today), snapshot)
    if listed is not None:
        return listed
    own = alone(question, snapshot, today)
    seated = sitting_there(question, snapshot, today)
    if seated is not None:
        return replace(own, decision=seated)
    pointed = of_it(question, own, snapshot, today)
    if pointed is not None:
        return pointed
    line = line_among(question, own, snapshot, today)
    described = as_described(question, snapshot, today) if line is None and _may_be_described(own.decision) else None
    if line is not None or own.decision.final:
        of_place = described is not None and all(each.kind != "card" for each in described.decision.subjects)
        return line or (described if of_place else None) or own
    in_part = described or line_in_clauses(question, own, snapshot, today) or one_sentence(question, snapshot, today)
    return in_part or first_clause(question, snapshot, today) or after_preamble(question, snapshot, today) or own


def _may_be_described(decision: Decision) -> bool:
    """Tell whether what only tells which place is meant may have led to a card, or to nothing."""
    by_card = all(each.kind == "card" for each in decision.subjects) and decision.confidence < CARD_CERTAIN
    return by_card or not decision.final


def as_described(question: Question, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what a question surely gets without what only tells which place is meant; None where it told namesakes."""
    text = without_description(question)
    described = part(text, question, snapshot) if text else None
    if described is None or not {m.places for m in described.places} <= {m.places for m in question.places}:
        return None
    found = alone(described, snapshot, today)
    return found if _is_sure(found.decision, FIRST_CLAUSE) else None


def one_sentence(question: Question, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what one sentence of several gets by itself, where it is sure: the others tell why it is asked.

    One that only names another asks what the one before does: "is it raining in Jeju? and Busan"; and one that only
    names alternatives, what the one after does: "Marseille or Nantes - which has more crime?".
    """
    said = _sentences(question, snapshot)
    by_themselves = (each for each in said if not _goes_with_another(each, said))
    found = [as_described(each, snapshot, today) or alone(each, snapshot, today) for each in by_themselves]
    sure = (own for own in found if own.decision.status == "answered" and own.decision.confidence >= ONE_SENTENCE)
    return max(sure, key=lambda own: own.decision.confidence, default=None)


def first_clause(question: Question, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what the first clause of a message gets by itself, where it names a place, and the others another.

    It is all but sure, and of a table: "In the 62 how many communes are there, and in Arras who sits, the prefect?"
    """
    said = clauses(question.text, [(m.start, m.end) for m in question.places]) if len(question.places) > 1 else []
    if not 2 <= len(said) <= MOST:
        return None
    first = part(said[0], question, snapshot)
    others = {m.places for m in question.places} - {m.places for m in first.places}
    if not first.places or not others:
        return None
    found = alone(first, snapshot, today)
    told = found.decision
    return found if _is_sure(told, FIRST_CLAUSE) and told.subjects[0].kind == "table" else None


def after_preamble(question: Question, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what a message asks after a colon, where that names all there is, and what is before only tells why.

    "A riddle from my son, who is nine and loves strawberries: how many souls in Plougastel?"
    """
    end = next((match.end() for match in reversed([*_COLON.finditer(question.text)])), 0)
    names = (*question.places, *question.contacts)
    if not names or words(question.text[:end]) < PREAMBLE or any(mention.start < end for mention in names):
        return None
    found = alone(part(question.text[end:], question, snapshot), snapshot, today)
    return found if _is_sure(found.decision, FIRST_CLAUSE) else None


def asking(question: Question, snapshot: Snapshot) -> list[Question]:
    """Return the sentences of a message that ask, where it has several: the others tell why."""
    said = sentences(question.text)
    if not 2 <= len(said) <= MOST:
        return []
    return [part(text, question, snapshot) for text in _that_ask(said)]


def all_asked(question: Question, decision: Decision, decide: Decide, snapshot: Snapshot) -> tuple[Subject, ...]:
    """Return all subjects of an answer: that of the whole message, and what another part of it surely asks besides.

    Where no sentence gets what the whole message does, their own answers take its place, if all of them are sure and
    one goes on from another.
    """
    if decision.status != "answered" or len(decision.subjects) != 1:
        return decision.subjects
    given = decision.subjects[0]
    if tells_seats(given):
        return decision.subjects
    in_a_row = _of_a_row(given, question, decide, snapshot)
    if in_a_row:
        return in_a_row
    said = sentences(question.text)
    if len(said) == 1:
        return _of_clauses(given, question, decide, snapshot) or decision.subjects
    asking = _that_ask(said)
    if len(said) > MOST or len(asking) < 2:  # each costs what a question costs
        return decision.subjects
    found = _in_turn(asking, question, decide, snapshot)
    if not any(_gets(each, given) for each in found):
        whole = len(asking) == len(said)  # "Deauville - is it in Calvados? And which EPCI?" names it apart
        return (_chain(found) if whole else ()) or decision.subjects
    also = (each.subjects for each in found if (_is_sure(each) or _is_sheet(each, given)) and not _gets(each, given))
    return (given, *next(also, ()))


def _of_clauses(given: Subject, question: Question, decide: Decide, snapshot: Snapshot) -> tuple[Subject, ...]:
    """Return what is given and what a later clause asks of that, or all that the clauses get; nothing where none does.

    "Which gu is KINTEX in, and how many people live there?"
    """
    names = [(m.start, m.end) for m in (*question.places, *question.contacts)]
    said = clauses(said_without(question) if _leaves_out(given, question) else question.text, names)
    if len(said) > 1 and not content(replace(question, text=said[0])):
        said = [f"{said[0]} {said[1]}", *said[2:]]  # "L'Alsace : combien de départements, …"
    leads = given.kind in ("table", "partners")
    further = [replace(question, text=text) for text in said[1:]]
    leads_on = leads or any(points_there(each) or points_to_each(each) for each in further)
    if not (leads_on and 2 <= len(said) <= MOST):
        return ()
    found = _in_turn(said, question, decide, snapshot)
    if not leads:
        return _chain(found)
    told = next((number for number, each in enumerate(found) if _gets(each, given)), len(found))
    later = (each.subjects for each in found[told + 1 :] if _is_sure(each) and not _gets(each, given))
    return (given, *next((each for each in later if each[0].kind in ("place", "table")), ()))


def _leaves_out(given: Subject, question: Question) -> bool:
    """Tell whether a question leaves out what the table given is not about: a clause with it asks nothing of it."""
    if given.kind != "table":
        return False
    apart = left_out(question)[1]
    return bool(read(given.intent).left_out) or (bool(apart) and {*given.ids}.isdisjoint(apart))


def _of_a_row(given: Subject, question: Question, decide: Decide, snapshot: Snapshot) -> tuple[Subject, ...]:
    """Return the line of a place that one clause asks and places named in a row set side by side, which another does.

    Nothing where these are not what is asked. "Cheongju, Chungju: which is the seat of North Chungcheong and which is
    smaller?"
    """
    row = row_named(question.text, question.places)
    said = clauses(question.text, [(m.start, m.end) for m in question.places]) if row is not None else []
    sized = [text for text in said if ranks.ends(text)]
    if row is None or len(sized) != 1 or not 2 <= len(said) <= MOST:
        return ()
    if given.kind == "place" and given.intent and not part(sized[0], question, snapshot).places:
        found = decide(part(f"{row} {sized[0]}", question, snapshot), ())
        compared = _is_sure(found) and found.subjects[0].kind == "table"
        return (given, *found.subjects) if compared and read(found.subjects[0].intent).table == COMPARED else ()
    if given.kind != "table" or read(given.intent).table != COMPARED:
        return ()
    others = (part(text, question, snapshot) for text in said if text not in sized)
    asked = (decide(other, ()) for other in others if any(m.places[0] not in given.ids for m in other.places))
    lines = (found.subjects for found in asked if _is_sure(found) and found.subjects[0].kind == "place")
    line = next(lines, ())
    return (*line, given) if line else ()


def _in_turn(texts: Sequence[str], question: Question, decide: Decide, snapshot: Snapshot) -> list[Decision]:
    """Return what each of the parts of a message gets, read as going on from those before it."""
    before: list[Turn] = []
    for text in texts:
        sentence = part(text, question, snapshot)
        before.append(Turn(sentence, decide(sentence, before)))
    return [turn.decision for turn in before]


def _chain(found: Sequence[Decision]) -> tuple[Subject, ...]:
    """Return the answers of all parts, where each is sure and a later part goes on from an earlier one; else nothing.

    Nothing either where one of them is a card: a part says too little to be sure of one. Where a part is asked of each
    of several places that an earlier one gave, less will do.
    """
    of_each = any(each.follows and len(each.subjects) > 1 for each in found[1:])
    sure = ANSWERED if of_each else ALSO
    if not all(_is_sure(each, sure) for each in found) or not any(each.follows for each in found[1:]):
        return ()
    subjects = tuple(dict.fromkeys(subject for each in found for subject in each.subjects))
    return () if any(subject.kind == "card" for subject in subjects) else subjects


def _is_sure(decision: Decision, least: float = ALSO) -> bool:
    """Tell whether a part gets one thing that is sure; a whole sheet is no answer to a question."""
    if decision.status != "answered" or decision.confidence < least:
        return False
    first = decision.subjects[0]
    return first.kind != "place" or bool(first.intent)


def _is_sheet(decision: Decision, given: Subject) -> bool:
    """Tell whether a part surely gets the sheet of the place that a table was given of: some line of it is asked."""
    sheet = Subject("place", given.ids)
    return given.kind == "table" and decision.subjects == (sheet,) and decision.confidence >= ALSO


def _sentences(question: Question, snapshot: Snapshot) -> list[Question]:
    """Return the sentences of a message, each as a question; none where it has one only, or too many to read."""
    said = sentences(question.text)
    return [part(text, question, snapshot) for text in said] if 2 <= len(said) <= MOST else []


def _goes_with_another(sentence: Question, said: Sequence[Question]) -> bool:
    """Tell whether a sentence that says nothing but names asks what another of the message does."""
    if len(sentence.places) > 1 and row_named(sentence.text, sentence.places) == sentence.text.strip(" ?!.,:"):
        return True
    if content(sentence):
        return False
    asks_less = not is_question(sentence.text) and any(is_question(other.text) for other in said)
    return asks_less or (sentence is not said[0] and marked(sentence))


def _that_ask(said: Sequence[str]) -> list[str]:
    """Return those of the sentences of a message that ask."""
    return [text for text, earlier in zip(said, ("", *said), strict=False) if asks(text, earlier)]


def _gets(decision: Decision, given: Subject) -> bool:
    """Tell whether a part gets what was given, or a line of the same sheet, or of the same table for some of it."""
    if decision.status != "answered":
        return False
    first = decision.subjects[0]
    some = table_of(first.intent) == table_of(given.intent) and {*first.ids} < {*given.ids}
    return first.kind == given.kind and (first.ids == given.ids or some)
