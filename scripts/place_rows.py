"""A row of a table of places under construction, and the files, byte for byte the same for the same rows."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path

from knowledge.place_tables import COLUMNS, LIST_SEPARATOR


@dataclass
class PlaceRow:
    """The cells of one place; lists are joined when the row is written. Field names are the names of the columns."""

    id: str
    kind: str
    fr: str
    ko: str
    en: str
    ko_rule: str = ""
    spellings: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    population: int | None = None
    population_year: str = ""
    seat: str = ""
    arrondissements: list[str] = field(default_factory=list)
    site: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    prefecture_site: str = ""
    prefecture_phone: str = ""
    prefecture_email: str = ""
    prefecture_address: str = ""
    postcodes: list[str] = field(default_factory=list)
    siren: str = ""
    units: int | None = None
    description_fr: str = ""
    description_ko: str = ""
    description_en: str = ""
    leads_to: list[str] = field(default_factory=list)
    until: str = ""
    sources: dict[str, str] = field(default_factory=dict)

    def cells(self) -> list[str]:
        """Return the cells in the order of the columns, lists joined, no spelling twice."""
        names = {self.fr, self.ko, self.en, ""}
        spellings = [s for s in dict.fromkeys(self.spellings) if s not in names]
        joined: Mapping[str, str] = {
            "spellings": LIST_SEPARATOR.join(spellings),
            "parents": " ".join(self.parents),
            "arrondissements": " ".join(self.arrondissements),
            "postcodes": " ".join(self.postcodes),
            "leads_to": " ".join(self.leads_to),
            "sources": " ".join(f"{group}={source}" for group, source in self.sources.items()),
        }
        return [joined[name] if name in joined else _cell(getattr(self, name)) for name in COLUMNS]


def _cell(value: object) -> str:
    # Some addresses hold an apostrophe that was decoded from the wrong table of characters.
    return "" if value is None else " ".join(str(value).replace("\x92", "’").split())


if {item.name for item in fields(PlaceRow)} != set(COLUMNS):
    raise AssertionError("PlaceRow and the columns of the tables differ")


def write_places(path: Path, rows: Sequence[PlaceRow]) -> None:
    """Write rows as a table, compressed if the path ends in .gz; columns that are blank in every row are left out."""
    table = [row.cells() for row in rows]
    kept = [n for n, name in enumerate(COLUMNS) if n < 5 or any(cells[n] for cells in table)]
    write_table(path, [COLUMNS[n] for n in kept], ([cells[n] for n in kept] for cells in table))


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a tab-separated file, compressed without name and time if the path ends in .gz."""
    lines = ["\t".join(header), *("\t".join(row) for row in rows)]
    if any(line.count("\t") != len(header) - 1 or "\n" in line for line in lines):
        raise ValueError(f"{path}: a cell holds a tab or a line break")
    data = ("\n".join(lines) + "\n").encode()
    if path.suffix == ".gz":
        buffer = io.BytesIO()
        with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as file:
            file.write(data)
        data = buffer.getvalue()
    path.write_bytes(data)


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Read a tab-separated file whose cells are never quoted."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
