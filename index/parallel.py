"""How many threads compute: all processors while an index is built, one for each question."""

from __future__ import annotations

import os

import faiss
from threadpoolctl import threadpool_limits


def single_threaded() -> None:
    """Let the calling thread search and the process multiply with one thread each, from now on.

    Threads that share a product of a thousand numbers spend more time waiting for one another, and they wait by
    spinning: a bot asked 30 questions a second took two processors with them, and takes one without.
    """
    _use(1)


def all_processors() -> None:
    """Let them use all processors, from now on."""
    _use(os.cpu_count() or 1)


def _use(count: int) -> None:
    faiss.omp_set_num_threads(count)
    threadpool_limits(count, "blas")
