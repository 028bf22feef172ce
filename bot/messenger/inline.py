"""Inline queries: what a question may mean, as articles to post in any chat."""

from __future__ import annotations

import logging

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ContextTypes

from bot.messenger import html
from bot.messenger.choices import chosen_by, tongue
from bot.messenger.office import Office

CACHE_SECONDS = 60
_TITLE, _DESCRIPTION = 120, 160
_LOG = logging.getLogger(__name__)


async def inline(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Answer an inline query in the person's language; nothing typed, nothing found."""
    office, query = Office.of(context), update.inline_query
    if query is None:
        return
    language = await chosen_by(office, query.from_user.id) or tongue(query.from_user.language_code)
    found = await office.answerer.suggest(query.query, language) if query.query.strip() else []
    articles = [
        InlineQueryResultArticle(
            id=str(number),
            title=title[:_TITLE],
            description=outcome.answer.answer[:_DESCRIPTION],
            input_message_content=InputTextMessageContent(
                html.answer_parts(outcome.answers, [offer.title for offer in outcome.offers], title)[0],
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            ),
        )
        for number, (title, outcome) in enumerate(found)
    ]
    try:
        await query.answer(articles, cache_time=CACHE_SECONDS, is_personal=True)
    except TelegramError as error:  # typed on meanwhile: the next query is on its way
        _LOG.info("an inline query could not be answered: %s", type(error).__name__)
        office.metrics.errors.labels(f"inline:{type(error).__name__}").inc()
