"""`guichet telegram` under load: a process of its own against a stand-in of the Bot API, asked at a steady pace."""

from __future__ import annotations

import asyncio
import itertools
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from bot.errors import BenchError
from bot.messenger.health import LOOPBACK
from bot.messenger.loopback import TOKEN, Asked, Asker, Loopback
from bot.settings import PREFIX, Settings
from index.store import Store

RATE = 30
"""Questions a second: as many answers as Telegram takes from one bot."""
PEOPLE, GROUPS = 1_000, 100
"""So many that nobody floods and no group gets more answers than Telegram takes in one (20 a minute)."""
PATIENCE = 60.0
"""Seconds that a start may take, and an answer after the one before has come."""
RELOAD_PATIENCE = 600
"""Seconds that a reload may take."""
_CURATOR = Asker(999, 999)
_Process = subprocess.Popen[bytes]

BOT = """
import sys
from pathlib import Path
from bot import settings
from bot.records.journal import open_journal
from bot.messenger.application import Options, run
from bot.messenger.client import Limits
chosen = settings.load(Path(sys.argv[1]))
options = Options(index_arguments=("--config", sys.argv[1]), limits=Limits(overall=10_000, group=100_000))
run(chosen, options, lambda: open_journal(chosen))
"""
"""`guichet telegram` without Telegram's own limits: 30 messages a second are the most it takes, and at the limit it
would be the queue for it that is measured."""


class Bot:
    """A running bot and the server it talks with."""

    def __init__(self, process: _Process, server: Loopback, runner: asyncio.Runner, folder: Path) -> None:
        self._process = process
        self._server = server
        self._runner = runner
        self._folder = folder
        self._askers = itertools.cycle(_askers())

    @property
    def knowledge(self) -> Path:
        """Its knowledge folder, a copy that may be edited."""
        return self._folder / "knowledge"

    @property
    def process(self) -> int:
        """The id of its process."""
        return self._process.pid

    def resident(self) -> float:
        """Return the memory it holds now, in megabytes."""
        status = Path(f"/proc/{self.process}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+)", status)
        return int(found.group(1)) / 1024 if found is not None else 0.0

    def ask(self, questions: Sequence[str]) -> list[Asked]:
        """Ask at RATE, each question by the next person, and wait for all answers; raise BenchError if one lacks."""
        return self._runner.run(self._ask(questions, lambda: False))

    def ask_while_it_reloads(self, questions: Sequence[str]) -> list[Asked]:
        """Send /reload and ask until it has reported. Raises BenchError if the index is none the newer for it."""
        return self._runner.run(self._ask_while_it_reloads(questions))

    async def ready(self) -> None:
        """Wait until it fetches updates."""
        await self._until(lambda: self._server.polled, "it does not fetch updates")

    async def _ask(self, questions: Iterable[str], enough: Callable[[], bool]) -> list[Asked]:
        began, asked = time.monotonic(), []
        for number, question in enumerate(questions):
            await asyncio.sleep(max(0.0, began + number / RATE - time.monotonic()))
            self._check_alive()
            if enough():
                break
            asker = next(self._askers)
            asked.append(self._server.ask(asker, question if asker.chat > 0 else f"/ask {question}"))
        for each in asked:
            await self._until(partial(bool, each.answers), "a question was not answered")
        return asked

    async def _ask_while_it_reloads(self, questions: Sequence[str]) -> list[Asked]:
        store = Store(self._folder / "state")
        before, told = store.current(), self._server.ask(_CURATOR, "/reload")
        many = itertools.islice(itertools.cycle(questions), RATE * RELOAD_PATIENCE)
        asked = await self._ask(many, lambda: len(told.answers) > 1)  # one when it begins, one when it has ended
        if store.current() == before:
            raise BenchError("guichet telegram, measured: /reload built no new index")
        return asked

    async def _until(self, holds: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while not holds():
            self._check_alive()
            if time.monotonic() > deadline:
                raise BenchError(f"guichet telegram, measured: {otherwise} in {PATIENCE:.0f} s; {self._last_line()}")
            await asyncio.sleep(0.05)

    def _check_alive(self) -> None:
        if self._process.poll() is not None:
            raise BenchError(f"guichet telegram, measured: it ended by itself; {self._last_line()}")

    def _last_line(self) -> str:
        lines = (self._folder / "log").read_text("utf-8", "replace").splitlines()
        return f"its last line was: {lines[-1]}" if lines else "it logged nothing"


@contextmanager
def running(settings: Settings, folder: Path) -> Iterator[Bot]:
    """Run the bot on copies, in an empty folder, of the knowledge and the current index; it is ended in the end."""
    _copy(settings, folder)
    with asyncio.Runner() as runner:
        server = Loopback()
        command = [sys.executable, "-c", BOT, str(folder / "guichet.toml")]
        environment = _environment(settings, folder, runner.run(server.open()))
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, stderr=log, stdout=subprocess.DEVNULL, env=environment)  # noqa: S603
        try:
            bot = Bot(process, server, runner, folder)
            runner.run(bot.ready())
            yield bot
        finally:
            _end(process)
            runner.run(server.close())


def _copy(settings: Settings, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "guichet.toml").touch()  # in place of the usual ones: nothing of theirs may count
    shutil.copytree(settings.knowledge, folder / "knowledge")
    current, copy = Store(settings.state).current(), Store(folder / "state")
    if current is None:
        raise BenchError(f"{settings.state}: there is no index; run guichet index")
    copy.versions.mkdir(parents=True)
    shutil.copytree(current, copy.versions / current.name)
    copy.publish(current.name, lambda step: None)


def _environment(settings: Settings, folder: Path, api: str) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(PREFIX)}
    chosen = {
        "STATE": str(folder / "state"),
        "KNOWLEDGE": str(folder / "knowledge"),
        "CACHE": str(settings.cache),
        "MODEL": settings.model or "",
        "TELEGRAM_API": api,
        "TELEGRAM_TOKEN": TOKEN,
        "TELEGRAM_ADMINS": str(_CURATOR.person),
    }
    return kept | {"NO_PROXY": LOOPBACK} | {f"{PREFIX}{name}": value for name, value in chosen.items()}


def _askers() -> Iterator[Asker]:
    """Yield half of the people in private, the other half in groups."""
    for number in range(PEOPLE):
        person = 1_000 + number
        yield Asker(person, person if number % 2 else -1_000_000_000_000 - number // 2 % GROUPS)


def _end(process: _Process) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
