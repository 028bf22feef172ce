"""Work in processes of its own, which leave answers their processor: low priority, and one processor fewer."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass

LOWERED = 10
"""How much nicer than the bot such a process is."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What a process left: its exit code and what it wrote."""

    code: int
    out: bytes
    said: str


async def run_module(arguments: Sequence[str], given: bytes = b"", seconds: float | None = None) -> Finished:
    """Run `python -m ARGUMENTS` with something on its standard input; it is ended if this is cancelled.

    Raises TimeoutError if it takes longer than so many seconds, OSError if it cannot be started.
    """
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *arguments, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE, env=without_token(),
    )  # fmt: skip
    _yield_to_answers(process.pid)
    try:
        async with asyncio.timeout(seconds):
            out, said = await process.communicate(given)
    except (asyncio.CancelledError, TimeoutError):
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        raise
    return Finished(process.returncode or 0, out, said.decode("utf-8", "replace").strip())


def _yield_to_answers(process: int) -> None:
    """Lower the priority of a process that has just been started; its threads inherit it."""
    with contextlib.suppress(OSError):  # it has ended already
        os.setpriority(os.PRIO_PROCESS, process, min(19, os.getpriority(os.PRIO_PROCESS, 0) + LOWERED))
        if hasattr(os, "sched_setaffinity"):
            processors = sorted(os.sched_getaffinity(0))
            os.sched_setaffinity(process, processors[1:] or processors)


def without_token() -> dict[str, str]:
    """Return the environment for a process that has nothing to do with Telegram; numeric libraries get one thread."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GUICHET_TELEGRAM_TOKEN")}
    return kept | dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
