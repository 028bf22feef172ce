"""What a place is part of and made of: today's government of a name, what is above it, how many of what are below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.places import (
    COMMUNITIES,
    EPCI,
    KOREAN_FIRST_LEVEL,
    KOREAN_SECOND_LEVEL,
    KOREAN_TOWNS,
    Gazetteer,
    Place,
)

ADMINISTRATIVE_DONG = "administrative-dong"
"""No kind of the table: only their number is known, where a place has an official number of eup, myeon and dong."""

# What is below a kind of place, level by level, nearest first; the first that it has is what is listed unasked.
_LEVELS = {
    "region": (("departement",), EPCI, ("commune",)),
    "departement": (EPCI, ("commune",)),
    "special-collectivity": (("departement",), EPCI, ("commune",), ("district-territorial",)),
    "metropole": (("ept",), ("commune",)),
    **dict.fromkeys(COMMUNITIES, (("commune",),)),
    "ept": (("commune",),),
    "commune": (("district-municipal",),),
    **dict.fromkeys(KOREAN_FIRST_LEVEL, (("kr-si", "kr-gun", "kr-gu", "kr-admin-city"),)),
    **dict.fromkeys((*KOREAN_SECOND_LEVEL, "kr-admin-gu", "kr-admin-city"), (("kr-admin-gu",),)),
}
_OVERSEAS = ("fr-dep-97", "fr-col-9", *(f"fr-reg-{number}" for number in ("01", "02", "03", "04", "06")))
_LISTED_FIRST = {"departement": ("commune",), "metropole": ("commune",), "special-collectivity": ("commune",)}


@dataclass(frozen=True, slots=True)
class Count:
    """How many places of a kind (or of a group of kinds) are below another."""

    unit: str
    number: int


def today(place: Place, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return the governments of today that a name stands for: the place itself, or what it leads to."""
    return tuple(gazetteer[id] for id in place.leads_to) or (place,)


def and_now(id: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the ids of a place and of what it has become: what lies in either lies in the place."""
    return frozenset((id, *gazetteer[id].leads_to))


def above(place: Place, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Return what a place is part of, nearest first; of a former name, what its place of today is part of."""
    if place.kind == "landmark":
        ids = dict.fromkeys((*place.parents, *place.leads_to))
        return tuple(sorted((gazetteer[id] for id in ids), key=lambda p: -len(p.parents)))
    if place.leads_to:
        first = gazetteer[place.leads_to[0]]
        return (first, *gazetteer.parents(first.id))
    return gazetteer.parents(place.id)


def grouping(place: Place, gazetteer: Gazetteer) -> Place | None:
    """Return the EPCI that a commune lies in; None where it lies in none, or is no commune."""
    if place.kind != "commune":
        return None
    return next((parent for parent in above(place, gazetteer) if parent.kind in EPCI), None)


def is_overseas(id: str, parents: Iterable[str]) -> bool:
    """Tell whether a French place lies overseas, by its id and those of what it lies in."""
    return any(each.startswith(_OVERSEAS) for each in (id, *parents))


def innermost(ids: Sequence[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the ids without those that another of them is part of: "서울 강남구" is about Gangnam."""
    containers = {parent for id in ids for parent in gazetteer[id].parents}
    return tuple(id for id in dict.fromkeys(ids) if id not in containers)


def lying_together(ids: Sequence[str], others: Iterable[str], gazetteer: Gazetteer) -> str:
    """Return which of the places of one name lies in most of what other places lie in; the first where none does more.

    "Are Bordeaux and Sainte-Foy in the same département?" is asked of the Sainte-Foy that is nearest.
    """
    around = {each.id for other in others for each in above(gazetteer[other], gazetteer)}
    return max(ids, key=lambda each: len(around.intersection(gazetteer[each].parents)))


def of_one_level_above(id: str, others: Iterable[str], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return those of some places, all of one kind, that a place lies in; none where they are of several kinds.

    It lies in what is no more where it does in what that became: Hadong in Gyeongsang.
    """
    others = tuple(other for other in dict.fromkeys(others) if other in gazetteer)
    chain = {each.id for each in above(gazetteer[id], gazetteer)}
    held = tuple(other for other in others if chain & and_now(other, gazetteer))
    return held if held and len({_level(gazetteer[other], gazetteer) for other in others}) == 1 else ()


def _level(place: Place, gazetteer: Gazetteer) -> str:
    """Return what tells the level of a place: its kind, one for all of Korea's first; of what is no more, today's."""
    kind = today(place, gazetteer)[0].kind if place.kind == "former" else place.kind
    return KOREAN_FIRST_LEVEL[0] if kind in KOREAN_FIRST_LEVEL else kind


def counts(place: Place, gazetteer: Gazetteer) -> tuple[Count, ...]:
    """Return how many places of each level are below a place, nearest level first; a level it lacks is left out."""
    found = []
    for kinds in _LEVELS.get(place.kind, ()):
        if kinds == EPCI:
            found.append(Count("epci", gazetteer.count(place.id, *EPCI)))
        else:
            found += [Count(kind, gazetteer.count(place.id, kind)) for kind in kinds]
    return tuple(count for count in (*found, *_towns(place, gazetteer)) if count.number)


def nearest_below(place: Place, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the kinds to be listed where none is named: the nearest level that a place has, or eup, myeon and dong."""
    first = (_LISTED_FIRST[place.kind],) if place.kind in _LISTED_FIRST else ()
    levels: tuple[tuple[str, ...], ...] = (*first, *_LEVELS.get(place.kind, ()), KOREAN_TOWNS)
    for kinds in levels:
        if gazetteer.count(place.id, *kinds):
            return kinds
    return ()


def administrative_dong(place: Place, gazetteer: Gazetteer) -> int | None:
    """Return the number of administrative dong (the table's are legal ones); None where no source has it."""
    second = [child for kind in (*KOREAN_SECOND_LEVEL, "kr-admin-city") for child in gazetteer.children(place.id, kind)]
    units = [each.units for each in second] if place.kind in KOREAN_FIRST_LEVEL else [place.units]
    if not units or None in units:
        return None
    towns = gazetteer.count(place.id, "kr-eup", "kr-myeon")
    return max(sum(unit for unit in units if unit) - towns, 0)


def _towns(place: Place, gazetteer: Gazetteer) -> list[Count]:
    if place.country != "kr" or place.kind in KOREAN_TOWNS:
        return []
    dong = administrative_dong(place, gazetteer)
    towns = [Count(kind, gazetteer.count(place.id, kind)) for kind in ("kr-eup", "kr-myeon")]
    if dong is None:
        return [*towns, Count("kr-dong", gazetteer.count(place.id, "kr-dong"))]
    return [*towns, Count(ADMINISTRATIVE_DONG, dong)]
