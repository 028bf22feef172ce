"""Site, phone and address where they do not stand in the answer that comes first: of a card's body, or another way."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.alone.asked_of import OF_SEVERAL, ONLINE, Named
from bot.alone.leading import HARDLY, MOSTLY
from bot.alone.named import Floats
from bot.alone.offices import offices_of
from bot.answer import Decision
from bot.composing import content
from bot.sheets import contact_sheets
from bot.sheets.described import masked_as_described
from bot.sheets.place_lines import REACHED
from bot.subject import Subject
from bot.tables.intents import likeliest
from bot.words.kin import sits_in
from bot.words.question import Question
from bot.words.sentences import sentences
from bot.words.ways import ANY, CALLING, NEVER_HELD, PERSONAL, REACHING, WHERE, asks_hours, tells_hours, told_of, ways
from index.names.aside import is_set_aside
from index.ranking.ranker import Ranking
from index.ranking.variants import CONTACT, parts
from index.snapshot import Snapshot
from knowledge.contacts import Contact
from knowledge.library import Library

SURE = 0.7
"""How sure a line must be to come before a card that does not say it."""
LINE = 0.9
"""How sure the line of a contact must be to come before any card, held or not."""
EXACT = frozenset({"phone", "site", "email", "address"})
"""Ways for which no other will do."""
_MAILBOX = frozenset({"email"})
_OF_BODIES = frozenset({"email", "phone", "address"})
"""Ways of which a body has its own; a site may be anyone's."""
_TELLING = 7
"""Digits at the end of a number that tell it, however its beginning is written: +82 44 205, 044-205."""
_PREFIX = re.compile(r"https?://(?:www\.)?")
LIKE = {
    "phone": re.compile(r"(?:\+\d{2}|\b0)\d?[ -]?\d[\d -]{5,}"),
    "email": re.compile(r"\w@\w"),
    "site": re.compile(r"https?://|(?<![\w@])www\.|(?<![\w.@])[\w-]+(?:\.[\w-]+)*\.(?:fr|kr|org|com|eu)(?!\w)"),
    "address": re.compile(r"(?<!\d)\d{5}(?!\d)"),
}
"""What a way to reach someone looks like in the text of a card."""


def line_of_its_body(
    decision: Decision, ranking: Ranking, text: str, vector: Floats, question: Question, snapshot: Snapshot, today: date
) -> Decision | None:
    """Return the one line asked for of the body found, or of the one that a card is about and does not say it of.

    "that network of French-speaking mayors, its website?" Where it is surely asked for of the body found and not held,
    that is what is returned. `ranking` is that of the cards and bodies, `text` the question with its names masked,
    `vector` (dimension,) its vector.
    """
    found = decision.subjects[0]
    if len(decision.subjects) != 1 or found.kind not in ("card", "contact") or found.intent or snapshot.placed is None:
        return None
    listed = snapshot.library.cards[found.ids[0]].contacts if found.kind == "card" else found.ids
    if not listed and not question.contacts:
        return None
    sure = found.kind == "contact" and (decision.confidence >= LINE or found.ids[0] in question.contact_ids)
    if sure and _lacks_what_is_asked(text, found, question, snapshot, today):
        return Decision("unknown", reason="line", referral=found.ids[0], tongue=ranking.tongue)
    placed = snapshot.placed.rank(text, vector, question.language, left_out=OF_SEVERAL)
    line, confidence = likeliest(placed)
    body = _body_of(listed, ranking, question)
    if found.kind == "card" and _lacks_way(found, listed, placed, question, snapshot):
        named = (*question.contact_ids, *([body] if body else []), *listed)
        return Decision("unknown", reason="line", referral=named[0], tongue=ranking.tongue)
    way = _way_of_body(found, body, question, snapshot, today) if found.kind == "card" else None
    if way is not None and _asks_to_reach(text, snapshot.library.contacts[way.ids[0]], question, snapshot):
        return replace(decision, subjects=(way,))
    beside = replace(decision, subjects=(found, way)) if way is not None else None  # "who handles it, at what address?"
    if body is None or line not in REACHING or confidence < SURE or _is_elsewhere(body, question, snapshot.library):
        return beside
    value = contact_sheets.value(snapshot.library.contacts[body], line, question.language)
    given = content(found, question.language, snapshot, today) if found.kind == "card" else None
    if not value or (given is not None and says(given.text, line, value)):
        return beside
    return replace(decision, subjects=(Subject("contact", (body,), line),))


def _is_elsewhere(body: str, question: Question, library: Library) -> bool:
    """Tell whether a place is named where a body does not sit: "the culture people in Sejong" are a ministry's."""
    return any(not sits_in(library.contacts[body], place, library) for place in question.places)


def _lacks_what_is_asked(text: str, found: Subject, question: Question, snapshot: Snapshot, today: date) -> bool:
    """Tell whether one way to reach the body found is asked for that is not held; `text` has its names masked.

    Of several sentences the one that speaks of a way tells what is asked. So may a name that ends with one: 국민신문고
    사이트랑 전화번호; but a street in it ("the Senate, rue de Vaugirard") only says which one. The address of what is
    but a site is its site's. When a body is open is told, where it is held at all, in what it is for.
    """
    asked_for, body = (ways(question.text) - {WHERE}) | ways(text), snapshot.library.contacts[found.ids[0]]
    if PERSONAL in asked_for:
        return True
    if asks_hours(question.text) and not asked_for & EXACT:
        return not tells_hours(body)
    if asked_for == {"address"} and body.category in ONLINE and body.site:
        return False
    if not is_lacking(asked_for, found, question, snapshot, today):
        return False
    return _asks_to_reach(text, body, question, snapshot)


def _asks_to_reach(text: str, body: Contact, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether the sentence of a text that speaks of a way to reach someone asks for one of a body."""
    said = [each for each in sentences(text) if ways(each)]
    if snapshot.placed is None or not said:
        return False
    asked = masked_as_described(said[0], body)
    vector = snapshot.model.encode([asked], "query")[0]
    ranking = snapshot.placed.rank(asked, vector, question.language, left_out=OF_SEVERAL)
    # The number of a body may be asked for as that of a préfecture is.
    return sum(c.probability for c in ranking.candidates if parts(c.item)[1] in REACHED) >= MOSTLY


def _way_of_body(
    card: Subject, listed: str | None, question: Question, snapshot: Snapshot, today: date
) -> Subject | None:
    """Return the one way spoken of to reach the one body named, where it is held and a card does not say it.

    Where none is, that to reach the one that the card lists; "on which site" asks of no body.
    """
    asked, bodies = ways(question.text), {*question.contact_ids} or {*filter(None, (listed,))}
    if len(asked) != 1 or not asked <= _OF_BODIES or len(bodies) != 1:
        return None
    way, id_ = next(iter(asked)), next(iter(bodies))
    value = contact_sheets.value(snapshot.library.contacts[id_], way, question.language)
    given = content(card, question.language, snapshot, today)
    if not value or _is_elsewhere(id_, question, snapshot.library) or (given and says(given.text, way, value)):
        return None
    return Subject("contact", (id_,), way)


def _lacks_way(card: Subject, listed: tuple[str, ...], placed: Ranking, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether but a mailbox is asked for, and neither a card nor any of the bodies it lists has one.

    So it is with the mailbox, the number and the address of a body named, whatever the others have. `placed` is the
    ranking of what is asked of what is named. No other way will do, nor anything else on the body.
    """
    asked, bodies = ways(question.text), {*question.contact_ids} or {*listed}
    if len(asked) != 1 or not asked <= (_OF_BODIES if question.contacts else _MAILBOX) or question.places:
        return False
    way, told = next(iter(asked)), snapshot.library.cards[card.ids[0]].answer[question.language]
    held = (contact_sheets.value(snapshot.library.contacts[id], way, question.language) for id in bodies)
    # A card that does not list the body named tells of another's: "Embassy of France in Korea, e-mail".
    if any(held) or (LIKE[way].search(told) and not bodies.isdisjoint(listed)):
        return False
    return any(parts(c.item)[1] == way and c.probability >= MOSTLY for c in placed.candidates)


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
    named = [id for id in question.contact_ids if id in listed]
    ranked = [id for kind, id in (parts(c.item) for c in ranking.candidates) if kind == CONTACT and id in listed]
    return next(iter((*named, *ranked, *(listed if len(listed) == 1 else ()))), None)


def another_line(named: Named, question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return another way to reach what is named where the one asked for is not held: "홈페이지 주소" may be its site.

    Of a body of which no other is likely all ways are given: its sheet is short. For a number or mailbox of a body no
    other will do.
    """
    first = to_reach(named)
    if first is None:
        return None
    asked = ways(question.text)
    if first.kind == "contact" and is_lacking(asked, first, question, snapshot, today):
        return Decision("unknown", reason="line", referral=first.ids[0], tongue=named.tongue)
    any_way = CALLING if ANY in asked and first.kind == "place" else ()
    whole = (replace(first, intent=""),) if first.kind == "contact" else ()
    spoken = tuple(line for line in CALLING if line in asked)  # "a site or a phone"
    lines = (replace(first, intent=line) for line in (*spoken, *named.further, *any_way) if line in REACHING)
    held = (line for line in (*lines, *whole) if content(line, question.language, snapshot, today) is not None)
    found = next(held, None)
    return None if found is None else Decision("answered", (found,), named.confidence)


def is_lacking(asked: frozenset[str], of: Subject, question: Question, snapshot: Snapshot, today: date) -> bool:
    """Tell whether a number or mailbox of a body or place is asked for that neither it nor its offices have.

    `asked` are the ways spoken of.
    """
    if asked & EXACT:  # "its number at the head office": one in two ways, and the second is its address
        asked = frozenset("address" if way == WHERE else way for way in asked)
    if not asked or not asked <= EXACT | NEVER_HELD or (asked == {"site"} and of.intent not in ("", "site")):
        return False  # "l'adresse du site" may be asked of where it sits
    if of.kind == "place" and snapshot.library.gazetteer[of.ids[0]].leads_to and asked & {"site", "address"}:
        return False  # of a former place its sheet tells what it is now
    if asked & told_in_purpose(of, snapshot.library):
        return False
    lines = [replace(of, intent=way) for way in asked - NEVER_HELD]
    possible = [each for line in lines for each in (line, *offices_of(line, question.text, snapshot.library))]
    return all(content(each, question.language, snapshot, today) is None for each in possible)


def told_in_purpose(of: Subject, library: Library) -> frozenset[str]:
    """Return the ways that what a body is for tells of: a line in several languages that is not its own; none else."""
    return told_of(library.contacts[of.ids[0]]) if of.kind == "contact" else frozenset()


def to_reach(named: Named) -> Subject | None:
    """Return the one body or place that is to be reached in one way, None where nothing is or several are."""
    first = named.subjects[0] if len(named.subjects) == 1 else None
    return first if first is not None and first.intent in REACHING else None


def bodies_named(question: Question, ranking: Ranking, confidence: float) -> Decision | None:
    """Return all there is on bodies named together, where it is not told which line is asked: "the contacts of both".

    On one named alone too, where it comes first in the ranking of cards and bodies: "the APVF, for towns of what
    size?". `confidence` is the one to state.
    """
    if not question.contacts or ranking.outside >= HARDLY:
        return None
    ids = dict.fromkeys(mention.places[0] for mention in question.contacts)
    if len(question.contacts) == 1 and (question.places or not _comes_first(next(iter(ids)), ranking)):
        return None
    return Decision("answered", tuple(Subject("contact", (id,)) for id in ids), confidence)


def _comes_first(id: str, ranking: Ranking) -> bool:
    """Tell whether a body comes first in a ranking, as likely as all else together."""
    best = ranking.candidates[0] if ranking.candidates else None
    return best is not None and parts(best.item) == (CONTACT, id) and best.probability >= MOSTLY
