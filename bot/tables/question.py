"""A question over the table of places as a subject carries it: which table, which unit, about which places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import cast

from bot.answer import Citation, Composition
from bot.catalogue import say
from bot.sheets import kinds, place_sheets
from bot.sheets.place_lines import LINES, SEAT
from bot.sheets.place_names import full_name
from bot.sheets.writing import Word, listed
from bot.subject import Subject
from bot.tables import sizes
from bot.tables.intents import SMALLEST
from bot.tables.sizes import Sized, children, within
from bot.tables.table_intent import read as read_intent
from bot.words import hierarchy, units
from bot.words.bound import Bound
from knowledge.library import Library
from knowledge.places import COMMUNITIES, Country, Gazetteer, Place
from knowledge.text import Language

GROUPS = ("names", "population")
"""The groups of fields of a place whose sources an answer over the table cites."""
_CITED = 8
"""Places of an answer whose sources are cited: the sources of the others are hardly ever other ones."""
_OFFERED = 3
"""Places found that may be asked about next."""
_CITY, _ADMINISTRATIVE_CITY = "kr-si", "kr-admin-city"


@dataclass(frozen=True)
class TableQuestion:
    """What is asked: `table` names it, `unit` is blank where none was named.

    `parts` is the unit of which a ranking asks who has the most or fewest, blank for inhabitants.
    `named` are the places in the order named, `places` what they stand for today. `countries` are those whose places
    are asked for, in a question that names no place, `reach` the part of France: `mainland`, `overseas` or all.
    `bound` is the number of inhabitants that those asked for are above or below, where there is one. `shown` is how
    many a ranking is asked to show, 0 where it is not said, `rank` the place in it that is asked for. `left_out` are
    the ids of the places that the question leaves out, with what lies in them. `seats`: each place is to be told with
    its seat. `together`: how many of the first places are put together, to be compared with the others.
    """

    table: str
    unit: str
    named: tuple[Place, ...]
    places: tuple[Place, ...]
    countries: tuple[Country, ...]
    language: Language
    library: Library
    parts: str = ""
    reach: str = ""
    bound: Bound | None = None
    shown: int = 0
    rank: int = 1
    left_out: tuple[str, ...] = ()
    seats: bool = False
    together: int = 0

    @property
    def gazetteer(self) -> Gazetteer:
        """All places held."""
        return self.library.gazetteer

    @property
    def place(self) -> Place | None:
        """The one place asked about: of several that lie in one another the innermost; None where there is none."""
        return next(iter(self.inner), None)

    @property
    def whole(self) -> Place | None:
        """The place whose parts are asked about: the innermost that has any of the unit ("in Busan, Haeundae?")."""
        divided = [
            place
            for place in self.places
            if any(self.gazetteer.count(place.id, kind) for kind in self.kinds(place) if self.unit)
        ]
        return next(iter(self._innermost(divided or self.places)), None)

    @property
    def inner(self) -> tuple[Place, ...]:
        """The places asked about, each once, without those that another of them lies in."""
        return self._innermost(self.places)

    @property
    def fewest(self) -> bool:
        """Whether a ranking begins with the place that has the fewest inhabitants or parts."""
        return self.table.startswith(SMALLEST)

    def _innermost(self, places: Iterable[Place]) -> tuple[Place, ...]:
        return tuple(self.gazetteer[id] for id in hierarchy.innermost([place.id for place in places], self.gazetteer))

    @cached_property
    def _seats(self) -> frozenset[str] | None:
        return sizes.seats(self.unit, self.gazetteer)

    def holds(self, id: str) -> bool:
        """Tell whether a place of the kinds of the unit is one of it: of communes, a préfecture."""
        return self._seats is None or id in self._seats

    def called(self, kind: str) -> str:
        """Return what places of a kind of the unit are called: communes that are préfectures, by that name."""
        return kind if self._seats is None else self.unit

    def kinds(self, place: Place) -> tuple[str, ...]:
        """Return the kinds that the unit stands for below a place.

        The arrondissements of a département are the State's, no places of the table; only a city has municipal ones,
        and only Wallis and Futuna territorial ones.
        What lies in a région is called a province (도) as well. Where there are only administrative cities, those are
        meant too: Jeju's.
        """
        found = units.kinds_of(self.unit, place.country)
        if _CITY in found and not self.gazetteer.count(place.id, _CITY):
            found = (*found, _ADMINISTRATIVE_CITY)
        if self.unit == "province" and place.kind == "region":
            return ("departement",)
        if place.kind in ("departement", "region", *COMMUNITIES):
            return tuple(kind for kind in found if not kind.startswith("district-"))
        return found

    def kinds_in(self, country: Country) -> tuple[str, ...]:
        """Return the kinds that the unit stands for in a country.

        Those are the départements where provinces (도) of France are asked for, and of nowhere else.
        """
        if self.unit == "province" and self.countries == ("fr",):
            return ("departement",)
        return units.kinds_of(self.unit, country)

    def about(self, place: Place) -> TableQuestion:
        """Return the question asked of one of its places."""
        return replace(self, named=(place,), places=(place,))

    def below(self, place: Place, wanted: Iterable[str]) -> list[Place]:
        """Return the places of the unit and of some kinds below one, but those left out."""
        kinds = tuple(wanted)
        apart = within(self.left_out, kinds, self.gazetteer)
        below = children(self.gazetteer, place, kinds)
        return [child for child in below if self.holds(child.id) and child.id not in apart]

    def everywhere(self, wanted: Sequence[str]) -> list[Sized]:
        """Return the places of some kinds in a country or a part of it that have a population, but those left out."""
        apart = within(self.left_out, wanted, self.gazetteer)
        everywhere = sizes.sizes(self.gazetteer, wanted, self.reach)
        return [each for each in everywhere if each.id not in apart and self.holds(each.id)]

    def called_whole(self, country: Country) -> Word:
        """Return the name of a country, or of the part of it that is asked about, with what of it is left out."""
        return self.but(kinds.country(self.reach or country, self.language))

    def counted(self, found: Sequence[Place], wanted: Iterable[str]) -> str:
        """Return how many of each kind are among places found: "277 communes"."""
        numbers = ((self.called(kind), sum(each.kind == kind for each in found)) for kind in wanted)
        return listed([kinds.counted(number, unit, self.language) for unit, number in numbers if number], self.language)

    def but(self, name: Word) -> Word:
        """Return the name of what is asked about, with what of it is left out."""
        if not self.left_out:
            return name
        names = listed([self.gazetteer[id].names[self.language] for id in self.left_out], self.language)
        return name.longer(say("table-without", self.language, place=name, names=names))

    def name(self, place: Place) -> Word:
        """Return a place's full name."""
        return full_name(place, self.gazetteer, self.language)

    def with_seat(self, place: Place, name: str) -> str:
        """Return the name of a place that is listed, with its seat where the seats are asked for: Lozère (Mende)."""
        if not self.seats or not place.seat:
            return name
        seat = LINES[SEAT](place, self.library, self.language)
        return f"{name}({seat})" if self.language == "ko" else f"{name} ({seat})"

    def answer(self, text: str, found: Iterable[Place] = ()) -> Composition:
        """Return the answer with its sources: those of the places asked about and of what was found."""
        result = tuple(dict.fromkeys((*self.named, *self.places, *found)))
        cited: list[Citation] = []
        for place in result[:_CITED]:
            cited += place_sheets.citations(place, GROUPS, self.library, self.language)
        offered = tuple(Subject("place", (place.id,)) for place in result if place not in self.named)
        return Composition(
            text=text,
            citations=tuple(dict.fromkeys(cited)),
            places=tuple(place.id for place in result),
            related=offered[:_OFFERED],
        )


def read(subject: Subject, language: Language, library: Library) -> TableQuestion:
    """Return the question that a subject stands for. Raises KeyError for a place that the gazetteer lacks."""
    asked = read_intent(subject.intent)
    unit, _, parts = asked.unit.partition(":")
    named = tuple(library.gazetteer[id] for id in subject.ids)
    places = tuple(
        place if place.kind == "landmark" else hierarchy.today(place, library.gazetteer)[0] for place in named
    )
    home = {place.country for place in places}
    country = asked.country or (home.pop() if len(home) == 1 else "")
    countries = (cast(Country, country),) if country in ("fr", "kr") else ("fr",) if asked.reach else ("fr", "kr")
    of = cast(tuple[Country, ...], countries)
    return TableQuestion(
        table=asked.table,
        unit=unit,
        named=named,
        places=places,
        countries=of,
        language=language,
        library=library,
        parts=parts,
        reach=asked.reach,
        bound=asked.bound,
        shown=asked.shown,
        rank=asked.rank or 1,
        left_out=asked.left_out,
        seats=asked.seats,
        together=asked.together,
    )
