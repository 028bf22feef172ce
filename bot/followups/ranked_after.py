"""Ranks the cards for a question after one that a card answered: by its own words, and by both questions read as one.

"French classes in term? - And in summer?": by itself that may be the opening hours, with the question before it is
likeliest the card just told; the course in summer is likely in both. What such words alone are likeliest to mean is no
better than a guess, however sure the ranking is of it.
"""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.alone.guards import Elsewhere, Guard
from bot.answer import Decision
from bot.followups import completing
from bot.followups.context import standing
from bot.subject import Subject
from bot.turn import Turn
from bot.words import courtesy
from bot.words.question import Question
from bot.words.wording_on import content
from index.ranking.calibration import log_odds
from index.ranking.lesson import FOLLOW_UP
from index.ranking.ranker import Ranking
from index.ranking.variants import CARD, item, parts
from index.snapshot import Snapshot

LIKELY = 0.4
"""How likely another card must be meant to stand in place of the one that was found."""
SURE = 0.6
"""How likely a card must be meant where none was found, or a choice."""
OUTSIDE = 0.6
"""From here on a question is likelier out of scope than not: nothing is answered that was not before."""
ELLIPTIC = 2
"""Words of content up to which a question that got no answer may be one only after another."""
WEIGHTS: dict[str, float] = {
    "own": 0.64,
    "joined": 0.57,
    "told": 3.02,
    "told, words": -2.18,
    "told, sure": -0.61,
    "related": 1.53,
}
"""Of `evidence`, in its order: those under which the right cards of follow-ups to cards of five domains, and of
questions on something else than the one before, are likeliest (a conditional logit)."""
_LEAST_OWN, _LEAST_JOINED = 1e-4, 1e-5  # what a ranking gives to all that it does not count among its candidates
_WEIGHTS = np.array([*WEIGHTS.values()])


@dataclass(frozen=True, slots=True)
class Meant:
    """The item that a question likeliest means, and the probability that it does."""

    item: str
    probability: float


def ranked_after(question: Question, found: Decision, last: Turn, snapshot: Snapshot) -> Decision | None:
    """Return the decision for the card that a question after another likeliest means; None where the `found` one holds.

    Only what names nothing and got a card, or nothing at all, is weighed so, after a question that got one card. Where
    the knowledge itself teaches how follow-ups are worded, `going_on` has told better already.
    """
    if FOLLOW_UP in snapshot.general.kinds:
        return None
    told = last.only
    if told is None or told.kind != "card" or last.decision.status != "answered" or not _may_be_meant(question, found):
        return None
    joined = completing.joined(standing(last, snapshot), question)
    own, both = _rankings((question, joined), snapshot)
    meant = likeliest(own, both, item(CARD, told.ids[0]), _related(told.ids[0], snapshot), len(content(question)))
    if meant is None or parts(meant.item)[0] != CARD:
        return None
    subject = Subject("card", (parts(meant.item)[1],))
    if found.status == "answered":
        changed = meant.probability >= LIKELY and found.subjects[0] != subject
    else:
        elliptic = len(content(question)) <= ELLIPTIC and own.outside < OUTSIDE
        changed = elliptic and meant.probability >= SURE
    if not changed:
        return None
    return Decision("answered", (subject,), meant.probability, nearest=found.nearest, tongue=found.tongue, follows=True)


def likeliest(own: Ranking, joined: Ranking, told: str, related: Container[str], words: int) -> Meant | None:
    """Return the item likeliest meant by a question of so many `words`, after one that got the item `told`.

    `own` is its ranking by itself, `joined` that of both questions read as one, `related` the items that the one told
    offers, or that offer it. None where neither ranks any.
    """
    items = list(dict.fromkeys(c.item for c in (*own.candidates, *joined.candidates)))
    if not items:
        return None
    odds = evidence(items, own, joined, told, related, words) @ _WEIGHTS
    chances = np.exp(odds - odds.max())
    best = int(chances.argmax())
    return Meant(items[best], float(chances[best] / chances.sum()))


def evidence(
    items: Sequence[str], own: Ranking, joined: Ranking, told: str, related: Container[str], words: int
) -> NDArray[np.float64]:
    """Return the values of WEIGHTS for each item (items, 6): what speaks for it being meant (see `likeliest`)."""
    alone, both = ({c.item: c.probability for c in ranking.candidates} for ranking in (own, joined))
    sure = log_odds(own.confidence)
    rows = [
        (
            math.log(alone.get(each, 0.0) + _LEAST_OWN),
            math.log(both.get(each, 0.0) + _LEAST_JOINED),
            each == told,
            math.log(1 + words) * (each == told),
            sure * (each == told),
            each in related,
        )
        for each in items
    ]
    return np.array(rows, np.float64)


def _may_be_meant(question: Question, found: Decision) -> bool:
    if question.names_any or question.countries:
        return False
    if found.settled:
        return all(subject.kind == "card" for subject in found.subjects) and (
            found.status == "clarify" or len(found.subjects) == 1
        )
    return found.reason == "unsure"


def _related(told: str, snapshot: Snapshot) -> frozenset[str]:
    """Return the items of the cards that a card offers, or that offer it."""
    cards = snapshot.library.cards
    offered = (*cards[told].related, cards[told].counterpart)
    found = (each.id for each in cards.values() if each.id in offered or told in (*each.related, each.counterpart))
    return frozenset(item(CARD, id) for id in found)


def _rankings(questions: Sequence[Question], snapshot: Snapshot) -> list[Ranking]:
    texts = [courtesy.asked(question.text) for question in questions]
    vectors = snapshot.model.encode(texts, "query")
    return [
        snapshot.general.rank(
            text,
            vector,
            question.language,
            left_out=Elsewhere(question, snapshot),
            barred=Guard(question, snapshot),
        )
        for question, text, vector in zip(questions, texts, vectors, strict=True)
    ]
