"""The files of a knowledge folder, each read once: what is sound, what every entry says, and every fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from knowledge.cards import Card, Identified, Strict
from knowledge.contacts import Contact
from knowledge.document import Fault
from knowledge.intents import Intent
from knowledge.partnerships import Partnership, ThemeName
from knowledge.places import Gazetteer
from knowledge.reading import Entry, Located, Reading, read_item, read_items, relative_files
from knowledge.scope import Scope

_Item = TypeVar("_Item", bound=Identified)
_Any = TypeVar("_Any", bound=Strict)

CARDS = ("cards/**/*.yaml", "cards/**/*.yml")
YAML = (*CARDS, "contacts/*.yaml", "places/*.yaml", "*.yaml")
ALL = (*YAML, "places/*")


@dataclass
class Shelf(Generic[_Item]):
    """The items of one kind by id; `entries` holds faulty ones too; `whole` is False where a file was unreadable."""

    kind: type[_Item]
    items: dict[str, Located[_Item]] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    ids: dict[str, Entry] = field(default_factory=dict)
    whole: bool = True

    def add(self, reading: Reading[_Item]) -> list[Fault]:
        """Take in a file; return its faults, ids that are there already among them."""
        faults = list(reading.faults)
        self.whole = self.whole and reading.parsed
        self.entries += reading.entries
        for entry in reading.entries:
            id = entry.text("id")
            if id is None:
                continue
            first = self.ids.setdefault(id, entry)
            if first is not entry:
                line, _ = first.position[("id",)]
                faults.append(entry.fault(f"id `{id}` is there already: {first.path}:{line}", "id"))
        for located in reading.items:
            self.items.setdefault(located.item.id, located)
        return faults


class Shelves:
    """All files of a folder; `scope` is None where there is no scope.yaml, or a faulty one."""

    def __init__(self, folder: Path) -> None:
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self.cards = Shelf(Card)
        self.contacts = Shelf(Contact)
        self.intents = Shelf(Intent)
        self.partnerships = Shelf(Partnership)
        self.themes = Shelf(ThemeName)
        self.scope: Located[Scope] | None = None
        for file, path in relative_files(folder, YAML):
            try:
                self._read(file, path)
            except OSError as error:
                self.faults.append(Fault(path, 1, 1, f"cannot be read: {error.strerror}"))
                self.cards.whole = self.contacts.whole = self.themes.whole = False
        self.gazetteer, faults = Gazetteer.check(folder / "places")
        self.faults += faults
        self.places_whole = not faults

    def _read(self, file: Path, path: str) -> None:
        if path.startswith("cards/"):
            self.faults += self.cards.add(read_items(file, path, Card))
        elif path.startswith("contacts/"):
            self.faults += self.contacts.add(read_items(file, path, Contact))
        elif path.startswith("places/"):
            self.faults += self.intents.add(read_items(file, path, Intent))
        elif path == "partnerships.yaml":
            self.faults += self.partnerships.add(read_items(file, path, Partnership))
        elif path == "themes.yaml":
            self.faults += self.themes.add(read_items(file, path, ThemeName))
        elif path == "scope.yaml":
            reading = read_item(file, path, Scope)
            self.faults += reading.faults
            self.scope = reading.items[0] if reading.items else None
        else:
            self.warnings.append(Fault(path, 1, 1, "this file is not read: cards stand below cards/"))
