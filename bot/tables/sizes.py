"""How large places are: by their inhabitants, or by how many parts of a unit they have."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from bot.words import hierarchy
from bot.words.bound import bound
from bot.words.units import SEATS_OF, found_in, is_apposed, kinds_of
from knowledge.place_tables import PARENTS, POPULATION
from knowledge.places import KINDS, Gazetteer, Place

_IN_REGION = "fr-reg-"


@dataclass(frozen=True, slots=True)
class Sized:
    """A place's id and its number of inhabitants, or of what parts of it are ranked by."""

    id: str
    size: int


def children(gazetteer: Gazetteer, place: Place, wanted: Iterable[str]) -> list[Place]:
    """Return the places of some kinds below one."""
    return [child for kind in wanted for child in gazetteer.children(place.id, kind)]


def by_population(places: Iterable[Place]) -> list[Sized]:
    """Return the places that have a population: none is one, as in the villages of the Meuse that the war destroyed."""
    return [Sized(place.id, place.population) for place in places if place.population is not None]


def by_parts(parts: str, ids: Sequence[str], gazetteer: Gazetteer) -> list[Sized]:
    """Return places with how many parts of a unit each has ("commune"); none where none has any."""
    sized = []
    for id in ids:
        kinds_of_parts = kinds_of(parts, gazetteer[id].country)
        sized.append(Sized(id, gazetteer.count(id, *kinds_of_parts)))
    return sized if any(each.size for each in sized) else []


def sizes(gazetteer: Gazetteer, wanted: Container[str], reach: str = "") -> tuple[Sized, ...]:
    """Return all places of some kinds that have a population, kind by kind, as `ids_and_populations` gives them.

    Those of each kind are kept, not those of all wanted: which are wanted together is for people's words to choose.
    """
    each = (
        gazetteer.derived(("sizes", kind, reach), partial(_of, kind, reach, gazetteer))
        for kind in KINDS
        if kind in wanted
    )
    return tuple(chain.from_iterable(each))


def _of(kind: str, reach: str, gazetteer: Gazetteer) -> tuple[Sized, ...]:
    found = ids_and_populations(gazetteer, (kind,), reach)
    return tuple(Sized(id, int(population)) for id, population in found if population)


def seats(unit: str, gazetteer: Gazetteer) -> frozenset[str] | None:
    """Return the ids of the places of a unit where something sits ("prefecture"); None where it is no such unit."""
    kind = SEATS_OF.get(unit)
    return None if kind is None else frozenset(place.seat for place in gazetteer.of_kind(kind))


def within(ids: Iterable[str], wanted: Iterable[str], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the ids of some places and of what lies in them, of the kinds wanted. Raises KeyError for no place."""
    kinds = tuple(wanted)
    return frozenset(each for id in ids for each in (id, *(c.id for c in children(gazetteer, gazetteer[id], kinds))))


def is_or_holds(place: Place, unit: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a place is of a unit (of that which is ranked, where it is ranked by parts) or holds some."""
    kinds = kinds_of(unit.partition(":")[0], place.country)
    return place.kind in kinds or gazetteer.count(place.id, *kinds) > 0


def ids_and_populations(gazetteer: Gazetteer, wanted: Sequence[str], reach: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the population (may be blank) of places of some kinds, as in the files, without making them.

    Communes outside the régions (Pacific, TAAF…) are left out, as in the official number of communes, and what does not
    lie in the part of France that `reach` names, if it names one.
    """
    for row in gazetteer.rows():
        if row.kind in wanted:
            parents = row.cell(PARENTS)
            counted = row.kind != "commune" or _IN_REGION in parents
            if counted and (not reach or hierarchy.is_overseas(row.id, parents.split()) == (reach == "overseas")):
                yield row.id, row.cell(POPULATION)


def ordered(sized: Iterable[Sized], *, largest: bool) -> list[Sized]:
    """Return places by their sizes."""
    return sorted(sized, key=lambda each: -each.size if largest else each.size)


def is_of_its_own(text: str, place: Place) -> bool:
    """Tell whether a number of inhabitants is set beside those of the masked place: "has X over 100,000 people?".

    No unit but its own is named, and the number is at least half of its own: one at most of what lies in it has more.
    """
    limit, own = bound(text), place.population or 0
    if limit is None or not 0 < own <= 2 * limit.number:
        return False
    return all(is_apposed(text, unit) for unit in found_in(text))
