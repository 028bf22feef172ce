"""The other commands: /start /help /language /sources /privacy /forget /listen, and what Telegram shows of them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    InlineKeyboardMarkup,
    Message,
    Update,
)
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot.catalogue import say
from bot.messenger import html
from bot.messenger.asking import asking
from bot.messenger.choices import BOTH, choose, choose_for_group, interface_language, language_keyboard
from bot.messenger.office import Office
from index.snapshot import Snapshot
from knowledge.text import LANGUAGES, Language

PRIVATE = ("ask", "language", "sources", "privacy", "forget", "help", "start")
GROUP = ("ask", "language", "sources", "privacy", "forget", "help")
ADMINS = (*GROUP, "listen")
CURATORS = (*PRIVATE, "reload", "upload", "rollback", "unanswered", "draft", "stats", "card")
_SOURCES = 12
_LOG = logging.getLogger(__name__)


async def describe(bot: ExtBot[None], curators: Iterable[int]) -> None:
    """Tell Telegram the commands: for each scope in French, Korean and, for everybody else, English.

    Curators see theirs in their private chats, once they have written to the bot.
    """
    scopes: list[tuple[BotCommandScope, Sequence[str]]] = [
        (BotCommandScopeDefault(), PRIVATE),
        (BotCommandScopeAllPrivateChats(), PRIVATE),
        (BotCommandScopeAllGroupChats(), GROUP),
        (BotCommandScopeAllChatAdministrators(), ADMINS),
        *((BotCommandScopeChat(curator), CURATORS) for curator in sorted(curators)),
    ]
    languages: Sequence[tuple[Language, str | None]] = (("fr", "fr"), ("ko", "ko"), ("en", None))
    for scope, names in scopes:
        for language, code in languages:
            commands = [BotCommand(name, say(f"telegram-command-{name}", language)) for name in names]
            try:
                await bot.set_my_commands(commands, scope=scope, language_code=code)
            except BadRequest:  # a curator who has not written to the bot yet
                break
            except TelegramError as error:
                _LOG.warning("the commands could not be described to Telegram: %s", type(error).__name__)
                return


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/start"""
    await _say(update, context, "telegram-start")


async def help_(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/help, and any command in private that there is not."""
    await _say(update, context, "telegram-help")


async def sources(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/sources: what the answers rest on."""
    office, message = Office.of(context), update.effective_message
    if message is not None:
        language = await interface_language(office, message.from_user)
        await _reply(office, message, sources_text(office.answerer.snapshot, language))


def sources_text(snapshot: Snapshot, language: Language) -> str:
    """Return what the answers rest on: how many cards, of when, and the sources named most."""
    cards = snapshot.library.cards.values()
    titles = Counter(source.titled(language) for card in cards for source in card.sources)
    checked = max((card.checked for card in cards), default=None)
    lines = [f"- {title}" for title, _ in titles.most_common(_SOURCES)]
    return say(
        "telegram-sources",
        language,
        cards=len(snapshot.library.cards),
        date=checked.isoformat() if checked else "-",
        count=len(titles),
    ) + ("\n\n" + "\n".join(lines) if lines else "")


async def privacy(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/privacy: in all three languages, the person's first."""
    office, message = Office.of(context), update.effective_message
    if message is not None:
        first = await interface_language(office, message.from_user)
        order = sorted(LANGUAGES, key=lambda language: language != first)
        await _reply(office, message, "\n\n".join(say("telegram-privacy", language) for language in order))


async def forget(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/forget: deletes what is kept of the person."""
    office, message = Office.of(context), update.effective_message
    if message is None:
        return
    language = await interface_language(office, message.from_user)
    gone = await office.archive.forget(asking(message, "").person)
    await _reply(office, message, say("telegram-forgotten" if gone is not None else "telegram-failed", language))


async def language(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/language: shows the choices, or takes one given behind the command."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.from_user is None:
        return
    spoken = await interface_language(office, message.from_user)
    wanted = [argument.lower() for argument in context.args or []]
    if wanted in ([BOTH], ["group", BOTH], ["group", "auto"]):
        if await office.admins.wrote(message):
            await _reply(office, message, choose_for_group(office, message.chat.id, wanted[-1], spoken))
        else:
            await _reply(office, message, say("telegram-admins-only", spoken))
    elif wanted:
        await _reply(office, message, await choose(office, message.chat, message.from_user, "p", wanted[0], spoken))
    else:
        buttons = language_keyboard(message.chat, spoken)
        await _reply(office, message, say("telegram-language", spoken), buttons)


async def listen(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/listen on|off: whether the bot may answer talk in a group that is not addressed to it; admins only."""
    office, message = Office.of(context), update.effective_message
    if message is None:
        return
    spoken = await interface_language(office, message.from_user)
    wanted = (context.args or [""])[0].lower()
    if message.chat.type == ChatType.PRIVATE:
        key = "telegram-groups-only"
    elif not await office.admins.wrote(message):
        key = "telegram-admins-only"
    elif wanted in ("on", "off"):
        office.archive.remember("listen", message.chat.id, 0, wanted, None)
        key = f"telegram-listen-{wanted}"
    else:
        key = "telegram-listen"
    await _reply(office, message, say(key, spoken))


async def _say(update: Update, context: ContextTypes.DEFAULT_TYPE, key: str) -> None:
    office, message = Office.of(context), update.effective_message
    if message is not None:
        spoken = await interface_language(office, message.from_user)
        await _reply(office, message, say(key, spoken, bot=context.bot.username))


async def _reply(office: Office, message: Message, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
    await office.post.send(asking(message, "").place, html.text_parts(text), keyboard)
