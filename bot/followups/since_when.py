"""Follow-ups on since when what was told of a place is so: "how many gu has Incheon? - Since when?"."""

from __future__ import annotations

import re

from bot.answer import Decision
from bot.subject import Subject, card
from bot.words.question import Question
from index.ranking.variants import CARD, parts
from index.snapshot import Snapshot
from knowledge.text import Language

_YEAR = re.compile(r"(?<!\d)(?:1[789]|20)\d\d(?!\d)")
"""What a card that tells since when tells at least."""


def told_by(question: Question, before: Question, last: Subject, snapshot: Snapshot) -> Decision | None:
    """Return the decision for the card on it that names a place spoken of and a year; None where none is likely.

    A sheet or table got the question `before`, and tells of no change; the names that both questions bear are read as
    they stand, since a card on a change is about its places.
    """
    if last.kind not in ("place", "table") or not last.ids:
        return None
    text = f"{before.text} {question.text}"
    vector = snapshot.model.encode([text], "query")[0]
    ranking = snapshot.general.rank(text, vector, question.language)
    if not ranking.candidates or ranking.confidence < snapshot.general.threshold:
        return None
    kind, id = parts(ranking.candidates[0].item)
    if kind != CARD or not _tells(id, {*last.ids, *before.place_ids}, snapshot):
        return None
    return Decision("answered", (card(id),), ranking.confidence, tongue=ranking.tongue)


def _tells(id: str, places: set[str], snapshot: Snapshot) -> bool:
    """Tell whether the answer of a card names one of some places (ids) and a year."""
    entry, gazetteer = snapshot.library.cards[id], snapshot.library.gazetteer
    language: Language = (
        "ko" if any(gazetteer[place].country == "kr" for place in places if place in gazetteer) else "fr"
    )
    told = entry.answer[language]
    if _YEAR.search(told) is None or snapshot.names is None:
        return False
    named = {id for mention in snapshot.names.find(told, language) for id in (*mention.places, *mention.others)}
    return bool(named & places)
