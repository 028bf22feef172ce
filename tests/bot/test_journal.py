"""The journal on real SQLite files: what it keeps, what it never keeps, and what it does when it cannot write."""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.database import Database, database_url
from bot.errors import SettingsError
from bot.journal import Journal, open_journal
from bot.messenger.recording import Record
from bot.pseudonyms import SALT_FILE
from bot.settings import Settings

CHAT, PERSON, OTHER = -1001234567890, 5512345678, 5587654321
ANSWERED = Answer("fr", "answered", "réponse", "réponse", 0.91234, cards=("fr-prefet", "fr-region"), contacts=("mois",))
UNKNOWN = Answer("ko", "unknown", "모름", "모름", 0.2, cards=("kr-gun",), places=("kr-11",), reason="unsure")


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    @property
    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.now, UTC)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal.sqlite3"


@pytest.fixture
def journal(file: Path, clock: Clock) -> Iterator[Journal]:
    journal = _open(file, clock)
    yield journal
    journal.close()


def _open(file: Path, clock: Clock) -> Journal:
    return Journal(Database(database_url(Settings(state=file.parent))), file.parent, clock)


def _rows(file: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def _bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.iterdir() if path.name != SALT_FILE)


def _asked(journal: Journal, person: int = PERSON, answer: Answer = ANSWERED, chat: int = CHAT) -> int:
    row = journal.asked(chat, person, answer, "C'est quoi un préfet ?", 12.34)
    assert row is not None
    return row


# What is kept


def test_it_is_a_record_of_the_messenger(journal: Journal) -> None:
    record: Record = journal
    assert record.recall("language", 0, PERSON) is None


def test_a_question_is_kept_with_how_it_went(journal: Journal, file: Path) -> None:
    row = _asked(journal)
    query = "SELECT id, at, language, status, reason, card, place, contact, confidence, milliseconds FROM questions"
    assert _rows(file, query) == [
        (row, "2027-01-15 08:00:00.000000", "fr", "answered", None, "fr-prefet", None, "mois", 0.9123, 12.3)
    ]


def test_a_question_without_answer_keeps_its_text_apart(journal: Journal, file: Path) -> None:
    journal.asked(CHAT, PERSON, UNKNOWN, "군수의 나이는?", 1.0)
    assert _rows(file, "SELECT day, language, text FROM unanswered") == [("2027-01-15", "ko", "군수의 나이는?")]
    assert _rows(file, "SELECT status, reason, card FROM questions") == [("unknown", "unsure", "kr-gun")]


def test_the_file_is_in_write_ahead_mode_and_its_owners_alone(journal: Journal, file: Path) -> None:
    _asked(journal)
    assert _rows(file, "PRAGMA journal_mode") == [("wal",)]
    assert [file.stat().st_mode & 0o777, (file.parent / SALT_FILE).stat().st_mode & 0o777] == [0o600, 0o600]


def test_a_row_is_not_followed_by_the_next_number(journal: Journal) -> None:
    assert abs(_asked(journal) - _asked(journal)) > 1


# Privacy


def test_no_id_of_a_person_or_chat_is_in_the_files(journal: Journal, file: Path) -> None:
    row = _asked(journal)
    journal.asked(CHAT, PERSON, UNKNOWN, f"tg://user?id={PERSON} ?", 1.0)
    journal.voted(row, PERSON, True)
    journal.remember("turns", CHAT, PERSON, "card::fr-prefet", None)
    journal.remember("language", 0, PERSON, "ko", None)
    held = _bytes(file.parent)
    for id in (CHAT, PERSON):
        plain = [str(id), str(abs(id)), f"{abs(id):x}"]
        coded = [abs(id).to_bytes(size, order) for size in (5, 6, 8) for order in ("big", "little")]
        assert not [text for text in plain if text.encode() in held]
        assert not [code for code in coded if code.strip(b"\0") in held]


@pytest.mark.parametrize("status", ["answered", "clarify", "courtesy"])
def test_no_text_of_a_question_that_got_an_answer_is_in_the_files(journal: Journal, file: Path, status: str) -> None:
    answer = Answer("fr", status, "Le texte de la fiche", "Le texte de la fiche")  # type: ignore[arg-type]
    journal.asked(CHAT, PERSON, answer, "Bonjour, je suis Camille Exemple", 1.0)
    held = _bytes(file.parent)
    assert b"Camille" not in held and b"fiche" not in held


def test_addresses_and_numbers_are_taken_out_of_kept_texts(journal: Journal, file: Path) -> None:
    text = "@camille_x camille@exemple.fr t.me/camille +33 (0)1 23 45 67 89, 02-123-4567, 5512345678 : 226 si/gun/gu en 2026 ?"
    journal.asked(CHAT, PERSON, UNKNOWN, text, 1.0)
    journal.remarked(_asked(journal), text)
    expected = [("[…] […] […] […], […], […] : 226 si/gun/gu en 2026 ?",)]
    assert _rows(file, "SELECT text FROM unanswered") == expected
    assert _rows(file, "SELECT text FROM remarks") == expected


@pytest.mark.parametrize("text", ["a\x00b", "\ud83d", "x" * 100_000, "9 " * 50_000])
def test_any_text_can_be_kept_and_is_cut(journal: Journal, file: Path, text: str) -> None:
    assert journal.asked(CHAT, PERSON, UNKNOWN, text, 1.0) is not None
    assert journal.losses == 0
    assert len(str(_rows(file, "SELECT text FROM unanswered")[0][0])) <= 1_000


def test_a_person_has_the_same_hash_after_a_restart_and_another_elsewhere(tmp_path: Path, clock: Clock) -> None:
    files = [tmp_path / "a" / "journal.sqlite3", tmp_path / "a" / "journal.sqlite3", tmp_path / "b" / "journal.sqlite3"]
    for file in files:
        journal = _open(file, clock)
        _asked(journal)
        journal.close()
    here, there = (_rows(file, "SELECT DISTINCT person FROM questions") for file in (files[0], files[2]))
    assert len(here) == 1 and here != there


def test_a_person_and_their_private_chat_have_different_hashes(journal: Journal, file: Path) -> None:
    _asked(journal, chat=PERSON)
    assert _rows(file, "SELECT count(*) FROM questions WHERE chat = person") == [(0,)]


def test_many_threads_that_open_it_first_make_one_salt(file: Path, clock: Clock) -> None:
    journals = [_open(file, clock) for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda journal: _asked(journal), journals))
    for journal in journals:
        journal.close()
    assert _rows(file, "SELECT count(*), count(DISTINCT person) FROM questions") == [(8, 1)]


def test_a_damaged_salt_is_not_replaced_in_silence(file: Path, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    file.parent.mkdir()
    (file.parent / SALT_FILE).write_bytes(b"short")
    journal = _open(file, clock)
    assert journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) is None
    assert journal.losses == 1 and "damaged" in caplog.text


# Votes and remarks


def test_a_person_has_one_vote_that_can_change(journal: Journal, file: Path) -> None:
    row = _asked(journal)
    journal.voted(row, PERSON, True)
    journal.voted(row, PERSON, False)
    journal.voted(row, OTHER, True)
    assert _rows(file, "SELECT up FROM votes ORDER BY up") == [(0,), (1,)]


def test_a_vote_on_a_row_that_is_gone_is_no_loss(journal: Journal, file: Path) -> None:
    journal.voted(17, PERSON, True)
    assert _rows(file, "SELECT count(*) FROM votes") == [(0,)] and journal.losses == 0


def test_a_remark_says_what_was_answered_and_not_by_whom(journal: Journal, file: Path) -> None:
    journal.remarked(_asked(journal), " Le numéro a changé ")
    journal.remarked(17, "on a row that is gone")
    assert sorted(_rows(file, "SELECT card, status, text FROM remarks"), key=lambda row: str(row[2])) == [
        ("fr-prefet", "answered", "Le numéro a changé"),
        (None, None, "on a row that is gone"),
    ]
    assert {row[1] for row in _rows(file, "PRAGMA table_info(remarks)")}.isdisjoint(
        {"person", "chat", "question", "at"}
    )


# Forgetting


def test_forgetting_deletes_everything_of_a_person_and_nothing_of_others(journal: Journal, file: Path) -> None:
    mine, others = _asked(journal), _asked(journal, OTHER)
    for row, person in ((mine, PERSON), (others, PERSON), (mine, OTHER), (others, OTHER)):
        journal.voted(row, person, True)
    for person in (PERSON, OTHER):
        journal.remember("turns", CHAT, person, "x", None)
        journal.remember("language", 0, person, "ko", None)
        journal.remember("answer", person, 55, "1 2", None)  # in a private chat
    assert journal.forget(PERSON) == 1 + 3 + 3
    assert _rows(file, "SELECT count(*) FROM questions UNION ALL SELECT count(*) FROM votes") == [(1,), (1,)]
    assert [journal.recall("language", 0, person) for person in (PERSON, OTHER)] == [None, "ko"]
    assert journal.forget(PERSON) == 0


def test_what_is_forgotten_is_overwritten_in_the_files(journal: Journal, file: Path) -> None:
    _asked(journal)
    ((hash,),) = _rows(file, "SELECT person FROM questions")
    assert str(hash).encode() in _bytes(file.parent)
    journal.forget(PERSON)
    assert str(hash).encode() not in _bytes(file.parent)


def test_forgetting_nobody_known_deletes_nothing(journal: Journal, file: Path) -> None:
    _asked(journal, person=0)
    assert journal.forget(0) == 0
    assert _rows(file, "SELECT person FROM questions") == [(None,)]


def test_nobody_is_told_that_they_are_forgotten_when_they_are_not(journal: Journal, file: Path) -> None:
    _asked(journal)
    with _locked(file), pytest.raises(OSError, match="locked"):
        journal.forget(PERSON)
    assert journal.losses == 1


# What conversations remember


def test_memory_survives_a_restart(journal: Journal, file: Path, clock: Clock) -> None:
    journal.remember("turns", CHAT, PERSON, "card::fr-prefet", clock.now + 1)
    journal.close()
    assert _open(file, clock).recall("turns", CHAT, PERSON) == "card::fr-prefet"


def test_turns_expire_and_a_choice_stays(journal: Journal, clock: Clock) -> None:
    journal.remember("turns", CHAT, PERSON, "x", clock.now + 1800)
    journal.remember("language", 0, PERSON, "ko", None)
    clock.now += 1799
    assert journal.recall("turns", CHAT, PERSON) == "x"
    clock.now += 1
    assert journal.recall("turns", CHAT, PERSON) is None
    clock.now += 400 * 86_400
    journal.tidy(clock.moment)
    assert journal.recall("language", 0, PERSON) == "ko"


def test_what_expired_leaves_the_file_with_the_next_conversation(journal: Journal, file: Path, clock: Clock) -> None:
    journal.remember("turns", CHAT, PERSON, "x", clock.now + 1800)
    clock.now += 1800
    journal.remember("turns", CHAT, OTHER, "y", clock.now + 1800)
    assert _rows(file, "SELECT value FROM memory") == [("y",)]


def test_a_value_takes_the_place_of_the_one_before_and_a_blank_one_removes_it(journal: Journal) -> None:
    journal.remember("listen", CHAT, 0, "on", None)
    journal.remember("listen", CHAT, 0, "off", None)
    assert journal.recall("listen", CHAT, 0) == "off"
    journal.remember("listen", CHAT, 0, "", None)
    assert journal.recall("listen", CHAT, 0) is None


def test_drawers_chats_and_keys_are_kept_apart(journal: Journal) -> None:
    journal.remember("turns", CHAT, PERSON, "x", None)
    others = [("language", CHAT, PERSON), ("turns", 0, PERSON), ("turns", CHAT, OTHER), ("turns", PERSON, CHAT)]
    assert [journal.recall(*other) for other in others] == [None] * 4


def test_an_update_is_taken_once_also_after_a_restart(journal: Journal, file: Path, clock: Clock) -> None:
    assert [journal.claim("7-ab"), journal.claim("7-ab"), journal.claim("8-ab")] == [True, False, True]
    journal.close()
    assert _open(file, clock).claim("7-ab") is False


# Ninety days


def test_what_is_older_than_ninety_days_is_deleted(journal: Journal, file: Path, clock: Clock) -> None:
    row = journal.asked(CHAT, PERSON, UNKNOWN, "?", 1.0)
    assert row is not None
    journal.voted(row, OTHER, True)
    journal.remarked(row, "faux")
    journal.claim("7-ab")
    assert journal.tidy(clock.moment + timedelta(days=1)) == 0
    assert journal.tidy(clock.moment + timedelta(days=89)) == 1  # the update taken
    assert journal.tidy(clock.moment + timedelta(days=90, seconds=1)) == 4


def test_old_rows_go_without_anybody_asking_for_it(journal: Journal, file: Path, clock: Clock) -> None:
    _asked(journal)
    clock.now += 91 * 86_400
    new = _asked(journal)
    assert _rows(file, "SELECT id FROM questions") == [(new,)]


# When it cannot write


def _said(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [each for each in caplog.records if each.levelno >= logging.WARNING]


class _locked:  # noqa: N801
    """The file while somebody else holds it."""

    def __init__(self, file: Path) -> None:
        self._other = sqlite3.connect(file, isolation_level=None)

    def __enter__(self) -> None:
        self._other.execute("BEGIN EXCLUSIVE")

    def __exit__(self, *_: object) -> None:
        self._other.close()


def test_a_locked_file_loses_the_record_and_nothing_else(
    journal: Journal, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    row = _asked(journal)
    journal.remember("language", 0, PERSON, "ko", None)
    with _locked(file):
        assert journal.asked(CHAT, PERSON, ANSWERED, "Un secret ?", 1.0) is None
        journal.voted(row, PERSON, True)
        journal.remarked(row, "faux")
        journal.remember("language", 0, PERSON, "fr", None)
        assert journal.claim("7-ab") is True
        assert journal.tidy(datetime(2030, 1, 1, tzinfo=UTC)) == 0
        assert journal.recall("language", 0, PERSON) == "ko"
    assert journal.losses == len(_said(caplog)) == 6
    assert all("locked" in each.getMessage() and "secret" not in each.getMessage() for each in _said(caplog))
    assert _asked(journal)


def test_a_file_locked_at_the_start_is_opened_later(file: Path, clock: Clock) -> None:
    file.parent.mkdir()
    with _locked(file):
        journal = _open(file, clock)
        journal.open()
        assert journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) is None
        assert journal.recall("language", 0, PERSON) is None
    assert _asked(journal)


def test_a_full_disk_loses_the_records_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    script = """
        import resource, sys
        from pathlib import Path
        from bot.answer import Answer
        from bot.journal import open_journal
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
    assert _rows(tmp_path / "journal.sqlite3", "SELECT count(*) FROM questions") == [(int(done.stdout),)]
    assert _rows(tmp_path / "journal.sqlite3", "PRAGMA integrity_check") == [("ok",)]


def test_a_folder_that_cannot_be_made_stops_no_answer(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "occupied").write_text("a file where the folder should be")
    journal = _open(tmp_path / "occupied" / "journal.sqlite3", clock)
    journal.open()
    assert journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) is None
    assert journal.recall("language", 0, PERSON) is None
    assert journal.losses == 2


def test_a_read_only_file_can_still_be_read(file: Path, clock: Clock) -> None:
    journal = _open(file, clock)
    journal.remember("language", 0, PERSON, "ko", None)
    journal.close()
    if os.geteuid() == 0:  # for root no file is read-only
        pytest.skip("needs another user than root")
    file.chmod(0o400)
    journal = _open(file, clock)
    assert journal.recall("language", 0, PERSON) == "ko"
    assert journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) is None
    assert journal.losses == 1


def test_a_file_that_was_deleted_is_begun_anew(journal: Journal, file: Path) -> None:
    _asked(journal)
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()
    row = _asked(journal)
    assert _rows(file, "SELECT id FROM questions") == [(row,)] and journal.losses == 0


# Damage


def test_a_file_that_is_no_database_is_moved_aside_and_begun_anew(
    file: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database, but somebody may want it back " * 100)
    journal = _open(file, clock)
    assert _asked(journal)
    (aside,) = file.parent.glob("journal.sqlite3.damaged-*")
    assert aside.read_bytes().startswith(b"not a database") and journal.losses == 0
    assert [each.levelname for each in _said(caplog)] == ["ERROR"] and aside.name in caplog.text


def test_damage_while_it_runs_loses_no_record_that_comes_after(journal: Journal, file: Path) -> None:
    for _ in range(200):
        journal.asked(CHAT, PERSON, UNKNOWN, "x" * 900, 1.0)
    journal.close()
    size = file.stat().st_size
    with file.open("r+b") as out:
        out.seek(4096)
        out.write(os.urandom(size - 4096))
    row = _asked(journal)
    assert _rows(file, "SELECT id FROM questions") == [(row,)] and journal.losses == 0
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
    rows = [journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) for _ in range(20)]
    assert _rows(file, "PRAGMA integrity_check") == [("ok",)]
    assert rows[-1] is not None


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
            row = _asked(journal, person, UNKNOWN)
            journal.voted(row, person, turn % 2 == 0)
            journal.remember("turns", CHAT, person, str(turn), None)
            assert journal.recall("turns", CHAT, person) == str(turn)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(1, 9)))
    counts = "SELECT count(*), count(DISTINCT person) FROM {}"
    assert [_rows(file, counts.format(table)) for table in ("questions", "votes")] == [[(200, 8)]] * 2
    assert _rows(file, "SELECT count(*) FROM memory") == [(8,)] and journal.losses == 0


def test_one_update_asked_for_by_eight_threads_is_taken_once(journal: Journal) -> None:
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(lambda _: journal.claim("7-ab"), range(8))) == 1


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
