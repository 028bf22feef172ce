"""Nearest-neighbour search over unit vectors, over all of them where that is fast enough, by a graph beyond."""

from __future__ import annotations

import faiss
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

ALL_UP_TO = 100_000
"""Vectors searched one and all: 100,000 of 384 numbers take some 5 ms; beyond, a graph (HNSW) answers in about one."""
LINKS = 32
EFFORT_BUILDING = 80
EFFORT_SEARCHING = 96


def threads(count: int) -> None:
    """Let FAISS use so many threads in the calling thread: all to build; one to answer, since those that wait spin."""
    faiss.omp_set_num_threads(count)


def flat(vectors: Floats) -> faiss.Index:
    """Return an exact inner-product index over vectors (n, dimension)."""
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(np.ascontiguousarray(vectors, np.float32))
    return index


def half(vectors: Floats) -> faiss.Index:
    """Return a flat index in half precision: half the memory and the time of `flat`, cosines within 0.001 of it."""
    index = faiss.IndexScalarQuantizer(vectors.shape[1], faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
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
    return half(vectors) if len(vectors) <= ALL_UP_TO else graph(vectors)
