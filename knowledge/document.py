"""Strict YAML: a file as plain values, every value with its line and column, every fault in one pass.

PyYAML alone keeps the last of two equal keys, reads `no` as false and `010` as 8, and follows aliases wherever they
lead. Here each of these is a Fault; nothing is guessed. Values are made from the parser's events as they come: no node
is built only to be read once, and nothing is nested or repeated before it is refused. The parser is libyaml's where
PyYAML was built with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, cast

import yaml
from yaml.resolver import Resolver

Location = tuple[int | str, ...]

MAXIMUM_BYTES = 4_000_000
MAXIMUM_DEPTH = 12
MAXIMUM_MESSAGE = 500
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVER: Any = Resolver()  # which the stubs leave untyped
_TEXT = "tag:yaml.org,2002:str"
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


@dataclass
class Document:
    """Plain values of one YAML file, with the position of each value and key."""

    path: str
    faults: list[Fault] = field(default_factory=list)
    values: dict[Location, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Location, tuple[int, int]] = field(default_factory=dict)
    raw: dict[Location, str] = field(default_factory=dict)

    def fault(self, at: tuple[int, int], message: str) -> None:
        """Note a fault at a line and a column, cut where its message is long."""
        shown = message if len(message) <= MAXIMUM_MESSAGE else f"{message[: MAXIMUM_MESSAGE - 1]}…"
        self.faults.append(Fault(self.path, at[0], at[1], shown))


class _UnreadableError(Exception):
    """Raised where a file is not read any further: at which place, and why."""

    def __init__(self, at: tuple[int, int], message: str) -> None:
        super().__init__(message)
        self.at = at


def read_document(file: Path, path: str) -> tuple[Document, Any]:
    """Return what a file holds, with its positions and faults; None in place of a value that could not be read.

    Never raises for what a file holds, but OSError if it cannot be read.
    """
    document = Document(path)
    text = _decode(file, document)
    if text is None:
        return document, None
    try:
        return document, _Composer(document, yaml.parse(text, Loader=_Loader)).root()
    except _UnreadableError as error:
        return _unreadable(document, error.at, str(error))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or "not valid YAML").replace("\t", "tab")
        hint = ": indent with spaces, not tabs" if _tabbed(text, mark) else ""
        return _unreadable(document, _at(mark), f"not valid YAML: {problem}{hint}")
    except yaml.YAMLError as error:  # a reader error carries no mark
        return _unreadable(document, (1, 1), f"not valid YAML: {str(error).splitlines()[0]}")


def _unreadable(document: Document, at: tuple[int, int], message: str) -> tuple[Document, None]:
    """Return a document of which nothing holds: what was noted before its fault may be a consequence of it."""
    document.faults.clear()
    document.fault(at, message)
    return document, None


class _Composer:
    """Makes plain values of a parser's events, which come in the order of the text."""

    def __init__(self, document: Document, events: Iterator[yaml.Event]) -> None:
        self._document = document
        self._events = events
        self._depth = 0

    def root(self) -> Any:
        """Return the value of the one document of a stream."""
        next(self._events)  # the stream begins
        if isinstance(next(self._events), yaml.StreamEndEvent):
            raise _UnreadableError((1, 1), "the file is empty")
        value = self._value(next(self._events), ())
        next(self._events)  # the document ends
        if value is None and not self._document.faults:
            raise _UnreadableError((1, 1), "the file is empty")
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise _UnreadableError(_at(after.start_mark), "a second document begins here: keep one a file")
        return value

    def _value(self, event: yaml.Event, location: Location) -> Any:
        at = _at(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, at, location)
        if isinstance(event, yaml.AliasEvent):
            raise _UnreadableError(at, f"alias `*{event.anchor}`: write the value out instead")
        if self._depth == MAXIMUM_DEPTH:
            raise _UnreadableError(at, f"nested more than {MAXIMUM_DEPTH} deep")
        event = cast(yaml.CollectionStartEvent, event)  # nothing else begins a value
        self._document.values[location] = at
        self._depth += 1
        tagged = event.tag is not None and event.tag not in _TAGS
        if tagged:
            self._document.fault(at, f"tag `{event.tag}`: tags are not used here")
        listed = isinstance(event, yaml.SequenceStartEvent)
        value = self._sequence(location) if listed else self._mapping(location)
        self._depth -= 1
        return None if tagged else value

    def _sequence(self, location: Location) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*location, len(values))))
        return values

    def _mapping(self, location: Location) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._key(event, values, location)
            value = self._value(next(self._events), (*location, key or ""))
            if key is not None:
                values[key] = value
        return values

    def _key(self, event: yaml.Event, values: dict[str, Any], location: Location) -> str | None:
        """Return a key; None where it is at fault, its value then being read for nothing."""
        at = _at(event.start_mark)
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, (*location, ""))
            self._document.fault(at, "a key must be a word")
            return None
        key = str(event.value)
        if key in values:
            first = self._document.keys[(*location, key)]
            self._document.fault(at, f"key `{key}` is there twice (first on line {first[0]})")
            return None
        self._document.keys[(*location, key)] = at
        return key

    def _scalar(self, event: yaml.ScalarEvent, at: tuple[int, int], location: Location) -> object:
        document, text = self._document, str(event.value)
        document.values[location] = at
        tag = event.tag
        if tag is None or tag == "!":  # only a plain scalar is guessed at, quotes make it text
            tag = _RESOLVER.resolve(yaml.ScalarNode, text, event.implicit) if event.implicit[0] else _TEXT
        if tag not in _TAGS:
            document.fault(at, f"tag `{tag}`: tags are not used here")
            return None
        document.raw[location] = text
        return _meaning(document, tag.rsplit(":", 1)[1], text, at)


def _decode(file: Path, document: Document) -> str | None:
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


def _meaning(document: Document, kind: str, text: str, at: tuple[int, int]) -> object:
    """Return what a scalar of a kind means; None where it is empty or at fault."""
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
