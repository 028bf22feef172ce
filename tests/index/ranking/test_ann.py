from __future__ import annotations

import faiss
import numpy as np
import pytest

from index.ranking import ann
from index.ranking.ann import altered, fitting, flat

RNG = np.random.default_rng(11)


def unit(rows: int, dimension: int = 32) -> np.ndarray:
    vectors = RNG.normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.fixture
def two_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ann, "ALL_UP_TO", 500)


def test_few_vectors_are_searched_one_and_all() -> None:
    assert isinstance(fitting(unit(300)), faiss.IndexScalarQuantizer)


def test_numbers_that_make_no_patterns_are_searched_one_and_all(two_passes: None) -> None:
    assert isinstance(fitting(unit(900, 30)), faiss.IndexScalarQuantizer)


def test_two_passes_find_what_one_does(two_passes: None) -> None:
    middles = unit(300, 64)
    vectors = np.repeat(middles, 8, axis=0) + 0.5 * unit(2_400, 64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index = fitting(vectors)
    assert isinstance(index, faiss.IndexRefine)
    exact = flat(vectors).search(middles, 8)
    near = index.search(middles, 8)
    assert np.mean([len({*a} & {*b}) / 8 for a, b in zip(exact[1], near[1], strict=True)]) >= 0.99
    assert np.abs(exact[0] - near[0]).max() < 0.01


@pytest.mark.parametrize("rows", [300, 3_000])
def test_what_stays_is_found_at_its_new_row_and_what_is_added_after_it(two_passes: None, rows: int) -> None:
    vectors, more = unit(rows), unit(40)
    index = altered(fitting(vectors), np.array([0, 7, 8]), more)
    left = np.vstack([np.delete(vectors, [0, 7, 8], axis=0), more])
    assert index.ntotal == len(left)
    assert index.search(left, 1)[1][:, 0].tolist() == list(range(len(left)))


def test_altered_again_and_again_it_keeps_cosines_to_the_bit(two_passes: None) -> None:
    vectors, asked = unit(2_000), unit(20)
    index = fitting(vectors)
    before = index.search(asked, 1)
    for _ in range(3):
        index = altered(index, np.array([], np.int64), unit(1))
        index = altered(index, np.array([2_000]), np.empty((0, 32), np.float32))
    after = index.search(asked, 1)
    assert before[0].tobytes() == after[0].tobytes()
    assert before[1].tolist() == after[1].tolist()


def test_it_survives_being_written(two_passes: None) -> None:
    vectors, asked = unit(2_000), unit(20)
    index = fitting(vectors)
    read = faiss.deserialize_index(faiss.serialize_index(index))
    assert read.search(asked, 3)[1].tolist() == index.search(asked, 3)[1].tolist()
    assert altered(read, np.array([0]), unit(2)).ntotal == 2_001
