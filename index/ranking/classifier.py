"""Which card a question is about: multinomial logistic regression over centred question vectors.

Trained when the index is built, stored as arrays; scikit-learn is not imported to answer. On 150 intents with 50
phrasings each it ranks 94.9 % right where the nearest phrasing gets 87.0 %. From some ten thousand phrasings on, a
hidden layer stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking import perceptron
from index.ranking.lesson import spread
from index.ranking.perceptron import Layer
from index.ranking.softmax import softmax

Floats = NDArray[np.float32]
Labels = NDArray[np.int64]

INVERSE_REGULARISATION = 10.0
ITERATIONS = 40
"""L-BFGS has found the ranking of some thousand rows by then: on forty cards of other subjects 120 rank no better."""
MANY_ROWS, ITERATIONS_OF_MANY = 10_000, 120
"""More rows take more. Of what is asked of a place, a fifth of it hidden, 40 rank 83.2 % right and 120 84.1 %; learnt
from the rows in another order, 80 rank 0.3 % of it otherwise and 40 2.3 %."""
LAYERED_FROM = 30_000
"""Rows from which a hidden layer is learnt. With one for the 20,000 of what is asked of places, twelve of 1,700
labelled questions fewer are right; forty cards of other subjects rank better, but take eight times as long to learn."""
MANY_CLASSES = 4_000
"""Beyond, a class's weights are its centroid: cheaper by orders of magnitude, and it judges the candidates only."""
CENTROID_SHARPNESS = 20.0
_ROWS = 4_096
"""Rows whose scores are held at a time: 16 MB for a thousand classes."""
BEARING = 5_000
"""Rows that a few of many classes are learnt anew from: to those farther off they give no probability worth a gradient.
Of fewer than LAYERED_FROM all rows are used: a few broad classes are near to every one of them."""
_BEARING_EACH = 300
ELSEWHERE = 5_000
"""Rows, spread evenly over all the others, that they are learnt anew from beside those: without them a phrasing unlike
any other draws whatever is as unlike, however far off it is."""


@dataclass(frozen=True)
class Classifier:
    """A softmax: `weights` (classes, features), `bias` (classes,), float32.

    The features of a vector are the vector itself, or what the hidden layer makes of it.
    """

    weights: Floats
    bias: Floats
    layer: Layer | None = None

    @property
    def dimension(self) -> int:
        """The dimension of the vectors it judges."""
        return int((self.weights if self.layer is None else self.layer.weights).shape[1])

    def features(self, vectors: Floats) -> Floats:
        """Return the features (..., features) of vectors (..., dimension)."""
        return vectors if self.layer is None else self.layer.features(vectors)

    def probabilities(self, vector: Floats, among: NDArray[np.int64] | None = None) -> Floats:
        """Return the probability of each class, or of each class `among` those given; they sum to 1."""
        weights, bias = (self.weights, self.bias) if among is None else (self.weights[among], self.bias[among])
        return softmax(weights @ self.features(vector) + bias)


def train(vectors: Floats, labels: Labels, classes: int, effort: float = 1.0) -> Classifier:
    """Learn from unit vectors (n, dimension) and their classes (n,), each class at least once.

    `effort` is the share of the usual passes over the vectors.
    """
    if classes > MANY_CLASSES:
        return _centroids(vectors, labels, classes)
    if len(vectors) >= LAYERED_FROM:
        layer, weights, bias = perceptron.fit(vectors, labels, classes, round(effort * perceptron.EPOCHS))
        return Classifier(weights, bias, layer)
    start = _centroids(vectors, labels, classes)
    iterations = ITERATIONS_OF_MANY if len(vectors) >= MANY_ROWS else ITERATIONS
    return _descend(start, vectors, labels, np.arange(classes), round(effort * iterations))


def retrain(before: Classifier, vectors: Floats, labels: Labels, changed: Labels) -> Classifier:
    """Learn the classes `changed` (k,) anew, those of the others and the hidden layer staying as they are.

    What all other classes add to the softmax is summed once, so that an edited card costs a moment where all cards cost
    a minute. `before` has a row for every class.
    """
    near = _near(vectors, labels, changed)
    features, labels = before.features(vectors[near]), labels[near]
    centroids = _centroids(features, labels, len(before.bias))
    weights, bias = before.weights.copy(), before.bias.copy()
    weights[changed], bias[changed] = centroids.weights[changed], centroids.bias[changed]
    return _descend(Classifier(weights, bias, before.layer), features, labels, changed, ITERATIONS)


def _descend(start: Classifier, vectors: Floats, labels: Labels, changed: Labels, iterations: int) -> Classifier:
    """Minimise the cross-entropy of a softmax, its weights held small, over the rows `changed` (k,) of a classifier.

    `vectors` (n, features) are features already. After a hidden layer labels are smoothed, as they were in training.

    L-BFGS in single precision, from where `start` stands: half the time of scikit-learn's, which begins at zero and
    computes in double precision, for a better ranking.
    """
    from scipy.optimize import minimize

    dimension = vectors.shape[1]
    others = np.delete(np.arange(len(start.bias)), changed)
    fixed = _summed(start, vectors, others)
    place = np.full(len(start.bias), -1, np.int64)
    place[changed] = np.arange(len(changed))
    column = place[labels]
    spread = 0.0 if start.layer is None else perceptron.SMOOTHING
    share = spread / len(start.bias)

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        table = flat.reshape(len(changed), dimension + 1).astype(np.float32)
        weights, bias = table[:, :dimension], table[:, dimension]
        value, slope, level = 0.0, weights / INVERSE_REGULARISATION, np.zeros(len(changed))
        for first in range(0, len(vectors), _ROWS):
            part = slice(first, first + _ROWS)
            scores = vectors[part] @ weights.T + bias
            own = np.flatnonzero(column[part] >= 0), column[part][column[part] >= 0]
            highest = np.maximum(scores.max(axis=1), fixed[part])
            value += float(highest.sum(dtype=np.float64) - (1 - spread) * scores[own].sum(dtype=np.float64))
            value -= share * float(scores.sum(dtype=np.float64))
            odds = np.exp(scores - highest[:, np.newaxis], out=scores)
            total = odds.sum(axis=1) + np.exp(fixed[part] - highest)
            value += float(np.log(total).sum(dtype=np.float64))
            odds /= total[:, np.newaxis]
            odds -= share
            odds[own] -= 1 - spread
            slope += odds.T @ vectors[part]
            level += odds.sum(axis=0)
        value += float((weights**2).sum(dtype=np.float64)) / (2 * INVERSE_REGULARISATION)
        return value, np.column_stack([slope, level]).ravel().astype(np.float64)

    begin = np.column_stack([start.weights[changed], start.bias[changed]]).ravel().astype(np.float64)
    found = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": iterations}).x
    table = found.reshape(len(changed), dimension + 1).astype(np.float32)
    weights, bias = start.weights.copy(), start.bias.copy()
    weights[changed], bias[changed] = table[:, :dimension], table[:, dimension]
    return Classifier(weights, bias, start.layer)


def _summed(classifier: Classifier, vectors: Floats, among: Labels) -> Floats:
    """Return the logarithm of what the classes `among` add to each row's softmax (n,)."""
    if not len(among):
        return np.full(len(vectors), -np.inf, np.float32)
    scores = vectors @ classifier.weights[among].T + classifier.bias[among]
    highest = scores.max(axis=1)
    return np.asarray(highest + np.log(np.exp(scores - highest[:, np.newaxis]).sum(axis=1)), np.float32)


def _near(vectors: Floats, labels: Labels, changed: Labels) -> Labels:
    """Return the rows that bear on the classes `changed` (k,): their own, and the others nearest to their means."""
    count = max(BEARING, _BEARING_EACH * len(changed))
    if len(vectors) <= max(count, LAYERED_FROM):
        return np.arange(len(vectors))
    means = np.stack([vectors[labels == label].mean(axis=0) for label in changed])
    nearness = (vectors @ means.T).max(axis=1)
    nearness[np.isin(labels, changed)] = np.inf
    order = np.argpartition(-nearness, count)
    return np.sort(np.concatenate([order[:count], spread(np.sort(order[count:]), ELSEWHERE)]))


def _centroids(vectors: Floats, labels: Labels, classes: int) -> Classifier:
    sums = np.zeros((classes, vectors.shape[1]), np.float32)
    np.add.at(sums, labels, vectors)
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    weights = np.asarray(CENTROID_SHARPNESS * sums / np.maximum(norms, 1e-9), np.float32)
    return Classifier(weights, np.zeros(classes, np.float32))
