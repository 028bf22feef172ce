"""Site, phone and address where they do not stand in the answer that comes first: of a card's body, or another way."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot import contact_sheets, units
from bot.answer import Decision
from bot.asked_of import OF_SEVERAL, REACHING, Named
from bot.composing import content
from bot.intents import likeliest
from bot.leading import HARDLY
from bot.named import Floats
from bot.question import Question
from bot.subject import Subject
from bot.ways import NEVER_HELD, ways
from index.aside import is_set_aside
from index.ranker import Ranking
from index.snapshot import Snapshot
from index.variants import CONTACT, parts
from knowledge.library import Library
from knowledge.text import Language

GOVERNING = ("council", "government")
"""What kinds of body a government's own offices are."""
SURE = 0.7
"""How sure a line must be to come before a card that does not say it."""
LINE = 0.9
"""How sure the line of a contact must be to come before any card, held or not."""
EXACT = frozenset({"phone", "email"})
"""Ways for which no other will do: where one sits may be asked of its site."""
_TELLING = 7
"""Digits at the end of a number that tell it, however its beginning is written: +82 44 205, 044-205."""
_PREFIX = re.compile(r"https?://(?:www\.)?")


def line_of_its_body(
    decision: Decision, ranking: Ranking, text: str, vector: Floats, question: Question, snapshot: Snapshot, today: date
) -> Decision | None:
    """Return the one line asked for of the body found, or of the one that a card is about and does not say it of.

    "that network of French-speaking mayors, its website?" Where it is surely asked for of the body found and not held,
    that is what is returned. `ranking` is that of the cards and bodies, `text` the question with its names masked,
    `vector` (dimension,) its vector.
    """
    found = decision.subjects[0]
    if found.kind not in ("card", "contact") or found.intent or snapshot.placed is None:
        return None
    listed = snapshot.library.cards[found.ids[0]].contacts if found.kind == "card" else found.ids
    if not listed:
        return None
    line, confidence = likeliest(snapshot.placed.rank(text, vector, question.language, left_out=OF_SEVERAL))
    if line not in REACHING or confidence < SURE:
        return None
    body = _body_of(listed, ranking, question)
    value = contact_sheets.value(snapshot.library.contacts[body], line, question.language) if body else ""
    surely = found.kind == "contact" and confidence >= LINE
    if surely and is_lacking(ways(question.text), found, question, snapshot, today):
        return Decision("unknown", reason="line", referral=found.ids[0], tongue=ranking.tongue)
    given = content(found, question.language, snapshot, today) if found.kind == "card" else None
    if body is None or not value or (given is not None and says(given.text, line, value)):
        return None
    return replace(decision, subjects=(Subject("contact", (body,), line),))


def says(text: str, line: str, value: str) -> bool:
    """Tell whether a text says what a line does, in one of the ways that phones, sites and addresses are written."""
    if line == "phone":
        return _digits(value)[-_TELLING:] in _digits(text)
    if line == "address":
        numbered = [part for part in re.split(r"\s*[,/]\s+", value) if re.search(r"\d", part)]
        return any(part in text for part in numbered or [value])
    return _PREFIX.sub("", value).rstrip("/") in text


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _body_of(listed: tuple[str, ...], ranking: Ranking, question: Question) -> str | None:
    """Return which of the bodies that a card lists is meant: the one named, the likeliest, or the only one.

    One set aside ("not BOAMP") is not, though nothing else is named.
    """
    aside = {id for m in question.contacts if is_set_aside(question.text, m.start, m.end) for id in m.places}
    listed = tuple(id for id in listed if id not in aside)
    named = [id for mention in question.contacts for id in mention.places if id in listed]
    ranked = [id for kind, id in (parts(c.item) for c in ranking.candidates) if kind == CONTACT and id in listed]
    return next(iter((*named, *ranked, *(listed if len(listed) == 1 else ()))), None)


def offices_of(first: Subject, text: str, library: Library) -> list[Subject]:
    """Return the same line of the offices of a place, which may hold the site or phone that its sheet does not.

    Where its own office is named, no other will do: "the town hall of Paris" is not its préfecture of police.
    """
    if first.kind != "place" or first.intent not in REACHING:
        return []
    place = first.ids[0]
    bodies = (body for body in library.contacts.values() if place in body.places)
    if is_its_office(first, text, library):
        bodies = (body for body in bodies if body.category in GOVERNING)
    return [Subject("contact", (body.id,), first.intent) for body in bodies]


def is_its_office(first: Subject, text: str, library: Library) -> bool:
    """Tell whether the office that a text names is the place's own: "the town hall of …"."""
    return first.kind == "place" and library.gazetteer[first.ids[0]].kind in units.kinds_with_office(text)


def another_line(named: Named, question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return another way to reach what is named where the one asked for is not held: "홈페이지 주소" may be its site.

    Of a body of which no other is likely all ways are given: its sheet is short.
    """
    first = to_reach(named)
    if first is None:
        return None
    whole = (replace(first, intent=""),) if first.kind == "contact" else ()
    lines = (replace(first, intent=line) for line in named.further if line in REACHING)
    held = (line for line in (*lines, *whole) if content(line, question.language, snapshot, today) is not None)
    found = next(held, None)
    return None if found is None else Decision("answered", (found,), named.confidence)


def is_lacking(asked: frozenset[str], of: Subject, question: Question, snapshot: Snapshot, today: date) -> bool:
    """Tell whether a number or mailbox of a body or place is asked for that neither it nor its offices have.

    `asked` are the ways spoken of.
    """
    if not asked or not asked <= EXACT | NEVER_HELD:
        return False
    if asked & told_in_purpose(of, question.language, snapshot.library):
        return False
    lines = [replace(of, intent=way) for way in asked - NEVER_HELD]
    possible = [each for line in lines for each in (line, *offices_of(line, question.text, snapshot.library))]
    return all(content(each, question.language, snapshot, today) is None for each in possible)


def told_in_purpose(of: Subject, language: Language, library: Library) -> frozenset[str]:
    """Return the ways that what a body is for tells of: a line in several languages that is not its own; none else."""
    return ways(library.contacts[of.ids[0]].purpose[language]) if of.kind == "contact" else frozenset()


def to_reach(named: Named) -> Subject | None:
    """Return the one body or place that is to be reached in one way, None where nothing is or several are."""
    first = named.subjects[0] if len(named.subjects) == 1 else None
    return first if first is not None and first.intent in REACHING else None


def several_bodies(question: Question, outside: float, confidence: float) -> Decision | None:
    """Return all there is on bodies named together, where it is not told which line is asked: "the contacts of both".

    `outside` is how likely the question is out of scope, `confidence` the one to state.
    """
    if len(question.contacts) < 2 or outside >= HARDLY:
        return None
    ids = dict.fromkeys(mention.places[0] for mention in question.contacts)
    return Decision("answered", tuple(Subject("contact", (id,)) for id in ids), confidence)
