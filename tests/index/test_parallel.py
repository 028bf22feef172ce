"""Threads: one for each question, all processors to build."""

from __future__ import annotations

import os

import faiss
import numpy as np  # noqa: F401 - its BLAS is what is counted
import pytest
from threadpoolctl import threadpool_info

from index.parallel import all_processors, single_threaded


def _blas() -> set[int]:
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}


@pytest.mark.skipif(not _blas(), reason="numpy has no BLAS of its own here")
def test_one_thread_answers_and_all_build() -> None:
    try:
        single_threaded()
        assert _blas() == {1}
        assert faiss.omp_get_max_threads() == 1
        all_processors()
        assert max(_blas()) == faiss.omp_get_max_threads() == os.cpu_count()
    finally:
        single_threaded()
