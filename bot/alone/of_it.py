"""What the last clause of a message asks of the one place named before it: "Jincheon is visiting us, where is it?"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from bot.alone.deciding import Alone, alone
from bot.alone.overall import CLAUSE
from bot.alone.reaching import LINE
from bot.subject import Subject
from bot.tables.intents import COUNT_BELOW, EXTREMES, IS_KIND, LIST_BELOW, WHICH_ABOVE
from bot.words.question import Question, part
from bot.words.units import spans
from bot.words.wording_on import says_something, words
from index.snapshot import Snapshot
from knowledge.countries import HOMES, named
from knowledge.text import HANGUL, bare
from knowledge.wordings import alternatives, wordings

_LINES = frozenset("above below population postcode code seat".split())
"""Lines that only a place has: no visit, agreement or office that is spoken of beside one does."""
_TABLES = (WHICH_ABOVE, f"{IS_KIND}/", COUNT_BELOW, LIST_BELOW, *EXTREMES)
_SURELY_ALL = 0.98
"""How sure what the whole message gets must be to stand, whatever its last clause points to: "the governors have an
office in Paris I think, where is it?"."""
_LEAST = 2
"""Words of the shortest clause that asks: "where's that"."""


def of_it(question: Question, own: Alone, snapshot: Snapshot, today: date) -> Alone | None:
    """Return what the last clause surely asks of the place named, to which it points; None where it asks of none.

    The clauses before tell why. `own` is what the message gets as a whole: where that is of the place too, it stands.
    """
    if len(question.places) != 1 or question.contacts or any(map(is_of_place, own.decision.subjects)):
        return None
    if own.decision.status == "answered" and own.decision.confidence >= _SURELY_ALL:
        return None
    name = question.places[0]
    found_at = _clause_on_it(question.text, name.end)
    if found_at is None:
        return None
    start, clause = found_at
    if any(code not in HOMES for _, code in named(question.text[name.end : start])):
        return None  # a namesake abroad: "Bruges en Belgique, ça fait combien d'habitants ?"
    if not says_something(f"{question.text[: name.start]} {question.text[name.end : start]}"):
        return None
    found = alone(part(f"{name.text}{clause}", question, snapshot), snapshot, today)
    decision = found.decision
    sure = decision.status == "answered" and decision.confidence >= LINE and len(decision.subjects) == 1
    subject = decision.subjects[0] if sure else None
    asked = subject is not None and (is_of_place(subject) or (subject.intent == IS_KIND and bool(spans(clause))))
    return found if asked else None


def is_of_place(subject: Subject) -> bool:
    """Tell whether a subject is what is asked of a place for what it is, lies in, or is divided into."""
    if subject.kind == "place":
        return subject.intent in _LINES
    return subject.kind == "table" and len(subject.ids) == 1 and subject.intent.startswith(_TABLES)


def _clause_on_it(text: str, after: int) -> tuple[int, str] | None:
    """Return where the last clause of a text begins, and what to read behind the name that it points to.

    It begins after the position given. In Korean the words that point stand at its head, and the name in their stead.
    None where no words point.
    """
    folded = bare(text)
    asked = folded.rfind("?", after)  # what is said after a question tells why it is asked
    end = len(folded[: asked if asked >= 0 else None].rstrip(" ?!."))
    start = max((mark.end() for mark in CLAUSE.finditer(folded, after, end)), default=after)
    text = text[: asked + 1] if asked >= 0 else text
    pointing = next((match for match in _pointing().finditer(folded, start, len(text)) if match["it"]), None)
    if pointing is None:
        return None
    if HANGUL.match(folded, pointing.start()):
        start, clause = pointing.start(), f" {text[pointing.end() :].lstrip()}"
    else:
        start = start if start > after else pointing.start()
        clause = f", {text[start:].lstrip()}"
    return (start, clause) if words(clause) >= _LEAST else None


@cache
def _pointing() -> re.Pattern[str]:
    """Return the pattern of words that point to what was named, and of those that only look like them."""
    own = wordings("bot.texts", "itself.tsv")
    it, other = alternatives(own["it"]), alternatives(own["other"])
    return re.compile(rf"(?<!\w)(?:(?P<other>{other})|(?P<it>{it}))(?:(?<=')|(?!\w))")
