"""Where a file that a curator sends goes in the knowledge folder, and what it changes there. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, TypeVar

from bot.errors import EditError

MAXIMUM_BYTES = 1_000_000
"""The longest of the shipped files of cards has 260,000."""
Kind = Literal["cards", "contacts"]
_NAME = re.compile(r"[^\W_][\w-]*(?:\.[\w-]+)*\.ya?ml", re.IGNORECASE)
_SAVED_AGAIN = re.compile(r"\s*\(\d+\)(?=\.\w+$)")
_LONGEST_NAME = 100
_SHELVES = {"fr": "fr", "kr": "kr", "cmp": "both", "coop": "both"}
"""The folder below cards/ of each country, by the first part of a card's id."""
_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of what was added, changed and removed, each in order."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.removed)


def compare(before: Mapping[str, _Item], after: Mapping[str, _Item]) -> Changes:
    """Return what became of items, each known by its id, on the way from one state to another."""
    return Changes(
        tuple(sorted(after.keys() - before.keys())),
        tuple(sorted(id for id in after.keys() & before.keys() if after[id] != before[id])),
        tuple(sorted(before.keys() - after.keys())),
    )


def plain_name(name: str) -> str:
    """Return the last part of a file's name, as it may stand in the knowledge folder.

    What a browser adds to a name that it saves again, as in `levels (1).yaml`, goes. Raises EditError for all but the
    name of a YAML file.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1].strip()
    stem, dot, suffix = _SAVED_AGAIN.sub("", last).rpartition(".")
    plain = f"{stem}{dot}{suffix.lower()}"
    if len(plain) > _LONGEST_NAME or not _NAME.fullmatch(plain):
        raise EditError("curating-not-yaml")
    return plain


def kind_of(entries: Iterable[object]) -> Kind | None:
    """Tell what the entries of a file are by the keys that only one kind has; None where neither is seen."""
    for entry in entries:
        if isinstance(entry, dict):
            if entry.keys() & {"category", "names", "purpose"}:
                return "contacts"
            if entry.keys() & {"answer", "topic", "questions"}:
                return "cards"
    return None


def destination(name: str, kind: Kind, ids: Collection[str], existing: Collection[str]) -> str:
    """Return where a file of this plain name goes, relative to the knowledge folder.

    It takes the place of the one file of its name. Where there is none, or there are several, the first parts of its
    cards' ids say which country's folder it belongs to; files of contacts have one folder. `existing` are the paths of
    the files there are, `ids` those of the entries of the file.
    """
    if kind == "contacts":
        return f"contacts/{PurePosixPath(name).with_suffix('.yaml')}"  # no other suffix is read there
    namesakes = [path for path in existing if path.startswith("cards/") and PurePosixPath(path).name == name]
    home = _home(ids, existing)
    if home != "cards":  # a country's folder takes no cards of another
        others = {f"cards/{shelf}" for shelf in _SHELVES.values()} - {home}
        namesakes = [path for path in namesakes if str(PurePosixPath(path).parent) not in others]
    return namesakes[0] if len(namesakes) == 1 else f"{home}/{name}"


def _home(ids: Collection[str], existing: Collection[str]) -> str:
    """Return the folder of the country that cards are about, `cards` where the knowledge folder has none for it."""
    shelves = {_SHELVES.get(id.partition("-")[0], "") for id in ids}
    shelf = shelves.pop() if len(shelves) == 1 else "both" if shelves else ""
    return f"cards/{shelf}" if shelf and any(path.startswith(f"cards/{shelf}/") for path in existing) else "cards"
