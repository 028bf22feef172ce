"""What is due: cards past their day, remarks, questions without an answer; and when to say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.catalogue import say
from bot.records.journal_reading import Activity, Remark
from bot.sheets.rendering import day
from bot.sheets.writing import number
from knowledge.cards import Card
from knowledge.library import Library
from knowledge.text import Language

WEEK = timedelta(days=7)
MOST_CARDS = 30
"""Cards of one kind that a report names; it counts the others."""
MOST_REMARKS = 15


@dataclass(frozen=True, slots=True)
class Due:
    """Cards to look at, the oldest first: past `valid_until`, or else checked more than a year ago."""

    expired: tuple[Card, ...] = ()
    stale: tuple[Card, ...] = ()


def due(library: Library, today: date) -> Due:
    """Return the cards that are due on a day."""
    expired = [card for card in library.cards.values() if card.expired(today)]
    stale = [card for card in library.cards.values() if not card.expired(today) and card.checked < year_before(today)]
    return Due(
        tuple(sorted(expired, key=lambda card: (card.valid_until or today, card.id))),
        tuple(sorted(stale, key=lambda card: (card.checked, card.id))),
    )


def year_before(today: date) -> date:
    """Return the same day of the year before; 28 February before 29 February."""
    last = today.year - 1
    return today.replace(year=last, day=28) if (today.month, today.day) == (2, 29) else today.replace(year=last)


def is_time(last: datetime, now: datetime) -> bool:
    """Tell whether a week is over; a clock that was set back does not hold a report up for ever."""
    return now - last >= WEEK or last - now > WEEK


def report(due: Due, activity: Activity, language: Language) -> str:
    """Return the weekly report; blank where there is nothing to say."""
    parts = [
        _cards("weekly-expired", [(card.id, card.valid_until or card.checked) for card in due.expired], language),
        _cards("weekly-stale", [(card.id, card.checked) for card in due.stale], language),
        _remarks(activity.remarks, language),
    ]
    if activity.without_answer:
        parts.append(say("weekly-unanswered", language, count=number(activity.without_answer, language)))
    said = [part for part in parts if part]
    return "\n\n".join([say("weekly-heading", language), *said]) if said else ""


def quoted(remark: Remark, language: Language) -> str:
    """Return a remark with what it is about."""
    about = say("remark-about", language, id=remark.about) if remark.about else say("remark-alone", language)
    return f"{about} {say('remark-quoted', language, text=remark.text)}"


def _cards(key: str, cards: Sequence[tuple[str, date]], language: Language) -> str:
    """Return a list of cards, each with the day that is over."""
    lines = ["- " + say("weekly-card", language, id=id, date=day(over, language)) for id, over in cards[:MOST_CARDS]]
    return _listed(say(key, language, count=number(len(cards), language)), lines, len(cards), language)


def _remarks(remarks: Sequence[Remark], language: Language) -> str:
    lines = [f"- {quoted(remark, language)}" for remark in remarks[:MOST_REMARKS]]
    heading = say("weekly-remarks", language, count=number(len(remarks), language))
    return _listed(heading, lines, len(remarks), language)


def _listed(heading: str, lines: Sequence[str], total: int, language: Language) -> str:
    if not lines:
        return ""
    more = [say("weekly-more", language, count=number(total - len(lines), language))] if total > len(lines) else []
    return "\n".join([heading, *lines, *more])
