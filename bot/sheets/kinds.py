"""The kinds of places in words: what they are called, what they are, who heads them, what they correspond to."""

from __future__ import annotations

from bot.catalogue import sentences
from bot.sheets.writing import Named, Word, listed, number, one
from bot.subject import Subject, card
from bot.words.units import TOGETHER
from knowledge.library import Library
from knowledge.places import KOREAN_FIRST_LEVEL, Place
from knowledge.text import Language

EXPLAINING = {
    "region": ("fr-region", "cmp-region-province"),
    "departement": ("fr-departement", "cmp-departement-counterpart"),
    "special-collectivity": ("fr-overseas-overview", "cmp-overseas-special"),
    "metropole": ("fr-metropole", "cmp-metropole-metropolitan-city"),
    "epci-cu": ("fr-communaute-urbaine", "cmp-epci-counterpart"),
    "epci-ca": ("fr-communaute-agglomeration", "cmp-epci-counterpart"),
    "epci-cc": ("fr-communaute-communes", "cmp-epci-counterpart"),
    "ept": ("fr-ept", "cmp-epci-counterpart"),
    "commune": ("fr-commune", "cmp-commune-counterpart"),
    "district-municipal": ("fr-arrondissement-municipal", "cmp-gu-arrondissement"),
    "district-territorial": ("fr-saint-pierre-miquelon-wallis", "cmp-overseas-special"),
    "kr-special-city": ("kr-special-city", "cmp-capital-status"),
    "kr-integrated-special-city": ("kr-integrated-special-city", "cmp-region-province"),
    "kr-metropolitan-city": ("kr-metropolitan-city", "cmp-metropole-metropolitan-city"),
    "kr-special-self-governing-city": ("kr-special-self-governing-city", "cmp-overseas-special"),
    "kr-province": ("kr-province", "cmp-region-province"),
    "kr-special-self-governing-province": ("kr-special-self-governing-province", "cmp-region-province"),
    "kr-si": ("kr-si", "cmp-commune-counterpart"),
    "kr-gun": ("kr-gun", "cmp-commune-counterpart"),
    "kr-gu": ("kr-gu-autonomous", "cmp-gu-arrondissement"),
    "kr-admin-gu": ("kr-gu-administrative", "cmp-gu-arrondissement"),
    "kr-admin-city": ("kr-administrative-city-jeju", "kr-jeju"),
    "kr-eup": ("kr-eup", "cmp-eup-myeon-commune"),
    "kr-myeon": ("kr-myeon", "cmp-eup-myeon-commune"),
    "kr-dong": ("kr-legal-administrative-dong", "cmp-dong-quartier"),
}
"""The cards that explain a kind and compare it with the other country; a library may lack them."""

FIRST_LEVEL = frozenset(KOREAN_FIRST_LEVEL)


def kind(place: Place, language: Language) -> Word:
    """Return what kind of place this is, in one or a few words: commune, 자치구, metropolitan city."""
    return Word(_of("kind", place, language))


def defined(place: Place, language: Language) -> str:
    """Return the kind with its one-line definition; a place of a status of its own has its own description."""
    if place.description is not None and not place.leads_to:
        return f"{kind(place, language)} — {place.description[language]}"
    return f"{kind(place, language)} — {_of('define', place, language)}"


def executive(place: Place, language: Language) -> str:
    """Return the title of who heads the place, never a person; blank where nobody does."""
    return _of("executive", place, language)


def counterpart(place: Place, language: Language) -> str:
    """Return what comes nearest to this kind in the other country; blank where nothing is said of it."""
    return _of("counterpart", place, language)


def is_called(unit: str) -> bool:
    """Tell whether a kind or group of kinds, or each of several asked for together, has words for it."""
    return all(f"kinds-{each}" in sentences() for each in unit.split(TOGETHER))


def named(unit: str, language: Language) -> Word:
    """Return a kind or group of kinds in the singular; of several asked for together, each in the plural."""
    return several(unit, language) if TOGETHER in unit else Word(sentences()[f"kind-{unit}"][language])


def several(unit: str, language: Language) -> Word:
    """Return a kind or group of kinds in the plural."""
    words = [sentences()[f"kinds-{each}"][language] for each in unit.split(TOGETHER)]
    return Word(listed(words, language)) if len(words) > 1 else Word(words[0])


def counted(count: int, unit: str, language: Language) -> Word:
    """Return a number of places of a kind or group of kinds: 272 communes, 코뮌 272개."""
    noun = named(unit, language) if one(count, language) else several(unit, language)
    written = number(count, language)
    return Word(f"{noun} {written}개" if language == "ko" else f"{written} {noun}")


def country(code: str, language: Language) -> Word:
    """Return the name of one of the two countries, or of a part of France: `mainland`, `overseas`."""
    name = sentences()[f"table-country-{code}"][language]
    return Named(name, "la ") if language == "fr" else Word(name)


def cards(place: Place, library: Library) -> tuple[Subject, ...]:
    """Return the cards about the place's kind that the library has."""
    return tuple(card(id) for id in EXPLAINING.get(place.kind, ()) if id in library.cards)


def _of(what: str, place: Place, language: Language) -> str:
    for key in (f"{what}-{place.id}", f"{what}-{place.kind}"):
        if key in sentences():
            return sentences()[key][language]
    return ""
