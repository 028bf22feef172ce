"""The State's office of a place in the one way asked for: "l'adresse mail de la préfecture de région à Rennes"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.alone.whose_office import names_subprefecture
from bot.sheets import contact_sheets
from bot.sheets.place_lines import PREFECTURE, with_prefecture
from bot.subject import Subject
from bot.words.ways import REACHING, ways
from knowledge.contacts import Contact
from knowledge.library import Library
from knowledge.places import Office, Place


def in_way_asked(first: Subject, text: str, library: Library) -> Subject | None:
    """Return who holds a way asked for of the State's office of a place; None where nobody does.

    The line itself where it has one, or where any way will do. Of a région it may be the contact that stands for the
    office, or the office of the département of its chief town, which is the same. Of a sub-prefecture none is held.
    """
    asked = ways(text) & REACHING
    if asked and names_subprefecture(text):
        return None  # that of the département is another office
    place = library.gazetteer[first.ids[0]]
    above = place if place.prefecture is not None else with_prefecture(place, library)
    if not asked or above is None:
        return first
    return next(_holding(first, above, asked, library), None)


def is_of_state(subject: Subject) -> bool:
    """Tell whether the State's office of one place is asked for."""
    return subject.kind == "place" and subject.intent == PREFECTURE and len(subject.ids) == 1


def bodies_of(ids: tuple[str, ...], library: Library) -> Iterator[Contact]:
    """Yield the contacts that stand for the State's office of places: their kind is called as the line is."""
    return (body for body in library.contacts.values() if body.category == PREFECTURE and body.places == ids)


def _holding(first: Subject, place: Place, asked: frozenset[str], library: Library) -> Iterator[Subject]:
    if _has(place.prefecture, asked):
        yield first
    for body in bodies_of((place.id,), library):
        held = [way for way in sorted(asked) if contact_sheets.value(body, way, "en")]
        if held:
            yield Subject("contact", (body.id,), held[0])
    if place.kind == "region" and place.seat:
        there = with_prefecture(library.gazetteer[place.seat], library)
        if there is not None and _has(there.prefecture, asked):
            yield Subject("place", (there.id,), PREFECTURE)


def _has(office: Office | None, asked: frozenset[str]) -> bool:
    return office is not None and any(getattr(office, way) for way in asked)
