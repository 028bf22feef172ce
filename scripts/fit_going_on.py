"""Fits the weights of `bot.followups.going_on` on labelled conversations.

    python -m scripts.fit_going_on tests/questions/*tune*.jsonl

Each line with a history is a choice among what its question gets by itself and read on in each way; the weights are
those under which the right ones are likeliest (a conditional logit). It prints how many would be answered right, by
weights fitted on the other conversations, and the weights to put into the module. The index must be up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

import numpy as np

from bot import several
from bot.answering import TURNS, recall
from bot.composing import compose
from bot.desk.evaluating import Labelled, outcome
from bot.followups import context, country, pointing, reading_on
from bot.followups.going_on import NAMES, evidence
from bot.words import courtesy
from bot.words.question import understand
from index.snapshot import Snapshot
from scripts.conditional_logit import Choice, report
from scripts.conversations import conversations


def choice(labelled: Labelled, snapshot: Snapshot, today: date) -> Choice | None:
    """Return the choice that a question after others is; None where it is decided before any reading."""
    history = recall([exchange.question for exchange in labelled.history], snapshot, today)
    heard = understand(labelled.question, snapshot, last=history[-1].question.language)
    question, last = context.resumed(heard, history[-TURNS:], snapshot)
    if last is None or courtesy.recognise(labelled.question) is not None:
        return None
    if pointing.pointed_to(question, history[-TURNS:], last, snapshot, today) is not None:
        return None
    own = several.by_itself(question, snapshot, today)
    if reading_on.confirmed(question, own.decision, last, snapshot, today) is not None:
        return None
    home = country.left(own.decision, question, last, snapshot)
    said = reading_on.after(question, own, last, snapshot, leaves=country.is_told(home, last, snapshot))
    options = [(np.zeros(len(NAMES)), own.decision)]
    earlier = context.place_before(history[-TURNS:], last)
    read_in = context.context_of(question, last, snapshot, today, earlier=earlier)
    for reading, decision in reading_on.weighed(read_in, said):
        if reading.way != "chosen":
            options.append((evidence(said, reading), decision))
    given = [compose(decision, question.language, snapshot, today) for _, decision in options]
    right = [outcome(labelled, answer, snapshot).verdict == "right" for answer in given]
    return Choice(np.stack([values for values, _ in options]), np.array(right), not labelled.out_of_scope)


def main(files: Sequence[str]) -> None:
    """Fit and print."""
    asked, snapshot = conversations(files)
    made = (choice(each, snapshot, date.today()) for each in asked)
    report([one for one in made if one is not None], NAMES)


if __name__ == "__main__":
    main(sys.argv[1:])
