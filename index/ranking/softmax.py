"""Scores as probabilities."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

_Float = TypeVar("_Float", np.float32, np.float64)


def softmax(scores: NDArray[_Float], out: NDArray[_Float] | None = None) -> NDArray[_Float]:
    """Return the probabilities (..., n) that scores (..., n) give n choices; a choice of -inf gets none.

    They are written to `out` where it is given, which may be the scores themselves.
    """
    odds = np.subtract(scores, scores.max(axis=-1, keepdims=True), out=out)
    np.exp(odds, out=odds)
    odds /= odds.sum(axis=-1, keepdims=True)
    return odds  # type: ignore[no-any-return] # the stubs widen what is computed in place
