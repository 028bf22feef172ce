"""The same asked of each of several places named: "Arras, Gap: for each, the région", "렌과 낭트의 인구를 각각".

They stand in a row, which is read as one place: what is asked of one is asked of all.
"""

from __future__ import annotations

import re
from functools import cache

from bot.alone.asked_of import Named
from bot.alone.parts_asked import parts_asked
from bot.sheets.place_lines import ABOVE, NAME, POPULATION
from bot.subject import Subject
from bot.tables.intents import COMPARED, LARGEST, LIST_BELOW, RANK, SIMILAR, SMALLEST, WHICH_ABOVE, WHOLE, likeliest
from bot.words import units
from bot.words.clauses import asking
from bot.words.hierarchy import above, innermost
from bot.words.question import Question
from bot.words.sentences import sentences
from index.names.particles import COMITATIVE
from index.ranking.ranker import Ranking
from index.ranking.variants import MASK, parts
from index.snapshot import Snapshot
from knowledge.places import Gazetteer
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

SURE = 0.5
"""How sure it must be what a part asks of one place."""
MOST = 4
"""Sheets given together, at most; a line of a table tells of more."""
_HERE = "\1"
"""Stands in a text for the words that say "each"."""
_ROW = re.compile(
    rf"(?<!\w){MASK}(?:(?:\s*[,;/&+]\s*(?:(?:et|and|및)\s)?|\s(?:et|and|및)\s|(?:{COMITATIVE})\s?)"
    rf"(?:(?:de la|de l'|du|des|de|d'|à|en|of|in|the)\s?)?{MASK})+(?![A-Za-z])"
)
_LIES = frozenset({WHICH_ABOVE, ABOVE, LIST_BELOW, WHOLE, NAME})
"""What a unit is named for by itself ("the région?"), where it is one that the places lie in."""
_SIZED = frozenset({POPULATION, SIMILAR, RANK, LARGEST, SMALLEST})
"""What is asked of one place in words that set several side by side."""


def of_each(question: Question, snapshot: Snapshot) -> Named | None:
    """Return what a question asks of each of the places that it names in a row; None where it does not ask so.

    Of a name that several places bear it is asked of all.
    """
    ids = tuple(dict.fromkeys(question.place_ids))
    gazetteer = snapshot.library.gazetteer
    if question.contacts or snapshot.placed is None or len(question.places) < 2:
        return None
    asked = _asked(question)
    if not asked or len(innermost(ids, gazetteer)) < len(ids):
        return None

    def read(ranking: Ranking, part: str) -> tuple[str, float]:
        return _intent(ranking, part, ids, gazetteer)

    found = parts_asked(asked, ids, question, snapshot, read, sure=SURE)
    if found is None or not (found.tables or found.lines):
        return None
    sheets = [Subject("place", (id,), next(iter(found.lines))) for id in ids[:MOST]] if found.lines else []
    return Named((*found.tables, *sheets), found.confidence, asked=True, together=True)


def _asked(question: Question) -> list[str]:
    """Return what is asked of each, as asked of one place masked; nothing where the places stand in no one row."""
    text = question.asked
    found = _each().search(bare(text))
    if found is None:
        return []
    text, rows = _ROW.subn(MASK, f"{text[: found.start()]}{_HERE}{text[found.end() :]}")
    if rows != 1 or text.count(MASK) != 1:
        return []
    said = next((sentence for sentence in sentences(text) if _HERE in sentence), text)  # "Rennes, Nantes. Each?"
    return [" ".join(part.replace(_HERE, " ").split()) for part in asking(said.replace(_HERE, " "), MASK)]


def _intent(ranking: Ranking, part: str, ids: tuple[str, ...], gazetteer: Gazetteer) -> tuple[str, float]:
    """Return what is asked of one of the places, as what answers it for all, and how sure that is."""
    likely = {parts(candidate.item)[1]: candidate.probability for candidate in ranking.candidates}
    if all(_lies_in_one(part, id, gazetteer) for id in ids):
        sure = sum(likely.get(intent, 0.0) for intent in _LIES)
        if sure >= SURE:
            return WHICH_ABOVE, sure
    sized = sum(likely.get(intent, 0.0) for intent in _SIZED)
    if likely.get(POPULATION, 0.0) and sized >= SURE:
        return COMPARED, sized
    intent, confidence = likeliest(ranking)
    return (WHICH_ABOVE if intent == ABOVE else intent), confidence


def _lies_in_one(text: str, id: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a text names one of a unit that a place lies in: "the région", of a commune."""
    place = gazetteer[id]
    kinds = {each.kind for each in above(place, gazetteer)}
    return any(
        not found.several and kinds & {*units.kinds_of(found.unit, place.country)} for found in units.found_in(text)
    )


@cache
def _each() -> re.Pattern[str]:
    """Return the pattern of the words that say "each", with "of the following towns" after them.

    Beside a row of names more do than point back to what was told, as a bare "each".
    """
    own = wordings("bot.texts", "distributed.tsv")
    each = (*wordings("bot.texts", "followup.tsv")["each"], *own["each_of_named"])
    ends = r"\s(?:l[ea]|the|its|son|sa|quel\w*|which)\s|\s?[:,.?]|$"
    of_these = rf"(?:\s(?:{alternatives(own['of_these'])})(?:\s\w+){{1,3}}?(?={ends}))"
    return re.compile(rf"(?<!\w)(?:{alternatives(each)})(?![a-z])(?:{of_these})?[\s,:]*")
