"""What stands under an answer: languages, what to ask next, votes; and what happens when it is pressed.

Data of a button, at most 64 bytes: `l:ko:SUBJECT` the answer in Korean, `a:SUBJECT` the answer to what is offered,
`fb:1:ROW` and `fb:0:ROW` votes, `p:VALUE` a person's language, `g:VALUE` a group's. SUBJECT is a subject's key, or
`#NUMBER` where a decision does not fit and is kept in memory under that number. For curators, `cd:ID` shows a card.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence

from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.catalogue import say
from bot.conversation import DAY, Remembered, read
from bot.messenger import html
from bot.messenger.answerer import Offer, Outcome
from bot.messenger.archive import Archive
from bot.messenger.choices import NAMES, choose, interface_language
from bot.messenger.office import Office
from bot.messenger.sending import Place
from knowledge.text import LANGUAGES, Language

LONGEST_DATA = 64
LONGEST_LABEL = 60
BUTTON_DAYS = 7
INVITATION_DAYS = 2
CARD = "cd"
_LOG = logging.getLogger(__name__)


def keyboard(outcome: Outcome, row: int | None, archive: Archive) -> InlineKeyboardMarkup | None:
    """Return the buttons under an answer; votes only where something was answered and recorded."""
    status = outcome.answer.status
    if status == "unsupported_language":
        return None
    kept = outcome.remembered
    rows = [[InlineKeyboardButton(NAMES[lang], callback_data=_data(f"l:{lang}:", kept, archive)) for lang in LANGUAGES]]
    rows += [[_offer(offer, outcome.answer.language, archive)] for offer in outcome.offers]
    if status == "answered" and row is not None:
        rows.append(
            [
                InlineKeyboardButton("👍", callback_data=f"fb:1:{row}"),
                InlineKeyboardButton("👎", callback_data=f"fb:0:{row}"),
            ]
        )
    return InlineKeyboardMarkup(rows)


def _offer(offer: Offer, language: Language, archive: Archive) -> InlineKeyboardButton:
    label = offer.title if len(offer.title) <= LONGEST_LABEL else offer.title[: LONGEST_LABEL - 1].rstrip() + "…"
    kept = Remembered("answered", language, (offer.subject.key(),), confidence=1.0)
    return InlineKeyboardButton(label, callback_data=_data(f"a:{language}:", kept, archive))


def _data(prefix: str, kept: Remembered, archive: Archive) -> str:
    """Return the data of a button that stands for a decision."""
    if kept.status == "answered" and len(kept.subjects) == 1:
        data = prefix + kept.subjects[0]
        if len(data.encode()) <= LONGEST_DATA:
            return data
    written = kept.written()
    number = int.from_bytes(hashlib.blake2b(written.encode(), digest_size=6).digest())
    archive.remember("button", 0, number, written, BUTTON_DAYS * DAY)
    return f"{prefix}#{number}"


async def _meant(data: str, language: Language, archive: Archive) -> Remembered | None:
    if not data.startswith("#"):
        return Remembered("answered", language, (data,), confidence=1.0)
    number = data[1:]
    text = await archive.recall("button", 0, int(number)) if number.isdecimal() and len(number) < 20 else None
    return read(text) if text else None


async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Handle a button."""
    office = Office.of(context)
    query = update.callback_query
    if query is None or query.data is None:
        return
    kind, _, rest = query.data.partition(":")
    language = await interface_language(office, query.from_user)
    if kind == "l" and isinstance(query.message, Message):
        await _in_language(office, query, query.message, rest, language)
    elif kind == "a" and isinstance(query.message, Message):
        await _answer_offer(office, query, query.message, rest, language)
    elif kind == "fb":
        await _vote(office, query, rest, language)
    elif kind in ("p", "g") and query.message is not None:
        said = await choose(office, query.message.chat, query.from_user, kind, rest, language)
        await toast(query, said)
    else:
        await toast(query, say("telegram-expired", language))


async def _in_language(office: Office, query: CallbackQuery, message: Message, rest: str, language: Language) -> None:
    wanted, _, data = rest.partition(":")
    chosen = next((tongue for tongue in LANGUAGES if tongue == wanted), None)
    kept = await _meant(data, chosen or language, office.archive)
    outcome = await office.answerer.again(kept, (chosen,)) if kept is not None and chosen is not None else None
    if outcome is None:
        await toast(query, say("telegram-expired", language))
        return
    await toast(query, "")
    question = message.reply_to_message
    row = _row(message)
    ids: tuple[int, ...] = (message.message_id,)
    if question is not None:
        _, known = answered_by(await office.archive.recall("answer", message.chat.id, question.message_id))
        ids = known if message.message_id in known else ids
    where = Place(message.chat.id, message.message_thread_id if message.is_topic_message else None)
    parts = html.answer_parts(outcome.answers, [offer.title for offer in outcome.offers])
    sent = await office.post.replace(where, ids, parts, keyboard(outcome, row, office.archive))
    if question is not None:
        note_answer(office.archive, message.chat.id, question.message_id, row, sent)


async def _answer_offer(office: Office, query: CallbackQuery, message: Message, rest: str, language: Language) -> None:
    tongue, _, data = rest.partition(":")
    shown = next((each for each in LANGUAGES if each == tongue), language)
    kept = await _meant(data, shown, office.archive)
    outcome = await office.answerer.again(kept, (shown,)) if kept is not None else None
    if outcome is None or kept is None:
        await toast(query, say("telegram-expired", language))
        return
    await toast(query, "")
    heading = office.answerer.heading(kept)
    chat, person = message.chat.id, query.from_user.id
    row = await office.archive.asked(chat, person, outcome.answer, heading, outcome.milliseconds)
    topic = message.message_thread_id if message.is_topic_message else None
    parts = html.answer_parts(outcome.answers, [offer.title for offer in outcome.offers], heading)
    await office.post.send(Place(chat, topic, message.message_id), parts, keyboard(outcome, row, office.archive))
    office.metrics.questions.labels(outcome.answer.status, outcome.answer.language).inc()
    await office.remember_turn(chat, person, outcome.remembered)


async def _vote(office: Office, query: CallbackQuery, rest: str, language: Language) -> None:
    sign, _, number = rest.partition(":")
    if sign not in ("0", "1") or not number.isdecimal() or len(number) > 18:
        await toast(query, say("telegram-expired", language))
        return
    row, up = int(number), sign == "1"
    office.archive.voted(row, query.from_user.id, up)
    office.metrics.votes.labels("up" if up else "down").inc()
    await toast(query, say("telegram-voted-up" if up else "telegram-voted-down", language))
    message = query.message
    if up or not isinstance(message, Message):
        return
    if await office.archive.recall("invited", row, query.from_user.id):
        return
    office.archive.remember("invited", row, query.from_user.id, "1", INVITATION_DAYS * DAY)
    topic = message.message_thread_id if message.is_topic_message else None
    sent = await office.post.send(
        Place(message.chat.id, topic, message.message_id), html.text_parts(say("telegram-invitation", language))
    )
    for id in sent:
        office.archive.remember("invitation", message.chat.id, id, str(row), INVITATION_DAYS * DAY)


def card_buttons(ids: Sequence[str], label: str = "") -> InlineKeyboardMarkup | None:
    """Return a button a line that shows each card to curators, labelled with its id unless a label is given."""
    data = {id: f"{CARD}:{id}" for id in ids}
    fitting = [(id, each) for id, each in data.items() if len(each.encode()) <= LONGEST_DATA]
    buttons = [[InlineKeyboardButton(label or id, callback_data=each)] for id, each in fitting]
    return InlineKeyboardMarkup(buttons) if buttons else None


def _row(message: Message) -> int | None:
    """Return the row that the votes under a message name."""
    for buttons in message.reply_markup.inline_keyboard if message.reply_markup else ():
        for button in buttons:
            if isinstance(button.callback_data, str) and button.callback_data.startswith("fb:1:"):
                number = button.callback_data[5:]
                return int(number) if number.isdecimal() else None
    return None


def note_answer(archive: Archive, chat: int, question: int, row: int | None, ids: Sequence[int]) -> None:
    """Remember which messages answer a question."""
    if ids:
        written = f"{row if row is not None else ''} {','.join(str(id) for id in ids)}"
        archive.remember("answer", chat, question, written, DAY)


def answered_by(text: str | None) -> tuple[int | None, tuple[int, ...]]:
    """Read which messages answer a question, and under which row it is recorded."""
    row, _, ids = (text or "").partition(" ")
    return (int(row) if row else None), tuple(int(id) for id in ids.split(",") if id)


async def toast(query: CallbackQuery, text: str) -> None:
    """Acknowledge a button, with a text shown for a moment (200 characters at most), or with none."""
    try:
        await query.answer(text[:200] or None)
    except TelegramError as error:  # pressed too long ago, or the network; what was asked is done all the same
        _LOG.info("a button could not be acknowledged: %s", type(error).__name__)
