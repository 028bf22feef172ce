"""Questions: /ask, private messages, replies to the bot, mentions, and talk in groups that opted in."""

from __future__ import annotations

import asyncio
import logging
import time
import zlib
from dataclasses import dataclass, replace
from datetime import date

from telegram import ForceReply, Message, MessageEntity, Update
from telegram.ext import ContextTypes

from bot.catalogue import say
from bot.messenger import html
from bot.messenger.answerer import Outcome
from bot.messenger.buttons import answered_by, keyboard, note_answer
from bot.messenger.choices import answer_languages, interface_language, tongue
from bot.messenger.office import Office
from bot.messenger.remarks import pass_on
from bot.messenger.sending import Place
from bot.records.journal_reading import Remark
from bot.records.redaction import redacted
from knowledge.text import LANGUAGES

SURE = 0.85
"""Confidence above which the bot speaks unasked, where a group allows it."""
COOL_DOWN = 5 * 60.0
EDITABLE = 30 * 60.0
"""Seconds after a message in which editing it into a question still asks one."""
ALBUM = 60.0
"""Seconds within which the photos of an album arrive."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asking:
    """A question and where it came from. `source` is the message that asks, `about` the one the answer replies to."""

    text: str
    chat: int
    person: int
    source: int
    about: int
    at: float
    user_language: str | None = None
    topic: int | None = None

    @property
    def place(self) -> Place:
        """Where it is asked."""
        return Place(self.chat, self.topic, self.about)


def asking(message: Message, text: str) -> Asking:
    """Return the question a message asks."""
    user, sender = message.from_user, message.sender_chat
    written = message.edit_date or message.date
    return Asking(
        text=text,
        chat=message.chat.id,
        person=sender.id if sender is not None else user.id if user is not None else 0,
        source=message.message_id,
        about=message.message_id,
        at=written.timestamp(),
        user_language=user.language_code if user is not None and sender is None else None,
        topic=message.message_thread_id if message.is_topic_message else None,
    )


def without_mention(message: Message, username: str) -> str | None:
    """Return a message's text without the mention of the bot; None where it is not mentioned."""
    mentions = message.parse_entities([MessageEntity.MENTION])
    found = [e for e, text in mentions.items() if text.lower() == f"@{username.lower()}"]
    if not found or message.text is None:
        return None
    coded = message.text.encode("utf-16-le")
    for entity in sorted(found, key=lambda e: -e.offset):
        coded = coded[: 2 * entity.offset] + b" \x00" + coded[2 * (entity.offset + entity.length) :]
    return coded.decode("utf-16-le", "replace").strip(" ,:\n")


async def ask(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """/ask: with a question, as a reply to one, or alone."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.text is None:
        return
    question = asking(message, _after_command(message))
    replied = message.reply_to_message
    if not question.text and replied is not None and not _is_topic_start(message):
        text = replied.text or replied.caption or ""
        if text and not _is_by(replied, context.bot.id):
            question = replace(question, text=text, about=replied.message_id, user_language=None)
    if question.text:
        await answer(office, question, edited=update.edited_message is not None)
    elif update.edited_message is None:
        language = await interface_language(office, message.from_user)
        await office.post.send(
            question.place,
            html.text_parts(say("telegram-ask-what", language)),
            ForceReply(selective=True, input_field_placeholder=say("telegram-ask-placeholder", language)),
        )


async def private(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A text in a private chat: a question, or what was wrong with an answer."""
    message = update.effective_message
    if message is not None and message.text is not None:
        await _asked_or_remarked(Office.of(context), update, message, message.text)


async def in_group(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A text in a group: a reply to the bot, a mention, or talk that is left alone unless the group opted in."""
    office, message = Office.of(context), update.effective_message
    if message is None or message.text is None:
        return
    mentioned = without_mention(message, context.bot.username)
    replied = message.reply_to_message
    if _is_by(replied, context.bot.id) and not _is_topic_start(message):
        await _asked_or_remarked(office, update, message, mentioned or message.text)
        return
    if mentioned is not None:
        if not mentioned and replied is not None and not _is_topic_start(message):
            mentioned = replied.text or replied.caption or ""
        await answer(office, asking(message, mentioned), edited=update.edited_message is not None)
    elif update.edited_message is None and replied is None:
        await _overhear(office, message)


async def not_text(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """A voice message, photo or the like in a private chat: one polite line, for an album too."""
    office, message = Office.of(context), update.effective_message
    if message is None:
        return
    if message.media_group_id is not None:
        album = zlib.crc32(message.media_group_id.encode())
        if await office.archive.recall("album", message.chat.id, album):
            return
        office.archive.remember("album", message.chat.id, album, "1", ALBUM)
    language = await interface_language(office, message.from_user)
    await office.post.send(asking(message, "").place, html.text_parts(say("telegram-not-text", language)))


async def answer(office: Office, question: Asking, *, edited: bool = False) -> None:
    """Answer a question; one that was edited gets its old answer edited."""
    began = time.monotonic()
    kept = await office.archive.recall("answer", question.chat, question.source) if edited else None
    _, ids = answered_by(kept)
    if edited and not ids and time.time() - question.at > EDITABLE:
        return
    await _slow(office, question)
    try:
        outcome = await _answered(office, question, ids)
    except Exception:  # whatever went wrong, the person is told, it is logged and counted
        _LOG.exception("a question could not be answered")
        office.metrics.errors.labels("answer").inc()
        office.metrics.given_up.labels("failed").inc()
        lines = "\n".join(say("telegram-failed", language) for language in LANGUAGES)
        await office.post.send(question.place, html.text_parts(lines))
        return
    office.metrics.questions.labels(outcome.answer.status, outcome.answer.language).inc()
    office.metrics.latency.observe(time.monotonic() - began)


async def _answered(office: Office, question: Asking, ids: tuple[int, ...]) -> Outcome:
    """Find the answer, record the question and send the answer, in place of `ids` if there are any."""
    history = await office.recall_turns(question.chat, question.person)
    languages = await answer_languages(office, question.chat, question.person)
    outcome = await office.answerer.ask(question.text, history, question.user_language, languages)
    row = await office.archive.asked(
        question.chat, question.person, outcome.answer, question.text, outcome.milliseconds
    )
    await _deliver(office, question, outcome, row, ids)
    if outcome.answer.status in ("answered", "clarify"):
        await office.remember_turn(question.chat, question.person, outcome.remembered)
    return outcome


async def _deliver(office: Office, question: Asking, outcome: Outcome, row: int | None, ids: tuple[int, ...]) -> None:
    related = [offer.title for offer in outcome.offers] if outcome.answer.related else []
    parts = html.answer_parts(outcome.answers, related)
    buttons = keyboard(outcome, row, office.archive)
    if ids:
        sent = await office.post.replace(question.place, ids, parts, buttons)
    else:
        sent = await office.post.send(question.place, parts, buttons)
    for source in {question.source, question.about}:
        note_answer(office.archive, question.chat, source, row, sent)


async def _slow(office: Office, question: Asking) -> None:
    slowing = office.flood.asks(question.person, question.at)
    if not slowing.seconds:
        return
    office.metrics.slowed.inc()
    if slowing.first:
        languages = await answer_languages(office, question.chat, question.person)
        language = languages[0] if languages else tongue(question.user_language) or "en"
        await office.post.send(question.place, html.text_parts(say("telegram-slow-down", language)))
    await asyncio.sleep(slowing.seconds)


async def _asked_or_remarked(office: Office, update: Update, message: Message, text: str) -> None:
    replied = message.reply_to_message
    row = await office.archive.recall("invitation", message.chat.id, replied.message_id) if replied else None
    if row is None:
        await answer(office, asking(message, text), edited=update.edited_message is not None)
    elif update.edited_message is None:
        remark = await office.archive.remarked(int(row), text)
        language = await interface_language(office, message.from_user)
        await office.post.send(asking(message, "").place, html.text_parts(say("telegram-remarked", language)))
        await pass_on(office, asking(message, "").person, remark or Remark(redacted(text.strip()), date.today()))


async def _overhear(office: Office, message: Message) -> None:
    """Answer talk nobody addressed to the bot, where the group opted in, the answer is sure, and not too often."""
    chat = message.chat.id
    if message.text is None or await office.archive.recall("listen", chat, 0) != "on":
        return
    if time.monotonic() - office.spoke.get(chat, float("-inf")) < COOL_DOWN:
        return
    question = asking(message, message.text)
    languages = await answer_languages(office, chat, question.person)
    outcome = await office.answerer.ask(message.text, (), question.user_language, languages)
    if outcome.answer.status != "answered" or outcome.answer.confidence < SURE:
        return
    office.spoke[chat] = time.monotonic()
    row = await office.archive.asked(chat, question.person, outcome.answer, message.text, outcome.milliseconds)
    await _deliver(office, question, outcome, row, ())
    office.metrics.questions.labels("answered", outcome.answer.language).inc()
    await office.remember_turn(chat, question.person, outcome.remembered)


def _after_command(message: Message) -> str:
    entity = next((e for e in message.entities if e.type == MessageEntity.BOT_COMMAND and e.offset == 0), None)
    text = message.text or ""
    return text[entity.length :].strip() if entity is not None else text.strip()  # a command is ASCII


def _is_by(message: Message | None, user: int) -> bool:
    return message is not None and message.from_user is not None and message.from_user.id == user


def _is_topic_start(message: Message) -> bool:
    """Tell whether a message only seems to be a reply: in a topic each one replies to the topic's first message."""
    replied = message.reply_to_message
    return replied is not None and replied.forum_topic_created is not None
