"""What the last turns of a conversation were, as ids and never as text; and where such short strings are kept.

Turns survive a restart through a `Memory`, which stores strings under a drawer and two numbers, a chat and a key. The
numbers (chat, person, message) are for looking up only: a memory on disk keeps a salted hash of them.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol, get_args

from bot.answer import Decision, Reason, Status
from bot.composing import title
from bot.partnerships import partners
from bot.subject import Subject, parse
from bot.tables import answers as table_answers
from bot.turn import Turn
from bot.words.question import understand
from index.snapshot import Snapshot
from knowledge.text import LANGUAGES, Language

MINUTE = 60.0
EXPIRY = 30 * MINUTE
"""Seconds after which the turns of a conversation are forgotten."""
DAY = 24 * 60 * MINUTE


class Memory(Protocol):
    """Where short strings are kept: under a drawer, a chat and a key (a person, a message, a button); 0 for none."""

    def recall(self, drawer: str, chat: int, key: int) -> str | None:
        """Return what is kept there and has not expired, or None."""

    def remember(self, drawer: str, chat: int, key: int, value: str, expires: float | None) -> None:
        """Keep a value in place of the one before until `expires` (seconds since 1970; None: for good).

        A blank value removes what is there.
        """


@dataclass(frozen=True, slots=True)
class Kept:
    """A value and when it expires."""

    value: str
    expires: float | None


class InMemory:
    """A memory that ends with the process; at most `limit` entries, the oldest go first."""

    def __init__(self, clock: Callable[[], float] = time.time, limit: int = 50_000) -> None:
        self._clock = clock
        self._limit = limit
        self._kept: dict[tuple[str, int, int], Kept] = {}

    def recall(self, drawer: str, chat: int, key: int) -> str | None:
        kept = self._kept.get((drawer, chat, key))
        if kept is None or (kept.expires is not None and kept.expires <= self._clock()):
            self._kept.pop((drawer, chat, key), None)
            return None
        return kept.value

    def remember(self, drawer: str, chat: int, key: int, value: str, expires: float | None) -> None:
        self._kept.pop((drawer, chat, key), None)
        if value:
            self._kept[drawer, chat, key] = Kept(value, expires)
        while len(self._kept) > self._limit:
            self._kept.pop(next(iter(self._kept)))


@dataclass(frozen=True, slots=True)
class Remembered:
    """A decision as it is remembered: subjects as keys, no text."""

    status: Status
    language: Language
    subjects: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    confidence: float = 0.0
    reason: Reason | None = None
    referral: str | None = None
    courtesy: str = ""

    @classmethod
    def of(cls, decision: Decision, language: Language) -> Remembered:
        """Return what is remembered of a decision."""
        return cls(
            decision.status,
            language,
            tuple(subject.key() for subject in decision.subjects),
            tuple(subject.key() for subject in decision.nearest),
            round(decision.confidence, 4),
            decision.reason,
            decision.referral,
            decision.courtesy,
        )

    def decision(self, snapshot: Snapshot) -> Decision | None:
        """Return the decision again; None where the knowledge no longer holds what it was about."""
        subjects = [known(key, snapshot) for key in self.subjects]
        if any(subject is None for subject in subjects):
            return None
        nearest = [known(key, snapshot) for key in self.nearest]
        return Decision(
            self.status,
            tuple(subject for subject in subjects if subject is not None),
            self.confidence,
            self.reason,
            tuple(subject for subject in nearest if subject is not None),
            self.referral,
            self.courtesy,
        )

    def turn(self, snapshot: Snapshot) -> Turn | None:
        """Return a turn that stands for the one before: its subject asked for by its title."""
        decision = self.decision(snapshot)
        if decision is None or not decision.subjects:
            return None
        question = understand(title(decision.subjects[0], self.language, snapshot), snapshot, last=self.language)
        return Turn(question, decision)

    def written(self) -> str:
        """Return it as one short text; `read` reads it back."""
        return json.dumps({k: v for k, v in asdict(self).items() if v}, ensure_ascii=False, separators=(",", ":"))


def read(text: str) -> Remembered | None:
    """Read what `written` wrote; None if it is something else."""
    try:
        values = json.loads(text)
        found = Remembered(
            **{**values, "subjects": tuple(values.get("subjects", ())), "nearest": tuple(values.get("nearest", ()))}
        )
    except (ValueError, TypeError, AttributeError):
        return None
    return found if found.status in get_args(Status) and found.language in LANGUAGES else None


def known(key: str, snapshot: Snapshot) -> Subject | None:
    """Return the subject of a key if the knowledge still holds it and it can be answered; else None.

    A key may be older than the program, or none of its own: an app of whatever make sends any text as a button's.
    """
    subject = parse(key)
    if subject is None:
        return None
    library = snapshot.library
    if subject.kind == "card":
        return subject if len(subject.ids) == 1 and subject.ids[0] in library.cards else None
    if subject.kind == "contact":
        return subject if len(subject.ids) == 1 and subject.ids[0] in library.contacts else None
    if subject.kind == "place":
        return subject if len(subject.ids) == 1 and subject.ids[0] in library.gazetteer else None
    asked = table_answers.is_asked if subject.kind == "table" else partners.is_asked
    return subject if asked(subject, library) else None


def turns(remembered: Sequence[Remembered], snapshot: Snapshot) -> list[Turn]:
    """Return remembered turns as the history of a question, oldest first."""
    found = [each.turn(snapshot) for each in remembered]
    return [turn for turn in found if turn is not None]
