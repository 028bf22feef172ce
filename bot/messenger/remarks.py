"""Remarks on answers on their way to the curators: at once, without who wrote them, and not too many at a time."""

from __future__ import annotations

import time

from bot.catalogue import say
from bot.messenger import html
from bot.messenger.buttons import card_buttons
from bot.messenger.choices import curator_language
from bot.messenger.office import Office
from bot.messenger.sending import Place
from bot.records.journal_reading import Remark
from bot.records.upkeep import quoted

EVERYBODY = 0


async def pass_on(office: Office, person: int, remark: Remark) -> None:
    """Send a remark to every curator; where too many come, say so once and leave the rest to the weekly report."""
    now = time.monotonic()
    slowed = [office.remarks_of_one.asks(person, now), office.remarks_of_all.asks(EVERYBODY, now)]
    held = any(each.seconds for each in slowed)
    if held and not any(each.first for each in slowed):
        return
    for curator in sorted(office.curators):
        language = await curator_language(office, curator)
        text = say("remark-more", language) if held else quoted(remark, language)
        buttons = card_buttons([remark.card], say("remark-button", language)) if remark.card and not held else None
        await office.post.send(Place(curator), html.text_parts(text), buttons)
