"""Takes updates in: each handled once, one person's in order, others side by side; and fetches them by long poll.

Telegram forgets an update as soon as it is asked for a later one. So the bot asks again from the oldest update that is
not done with, and what it already has it skips: whatever happens to the process, no question is lost.
"""

from __future__ import annotations

import asyncio
import logging
import time
import zlib
from collections.abc import Awaitable, Callable, Collection
from contextvars import ContextVar
from datetime import timedelta

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.messenger.ledger import Ledger
from bot.messenger.metrics import Metrics

ALLOWED = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")
LONG_POLL = 10
"""Seconds Telegram holds a request while nothing happens."""
QUEUE_OF_ONE = 30
"""Updates of one person that may wait; what is above is given up, so that nobody fills Telegram's window of 100."""
_FIRST_LOOK, _LAST_LOOK = 0.03, 0.5
_BACK_OFF = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
_LOG = logging.getLogger(__name__)

under_way: ContextVar[str | None] = ContextVar("under_way", default=None)
"""The update that is being handled, as the ledger names it."""
taken_in: ContextVar[Collection[int]] = ContextVar("taken_in", default=())
"""The ids of the updates that are not done with, which come again each time that updates are fetched."""


class Intake:
    """The updates received and not yet done with."""

    def __init__(self, handle: Callable[[Update], Awaitable[None]], ledger: Ledger, metrics: Metrics) -> None:
        self._handle = handle
        self.ledger = ledger
        self._metrics = metrics
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._lanes: dict[tuple[str, int], list[int]] = {}
        self._left: set[int] = set()  # ids cut short by the end: the next start has them again
        for update in ledger.doubtful:
            self._give_up(update, "unsure whether it was answered before the restart")
            ledger.finish(update)

    @property
    def oldest(self) -> int | None:
        """The lowest id of an update that is not done with, None if there is none."""
        return min((*self._tasks, *self._left), default=None)

    def accept(self, update: Update) -> asyncio.Task[None] | None:
        """Handle an update once; return its task, None if it is done with already."""
        id, name = update.update_id, identity(update)
        if id in self._tasks:
            return self._tasks[id]
        if self.ledger.state(name) is not None:
            return None
        lane = _lane(update)
        waiting = self._lanes.setdefault(lane, [])
        if len(waiting) >= QUEUE_OF_ONE:
            self._give_up(name, "flooding")
            self.ledger.finish(name)
            return None
        before = self._tasks.get(waiting[-1]) if waiting else None
        waiting.append(id)
        task = asyncio.create_task(self._run(update, before), name=name)
        self._tasks[id] = task
        self._metrics.queue.set(len(self._tasks))
        task.add_done_callback(lambda done: self._leave(id, name, lane))
        return task

    @property
    def under_way(self) -> Collection[int]:
        """The ids of the updates that are not done with; it changes with them."""
        return self._tasks.keys()

    @property
    def size(self) -> int:
        """How many updates are not done with."""
        return len(self._tasks)

    async def thinned(self, seconds: float) -> None:
        """Wait until half of what is under way is done with, at most so long."""
        half, deadline = len(self._tasks) // 2, time.monotonic() + seconds
        while len(self._tasks) > half and (left := deadline - time.monotonic()) > 0:
            await asyncio.wait(self._tasks.values(), timeout=left, return_when=asyncio.FIRST_COMPLETED)
            await asyncio.sleep(0)  # lets what is done leave

    async def settled(self, seconds: float) -> bool:
        """Wait until nothing is under way, at most so long; return whether it is so."""
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=seconds)
        return not self._tasks

    async def drain(self, seconds: float) -> None:
        """Let what is under way finish; what has not begun to answer by then is left to the next start."""
        if await self.settled(seconds):
            return
        begun = [task for task in self._tasks.values() if self.ledger.state(task.get_name()) == "begun"]
        for task in list(self._tasks.values()):
            if task not in begun:
                task.cancel()
        if begun:
            await asyncio.wait(begun, timeout=1)
        left = list(self._tasks.values())
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)

    async def _run(self, update: Update, before: asyncio.Task[None] | None) -> None:
        if before is not None:
            await asyncio.wait([before])
        name = identity(update)
        under_way.set(name)
        await self._handle(update)
        self.ledger.finish(name)

    def _leave(self, id: int, name: str, lane: tuple[str, int]) -> None:
        task = self._tasks.pop(id)
        self._lanes[lane].remove(id)
        if not self._lanes[lane]:
            del self._lanes[lane]
        self._metrics.queue.set(len(self._tasks))
        if task.cancelled():
            self._left.add(id)
        elif task.exception() is not None:
            _LOG.error("update %s: failed", name, exc_info=task.exception())
            self._give_up(name, "failed")
            self.ledger.finish(name)

    def _give_up(self, update: str, reason: str) -> None:
        _LOG.warning("update %s: given up: %s", update, reason)
        self._metrics.given_up.labels("unsure" if reason.startswith("unsure") else reason).inc()


def identity(update: Update) -> str:
    """Return an update's name in the ledger: its number, and a checksum of what it is and when."""
    message, query = update.effective_message, update.callback_query or update.inline_query
    of_message = (message.chat.id, message.message_id, message.date, message.edit_date) if message is not None else ()
    known = (query.id if query is not None else None, *of_message)
    return f"{update.update_id}-{zlib.crc32(repr(known).encode()):08x}"


def _lane(update: Update) -> tuple[str, int]:
    """Return whose turn an update waits for: the person's; typing inline queries waits for nothing else."""
    message = update.effective_message
    if update.inline_query is not None:
        return "inline", update.inline_query.from_user.id
    if update.callback_query is None and message is not None and message.sender_chat is not None:
        return "person", message.sender_chat.id
    return "person", update.effective_user.id if update.effective_user is not None else 0


class Poller:
    """Fetches updates by long poll until it is cancelled."""

    def __init__(self, bot: ExtBot[None], intake: Intake, metrics: Metrics) -> None:
        self._bot = bot
        self._intake = intake
        self._metrics = metrics
        self._next: int | None = None
        self.fetched_at = float("-inf")

    @property
    def alive(self) -> bool:
        """Whether Telegram answered lately."""
        return time.monotonic() - self.fetched_at < 2 * LONG_POLL + 5

    async def run(self) -> None:
        """Fetch for ever; a failure is logged once in a row, counted and followed by a pause."""
        failures, pause = 0, _FIRST_LOOK
        while True:
            try:
                new = await self._fetch()
            except TelegramError as error:
                self._metrics.errors.labels(f"fetch:{type(error).__name__}").inc()
                if failures in (0, 5) or failures % 50 == 49:
                    _LOG.warning("fetching updates failed (%s); trying again", _described(error))
                await asyncio.sleep(_pause(error, failures))
                failures += 1
                continue
            if failures:
                _LOG.info("fetching updates works again")
            failures = 0
            self.fetched_at = time.monotonic()
            # What is under way comes again with each look: the more there is, the less often it is worth it.
            least = min(_FIRST_LOOK + self._intake.size / 200, _LAST_LOOK)
            pause = least if new else min(2 * pause, _LAST_LOOK)
            await self._intake.thinned(pause)

    async def _fetch(self) -> int:
        oldest = self._intake.oldest
        taken_in.set(self._intake.under_way)
        updates = await self._bot.get_updates(
            offset=self._next if oldest is None else oldest,
            timeout=timedelta(seconds=LONG_POLL if oldest is None else 0),
            allowed_updates=ALLOWED,
        )
        fresh = [update for update in updates if self._next is None or update.update_id >= self._next]
        for update in updates:
            self._intake.accept(update)
        if updates:
            self._next = max(self._next or 0, updates[-1].update_id + 1)
        return len(fresh)

    async def acknowledge(self) -> None:
        """Tell Telegram what is done with, before the end; the ledger holds the rest."""
        if self._next is None:
            return
        oldest = self._intake.oldest
        try:
            async with asyncio.timeout(0.5):
                await self._bot.get_updates(
                    offset=self._next if oldest is None else oldest, timeout=0, limit=1, allowed_updates=ALLOWED
                )
        except (TelegramError, TimeoutError) as error:
            _LOG.warning("the last updates could not be acknowledged (%s); they are known", type(error).__name__)


def _described(error: TelegramError) -> str:
    if isinstance(error, Conflict):
        return "another process fetches this bot's updates: stop it"
    if isinstance(error, InvalidToken):
        return "Telegram refuses the token"
    return type(error).__name__


def _pause(error: TelegramError, failures: int) -> float:
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return (after.total_seconds() if isinstance(after, timedelta) else float(after)) + 0.1
    return _BACK_OFF[min(failures, len(_BACK_OFF) - 1)]
