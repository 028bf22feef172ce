"""Scores as probabilities: they sum to one, in their order, whatever is added to all scores."""

from __future__ import annotations

import numpy as np
import pytest

from index.ranking.softmax import softmax


def test_probabilities_sum_to_one_in_the_order_of_the_scores() -> None:
    found = softmax(np.array([[1.0, 3.0, 2.0], [0.0, 0.0, 0.0]]))
    assert found.sum(axis=1) == pytest.approx([1, 1])
    assert found[0].argsort().tolist() == [0, 2, 1]
    assert found[1] == pytest.approx([1 / 3] * 3)


def test_only_differences_count_and_large_scores_do_not_overflow() -> None:
    scores = np.array([1.0, 2.0, 4.0])
    assert softmax(scores + 10_000) == pytest.approx(softmax(scores))


def test_what_is_ruled_out_gets_nothing() -> None:
    assert softmax(np.array([0.0, -np.inf])).tolist() == [1.0, 0.0]


def test_the_scores_may_give_way() -> None:
    scores = np.array([[0.0, 1.0]], np.float32)
    assert softmax(scores, out=scores) is scores
    assert scores.dtype == np.float32
