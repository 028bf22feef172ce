"""Takes up changed knowledge: builds in a process of its own, swaps, and says what became of the cards."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bot.desk.editing import Changes, compare
from bot.desk.previewing import Preview, Request
from bot.messenger.answerer import Answerer
from bot.messenger.apart import run_module
from bot.messenger.metrics import Metrics
from knowledge.library import Library

PREVIEW_SECONDS = 120.0
"""Reading the shipped knowledge takes 3 s; a file made to be slow gets no more than this."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reloaded:
    """What a reload did. With faults (a line each), or a failure in words, the version before goes on answering."""

    cards: int
    seconds: float
    changes: Changes = field(default_factory=Changes)
    contacts: Changes = field(default_factory=Changes)
    faults: tuple[str, ...] = ()
    failure: str = ""

    @property
    def done(self) -> bool:
        """Whether the knowledge as it stands now answers."""
        return not self.faults and not self.failure


class Reloader:
    """Reloads one after the other; `arguments` go before the command that builds."""

    def __init__(self, answerer: Answerer, knowledge: Path, arguments: Sequence[str], metrics: Metrics) -> None:
        self._answerer = answerer
        self._knowledge = knowledge
        self._arguments = tuple(arguments)
        self._metrics = metrics
        self._running: asyncio.Task[Reloaded] | None = None
        self._next: asyncio.Task[Reloaded] | None = None

    @property
    def under_way(self) -> bool:
        """Whether a reload has begun and not ended."""
        return self._running is not None and not self._running.done()

    def begin(self) -> asyncio.Task[Reloaded]:
        """Return a reload that has not begun to read yet: it begins now, or when the one under way has ended.

        All who ask in the meantime get the same.
        """
        if self._next is None:
            self._next = asyncio.create_task(self._run(self._running))
        return self._next

    async def close(self) -> None:
        """Cancel what is under way or waiting."""
        tasks = [task for task in (self._running, self._next) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, before: asyncio.Task[Reloaded] | None) -> Reloaded:
        if before is not None:
            await asyncio.wait([before])
        self._running, self._next = self._next, None
        began, old = time.monotonic(), self._answerer.snapshot
        version, faults, failure = await self._build()
        await self._answerer.take_up()
        if faults or failure:
            self._metrics.reloads.labels("refused").inc()
            _LOG.error("the index could not be built: %s", failure or f"{len(faults)} faults, first {faults[0]}")
        elif self._answerer.snapshot.manifest.version < version:
            failure = f"the index version {version} cannot be opened"
        new = self._answerer.snapshot
        changes, contacts = await asyncio.to_thread(_changes, old.library, new.library)
        return Reloaded(len(new.library.cards), time.monotonic() - began, changes, contacts, faults, failure)

    async def _build(self) -> tuple[str, tuple[str, ...], str]:
        """Return the version that is current afterwards, or the faults of the knowledge, or what else went wrong."""
        try:
            finished = await run_module(("bot", *self._arguments, "index", "--json"))
            if not finished.code:
                return str(json.loads(finished.out.splitlines()[-1])["version"]), (), ""
            faults = (await preview(Request(folder=self._knowledge))).faults
        except (OSError, TimeoutError) as error:
            return "", (), f"{type(error).__name__}: {error}"
        return "", faults, "" if faults else finished.said.splitlines()[-1][-500:] if finished.said else "?"


async def preview(request: Request) -> Preview:
    """Return what a change of the knowledge would do, found out in a process of its own.

    Raises TimeoutError if it takes too long, OSError if it cannot be found out.
    """
    finished = await run_module(("bot.desk.previewing",), request.model_dump_json().encode(), PREVIEW_SECONDS)
    if finished.code:
        _LOG.error("a change could not be previewed: %s", finished.said[-500:])
        raise OSError("a change could not be previewed")
    return Preview.model_validate_json(finished.out)


def _changes(old: Library, new: Library) -> tuple[Changes, Changes]:
    return compare(old.cards, new.cards), compare(old.contacts, new.contacts)
