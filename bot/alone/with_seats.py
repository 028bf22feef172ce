"""The places of a list or a ranking asked for with the seat of each: "the three smallest régions and their capitals".

The list is read without the words that ask for the seats, and tells each of its places with its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from bot.alone.deciding import Alone
from bot.subject import Subject
from bot.tables.intents import COUNT_BELOW, EXTREMES, LIST_BELOW
from bot.tables.table_intent import OVERALL, read
from bot.words.question import Question
from bot.words.units import kinds_of
from bot.words.wording_on import says_something
from index.snapshot import Snapshot
from knowledge.countries import HOMES
from knowledge.places import Gazetteer
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, wordings

_LISTS = frozenset({LIST_BELOW, COUNT_BELOW, *EXTREMES, *(f"{end}{OVERALL}" for end in EXTREMES)})
"""Tables that name several places; the seats of all of a country are told by cards."""


def with_seats(question: Question, decide: Callable[[Question], Alone], snapshot: Snapshot) -> Alone | None:
    """Return what a question gets that asks for several places with the seat of each; None where it does not.

    `decide` decides on the question without the words that ask for the seats.
    """
    span = _asked(question.text)
    if span is None or any(mention.end > span[0] for mention in (*question.places, *question.contacts)):
        return None
    own = decide(replace(question, text=blanked(question.text, *span)))
    found = own.decision.subjects
    if own.decision.status != "answered" or len(found) != 1 or not _of_seats(found[0], snapshot.library.gazetteer):
        return None
    intent = replace(read(found[0].intent), seats=True).written()
    return replace(own, decision=replace(own.decision, subjects=(replace(found[0], intent=intent),)))


def of_those_listed(question: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return the list just given with the seat of each place, where a question asks but for those; else None.

    "Which départements are in Normandy? - And their chief towns?"
    """
    text = f" {question.text}"
    span = None if question.names_any or tells_seats(last) else _asked(text)
    if span is None or says_something(blanked(bare(text), *span)) or not _of_seats(last, gazetteer):
        return None
    return replace(last, intent=replace(read(last.intent), seats=True).written())


def tells_seats(subject: Subject) -> bool:
    """Tell whether a subject is a list or ranking that tells the seat of each place."""
    return subject.kind == "table" and read(subject.intent).seats


def _of_seats(subject: Subject, gazetteer: Gazetteer) -> bool:
    """Tell whether a subject lists places that have a seat other than themselves."""
    if subject.kind != "table" or read(subject.intent).table not in _LISTS:
        return False
    kinds = {kind for country in HOMES.values() for kind in kinds_of(read(subject.intent).ranked, country)}
    first = gazetteer.derived("first of each kind", lambda: {row.kind: row.id for row in reversed([*gazetteer.rows()])})
    return any(gazetteer[id].seat for kind, id in first.items() if kind in kinds)


def _asked(text: str) -> tuple[int, int] | None:
    """Return where a text asks for the seats of what it lists, in the text without accents; None where it does not."""
    found = next((match for pattern in _patterns() if (match := pattern.search(bare(text)))), None)
    return None if found is None else found.span()


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = {kind: alternatives(forms) for kind, forms in wordings("bot.texts", "seats.tsv").items()}
    asks = rf"(?:(?:{own['which_are']})\s+)?"
    latin = (
        rf"(?<!\w)(?:(?:(?:{own['joins']})\s+)?{asks}(?:{own['whose']})\s+(?:{own['seats']})"
        rf"|(?:{own['joins']})\s+{asks}(?:les\s|the\s)?(?:{own['seats_of_several']}))"
        rf"(?:\s(?:{own['respective']}))?(?!\w)"
    )
    korean = (
        rf"(?:(?:{own['joins_korean']})\s*(?:(?:{own['whose_korean']})\s?)?|(?<=[\s,])(?:{own['whose_korean']})\s?)"
        rf"(?:{own['seats_korean']})(?:{own['too']})?(?![가-힣])"
    )
    return re.compile(latin), re.compile(korean)
