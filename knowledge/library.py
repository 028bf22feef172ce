"""The library: everything that is known, read from one folder and cross-checked.

The folder holds `cards/**/*.yaml` and may hold `contacts/*.yaml`, `places/*.tsv`, `places/questions.yaml`,
`partnerships.yaml`, `themes.yaml` and `scope.yaml`.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from knowledge.cards import Card, Identified
from knowledge.contacts import Contact
from knowledge.crosschecks import dangling, weaknesses
from knowledge.document import Fault
from knowledge.errors import KnowledgeError
from knowledge.intents import Intent
from knowledge.partnerships import Partnership, ThemeName
from knowledge.places import Gazetteer
from knowledge.reading import Located, read_item, relative_files
from knowledge.scope import USUAL, Scope
from knowledge.shelves import ALL, CARDS, Shelf, Shelves

_Item = TypeVar("_Item", bound=Identified)

SHIPPED = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Library:
    """All that is known, immutable; the one thing other packages take from here. Keys are ids, in reading order."""

    cards: Mapping[str, Card] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    partnerships: Mapping[str, Partnership] = field(default_factory=dict)
    themes: Mapping[str, ThemeName] = field(default_factory=dict)
    intents: Mapping[str, Intent] = field(default_factory=dict)
    scope: Scope = field(default_factory=Scope)
    gazetteer: Gazetteer = field(default_factory=Gazetteer)

    @property
    def scoped(self) -> bool:
        """Whether it says itself what is out of its scope, beyond what is so anywhere."""
        return not set(self.scope.background) <= set(USUAL)

    @cached_property
    def phrasings(self) -> int:
        """How many questions the cards are asked by, in all languages."""
        return sum(len(card.questions) for card in self.cards.values())


@dataclass(frozen=True)
class Report:
    """What reading a folder found: the library (None where there is a fault), faults and warnings in file order.

    cards: those that are sound, each with its place in its file, by id.
    """

    library: Library | None
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    cards: Mapping[str, Located[Card]] = field(default_factory=dict)


def read(folder: Path) -> Library:
    """Return the library of the folder; raise KnowledgeError, which lists every fault, if it cannot be used."""
    shelves, faults = _shelved(folder)
    if faults:
        count = len(faults)
        raise KnowledgeError(
            f"{folder}: {count} fault{'s' if count > 1 else ''}; `guichet check {folder}` lists them", faults
        )
    return _library(shelves)


def check(folder: Path, today: date | None = None) -> Report:
    """Read the folder and report everything wrong with it in one pass.

    Raises KnowledgeError only where there is no folder to read, or no cards in it.
    """
    from knowledge.agreement import differing  # answering reads libraries without it

    shelves, faults = _shelved(folder)
    warnings = [*shelves.warnings, *weaknesses(shelves.cards.items, today or date.today())]
    warnings += differing(shelves.cards.items.values())
    library = None if faults else _library(shelves)
    return Report(library, faults, tuple(sorted(set(warnings))), MappingProxyType(shelves.cards.items))


def _shelved(folder: Path) -> tuple[Shelves, tuple[Fault, ...]]:
    """Return the folder's files as read, and all faults in file order."""
    _require(folder)
    shelves = Shelves(folder)
    return shelves, tuple(sorted({*shelves.faults, *dangling(shelves)}))


def _library(shelves: Shelves) -> Library:
    return Library(
        cards=_items(shelves.cards),
        contacts=_items(shelves.contacts),
        partnerships=_items(shelves.partnerships),
        themes=_items(shelves.themes),
        intents=_items(shelves.intents),
        scope=_scope(shelves.scope.item if shelves.scope else Scope()),
        gazetteer=shelves.gazetteer,
    )


def _scope(own: Scope) -> Scope:
    """Return a folder's scope, with what is out of scope anywhere if it names nothing of its own."""
    if own.background:
        return own
    shipped = read_item(SHIPPED / "scope.yaml", "scope.yaml", Scope).items[0].item
    return own.model_copy(update={"background": {kind: shipped.background[kind] for kind in USUAL}})


def _items(shelf: Shelf[_Item]) -> Mapping[str, _Item]:
    return MappingProxyType({id: entry.item for id, entry in shelf.items.items()})


def fingerprint(folder: Path) -> str:
    """Return a hash of every file the library is read from; equal fingerprints read the same library."""
    _require(folder)
    digest = hashlib.blake2b(digest_size=16)
    for file, path in relative_files(folder, ALL):
        data = file.read_bytes()
        digest.update(f"{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def copy_shipped(folder: Path) -> int:
    """Copy the shipped knowledge, and the schemas of its files, into a new or empty folder; return the number of files.

    The copy is made aside and renamed. Raises KnowledgeError where the folder holds something or cannot be written.
    """
    from knowledge.schema import FOLDER, KINDS, schema_file, schema_text  # nobody else needs them here

    target = folder.resolve()
    aside = target.with_name(f".{target.name}.new")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise KnowledgeError(f"{folder}: not empty; choose a new folder")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        shutil.copytree(SHIPPED, aside, ignore=shutil.ignore_patterns("__pycache__", "*.py"))
        (aside / FOLDER).mkdir()
        for kind in KINDS:
            (aside / schema_file(kind)).write_text(schema_text(kind), "utf-8")
        for path in (aside, *aside.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)  # the shipped files may be read-only
        if target.exists():
            target.rmdir()
        aside.rename(target)
    except OSError as error:
        shutil.rmtree(aside, ignore_errors=True)
        raise KnowledgeError(f"{folder}: cannot be written ({error.strerror}); choose another folder") from error
    return sum(path.is_file() for path in target.rglob("*"))


def _require(folder: Path) -> None:
    if not folder.is_dir():
        raise KnowledgeError(
            f"{folder}: no such knowledge folder; set GUICHET_KNOWLEDGE, or make one: guichet init {folder}"
        )
    if not relative_files(folder, CARDS):
        raise KnowledgeError(f"{folder}: no cards; a knowledge folder holds cards/*.yaml, see `guichet init`")
