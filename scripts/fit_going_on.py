"""Fits the weights of `bot.followups.going_on` on labelled conversations.

    python -m scripts.fit_going_on tests/questions/*tune*.jsonl

Each line with a history is a choice among what its question gets by itself and read on in each way; the weights are
those under which the right ones are likeliest (a conditional logit). It prints how many would be answered right, by
weights fitted on the other conversations, and the weights to put into the module. The index must be up to date.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot import settings, several
from bot.answering import TURNS, recall
from bot.composing import compose
from bot.desk.evaluating import Labelled, outcome, read_questions
from bot.followups import context, country, pointing, reading_on
from bot.followups.going_on import NAMES, evidence
from bot.words import courtesy
from bot.words.question import understand
from index.model.opening import open_model
from index.snapshot import Snapshot, open_snapshot
from index.store import Store

FOLDS = 8
STEPS = 3_000
RATE = 0.05
DECAY = 2e-4
"""How strongly weights are drawn to 0, against the mean log likelihood of a conversation."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a question may be taken for: evidence (options, names), zeros for itself, and which are right (options,)."""

    evidence: Floats
    right: NDArray[np.bool_]
    in_scope: bool


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


def fit(found: Sequence[Choice]) -> Floats:
    """Return the weights (names,) under which the right options are likeliest, by gradient ascent (Adam)."""
    most = max(len(one.right) for one in found)
    table = np.zeros((len(found), most, len(NAMES)))
    there, right = np.zeros((len(found), most), np.bool_), np.zeros((len(found), most), np.bool_)
    for row, one in enumerate(found):
        count = len(one.right)
        table[row, :count], right[row, :count], there[row, :count] = one.evidence, one.right, True
    told = right.any(axis=1) & (there & ~right).any(axis=1)
    table, right, there = table[told], right[told], there[told]
    weights, mean, square = (np.zeros(len(NAMES)) for _ in range(3))
    for step in range(1, STEPS + 1):
        odds = np.where(there, table @ weights, -np.inf)
        chance = np.exp(odds - odds.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        meant = chance * right
        meant /= meant.sum(axis=1, keepdims=True) + 1e-12
        slope = np.einsum("co,con->n", meant - chance, table) / len(table) - 2 * DECAY * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def is_right(one: Choice, weights: Floats) -> bool:
    """Tell whether the likeliest option is right."""
    return bool(one.right[int(np.argmax(one.evidence @ weights))])


def main(files: Sequence[str]) -> None:
    """Fit and print."""
    settings_ = settings.load(None)
    model = open_model(settings_.model, settings_.cache, lambda *_: None)
    version = Store(settings_.state).current()
    if version is None:
        sys.exit("no index yet: run `guichet index`")
    snapshot = open_snapshot(version, model)
    asked = [each for file in files for each in read_questions(Path(file)) if each.history]
    found = [made for each in asked if (made := choice(each, snapshot, date.today())) is not None]
    fold = np.random.default_rng(0).integers(FOLDS, size=len(found))
    right = np.zeros(len(found), np.bool_)
    for number in range(FOLDS):
        weights = fit([one for one, of in zip(found, fold, strict=True) if of != number])
        for row in np.flatnonzero(fold == number):
            right[row] = is_right(found[row], weights)
    inside = np.array([one.in_scope for one in found])
    for name, those in (("in scope", inside), ("out of scope", ~inside)):
        best = sum(bool(one.right.any()) for one, of in zip(found, those, strict=True) if of)
        print(f"{name}: {right[those].sum()} of {those.sum()} right by weights of others; {best} have a right reading")
    for name, weight in zip(NAMES, fit(found), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main(sys.argv[1:])
