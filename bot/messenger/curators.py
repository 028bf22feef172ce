"""Who may curate: the people named in GUICHET_TELEGRAM_ADMINS. Each command and each press of a button asks anew."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import wraps
from typing import Any

from telegram import Update
from telegram.ext import ContextTypes

from bot.catalogue import say
from bot.errors import SettingsError
from bot.messenger import html
from bot.messenger.asking import asking
from bot.messenger.buttons import toast
from bot.messenger.choices import interface_language, note_profile
from bot.messenger.office import Office


@dataclass(frozen=True, slots=True)
class Deed:
    """What a curator's action came to, for the journal: `detail` holds ids, counts and file names, no message's text.

    `outcome` is `done` unless said: `begun` (a later entry tells the end), `refused`, `cancelled`, `failed`.
    """

    detail: str = ""
    outcome: str = "done"


Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Awaitable[Deed | None]]
"""What a curator sets off; without a deed of its own it is `done`."""
Guarded = Callable[[Update, ContextTypes.DEFAULT_TYPE], Coroutine[Any, Any, None]]


def read_curators(text: str) -> frozenset[int]:
    """Return the ids in GUICHET_TELEGRAM_ADMINS; raise SettingsError for what is no user's id."""
    ids = [part.strip() for part in text.split(",") if part.strip()]
    for id in ids:
        if not id.isdecimal() or int(id) == 0:
            raise SettingsError(
                f"GUICHET_TELEGRAM_ADMINS: `{id}` is no user id; write numbers with commas between, as 5512345678"
            )
    return frozenset(int(id) for id in ids)


def curator_of(update: Update, curators: frozenset[int]) -> int | None:
    """Return the id of the curator an update comes from, None if it comes from anybody else.

    Who writes as a group or a channel is not known to Telegram's users, and so no curator.
    """
    if update.callback_query is not None:
        user = update.callback_query.from_user
        return user.id if user.id in curators else None
    message = update.effective_message
    if message is None or message.from_user is None or message.sender_chat is not None:
        return None
    return message.from_user.id if message.from_user.id in curators else None


def curators_only(action: str) -> Callable[[Handler], Guarded]:
    """Let curators through to a handler and put what they did in the journal; refuse everybody else politely."""

    def guarded(handler: Handler) -> Guarded:
        @wraps(handler)
        async def checked(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            office = Office.of(context)
            curator = curator_of(update, office.curators)
            if curator is None:
                await _refuse(office, update)
                return
            if update.effective_user is not None:
                note_profile(office, update.effective_user)
            try:
                deed = await handler(update, context) or Deed()
            except BaseException:  # whatever it is goes on; it is only noted
                office.archive.acted(curator, action, "failed", "")
                raise
            office.archive.acted(curator, action, deed.outcome, deed.detail)

        return checked

    return guarded


async def _refuse(office: Office, update: Update) -> None:
    message, query = update.effective_message, update.callback_query
    language = await interface_language(office, update.effective_user)
    if query is not None:
        await toast(query, say("curating-refused", language))
    elif message is not None:
        await office.post.send(asking(message, "").place, html.text_parts(say("curating-refused", language)))
