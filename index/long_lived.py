"""Makes objects that live long without the garbage collector passing over them again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Put off garbage collection: a library is some hundred thousand objects, and its passes a fifth of the time.

    As a decorator, for the whole of a function. The switch is the process's: in several threads at once, the first to
    end turns it on again, which costs time and nothing else.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
