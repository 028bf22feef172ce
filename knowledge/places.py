"""Every government of France and Korea, and the places that lead to one: their names, what is above and below them.

The folder of a gazetteer holds tables (`*.tsv`, or `*.tsv.gz` where large) that share their columns, and `sources.tsv`.
Some 48,000 rows are kept as lines; a Place is made when it is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar

from knowledge.common_words import CommonWords
from knowledge.document import Fault
from knowledge.errors import KnowledgeError
from knowledge.place_tables import (
    COLUMNS,
    LIST_SEPARATOR,
    PARENTS,
    SOURCES_FILE,
    Row,
    open_rows,
    read_rows,
    read_sources,
)
from knowledge.text import Text

FRENCH_KINDS = (
    "region",
    "departement",
    "special-collectivity",  # overseas, Alsace, Métropole de Lyon
    "metropole",
    "epci-cu",
    "epci-ca",
    "epci-cc",
    "ept",  # territories inside the Métropole du Grand Paris
    "commune",
    "district-municipal",  # of Paris, Lyon, Marseille
    "district-territorial",  # of Wallis and Futuna, which has no communes
    "commune-former",  # merged away: leads to today's commune
)
KOREAN_KINDS = (
    "kr-special-city",
    "kr-integrated-special-city",
    "kr-metropolitan-city",
    "kr-special-self-governing-city",
    "kr-province",
    "kr-special-self-governing-province",
    "kr-si",
    "kr-gun",
    "kr-gu",
    "kr-admin-gu",
    "kr-admin-city",
    "kr-eup",
    "kr-myeon",
    "kr-dong",
)
COMMUNITIES = ("epci-cu", "epci-ca", "epci-cc")
"""Groupings of communes that are no métropole."""
EPCI = ("metropole", *COMMUNITIES)
METROPOLES = ("metropole", "special-collectivity")
"""What is called a métropole: that of Lyon is a collectivity by itself."""
GROUPINGS = (*EPCI, "special-collectivity")
"""Kinds of which a commune lies in one: the Métropole de Lyon is what elsewhere an EPCI is."""
KOREAN_FIRST_LEVEL = KOREAN_KINDS[:6]
KOREAN_CITIES, KOREAN_PROVINCES = KOREAN_FIRST_LEVEL[:4], KOREAN_FIRST_LEVEL[4:]
KOREAN_SECOND_LEVEL = ("kr-si", "kr-gun", "kr-gu")
KOREAN_TOWNS = ("kr-eup", "kr-myeon", "kr-dong")
CITIES = ("commune", *KOREAN_CITIES, "kr-si")
"""What is called a city in either country."""
OTHER_KINDS = (
    "landmark",  # a well-known place, by no means a government: leads to the one it lies in
    "former",  # a name that changed, or a government that is no more: leads to what took its place
)
KINDS = (*FRENCH_KINDS, *KOREAN_KINDS, *OTHER_KINDS)
FORMER = ("former", "commune-former")
"""Kinds of places that are no more, and lead to what they are today."""

Country = Literal["fr", "kr"]
_T = TypeVar("_T")
_LEADS_TO = COLUMNS.index("leads_to")


@dataclass(frozen=True, slots=True)
class Office:
    """How to reach a government or the State's office beside it; a blank field is one that no source has."""

    site: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a group of fields comes from: its title, address, the date of the data, and the licence."""

    id: str
    title: str
    url: str
    date: str
    licence: str


@dataclass(frozen=True, slots=True)
class Place:
    """A government, or a name that leads to one.

    `names.ko` of a French place is a transliteration made by rule where `korean_by_rule`. `parents` go from the nearest
    to the widest (a commune: its EPCI, département, région). `population` counts inhabitants in `population_year`
    (`2023`, or a month, `2026-07`). `seat` is the id of the place where the government sits. `arrondissements` holds
    the ids of the chief towns of the State's arrondissements: of all that a French département is divided into, of the
    one that a commune lies in. `units` is the official number of eup, myeon and dong. `prefecture` is the State's
    office of a French département or région. `leads_to` holds the ids of today's governments for a former name or a
    landmark, and is empty for a government of today;
    `until` is the last day of a former one. `sources` pairs groups of fields with source ids: `names`, `korean` (the
    Korean name, if from elsewhere), `population`, `contact` (the site), `phone` (with e-mail and address, if from
    elsewhere), `prefecture`, `description`.
    """

    id: str
    kind: str
    names: Text
    korean_by_rule: bool
    spellings: tuple[str, ...]
    parents: tuple[str, ...]
    population: int | None
    population_year: str
    seat: str
    arrondissements: tuple[str, ...]
    office: Office
    prefecture: Office | None
    postcodes: tuple[str, ...]
    siren: str
    units: int | None
    description: Text | None
    leads_to: tuple[str, ...]
    until: str
    sources: tuple[tuple[str, str], ...]

    @property
    def country(self) -> Country:
        """The country, which the id begins with."""
        return "fr" if self.id.startswith("fr-") else "kr"


class Gazetteer(Mapping[str, Place]):
    """All places of a folder by id, in the order of its files; nothing changes after reading."""

    def __init__(
        self, rows: Iterable[Row] = (), sources: Iterable[Source] = (), words: CommonWords | None = None
    ) -> None:
        self.words = words or CommonWords()
        self._rows = {row.id: row for row in rows}
        self._sources = {source.id: source for source in sources}
        self._made: dict[str, Place] = {}
        self._counted: dict[str, Counter[str]] = {}
        self._derived: dict[Hashable, Any] = {}

    @classmethod
    def read(cls, folder: Path) -> Gazetteer:
        """Read and check the tables of a folder; an absent folder gives an empty gazetteer.

        Raises KnowledgeError with every fault found, each with its file, line and column.
        """
        gazetteer, faults = cls.check(folder)
        if faults:
            raise KnowledgeError(f"{folder}: {len(faults)} faults in the tables of places", faults)
        return gazetteer

    @classmethod
    def check(cls, folder: Path) -> tuple[Gazetteer, list[Fault]]:
        """Read a folder; return the places of the sound rows and every fault found. Raises OSError where unreadable."""
        cells, faults = read_sources(folder / SOURCES_FILE)
        sources = [Source(*row) for row in cells]
        rows, row_faults = read_rows(folder, KINDS, {source.id for source in sources})
        return cls(rows, sources, CommonWords.read(folder)), sorted(faults + row_faults)

    @classmethod
    def open(cls, folder: Path) -> Gazetteer:
        """Open a folder that `read` found sound before (an index version's copy): the same without the checks."""
        cells, _ = read_sources(folder / SOURCES_FILE)
        return cls(open_rows(folder), (Source(*row) for row in cells), CommonWords.read(folder))

    def __getitem__(self, id: str) -> Place:
        place = self._made.get(id)
        if place is None:
            place = self._made[id] = _place(self._rows[id])
        return place

    def __contains__(self, id: object) -> bool:
        return id in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def children(self, id: str, kind: str | None = None) -> tuple[Place, ...]:
        """Return the places that have this one among their parents, of one kind if given, in the order of the files."""
        below = (self._rows[child] for child in self._children.get(id, ()))
        return tuple(self[row.id] for row in below if kind is None or row.kind == kind)

    def parents(self, id: str) -> tuple[Place, ...]:
        """Return what is above a place, the nearest first."""
        return tuple(self[parent] for parent in self[id].parents)

    def of_kind(self, kind: str) -> tuple[Place, ...]:
        """Return all places of a kind, in the order of the files."""
        return tuple(self[row.id] for row in self._rows.values() if row.kind == kind)

    def count(self, id: str, *kinds: str) -> int:
        """Return how many places of some kinds have this one among their parents, without making them."""
        counted = self._counted.get(id)
        if counted is None:
            counted = self._counted[id] = Counter(self._rows[child].kind for child in self._children.get(id, ()))
        return sum(counted[kind] for kind in kinds)

    def former(self, id: str) -> tuple[Place, ...]:
        """Return the former names and governments that lead to a place of today, in the order of the files."""
        return tuple(self[former] for former in self._former.get(id, ()))

    def source(self, id: str) -> Source:
        """Return the source with this id, as named in `Place.sources`."""
        return self._sources[id]

    def rows(self) -> Iterable[Row]:
        """Return the rows as they stand in the tables: what reads all places reads these, not Place by Place."""
        return self._rows.values()

    def derived(self, key: Hashable, derive: Callable[[], _T]) -> _T:
        """Return what is derived from all places, kept under a key from the first time on: it lives as long as they."""
        if key not in self._derived:
            self._derived[key] = derive()
        found: _T = self._derived[key]
        return found

    @cached_property
    def _children(self) -> dict[str, list[str]]:
        children: dict[str, list[str]] = {}
        for row in self._rows.values():
            for parent in row.cell(PARENTS).split():
                children.setdefault(parent, []).append(row.id)
        return children

    @cached_property
    def _former(self) -> dict[str, list[str]]:
        former: dict[str, list[str]] = {}
        for row in self._rows.values():
            if row.kind in FORMER:
                for today in row.cell(_LEADS_TO).split():
                    former.setdefault(today, []).append(row.id)
        return former


def _place(row: Row) -> Place:
    cell = dict(zip(COLUMNS, row.cells(), strict=True))
    prefecture = Office(
        cell["prefecture_site"], cell["prefecture_phone"], cell["prefecture_email"], cell["prefecture_address"]
    )
    description = None
    if cell["description_fr"]:
        description = Text(fr=cell["description_fr"], ko=cell["description_ko"], en=cell["description_en"])
    return Place(
        id=row.id,
        kind=row.kind,
        names=Text(fr=cell["fr"], ko=cell["ko"], en=cell["en"]),
        korean_by_rule=cell["ko_rule"] == "rule",
        spellings=tuple(filter(None, cell["spellings"].split(LIST_SEPARATOR))),
        parents=tuple(cell["parents"].split()),
        population=int(cell["population"]) if cell["population"] else None,
        population_year=cell["population_year"],
        seat=cell["seat"],
        arrondissements=tuple(cell["arrondissements"].split()),
        office=Office(cell["site"], cell["phone"], cell["email"], cell["address"]),
        prefecture=prefecture if prefecture != Office() else None,
        postcodes=tuple(cell["postcodes"].split()),
        siren=cell["siren"],
        units=int(cell["units"]) if cell["units"] else None,
        description=description,
        leads_to=tuple(cell["leads_to"].split()),
        until=cell["until"],
        sources=tuple(_pair(pair) for pair in cell["sources"].split()),
    )


def _pair(cell: str) -> tuple[str, str]:
    group, _, source = cell.partition("=")
    return group, source
