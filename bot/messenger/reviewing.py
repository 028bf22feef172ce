"""For curators: /unanswered lists questions that got no answer, /draft makes a card to be filled in from a group.

Both answer in private, wherever they are asked: what people wrote is not for a group to read again. A list is
remembered by the rows of its questions, so that their texts stay in the one table where they are deleted in time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes

from bot.catalogue import say
from bot.conversation import DAY
from bot.desk import drafting
from bot.messenger import html
from bot.messenger.asking import asking
from bot.messenger.buttons import BUTTON_DAYS, toast
from bot.messenger.choices import interface_language
from bot.messenger.curators import Deed, curators_only
from bot.messenger.office import Office
from bot.messenger.sending import Place
from bot.records import unanswered
from bot.records.grouping import Group, grouped
from bot.records.journal import KEPT
from bot.sheets.rendering import day
from knowledge.text import Language

USUAL_DAYS = 30
DRAFT = "dr"
"""Begins the data of a button that drafts a card: `dr:LIST:NUMBER`."""
_DRAWER = "unanswered"
_ROW = 5


def today() -> date:
    """Return the day as the journal counts days."""
    return datetime.now(UTC).date()


def read_days(arguments: Sequence[str] | None) -> int | None:
    """Return the number of days behind a command, USUAL_DAYS where there is none, None where it makes no sense."""
    if not arguments:
        return USUAL_DAYS
    text = arguments[0]
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 and 1 <= int(text) <= KEPT.days else None


def first_day(days: int) -> date:
    """Return the first of so many days, today being the last."""
    return today() - timedelta(days=days - 1)


async def say_days(office: Office, message: Message, command: str, language: Language) -> Deed:
    """Tell how many days a command takes."""
    text = say("reviewing-days-unknown", language, most=KEPT.days, command=command)
    await office.post.send(asking(message, "").place, html.text_parts(text))
    return Deed(outcome="refused")


async def failed(office: Office, place: Place, language: Language) -> Deed:
    """Tell that the journal did not answer."""
    await office.post.send(place, html.text_parts(say("telegram-failed", language)))
    return Deed(outcome="failed")


@curators_only("unanswered")
async def list_unanswered(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """/unanswered [DAYS]"""
    office, message = Office.of(context), update.effective_message
    if message is None or message.from_user is None:
        return Deed(outcome="refused")
    curator, language = message.from_user.id, await interface_language(office, message.from_user)
    days = read_days(context.args)
    if days is None:
        return await say_days(office, message, "/unanswered", language)
    since = first_day(days)
    activity = await office.archive.activity(since)
    if activity is None:
        return await failed(office, asking(message, "").place, language)
    groups = await office.answerer.study(lambda snapshot: grouped(activity.unanswered, snapshot))
    if not groups:
        await office.post.send(
            asking(message, "").place, html.text_parts(say("unanswered-none", language, since=day(since, language)))
        )
        return Deed("0")
    number = _remember(office, curator, groups)
    text = unanswered.listed(groups, activity, since, language)
    arrived = await office.post.send(
        Place(curator), html.text_parts(text), _drafts(number, len(groups[: unanswered.SHOWN]), language)
    )
    if arrived:
        table = unanswered.table(groups, office.answerer.snapshot.library, language)
        name = f"{say('unanswered-file', language)}-{today().isoformat()}.csv"
        await office.post.send_document(Place(curator), name, table)
    await _tell_group(context, message, arrived=bool(arrived), language=language)
    return Deed(str(len(groups)), "done" if arrived else "failed")


@curators_only("draft")
async def draft(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """/draft NUMBER: of a group in the curator's last list."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.from_user is None:
        return Deed(outcome="refused")
    curator, language = message.from_user.id, await interface_language(office, message.from_user)
    wanted = (context.args or [""])[0]
    if not (wanted.isascii() and wanted.isdecimal() and len(wanted) < 6):
        await office.post.send(asking(message, "").place, html.text_parts(say("draft-which", language)))
        return Deed(outcome="refused")
    number = await office.archive.recall(_DRAWER, curator, 0)
    drafted = await _draft(office, int(number), int(wanted), language) if number else None
    if drafted is None:
        key = "draft-gone" if number is None else "draft-which"
        await office.post.send(asking(message, "").place, html.text_parts(say(key, language)))
        return Deed(outcome="refused")
    arrived = await _send_draft(office, curator, drafted, language)
    await _tell_group(context, message, arrived=arrived, language=language)
    return Deed(drafted.id, "done" if arrived else "failed")


@curators_only("draft")
async def draft_pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """The button under a list that drafts a card."""
    office, query = Office.of(context), update.callback_query
    if query is None or query.data is None:
        return Deed(outcome="refused")
    language = await interface_language(office, query.from_user)
    _, _, rest = query.data.partition(":")
    number, _, place = rest.partition(":")
    drafted = None
    if all(part.isascii() and part.isdecimal() and len(part) < 20 for part in (number, place)):
        drafted = await _draft(office, int(number), int(place), language)
    if drafted is None:
        await toast(query, say("draft-gone", language))
        return Deed(outcome="refused")
    await toast(query, "")
    arrived = await _send_draft(office, query.from_user.id, drafted, language)
    return Deed(drafted.id, "done" if arrived else "failed")


def _remember(office: Office, curator: int, groups: Sequence[Group]) -> int:
    """Remember a list for its buttons, and as the curator's last one; return its number."""
    written = drafting.written(groups)
    number = int.from_bytes(hashlib.blake2b(written.encode(), digest_size=6).digest())
    office.archive.remember(_DRAWER, 0, number, written, BUTTON_DAYS * DAY)
    office.archive.remember(_DRAWER, curator, 0, str(number), BUTTON_DAYS * DAY)
    return number


async def _draft(office: Office, number: int, place: int, language: Language) -> drafting.Draft | None:
    """Return the draft of a group of a list; None where the list or the group is not there any more."""
    listed = drafting.read(await office.archive.recall(_DRAWER, 0, number) or "")
    activity = await office.archive.activity(today() - KEPT) if 1 <= place <= len(listed) else None
    group = drafting.regrouped(listed[place - 1], activity.unanswered) if activity is not None else None
    return drafting.draft(group, office.answerer.snapshot.library.cards, today()) if group is not None else None


async def _send_draft(office: Office, curator: int, drafted: drafting.Draft, language: Language) -> bool:
    caption = say("draft-caption", language, id=drafted.id)
    content = drafted.yaml.encode()
    return await office.post.send_document(Place(curator), f"{drafted.id}.yaml", content, caption) is not None


async def _tell_group(
    context: ContextTypes.DEFAULT_TYPE, message: Message, *, arrived: bool, language: Language
) -> None:
    """Say in a group that the answer went to the private chat, or that it could not."""
    if message.chat.type != ChatType.PRIVATE:
        key = "reviewing-sent-in-private" if arrived else "reviewing-cannot-write"
        text = say(key, language, bot=context.bot.username)
        await Office.of(context).post.send(asking(message, "").place, html.text_parts(text))


def _drafts(number: int, count: int, language: Language) -> InlineKeyboardMarkup:
    buttons = [
        InlineKeyboardButton(
            say("unanswered-button", language, number=place), callback_data=f"{DRAFT}:{number}:{place}"
        )
        for place in range(1, count + 1)
    ]
    return InlineKeyboardMarkup([buttons[start : start + _ROW] for start in range(0, count, _ROW)])
