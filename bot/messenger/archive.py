"""The journal off the event loop: a journal that is slow, locked or full loses entries, never an answer."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from typing import TypeVar

from bot.answer import Answer
from bot.conversation import InMemory
from bot.messenger.metrics import Metrics
from bot.messenger.recording import Record
from bot.records.journal_reading import Activity, Remark

PATIENCE = 1.0
"""Seconds a question waits for the journal."""
BACKLOG = 1_000
NEAR_EXPIRY = 30 * 60.0
_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


class Archive:
    """A record behind one thread, with what was remembered lately at hand."""

    def __init__(self, record: Record, metrics: Metrics) -> None:
        self._record = record
        self._metrics = metrics
        self._near = InMemory(limit=20_000)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._pending: set[Future[object]] = set()
        self._stuck = False

    async def recall(self, drawer: str, chat: int, key: int) -> str | None:
        """Return what is remembered there; None too where the journal does not answer in time."""
        near = self._near.recall(drawer, chat, key)
        if near is not None:
            return near
        return await self._ask("recall", lambda: self._record.recall(drawer, chat, key))

    def remember(self, drawer: str, chat: int, key: int, value: str, seconds: float | None) -> None:
        """Remember a value for so many seconds (None: for good); a blank one removes what is there."""
        expires = None if seconds is None else time.time() + seconds
        self._near.remember(drawer, chat, key, value, expires or time.time() + NEAR_EXPIRY)
        self._submit("remember", lambda: self._record.remember(drawer, chat, key, value, expires))

    async def asked(self, chat: int, person: int, answer: Answer, question: str, milliseconds: float) -> int | None:
        """Record a question; return its row, None if that was not possible in time."""
        return await self._ask("asked", lambda: self._record.asked(chat, person, answer, question, milliseconds))

    def voted(self, row: int, person: int, up: bool) -> None:
        """Record a vote."""
        self._submit("voted", lambda: self._record.voted(row, person, up))

    async def remarked(self, row: int, text: str) -> Remark | None:
        """Record what was wrong with an answer; return it, None if that was not possible in time."""
        return await self._ask("remarked", lambda: self._record.remarked(row, text))

    async def activity(self, since: date) -> Activity | None:
        """Return what happened since a day; None if the journal did not answer in time."""
        return await self._ask("activity", lambda: self._record.activity(since))

    def acted(self, person: int, action: str, outcome: str, detail: str) -> None:
        """Record what a curator did."""
        self._submit("acted", lambda: self._record.acted(person, action, outcome, detail))

    async def forget(self, person: int) -> int | None:
        """Delete what is kept of a person; None if the journal did not answer in time."""
        self._near = InMemory(limit=20_000)
        return await self._ask("forget", lambda: self._record.forget(person))

    def close(self, seconds: float) -> None:
        """Write what is waiting, at most so long."""
        deadline = time.monotonic() + seconds
        while self._pending and time.monotonic() < deadline:
            time.sleep(0.01)
        if not self._pending:
            self._record.close()
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _ask(self, kind: str, work: Callable[[], _T]) -> _T | None:
        if self._stuck and self._pending:
            self._lose(kind, "the journal does not answer")
            return None
        self._stuck = False
        future = self._submit(kind, work)
        if future is None:
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                return await asyncio.shield(asyncio.wrap_future(future))
        except TimeoutError:
            self._stuck = True
            self._lose(kind, "the journal does not answer in time")
        except Exception:  # _done has logged and counted it: the answer goes out without
            return None
        return None

    def _submit(self, kind: str, work: Callable[[], _T]) -> Future[_T] | None:
        if len(self._pending) >= BACKLOG:
            self._lose(kind, "too much is waiting to be written")
            return None
        future = self._thread.submit(work)
        self._pending.add(future)  # type: ignore[arg-type]
        future.add_done_callback(lambda done: self._done(kind, done))
        return future

    def _done(self, kind: str, future: Future[_T]) -> None:
        self._pending.discard(future)
        if not future.cancelled() and future.exception() is not None:
            self._lose(kind, type(future.exception()).__name__)

    def _lose(self, kind: str, why: str) -> None:
        self._metrics.unrecorded.labels(kind).inc()
        _LOG.warning("journal: %s not done: %s", kind, why)
