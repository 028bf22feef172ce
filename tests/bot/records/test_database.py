"""The journal's file when it is locked, full, read-only, gone or damaged, and under many hands."""

from __future__ import annotations

import logging
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.records.journal import Journal, open_journal
from bot.records.pseudonyms import SALT_FILE
from bot.settings import Settings
from tests.bot.journals import ANSWERED, CHAT, PERSON, UNKNOWN, Clock, asked, locked, open_at, rows

# When it cannot write


def said(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [each for each in caplog.records if each.levelno >= logging.WARNING]


def test_a_locked_file_loses_the_record_and_nothing_else(
    journal: Journal, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    row = asked(journal)
    journal.remember("language", 0, PERSON, "ko", None)
    with locked(file):
        assert journal.asked(CHAT, PERSON, ANSWERED, "Un secret ?", 1.0) is None
        journal.voted(row, PERSON, True)
        journal.remarked(row, "faux")
        journal.remember("language", 0, PERSON, "fr", None)
        journal.acted(PERSON, "reload", "done", "")
        assert journal.tidy(datetime(2030, 1, 1, tzinfo=UTC)) == 0
        assert journal.recall("language", 0, PERSON) == "ko"
    assert journal.losses == len(said(caplog)) == 6
    assert all("locked" in each.getMessage() and "secret" not in each.getMessage() for each in said(caplog))
    assert asked(journal)


def test_a_file_locked_at_the_start_is_opened_later(file: Path, clock: Clock) -> None:
    file.parent.mkdir()
    with locked(file):
        journal = open_at(file, clock)
        journal.open()
        assert journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) is None
        assert journal.recall("language", 0, PERSON) is None
    assert asked(journal)


def test_a_full_disk_loses_the_records_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    script = """
        import resource, sys
        from pathlib import Path
        from bot.answer import Answer
        from bot.records.journal import open_journal
        from bot.settings import Settings

        answer = Answer("fr", "unknown", "", "")
        journal = open_journal(Settings(state=Path(sys.argv[1])))
        first = journal.asked(1, 2, answer, "?", 1.0)
        limits = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
        rows = [journal.asked(1, 2, answer, "x" * 900, 1.0) for _ in range(300)]
        lost = rows.count(None)
        assert lost and journal.losses == lost, (lost, journal.losses)
        assert rows[-1] is None
        assert journal.recall("language", 0, 2) is None
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert journal.asked(1, 2, answer, "?", 1.0) is not None
        print(302 - lost)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert rows(tmp_path / "journal.sqlite3", "SELECT count(*) FROM questions") == [(int(done.stdout),)]
    assert rows(tmp_path / "journal.sqlite3", "PRAGMA integrity_check") == [("ok",)]


def test_a_folder_that_cannot_be_made_stops_no_answer(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "occupied").write_text("a file where the folder should be")
    journal = open_at(tmp_path / "occupied" / "journal.sqlite3", clock)
    journal.open()
    assert journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) is None
    assert journal.recall("language", 0, PERSON) is None
    assert journal.losses == 2


@pytest.mark.parametrize(
    ("read_only", "recalled"),
    [("journal.sqlite3", "ko"), (".", None)],  # SQLite needs the folder to read a file in write-ahead mode
)
def test_what_is_read_only_loses_the_records(read_only: str, recalled: str | None) -> None:
    script = """
        import os, sys
        from pathlib import Path
        from bot.answer import Answer
        from bot.records.journal import open_journal
        from bot.settings import Settings

        folder = Path(sys.argv[1])
        answer, settings = Answer("fr", "answered", "", ""), Settings(state=folder)
        journal = open_journal(settings)
        journal.remember("language", 0, 2, "ko", None)
        journal.close()
        (folder / sys.argv[2]).chmod(0o555)
        if os.geteuid() == 0:  # for root nothing is read-only
            for path in (folder, *folder.iterdir()):
                os.chown(path, 65534, 65534)
            os.seteuid(65534)
        journal = open_journal(settings)
        assert journal.asked(1, 2, answer, "?", 1.0) is None
        print(journal.losses, journal.recall("language", 0, 2))
    """
    # pytest's folders are closed to the user that root becomes.
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-c", textwrap.dedent(script), folder, read_only]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == (f"1 {recalled}\n", 0), done.stderr


def test_what_was_recorded_outlives_a_kill(tmp_path: Path) -> None:
    script = """
        import os, signal, sys
        from pathlib import Path
        from bot.records.journal import open_journal
        from bot.settings import Settings

        journal = open_journal(Settings(state=Path(sys.argv[1])))
        journal.acted(2, "reload", "done", "")
        journal.remember("language", 0, 2, "ko", None)
        os.kill(os.getpid(), signal.SIGKILL)
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script), str(tmp_path)], check=False)
    assert done.returncode == -signal.SIGKILL
    journal = open_journal(Settings(state=tmp_path))
    assert len(journal.actions(datetime(2020, 1, 1, tzinfo=UTC))) == 1 and journal.recall("language", 0, 2) == "ko"
    journal.close()


def test_a_file_that_was_deleted_is_begun_anew(journal: Journal, file: Path) -> None:
    asked(journal)
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()
    row = asked(journal)
    assert rows(file, "SELECT id FROM questions") == [(row,)] and journal.losses == 0


# Damage


def test_a_file_that_is_no_database_is_moved_aside_and_begun_anew(
    file: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database, but somebody may want it back " * 100)
    journal = open_at(file, clock)
    assert asked(journal)
    (aside,) = file.parent.glob("journal.sqlite3.damaged-*")
    assert aside.read_bytes().startswith(b"not a database") and journal.losses == 0
    assert [each.levelname for each in said(caplog)] == ["ERROR"] and aside.name in caplog.text


def test_damage_while_it_runs_loses_no_record_that_comes_after(journal: Journal, file: Path) -> None:
    for _ in range(200):
        journal.asked(CHAT, PERSON, UNKNOWN, "x" * 900, 1.0)
    journal.close()
    size = file.stat().st_size
    with file.open("r+b") as out:
        out.seek(4096)
        out.write(os.urandom(size - 4096))
    row = asked(journal)
    assert rows(file, "SELECT id FROM questions") == [(row,)] and journal.losses == 0
    assert len([*file.parent.glob("*.damaged-*Z")]) == 1


def test_damage_under_an_open_connection_is_noticed(journal: Journal, file: Path) -> None:
    for _ in range(200):
        journal.asked(CHAT, PERSON, UNKNOWN, "x" * 900, 1.0)
    journal.tidy(datetime(2027, 1, 15, tzinfo=UTC))
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with file.open("r+b") as out:
        out.seek(100)
        out.write(os.urandom(file.stat().st_size - 100))
    recorded = [journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) for _ in range(20)]
    assert rows(file, "PRAGMA integrity_check") == [("ok",)]
    assert recorded[-1] is not None


def test_damaged_files_moved_aside_go_after_ninety_days_too(journal: Journal, file: Path, clock: Clock) -> None:
    journal.open()
    old, new = (file.with_name(f"{file.name}.damaged-{name}") for name in ("old", "new"))
    for path, days in ((old, 91), (new, 89)):
        path.write_bytes(b"x")
        os.utime(path, (clock.now - days * 86_400,) * 2)
    journal.tidy(clock.moment)
    assert not old.exists() and new.exists()


# Many at once


def test_eight_threads_lose_nothing(journal: Journal, file: Path) -> None:
    barrier = threading.Barrier(8)

    def work(person: int) -> None:
        barrier.wait()
        for turn in range(25):
            row = asked(journal, person, UNKNOWN)
            journal.voted(row, person, turn % 2 == 0)
            journal.remember("turns", CHAT, person, str(turn), None)
            assert journal.recall("turns", CHAT, person) == str(turn)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(1, 9)))
    counts = "SELECT count(*), count(DISTINCT person) FROM {}"
    assert [rows(file, counts.format(table)) for table in ("questions", "votes")] == [[(200, 8)]] * 2
    assert rows(file, "SELECT count(*) FROM memory") == [(8,)] and journal.losses == 0


# Settings


def test_it_lies_in_the_state_folder_by_default(tmp_path: Path) -> None:
    open_journal(Settings(state=tmp_path / "s")).close()
    assert (tmp_path / "s" / "journal.sqlite3").is_file() and (tmp_path / "s" / SALT_FILE).is_file()


def test_another_file_can_be_set_and_its_salt_lies_beside_it(tmp_path: Path) -> None:
    open_journal(Settings(state=tmp_path / "s", database=f"sqlite:///{tmp_path}/d/other.sqlite3")).close()
    assert sorted(path.name for path in (tmp_path / "d").iterdir()) == ["journal.salt", "other.sqlite3"]


@pytest.mark.parametrize(
    "database", ["nonsense", "sqlite://", "sqlite:///:memory:", "mysql://u:hunter2@h/d", "x:hunter2@"]
)
def test_what_is_no_address_is_refused_in_one_line_without_the_password(tmp_path: Path, database: str) -> None:
    with pytest.raises(SettingsError, match=r"^GUICHET_DATABASE: .*example") as refused:
        open_journal(Settings(state=tmp_path, database=database))
    assert "hunter2" not in str(refused.value) and not re.search("\n", str(refused.value))
