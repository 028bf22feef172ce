"""Rows spread evenly over many."""

import numpy as np
import pytest

from index.ranking.lesson import spread


@pytest.mark.parametrize(
    ("count", "most", "kept"), [(0, 4, 0), (4, 4, 4), (5, 4, 4), (1000, 7, 7)], ids=["none", "as many", "more", "many"]
)
def test_of_many_rows_some_are_kept_spread_over_all(count: int, most: int, kept: int) -> None:
    rows = np.arange(count) * 3
    found = spread(rows, most)
    assert len(found) == len(set(found.tolist())) == kept
    assert set(found.tolist()) <= set(rows.tolist())
    if count > most:
        assert (found[0], found[-1]) == (rows[0], rows[-1])
        assert np.diff(found).max() <= 3 * (count // (most - 1) + 1)
