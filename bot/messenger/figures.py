"""For curators: /stats, a few lines on what was asked and a picture drawn by a process of its own."""

from __future__ import annotations

import logging

from telegram import Update
from telegram.ext import ContextTypes

from bot.catalogue import say
from bot.messenger import html
from bot.messenger.apart import run_module
from bot.messenger.asking import asking
from bot.messenger.choices import interface_language
from bot.messenger.curators import Deed, curators_only
from bot.messenger.office import Office
from bot.messenger.reviewing import failed, first_day, read_days, say_days, today
from bot.records.plot import MISSING, Picture, written
from bot.records.usage import summary

PATIENCE = 60.0
"""Seconds a picture may take: the first one on a machine looks through all its fonts."""
_LOG = logging.getLogger(__name__)


@curators_only("stats")
async def stats(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """/stats [DAYS]"""
    office, message = Office.of(context), update.effective_message
    if message is None:
        return Deed(outcome="refused")
    language, place = await interface_language(office, message.from_user), asking(message, "").place
    days = read_days(context.args)
    if days is None:
        return await say_days(office, message, "/stats", language)
    since = first_day(days)
    activity = await office.archive.activity(since)
    if activity is None:
        return await failed(office, place, language)
    await office.post.send(place, html.text_parts(summary(activity, since, language)))
    if activity.counts:
        picture = await _drawn(Picture(activity.counts, since, today(), language))
        if isinstance(picture, bytes):
            await office.post.send_photo(place, f"guichet-{today().isoformat()}.png", picture)
        else:
            await office.post.send(place, html.text_parts(say(picture, language)))
    return Deed(str(days))


async def _drawn(picture: Picture) -> bytes | str:
    """Return the PNG, or the key of the sentence that says why there is none."""
    try:
        drawn = await run_module(["bot.records.plot"], written(picture), PATIENCE)
    except (TimeoutError, OSError) as error:
        _LOG.error("the picture could not be drawn: %s", type(error).__name__)
        return "telegram-failed"
    if drawn.code == MISSING:
        return "stats-no-picture"
    if drawn.code:
        _LOG.error("the picture could not be drawn: %s", drawn.said[-500:])
        return "telegram-failed"
    return drawn.out
