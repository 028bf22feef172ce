"""Answers off the event loop: a snapshot that can be swapped, and a small pool of threads for the model."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from bot.answer import Answer, Decision
from bot.answering import answer
from bot.composing import compose, title
from bot.conversation import Remembered, turns
from bot.messenger.metrics import Metrics
from bot.subject import Subject
from index.errors import StoreError
from index.long_lived import settle
from index.parallel import single_threaded
from index.snapshot import Snapshot, open_snapshot
from index.store import Store
from knowledge.text import Language

WORKERS = 2
LOOK_EVERY = 1.0
"""Seconds between looks for a new index version."""
_PROBE = "?"
_FIRST = (
    "Bonjour, qui fait quoi ?",
    "Mairie de Marsielle ?",
    "쟝성군 인구",
    "Which towns are twinned with Wonjoo?",
    "le plus grand département ?",
    "몽생미쉘은 어느 도에 있나요?",
    "Ambassade de France à Séoul, adresse ?",
)
"""Questions of the kinds that tables and patterns are made for when one is first asked: of names with faults, as they
sound in either script, of partners, of a ranking, of a body."""
_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")

Languages = tuple[Language, ...]
"""The languages an answer must take, in order; none: that of the question."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to ask next: what a button says, and what it is about."""

    title: str
    subject: Subject


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer ready to be shown: in one language, or in several below each other; `answers[0]` leads.

    `offers` go on buttons: what is related, the readings to choose from, or the nearest questions.
    """

    answers: tuple[Answer, ...]
    remembered: Remembered
    offers: tuple[Offer, ...] = ()
    milliseconds: float = 0.0

    @property
    def answer(self) -> Answer:
        """The first of the answers."""
        return self.answers[0]


class Answerer:
    """What answers: the snapshot in use and the threads that ask it."""

    def __init__(self, snapshot: Snapshot, store: Store, metrics: Metrics) -> None:
        self._snapshot = snapshot
        self._store = store
        self._metrics = metrics
        # Each thread has to be told for itself not to divide a search among others.
        self._pool = ThreadPoolExecutor(WORKERS, "answer", initializer=single_threaded)
        self._loader = ThreadPoolExecutor(1, thread_name_prefix="load")
        self._student = ThreadPoolExecutor(1, "study", initializer=single_threaded)
        self._refused = ""
        self._taking_up = asyncio.Lock()
        _warm(snapshot)

    @property
    def snapshot(self) -> Snapshot:
        """The snapshot in use; it may be another one the next time."""
        return self._snapshot

    async def ask(
        self, message: str, history: Sequence[Remembered], user_language: str | None, languages: Languages
    ) -> Outcome:
        """Answer a message."""
        snapshot = self._snapshot
        outcome = await self._run(lambda: _ask(message, history, user_language, languages, snapshot))
        self._metrics.thinking.observe(outcome.milliseconds / 1000)
        return outcome

    async def again(self, remembered: Remembered, languages: Languages) -> Outcome | None:
        """Compose what was decided before in other languages; None where the knowledge no longer holds it."""
        snapshot = self._snapshot
        return await self._run(lambda: _again(remembered, languages, snapshot))

    def heading(self, remembered: Remembered) -> str:
        """Return the title of what was decided, blank if the knowledge no longer holds it."""
        decision = remembered.decision(self._snapshot)
        if decision is None or not decision.subjects:
            return ""
        return title(decision.subjects[0], remembered.language, self._snapshot)

    async def suggest(self, message: str, language: Language | None, limit: int = 5) -> list[tuple[str, Outcome]]:
        """Return what a message may mean, best first: a title and its answer each."""
        snapshot = self._snapshot
        return await self._run(lambda: _suggest(message, language, limit, snapshot))

    async def study(self, work: Callable[[Snapshot], _T]) -> _T:
        """Do what takes long with the snapshot in use, in a thread of its own: no question waits for it to end."""
        snapshot = self._snapshot
        return await asyncio.get_running_loop().run_in_executor(self._student, lambda: work(snapshot))

    async def works(self) -> bool:
        """Tell whether the index answers."""
        try:
            async with asyncio.timeout(3):
                snapshot = self._snapshot
                await self._run(lambda: _ask(_PROBE, (), None, (), snapshot))
        except TimeoutError:
            return False
        return True

    async def watch(self) -> None:
        """Take up each version made current by the command line, for ever."""
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await self.take_up()

    async def take_up(self) -> None:
        """Take up the current version if it is another one; questions under way finish on the old one."""
        async with self._taking_up:
            await self._take_up()

    async def _take_up(self) -> None:
        try:
            current = self._store.current()
            if current is None or current.name in (self._snapshot.manifest.version, self._refused):
                return
            _LOG.info("index version %s: opening", current.name)
            loaded = await asyncio.get_running_loop().run_in_executor(self._loader, _open, current, self._snapshot)
        except StoreError as error:
            self._refused = current.name if current is not None else ""
            self._metrics.reloads.labels("refused").inc()
            _LOG.error("%s - answering from the version before", error)
            return
        self._snapshot = loaded
        self._metrics.reloads.labels("done").inc()
        _LOG.info("index version %s: in use", loaded.manifest.version)

    def close(self) -> None:
        """End the threads; what they are at is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._loader.shutdown(wait=False, cancel_futures=True)
        self._student.shutdown(wait=False, cancel_futures=True)

    async def _run(self, work: Callable[[], _T]) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)


def _open(version: Path, before: Snapshot) -> Snapshot:
    """Open a version beside the answers that are given meanwhile.

    An answer changes threads some twenty times, and each time waits for the interpreter until its turn comes: after
    5 ms as a rule, here after 0.5, so that no question is held up by more than the share of work.
    """
    interval = sys.getswitchinterval()
    sys.setswitchinterval(interval / 10)
    try:
        snapshot = _warm(open_snapshot(version, before.model, before))
        settle()  # it lives long
        return snapshot
    finally:
        sys.setswitchinterval(interval)


def _warm(snapshot: Snapshot) -> Snapshot:
    """Ask a little, so that what is made at the first question of a kind is there for everybody's."""
    for question in _FIRST:
        answer(question, snapshot, today=date.today())
    return snapshot


def _ask(
    message: str,
    history: Sequence[Remembered],
    user_language: str | None,
    languages: Languages,
    snapshot: Snapshot,
) -> Outcome:
    began = time.perf_counter()
    today = date.today()
    last = history[-1].language if history else None
    reply = answer(
        message,
        snapshot,
        history=turns(history, snapshot),
        user_language=user_language or last,
        language=languages[0] if languages else None,
        today=today,
    )
    decision = reply.turn.decision
    others = tuple(compose(decision, each, snapshot, today) for each in languages[1:])
    outcome = _outcome((reply.answer, *others), decision, snapshot)
    return replace(outcome, milliseconds=(time.perf_counter() - began) * 1000)


def _again(remembered: Remembered, languages: Languages, snapshot: Snapshot) -> Outcome | None:
    decision = remembered.decision(snapshot)
    if decision is None:
        return None
    today = date.today()
    chosen = languages or (remembered.language,)
    composed = tuple(compose(decision, language, snapshot, today) for language in chosen)
    return _outcome(composed, decision, snapshot) if composed[0].text.strip() else None


def _suggest(message: str, language: Language | None, limit: int, snapshot: Snapshot) -> list[tuple[str, Outcome]]:
    today = date.today()
    reply = answer(message, snapshot, user_language=language, language=language, today=today)
    decision = reply.turn.decision
    found = []
    for subject in list(dict.fromkeys([*decision.subjects, *decision.nearest]))[:limit]:
        single = Decision("answered", (subject,), decision.confidence)
        composed = compose(single, reply.answer.language, snapshot, today)
        if composed.text.strip():
            outcome = _outcome((composed,), single, snapshot)
            found.append((title(subject, composed.language, snapshot), outcome))
    return found


def _outcome(answers: tuple[Answer, ...], decision: Decision, snapshot: Snapshot) -> Outcome:
    lead = answers[0]
    offered = lead.options or lead.related
    offers = tuple(Offer(title(subject, lead.language, snapshot), subject) for subject in offered)
    return Outcome(answers, Remembered.of(decision, lead.language), offers)
