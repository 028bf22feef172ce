"""One line asked for in a part of a message of which the others tell why: "the phone of …? We look for …"."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from bot.alone.deciding import OUTSIDE, Alone, alone
from bot.alone.reaching import LINE
from bot.words.question import Question, part
from bot.words.sentences import is_marked, sentences
from bot.words.ways import ANY, REACHING, WHERE, ways
from bot.words.wording_on import WORD, says_something
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.text import HANGUL

MOST = 4
"""Sentences up to which a message may tell why it asks for one line."""
_MARK = re.compile(r"(?:\s*[:;,.?!…)]+(?=\s|$)|\s+[-–—]+(?=\s)|\s*[(\n])\s*")
"""What stands between the clauses of a message."""
LEAST = 4
"""Letters from which a word of a name may stand for it; in Hangul two syllables do."""
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
    if _is_line_of_a_body(own):
        return None  # which a place beside it is not: "the ministry's helpline, its number? I am in Bordeaux"
    said = [text for text in sentences(question.text) if says_something(text)]
    asking = [text for text in said if ways(text) - {ANY, WHERE}]
    if not 2 <= len(said) <= MOST or len(asking) != 1:
        return None
    if any(is_marked(text) for text in said if text not in asking):
        return None
    sentence = part(asking[0], question, snapshot)
    if not sentence.names_any:
        again = _with_whole_name(asking[0], question)
        if again is None:
            return None if question.names_any else _of_body_described(sentence, own, snapshot, today)
        sentence = part(again, question, snapshot)
    found = alone(sentence, snapshot, today)
    return found if _is_surely_a_line(found) or found.decision.reason == "line" else None


def _of_body_described(sentence: Question, own: Alone, snapshot: Snapshot, today: date) -> Alone | None:
    """Return the line that a sentence by itself asks for of a body it does not name, where nothing else answers."""
    if own.decision.status != "unknown" or own.outside >= OUTSIDE:
        return None
    found = alone(sentence, snapshot, today)
    return found if found.decision.status == "answered" and _are_lines(found) else None


def _with_whole_name(text: str, question: Question) -> str | None:
    """Return a sentence that says a word of the name of the one body named, with the name in its place; else None.

    "… visite du Sénat français. L'adresse du Sénat ?": the word alone is that of any such body.
    """
    if len(question.contacts) != 1 or question.places:
        return None
    name = question.contacts[0].text
    homes = [name[slice(*span)] for span, _ in countries.named(name)]
    for word in sorted(WORD.findall(name), key=len, reverse=True):
        least = 2 if HANGUL.search(word) else LEAST
        said = re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE)
        if said and len(word) >= least and not any(word in home for home in homes):
            return f"{text[: said.start()]}{name}{text[said.end() :]}"
    return None


def line_in_clauses(question: Question, own: Alone, snapshot: Snapshot, today: date) -> Alone | None:
    """Return the line that the clauses from the one name to the one way to reach it surely ask for by themselves.

    "Centre culturel coréen : c'est à quelle adresse déjà, j'y emmène 28 élèves". Where any way will do ("how do I reach
    Bucheon? I don't read Korean"), the sheet that has them all is given too. Only where the message as a whole,
    which gets `own`, is refused and not likely out of scope; None where the clauses are all of it.
    """
    named = (*question.places, *question.contacts)
    if own.decision.status != "unknown" or own.decision.reason == "line" or own.outside >= OUTSIDE or len(named) != 1:
        return None
    spans = clauses_around(question.text, named[0].start, named[0].end)
    naming = [span for span in spans if span[0] <= named[0].start < span[1]]
    asking = [span for span in spans if ways(question.text[slice(*span)]) - {ANY, WHERE}]
    any_way = [span for span in spans if ways(question.text[slice(*span)]) == {ANY}] if not asking else []
    asking = asking or any_way
    if len(asking) != 1 or len(spans) > MOST:
        return None
    start, end = min(naming + asking)[0], max(naming + asking)[1]
    if not says_something(question.text[:start]) and not says_something(question.text[end:]):
        return None
    found = alone(part(question.text[start:end], question, snapshot), snapshot, today)
    return found if _is_surely_a_line(found) or (any_way and _is_surely_a_sheet(found)) else None


def _is_surely_a_line(found: Alone) -> bool:
    return found.decision.confidence >= LINE and _are_lines(found)


def _is_line_of_a_body(found: Alone) -> bool:
    return _are_lines(found) and all(subject.kind == "contact" for subject in found.decision.subjects)


def _is_surely_a_sheet(found: Alone) -> bool:
    sheets = [subject for subject in found.decision.subjects if subject.kind in ("place", "contact")]
    return found.decision.status == "answered" and found.decision.confidence >= LINE and len(sheets) == 1


def _are_lines(found: Alone) -> bool:
    lines = [subject.intent for subject in found.decision.subjects]
    return bool(lines) and all(line in REACHING for line in lines)


def clauses_around(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where the clauses of a text stand that marks part, but for those within the name from start to end."""
    cuts = [mark.span() for mark in _MARK.finditer(text) if mark.end() <= start or end <= mark.start()]
    ends = ((before[1], after[0]) for before, after in pairwise([(0, 0), *cuts, (len(text), len(text))]))
    return [(start, end) for start, end in ends if start < end]
