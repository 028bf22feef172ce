"""Backup and restore, through the command: what goes in comes out, and nothing else gets in."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import tarfile
import threading
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from bot.records.backup import copy_journal
from bot.records.database import FILE
from bot.records.pseudonyms import SALT_FILE
from knowledge.library import SHIPPED, fingerprint
from tests.bot.conftest import Run
from tests.bot.journals import OTHER, PERSON, Clock, asked, locked, open_at, rows
from tests.small import write_small

TOKEN = "123456789:AAHfiqksKZ8WmR2zMnQ4pBxYw7vE5dLgT-s"


@pytest.fixture
def lived(tmp_path: Path) -> dict[str, str]:
    """The settings of a bot that has been asked things."""
    state = tmp_path / "state"
    journal = open_at(state / FILE, Clock())
    journal.voted(asked(journal), OTHER, up=True)
    journal.close()
    for name in ("knowledge-history/20261124T101500000000Z/previous.yaml", "telegram/handled-123", "index/current"):
        (state / name).parent.mkdir(parents=True)
        (state / name).write_text(name, "utf-8")
    knowledge = write_small(tmp_path / "knowledge")
    (knowledge / ".git").mkdir()
    (knowledge / ".git" / "config").write_text("hunter2")
    return {
        "GUICHET_STATE": str(state),
        "GUICHET_KNOWLEDGE": str(knowledge),
        "GUICHET_TELEGRAM_TOKEN": TOKEN,
        "GUICHET_TELEGRAM_ADMINS": "5512345678",
    }


@pytest.fixture
def archive(run: Run, lived: dict[str, str], tmp_path: Path) -> Path:
    file = tmp_path / "backup.tar.gz"
    assert run("backup", str(file), **lived).returncode == 0
    return file


@pytest.fixture
def elsewhere(tmp_path: Path) -> dict[str, str]:
    return {"GUICHET_STATE": str(tmp_path / "new" / "state"), "GUICHET_KNOWLEDGE": str(tmp_path / "new" / "knowledge")}


def test_what_goes_in_comes_out(run: Run, lived: dict[str, str], archive: Path, elsewhere: dict[str, str]) -> None:
    done = run("restore", str(archive), **elsewhere)
    assert done.returncode == 0, done.stderr
    old, new = Path(lived["GUICHET_STATE"]), Path(elsewhere["GUICHET_STATE"])
    for query in ("SELECT * FROM questions", "SELECT * FROM votes"):
        assert rows(new / FILE, query) == rows(old / FILE, query) != []
    assert (new / SALT_FILE).read_bytes() == (old / SALT_FILE).read_bytes()
    assert fingerprint(Path(elsewhere["GUICHET_KNOWLEDGE"])) == fingerprint(Path(lived["GUICHET_KNOWLEDGE"]))
    assert (new / "telegram" / "handled-123").read_text() == "telegram/handled-123"
    assert list(new.glob("knowledge-history/*/previous.yaml"))
    assert not (new / "index").exists()
    assert not list(Path(elsewhere["GUICHET_KNOWLEDGE"]).glob(".git"))
    assert {path.stat().st_mode & 0o077 for path in (new / FILE, new / SALT_FILE, new / "telegram")} == {0}
    assert not list(new.glob(".*"))


def test_a_restored_journal_is_used_as_before(run: Run, archive: Path, elsewhere: dict[str, str]) -> None:
    assert run("restore", str(archive), **elsewhere).returncode == 0
    journal = open_at(Path(elsewhere["GUICHET_STATE"]) / FILE, Clock())
    assert journal.forget(PERSON) > 0
    journal.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_what_root_restores_belongs_to_the_owner_of_the_state_folder(
    run: Run, archive: Path, elsewhere: dict[str, str]
) -> None:
    state = Path(elsewhere["GUICHET_STATE"])
    state.mkdir(parents=True)
    os.chown(state, 12_345, 12_345)
    assert run("restore", str(archive), **elsewhere).returncode == 0
    restored = [*state.rglob("*"), *Path(elsewhere["GUICHET_KNOWLEDGE"]).rglob("*")]
    assert {path.stat().st_uid for path in restored} == {12_345}


def test_a_backup_is_for_its_owner_and_holds_no_token(archive: Path) -> None:
    assert archive.stat().st_mode & 0o077 == 0
    assert [path.name for path in archive.parent.iterdir() if path.name.startswith(".")] == []
    with tarfile.open(archive) as tar:
        contents = {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]
    assert not [name for name, data in contents.items() if TOKEN.encode() in data or b"hunter2" in data]
    assert 'telegram_admins = "5512345678"' in contents["guichet.toml"].decode()


def test_a_database_password_is_left_out(run: Run, lived: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "backup.tar.gz"
    database = f"sqlite:///{lived['GUICHET_STATE']}/{FILE}"
    assert run("backup", str(file), **lived, GUICHET_DATABASE=database).returncode == 0
    with tarfile.open(file) as tar:
        assert database in tar.extractfile("guichet.toml").read().decode()  # type: ignore[union-attr]
    from bot.records.backup import settings_text
    from bot.settings import Settings

    assert "hunter2" not in settings_text(Settings(database="postgresql://guichet:hunter2@host/guichet"))


def test_into_a_folder_it_goes_under_the_moment(run: Run, lived: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    assert run("backup", str(folder), **lived).returncode == 0
    (file,) = folder.iterdir()
    assert file.name.startswith("guichet-2") and file.name.endswith("Z.tar.gz")


def test_the_shipped_knowledge_is_left_out(run: Run, lived: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "backup.tar.gz"
    done = run("backup", str(file), **{**lived, "GUICHET_KNOWLEDGE": str(SHIPPED)})
    assert "left out: the knowledge" in done.stderr
    with tarfile.open(file) as tar:
        assert not [name for name in tar.getnames() if name.startswith("knowledge")]


def test_a_backup_never_replaces_a_file(run: Run, lived: dict[str, str], archive: Path) -> None:
    before = archive.read_bytes()
    assert run("backup", str(archive), **lived).returncode == 2
    assert archive.read_bytes() == before


@pytest.mark.parametrize("target", ["/proc/nowhere/backup.tar.gz", "/nowhere/at/all.tar.gz", "backup.zip"])
def test_what_cannot_be_written_is_one_line(run: Run, lived: dict[str, str], target: str) -> None:
    done = run("backup", target, **lived)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


def test_the_journal_is_copied_while_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "state" / FILE
    journal = open_at(file, Clock())
    journal.open()
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            journal.voted(asked(journal), OTHER, up=True)

    asking = threading.Thread(target=ask)
    asking.start()
    try:
        for number in range(5):
            copy = tmp_path / f"copy-{number}"
            copy_journal(file, copy)
            (answers,), (votes,) = (
                rows(copy, "SELECT count(*) FROM questions"),
                rows(copy, "SELECT count(*) FROM votes"),
            )
            assert 0 <= answers[0] - votes[0] <= 1  # type: ignore[operator]
    finally:
        stop.set()
        asking.join()
    assert journal.losses == 0
    journal.close()


def test_a_journal_that_stays_locked_is_said_to_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.records import backup

    monkeypatch.setattr(backup, "PATIENCE", 0.2)
    file = tmp_path / "state" / FILE
    journal = open_at(file, Clock())
    asked(journal)
    journal.close()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    with locked(file), pytest.raises(backup.BackupError, match="locked"):
        copy_journal(file, tmp_path / "copy")


def test_what_is_there_is_replaced_by_force_only_and_kept(run: Run, lived: dict[str, str], archive: Path) -> None:
    state = Path(lived["GUICHET_STATE"])
    journal = open_at(state / FILE, Clock())
    asked(journal)
    journal.close()
    now = rows(state / FILE, "SELECT * FROM questions")
    refused = run("restore", str(archive), **lived)
    assert refused.returncode == 2 and "--force" in refused.stderr
    assert rows(state / FILE, "SELECT * FROM questions") == now
    assert run("restore", str(archive), "--force", **lived).returncode == 0
    assert len(rows(state / FILE, "SELECT * FROM questions")) == len(now) - 1
    (kept,) = state.glob(f"{FILE}.replaced-*")
    assert rows(kept, "SELECT * FROM questions") == now
    assert (state / "index" / "current").exists()
    assert list(state.parent.glob("knowledge.replaced-*/cards"))


def test_a_knowledge_folder_is_never_put_over_the_shipped_one(
    run: Run, archive: Path, elsewhere: dict[str, str]
) -> None:
    done = run("restore", str(archive), **{**elsewhere, "GUICHET_KNOWLEDGE": str(SHIPPED)})
    assert done.returncode == 2 and "GUICHET_KNOWLEDGE" in done.stderr
    assert not (Path(elsewhere["GUICHET_STATE"]) / FILE).exists()


def _packed(file: Path, members: list[tuple[tarfile.TarInfo, bytes]], manifest: dict[str, Any] | None = None) -> Path:
    files = {info.name: sha256(data).hexdigest() for info, data in members if info.isreg()}
    described = json.dumps(manifest or {"format": 1, "made_at": "2026-11-24T10:00:00Z", "files": files}).encode()
    with tarfile.open(file, "w:gz") as tar:
        for info, data in [*members, (tarfile.TarInfo("manifest.json"), described)]:
            info.size = len(data) if info.isreg() else 0
            tar.addfile(info, io.BytesIO(data))
    return file


def _member(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tuple[tarfile.TarInfo, bytes]:
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info, b"x"


def _hostile(outside: Path) -> dict[str, list[tuple[tarfile.TarInfo, bytes]]]:
    """Return archives by what is wrong with them, some of which lead to the folder `outside`."""
    return {
        "a way out": [_member("../evil")],
        "a way out further down": [_member("knowledge/../../evil")],
        "a way out of the state": [_member("state/telegram/../../../evil")],
        "an absolute path": [_member(str(outside / "evil"))],
        "a place nothing has": [_member("evil")],
        "a place in the state nothing has": [_member("state/index/current")],
        "a file for a folder": [_member("state")],
        "a detour": [_member("./state/telegram/x")],
        "a symbolic link": [_member("knowledge/evil", tarfile.SYMTYPE, "/etc/passwd")],
        "a hard link": [_member("knowledge/evil", tarfile.LNKTYPE, "knowledge/x")],
        "a link, then a file through it": [_member("state/telegram", tarfile.SYMTYPE, str(outside)), _member("state/telegram/evil")],
        "a device": [_member("knowledge/null", tarfile.CHRTYPE)],
        "a pipe": [_member("knowledge/pipe", tarfile.FIFOTYPE)],
    }  # fmt: skip


@pytest.mark.parametrize("name", _hostile(Path("outside")))
def test_a_hostile_archive_is_refused_and_leaves_nothing(
    run: Run, tmp_path: Path, elsewhere: dict[str, str], name: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    file = _packed(tmp_path / "evil.tar.gz", _hostile(outside)[name])
    done = run("restore", str(file), "--force", **elsewhere)
    assert done.returncode == 2 and "has no place in a backup" in done.stderr
    assert not list(tmp_path.rglob("evil"))
    assert list(Path(elsewhere["GUICHET_STATE"]).iterdir()) == []


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _flipped(data: bytes) -> bytes:
    middle = len(data) // 2
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


@pytest.mark.parametrize("damage", [_cut, _flipped, lambda data: b"", lambda data: b"no archive"])
def test_a_damaged_archive_changes_nothing(
    run: Run, archive: Path, elsewhere: dict[str, str], damage: Callable[[bytes], bytes]
) -> None:
    archive.write_bytes(damage(archive.read_bytes()))
    done = run("restore", str(archive), **elsewhere)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and str(archive) in done.stderr
    assert list(Path(elsewhere["GUICHET_STATE"]).iterdir()) == []


@pytest.mark.parametrize(
    ("manifest", "said"),
    [
        ({"format": 1, "made_at": "", "files": {}}, "not as the manifest says"),
        ({"format": 1, "made_at": "", "files": {"knowledge/a": "0" * 64}}, "is damaged"),
        ({"format": 1, "made_at": "", "files": {"knowledge/a": "0" * 64, "knowledge/b": "0" * 64}}, "not as the manifest"),
        ({"format": 2, "made_at": "", "files": {}}, "later Guichet"),
        ({"format": "x"}, "manifest is damaged"),
    ],
)  # fmt: skip
def test_every_file_is_held_against_the_manifest(
    run: Run, tmp_path: Path, elsewhere: dict[str, str], manifest: dict[str, Any], said: str
) -> None:
    file = _packed(tmp_path / "backup.tar.gz", [_member("knowledge/a")], manifest)
    done = run("restore", str(file), **elsewhere)
    assert done.returncode == 2 and said in done.stderr
    assert not Path(elsewhere["GUICHET_KNOWLEDGE"]).exists()


@pytest.mark.parametrize("version", ["v99_later", None])
def test_a_journal_of_a_later_guichet_or_none_is_refused(
    run: Run, tmp_path: Path, elsewhere: dict[str, str], version: str | None
) -> None:
    journal = tmp_path / "journal"
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES (?)", (version,))
        connection.commit()
    data = journal.read_bytes() if version else b"not a database at all, but long enough to look like a file"
    file = _packed(tmp_path / "backup.tar.gz", [(tarfile.TarInfo(f"state/{FILE}"), data)])
    done = run("restore", str(file), **elsewhere)
    assert done.returncode == 2 and "its journal" in done.stderr
    assert list(Path(elsewhere["GUICHET_STATE"]).iterdir()) == []
