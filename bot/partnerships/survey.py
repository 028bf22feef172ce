"""All partnerships at once: listed, counted, narrowed to units, kinds and states; the oldest, the latest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import get_args

from bot.catalogue import say
from bot.partnerships.lines import KINDS, block, briefs, capital, checked, closest_first, counted, grouped, pair
from bot.partnerships.question import Asked, home
from bot.partnerships.ties import alive
from bot.sheets import kinds
from bot.sheets.place_lines import inhabitants
from bot.sheets.place_names import full_name
from bot.sheets.rendering import day
from bot.sheets.writing import Word, dated, listed, number
from bot.words import bound, units
from bot.words.bound import Bound
from knowledge.library import Library
from knowledge.partnerships import Partnership
from knowledge.places import Country, Gazetteer, Place
from knowledge.text import Language

SIGNED = frozenset({"twinning", "friendship", "agreement", "mou"})
NEXT = 3
"""Partnerships named after the oldest or the latest."""

Survey = tuple[list[str], list[Partnership]]
"""Lines, and the partnerships that they tell of."""


def overall(asked: Asked, language: Language, library: Library) -> Survey:
    """Return what is asked of all partnerships, the number or the names first."""
    live = alive(library.partnerships.values())
    if asked.table in ("partners-oldest", "partners-latest"):
        return _at_an_end(asked, live, language, library)
    of_kind = [p for p in live if not asked.kind or p.kind == asked.kind]
    found = [p for p in of_kind if not asked.state or p.state == asked.state]
    if asked.unit:
        lines, shown = _of_units(asked, found, language, library)
        return lines if shown else [*lines, _of_all_kinds(live, language)], shown
    if asked.kind or asked.state:
        on = day(checked(library), language)
        noun = capital(_noun(asked, language))
        lines = [say("partners-count-of", language, kinds=noun, date=on, count=len(found))]
        unknown = sum(p.state == "unknown" for p in of_kind)
        lines += [say("partners-in-state-unknown", language, count=unknown)] if asked.state and unknown else []
        found = closest_first(found)
        return [*lines, *briefs(found, language, library), _of_all_kinds(live, language)], found
    return [total(language, library), *grouped(live, language, library)], live


def total(language: Language, library: Library) -> str:
    """Say how many partnerships there are in all, and how many of them are twinnings."""
    live = alive(library.partnerships.values())
    twinnings = sum(p.kind == "twinning" for p in live)
    on = day(checked(library), language)
    return say("partners-count", language, date=on, count=len(live), twinnings=twinnings)


def _of_units(asked: Asked, found: Sequence[Partnership], language: Language, library: Library) -> Survey:
    """Return the units of a country, or of both, that have a partner: how many, which, with whom."""
    country = home(asked)
    countries: tuple[Country, ...] = (country,) if country else get_args(Country)
    wanted = {kind for each in countries for kind in units.kinds_of(asked.unit, each)}
    limit = bound.read(asked.size)

    def is_one(place: Place) -> bool:
        return place.kind in wanted and (limit is None or limit.admits(place.population or 0))

    places: dict[str, Place] = {}
    shown = []
    for partnership in found:
        own = [place for id in partnership.places if is_one(place := library.gazetteer[id])]
        places |= {place.id: place for place in own}
        shown += [partnership] if own else []
    called = _sized(kinds.several(asked.unit, language), limit, language)
    values: dict[str, object] = {
        "units": capital(called) if places else called,
        "where": say(f"partners-in-{country or 'both'}", language),
        "kinds": Word(_noun(asked, language)),
        "date": day(checked(library), language),
        "count": len(places),
        "names": listed([place.names[language] for place in places.values()], language) if places else "",
    }
    head = say("partners-count-units" if places else "partners-count-none", language, **values)
    return [head, *briefs(shown, language, library)], shown


def _sized(units_called: str, limit: Bound | None, language: Language) -> str:
    """Return what units are called with the number of inhabitants that bounds them."""
    if limit is None:
        return units_called
    most, least = inhabitants(limit.upto or limit.number, language), number(limit.number, language)
    return say(f"partners-sized-{limit.way}", language, units=units_called, bound=most, least=least)


def parts_asked(asked: Asked, place: Place, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the kinds of what lies in a place whose partners are asked for; none where the place itself is meant."""
    if not asked.unit or asked.country not in ("", place.country):
        return ()
    wanted = units.kinds_of(asked.unit, place.country)
    return tuple(kind for kind in wanted if gazetteer.count(place.id, kind))


def of_parts(
    place: Place,
    wanted: Sequence[str],
    asked: Asked,
    inner: Sequence[Partnership],
    own: Sequence[Partnership],
    language: Language,
    library: Library,
) -> Survey:
    """Return what lies in a place and has a partner, of the kinds wanted: how many, which, with whom.

    `inner` are the partnerships of all that lies in it, `own` its own: what is not of the kinds asked for comes after.
    """
    gazetteer = library.gazetteer
    found = [
        (partnership, gazetteer[id])
        for partnership in inner
        if not asked.kind or partnership.kind == asked.kind
        for id in partnership.places
        if gazetteer[id].kind in wanted and place.id in gazetteer[id].parents
    ]
    shown = list({partnership.id: partnership for partnership, _ in found}.values())
    names = list(dict.fromkeys(part.names[language] for _, part in found))
    values: dict[str, object] = {
        "place": full_name(place, gazetteer, language),
        "units": kinds.several(asked.unit, language),
        "kinds": Word(_noun(asked, language)),
        "date": day(checked(library), language),
        "count": len(names),
        "names": listed(names, language) if names else "",
    }
    lines = [say("partners-parts" if names else "partners-parts-none", language, **values)]
    lines += briefs(shown, language, library)
    others = [*own, *(partnership for partnership in inner if partnership not in shown)]
    lines += [say("partners-also", language), *briefs(others, language, library)] if others else []
    return lines, [*shown, *others]


def _at_an_end(asked: Asked, live: Iterable[Partnership], language: Language, library: Library) -> Survey:
    """Return the oldest or the latest signed partnership, and those next to it."""
    signed = [p for p in live if p.kind in SIGNED and p.year and (not asked.kind or p.kind == asked.kind)]
    if not signed:
        return overall(Asked("partners-list", kind=asked.kind), language, library)
    oldest = sorted(signed, key=lambda p: (p.year or 0, KINDS.index(p.kind)))
    latest = sorted(signed, key=lambda p: p.year or 0)[::-1]
    first, *others = oldest if asked.table == "partners-oldest" else latest
    one, other = pair(first, language, library)
    year = dated(str(first.year), language)
    lines = [say(asked.table, language, kinds=_noun(asked, language), one=one, other=other, year=year)]
    lines += block(first, None, "", language, library)[1:]
    following = others[:NEXT]
    lines += [say("partners-then", language), *briefs(following, language, library)] if following else []
    return lines, [first, *following]


def _noun(asked: Asked, language: Language) -> str:
    """Return what is counted, in the plural: jumelages actifs."""
    noun = say(f"partners-kinds-{asked.kind or 'all'}", language)
    return say(f"partners-in-state-{asked.state}", language, kinds=noun) if asked.state else noun


def _of_all_kinds(live: Sequence[Partnership], language: Language) -> str:
    counts = {kind: sum(p.kind == kind for p in live) for kind in KINDS}
    told = [counted(kind, count, language) for kind, count in counts.items() if count]
    return say("partners-count-others", language, count=len(live), kinds=", ".join(told))
