"""For curators: /reload, /rollback, and the buttons under a proposed change."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Sequence
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.ext import ContextTypes

from bot.catalogue import say
from bot.desk.previewing import Request
from bot.errors import EditError
from bot.messenger import accounts, html
from bot.messenger.asking import asking
from bot.messenger.buttons import toast
from bot.messenger.choices import interface_language
from bot.messenger.curators import Deed, curators_only
from bot.messenger.desk import Proposal
from bot.messenger.office import Office
from bot.messenger.reloading import preview
from bot.messenger.sending import Place
from knowledge.errors import GuichetError
from knowledge.text import Language

BUTTON = "edit"
"""What the data of the buttons begins with: `edit:yes:TOKEN`, `edit:no:TOKEN`."""
_LOG = logging.getLogger(__name__)


@curators_only("reload")
async def reload(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """/reload: takes up the knowledge folder as it stands."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.from_user is None:
        return None
    language = await interface_language(office, message.from_user)
    place, waits = asking(message, "").place, office.desk.reloader.under_way
    key = "curating-reload-waits" if waits else "curating-reload-begun"
    await office.post.send(place, html.text_parts(say(key, language)))
    return beside(office, message.from_user.id, "reload", place, language, reload_and_tell(office, place, language))


@curators_only("rollback")
async def rollback(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """/rollback: proposes to put back the file that was replaced last."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.from_user is None:
        return None
    language = await interface_language(office, message.from_user)
    place = asking(message, "").place
    return beside(office, message.from_user.id, "rollback", place, language, _propose_rollback(office, place, language))


@curators_only("confirm")
async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """A button under a proposed change."""
    office, query = Office.of(context), update.callback_query
    if query is None or query.data is None or not isinstance(query.message, Message):
        return Deed(outcome="refused")
    language = await interface_language(office, query.from_user)
    _, choice, token = query.data.split(":", 2)
    proposal = office.desk.take(token)
    if proposal is None:
        await toast(query, say("curating-expired", language))
        return Deed(outcome="refused")
    confirmed = choice == "yes"
    await toast(query, say("curating-confirmed" if confirmed else "curating-cancelled", language))
    message = query.message
    place = Place(message.chat.id, message.message_thread_id if message.is_topic_message else None)
    without_buttons = html.text_parts(message.text or "")[:1]
    await office.post.replace(place, (message.message_id,), without_buttons, None)
    place = Place(place.chat, place.topic, message.message_id)
    if not confirmed:
        await office.post.send(place, html.text_parts(say("curating-cancelled", language)))
        return Deed(proposal.preview.path, "cancelled")
    work = _make(office, place, language, proposal)
    return beside(office, query.from_user.id, proposal.action, place, language, work)


def beside(
    office: Office, curator: int, action: str, place: Place, language: Language, work: Coroutine[Any, Any, Deed]
) -> Deed:
    """Do work while the curator is answered, and put in the journal what came of it; return that it has begun."""

    async def errand() -> None:
        deed = Deed(outcome="interrupted")
        try:
            deed = await work
        except EditError as error:
            deed = Deed(error.key, "refused")
            await office.post.send(place, html.text_parts(say(error.key, language, **error.values)))
        except (GuichetError, OSError, TimeoutError) as error:
            _LOG.error("%s: %s", action, error)
            deed = Deed(type(error).__name__, "failed")
            reason = str(error) or type(error).__name__
            await office.post.send(place, html.text_parts(say("curating-failed", language, reason=reason)))
        finally:
            office.archive.acted(curator, action, deed.outcome, deed.detail)

    office.errands.start(errand())
    return Deed(outcome="begun")


async def reload_and_tell(office: Office, place: Place, language: Language, written: str = "") -> Deed:
    """Reload and say what came of it, below what was written before."""
    reloaded = await asyncio.shield(office.desk.reloader.begin())
    text = "\n\n".join(part for part in (written, accounts.of_reload(reloaded, language)) if part)
    await tell(office, place, text, reloaded.faults)
    if reloaded.done:
        return Deed(accounts.detail(f"{reloaded.cards} cards", reloaded.changes))
    return Deed(f"{len(reloaded.faults)} faults", "failed")


async def tell(office: Office, place: Place, text: str, lines: Sequence[str]) -> None:
    """Send a text with lines below it; as a file where they are more than a message takes."""
    parts = html.text_parts("\n\n".join([text, "\n".join(lines)]))
    if len(parts) == 1:
        await office.post.send(place, parts)
    else:
        await office.post.send(place, html.text_parts(text))
        await office.post.send_document(place, "guichet-check.txt", "".join(f"{line}\n" for line in lines).encode())


async def propose(office: Office, place: Place, text: str, proposal: Proposal, language: Language) -> None:
    """Send what a change would do, with a button to confirm it and one to cancel it."""
    token = office.desk.lay(proposal)
    row = [
        InlineKeyboardButton(say(f"curating-button-{choice}", language), callback_data=f"{BUTTON}:{choice}:{token}")
        for choice in ("yes", "no")
    ]
    await office.post.send(place, html.text_parts(text), InlineKeyboardMarkup([row]))


async def _propose_rollback(office: Office, place: Place, language: Language) -> Deed:
    desk = office.desk
    entry = await asyncio.to_thread(desk.history.last)
    if entry is None:
        raise EditError("curating-nothing-to-roll-back")
    content = await asyncio.to_thread(desk.history.previous, entry)
    text = content.decode("utf-8", "surrogateescape") if content is not None else None
    found = await preview(Request(folder=desk.knowledge, path=entry.path, content=text))
    if found.faults:
        await tell(office, place, say("curating-not-valid", language, path=entry.path), found.faults)
        return Deed(entry.path, "refused")
    proposal = Proposal("rollback", found, content, entry)
    await propose(office, place, accounts.of_rollback(entry, found, language), proposal, language)
    return Deed(accounts.detail(entry.path, found.changes), "proposed")


async def _make(office: Office, place: Place, language: Language, proposal: Proposal) -> Deed:
    """Write what was confirmed, then reload."""
    await office.desk.write(proposal)
    path, undone = proposal.preview.path, proposal.undoes
    if undone is None:
        written = say("curating-written", language, path=path)
    else:
        key = "curating-taken-out" if undone.before is None else "curating-put-back"
        written = say(key, language, path=path, date=accounts.moment(undone, language))
    deed = await reload_and_tell(office, place, language, written)
    return Deed(accounts.detail(path, proposal.preview.changes), deed.outcome)
