"""A backup put back: read as if a stranger had made it, checked in full, and only then given its place."""

from __future__ import annotations

import os
import secrets
import shutil
import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from pydantic import BaseModel, ConfigDict, ValidationError
from sqlalchemy import create_engine, exc

from bot.errors import BackupError
from bot.migrations import version_of, versions
from bot.records.backup import FOLDERS, FORMAT, KNOWLEDGE, MANIFEST, SETTINGS, STATE, is_shipped, journal_file
from bot.records.database import FILE
from bot.records.pseudonyms import SALT_FILE
from bot.settings import Settings
from index.durable import sha256, sync

MAXIMUM_FILES = 50_000
MAXIMUM_BYTES = 2 * 1024**3
REPLACED = "replaced-"
"""What was there before is kept under a name with this in it."""
_SINGLE = (MANIFEST, SETTINGS, f"{STATE}/{FILE}", f"{STATE}/{SALT_FILE}")


class _Manifest(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    format: int
    made_at: str
    files: dict[str, str]


@dataclass(frozen=True)
class Restored:
    """What was put back: when the backup was made, where each part is now, and what it took the place of."""

    made_at: str
    parts: tuple[Path, ...]
    replaced: tuple[Path, ...]


def restore(settings: Settings, archive: Path, now: datetime, *, force: bool) -> Restored:
    """Put a backup back where the settings point.

    What is there already is kept beside it, and only replaced with `force`. Raises BackupError where the archive is
    not whole, holds anything but plain files in their places, or would replace something; nothing has changed then.
    """
    try:
        settings.state.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=settings.state, prefix=".restoring-") as aside:
            content = Path(aside)
            manifest = _unpack(archive, content)
            _check_journal(content / STATE / FILE, archive)
            moves = list(_moves(settings, content))
            taken = [target for _, target in moves if _is_taken(target)]
            if taken and not force:
                raise BackupError(
                    f"{taken[0]}: there is something already; --force replaces it, and keeps it under another name"
                )
            replaced = [kept for target in taken for kept in _set_aside(target, now)]
            owner = settings.state.stat()
            for source, target in moves:
                _place(source, target, (owner.st_uid, owner.st_gid))
    except OSError as error:
        raise BackupError(f"{error.filename or settings.state}: {error.strerror or error}") from error
    return Restored(manifest.made_at, tuple(target for _, target in moves), tuple(replaced))


def _unpack(archive: Path, content: Path) -> _Manifest:
    """Unpack an archive into an empty folder and hold every file against the manifest."""
    try:
        with tarfile.open(archive, "r:gz") as tar:
            size = 0
            for number, member in enumerate(tar):
                size += member.size
                if number >= MAXIMUM_FILES or size > MAXIMUM_BYTES:
                    raise BackupError(f"{archive}: larger than any backup; it is not one")
                _require_plain(member, archive)
                tar.extract(member, content, filter="data")
    except FileNotFoundError:
        raise BackupError(f"{archive}: no such file") from None
    except (tarfile.TarError, zlib.error, EOFError, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        raise BackupError(f"{archive}: damaged, or no backup ({error}); take another one") from error
    return _verified(content, archive)


def _require_plain(member: tarfile.TarInfo, archive: Path) -> None:
    """Raise BackupError unless a member is a regular file where a backup has one."""
    parts = PurePosixPath(member.name).parts
    placed = (
        member.name in _SINGLE
        or (len(parts) > 2 and parts[0] == STATE and parts[1] in FOLDERS)
        or (len(parts) > 1 and parts[0] == KNOWLEDGE)
    )
    if not member.isreg() or not placed or ".." in parts or member.name != "/".join(parts):
        raise BackupError(f"{archive}: `{member.name!a}` has no place in a backup; nothing was restored")


def _verified(content: Path, archive: Path) -> _Manifest:
    try:
        manifest = _Manifest.model_validate_json((content / MANIFEST).read_bytes())
    except FileNotFoundError:
        raise BackupError(f"{archive}: not whole: its manifest is missing; take another one") from None
    except ValidationError:
        raise BackupError(f"{archive}: its manifest is damaged; take another one") from None
    if manifest.format != FORMAT:
        raise BackupError(f"{archive}: made by a later Guichet; install that first")
    found = {path.relative_to(content).as_posix(): path for path in content.rglob("*") if path.is_file()}
    del found[MANIFEST]
    for name in sorted(found.keys() ^ manifest.files.keys()):
        raise BackupError(f"{archive}: `{name!a}` is not as the manifest says; take another one")
    for name, path in found.items():
        if sha256(path) != manifest.files[name]:
            raise BackupError(f"{archive}: `{name!a}` is damaged; take another one")
    return manifest


def _check_journal(file: Path, archive: Path) -> None:
    """Raise BackupError unless the journal is one this Guichet reads."""
    if not file.exists():
        return
    engine = create_engine(f"sqlite:///{file}")
    try:
        with engine.connect() as connection:
            version = version_of(connection)
            sound = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == "ok"
    except exc.DatabaseError:
        version, sound = None, False
    finally:
        engine.dispose()
    if not sound:
        raise BackupError(f"{archive}: its journal is damaged; take another one")
    if version not in versions():
        raise BackupError(f"{archive}: its journal was written by a later Guichet; install that first")


def _moves(settings: Settings, content: Path) -> Iterator[tuple[Path, Path]]:
    """Give each part of the backup and where it goes."""
    journal = journal_file(settings)
    if (content / STATE / FILE).exists():
        if journal is None:
            raise BackupError("GUICHET_DATABASE: the backup's journal is SQLite; restore it without this setting")
        yield content / STATE / FILE, journal
    if (content / STATE / SALT_FILE).exists():
        yield content / STATE / SALT_FILE, (journal.parent if journal is not None else settings.state) / SALT_FILE
    for name in FOLDERS:
        if (content / STATE / name).is_dir():
            yield content / STATE / name, settings.state / name
    if (content / KNOWLEDGE).is_dir():
        if is_shipped(settings.knowledge):
            raise BackupError("the backup holds a knowledge folder: set GUICHET_KNOWLEDGE to where it is to go")
        yield content / KNOWLEDGE, settings.knowledge
    if (content / SETTINGS).exists():
        yield content / SETTINGS, settings.state / SETTINGS


def _is_taken(target: Path) -> bool:
    return any(target.iterdir()) if target.is_dir() else target.exists()


def _set_aside(target: Path, now: datetime) -> Iterator[Path]:
    """Rename what is there, a database's log with it; give the new names."""
    for path in (target, *(target.with_name(target.name + suffix) for suffix in ("-wal", "-shm"))):
        if path.exists():
            kept = path.with_name(f"{path.name}.{REPLACED}{now:%Y%m%dT%H%M%SZ}")
            path.rename(kept)
            yield kept


def _place(source: Path, target: Path, owner: tuple[int, int]) -> None:
    """Give a part its place: written beside it, since it may be on another disk, synced, renamed.

    What root restores belongs to the owner of the state folder, who runs the bot.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        if source.is_dir():
            shutil.copytree(source, aside)
            if target.is_dir():
                target.rmdir()
        else:
            shutil.copyfile(source, aside)
        for path in (aside, *aside.rglob("*")):
            mode = 0o755 if path.is_dir() else 0o644
            path.chmod(mode if source.name == KNOWLEDGE else mode & 0o700)  # a journal is nobody else's business
            if os.geteuid() == 0:
                os.chown(path, *owner)
            sync(path)
        aside.rename(target)
        sync(target.parent)
    except OSError:
        shutil.rmtree(aside, ignore_errors=True)
        aside.unlink(missing_ok=True)
        raise
