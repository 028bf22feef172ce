"""The weekly report to each curator, in private; a restart neither repeats nor loses it."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta

from bot.messenger import html
from bot.messenger.choices import curator_language
from bot.messenger.office import Office
from bot.messenger.sending import Place
from bot.records.upkeep import due, is_time, report

LOOK_EVERY = 15 * 60.0
AGAIN = timedelta(days=1)
"""After which a report that could not be delivered is tried again."""
_DRAWER = "weekly"
_LOG = logging.getLogger(__name__)


async def watch(office: Office) -> None:
    """Send the reports when it is time, for ever."""
    postponed: dict[int, datetime] = {}
    while True:
        try:
            await look(office, datetime.now(UTC), postponed)
        except Exception:  # a report that fails must not be the last one
            _LOG.exception("the weekly report failed")
            office.metrics.errors.labels("weekly").inc()
        await asyncio.sleep(LOOK_EVERY)


async def look(office: Office, now: datetime, postponed: dict[int, datetime]) -> None:
    """Send the report to each curator whose week is over at `now`; a curator met for the first time begins a week.

    Where it could not be delivered it is `postponed` to a moment.
    """
    for curator in sorted(office.curators):
        text = await office.archive.recall(_DRAWER, 0, curator)
        last = _read(text)
        if last is None:
            # Where the journal does not answer, nothing is known of the last time; a week must not begin anew for that.
            if await office.archive.activity(now.date()) is not None:
                _remember(office, curator, now)
        elif is_time(last, now) and now >= postponed.get(curator, now):
            if await _reported(office, curator, last, now):
                _remember(office, curator, now)
            else:
                postponed[curator] = now + AGAIN


async def _reported(office: Office, curator: int, last: datetime, now: datetime) -> bool:
    """Report what there is to say since the last time; return whether it arrived or nothing was to be said."""
    activity = await office.archive.activity(min(last, now).date())
    if activity is None:
        return False
    language = await curator_language(office, curator)
    text = report(due(office.answerer.snapshot.library, now.date()), activity, language)
    return not text or bool(await office.post.send(Place(curator), html.text_parts(text)))


def _remember(office: Office, curator: int, when: datetime) -> None:
    office.archive.remember(_DRAWER, 0, curator, when.isoformat(), None)


def _read(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
