"""Speed and scale against the alternatives: measured side by side in one run, told as ratios.

Machines differ and neighbours disturb: what is compared is asked in turn, block by block, in the same process.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.ranking.ann import fitting, flat
from index.ranking.classifier import MANY_CLASSES, train
from index.ranking.ranker import NEIGHBOURS

Floats = NDArray[np.float32]

BLOCK = 20
"""Questions asked in a row of one side before the other side's turn."""
DIMENSION = 384
PHRASINGS = 2
"""Vectors a synthetic card has."""


@dataclass(frozen=True)
class Latency:
    """Milliseconds a call took: the median and the 95th percentile."""

    p50: float
    p95: float

    def over(self, other: Latency) -> tuple[float, float]:
        """Return both percentiles as ratios to another's."""
        return self.p50 / other.p50, self.p95 / other.p95


def percentiles(milliseconds: Sequence[float]) -> Latency:
    """Return median and 95th percentile of one or more timings."""
    return Latency(float(np.percentile(milliseconds, 50)), float(np.percentile(milliseconds, 95)))


def interleaved(questions: Sequence[str], *sides: Callable[[str], object]) -> list[Latency]:
    """Time each side on the same questions, in alternating blocks; every side is warmed up first."""
    timings: list[list[float]] = [[] for _ in sides]
    for side in sides:
        for question in questions[:BLOCK]:
            side(question)
    for start in range(0, len(questions), BLOCK):
        block = questions[start : start + BLOCK]
        turn = (start // BLOCK) % len(sides)
        for number in (*range(turn, len(sides)), *range(turn)):
            for question in block:
                began = time.perf_counter()
                sides[number](question)
                timings[number].append((time.perf_counter() - began) * 1_000)
    return [percentiles(each) for each in timings]


@dataclass(frozen=True)
class Scale:
    """How a number of synthetic cards fared: seconds to build, megabytes added, milliseconds a search, recall.

    `recall` is the share of queries whose nearest phrasing is the one that exact search finds.
    """

    cards: int
    build_seconds: float
    megabytes: float
    search: Latency
    recall: float


def scale(cards: int, queries: int = 200) -> Scale:
    """Build an index over synthetic cards (unit vectors around random middles) and search it."""
    generator = np.random.default_rng(cards)
    middles = _unit(generator.normal(size=(cards, DIMENSION)).astype(np.float32))
    vectors = np.repeat(middles, PHRASINGS, axis=0)
    vectors = _unit(vectors + 0.6 * _unit(generator.normal(size=vectors.shape).astype(np.float32)))
    labels = np.repeat(np.arange(cards), PHRASINGS)
    asked = middles[generator.integers(0, cards, queries)]
    asked = _unit(asked + 0.6 * _unit(generator.normal(size=asked.shape).astype(np.float32)))
    before, began = _resident(), time.perf_counter()
    index = fitting(vectors)
    if cards <= 1_000 or cards > MANY_CLASSES:  # in between, logistic regression is timed on the real cards
        train(vectors, labels, cards)
    built = time.perf_counter() - began
    megabytes = max(_resident() - before, 0.0)
    timings, found = [], []
    for question in asked:
        began = time.perf_counter()
        _, rows = index.search(question[np.newaxis], NEIGHBOURS)
        timings.append((time.perf_counter() - began) * 1_000)
        found.append(int(rows[0, 0]))
    exact = flat(vectors).search(asked, 1)[1][:, 0]
    return Scale(cards, built, megabytes, percentiles(timings), float((exact == np.array(found)).mean()))


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


def _resident() -> float:
    """Return the resident memory of this process now, in megabytes (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
