"""For curators: /upload. A file of cards or contacts is checked with all others, shown as changes, and confirmed."""

from __future__ import annotations

import logging

from telegram import Document, Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.catalogue import say
from bot.desk.editing import MAXIMUM_BYTES, plain_name
from bot.desk.knowledge_history import require_editable
from bot.desk.previewing import Request
from bot.errors import EditError
from bot.messenger import accounts, html
from bot.messenger.asking import asking, not_text
from bot.messenger.choices import interface_language
from bot.messenger.curating import beside, propose, tell
from bot.messenger.curators import Deed, curators_only
from bot.messenger.desk import Proposal
from bot.messenger.office import Office
from bot.messenger.reloading import preview
from bot.messenger.sending import Place
from bot.sheets.writing import number
from knowledge.text import Language

WAITS = 10 * 60.0
"""Seconds in which a file may follow /upload."""
_DRAWER = "upload"
_LOG = logging.getLogger(__name__)


@curators_only("upload")
async def upload(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """/upload: as a reply to a file, or before one."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.from_user is None:
        return None
    language, place = await interface_language(office, message.from_user), asking(message, "").place
    replied = message.reply_to_message
    if message.chat.type != ChatType.PRIVATE:
        await office.post.send(place, html.text_parts(say("curating-private", language)))
        return Deed(outcome="refused")
    if replied is not None and replied.document is not None:
        return await _take(office, message, replied.document)
    office.archive.remember(_DRAWER, message.chat.id, message.from_user.id, "waits", WAITS)
    await office.post.send(place, html.text_parts(say("curating-send-file", language)))
    return Deed(outcome="begun")


@curators_only("upload")
async def sent(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """A file with the caption /upload, or after that command."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.document is None:
        return None
    return await _take(office, message, message.document)


async def document(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A file without a caption: what /upload waits for, or nothing that can be read."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.from_user is None:
        return
    chat, person = message.chat.id, message.from_user.id
    if await office.archive.recall(_DRAWER, chat, person):
        office.archive.remember(_DRAWER, chat, person, "", None)
        await sent(update, context)
    else:
        await not_text(update, context)


async def _take(office: Office, message: Message, document: Document) -> Deed | None:
    if message.from_user is None:
        return None
    language, place = await interface_language(office, message.from_user), asking(message, "").place
    work = _propose(office, place, language, document)
    return beside(office, message.from_user.id, "upload", place, language, work)


async def _propose(office: Office, place: Place, language: Language, document: Document) -> Deed:
    """Fetch a file, find out what it would change, and ask; raise EditError for what cannot be taken."""
    require_editable(office.desk.knowledge)
    name = plain_name(document.file_name or "")
    content = await _fetched(document, language)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise EditError("curating-not-text") from None
    found = await preview(Request(folder=office.desk.knowledge, name=name, content=text))
    if found.refusal:
        raise EditError(found.refusal)
    if found.faults:
        await tell(office, place, say("curating-not-valid", language, path=found.path), found.faults)
        return Deed(f"{found.path} {len(found.faults)} faults", "refused")
    if found.same:
        raise EditError("curating-same", path=found.path)
    proposal = Proposal("upload", found, content)
    await propose(office, place, accounts.of_upload(found, language), proposal, language)
    return Deed(accounts.detail(found.path, found.changes), "proposed")


async def _fetched(document: Document, language: Language) -> bytes:
    """Return the content of a file; what Telegram says of its size is believed only where it is too much."""
    too_large = EditError("curating-too-large", limit=number(MAXIMUM_BYTES, language))
    if (document.file_size or 0) > MAXIMUM_BYTES:
        raise too_large
    try:
        file = await document.get_file()
        if (file.file_size or 0) > MAXIMUM_BYTES:
            raise too_large
        content = bytes(await file.download_as_bytearray())
    except TelegramError as error:
        _LOG.warning("a file could not be fetched: %s", type(error).__name__)
        raise EditError("curating-not-fetched") from None
    if len(content) > MAXIMUM_BYTES:
        raise too_large
    return content
