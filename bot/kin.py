"""Bodies akin to the one just shown, elsewhere: GAOK's office in Paris, the consulate beside the embassy."""

from __future__ import annotations

from collections.abc import Sequence

from bot.question import sits_in
from bot.subject import Subject
from index.names import Mention
from knowledge.contacts import Contact
from knowledge.library import Library
from knowledge.text import fold

_ABROAD = ("embassy", "consulate")
_SHORTEST = 3
"""Letters of a name from which another's may hold it as its own."""


def akin(last: Subject, places: Sequence[Mention], library: Library) -> Subject | None:
    """Return the one body akin to the contact last shown that sits in a place named, with the line last asked for."""
    body = library.contacts[last.ids[0]]
    there = [
        other
        for other in library.contacts.values()
        if other.id != body.id and any(sits_in(other, place, library) for place in places)
    ]
    for is_akin in (_bears_its_name, _serves_beside, _is_alike):
        found = [other for other in there if is_akin(body, other)]
        if len(found) == 1:
            return Subject("contact", (found[0].id,), last.intent)
    return None


def _bears_its_name(body: Contact, other: Contact) -> bool:
    """Tell whether the other's name holds one of the body's: GAOK, Paris office."""
    names = [fold(name) for name in other.called]
    own = [name for name in map(fold, body.called) if len(name) >= _SHORTEST]
    return any(part in name for part in own for name in names)


def _serves_beside(body: Contact, other: Contact) -> bool:
    """Tell whether both stand for one country abroad: an embassy and a consulate."""
    return body.country == other.country and body.category in _ABROAD and other.category in _ABROAD


def _is_alike(body: Contact, other: Contact) -> bool:
    """Tell whether both are embassies, or consulates: of the one country here, of the other there."""
    return body.category == other.category and body.category in _ABROAD
