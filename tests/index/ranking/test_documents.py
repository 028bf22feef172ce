"""What items themselves say, as vectors."""

from __future__ import annotations

import numpy as np

from index.ranking.documents import Documents

VECTORS = np.array([[1, 0], [0, 1], [0, 1]], np.float32)
DOCUMENTS = Documents.of(VECTORS, np.array([0, 0, 2]), 3)


def test_the_nearest_document_of_each_item_counts_and_something_else_for_one_without() -> None:
    found = DOCUMENTS.nearest(np.array([2, 1, 0]), np.array([1, 0], np.float32), np.array([9, 8, 7], np.float32))
    assert found.tolist() == [0, 8, 1]


def test_each_document_has_its_item() -> None:
    assert DOCUMENTS.owners.tolist() == [0, 0, 2] and len(DOCUMENTS) == 3


def test_items_that_are_not_kept_have_no_document() -> None:
    kept = DOCUMENTS.only(np.array([False, True, True]))
    assert kept.owners.tolist() == [2] and len(kept) == 3
    assert (kept.vectors == VECTORS[2:]).all()
