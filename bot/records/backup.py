"""A backup: one archive of what cannot be made again, taken while the bot runs.

guichet-20261124T101500Z.tar.gz
├── state/journal.sqlite3       the journal as it was at one moment
├── state/journal.salt          without it nobody's rows are found again
├── state/knowledge-history/    the files of the knowledge that others took the place of
├── state/telegram/             which updates were answered
├── knowledge/                  the knowledge folder, unless it is the shipped one
├── guichet.toml                the settings, without token and password
└── manifest.json               the SHA-256 of every other file; last, so that a cut archive shows

The index and the cache are left out: `guichet index` makes them.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import make_url

from bot.errors import BackupError
from bot.records.database import BUSY, FILE, database_url
from bot.records.pseudonyms import SALT_FILE
from bot.settings import Settings
from index.durable import sha256, sync
from knowledge.library import SHIPPED, fingerprint

FORMAT = 1
STATE, KNOWLEDGE, SETTINGS, MANIFEST = "state", "knowledge", "guichet.toml", "manifest.json"
FOLDERS = ("knowledge-history", "telegram")
"""The folders of the state folder that are kept."""
_SECRET = ("telegram_token", "telegram_token_file")
PATIENCE = 20.0
"""Seconds to wait for a journal that another process holds."""
_ATTEMPTS = 5


@dataclass(frozen=True)
class Backup:
    """An archive that was written: how many files it holds, and in a line each what it does not."""

    file: Path
    files: int
    left_out: tuple[str, ...]


def journal_file(settings: Settings) -> Path | None:
    """Return the journal's file, None where it is in a database server."""
    url = database_url(settings)
    return Path(url.database or "") if url.get_backend_name() == "sqlite" else None


def is_shipped(knowledge: Path) -> bool:
    """Tell whether a knowledge folder is the one that comes with Guichet."""
    return knowledge.resolve() == SHIPPED.resolve()


def back_up(settings: Settings, target: Path, now: datetime) -> Backup:
    """Write a backup to a new file, or under a name with the moment in it into a folder that is there.

    The archive is written aside and renamed; only its owner can read it. Raises BackupError.
    """
    file = target / f"guichet-{now:%Y%m%dT%H%M%SZ}.tar.gz" if target.is_dir() else target
    if file.exists():
        raise BackupError(f"{file}: there already; choose another name, or a folder")
    if not file.name.endswith((".tar.gz", ".tgz")):
        raise BackupError(f"{file}: a backup is a file that ends in .tar.gz, or goes into a folder that is there")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=f".{file.name}.") as aside:
            content, archive = Path(aside, "content"), Path(aside, "archive")
            content.mkdir()
            left_out = tuple(_gather(settings, content))
            count = _pack(content, archive, now)
            archive.rename(file)
            sync(file.parent)
    except OSError as error:
        raise BackupError(f"{error.filename or file}: {error.strerror or error}; nothing was written") from error
    return Backup(file, count, left_out)


def copy_journal(source: Path, target: Path) -> None:
    """Copy a SQLite database as it is at one moment, while others write; raise BackupError if it cannot be read."""
    until = time.monotonic() + PATIENCE

    def in_time(*_: int) -> None:  # SQLite tries again for as long as somebody holds the database
        if time.monotonic() > until:
            raise BackupError(f"{source}: locked by another process; try again in a moment")

    try:
        with (
            closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=rw", uri=True, timeout=BUSY)) as old,
            closing(sqlite3.connect(target)) as new,
        ):
            old.backup(new, progress=in_time)
            new.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
            if new.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise BackupError(f"{source}: damaged; `guichet doctor` says more")
    except sqlite3.Error as error:
        raise BackupError(f"{source}: cannot be read ({error}); try again in a moment") from error
    target.chmod(0o600)


def _gather(settings: Settings, content: Path) -> Iterator[str]:
    """Copy into a folder what is kept; give a line for each part there is none of."""
    state = content / STATE
    state.mkdir()
    journal = journal_file(settings)
    if journal is None:
        yield "the journal: it is in a database server, which has backups of its own (pg_dump)"
    elif not journal.exists():
        yield f"the journal: there is none yet ({journal})"
    else:
        copy_journal(journal, state / FILE)
    salt = (journal.parent if journal is not None else settings.state) / SALT_FILE
    if salt.exists():
        shutil.copyfile(salt, state / SALT_FILE)
    for name in FOLDERS:
        if (settings.state / name).is_dir():
            _copy_tree(settings.state / name, state / name)
    if is_shipped(settings.knowledge):
        yield "the knowledge: it is the one that comes with Guichet"
    else:
        _copy_knowledge(settings.knowledge, content / KNOWLEDGE)
    (content / SETTINGS).write_text(settings_text(settings), "utf-8")


def _copy_knowledge(folder: Path, target: Path) -> None:
    """Copy a knowledge folder as it is at one moment: again, where a file changed meanwhile."""
    for _ in range(_ATTEMPTS):
        before = fingerprint(folder)
        shutil.rmtree(target, ignore_errors=True)
        _copy_tree(folder, target)
        if before == fingerprint(folder) == fingerprint(target):
            return
    raise BackupError(f"{folder}: it changes all the time; try again when nobody edits it")


def _copy_tree(folder: Path, target: Path) -> None:
    """Copy the regular files of a folder; what begins with a dot (a repository, a file being written) is left out."""
    target.mkdir(parents=True)
    for path in sorted(folder.rglob("*")):
        relative = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in relative.parts):
            (target / relative).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target / relative)


def settings_text(settings: Settings) -> str:
    """Return the settings that were chosen as a guichet.toml, without the token and the database's password."""
    lines = ["# The settings at the time of the backup; the token and passwords are not among them."]
    for name in Settings.model_fields:
        value = getattr(settings, name)
        if name in _SECRET or value == Settings.model_fields[name].default:
            continue
        if name == "database":
            value = make_url(value).render_as_string(hide_password=True)
        lines.append(f"{name} = {json.dumps(str(value), ensure_ascii=False)}")
    return "\n".join(lines) + "\n"


def _pack(content: Path, archive: Path, now: datetime) -> int:
    """Pack a folder with its manifest; return how many files it holds beside that."""
    files = {
        path.relative_to(content).as_posix(): sha256(path) for path in sorted(content.rglob("*")) if path.is_file()
    }
    manifest = json.dumps({"format": FORMAT, "made_at": f"{now:%Y-%m-%dT%H:%M:%SZ}", "files": files}, indent=1)
    with open(os.open(archive, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        with tarfile.open(fileobj=out, mode="w:gz") as tar:
            for name in files:
                tar.add(content / name, name, recursive=False, filter=_anonymous)
            header = tarfile.TarInfo(MANIFEST)
            data = manifest.encode()
            header.size, header.mtime, header.mode = len(data), int(now.timestamp()), 0o600
            tar.addfile(header, io.BytesIO(data))
        out.flush()
        os.fsync(out.fileno())
    return len(files)


def _anonymous(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    member.mode = 0o600
    return member
