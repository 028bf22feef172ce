"""What a question asks of the country that a conversation is about, though by itself it is read of the other one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.deciding import alone
from bot.answer import Decision
from bot.followups import country
from bot.words.question import Question
from index.snapshot import Snapshot


def card_there(question: Question, home: str | None, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the card that a question gets in the country of the conversation, `home`, which it left by itself.

    "We are going to Busan. - Do people tip?" None where it left none, or where that country has no such card: it asks
    of the other one after all.
    """
    if home is None:
        return None
    found = alone(replace(question, implied=home), snapshot, today).decision
    held = found.status == "answered" and country.of_card(found.subjects[0], snapshot) == home
    return replace(found, follows=True) if held else None
