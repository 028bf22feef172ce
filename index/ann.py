"""Nearest-neighbour search over unit vectors, over all of them where that is fast enough, by a graph beyond."""

from __future__ import annotations

import faiss
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]

ALL_UP_TO = 200_000
"""Vectors searched one and all: 100,000 of 384 numbers take some 2.5 ms; beyond, a graph (HNSW) takes about one."""
LINKS = 32
EFFORT_BUILDING = 80
EFFORT_SEARCHING = 96


def flat(vectors: Floats) -> faiss.Index:
    """Return an exact inner-product index over vectors (n, dimension)."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors, np.float32))
    return index


def quantised(vectors: Floats) -> faiss.Index:
    """Return a flat index of a byte a number: a quarter of the memory of `flat`, cosines within 0.003 of it."""
    kind = faiss.ScalarQuantizer.QT_8bit_uniform
    index = faiss.IndexScalarQuantizer(vectors.shape[1], kind, faiss.METRIC_INNER_PRODUCT)
    rows = np.ascontiguousarray(vectors, np.float32)
    index.train(rows)
    index.add(rows)
    return index


def graph(vectors: Floats) -> faiss.Index:
    """Return an approximate inner-product index (HNSW) over vectors (n, dimension)."""
    index = faiss.IndexHNSWFlat(vectors.shape[1], LINKS, faiss.METRIC_INNER_PRODUCT)
    index.hnsw.efConstruction = EFFORT_BUILDING
    index.hnsw.efSearch = EFFORT_SEARCHING
    index.add(np.ascontiguousarray(vectors, np.float32))
    return index


def fitting(vectors: Floats) -> faiss.Index:
    """Return the index that fits the number of vectors."""
    return quantised(vectors) if len(vectors) <= ALL_UP_TO else graph(vectors)


def altered(index: faiss.Index, gone: Rows, added: Floats) -> faiss.Index:
    """Return an index without the rows `gone` (k,), the vectors `added` (n, dimension) after the others.

    A flat one is altered in place: what stays in it stays to the bit, however often it is.
    """
    if isinstance(index, faiss.IndexFlatCodes):
        if len(gone):
            index.remove_ids(faiss.IDSelectorBatch(gone))
        index.add(np.ascontiguousarray(added, np.float32))
        return index
    return fitting(np.vstack([np.delete(index.reconstruct_n(0, index.ntotal), gone, axis=0), added]))
