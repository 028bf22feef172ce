"""A phone, a mailbox or a fax that is asked for and not held: it is said so, with whom to ask."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.answer import Decision
from bot.asked_of import Named
from bot.question import Question
from bot.reaching import LINE, is_lacking, offices_of, to_reach, told_in_purpose
from bot.ways import NEVER_HELD, ways
from index.ranker import Ranking
from index.snapshot import Snapshot
from index.variants import CARD, parts

_LIKE = {
    "phone": re.compile(r"(?:\+\d{2}|\b0)\d?[ -]?\d[\d -]{5,}"),
    "email": re.compile(r"\w@\w"),
}
"""What a way to reach someone looks like in the text of a card."""


def never_held(named: Named, question: Question) -> Decision | None:
    """Return that a way to reach the body named is not held where it is one that no sheet holds; else None."""
    asked = ways(question.text)
    if not asked or not asked <= NEVER_HELD or len(question.contacts) != 1 or question.places:
        return None
    return Decision("unknown", reason="line", referral=question.contacts[0].places[0], tongue=named.tongue)


def lacking(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return that the one way asked for to reach the body or place named is not held.

    None where it is held, where any way will do, and where the best card tells such a one.
    """
    first, asked = to_reach(named), ways(question.text)
    if first is None or (named.confidence < LINE and not asked <= NEVER_HELD):
        return None
    if asked & told_in_purpose(first, question.language, snapshot.library):
        return Decision("answered", (replace(first, intent=""),), named.confidence)
    if not is_lacking(asked, first, question, snapshot, today):
        return None
    kind, id = parts(ranking.candidates[0].item) if ranking.candidates else ("", "")
    card = snapshot.library.cards[id].answer[question.language] if kind == CARD else ""
    told = any(way in _LIKE and _LIKE[way].search(card) for way in asked)
    if told and ranking.confidence >= snapshot.general.threshold:
        return None
    offices = (each.ids[0] for each in offices_of(replace(first, intent="site"), question.text, snapshot.library))
    referral = first.ids[0] if first.kind == "contact" else next(offices, None)
    sheet = () if referral else (replace(first, intent=""),)
    return Decision("unknown", (), 0.0, "line", sheet, referral, tongue=named.tongue)
