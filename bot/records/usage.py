"""What was asked lately and how it went, in a few lines for those who keep the cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import get_args

from babel.numbers import format_percent

from bot.answer import Status
from bot.catalogue import say
from bot.records.journal import WITHOUT_ANSWER
from bot.records.journal_reading import Activity, Standing
from bot.sheets.rendering import day
from bot.sheets.writing import number
from knowledge.text import Language

TOP = 10
WORST = 5
STATUSES: tuple[Status, ...] = get_args(Status)


def summary(activity: Activity, since: date, language: Language) -> str:
    """Return what happened since a day: questions, languages, outcomes, the cards asked most, votes."""
    statuses, languages = Counter[Status](), Counter[Language]()
    for count in activity.counts:
        statuses[count.status] += count.questions
        languages[count.language] += count.questions
    total = statuses.total()
    if not total:
        return say("stats-none", language, since=day(since, language))
    spoken = ", ".join(f"{each} {number(times, language)}" for each, times in languages.most_common())
    asked = number(total, language)
    lines = [say("stats-heading", language, since=day(since, language), questions=asked, languages=spoken)]
    lines += [
        say(
            "stats-share",
            language,
            name=say(f"stats-status-{status}", language),
            count=number(statuses[status], language),
            share=share(statuses[status], total, language),
        )
        for status in STATUSES
        if statuses[status]
    ]
    refused = sum(statuses[status] for status in STATUSES if status in WITHOUT_ANSWER)
    lines.append(say("stats-refused", language, share=share(refused, total, language)))
    up, down = sum(card.up for card in activity.cards), sum(card.down for card in activity.cards)
    lines.append(say("stats-votes", language, up=number(up, language), down=number(down, language)))
    parts = ["\n".join(lines)]
    if activity.cards:
        top = [f"{place}. {_standing(card, language)}" for place, card in enumerate(activity.cards[:TOP], 1)]
        parts.append("\n".join([say("stats-top", language), *top]))
    if found := worst(activity.cards):
        listed = [f"- {_standing(card, language)}" for card in found]
        parts.append("\n".join([say("stats-worst", language), *listed]))
    return "\n\n".join(parts)


def worst(cards: Sequence[Standing]) -> list[Standing]:
    """Return the cards that more people voted down than up, the worst first."""
    down = [card for card in cards if card.down > card.up]
    return sorted(down, key=lambda card: (card.up - card.down, card.up))[:WORST]


def share(part: int, whole: int, language: Language) -> str:
    """Return a part of a whole in per cent as the language writes it: 12 %, 12%."""
    return str(format_percent(part / whole, locale=language))


def _standing(card: Standing, language: Language) -> str:
    votes = "".join(
        f" {sign} {number(count, language)}" for sign, count in (("👍", card.up), ("👎", card.down)) if count
    )
    return f"{card.card}: {number(card.answers, language)}{votes}"
