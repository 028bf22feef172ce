"""Files of the knowledge folder written from the chat, and the ones they took the place of, kept outside that folder.

knowledge-history/
├── 20261124T101500123456Z/   an entry
│   ├── entry.json            which file, the hash of its content before and after
│   ├── previous.yaml         its content before; none where there was no such file
│   └── done                  there once the new content stands in the knowledge folder
└── .20261124T101730000001Z/  one being written; a crash leaves it, the next entry removes it

The previous content is on the disk before anything in the knowledge folder changes, and the new one is written aside
and renamed: a crash at any step leaves either of the two whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.errors import EditError
from index.durable import sha256, sync
from index.store import Step
from knowledge.library import SHIPPED

FOLDER = "knowledge-history"
_ENTRY, _PREVIOUS, _DONE = "entry.json", "previous.yaml", "done"
_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Entry:
    """One replacement: `path` is relative to the knowledge folder, hashes are SHA-256 (None: no such file).

    `undoes` names the entry that it put back, None for a new content.
    """

    name: str
    knowledge: str
    path: str
    before: str | None
    after: str | None
    undoes: str | None = None

    @property
    def at(self) -> datetime:
        """When the replacement was made (UTC)."""
        return datetime.strptime(self.name, _STAMP).replace(tzinfo=UTC)


def require_editable(knowledge: Path) -> None:
    """Raise EditError unless files can be written in a knowledge folder that is not the shipped one."""
    resolved, shipped = knowledge.resolve(), SHIPPED.resolve()
    if resolved == shipped or shipped in resolved.parents or not os.access(knowledge, os.W_OK | os.X_OK):
        raise EditError("curating-read-only")


class History:
    """The history of one knowledge folder, kept in a state folder."""

    def __init__(self, state: Path, knowledge: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._folder = state / FOLDER
        self._knowledge = knowledge.resolve()
        self._now = now

    def put(self, path: str, content: bytes | None, step: Step = lambda name: None, undoes: str | None = None) -> Entry:
        """Write a file of the knowledge folder (None: remove it), once what is there is kept.

        Raises EditError where the path leads out of the folder or nothing can be written there, OSError if the disk is
        full or the like.
        """
        self._settle()
        target = self._target(path)
        entry = self._keep(target, path, content, step, undoes)
        try:
            if content is None:
                step("remove")
                target.unlink(missing_ok=True)
                step("sync")
                sync(target.parent)
            else:
                _write(target, content, step)
        except PermissionError:
            raise EditError("curating-read-only") from None
        step("mark")
        self._mark(entry)
        return entry

    def last(self) -> Entry | None:
        """Return the replacement to undo next: the latest one that was made, not undone, and would change something."""
        self._settle()
        entries = [entry for entry in self._entries() if (self._folder / entry.name / _DONE).exists()]
        undone = {entry.undoes for entry in entries}
        for entry in reversed(entries):
            if entry.undoes is None and entry.name not in undone and self._hash(entry.path) != entry.before:
                return entry
        return None

    def previous(self, entry: Entry) -> bytes | None:
        """Return the content that an entry replaced, None where there was no file; raise OSError if it is damaged."""
        if entry.before is None:
            return None
        content = (self._folder / entry.name / _PREVIOUS).read_bytes()
        if hashlib.sha256(content).hexdigest() != entry.before:
            raise OSError(f"{self._folder / entry.name / _PREVIOUS}: damaged")
        return content

    def undo(self, entry: Entry, step: Step = lambda name: None) -> Entry:
        """Put back what an entry replaced, once what is there now is kept."""
        return self.put(entry.path, self.previous(entry), step, undoes=entry.name)

    def _keep(self, target: Path, path: str, content: bytes | None, step: Step, undoes: str | None) -> Entry:
        current = target.read_bytes() if target.exists() else None
        entry = Entry(self._name(), str(self._knowledge), path, _digest(current), _digest(content), undoes)
        self._folder.mkdir(parents=True, exist_ok=True)
        for leftover in self._folder.glob(".*"):
            shutil.rmtree(leftover)
        aside = self._folder / f".{entry.name}"
        step("keep")
        aside.mkdir()
        if current is not None:
            (aside / _PREVIOUS).write_bytes(current)
        (aside / _ENTRY).write_text(json.dumps(asdict(entry), indent=1) + "\n", "utf-8")
        for file in (*aside.iterdir(), aside):
            sync(file)
        step("name")
        aside.rename(self._folder / entry.name)
        sync(self._folder)
        return entry

    def _settle(self) -> None:
        """Mark what a crash kept from being marked, although the new content stands."""
        for entry in self._entries():
            done = (self._folder / entry.name / _DONE).exists()
            if not done and entry.before != entry.after == self._hash(entry.path):
                self._mark(entry)

    def _mark(self, entry: Entry) -> None:
        mark = self._folder / entry.name / _DONE
        mark.touch()
        sync(mark.parent)

    def _entries(self) -> list[Entry]:
        """Return the entries of this knowledge folder, oldest first."""
        if not self._folder.is_dir():
            return []
        folders = sorted(folder for folder in self._folder.iterdir() if not folder.name.startswith("."))
        found = [_read(folder / _ENTRY) for folder in folders]
        return [entry for entry in found if entry.knowledge == str(self._knowledge)]

    def _target(self, path: str) -> Path:
        target = self._knowledge / path
        if not target.parent.resolve().is_relative_to(self._knowledge) or target.name in ("", ".", ".."):
            raise EditError("curating-not-yaml")
        require_editable(self._knowledge)
        return target

    def _hash(self, path: str) -> str | None:
        target = self._knowledge / path
        return sha256(target) if target.exists() else None

    def _name(self) -> str:
        """Return a moment no entry has yet: names are in the order of what was done."""
        latest = max((folder.name.removeprefix(".") for folder in self._folder.glob("*Z")), default="")
        name = self._now().strftime(_STAMP)
        if name > latest:
            return name
        after = datetime.strptime(latest, _STAMP).replace(tzinfo=UTC)
        return (after + (datetime.resolution)).strftime(_STAMP)


def _read(file: Path) -> Entry:
    try:
        return Entry(**json.loads(file.read_text("utf-8")))
    except (ValueError, TypeError) as error:
        raise OSError(f"{file}: damaged; move its folder away") from error


def _write(target: Path, content: bytes, step: Step) -> None:
    """Write a file aside, check it and give it its name; whoever reads the folder sees the old content or the new."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.new")  # no pattern of the folder's files matches it
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    try:
        step("write")
        aside.write_bytes(content)
        aside.chmod(mode)
        sync(aside)
        if sha256(aside) != _digest(content):
            raise OSError(f"{aside}: not as it was written")
        step("swap")
        aside.replace(target)
    except BaseException:  # whatever it is goes on; only what was written aside must not stay
        aside.unlink(missing_ok=True)
        raise
    step("sync")
    sync(target.parent)


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
