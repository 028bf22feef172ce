"""The items of a YAML file: each checked by its model, with its place in the file and every fault in one pass."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge.document import Document, Fault, Location, read_document

_Item = TypeVar("_Item", bound=BaseModel)


@dataclass(frozen=True)
class Entry:
    """One item of a file as it stands there, sound or not: `position` maps a location in it to (line, column)."""

    value: object
    path: str
    position: Mapping[Location, tuple[int, int]]

    def fault(self, message: str, *location: int | str) -> Fault:
        """Return a fault at the location, or at the nearest part around it that has a place in the file."""
        while location and location not in self.position:
            location = location[:-1]
        line, column = self.position[location]
        return Fault(self.path, line, column, message)

    def text(self, key: str) -> str | None:
        """Return the text under a key, or None if there is none."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return value if isinstance(value, str) else None

    def texts(self, key: str) -> list[tuple[int, str]]:
        """Return the texts of the list under a key, each with its number; what is no text is left out."""
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return [(i, text) for i, text in enumerate(value) if isinstance(text, str)] if isinstance(value, list) else []


@dataclass(frozen=True)
class Located(Entry, Generic[_Item]):
    """An entry that is sound, with the item it makes."""

    item: _Item


@dataclass(frozen=True)
class Reading(Generic[_Item]):
    """What a file holds: sound items, all entries, all faults; `parsed` is False where it is not even YAML."""

    items: tuple[Located[_Item], ...]
    entries: tuple[Entry, ...]
    faults: tuple[Fault, ...]
    parsed: bool


@dataclass(frozen=True)
class _Part:
    """What composing found of one item: where it stands, the position of each value in it, and those of its faults."""

    location: Location
    position: Mapping[Location, tuple[int, int]]
    faulty: frozenset[tuple[int, int]]


def read_items(file: Path, path: str, kind: type[_Item]) -> Reading[_Item]:
    """Read a YAML list of items of one kind; never raises for what a file holds, but OSError if it cannot be read."""
    document, root = read_document(file, path)
    if root is None:
        return Reading((), (), tuple(document.faults), parsed=False)
    if not isinstance(root, list):
        document.fault(document.values[()], f"a list of {kind.__name__.lower()}s was expected (each begins with `- `)")
        return Reading((), (), tuple(document.faults), parsed=False)
    parts = _parts(document, len(root))
    return _reading(document, [_validate(document, part, value, kind) for part, value in zip(parts, root, strict=True)])


def read_item(file: Path, path: str, kind: type[_Item]) -> Reading[_Item]:
    """Read a YAML file that holds one item, as `read_items` does for many."""
    document, root = read_document(file, path)
    if root is None:
        return Reading((), (), tuple(document.faults), parsed=False)
    part = _Part((), document.values, frozenset((fault.line, fault.column) for fault in document.faults))
    return _reading(document, [_validate(document, part, root, kind)])


def _reading(document: Document, entries: list[Entry | Located[_Item]]) -> Reading[_Item]:
    sound = tuple(entry for entry in entries if isinstance(entry, Located))
    return Reading(sound, tuple(entries), tuple(document.faults), parsed=True)


def _parts(document: Document, count: int) -> list[_Part]:
    """Share out among the items of a list what was found of them, in one pass: a file may hold very many."""
    positions: list[dict[Location, tuple[int, int]]] = [{} for _ in range(count)]
    for location, at in document.values.items():
        if location:
            positions[int(location[0])][location[1:]] = at
    starts = [position[()] for position in positions]
    faults: list[set[tuple[int, int]]] = [set() for _ in range(count)]
    for fault in document.faults:
        number = bisect_right(starts, (fault.line, fault.column)) - 1
        if number >= 0:
            faults[number].add((fault.line, fault.column))
    return [_Part((number,), positions[number], frozenset(faults[number])) for number in range(count)]


def _validate(document: Document, part: _Part, value: object, kind: type[_Item]) -> Entry | Located[_Item]:
    entry = Entry(value, document.path, part.position)
    try:
        item = kind.model_validate(value)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            at, message = _explain(document, part.location, details)
            emptied = details["type"] == "too_short" and details["input"]  # by faulty members, which are named already
            if at not in part.faulty and not emptied:  # the reader has already said what is wrong there
                document.fault(at, message)
        return entry
    return entry if part.faulty else Located(value, document.path, part.position, item)


def _explain(document: Document, base: Location, details: ErrorDetails) -> tuple[tuple[int, int], str]:
    path = [part for part in details["loc"] if not isinstance(part, str) or not part.startswith(("function-", "is-"))]
    location: Location = base
    for part in path:  # pydantic puts the names of union members into the path; those stand nowhere in the file
        if (*location, part) in document.values or (*location, part) in document.keys:
            location = (*location, part)
    kind = details["type"]
    if kind == "missing":
        location = (*location, path[-1])
    name = ".".join(str(part) for part in location[len(base) :])
    if kind == "missing":
        return document.values.get(location[:-1], (1, 1)), f"`{name}` is missing"
    if kind == "extra_forbidden":
        return document.keys.get(location, (1, 1)), f"unknown key `{name}`"
    at = document.values.get(location) or document.values.get(location[:-1], (1, 1))
    raw = document.raw.get(location)
    if raw is not None and (raw in ("", "~") or raw.lower() == "null"):
        return at, f"`{name}` is empty"
    if kind == "string_type" and raw is not None:
        return at, f"`{name}`: `{raw}` is not read as text: put it in quotes"
    message = details["msg"].removeprefix("Value error, ")
    return at, f"`{name}`: {message[:1].lower()}{message[1:]}" if name else message


def relative_files(folder: Path, patterns: Iterable[str]) -> Sequence[tuple[Path, str]]:
    """Return (file, path relative to the folder) for every regular file that matches, sorted by path."""
    found = {file for pattern in patterns for file in folder.glob(pattern) if file.is_file()}
    return sorted(((file, file.relative_to(folder).as_posix()) for file in found), key=lambda pair: pair[1])
