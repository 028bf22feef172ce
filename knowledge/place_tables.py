"""The tables of places as they stand in files: tab-separated, one header for all, checked column by column.

The columns are those of COLUMNS, in any order; only those of REQUIRED must be there. Lists inside a cell are separated
by spaces, other spellings by `|`. A file that fails a check of a whole column is gone through again line by line to say
where; the sound case, 48,000 rows, stays a few hundred milliseconds.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.document import Fault
from knowledge.reading import relative_files

SOURCES_FILE = "sources.tsv"
SOURCE_COLUMNS = ("id", "title", "url", "date", "licence")
REQUIRED = ("id", "kind", "fr", "ko", "en")
COLUMNS = (
    *REQUIRED,
    "ko_rule",
    "spellings",
    "parents",
    "population",
    "population_year",
    "seat",
    "arrondissements",
    "site",
    "phone",
    "email",
    "address",
    "prefecture_site",
    "prefecture_phone",
    "prefecture_email",
    "prefecture_address",
    "postcodes",
    "siren",
    "units",
    "description_fr",
    "description_ko",
    "description_en",
    "leads_to",
    "until",
    "sources",
)
PARENTS, POPULATION = COLUMNS.index("parents"), COLUMNS.index("population")
"""Where the cells stand that are read of all places, row by row."""
LIST_SEPARATOR = "|"
WORDS_PREFIX = "words"  # tables of words beside the places (`words*.tsv`) are read by the index


# What a cell of each column must look like, and what is said of one that does not.
_FORMATS = {
    "id": (r"(?:fr|kr)(?:-[A-Za-z0-9]+)+", "is no id: `fr-com-37261`, `kr-41110`…"),
    "fr": (r" *[^\s].*", "is blank"),
    "ko": (r" *[^\s].*", "is blank"),
    "en": (r" *[^\s].*", "is blank"),
    "ko_rule": (r"(?:rule)?", "must be `rule` or blank"),
    "population": (r"[0-9]*", "is no whole number"),
    "units": (r"[0-9]*", "is no whole number"),
    "population_year": (r"(?:[0-9]{4}(?:-[0-9]{2})?)?", "is no year or month: `2023`, `2026-07`"),
    "until": (r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2})?", "is no date: `2026-06-30`"),
    "site": (r"(?:https?://\S+)?", "is no address of a site: it begins with https://"),
    "prefecture_site": (r"(?:https?://\S+)?", "is no address of a site: it begins with https://"),
    "sources": (r"(?:[a-z]+=\S+(?: [a-z]+=\S+)*)?", "is no list of `group=source`"),
}


class Row:
    """One line of a table. Rows of one header share it; a cell of a column that the table lacks is blank."""

    __slots__ = ("_line", "_order", "id", "kind")

    def __init__(self, line: str, order: tuple[int, ...]) -> None:
        self._line = line
        self._order = order
        self.id, self.kind, _ = line.split("\t", 2)

    def cells(self) -> list[str]:
        """Return the cells in the order of COLUMNS."""
        cells = self._line.split("\t")
        cells.append("")
        return [cells[number] for number in self._order]

    def cell(self, column: int) -> str:
        """Return one cell by its place in COLUMNS, without making the others."""
        number = self._order[column]
        cells = self._line.split("\t", number + 1)
        return cells[number] if number < len(cells) else ""


@dataclass(frozen=True)
class _Table:
    path: str
    header: tuple[str, ...]
    lines: Sequence[str]
    numbers: Sequence[int]  # the line number of each line, from 1

    def columns(self) -> dict[str, tuple[str, ...]]:
        return dict(zip(self.header, zip(*(line.split("\t") for line in self.lines), strict=True), strict=True))

    def fault(self, index: int, column: str, message: str) -> Fault:
        before = self.lines[index].split("\t")[: self.header.index(column)]
        return Fault(self.path, self.numbers[index], sum(len(cell) + 1 for cell in before) + 1, message)


def read_rows(folder: Path, kinds: Collection[str], sources: Collection[str]) -> tuple[list[Row], list[Fault]]:
    """Read all tables of places in a folder, in the order of their names.

    Returns the rows and every fault; a faulty table gives no rows. Ids named as parents, seats and successors must
    stand in one of the tables. Raises OSError where a file cannot be read.
    """
    faults: list[Fault] = []
    tables = []
    for file, path in relative_files(folder, ("*.tsv", "*.tsv.gz")):
        if path != SOURCES_FILE and not path.startswith(WORDS_PREFIX):
            table = _read_table(file, f"{folder.name}/{path}", REQUIRED, COLUMNS, faults)
            if table is not None:
                tables.append(table)
    columns = [table.columns() for table in tables]
    first: dict[str, str] = {}
    for table, cells in zip(tables, columns, strict=True):
        faults += _repeated(table, cells["id"], first)
    rows = []
    for table, cells in zip(tables, columns, strict=True):
        found = _faults(table, cells, first.keys(), kinds, sources)
        if found:
            faults += found
            continue
        order = _order(table.header)
        rows += [Row(line, order) for line in table.lines]
    return rows, faults


def open_rows(folder: Path) -> list[Row]:
    """Read the tables of a folder that was checked before, an index version's; what it holds is taken as it stands."""
    rows = []
    for file, path in relative_files(folder, ("*.tsv", "*.tsv.gz")):
        if path != SOURCES_FILE and not path.startswith(WORDS_PREFIX):
            data = file.read_bytes()
            text = (gzip.decompress(data) if file.suffix == ".gz" else data).decode("utf-8-sig")
            header, *lines = text.replace("\r\n", "\n").split("\n")
            order = _order(tuple(header.split("\t")))
            rows += [Row(line, order) for line in lines if line]
    return rows


def _order(header: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(header.index(name) if name in header else len(header) for name in COLUMNS)


def read_sources(file: Path) -> tuple[list[tuple[str, ...]], list[Fault]]:
    """Read the table of sources: rows in the order of SOURCE_COLUMNS, and every fault; no file gives no rows."""
    faults: list[Fault] = []
    if not file.is_file():
        return [], faults
    table = _read_table(file, f"{file.parent.name}/{file.name}", SOURCE_COLUMNS, SOURCE_COLUMNS, faults)
    if table is None:
        return [], faults
    columns = table.columns()
    faults += _repeated(table, columns["id"], {})
    for name in SOURCE_COLUMNS:
        faults += _where(table, columns, name, lambda cell: bool(cell.strip()), "is blank")
    return list(zip(*(columns[name] for name in SOURCE_COLUMNS), strict=True)), faults


def _read_table(
    file: Path, path: str, required: Iterable[str], known: Collection[str], faults: list[Fault]
) -> _Table | None:
    text = _decode(file, path, faults)
    if text is None:
        return None
    lines = text.replace("\r\n", "\n").split("\n")
    header = tuple(lines[0].split("\t"))
    before = len(faults)
    for number, name in enumerate(header):
        column = sum(len(cell) + 1 for cell in header[:number]) + 1
        if name not in known:
            faults.append(Fault(path, 1, column, f"unknown column `{name}`"))
        elif name in header[:number]:
            faults.append(Fault(path, 1, column, f"column `{name}` is there twice"))
    faults += [Fault(path, 1, 1, f"column `{name}` is missing") for name in required if name not in header]
    if "kind" in required and header[:2] != ("id", "kind"):
        faults.append(Fault(path, 1, 1, "the first two columns must be `id` and `kind`"))
    numbered = [(number, line) for number, line in enumerate(lines[1:], 2) if line]
    for number, line in numbered:
        if line.count("\t") != len(header) - 1:
            count = line.count("\t") + 1
            faults.append(Fault(path, number, 1, f"{count} cells, but the header has {len(header)} columns"))
    if len(faults) > before or not numbered:
        return None
    return _Table(path, header, [line for _, line in numbered], [number for number, _ in numbered])


def _decode(file: Path, path: str, faults: list[Fault]) -> str | None:
    data = file.read_bytes()
    if file.suffix == ".gz":
        try:
            data = gzip.decompress(data)
        except (gzip.BadGzipFile, EOFError, zlib.error):
            faults.append(Fault(path, 1, 1, "is no whole gzip file: compress the table again"))
            return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        start = data.rfind(b"\n", 0, error.start) + 1
        column = len(data[start : error.start].decode("utf-8", "replace")) + 1
        faults.append(Fault(path, line, column, f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8"))
        return None


def _repeated(table: _Table, ids: Sequence[str], first: dict[str, str]) -> list[Fault]:
    faults = []
    for index, (id_, number) in enumerate(zip(ids, table.numbers, strict=True)):
        before = first.setdefault(id_, f"{table.path}:{number}")
        if before != f"{table.path}:{number}":
            faults.append(table.fault(index, "id", f"id `{id_}` is there twice (first at {before})"))
    return faults


def _faults(
    table: _Table,
    columns: dict[str, tuple[str, ...]],
    ids: Collection[str],
    kinds: Collection[str],
    sources: Collection[str],
) -> list[Fault]:
    faults = _where(table, columns, "kind", kinds.__contains__, "is no kind of place")
    for name, (pattern, message) in _FORMATS.items():
        if name in columns and not _all_match(pattern, columns[name]):
            faults += _where(table, columns, name, re.compile(pattern).fullmatch, message)
    for name in ("parents", "seat", "arrondissements", "leads_to"):
        faults += _where(table, columns, name, lambda cell: all(map(ids.__contains__, cell.split())), "names no place")
    faults += _where(
        table,
        columns,
        "sources",
        lambda cell: all(pair.partition("=")[2] in sources for pair in cell.split()),
        "names a source that is not in sources.tsv",
    )
    parts = [columns.get(f"description_{language}") for language in ("fr", "ko", "en")]
    if any(parts):
        blank = [""] * len(table.lines)
        for index, texts in enumerate(zip(*(part or blank for part in parts), strict=True)):
            if any(texts) and not all(texts):
                faults.append(table.fault(index, "id", "the description is missing in one of fr, ko, en"))
    return faults


def _all_match(pattern: str, cells: Sequence[str]) -> bool:
    """Tell whether every cell matches, in one pass over the column: a cell holds no line break."""
    return re.fullmatch(f"(?:{pattern}\n)*+", "\n".join([*cells, ""])) is not None


def _where(
    table: _Table, columns: dict[str, tuple[str, ...]], name: str, sound: Callable[[str], object], message: str
) -> list[Fault]:
    """Return a fault for each cell of the column that is not sound; a column that the table lacks has none."""
    cells = columns.get(name, ())
    wrong = {cell for cell in set(cells) if not sound(cell)}
    if not wrong:
        return []
    return [table.fault(i, name, f"`{name}`: `{cell}` {message}") for i, cell in enumerate(cells) if cell in wrong]
