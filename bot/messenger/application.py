"""The running bot: checks at the start, polling or webhook, and an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import secrets
import signal
import threading
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from telegram.error import InvalidToken, TelegramError
from telegram.ext import ExtBot
from tornado.httpserver import HTTPServer

from bot.desk.knowledge_history import History
from bot.desk.startup import open_current
from bot.errors import SettingsError
from bot.messenger import commands, logs, webhook, weekly
from bot.messenger.admins import Admins
from bot.messenger.answerer import Answerer
from bot.messenger.archive import Archive
from bot.messenger.client import Limits, build
from bot.messenger.curators import read_curators
from bot.messenger.desk import Desk
from bot.messenger.health import address, health, listen
from bot.messenger.intake import Intake, Poller
from bot.messenger.ledger import Ledger
from bot.messenger.metrics import Metrics
from bot.messenger.office import Office
from bot.messenger.recording import Record
from bot.messenger.reloading import Reloader
from bot.messenger.sending import Post
from bot.messenger.tokens import read_secret, read_token
from bot.settings import Settings
from index.build import Watcher
from index.snapshot import Snapshot
from index.store import Store

DRAIN = 2.5
"""Seconds that questions under way get at the end."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """How updates arrive: by long poll, or at a webhook's public address, brought to `listen`."""

    webhook: str | None = None
    listen: str = "127.0.0.1:8443"
    secret_token_file: Path | None = None
    index_arguments: Sequence[str] = ()
    limits: Limits = field(default_factory=Limits)


def run(settings: Settings, options: Options, record: Callable[[], Record]) -> None:
    """Run the bot until SIGTERM or SIGINT; raise SettingsError for what a person has to mend first."""
    token = read_token(settings)
    logs.set_up([token])
    if options.webhook is not None:
        webhook.path(options.webhook)
    with asyncio.Runner() as runner:
        runner.run(_Service(settings, options, token, record).run())
    _leave_no_thread_behind()


class _Service:
    """One run of the bot."""

    def __init__(self, settings: Settings, options: Options, token: str, record: Callable[[], Record]) -> None:
        self._settings = settings
        self._options = options
        self._record = record
        self._metrics = Metrics()
        self._curators = read_curators(settings.telegram_admins)
        self._ledger = Ledger(settings.state / "telegram" / f"handled-{token.partition(':')[0]}")
        self._application = build(token, settings, self._ledger, options.limits)
        self._bot: ExtBot[None] = self._application.bot
        self._stop = asyncio.Event()
        self._gate = webhook.Gate()
        self._poller: Poller | None = None
        self._answerer: Answerer | None = None
        self._servers: list[HTTPServer] = []
        self._reloader: Reloader | None = None

    async def run(self) -> None:
        """Run until told to stop."""
        with self._signals():
            self._serve_health()
            try:
                if await self._unless_stopped(self._connect()) and (
                    snapshot := await self._unless_stopped(self._open())
                ):
                    await self._answer(snapshot)
            finally:
                for server in self._servers:
                    server.stop()
                await self._shut_down()
                self._ledger.close()
        _LOG.info("stopped")

    async def _connect(self) -> bool:
        """Ask Telegram who the bot is, until it says so; raise SettingsError if it refuses the token."""
        pause, told = 0.5, False
        while True:
            try:
                await self._bot.initialize()
                break
            except InvalidToken:
                raise SettingsError(
                    "Telegram refuses the token: check GUICHET_TELEGRAM_TOKEN (and GUICHET_TELEGRAM_API)"
                ) from None
            except TelegramError as error:
                self._metrics.errors.labels(f"connect:{type(error).__name__}").inc()
                level = logging.INFO if told else logging.WARNING
                where = self._settings.telegram_api
                _LOG.log(level, "Telegram cannot be reached at %s (%s); trying again in %.1f s", where,
                         type(error).__name__, pause)  # fmt: skip
                told = True
                await asyncio.sleep(pause)
                pause = min(2 * pause, 30)
        await self._application.initialize()
        return True

    async def _open(self) -> Snapshot:
        """Open the index in a thread of its own: a build takes long, and a signal must not wait for it."""
        loop = asyncio.get_running_loop()
        opened: asyncio.Future[Snapshot] = loop.create_future()

        def settle(result: Snapshot | None, error: BaseException | None) -> None:
            if not opened.cancelled():
                opened.set_exception(error) if error is not None else opened.set_result(result)  # type: ignore[arg-type]

        def work() -> None:
            result, failure = None, None
            try:
                result = open_current(self._settings, _LOG.warning, Watcher(stage=_LOG.info))
            except BaseException as error:
                failure = error
            with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
                loop.call_soon_threadsafe(settle, result, failure)

        threading.Thread(target=work, daemon=True, name="open").start()
        return await opened

    async def _answer(self, snapshot: Snapshot) -> None:
        self._answerer = Answerer(snapshot, Store(self._settings.state), self._metrics)
        archive = Archive(self._record(), self._metrics)
        settings, arguments = self._settings, self._options.index_arguments
        self._reloader = Reloader(self._answerer, settings.knowledge, arguments, self._metrics)
        desk = Desk(settings.knowledge, History(settings.state, settings.knowledge), self._reloader)
        office = Office(
            answerer=self._answerer,
            archive=archive,
            post=Post(self._bot, self._metrics),
            admins=Admins(self._bot),
            metrics=self._metrics,
            desk=desk,
            curators=self._curators,
        )
        office.open_in(self._application.bot_data)
        reporting = asyncio.create_task(weekly.watch(office))
        intake = Intake(self._application.process_update, self._ledger, self._metrics)
        describing = asyncio.create_task(commands.describe(self._bot, self._curators))
        background = [asyncio.create_task(self._answerer.watch()), describing]
        if self._options.webhook is None:
            self._poller = Poller(self._bot, intake, self._metrics)
            fetching = asyncio.create_task(self._poll(self._poller))
        else:
            fetching = asyncio.create_task(self._receive(self._options.webhook, intake))
        stopping = asyncio.create_task(self._stop.wait())
        await asyncio.wait([fetching, stopping], return_when=asyncio.FIRST_COMPLETED)
        self._gate.open = False
        for task in (*background, reporting, stopping):
            task.cancel()
        if fetching.done():
            fetching.result()
        fetching.cancel()
        await asyncio.gather(fetching, *background, return_exceptions=True)
        await office.errands.close()
        await self._reloader.close()
        _LOG.info("stopping: finishing what is under way")
        await intake.drain(DRAIN)
        if self._poller is not None:
            await self._poller.acknowledge()
        archive.close(0.5)
        self._answerer.close()

    async def _poll(self, poller: Poller) -> None:
        pause = 0.5
        while True:
            try:
                await self._bot.delete_webhook(drop_pending_updates=False)
                break
            except TelegramError as error:
                _LOG.warning("the webhook could not be removed (%s); trying again", type(error).__name__)
                await asyncio.sleep(pause)
                pause = min(2 * pause, 30)
        _LOG.info("fetching updates")
        await poller.run()

    async def _receive(self, url: str, intake: Intake) -> None:
        file = self._options.secret_token_file
        secret = read_secret(file, "--secret-token-file") if file is not None else secrets.token_urlsafe(32)
        taker = webhook.receiver(webhook.path(url), secret, self._bot, intake, self._gate)
        self._servers.append(listen(taker, address(self._options.listen, "--listen"), "--listen"))
        await webhook.register(self._bot, url, secret, self._gate)
        await asyncio.Event().wait()

    def _serve_health(self) -> None:
        if self._settings.http is not None:
            where = address(self._settings.http, "GUICHET_HTTP")
            self._servers.append(listen(health(self._metrics, self._wrong), where, "GUICHET_HTTP"))

    async def _wrong(self) -> str:
        """Return what keeps the bot from answering, blank if nothing does."""
        if self._stop.is_set():
            return "stopping"
        if self._answerer is None:
            return "starting"
        if self._poller is not None and not self._poller.alive:
            return "no updates are being fetched"
        if self._poller is None and not self._gate.open:
            return "the webhook is not registered"
        return "" if await self._answerer.works() else "the index does not answer"

    async def _unless_stopped(self, work: Coroutine[Any, Any, Any]) -> Any:
        task, stopping = asyncio.create_task(work), asyncio.create_task(self._stop.wait())
        await asyncio.wait([task, stopping], return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if task.done():
            return task.result()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return None

    async def _shut_down(self) -> None:
        steps: tuple[Callable[[], Awaitable[object]], ...] = (self._application.shutdown, self._bot.shutdown)
        for step in steps:
            with contextlib.suppress(TelegramError, RuntimeError):  # not begun yet, or closed already
                await step()

    @contextlib.contextmanager
    def _signals(self) -> Iterator[None]:
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reload)
        try:
            yield
        finally:
            for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                loop.remove_signal_handler(number)

    def _reload(self) -> None:
        if self._reloader is not None:
            _LOG.info("SIGHUP: bringing the index up to date")
            self._reloader.begin()


def _leave_no_thread_behind() -> None:
    """End at once where a thread still waits for a locked file: Python would wait for it, SIGTERM must not."""
    if any(thread.is_alive() and thread is not threading.main_thread() for thread in threading.enumerate()):
        logging.shutdown()
        os._exit(0)
