"""What was asked and how it went, without names: questions, votes, remarks, and what conversations remember.

Ids of people and chats are kept as salted hashes only, texts only of questions that got no answer and of remarks, apart
from who wrote them. A journal that cannot write loses what it should have written, counts and logs that, and raises
nothing: answering goes on.
"""

from __future__ import annotations

import logging
import secrets
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, or_, select, update

from bot.answer import Answer
from bot.records import memory
from bot.records.database import Database, database_url, upsert
from bot.records.journal_reading import Action, Activity, Remark, read_actions, read_activity
from bot.records.journal_schema import actions, questions, remarks, unanswered, votes
from bot.records.pseudonyms import Pseudonyms, open_pseudonyms
from bot.records.redaction import redacted
from bot.settings import Settings

KEPT = timedelta(days=90)
"""How long questions, votes and texts are kept."""
WITHOUT_ANSWER = ("unknown", "unsupported_language")
TIDIES_EVERY = 6 * 60 * 60.0
_ROWS = 10**15
_LOG = logging.getLogger(__name__)
_T = TypeVar("_T")


def open_journal(settings: Settings) -> Journal:
    """Return the journal of the settings, opened if that can be done now, otherwise when it can.

    Raises SettingsError where GUICHET_DATABASE is no address of a database or its driver is missing.
    """
    database = Database(database_url(settings))
    journal = Journal(database, database.file.parent if database.file is not None else settings.state)
    journal.open()
    return journal


class Journal:
    """The journal in a database, with its salt in `folder`; any thread may call it. `losses` counts what was lost."""

    def __init__(self, database: Database, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.losses = 0
        self._database = database
        self._folder = folder
        self._clock = clock
        self._pseudonyms: Pseudonyms | None = None
        self._tidied = float("-inf")
        self._lock = threading.Lock()

    def open(self) -> None:
        """Open the database now, not at the first question; log a warning if that cannot be done yet."""
        try:
            self._hashes()
            self._database.read(lambda connection: None)
        except OSError as error:
            _LOG.warning("the journal cannot be opened yet (%s); answers go on without it", error)

    def asked(self, chat: int, person: int, answer: Answer, question: str, milliseconds: float) -> int | None:
        """Record a question; return the row that votes name, None if it could not be written."""
        row = _new_row()

        def work(connection: Connection) -> int:
            connection.execute(
                insert(questions).values(
                    id=row,
                    at=self._now(),
                    chat=self._hashes().chat(chat),
                    person=self._hashes().person(person) if person else None,
                    confidence=round(answer.confidence, 4),
                    milliseconds=round(milliseconds, 1),
                    **_outcome(answer),
                )
            )
            if answer.status in WITHOUT_ANSWER and question.strip():
                connection.execute(
                    insert(unanswered).values(
                        id=_new_row(),
                        day=self._now().date(),
                        language=answer.language,
                        text=redacted(question.strip()),
                    )
                )
            return row

        return self._record("question", work)

    def voted(self, row: int, person: int, up: bool) -> None:
        """Record a person's vote on an answer in place of the one before; nothing where the question is gone."""

        def work(connection: Connection) -> None:
            if connection.scalar(select(questions.c.id).where(questions.c.id == row)) is not None:
                vote = {"question": row, "person": self._hashes().person(person), "up": up, "at": self._now()}
                upsert(connection, votes, vote)

        self._record("vote", work)

    def remarked(self, row: int, text: str) -> Remark | None:
        """Record what was wrong with an answer, for the curators: with what was answered, without the person.

        Return what was recorded, None if it could not be written.
        """

        def work(connection: Connection) -> Remark:
            columns = [questions.c[name] for name in ("language", "status", "card", "place", "contact")]
            found = connection.execute(select(*columns).where(questions.c.id == row)).mappings().one_or_none()
            about: Mapping[str, str | None] = {**found} if found is not None else {}
            remark = Remark(
                redacted(text.strip()),
                self._now().date(),
                card=about.get("card"),
                place=about.get("place"),
                contact=about.get("contact"),
            )
            connection.execute(
                insert(remarks).values({**about, "id": _new_row(), "day": remark.day, "text": remark.text})
            )
            return remark

        return self._record("remark", work)

    def activity(self, since: date) -> Activity | None:
        """Return what happened since a day, that day included; None where the database cannot be read."""
        try:
            return self._database.read(lambda connection: read_activity(connection, since))
        except OSError as error:
            self._lose("what happened could not be read", error)
            return None

    def recall(self, drawer: str, chat: int, key: int) -> str | None:
        """Return what is kept there and has not expired, or None; None too where the database cannot be read."""
        try:
            slot = self._slot(drawer, chat, key)
            return self._database.read(lambda connection: memory.recall(connection, slot, self._clock()))
        except OSError as error:
            self._lose("memory could not be read", error)
            return None

    def remember(self, drawer: str, chat: int, key: int, value: str, expires: float | None) -> None:
        """Keep a value in place of the one before until `expires` (seconds since 1970; None: for good).

        A blank value removes what is there. What has expired anywhere is deleted on the way.
        """

        def work(connection: Connection) -> None:
            memory.drop_expired(connection, self._clock())
            memory.remember(connection, self._slot(drawer, chat, key), value, expires)

        self._record("memory", work)

    def acted(self, person: int, action: str, outcome: str, detail: str) -> None:
        """Record what a curator did: an action's name, what came of it, and ids, counts or file names."""

        def work(connection: Connection) -> None:
            row = {"id": _new_row(), "at": self._now(), "person": self._hashes().person(person)}
            connection.execute(insert(actions).values(**row, action=action, outcome=outcome, detail=redacted(detail)))

        self._record("curator's action", work)

    def actions(self, since: datetime) -> list[Action]:
        """Return what curators did since a moment, oldest first; nothing where the database cannot be read."""
        try:
            return self._database.read(lambda connection: read_actions(connection, since))
        except OSError as error:
            self._lose("what curators did could not be read", error)
            return []

    def forget(self, person: int) -> int:
        """Delete what is kept of a person: questions, votes, conversations, choices; return how many rows went.

        What the person did as a curator stays, without saying who it was. Votes of others on the person's questions go
        too. Raises OSError where it cannot be done: nobody must be told that it was.
        """
        if not person:
            return 0
        try:
            hashes = self._hashes()
            mine, private = hashes.person(person), hashes.chat(person)
            gone = self._database.write(lambda connection: _forget(connection, mine, private))
            self._database.scrub()
        except OSError as error:
            self._lose("a person's rows could not be deleted", error)
            raise
        return gone

    def tidy(self, now: datetime) -> int:
        """Delete what is older than 90 days and what has expired; return how many rows went.

        It is also done when something is recorded and the last time was six hours ago.
        """
        try:
            gone = self._database.write(lambda connection: _tidy(connection, now.astimezone(UTC)))
            if gone:
                self._database.scrub()
            self._database.drop_damaged(now - KEPT)
        except OSError as error:
            self._lose("old rows could not be deleted", error)
            return 0
        return gone

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    def _record(self, what: str, work: Callable[[Connection], _T]) -> _T | None:
        """Write something; None if that could not be done, which is counted and logged."""
        try:
            done = self._database.write(work)
        except OSError as error:
            self._lose(f"a {what} was not recorded", error)
            return None
        if self._is_time_to_tidy():
            self.tidy(self._now())
        return done

    def _is_time_to_tidy(self) -> bool:
        with self._lock:
            if self._clock() - self._tidied < TIDIES_EVERY:
                return False
            self._tidied = self._clock()
            return True

    def _lose(self, what: str, error: OSError) -> None:
        with self._lock:
            self.losses += 1
        _LOG.warning("journal: %s: %s", what, error)

    def _hashes(self) -> Pseudonyms:
        if self._pseudonyms is None:
            self._pseudonyms = open_pseudonyms(self._folder)
        return self._pseudonyms

    def _slot(self, drawer: str, chat: int, key: int) -> memory.Slot:
        return memory.Slot(drawer, self._hashes().chat(chat), self._hashes().person(key))

    def _now(self) -> datetime:
        return datetime.fromtimestamp(int(self._clock()), UTC)


def _new_row() -> int:
    return secrets.randbelow(_ROWS) + 1


def _outcome(answer: Answer) -> dict[str, str | None]:
    """Return the columns that say what was answered."""
    return {
        "language": answer.language,
        "status": answer.status,
        "reason": answer.reason,
        "card": next(iter(answer.cards), None),
        "place": next(iter(answer.places), None),
        "contact": next(iter(answer.contacts), None),
    }


def _forget(connection: Connection, person: str, private_chat: str) -> int:
    asked = or_(questions.c.person == person, questions.c.chat == private_chat)
    on_mine = votes.c.question.in_(select(questions.c.id).where(asked))
    gone = connection.execute(delete(votes).where(or_(votes.c.person == person, on_mine))).rowcount
    gone += connection.execute(delete(questions).where(asked)).rowcount
    connection.execute(update(actions).where(actions.c.person == person).values(person=None))
    return gone + memory.drop_person(connection, person, private_chat)


def _tidy(connection: Connection, now: datetime) -> int:
    oldest = now - KEPT  # texts bear a day only: theirs is over a little earlier rather than later
    old = questions.c.at < oldest
    on_old = votes.c.question.in_(select(questions.c.id).where(old))
    gone = connection.execute(delete(votes).where(on_old)).rowcount
    gone += connection.execute(delete(questions).where(old)).rowcount
    gone += connection.execute(delete(unanswered).where(unanswered.c.day <= oldest.date())).rowcount
    gone += connection.execute(delete(remarks).where(remarks.c.day <= oldest.date())).rowcount
    gone += connection.execute(delete(actions).where(actions.c.at < oldest)).rowcount
    return gone + memory.drop_expired(connection, now.timestamp())
