from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest

from index.errors import ModelError
from index.model import builtin
from index.model.adaptation import FILE, SHA256, adaptable, adapted, write_adaptation
from index.model.weights import Weights


@pytest.fixture(scope="module")
def weights() -> Weights:
    return builtin.base_weights()


def test_the_shipped_file_moves_each_bias_and_norm_and_adds_to_each_matrix_but_that_of_words(weights: Weights) -> None:
    moved = adapted(weights)
    changed = {name for name in weights.arrays if not np.array_equal(moved.arrays[name], weights.arrays[name])}
    assert changed == set(adaptable(weights))
    assert moved.matrices == weights.matrices
    assert moved.factors.keys() == weights.matrices.keys() - {"emb.word"}


def test_nothing_moves_far(weights: Weights) -> None:
    """What carries over to other subjects is kept: what is added is a fraction of what it is added to."""
    moved = adapted(weights)
    shifts = [
        np.linalg.norm(moved.arrays[name] - weights.arrays[name]) / np.linalg.norm(weights.arrays[name])
        for name in adaptable(weights)
    ]
    products = [
        np.linalg.norm(moved.dense(name) - weights.dense(name)) / np.linalg.norm(weights.dense(name))
        for name in moved.factors
    ]
    assert np.median(shifts) < 0.25 and np.median(products) < 0.25


def test_what_is_written_is_read_back(weights: Weights, tmp_path: Path) -> None:
    shifts = {name: np.full_like(weights.arrays[name], 0.5) for name in adaptable(weights)}
    up, down = np.full((384, 2), 0.5, np.float32), np.full((2, 384), 0.25, np.float32)
    sha256 = write_adaptation(tmp_path / "file.npz", {**shifts, "l0.q.w.up": up, "l0.q.w.down": down})
    moved = adapted(weights, tmp_path / "file.npz", sha256)
    assert all(np.array_equal(moved.arrays[name], weights.arrays[name] + 0.5) for name in shifts)
    assert np.allclose(moved.dense("l0.q.w"), weights.dense("l0.q.w") + 0.25)
    assert np.array_equal(moved.dense("l0.k.w"), weights.dense("l0.k.w"))


def test_equal_shifts_give_equal_bytes(tmp_path: Path) -> None:
    shifts = {"b": np.ones(3, np.float32), "a": np.zeros(2, np.float32)}
    one = write_adaptation(tmp_path / "one.npz", shifts)
    assert one == write_adaptation(tmp_path / "other.npz", dict(reversed(shifts.items())))


def test_the_shipped_file_is_the_one_that_is_pinned() -> None:
    assert hashlib.sha256(FILE.read_bytes()).hexdigest() == SHA256


@pytest.mark.parametrize("content", [None, b"", b"PK"])
def test_a_file_that_is_missing_or_another_is_named(weights: Weights, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "adaptation.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ModelError, match=r"adaptation\.npz.*install Guichet again"):
        adapted(weights, path)
