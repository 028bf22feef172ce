"""Site, phone and address where they do not stand in the answer that comes first: of a card's body, or another way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answer import Decision
from bot.composing import content
from bot.named import OF_SEVERAL, REACHING, Floats, Named, likeliest
from bot.question import Question
from bot.subject import Subject
from index.snapshot import Snapshot

SURE = 0.9
"""How sure a line must be to be all that is asked."""


def line_of_its_body(
    decision: Decision, text: str, vector: Floats, question: Question, snapshot: Snapshot, today: date
) -> Decision | None:
    """Return the one line asked for of the body that a card is about, where the card does not say it.

    "that network of French-speaking mayors, its website?"
    """
    found = decision.subjects[0]
    if found.kind != "card" or snapshot.placed is None:
        return None
    bodies = snapshot.library.cards[found.ids[0]].contacts
    if len(bodies) != 1:
        return None
    line, confidence = likeliest(snapshot.placed.rank(text, vector, question.language, left_out=OF_SEVERAL))
    if line not in REACHING or confidence < SURE:
        return None
    value, card = (
        getattr(snapshot.library.contacts[bodies[0]], line),
        content(found, question.language, snapshot, today),
    )
    if not value or card is None or str(value) in card.text:
        return None
    return replace(decision, subjects=(Subject("contact", bodies, line),))


def another_line(named: Named, question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return another way to reach a place where the one asked for is not held: "홈페이지 주소" may be its site.

    Of a body all ways are given: its sheet is short.
    """
    first = named.subjects[0] if len(named.subjects) == 1 else None
    if first is None or first.intent not in REACHING:
        return None
    if first.kind == "contact":
        return Decision("answered", (replace(first, intent=""),), named.confidence)
    lines = (Subject("place", first.ids, line) for line in named.further if line in REACHING)
    found = next((line for line in lines if content(line, question.language, snapshot, today) is not None), None)
    return None if found is None else Decision("answered", (found,), named.confidence)
