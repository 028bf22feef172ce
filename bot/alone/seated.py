"""A body told by what it is and the town where it is said to sit: "the rural mayors, they're in Lyon? The address?"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.by_ranking import CLOSE, say_the_same
from bot.alone.evidence import gather
from bot.alone.leading import HARDLY
from bot.alone.line_among import clauses_around
from bot.alone.reaching import EXACT, SURE
from bot.answer import Decision
from bot.sheets import contact_sheets
from bot.subject import Subject
from bot.words import kin
from bot.words.question import Question
from bot.words.units import offices_mentioned
from bot.words.ways import ANY, WHERE, ways
from bot.words.wording_on import refers_back, said, says_something
from index.ranking.ranker import Ranking
from index.ranking.variants import CARD, CONTACT, item, parts
from index.snapshot import Snapshot
from knowledge.contacts import Contact
from knowledge.text import blanked


def sitting_there(question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return the way to reach asked for of the body that a message says sits in the place it names; else None.

    The place is left out of what tells the body, and its address or name must then hold it: so the two are told by each
    other, and the body need not be as likely as one that nothing else tells. Of one that is sure, and of which neither
    the way nor an address is held, that is what is returned.
    """
    way = _way(question)
    if not way:
        return None
    place = question.places[0]
    without = replace(question, text=blanked(question.text, place.start, place.end), places=())
    ranking = gather(without, snapshot, today).ranking
    body = _first(ranking, snapshot) if ranking.outside < HARDLY else None
    if body is None:
        return None
    if contact_sheets.value(body, way, question.language):
        confidence = max(ranking.confidence, snapshot.general.threshold)
        found = Decision("answered", (Subject("contact", (body.id,), way),), confidence)
        return found if kin.sits_in(body, place, snapshot.library) else None
    unheld = body.address is None and ranking.confidence >= SURE
    return Decision("unknown", reason="line", referral=body.id, tongue=ranking.tongue) if unheld else None


def _first(ranking: Ranking, snapshot: Snapshot) -> Contact | None:
    """Return the body that comes first in a ranking, at least half as likely as an answer, and no other near to it.

    A card that lists it tells the same, and may come before it; what is of the other country is no rival: where a body
    sits tells them apart.
    """
    cards, bodies = snapshot.library.cards, snapshot.library.contacts
    told = [(c.item, c.probability, *parts(c.item)) for c in ranking.candidates]
    body = next((bodies[id] for _, _, kind, id in told if kind == CONTACT), None)
    if body is None or told[0][1] < snapshot.general.threshold / 2:
        return None
    for name, chance, kind, id in told:
        entry = cards.get(id) if kind == CARD else bodies.get(id) if kind == CONTACT else None
        if chance < CLOSE * told[0][1] or entry is body:
            continue
        elsewhere = entry is not None and entry.country not in (body.country, "both")
        first = name == told[0][0]
        if (first or not elsewhere) and not say_the_same(item(CONTACT, body.id), name, snapshot):
            return None
    return body


def _way(question: Question) -> str:
    """Return the one way to reach a body that a clause asks for, where another says that it sits in the one place.

    Some word means the body told before ("leur siège est à …"), and no office of a place is spoken of.
    """
    if question.only_place is None or question.contacts or offices_mentioned(question.text):
        return ""
    place = question.places[0]
    spans = clauses_around(question.text, place.start, place.end)
    asking = [span for span in spans if ways(question.text[slice(*span)]) - {ANY, WHERE}]
    wanted = ways(question.text) - {ANY, WHERE}
    if len(asking) != 1 or len(wanted) != 1 or not wanted <= EXACT:
        return ""
    if asking[0][0] <= place.start < asking[0][1] or not says_something(question.text[: place.start]):
        return ""
    points = refers_back(question) or said(question.text, "possessive", "he") is not None
    return next(iter(wanted)) if points else ""
