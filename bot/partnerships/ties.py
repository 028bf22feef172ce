"""Which partnerships are a place's: of its government of today, in it, around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.partnerships.lines import NEVER, closest_first
from bot.words import hierarchy
from knowledge.library import Library
from knowledge.partnerships import Partnership
from knowledge.places import Place


def today(ids: Sequence[str], library: Library) -> list[Place]:
    """Return the governments of today that ids stand for, without those that another of them is part of."""
    shown = [today_of(id, library).id for id in ids]
    return [library.gazetteer[id] for id in hierarchy.innermost(shown, library.gazetteer)]


def alive(found: Iterable[Partnership]) -> list[Partnership]:
    """Return partnerships without those that were planned and never signed, in the order given."""
    return [partnership for partnership in found if partnership.state != NEVER]


def of(place: Place, library: Library) -> list[Partnership]:
    """Return the partnerships of a place, the closest ties first, what was never signed last."""
    return closest_first(p for p in library.partnerships.values() if place.id in p.places)


def within(places: Iterable[Place], library: Library) -> list[Partnership]:
    """Return live partnerships of what lies in one of the places, and of the places themselves."""
    ids = {place.id for place in places}
    return closest_first(
        partnership
        for partnership in alive(library.partnerships.values())
        if any(ids & {id, *library.gazetteer[id].parents} for id in partnership.places)
    )


def around(place: Place, library: Library) -> list[Partnership]:
    """Return live partnerships of what is around a place, the nearest first.

    Nearest is what it lies in or what lies in it, then what shares its EPCI, département, province or region.
    """
    ring = [place.id, *place.parents]
    distances: dict[str, int] = {}
    for partnership in alive(library.partnerships.values()):
        for id in partnership.places:
            shared = [ring.index(each) for each in (id, *library.gazetteer[id].parents) if each in ring]
            if shared:
                distances[partnership.id] = 0 if id in ring else min(shared)
    near = closest_first(library.partnerships[id] for id in distances)
    return sorted(near, key=lambda partnership: distances[partnership.id])


def today_of(id: str, library: Library) -> Place:
    """Return today's government of a name: of several the first with partners.

    A département that is one commune is that commune: Paris.
    """
    shown = hierarchy.today(library.gazetteer[id], library.gazetteer)
    partners = {partner for partnership in library.partnerships.values() for partner in partnership.places}
    found = next((one for one in shown if one.id in partners), shown[0])
    if found.kind == "departement" and library.gazetteer.count(found.id, "commune") == 1:
        return library.gazetteer.children(found.id, "commune")[0]
    return found
