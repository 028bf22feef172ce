"""Follow-ups about a body: one akin to the body last shown in the place now named, or itself where it sits there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot import counterpart
from bot import followup_places as places
from bot.followup_words import asks_nothing_else, content, points_to_both, without_opening
from bot.kin import akin, serves_abroad
from bot.naming import sits_in
from bot.question import Question
from bot.subject import Subject
from index.snapshot import Snapshot


def bodies(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """Yield what is asked of a body in the place named: one akin to the body last shown, or that if it sits there."""
    library = snapshot.library
    shown = last
    if last is not None and last.kind == "card" and counterpart.asked_for(question):
        abroad = [id for id in library.cards[last.ids[0]].contacts if serves_abroad(library.contacts[id])]
        shown = Subject("contact", (abroad[0],)) if abroad else last
    elif last is not None and last.kind == "card" and (named := _body_told_of(before, last, snapshot)):
        shown = Subject("contact", (named,))
    if shown is None or shown.kind != "contact":
        return
    body = akin(shown, question.places, library)
    if body is not None:
        yield body
    elif asks_nothing_else(question) or len(content(question)) == 1:
        asked = replace(question, places=())
        yield from (
            places.of_the_same(asked, shown, without_opening(asked), both=points_to_both(asked))
            for place in question.places[:1]
            if sits_in(library.contacts[shown.ids[0]], place, library)
        )


def _body_told_of(before: Question, card: Subject, snapshot: Snapshot) -> str | None:
    """Return the one body that a question named, where the card which answered it is on that: "GAOK, its website?"."""
    named = {*before.contact_ids}
    return named.pop() if len(named) == 1 and named <= {*snapshot.library.cards[card.ids[0]].contacts} else None
