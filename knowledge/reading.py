"""Strict YAML: every value with its line and column, every fault in one pass.

PyYAML alone keeps the last of two equal keys, reads `no` as false and `010` as 8, and follows aliases wherever they
lead. Here each of these is a Fault; nothing is guessed. The composer is libyaml's where PyYAML was built with it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Location = tuple[int | str, ...]
_Item = TypeVar("_Item", bound=BaseModel)

MAXIMUM_BYTES = 4_000_000
MAXIMUM_DEPTH = 12
MAXIMUM_MESSAGE = 500
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAGS = {
    "tag:yaml.org,2002:str",
    "tag:yaml.org,2002:int",
    "tag:yaml.org,2002:float",
    "tag:yaml.org,2002:bool",
    "tag:yaml.org,2002:null",
    "tag:yaml.org,2002:timestamp",
    "tag:yaml.org,2002:map",
    "tag:yaml.org,2002:seq",
    "tag:yaml.org,2002:merge",
    "tag:yaml.org,2002:value",
}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})(\.[0-9]{1,17})?")  # more digits are another number once read


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in one file: `line` and `column` count from 1, `path` is relative to the knowledge folder."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


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


@dataclass
class _Document:
    """Plain values of one YAML file, with the position of each value and key."""

    path: str
    faults: list[Fault] = field(default_factory=list)
    values: dict[Location, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Location, tuple[int, int]] = field(default_factory=dict)
    raw: dict[Location, str] = field(default_factory=dict)

    def fault(self, at: tuple[int, int], message: str) -> None:
        shown = message if len(message) <= MAXIMUM_MESSAGE else f"{message[: MAXIMUM_MESSAGE - 1]}…"
        self.faults.append(Fault(self.path, at[0], at[1], shown))


@dataclass(frozen=True)
class _Part:
    """What composing found of one item: where it stands, the position of each value in it, and those of its faults."""

    location: Location
    position: Mapping[Location, tuple[int, int]]
    faulty: frozenset[tuple[int, int]]


def read_items(file: Path, path: str, kind: type[_Item]) -> Reading[_Item]:
    """Read a YAML list of items of one kind; never raises for what a file holds, but OSError if it cannot be read."""
    document, root = _compose(file, path)
    if root is None:
        return Reading((), (), tuple(document.faults), parsed=False)
    if not isinstance(root, list):
        document.fault(document.values[()], f"a list of {kind.__name__.lower()}s was expected (each begins with `- `)")
        return Reading((), (), tuple(document.faults), parsed=False)
    parts = _parts(document, len(root))
    return _reading(document, [_validate(document, part, value, kind) for part, value in zip(parts, root, strict=True)])


def read_item(file: Path, path: str, kind: type[_Item]) -> Reading[_Item]:
    """Read a YAML file that holds one item, as `read_items` does for many."""
    document, root = _compose(file, path)
    if root is None:
        return Reading((), (), tuple(document.faults), parsed=False)
    part = _Part((), document.values, frozenset((fault.line, fault.column) for fault in document.faults))
    return _reading(document, [_validate(document, part, root, kind)])


def _reading(document: _Document, entries: list[Entry | Located[_Item]]) -> Reading[_Item]:
    sound = tuple(entry for entry in entries if isinstance(entry, Located))
    return Reading(sound, tuple(entries), tuple(document.faults), parsed=True)


def _parts(document: _Document, count: int) -> list[_Part]:
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


def _compose(file: Path, path: str) -> tuple[_Document, Any]:
    document = _Document(path)
    text = _decode(file, document)
    if text is None:
        return document, None
    try:
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                document.fault(_at(event.start_mark), f"alias `*{event.anchor}`: write the value out instead")
                return document, None
            if depth > MAXIMUM_DEPTH:
                document.fault(_at(event.start_mark), f"nested more than {MAXIMUM_DEPTH} deep")
                return document, None
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or "not valid YAML").replace("\t", "tab")
        hint = ": indent with spaces, not tabs" if _tabbed(text, mark) else ""
        document.fault(_at(mark), f"not valid YAML: {problem}{hint}")
        return document, None
    except yaml.YAMLError as error:  # a reader error carries no mark
        document.fault((1, 1), f"not valid YAML: {str(error).splitlines()[0]}")
        return document, None
    if node is None:
        document.fault((1, 1), "the file is empty")
        return document, None
    return document, _plain(document, node, ())


def _decode(file: Path, document: _Document) -> str | None:
    data = file.read_bytes()
    if len(data) > MAXIMUM_BYTES:
        document.fault((1, 1), f"{len(data):,} bytes: split the file, {MAXIMUM_BYTES:,} is the limit")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        document.fault(_end(before), f"byte 0x{data[error.start]:02x} is not UTF-8: save the file as UTF-8")
        return None
    forbidden = _CONTROL.search(text)
    if forbidden:
        document.fault(_end(text[: forbidden.start()]), f"control character U+{ord(forbidden.group()):04X}: remove it")
        return None
    return text


def _end(text: str) -> tuple[int, int]:
    return text.count("\n") + 1, len(text) - (text.rfind("\n") + 1) + 1


def _at(mark: Any) -> tuple[int, int]:
    """Return line and column from 1; PyYAML and libyaml have a class of marks each."""
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _tabbed(text: str, mark: Any) -> bool:
    lines = text.split("\n")
    if mark is None or mark.line >= len(lines):
        return False
    line = lines[mark.line]
    return "\t" in line[: len(line) - len(line.lstrip())]


def _plain(document: _Document, node: yaml.Node, location: Location) -> Any:
    document.values[location] = at = _at(node.start_mark)
    if node.tag not in _TAGS:
        document.fault(at, f"tag `{node.tag}`: tags are not used here")
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_plain(document, child, (*location, number)) for number, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(document, node, location)
    document.raw[location] = str(node.value)
    return _scalar(document, node, at)


def _mapping(document: _Document, node: yaml.MappingNode, location: Location) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        at = _at(key_node.start_mark)
        if not isinstance(key_node, yaml.ScalarNode):
            document.fault(at, "a key must be a word")
            continue
        key = str(key_node.value)
        if key in values:
            first = document.keys[(*location, key)]
            document.fault(at, f"key `{key}` is there twice (first on line {first[0]})")
            continue
        document.keys[(*location, key)] = at
        values[key] = _plain(document, value_node, (*location, key))
    return values


def _scalar(document: _Document, node: yaml.Node, at: tuple[int, int]) -> object:
    text = str(node.value)
    kind = node.tag.rsplit(":", 1)[1]
    if kind == "timestamp":
        try:
            return date.fromisoformat(text)
        except ValueError:
            try:
                return datetime.fromisoformat(text)
            except ValueError:
                document.fault(at, f"`{text}` is no date: write YYYY-MM-DD")
                return None
    if kind == "bool":
        if text in ("true", "false"):
            return text == "true"
        document.fault(at, f"`{text}` would be read as {text.lower() in ('yes', 'on', 'true')}: put it in quotes")
        return None
    if kind in ("int", "float"):
        if not _NUMBER.fullmatch(text):
            document.fault(at, f"`{text}` would be read as another number: put it in quotes")
            return None
        return int(text) if kind == "int" else float(text)
    hidden = _CONTROL.search(text)  # written as an escape
    if hidden:
        document.fault(at, f"control character U+{ord(hidden.group()):04X}: remove it")
        return None
    return None if kind == "null" else text


def _validate(document: _Document, part: _Part, value: object, kind: type[_Item]) -> Entry | Located[_Item]:
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


def _explain(document: _Document, base: Location, details: ErrorDetails) -> tuple[tuple[int, int], str]:
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
