"""For curators: /card ID shows a card in its three languages, with what people do not see under an answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rapidfuzz import process
from telegram import Message, Update
from telegram.ext import ContextTypes

from bot.answer import cite
from bot.catalogue import say
from bot.messenger import html
from bot.messenger.asking import asking
from bot.messenger.buttons import card_buttons, toast
from bot.messenger.choices import interface_language
from bot.messenger.curators import Deed, curators_only
from bot.messenger.office import Office
from bot.messenger.sending import Place
from bot.sheets.rendering import day, plain
from bot.sheets.writing import dated
from knowledge.cards import Card
from knowledge.text import LANGUAGES, Language

OFFERED = 5
LIKE_ENOUGH = 60.0
"""Likeness in per cent from which an id is offered for one that there is not."""


@curators_only("card")
async def card(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """/card ID"""
    office, message = Office.of(context), update.effective_message
    if message is None:
        return Deed(outcome="refused")
    language, place = await interface_language(office, message.from_user), asking(message, "").place
    cards = office.answerer.snapshot.library.cards
    id = (context.args or [""])[0].lower()
    if id in cards:
        await office.post.send(place, html.parts(paragraphs(cards[id], language, date.today())))
        return Deed(id)
    if not id:
        await office.post.send(place, html.text_parts(say("card-which", language, example=next(iter(cards), "fr-…"))))
        return Deed(outcome="refused")
    near = nearest(id, cards)
    said = say("card-unknown", language, id=id)
    text = plain(said, heading=say("card-nearest", language), choices=near) if near else said
    await office.post.send(place, html.text_parts(text), card_buttons(near))
    return Deed(outcome="refused")


@curators_only("card")
async def card_pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> Deed | None:
    """A button that shows a card."""
    office, query = Office.of(context), update.callback_query
    if query is None or query.data is None:
        return Deed(outcome="refused")
    language = await interface_language(office, query.from_user)
    id = query.data.partition(":")[2]
    found = office.answerer.snapshot.library.cards.get(id)
    if found is None or not isinstance(query.message, Message):
        await toast(query, say("card-unknown", language, id=id))
        return Deed(outcome="refused")
    await toast(query, "")
    message = query.message
    topic = message.message_thread_id if message.is_topic_message else None
    place = Place(message.chat.id, topic, message.message_id)
    await office.post.send(place, html.parts(paragraphs(found, language, date.today())))
    return Deed(id)


def paragraphs(card: Card, language: Language, today: date) -> list[html.Paragraph]:
    """Return a card in its three languages: what it is in `language`, then each title and answer, then its sources."""
    facts = say(
        "card-facts",
        language,
        status=say(f"card-{card.status}", language),
        checked=day(card.checked, language),
        topic=card.topic,
        **{each: len(card.questions[each]) for each in LANGUAGES},
    )
    if card.valid_until is not None:
        key = "card-expired" if card.expired(today) else "card-valid"
        facts += "\n" + say(key, language, date=day(card.valid_until, language))
    found: list[html.Paragraph] = [(html.Run(card.id, bold=True), html.Run(f"\n{facts}"))]
    for each in LANGUAGES:
        title, answer = html.clean(card.questions[each][0]), html.clean(card.answer[each])
        found.append((html.Run(title, bold=True), html.Run(f"\n{answer}")))
    sources: list[html.Run] = []
    for citation in cite(card.sources, language):
        line = say("source", language, title=citation.title, date=dated(citation.date, language))
        sources += [html.Run("\n"), html.Run(html.clean(line), address=citation.url)]
    return [*found, tuple(sources[1:])]


def nearest(id: str, ids: Iterable[str]) -> list[str]:
    """Return the ids most like one that there is not, the nearest first."""
    return [found for found, _, _ in process.extract(id, list(ids), limit=OFFERED, score_cutoff=LIKE_ENOUGH)]
