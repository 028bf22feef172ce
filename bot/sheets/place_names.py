"""What a place is called: alone, with what tells it from its namesakes, and as the heading of its sheet."""

from __future__ import annotations

from bot.catalogue import say
from bot.sheets import kinds
from bot.sheets.writing import Named, Word, listed
from knowledge.places import Gazetteer, Place
from knowledge.text import Language, fold

_ARTICLES = ("le ", "la ", "les ", "l'")
_BY_KIND = frozenset({"region", "departement", "special-collectivity"})
"""Told apart by their kind: Mayenne is a département and a commune."""


def full_name(place: Place, gazetteer: Gazetteer, language: Language) -> Word:
    """Return the name with what tells it apart: Saint-Denis (Seine-Saint-Denis), 서울특별시 중구, Jung-gu (Seoul)."""
    name = place.names[language]
    if language == "ko" and place.country == "kr" and not place.leads_to:
        return Word(" ".join([*(above.names.ko for above in reversed(gazetteer.parents(place.id))), name]))
    context = _context(place, gazetteer, language)
    if language == "ko":
        return Word(f"{name}({context})" if context else name)
    return _called(f"{name} ({context})" if context else name, place, language)


def bare_name(place: Place, language: Language) -> Word:
    """Return the name alone, for sentences that tell where it lies."""
    return _called(place.names[language], place, language)


def _called(shown: str, place: Place, language: Language) -> Word:
    return Named(shown, _article(place)) if language == "fr" and place.country == "fr" else Word(shown)


def _article(place: Place) -> str:
    """Return the article of a French name, which one of its spellings has (le Morbihan); blank where there is none."""
    found = (spelling.removesuffix(place.names.fr) for spelling in place.spellings if spelling.endswith(place.names.fr))
    return next((article for article in found if article in _ARTICLES), "")


def with_kind(place: Place, language: Language) -> Word:
    """Return the name with its kind: Indre-et-Loire (département); 경기도 and Suwon-si say it already."""
    name = place.names[language]
    kind = kinds.kind(place, language)
    korean_first = place.kind in kinds.FIRST_LEVEL and language != "ko"
    if (place.country == "kr" and not korean_first) or place.kind == "district-municipal" or fold(kind) in fold(name):
        return Word(name)
    return Word(f"{name}({kind})" if language == "ko" else f"{name} ({kind})")


def within(place: Place, outer: Place, gazetteer: Gazetteer, language: Language) -> Word:
    """Return the name as written inside a place above it: 안동시 풍천면 in 경상북도, Pungcheon-myeon (Andong-si)."""
    name = place.names[language]
    between = [p.names[language] for p in gazetteer.parents(place.id) if p.id != outer.id and place.country == "kr"]
    if language == "ko":
        return Word(" ".join([*reversed(between), name]))
    return Word(f"{name} ({', '.join(between)})" if between else name)


def heading(place: Place, gazetteer: Gazetteer, language: Language) -> str:
    """Return the full name, and beside it the name in the script of the other country."""
    other = place.names.fr if language == "ko" else place.names.ko
    shown = full_name(place, gazetteer, language)
    foreign = (place.country == "fr") == (language == "ko")
    return f"{shown} · {other}" if foreign and other not in shown else shown


def _context(place: Place, gazetteer: Gazetteer, language: Language) -> str:
    if place.kind == "landmark":
        return listed([gazetteer[id].names[language] for id in place.leads_to[:2]], language)
    parts: list[str] = []
    if place.kind == "commune-former":
        parts.append(kinds.kind(place, language))
    if place.kind in _BY_KIND or place.kind in kinds.FIRST_LEVEL:
        kind = kinds.kind(place, language)
        return "" if fold(kind) in fold(place.names[language]) else kind
    if place.kind != "district-municipal":
        parts += [parent.names[language] for parent in _telling(place, gazetteer)]
    if place.kind == "commune" and fold(parts[0] if parts else "") in ("", fold(place.names[language])):
        return kinds.kind(place, language)
    if place.until:
        parts.append(say("place-until", language, year=place.until[:4]))
    return ", ".join(parts)


def _telling(place: Place, gazetteer: Gazetteer) -> tuple[Place, ...]:
    parents = gazetteer.parents(place.id)
    if place.country == "kr":
        return parents
    for kind in ("departement", "special-collectivity"):
        found = tuple(parent for parent in parents if parent.kind == kind)
        if found:
            return found[:1]
    return parents[-1:]
