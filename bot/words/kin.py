"""Bodies akin to the one just shown, elsewhere: GAOK's office in Paris, the consulate beside the embassy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.subject import Subject
from index.names.mention import Mention
from index.names.particles import attached
from knowledge.contacts import Contact
from knowledge.library import Library
from knowledge.text import HANGUL, LANGUAGES, bare, fold
from knowledge.wordings import alternatives

COUNTRY_CODE = 3
"""Characters of a phone number that tell the country: +82."""
_ABROAD = ("embassy", "consulate")
_SHORTEST = 3
"""Letters of a name from which another's may hold it as its own."""
_BEGINS = r"(?:^|[(,:–-]\s?|(?<!\w)(?:de|de la|du|of|of the)\s|(?<!\w)(?:de\s)?l')"
"""What stands before the name of a body in that of its office: "Bureau de la GAOK"."""
_PAIRS = 16_384
"""Pairs of bodies of which it is remembered whether one bears the other's name."""


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


def told_apart(body: Contact, words: Sequence[str], library: Library) -> Contact | None:
    """Return the one other body of the country and kind of a body whose names hold some words that its own do not.

    "The regional prefecture? - The police one": of several, the one in the body's own place or in what that lies in.
    """
    new = [word for word in words if not _called_by(body, word)]
    likes = (o for o in library.contacts.values() if (o.category, o.country) == (body.category, body.country))
    found = [other for other in likes if other.id != body.id and all(_called_by(other, word) for word in new)]
    if not new or len(found) > 1:
        found = [other for other in found if new and _lie_together(body, other, library)]
    return found[0] if len(found) == 1 else None


def _called_by(body: Contact, word: str) -> bool:
    """Tell whether a word stands in a name of a body, in Korean with or without what is stuck to it."""
    names = [bare(name) for name in body.called]
    if HANGUL.match(word):
        stems = [word[:end] for end in range(2, len(word) + 1) if end == len(word) or attached(word[end:]) is not None]
        return any(stem in name for stem in stems for name in names)
    own = re.compile(rf"(?<!\w){re.escape(word.rstrip('s'))}s?(?!\w)")
    return any(own.search(name) for name in names)


def _lie_together(body: Contact, other: Contact, library: Library) -> bool:
    """Tell whether the places of one body lie in those of the other."""
    around = [{id for own in each.places for id in (own, *library.gazetteer[own].parents)} for each in (body, other)]
    return bool(around[0] & {*other.places} or around[1] & {*body.places})


def serves_abroad(body: Contact) -> bool:
    """Tell whether a body stands for one country in the other: an embassy, a consulate."""
    return body.category in _ABROAD


def alike_abroad(body: Contact, library: Library) -> tuple[Contact, ...]:
    """Return a body and all others of its kind that stand for its country in the same other one: both consulates."""
    if not serves_abroad(body) or not body.phone:
        return (body,)
    others = (o for o in library.contacts.values() if o.category == body.category and o.id != body.id)
    return (body, *(o for o in others if (o.phone or "")[:COUNTRY_CODE] == body.phone[:COUNTRY_CODE]))


def alike(body: Contact, library: Library) -> Contact | None:
    """Return the one other body that stands for a country as this one does: the embassy of the other country."""
    found = [other for other in library.contacts.values() if other.id != body.id and _is_alike(body, other)]
    return found[0] if len(found) == 1 else None


def head(body: Contact, library: Library) -> Contact:
    """Return the body whose office in the other country this one is (GAOK, of its office in Paris), else itself."""
    if body.country != "both":
        return body
    found = [other for other in library.contacts.values() if other.country != "both" and _names_it(body, other)]
    return found[0] if len(found) == 1 else body


def branch(body: Contact, library: Library) -> Contact | None:
    """Return the one office in the other country that bears a body's name (Campus France Corée), else None."""
    if body.country == "both":
        return None
    found = [other for other in library.contacts.values() if other.country == "both" and head(other, library) == body]
    return found[0] if len(found) == 1 else None


def _names_it(body: Contact, other: Contact) -> bool:
    """Tell whether one of the other's names stands in an official name of the body, as words of its own.

    Not as the end of a longer one: the French Korean Chamber of Commerce is no office of the Korean one.
    """
    return _stands_in(tuple(other.called), tuple(body.names[language] for language in LANGUAGES))


@lru_cache(maxsize=_PAIRS)
def _stands_in(called: tuple[str, ...], official: tuple[str, ...]) -> bool:
    """Tell whether one of the names of a body stands in the official ones of another: asked of every pair of them."""
    texts = [bare(name) for name in official]
    names = [bare(name) for name in called if len(name) >= _SHORTEST]
    held = [name for name in names if any(name in text for text in texts)]
    if not held:  # as of nearly all pairs
        return False
    own = re.compile(rf"{_BEGINS}(?:{alternatives(held)})(?!\w)")
    return any(own.search(text) for text in texts)


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


def sits_in(entry: Contact, place: Mention, library: Library) -> bool:
    """Tell whether a contact's names or its address hold the name of a place."""
    names = [bare(library.gazetteer[id].names[language]) for id in place.places for language in LANGUAGES]
    address = (entry.address.latin, entry.address.hangul) if entry.address else ()
    own = [bare(line) for line in (*(entry.names[language] for language in LANGUAGES), *address) if line]
    return any(name in line for name in names for line in own)
