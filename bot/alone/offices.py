"""The offices of a place, and what else a question names that is not what it asks to reach."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.subject import Subject
from bot.words import units
from bot.words.hierarchy import grouping
from bot.words.question import Question
from bot.words.ways import REACHING
from knowledge.library import Library
from knowledge.places import EPCI

GOVERNING = ("council", "government")
"""What kinds of body a government's own offices are."""
_BESIDE = re.compile(r"(?:시|군|구)?\s*[,(-]?\s*(?:à |de |d'|dans |en |in |of |의 |에 있는 )?(?:the |la |le |l')?")


def offices_of(first: Subject, text: str, library: Library) -> list[Subject]:
    """Return the same line of the offices of a place, which may hold the site or phone that its sheet does not.

    So may the grouping that a commune lies in, where one is spoken of. Where its own office is named, no other will do:
    "the town hall of Paris" is not its préfecture of police.
    """
    if first.kind != "place" or first.intent not in REACHING:
        return []
    place = first.ids[0]
    bodies = (body for body in library.contacts.values() if place in body.places)
    own = is_its_office(first, text, library)
    if own:
        bodies = (body for body in bodies if body.category in GOVERNING)
    offices = [Subject("contact", (body.id,), first.intent) for body in bodies]
    # "In which community of communes is X, and its site?"
    spoken_of = not own and {*EPCI} & {*units.kinds_mentioned(text)}
    its_grouping = grouping(library.gazetteer[place], library.gazetteer) if spoken_of else None
    return offices if its_grouping is None else [*offices, Subject("place", (its_grouping.id,), first.intent)]


def governed_by(body: str, library: Library) -> str | None:
    """Return the id of the one place that a body (id) governs, whose seat is its own; None where it governs none."""
    contact = library.contacts[body]
    one = contact.places[0] if contact.category in GOVERNING and len(contact.places) == 1 else None
    return one if one is not None and library.gazetteer[one].seat else None


def is_its_office(first: Subject, text: str, library: Library) -> bool:
    """Tell whether the office that a text names is the place's own: "the town hall of …"."""
    return first.kind == "place" and library.gazetteer[first.ids[0]].kind in units.kinds_with_office(text)


def only_telling(first: Subject, question: Question, library: Library) -> frozenset[str]:
    """Return the ids of the places named that only tell where the first lies: "Tours, Indre-et-Loire"; 경기도 광주."""
    above = library.gazetteer[first.ids[0]].parents
    beside = (
        other.places[0]
        for one, other in (*pairwise(question.places), *pairwise(reversed(question.places)))
        if one.places[0] == first.ids[0]
        and other.places[0] in above
        and _BESIDE.fullmatch(question.text, min(one.end, other.end), max(one.start, other.start))
    )
    return frozenset(beside)
