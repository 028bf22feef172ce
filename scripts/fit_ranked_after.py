"""Fits the weights of `bot.followups.ranked_after` on labelled conversations.

    python -m scripts.fit_ranked_after tests/questions/*tune*.jsonl

Each question after one that a card answered is a choice among the cards ranked for it, what other steps found, and
nothing. It prints how many would be told right, by weights fitted on the other conversations, and the weights to put
into the module: TAUGHT_WEIGHTS where the knowledge of the index at hand teaches how follow-ups are worded, otherwise
WEIGHTS.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import numpy as np

from bot import several
from bot.answering import TURNS, recall
from bot.desk.evaluating import Labelled
from bot.followups import context, reading_on
from bot.followups.ranked_after import NOTHING, WEIGHTS, after_card, evidence
from bot.words.question import understand
from index.ranking.variants import CARD, item
from index.snapshot import Snapshot
from scripts.conditional_logit import Choice, report
from scripts.conversations import conversations


def choice(labelled: Labelled, snapshot: Snapshot, today: date) -> Choice | None:
    """Return the choice that a question after a card is; None where it is none, or no card is a right answer to it."""
    if not labelled.cards and not labelled.out_of_scope:
        return None
    history = recall([exchange.question for exchange in labelled.history], snapshot, today)
    heard = understand(labelled.question, snapshot, last=history[-1].question.language)
    question, last = context.resumed(heard, history[-TURNS:], snapshot)
    if last is None:
        return None
    own = several.by_itself(question, snapshot, today)
    earlier = context.place_before(history[-TURNS:], last)
    going_on = reading_on.going_on(question, own, last, snapshot, today, earlier=earlier)
    after = after_card(question, going_on or own.decision, last, snapshot)
    if after is None or not after.items:
        return None
    wanted = [item(CARD, id) for id in labelled.cards] or [NOTHING]
    right = np.array([each in wanted for each in after.items])
    return Choice(evidence(after.items, after), right, not labelled.out_of_scope)


def main(files: Sequence[str]) -> None:
    """Fit and print."""
    asked, snapshot = conversations(files)
    made = (choice(each, snapshot, date.today()) for each in asked)
    report([one for one in made if one is not None], [*WEIGHTS])


if __name__ == "__main__":
    main(sys.argv[1:])
