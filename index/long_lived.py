"""Makes what lives long, without the garbage collector passing over it again and again, and leaves no scraps."""

from __future__ import annotations

import ctypes
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


def settle() -> None:
    """Leave all that is now in memory out of later collections, and give back the scraps: some 40 MB of a snapshot's.

    The C library gives them back where it is GNU's; elsewhere they stay.
    """
    gc.freeze()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
