"""Several things asked of one place in one sentence: "how many communes has Lozère, how many people, and its seat?".

Each part between two words that join is read as a question on the place by itself.
"""

from __future__ import annotations

from dataclasses import replace

from bot.asked_of import OF_SEVERAL, Named, over_table
from bot.clauses import asking
from bot.intents import PARTNERS, RULE, TABLE, WHICH_ABOVE, WHOLE, likeliest
from bot.question import Question
from bot.subject import Subject
from index.snapshot import Snapshot
from index.variants import MASK

SURE = 0.8
"""How sure a part must be by itself: what is cut in the wrong place rarely is."""
MOST = 5
"""A sentence of more parts is no question, and each costs a ranking."""
_COUNTED = {"table-count-below": "table-list-below"}
"""Tables that answer alike: few are named where they are counted."""
_TOLD = frozenset({"table-count-below", WHICH_ABOVE, "table-is-kind", "partners-of"})
"""Tables whose answer stands in the sheet as well."""


def asked_together(question: Question, text: str, named: Named, snapshot: Snapshot) -> Named | None:
    """Return what the parts of a sentence ask of the one place it names; None where they ask but one thing.

    `text` is the question with its names masked, without polite words, `named` what it asks as a whole: where that is a
    line of the sheet, the sheet holds the others too, but not what only a table tells. Lines come as one sheet, led by
    the first asked, behind what the tables say.
    """
    told = named.subjects[0] if named.subjects and not named.scattered else None
    led = told is not None and told.kind not in ("table", "partners")
    if snapshot.placed is None or question.contacts or len(question.places) != 1:
        return None
    place = question.places[0].places
    asked = asking(text, MASK)
    if len(place) != 1 or not 2 <= len(asked) <= MOST:
        return None
    tables: dict[Subject, float] = {}
    lines: dict[str, float] = {}
    for part, vector in zip(asked, snapshot.model.encode(asked, "query"), strict=True):
        ranking = snapshot.placed.rank(part, vector, question.language, left_out=OF_SEVERAL)
        intent, confidence = likeliest(ranking)
        if confidence < SURE or intent.startswith(RULE):
            return None
        if intent == WHOLE:
            continue
        if intent.startswith((TABLE, PARTNERS)):
            by_itself = replace(question, text=part, places=())
            tables.setdefault(over_table(intent, by_itself, place, snapshot.library), confidence)
        else:
            lines.setdefault(intent, confidence)
    if led and told is not None:
        beyond = tuple(table for table in tables if table.intent.partition("/")[0] not in _TOLD)
        return replace(named, subjects=(told, *beyond), together=True) if told.intent and beyond else None
    if len({_COUNTED.get(base := table.intent.partition("/")[0], base) for table in tables}) + len(lines) < 2:
        return None
    sheet = [Subject("place", place, next(iter(lines)))] if lines else []
    return Named((*tables, *sheet), max(*tables.values(), *lines.values()), asked=True, together=True)
