"""Several things asked of one place in one sentence: "how many communes has Lozère, how many people, and its seat?".

Each part between two words that join is read as a question on the place by itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.followup_words import words
from bot.intents import PARTNERS, RULE, TABLE, WHOLE, likeliest
from bot.named import OF_SEVERAL, Named, over_table
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
JOINED = re.compile(
    r"\s*[,;:+?]\s*(?:(?:et|and|puis|also)\s+)?|\s+(?:et|and|ainsi que|&|및|그리고)\s+"
    r"|(?<=[가-힣])(?:하고|이랑|랑|이고|고(?!\s*[있싶계])|와|과)\s+",
    re.IGNORECASE,
)


def asked_together(question: Question, text: str, named: Named, snapshot: Snapshot) -> Named | None:
    """Return what the parts of a sentence ask of the one place it names; None where they ask but one thing.

    `text` is the question with its names masked, without polite words, `named` what it asks as a whole: where that is a
    line of the sheet, the sheet holds the others too. Lines come as one sheet, led by the first asked, behind what the
    tables say.
    """
    if named.subjects and not named.scattered and named.subjects[0].kind not in ("table", "partners"):
        return None
    if snapshot.placed is None or question.contacts or len(question.places) != 1:
        return None
    place = question.places[0].places
    asked = _parts(text)
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
    if len({_COUNTED.get(base := table.intent.partition("/")[0], base) for table in tables}) + len(lines) < 2:
        return None
    sheet = [Subject("place", place, next(iter(lines)))] if lines else []
    return Named((*tables, *sheet), max(*tables.values(), *lines.values()), asked=True, together=True)


def _parts(text: str) -> list[str]:
    """Return the parts that ask something, each with the place as its subject."""
    found = [part.strip() for part in JOINED.split(text) if part]
    asking = [part for part in found if words(part.replace(MASK, " "))]
    return [part if MASK in part else f"{MASK} {part}" for part in asking]
