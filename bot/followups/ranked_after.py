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

from bot.alone.counterpart import asked_for, of_another
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
    "found": 0.0,
    "found, sure": 0.0,
}
"""Of `evidence`, in its order: those under which the right cards of follow-ups to cards of five domains, and of
questions on something else than the one before, are likeliest (`scripts/fit_ranked_after.py`)."""
TAUGHT_WEIGHTS: dict[str, float] = {
    "own": 0.41,
    "joined": 0.54,
    "told": 0.06,
    "told, words": 0.24,
    "told, sure": -0.04,
    "related": 1.13,
    "found": 0.52,
    "found, sure": 0.83,
}
"""The same where the knowledge teaches how follow-ups are worded: what was found by that is worth something too. Fitted
on the conversations of the tune questions in which a card follows a card; by weights of the others, eleven more of 573
are right and one is no more."""
NOTHING = ""
"""In place of an item: no answer was found, and none is meant."""
_LEAST_OWN, _LEAST_JOINED = 1e-4, 1e-5  # what a ranking gives to all that it does not count among its candidates
_WEIGHTS = np.array([*WEIGHTS.values()])
_TAUGHT = np.array([*TAUGHT_WEIGHTS.values()])


@dataclass(frozen=True, slots=True)
class Meant:
    """The item that a question likeliest means, and the probability that it does."""

    item: str
    probability: float


@dataclass(frozen=True, slots=True)
class Found:
    """The item that other steps found for the question, or NOTHING, and how sure that is."""

    item: str
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class After:
    """What tells which item a question after a card means.

    `own` is its ranking by itself, `joined` that of both questions read as one; `told` the item of the card, `related`
    those that it offers, or that offer it; `words` how many of content the question has; `found` what other steps
    found, where that counts.
    """

    own: Ranking
    joined: Ranking
    told: str
    related: Container[str]
    words: int
    found: Found | None = None

    @property
    def items(self) -> list[str]:
        """What may be meant: what the rankings hold, and of cards only where what was found counts, that too."""
        items = dict.fromkeys(c.item for c in (*self.own.candidates, *self.joined.candidates))
        if self.found is None or not items:
            return [*items]
        # sheets and tables were weighed against cards before
        return [*dict.fromkeys((*(each for each in items if parts(each)[0] == CARD), self.found.item))]


def ranked_after(question: Question, found: Decision, last: Turn, snapshot: Snapshot) -> Decision | None:
    """Return the decision for the card that a question after another likeliest means; None where the `found` one holds.

    Only what names nothing and got a card, or nothing at all, is weighed so, after a question that got one card. Where
    the knowledge itself teaches how follow-ups are worded, `going_on` has told much already, and what it found counts.
    """
    after = after_card(question, found, last, snapshot)
    meant = None if after is None else likeliest(after)
    if after is None or meant is None or not meant.item or parts(meant.item)[0] != CARD:
        return None
    taught, told = after.found is not None, last.only
    subject = Subject("card", (parts(meant.item)[1],))
    if found.status == "answered":
        again = taught and subject == told  # which the ways to complete a question have weighed
        changed = meant.probability >= LIKELY and found.subjects[0] != subject and not again
    elif taught:
        changed = after.own.outside < OUTSIDE and meant.probability >= LIKELY
    else:
        changed = after.words <= ELLIPTIC and after.own.outside < OUTSIDE and meant.probability >= SURE
    if not changed:
        return None
    return Decision("answered", (subject,), meant.probability, nearest=found.nearest, tongue=found.tongue, follows=True)


def after_card(question: Question, found: Decision, last: Turn, snapshot: Snapshot) -> After | None:
    """Return what tells which card a question after one means, the `found` one or another; None where none is told."""
    taught = FOLLOW_UP in snapshot.general.kinds
    told = last.only
    if told is None or told.kind != "card" or last.decision.status != "answered":
        return None
    if not _may_be_meant(question, found, taught=taught):
        return None
    if found.status == "answered" and asked_for(question, most_beside=0):
        return None  # it is known what the counterpart is
    if found.status == "answered" and of_another(question, standing(last, snapshot)) is not None:
        return None  # the question before names the body that is no longer asked about
    own, joined = _rankings((question, completing.joined(standing(last, snapshot), question)), snapshot)
    return After(
        own,
        joined,
        told=item(CARD, told.ids[0]),
        related=_related(told.ids[0], snapshot),
        words=len(content(question)),
        found=_found(found) if taught else None,
    )


def likeliest(after: After) -> Meant | None:
    """Return the item likeliest meant by a question after a card; None where nothing is ranked."""
    items = after.items
    if not items:
        return None
    odds = evidence(items, after) @ (_WEIGHTS if after.found is None else _TAUGHT)
    chances = np.exp(odds - odds.max())
    best = int(chances.argmax())
    return Meant(items[best], float(chances[best] / chances.sum()))


def evidence(items: Sequence[str], after: After) -> NDArray[np.float64]:
    """Return the values of WEIGHTS for each item (items, 8): what speaks for it being meant."""
    alone, both = ({c.item: c.probability for c in ranking.candidates} for ranking in (after.own, after.joined))
    sure = log_odds(after.own.confidence)
    already = after.found or Found(NOTHING)
    rows = [
        (
            math.log(alone.get(each, 0.0) + _LEAST_OWN) if each else 0.0,
            math.log(both.get(each, 0.0) + _LEAST_JOINED) if each else 0.0,
            each == after.told,
            math.log(1 + after.words) * (each == after.told),
            sure * (each == after.told),
            each in after.related,
            each == already.item,
            log_odds(already.confidence) * (each == already.item) if each else 0.0,
        )
        for each in items
    ]
    return np.array(rows, np.float64)


def _found(decision: Decision) -> Found:
    if decision.status != "answered":
        return Found(NOTHING)
    return Found(item(CARD, decision.subjects[0].ids[0]), decision.confidence)


def _may_be_meant(question: Question, found: Decision, *, taught: bool) -> bool:
    """Tell whether another card than was found may be meant: nothing is named, and no choice or sheet was found."""
    if question.names_any or (question.countries and not taught):
        return False
    if taught and found.status == "clarify":
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
