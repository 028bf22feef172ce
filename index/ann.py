"""Nearest-neighbour search over unit vectors, exact where that is fast enough, approximate beyond."""

from __future__ import annotations

import faiss
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

EXACT_UP_TO = 100_000
"""Vectors searched exactly: 100,000 of 384 numbers take some 15 ms; beyond, a graph (HNSW) answers in about one."""
LINKS = 32
EFFORT_BUILDING = 80
EFFORT_SEARCHING = 96


def threads(count: int) -> None:
    """Let FAISS use so many threads from now on: all to build; one to answer, since threads that wait would spin."""
    faiss.omp_set_num_threads(count)


def flat(vectors: Floats) -> faiss.Index:
    """Return an exact inner-product index over vectors (n, dimension)."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors, np.float32))
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
    return flat(vectors) if len(vectors) <= EXACT_UP_TO else graph(vectors)
