"""A conditional logit: the weights of evidence under which the right options of choices are likeliest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

FOLDS = 8
STEPS = 3_000
RATE = 0.05
DECAY = 2e-4
"""How strongly weights are drawn to 0, against the mean log likelihood of a choice."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The evidence for each option (options, names), which are right (options,), and whether any ought to be."""

    evidence: Floats
    right: NDArray[np.bool_]
    in_scope: bool


def fit(found: Sequence[Choice]) -> Floats:
    """Return the weights (names,) under which the right options are likeliest, by gradient ascent (Adam)."""
    most = max(len(one.right) for one in found)
    table = np.zeros((len(found), most, found[0].evidence.shape[1]))
    there, right = np.zeros((len(found), most), np.bool_), np.zeros((len(found), most), np.bool_)
    for row, one in enumerate(found):
        count = len(one.right)
        table[row, :count], right[row, :count], there[row, :count] = one.evidence, one.right, True
    told = right.any(axis=1) & (there & ~right).any(axis=1)
    table, right, there = table[told], right[told], there[told]
    weights, mean, square = (np.zeros(table.shape[2]) for _ in range(3))
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


def report(found: Sequence[Choice], names: Sequence[str]) -> None:
    """Print how many choices come out right by weights fitted on the others, and the weights fitted on all."""
    fold = np.random.default_rng(0).integers(FOLDS, size=len(found))
    right = np.zeros(len(found), np.bool_)
    for number in range(FOLDS):
        weights = fit([one for one, of in zip(found, fold, strict=True) if of != number])
        for row in np.flatnonzero(fold == number).tolist():
            right[row] = is_right(found[row], weights)
    inside = np.array([one.in_scope for one in found])
    for name, those in (("in scope", inside), ("out of scope", ~inside)):
        best = sum(bool(one.right.any()) for one, of in zip(found, those, strict=True) if of)
        print(f"{name}: {right[those].sum()} of {those.sum()} right by weights of others; {best} have a right option")
    for name, weight in zip(names, fit(found), strict=True):
        print(f'    "{name}": {weight:.2f},')
