"""Which of the places of one name is meant: by kind, by what is named around it, by size."""

from __future__ import annotations

from collections.abc import Sequence

from index.name_needs import weight
from knowledge.places import Gazetteer, Place

_TIMES = 10  # how much larger a namesake must be to be taken without asking
_TIMES_AGAINST_KIND = 100  # how much larger one of another kind than told must be: "une mairie de Bretagne"
_MOST = 48  # candidates looked at: there are 30 legal dong called Gyo-dong
_LEADING = ("former", "commune-former", "landmark")
_NESTED = 2  # places of one name, one within the other and less than this apart in size, are one place to people


class NameChoice:
    """Orders and narrows the candidates of a name."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._ids = list(gazetteer)

    def candidates(self, rows: Sequence[int], kinds: Sequence[str]) -> tuple[str, ...]:
        """Return the ids that a name may mean, the weightiest first; only those of the kinds told, if there are any.

        A name of before is left out where a place of today bears it.
        """
        places = [self._gazetteer[self._ids[row]] for row in rows[:_MOST]]
        told = [place for place in places if place.kind in kinds]
        if told and _weight(told[0]) * _TIMES_AGAINST_KIND > _weight(places[0]):
            places = told
        return tuple(place.id for place in self._one_of_nested(places))

    def within(
        self, ids: tuple[str, ...], around: Sequence[tuple[str, ...]], *, strict: bool = False
    ) -> tuple[str, ...]:
        """Return those of the ids that lie in a place named around; all if none does (none if `strict`)."""
        if len(ids) == 1 and not strict:
            return ids
        above = {id_ for group in around for id_ in group}
        above |= {today for id_ in list(above) if id_ in self._gazetteer for today in self._gazetteer[id_].leads_to}
        inside = tuple(id_ for id_ in ids if above.intersection(self._gazetteer[id_].parents))
        return inside if inside or strict else ids

    def ranked(self, ids: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return (the ids that are equally likely, the namesakes to offer)."""
        places = [self._gazetteer[id_] for id_ in ids]
        today = [place for place in places if place.kind not in _LEADING]
        if today and len(today) < len(places):
            places = today
        largest = max(map(_weight, places))
        likely = [place.id for place in places if _weight(place) * _TIMES > largest]
        others = [place.id for place in places if place.id not in likely]
        return tuple(likely), tuple(others)

    @staticmethod
    def _one_of_nested(places: list[Place]) -> list[Place]:
        """Leave one of places that are one within the other and about as large (Paris, La Réunion, Jeju)."""
        dropped: set[str] = set()
        for inner in places:
            for outer in places:
                if outer.id in inner.parents and _weight(outer) < _NESTED * _weight(inner):
                    city = inner.kind == "commune" and outer.kind == "departement"
                    dropped.add(outer.id if city else inner.id)
        return [place for place in places if place.id not in dropped]


def _weight(place: Place) -> int:
    return place.population or weight(place.kind, 0)
