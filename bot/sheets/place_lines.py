"""The lines of a place sheet: what the tables hold of a place, one value a line; blank where they hold nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.catalogue import say
from bot.sheets import kinds
from bot.sheets.place_names import with_kind, within
from bot.sheets.writing import Word, dated, listed, number, one
from bot.words import hierarchy
from bot.words.ways import REACHING
from knowledge.library import Library
from knowledge.places import KOREAN_FIRST_LEVEL, Office, Place
from knowledge.text import Language

Line = Callable[[Place, Library, Language], str]

KIND, NAME, ABOVE, BELOW, POPULATION = "kind", "name", "above", "below", "population"
SEAT, PREFECTURE = "seat", "prefecture"
"""The town where a place is governed from, and every way to reach the State's services there."""
SEATS = (SEAT, PREFECTURE)
"""Lines whose value is a town: of a commune and its département it is the latter's that is asked for."""
REACHED = REACHING | {PREFECTURE}
"""Lines that tell how to reach an office: that of the State is reached by a line of its own."""
_CONTACT_GROUPS = ("phone", "contact")
_CODED = ("commune", "district-municipal", "departement", "region")
_WITH_CHIEF_TOWN = ("departement", *KOREAN_FIRST_LEVEL)
_ALIVE = frozenset({"active", "dormant", "unknown"})
FORMER_NAMED = 10
"""Former names that a sheet shows; beyond, how many more there are."""


def inhabitants(count: int, language: Language) -> str:
    """Return a number of inhabitants: 139 259 habitants, 139,259명."""
    key = "place-inhabitant" if one(count, language) else "place-inhabitants"
    return say(key, language, count=number(count, language))


def population_in_words(place: Place, language: Language) -> Word:
    """Return the number of inhabitants with its date; blank where no source has it."""
    if place.population is None:
        return Word()
    written = inhabitants(place.population, language)
    if place.country == "kr":
        written = say("place-inhabitants-kr", language, count=number(place.population, language))
    return Word(as_of(written, place.population_year, language))


def as_of(value: str, date: str, language: Language) -> str:
    """Return a value with the date it is of, if there is one."""
    return say("place-as-of", language, value=value, date=dated(date, language)) if date else value


def _kind(place: Place, library: Library, language: Language) -> str:
    return kinds.defined(place, language)


def _above(place: Place, library: Library, language: Language) -> str:
    return listed([with_kind(parent, language) for parent in library.gazetteer.parents(place.id)], language)


def _below(place: Place, library: Library, language: Language) -> str:
    found = hierarchy.counts(place, library.gazetteer)
    return listed([kinds.counted(count.number, count.unit, language) for count in found], language)


def _population(place: Place, library: Library, language: Language) -> str:
    return population_in_words(place, language)


def _seat(place: Place, library: Library, language: Language) -> str:
    return within(library.gazetteer[place.seat], place, library.gazetteer, language) if place.seat else ""


def _seat_of(place: Place, library: Library, language: Language) -> str:
    gazetteer = library.gazetteer
    seated = (p for p in gazetteer.parents(place.id) if p.seat and place.id in (p.seat, *gazetteer[p.seat].parents))
    return listed([with_kind(parent, language) for parent in seated], language)


def _arrondissements(place: Place, library: Library, language: Language) -> str:
    towns = [library.gazetteer[id] for id in place.arrondissements]
    seats = {place.seat, *(parent.seat for parent in library.gazetteer.parents(place.id))}
    offices = ["place-at-prefecture" if town.id in seats else "place-at-sub-prefecture" for town in towns]
    names = [say(at, language, name=town.names[language]) for at, town in zip(offices, towns, strict=True)]
    together = listed(names, language)
    return say("place-counted", language, count=len(names), names=together) if len(names) > 1 else together


def _executive(place: Place, library: Library, language: Language) -> str:
    return kinds.executive(place, language)


def _site(place: Place, library: Library, language: Language) -> str:
    return place.office.site


def _phone(place: Place, library: Library, language: Language) -> str:
    return _dated_by_source(place.office.phone, place, library, language)


def _email(place: Place, library: Library, language: Language) -> str:
    return _dated_by_source(place.office.email, place, library, language)


def _address(place: Place, library: Library, language: Language) -> str:
    return _dated_by_source(place.office.address, place, library, language)


def _prefecture(place: Place, library: Library, language: Language) -> str:
    return _office(place.prefecture) if place.prefecture else ""


def _postcode(place: Place, library: Library, language: Language) -> str:
    return ", ".join(place.postcodes)


def _code(place: Place, library: Library, language: Language) -> str:
    """Return the number by which France's official code tells a commune, a département or a région."""
    kind, _, code = place.id.removeprefix("fr-").partition("-")
    return code if place.country == "fr" and place.kind in _CODED and kind in ("com", "dep", "reg") else ""


def _partners(place: Place, library: Library, language: Language) -> str:
    found = []
    for partnership in library.partnerships.values():
        if place.id in partnership.places and partnership.state in _ALIVE:
            (other,) = (id for id in partnership.places if id != place.id)
            kind = say(f"partnership-{partnership.kind}", language)
            what = f"{kind}, {dated(str(partnership.year), language)}" if partnership.year else kind
            found.append(say("place-as-of", language, value=library.gazetteer[other].names[language], date=what))
    return listed(found, language)


def _counterpart(place: Place, library: Library, language: Language) -> str:
    return kinds.counterpart(place, language)


def _names(place: Place, library: Library, language: Language) -> str:
    return say("place-names", language, fr=place.names.fr, ko=place.names.ko, en=place.names.en)


def _former(place: Place, library: Library, language: Language) -> str:
    """Return the names and governments that led to a place, with until when, where it is known."""
    found = library.gazetteer.former(place.id)
    names = [_as_until(former, language) for former in found[:FORMER_NAMED]]
    return named_of(names, len(found), language)


def _as_until(former: Place, language: Language) -> str:
    """Return a former name with the year it was in use until, if the table has it: Nam-gu (until 2018)."""
    name = former.names[language]
    if not former.until:
        return name
    until = say("place-until", language, year=former.until[:4])
    return name if until in name else f"{name}({until})" if language == "ko" else f"{name} ({until})"


def named_of(names: Sequence[str], total: int, language: Language) -> str:
    """Return a list of names, and how many more there are than are named."""
    if total <= len(names):
        return listed(names, language)
    more = say("table-more", language, count=number(total - len(names), language))
    return f"{listed(names, language)} 외 {more}" if language == "ko" else listed([*names, more], language)


LINES: dict[str, Line] = {
    KIND: _kind,
    ABOVE: _above,
    BELOW: _below,
    POPULATION: _population,
    SEAT: _seat,
    "seat-of": _seat_of,
    "arrondissements": _arrondissements,
    "executive": _executive,
    "site": _site,
    "phone": _phone,
    "email": _email,
    "address": _address,
    PREFECTURE: _prefecture,
    "postcode": _postcode,
    "code": _code,
    "partners": _partners,
    "counterpart": _counterpart,
    "formerly": _former,
    NAME: _names,
}
"""The lines of a sheet in their order when all is asked for."""


def _nothing_above(place: Place, library: Library, language: Language) -> str:
    return say("place-nothing-above", language)


def _nothing_below(place: Place, library: Library, language: Language) -> str:
    return say("place-nothing-below", language)


def with_prefecture(place: Place, library: Library) -> Place | None:
    """Return the nearest département or région above a place that has an office of the State; None where none has."""
    return next((parent for parent in library.gazetteer.parents(place.id) if parent.prefecture is not None), None)


def _prefecture_above(place: Place, library: Library, language: Language) -> str:
    above = with_prefecture(place, library)
    return f"{with_kind(above, language)} — {_office(above.prefecture)}" if above and above.prefecture else ""


def with_chief_town(place: Place, library: Library) -> Place | None:
    """Return the département or province that a place lies in and is not the chief town of, or None."""
    above = next((parent for parent in library.gazetteer.parents(place.id) if parent.kind in _WITH_CHIEF_TOWN), None)
    return above if above is not None and above.seat not in ("", place.id) else None


def _seat_above(place: Place, library: Library, language: Language) -> str:
    """Return where a place's own office is, and the chief town of what it lies in, which may be what is asked for."""
    above = with_chief_town(place, library)
    if above is None:
        return _address(place, library, language)
    chief_town = f"{with_kind(above, language)} — {_seat(above, library, language)}"
    return " ; ".join(filter(None, (_address(place, library, language), chief_town)))


INSTEAD: dict[str, Line] = {
    ABOVE: _nothing_above,
    BELOW: _nothing_below,
    SEAT: _seat_above,
    PREFECTURE: _prefecture_above,
}
"""What is said, when one line is asked for, of a place whose sheet lacks it."""

GROUPS = {
    NAME: ("names", "korean"),
    KIND: ("names", "description"),
    ABOVE: ("names",),
    BELOW: ("names",),
    POPULATION: ("population",),
    SEAT: ("names", "contact"),
    "seat-of": ("names",),
    "arrondissements": ("names",),
    "site": ("contact",),
    "phone": _CONTACT_GROUPS,
    "email": _CONTACT_GROUPS,
    "address": _CONTACT_GROUPS,
    PREFECTURE: ("prefecture",),
    "postcode": ("names",),
    "code": ("names",),
    "formerly": ("names",),
}
"""The groups of fields of `Place.sources` that a line draws on."""


def label(line: str, place: Place, language: Language, value: str) -> str:
    """Return a line with its label.

    The seat of a région or département is its chief town, the State's: a regional council may sit elsewhere. What a
    commune was before are the communes merged into it.
    """
    key = f"place-counterpart-{place.country}" if line == "counterpart" else f"place-{line}"
    if line == SEAT and place.kind in ("region", "departement"):
        key = "place-chief-town"
    if line == "code" and place.kind == "departement":
        key = "place-number"
    if line == "formerly" and place.kind == "commune":
        key = "place-merged"
    return say(key, language, value=value)


def _office(office: Office) -> str:
    return " — ".join(part for part in (office.phone, office.site, office.email, office.address) if part)


def _dated_by_source(value: str, place: Place, library: Library, language: Language) -> str:
    """Return a contact detail with the date of its source: numbers of an old directory may have changed."""
    sources = dict(place.sources)
    source = next((sources[group] for group in _CONTACT_GROUPS if group in sources), None)
    if not value or source is None:
        return value
    return as_of(value, library.gazetteer.source(source).date, language)
