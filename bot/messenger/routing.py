"""Which handler takes which update."""

from __future__ import annotations

import logging

from telegram import ChatMember, Message, Update
from telegram.constants import ChatType
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.messenger import asking, buttons, card_sheet, commands, curating, figures, inline, reviewing, uploading
from bot.messenger.office import Office

_LOG = logging.getLogger(__name__)


class _People(filters.MessageFilter):
    """Messages that people wrote: not by bots, not posted through one, not forwarded from a channel by itself."""

    def filter(self, message: Message) -> bool:
        if message.via_bot is not None or message.is_automatic_forward:
            return False
        return message.sender_chat is not None or (message.from_user is not None and not message.from_user.is_bot)


_PEOPLE = _People()
_NEW = _PEOPLE & filters.UpdateType.MESSAGE
_NEW_OR_EDITED = _PEOPLE & filters.UpdateType.MESSAGES
_COMMANDS = {
    "start": commands.start,
    "help": commands.help_,
    "language": commands.language,
    "sources": commands.sources,
    "privacy": commands.privacy,
    "forget": commands.forget,
    "listen": commands.listen,
    "reload": curating.reload,
    "upload": uploading.upload,
    "rollback": curating.rollback,
    "unanswered": reviewing.list_unanswered,
    "draft": reviewing.draft,
    "stats": figures.stats,
    "card": card_sheet.card,
}


def register(application: Application) -> None:  # type: ignore[type-arg]
    """Register all handlers."""
    add = application.add_handler
    add(CommandHandler("ask", asking.ask, filters=_NEW_OR_EDITED))
    for name, handler in _COMMANDS.items():
        add(CommandHandler(name, handler, filters=_NEW))
    add(CallbackQueryHandler(reviewing.draft_pressed, pattern=f"^{reviewing.DRAFT}:"))
    add(CallbackQueryHandler(card_sheet.card_pressed, pattern=f"^{buttons.CARD}:"))
    add(CallbackQueryHandler(curating.pressed, pattern=f"^{curating.BUTTON}:(yes|no):"))
    add(CallbackQueryHandler(buttons.pressed))
    add(InlineQueryHandler(inline.inline))
    add(MessageHandler(filters.StatusUpdate.MIGRATE, _migrated))
    text = filters.TEXT & ~filters.COMMAND
    add(MessageHandler(_NEW_OR_EDITED & filters.ChatType.PRIVATE & text, asking.private))
    add(MessageHandler(_NEW_OR_EDITED & filters.ChatType.GROUPS & text, asking.in_group))
    add(MessageHandler(_NEW & filters.ChatType.PRIVATE & filters.COMMAND, _unknown_command))
    documents = _NEW & filters.ChatType.PRIVATE & filters.Document.ALL
    add(MessageHandler(documents & filters.CaptionRegex(r"^/upload(@\w+)?(\s|$)"), uploading.sent))
    add(MessageHandler(documents, uploading.document))
    other = ~filters.TEXT & ~filters.StatusUpdate.ALL
    add(MessageHandler(_NEW & filters.ChatType.PRIVATE & other, asking.not_text))
    add(ChatMemberHandler(_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_error_handler(_failed)


async def _unknown_command(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A command in private that there is not: how to ask; one for another bot is none of ours."""
    message = update.effective_message
    command = (message.text or "").split(maxsplit=1)[0] if message is not None else ""
    _, _, addressee = command.partition("@")
    if not addressee or addressee.lower() == context.bot.username.lower():
        await commands.help_(update, context)


async def _migrated(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A group became a supergroup: what it chose goes with it."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.migrate_to_chat_id is None:
        return
    for drawer in ("listen", "group-language"):
        value = await office.archive.recall(drawer, message.chat.id, 0)
        if value:
            office.archive.remember(drawer, message.migrate_to_chat_id, 0, value, None)
            office.archive.remember(drawer, message.chat.id, 0, "", None)
    office.metrics.errors.labels("migrated").inc()
    _LOG.info("a group became a supergroup")


async def _membership(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """The bot was added somewhere or put out."""
    change = update.my_chat_member
    if change is None:
        return
    gone = change.new_chat_member.status in (ChatMember.LEFT, ChatMember.BANNED)
    where = "a private chat" if change.chat.type == ChatType.PRIVATE else "a group"
    if gone:
        Office.of(context).metrics.errors.labels("kicked").inc()
    _LOG.info("%s %s", "put out of" if gone else "is now in", where)


async def _failed(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Whatever a handler did not expect: logged and counted; the next update is handled as ever."""
    error = context.error
    id = update.update_id if isinstance(update, Update) else "?"
    _LOG.error("update %s: %s", id, type(error).__name__, exc_info=error)
    office = Office.of(context)
    office.metrics.errors.labels(type(error).__name__).inc()
    office.metrics.given_up.labels("failed").inc()
