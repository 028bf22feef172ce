"""Prepared folders: written aside, fsynced, checked, renamed; recognised when half-written, truncated or altered.

A prepared folder holds `manifest.json` with the SHA-256 of every other file. The files are hashed again whenever the
folder is opened. That costs 28 ms for the 50 MB of the built-in model, a tenth of a cold start, and finds what size and
date would not: a flipped bit, a copy that kept its date.
"""

from __future__ import annotations

import fcntl
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from index.durable import sha256, sync
from index.errors import ModelError

MANIFEST = "manifest.json"

Progress = Callable[[str], None]


class Manifest(BaseModel):
    """What a prepared folder holds: the hash of the model it belongs to, and the SHA-256 of each file by its path."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: Literal[1]
    model: str
    files: dict[str, str]


def prepare(folder: Path, model: str, write: Callable[[Path], None], progress: Progress | None = None) -> None:
    """Make sure that `folder` holds, unharmed, what `write` writes for the model with hash `model`.

    `write` is given an empty folder beside it, and is called only if need be, by one process at a
    time; the others wait. `progress` is told in one line what takes time.
    Raises ModelError if the folder cannot be written, and whatever `write` raises.
    """
    tell = progress or _silent
    if fault(folder, model) is None:
        return
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _locked(folder, tell):
            found = fault(folder, model)
            if found is None:
                return
            tell(
                f"{folder}: {found}; it is prepared again."
                if folder.exists()
                else f"Preparing the embedding model in {folder}, once; it takes some seconds."
            )
            _replace(folder, model, write)
    except OSError as error:
        raise ModelError(
            f"The embedding model cannot be prepared in {folder.parent} ({error.strerror or error}): "
            "make room or give the right to write there, or set GUICHET_CACHE to another folder."
        ) from error


def fault(folder: Path, model: str) -> str | None:
    """Return why `folder` is not, as it stands, the prepared model with hash `model`; None if it is."""
    try:
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except OSError as error:
        return f"{MANIFEST} cannot be read ({error.strerror})"
    except ValidationError:
        return f"{MANIFEST} is damaged"
    if manifest.model != model:
        return f"{MANIFEST} belongs to another model"
    for name, expected in manifest.files.items():
        try:
            found = sha256(folder / name)
        except OSError as error:
            return f"{name} cannot be read ({error.strerror})"
        if found != expected:
            return f"{name} is damaged"
    return None


@contextmanager
def _locked(folder: Path, tell: Progress) -> Iterator[None]:
    """Hold the lock beside `folder`, having told so if another process has it for now."""
    with (folder.parent / f".{folder.name}.lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("Another process is preparing the embedding model; waiting for it.")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield  # closing the file gives the lock back, and so does a kill


def _replace(folder: Path, model: str, write: Callable[[Path], None]) -> None:
    """Write the folder aside and give it its name; the caller holds the lock."""
    for abandoned in folder.parent.glob(f".{folder.name}.*.part"):
        shutil.rmtree(abandoned)  # left by a process that was killed
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.", suffix=".part") as aside:
        new, old = Path(aside, "new"), Path(aside, "old")
        new.mkdir()
        write(new)
        _seal(new, model)
        found = fault(new, model)
        if found is not None:
            raise OSError(f"what was written reads back wrong: {found}")
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
        sync(folder.parent)


def _seal(folder: Path, model: str) -> None:
    """Bring the files to the disk, then the manifest that vouches for them."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in paths:
        sync(path)
    files = {path.relative_to(folder).as_posix(): sha256(path) for path in paths}
    manifest = folder / MANIFEST
    manifest.write_text(Manifest(format=1, model=model, files=files).model_dump_json(indent=1), encoding="utf-8")
    sync(manifest)
    for inner in (*(path for path in folder.rglob("*") if path.is_dir()), folder):
        sync(inner)


def _silent(message: str) -> None:
    """Tell nobody."""
