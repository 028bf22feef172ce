"""Index versions on disk: folders written aside, made current by one rename, never deleted under a reader.

index/
├── current             the name of the version in use, one line
├── lock                held while a version is built
└── versions/
    ├── 20261124T101500-3f2a9c1b/     a version; `manifest.json` is written last
    └── .20261124T101730-77aa01ce/    one being written; a crash leaves it, the next build removes it
"""

from __future__ import annotations

import fcntl
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

from index.durable import sha256, sync
from index.errors import StoreError

FORMAT = 11
"""Raised whenever the files of a version change their meaning: an older version is then rebuilt."""
KEPT = 3
"""Versions that stay beside the current one, for a rollback."""

Step = Callable[[str], None]
"""Called with the name of each step before it is taken; builds announce themselves by it."""


@dataclass(frozen=True)
class Manifest:
    """What a version was built from; hashes identify the model and the knowledge folder's content."""

    format: int
    version: str
    model: str
    model_hash: str
    knowledge_hash: str
    cards: int
    phrasings: int
    built_at: str
    files: dict[str, str]
    """SHA-256 of every other file of the version: a missing, short or altered one shows."""

    def below(self, *folders: str) -> dict[str, str]:
        """Return the digests of the files below some folders: equal ones hold the same."""
        return {name: sha for name, sha in self.files.items() if name.split("/")[0] in folders}


class Store:
    """The versions under one state folder."""

    def __init__(self, state: Path) -> None:
        self.folder = state / "index"
        self.versions = self.folder / "versions"
        self._current = self.folder / "current"

    def current(self) -> Path | None:
        """Return the folder of the current version, or None where there is none yet."""
        try:
            name = self._current.read_text("utf-8").strip()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise StoreError(f"{self._current}: cannot be read ({error}); rebuild it: guichet index --force") from error
        return self.versions / name if name and "/" not in name and not name.startswith(".") else None

    def complete(self) -> list[Path]:
        """Return the folders of all finished versions, oldest first."""
        if not self.versions.is_dir():
            return []
        return sorted(p for p in self.versions.iterdir() if p.is_dir() and not p.name.startswith("."))

    @contextmanager
    def building(self, waiting: Callable[[], None]) -> Iterator[None]:
        """Hold the build lock; call `waiting` once if another process holds it, then wait.

        Raises StoreError where the state folder cannot be written.
        """
        try:
            self.versions.mkdir(parents=True, exist_ok=True)
            lock = (self.folder / "lock").open("a")
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        with lock:
            if not _locked(lock, fcntl.LOCK_EX | fcntl.LOCK_NB):
                waiting()
                fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    @contextmanager
    def writing(self, name: str, step: Step) -> Iterator[Path]:
        """Give a fresh folder to write a version into; on success it stands under its name, fsynced, not yet current.

        Call it inside `building`. Leftovers of builds that died are removed first. Raises StoreError on a full disk.
        """
        aside = self.versions / f".{name}"
        try:
            for leftover in self.versions.glob(".*"):
                shutil.rmtree(leftover)
            aside.mkdir()
            yield aside
            step("sync")
            for file in sorted(aside.rglob("*")):
                sync(file)
            sync(aside)
            step("name")
            aside.rename(self.versions / name)
            sync(self.versions)
        except OSError as error:
            shutil.rmtree(aside, ignore_errors=True)
            raise _unwritable(self.folder, error) from error

    def publish(self, name: str, step: Step) -> None:
        """Make a finished version current by one rename."""
        aside = self._current.with_name("current.new")
        try:
            step("point")
            aside.write_text(f"{name}\n", "utf-8")
            sync(aside)
            step("swap")
            aside.rename(self._current)
            step("sync-swap")
            sync(self.folder)
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def prune(self, step: Step) -> list[str]:
        """Delete all but the current version and the newest KEPT others, save those a process reads; return names."""
        current = self.current()
        others = [version for version in self.complete() if version != current]
        deleted = []
        for version in others[:-KEPT] if KEPT else others:
            step("prune")
            with (version / "manifest.json").open() as manifest:
                if _locked(manifest, fcntl.LOCK_EX | fcntl.LOCK_NB):
                    doomed = version.with_name(f".{version.name}")
                    version.rename(doomed)  # half a version must never look like one
                    shutil.rmtree(doomed)
                    deleted.append(version.name)
        return deleted

    def rollback(self, step: Step) -> str:
        """Make the newest version older than the current one current; return its name."""
        current = self.current()
        older = [version.name for version in self.complete() if current is None or version.name < current.name]
        if not older:
            raise StoreError(f"{self.versions}: there is no older version to go back to")
        self.publish(older[-1], step)
        return older[-1]


@contextmanager
def reading(version: Path) -> Iterator[Manifest]:
    """Open a version for reading: it is not deleted while the block runs.

    Raises StoreError where the manifest is missing, damaged, of another format, or a file is missing or short.
    """
    path = version / "manifest.json"
    try:
        manifest_file: TextIO = path.open(encoding="utf-8")
    except OSError as error:
        raise StoreError(f"{version}: no readable manifest ({error.strerror})") from error
    with manifest_file:
        fcntl.flock(manifest_file, fcntl.LOCK_SH)
        yield _parsed(manifest_file, version)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest, last of all files: what stands without one is no version."""
    (folder / "manifest.json").write_text(json.dumps(asdict(manifest), indent=1) + "\n", "utf-8")


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below the folder but the manifest, by relative path."""
    found = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name != "manifest.json":
            found[file.relative_to(folder).as_posix()] = sha256(file)
    return found


def _parsed(file: TextIO, version: Path) -> Manifest:
    try:
        values = json.load(file)
    except (ValueError, UnicodeDecodeError) as error:
        raise StoreError(f"{version}: damaged manifest") from error
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise StoreError(f"{version}: written in another format")
    try:
        manifest = Manifest(**values)
    except TypeError as error:
        raise StoreError(f"{version}: written in another format") from error
    if digests(version) != manifest.files:
        raise StoreError(f"{version}: files are missing or damaged")
    return manifest


def _locked(file: TextIO, operation: int) -> bool:
    try:
        fcntl.flock(file, operation)
    except BlockingIOError:
        return False
    return True


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(
        f"{folder}: cannot be written ({error.strerror}); make room or set GUICHET_STATE to another folder"
    )
