"""How sure an answer is: the evidence for the best item turned into the probability that it is right.

Learnt when the index is built from questions whose answer is known but was hidden: each fold of phrasings is ranked by
a classifier that saw neither them nor, for a part of the items, any phrasing at all. The hidden items' phrasings are
near misses (the right field, no answer), and what is background is background. So any folder of cards teaches what its
own likenesses are worth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_TINY = 1e-6
FEATURES = 11


@dataclass(frozen=True)
class Evidence:
    """What speaks for the best item.

    chance, rival, leading: fused probability of it, of the second, of the first three together. likelihood, background:
    the classifier's probability of it and of what is out of scope. document, nearest: cosines to its document and
    nearest phrasing; ahead: how much nearer that phrasing is than any other item's; inside: than any question out of
    scope. covered, known: shares of the question's wording known to it and to any item.
    """

    chance: float
    rival: float
    leading: float
    likelihood: float
    background: float
    document: float
    nearest: float
    ahead: float
    inside: float
    covered: float
    known: float

    def features(self) -> Floats:
        """Return the evidence as numbers that add up in log odds, shape (FEATURES,)."""
        return np.array(
            [
                np.log((self.chance + _TINY) / (1 - self.chance + _TINY)),
                np.log((self.chance + _TINY) / (self.rival + _TINY)),
                np.log((self.leading + _TINY) / (1 - self.leading + _TINY)),
                np.log(self.likelihood + _TINY),
                np.log((self.likelihood + _TINY) / (self.background + _TINY)) if self.background else 0.0,
                self.document,
                self.nearest,
                self.ahead,
                self.inside,
                self.covered,
                self.known,
            ],
            np.float32,
        )


@dataclass(frozen=True)
class Calibration:
    """A logistic model over features: `weights` (FEATURES,), `bias`; `threshold` is a confidence."""

    weights: Floats
    bias: float
    threshold: float

    def confidence(self, evidence: Evidence) -> float:
        """Return the probability that the item is right, 0 to 1."""
        score = float(self.weights @ evidence.features()) + self.bias
        return float(1 / (1 + np.exp(-score)))


@dataclass(frozen=True)
class Trial:
    """A question with a known answer: its evidence, whether the item ranked first was right, and its kind.

    kind: `held` (the item was known, the phrasing hidden), `missed` (the item was hidden) or `background`.
    """

    evidence: Evidence
    right: bool
    kind: str


SHARES = {"held": 0.6, "missed": 0.1, "background": 0.3}
"""What each kind of trial weighs in all: a group asks mostly what cards answer, and near misses are the rarest."""
UNSCOPED_SHARES = {"held": 0.55, "missed": 0.25, "background": 0.2}
"""The same for a folder that says nothing of what is out of scope: then hidden cards are all that shows what is near it
and not held; measured on the folders in tests/domains."""


ASKED_SLOPE, ASKED_SHIFT = 1.5, 1.5
"""A phrasing hidden from training is harder than what people ask, who ask mostly for the main thing: by so much in log
odds, measured on the tune questions against the shipped cards, where it makes the calibration error smallest."""
THRESHOLD = 0.5
"""Probability from which an answer is given: it is then more likely right than wrong."""


def calibrate(trials: Sequence[Trial], shares: Mapping[str, float]) -> Calibration:
    """Learn from trials; each kind weighs its share, however many trials there are of it."""
    features = np.stack([trial.evidence.features() for trial in trials])
    right = np.array([trial.right for trial in trials])
    kinds = np.array([trial.kind for trial in trials])
    if right.all() or not right.any():  # too little was hidden to learn from: trust the fused probability
        return Calibration(np.eye(1, FEATURES, dtype=np.float32)[0], 0.0, THRESHOLD)
    from sklearn.linear_model import LogisticRegression

    weights = np.zeros(len(trials))
    for kind, share in shares.items():
        weights[kinds == kind] = share * len(trials) / max((kinds == kind).sum(), 1)
    scale = features.std(axis=0) + 1e-3
    model = LogisticRegression(C=1.0, max_iter=1_000).fit(features / scale, right, sample_weight=weights)
    learnt, bias = (model.coef_[0] / scale).astype(np.float32), float(model.intercept_[0])
    return Calibration(learnt * ASKED_SLOPE, bias * ASKED_SLOPE + ASKED_SHIFT, THRESHOLD)


def log_odds(probability: float) -> float:
    """Return a probability in log odds, between -4.6 and 4.6: none is so sure that nothing else can tell."""
    return float(np.log((probability + 0.01) / (1.01 - probability)))
