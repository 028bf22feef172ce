"""The hidden layer: it tells apart what no plane does, the same way each time."""

from __future__ import annotations

import numpy as np
import pytest

from index.ranking import classifier as classifier_module
from index.ranking import perceptron
from index.ranking.classifier import Classifier, retrain, train

Rows = tuple[np.ndarray, np.ndarray]


@pytest.fixture
def rings() -> Rows:
    """Unit vectors (4000, 8) of two classes that no plane parts: the sign of one coordinate times that of another."""
    random = np.random.default_rng(3)
    vectors = random.normal(size=(4000, 8)).astype(np.float32)
    vectors[:, 2:] *= 0.3
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors, (vectors[:, 0] * vectors[:, 1] > 0).astype(np.int64)


def right(found: Classifier, vectors: np.ndarray, labels: np.ndarray) -> float:
    ranked = np.array([found.probabilities(vector).argmax() for vector in vectors])
    return float((ranked == labels).mean())


def test_it_tells_apart_what_no_plane_does(rings: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors, labels = rings
    plain = train(vectors[:3000], labels[:3000], 2)
    monkeypatch.setattr(classifier_module, "LAYERED_FROM", 3000)
    monkeypatch.setattr(perceptron, "EPOCHS", 60)
    layered = train(vectors[:3000], labels[:3000], 2)
    assert plain.layer is None
    assert layered.layer is not None
    assert right(plain, vectors[3000:], labels[3000:]) < 0.7
    assert right(layered, vectors[3000:], labels[3000:]) > 0.9


def test_the_same_rows_give_the_same_classifier(rings: Rows) -> None:
    vectors, labels = rings
    one, other = (perceptron.fit(vectors, labels, 2, epochs=2) for _ in range(2))
    assert np.array_equal(one[0].weights, other[0].weights)
    assert np.array_equal(one[1], other[1])


def test_features_are_the_vector_and_units_about_as_long(rings: Rows) -> None:
    vectors, labels = rings
    layer, weights, bias = perceptron.fit(vectors, labels, 2, epochs=2)
    features = layer.features(vectors)
    assert features.shape == (4000, 8 + perceptron.UNITS) == (4000, weights.shape[1])
    assert bias.shape == (2,)
    assert np.array_equal(features[:, :8], vectors)
    assert np.linalg.norm(features[:, 8:], axis=1).mean() == pytest.approx(1, rel=0.05)


def test_fewer_rows_than_a_batch_are_learnt_too() -> None:
    vectors = np.eye(6, dtype=np.float32)
    layer, weights, bias = perceptron.fit(vectors, np.arange(6), 6, epochs=200)
    found = Classifier(weights, bias, layer)
    assert right(found, vectors, np.arange(6)) == 1


def test_a_class_learnt_anew_keeps_the_layer_and_the_other_classes(
    rings: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    vectors, labels = rings
    monkeypatch.setattr(classifier_module, "LAYERED_FROM", 3000)
    before = train(vectors, labels, 2)
    added = np.repeat(np.eye(8, dtype=np.float32)[7:], 30, axis=0)
    grown = Classifier(
        np.vstack([before.weights, np.zeros((1, before.weights.shape[1]), np.float32)]),
        np.append(before.bias, np.float32(0)),
        before.layer,
    )
    after = retrain(grown, np.vstack([vectors, added]), np.append(labels, np.full(30, 2)), np.array([2]))
    assert after.layer is before.layer
    assert np.array_equal(after.weights[:2], before.weights)
    assert after.probabilities(added[0]).argmax() == 2
    assert right(after, vectors[:500], labels[:500]) >= right(before, vectors[:500], labels[:500]) - 0.02
