"""What the journal tells those who keep the cards: counts, votes, and texts apart from who wrote them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import get_args

from sqlalchemy import Connection, and_, case, func, select

from bot.answer import Status
from bot.records.journal_schema import actions, questions, remarks, unanswered, votes
from knowledge.text import LANGUAGES, Language

MOST_TEXTS = 2_000
"""Texts that are read at most, the newest ones: all of them are compared with each other."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions of one day (UTC) were asked in a language and went one way."""

    day: date
    language: Language
    status: Status
    questions: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How often a card answered, and how people voted on it."""

    card: str
    answers: int
    up: int = 0
    down: int = 0


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that got no answer; `id` is its row."""

    id: int
    day: date
    language: Language
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody found wrong with an answer; `card`, `place` or `contact` is what it gave, where that is known."""

    text: str
    day: date
    card: str | None = None
    place: str | None = None
    contact: str | None = None

    @property
    def about(self) -> str:
        """The id of what was answered, blank where it is not known."""
        return self.card or self.place or self.contact or ""


@dataclass(frozen=True, slots=True)
class Activity:
    """What happened since a day: counts in order of days, cards by answers, texts from the newest to the oldest.

    `without_answer` is how many texts of questions without an answer there are; `unanswered` holds MOST_TEXTS at most.
    """

    counts: tuple[Count, ...] = ()
    cards: tuple[Standing, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()
    without_answer: int = 0
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """What a curator did; `person` is a hash, None once the person asked to be forgotten."""

    at: datetime
    person: str | None
    action: str
    outcome: str
    detail: str


def read_activity(connection: Connection, since: date) -> Activity:
    """Return what happened since a day, that day included."""
    return Activity(
        counts=_counts(connection, since),
        cards=_cards(connection, since),
        unanswered=_unanswered(connection, since),
        without_answer=connection.scalar(select(func.count()).where(unanswered.c.day >= since)) or 0,
        remarks=_remarks(connection, since),
    )


def _counts(connection: Connection, since: date) -> tuple[Count, ...]:
    at = questions.c.at if connection.dialect.name == "sqlite" else func.timezone("UTC", questions.c.at)
    day = func.date(at)
    kept = and_(
        questions.c.at >= _midnight(since),
        questions.c.language.in_(LANGUAGES),
        questions.c.status.in_(get_args(Status)),
    )
    columns = (questions.c.language, questions.c.status)
    found = connection.execute(
        select(day, *columns, func.count()).where(kept).group_by(day, *columns).order_by(day, *columns)
    )
    # SQLite has no type for dates.
    return tuple(
        Count(date.fromisoformat(when) if isinstance(when, str) else when, language, status, number)
        for when, language, status, number in found
    )


def _cards(connection: Connection, since: date) -> tuple[Standing, ...]:
    given = and_(questions.c.at >= _midnight(since), questions.c.status == "answered", questions.c.card.is_not(None))
    voted = questions.outerjoin(votes, votes.c.question == questions.c.id)
    up = func.coalesce(func.sum(case((votes.c.up, 1), else_=0)), 0)
    columns = (questions.c.card, func.count(questions.c.id.distinct()), up, func.count(votes.c.question) - up)
    found = connection.execute(select(*columns).select_from(voted).where(given).group_by(questions.c.card))
    standings = [Standing(card, answers, int(ups), int(downs)) for card, answers, ups, downs in found]
    return tuple(sorted(standings, key=lambda each: (-each.answers, each.card)))


def _unanswered(connection: Connection, since: date) -> tuple[Unanswered, ...]:
    columns = (unanswered.c.id, unanswered.c.day, unanswered.c.language, unanswered.c.text)
    kept = and_(unanswered.c.day >= since, unanswered.c.language.in_(LANGUAGES))
    newest = (unanswered.c.day.desc(), unanswered.c.id)
    found = connection.execute(select(*columns).where(kept).order_by(*newest).limit(MOST_TEXTS))
    return tuple(Unanswered(id, day, language, text) for id, day, language, text in found)


def _remarks(connection: Connection, since: date) -> tuple[Remark, ...]:
    columns = (remarks.c.text, remarks.c.day, remarks.c.card, remarks.c.place, remarks.c.contact)
    newest = (remarks.c.day.desc(), remarks.c.id)
    found = connection.execute(select(*columns).where(remarks.c.day >= since).order_by(*newest).limit(MOST_TEXTS))
    return tuple(Remark(text, day, *about) for text, day, *about in found)


def read_actions(connection: Connection, since: datetime) -> list[Action]:
    """Return what curators did since a moment, oldest first."""
    columns = (actions.c.at, actions.c.person, actions.c.action, actions.c.outcome, actions.c.detail)
    found = select(*columns).where(actions.c.at >= since).order_by(actions.c.at, actions.c.id)
    return [Action(*row) for row in connection.execute(found)]


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
