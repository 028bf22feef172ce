"""The journal on real SQLite files: what it keeps, what it never keeps, and for how long."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from bot.answer import Answer
from bot.messenger.recording import Record
from bot.records.journal import Journal
from bot.records.pseudonyms import SALT_FILE
from tests.bot.journals import ANSWERED, CHAT, OTHER, PERSON, UNKNOWN, Clock, asked, held_in, locked, open_at, rows

# What is kept


def test_what_a_curator_did_is_kept_and_without_the_person_once_forgotten(
    journal: Journal, file: Path, clock: Clock
) -> None:
    journal.acted(PERSON, "upload", "done", "cards/fr/levels.yaml: 1 added; ask a@b.fr")
    clock.now += 60
    journal.acted(OTHER, "reload", "failed", "")
    first, second = journal.actions(clock.moment - timedelta(hours=1))
    assert (first.action, first.outcome, first.detail) == (
        "upload", "done", "cards/fr/levels.yaml: 1 added; ask […]",
    )  # fmt: skip
    assert second.at == clock.moment and first.person and first.person != second.person
    journal.forget(PERSON)
    assert [action.person for action in journal.actions(first.at)] == [None, second.person]
    assert str(PERSON).encode() not in held_in(file.parent)


def test_it_is_a_record_of_the_messenger(journal: Journal) -> None:
    record: Record = journal
    assert record.recall("language", 0, PERSON) is None


def test_a_question_is_kept_with_how_it_went(journal: Journal, file: Path) -> None:
    row = asked(journal)
    query = "SELECT id, at, language, status, reason, card, place, contact, confidence, milliseconds FROM questions"
    assert rows(file, query) == [
        (row, "2027-01-15 08:00:00.000000", "fr", "answered", None, "fr-prefet", None, "mois", 0.9123, 12.3)
    ]


def test_a_question_without_answer_keeps_its_text_apart(journal: Journal, file: Path) -> None:
    journal.asked(CHAT, PERSON, UNKNOWN, "군수의 나이는?", 1.0)
    assert rows(file, "SELECT day, language, text FROM unanswered") == [("2027-01-15", "ko", "군수의 나이는?")]
    assert rows(file, "SELECT status, reason, card FROM questions") == [("unknown", "unsure", "kr-gun")]


def test_the_file_is_in_write_ahead_mode_and_its_owners_alone(journal: Journal, file: Path) -> None:
    asked(journal)
    assert rows(file, "PRAGMA journal_mode") == [("wal",)]
    assert [file.stat().st_mode & 0o777, (file.parent / SALT_FILE).stat().st_mode & 0o777] == [0o600, 0o600]


def test_a_row_is_not_followed_by_the_next_number(journal: Journal) -> None:
    assert abs(asked(journal) - asked(journal)) > 1


# Privacy


def test_no_id_of_a_person_or_chat_is_in_the_files(journal: Journal, file: Path) -> None:
    row = asked(journal)
    journal.asked(CHAT, PERSON, UNKNOWN, f"tg://user?id={PERSON} ?", 1.0)
    journal.voted(row, PERSON, True)
    journal.remember("turns", CHAT, PERSON, "card::fr-prefet", None)
    journal.remember("language", 0, PERSON, "ko", None)
    held = held_in(file.parent)
    for id in (CHAT, PERSON):
        plain = [str(id), str(abs(id)), f"{abs(id):x}"]
        coded = [abs(id).to_bytes(size, order) for size in (5, 6, 8) for order in ("big", "little")]
        assert not [text for text in plain if text.encode() in held]
        assert not [code for code in coded if code.strip(b"\0") in held]


@pytest.mark.parametrize("status", ["answered", "clarify", "courtesy"])
def test_no_text_of_a_question_that_got_an_answer_is_in_the_files(journal: Journal, file: Path, status: str) -> None:
    answer = Answer("fr", status, "Le texte de la fiche", "Le texte de la fiche")  # type: ignore[arg-type]
    journal.asked(CHAT, PERSON, answer, "Bonjour, je suis Camille Exemple", 1.0)
    held = held_in(file.parent)
    assert b"Camille" not in held and b"fiche" not in held


def test_addresses_and_numbers_are_taken_out_of_kept_texts(journal: Journal, file: Path) -> None:
    text = "@camille_x camille@exemple.fr t.me/camille +33 (0)1 23 45 67 89, 02-123-4567, 5512345678 : 226 si/gun/gu en 2026 ?"
    journal.asked(CHAT, PERSON, UNKNOWN, text, 1.0)
    journal.remarked(asked(journal), text)
    expected = [("[…] […] […] […], […], […] : 226 si/gun/gu en 2026 ?",)]
    assert rows(file, "SELECT text FROM unanswered") == expected
    assert rows(file, "SELECT text FROM remarks") == expected


@pytest.mark.parametrize("text", ["a\x00b", "\ud83d", "x" * 100_000, "9 " * 50_000])
def test_any_text_can_be_kept_and_is_cut(journal: Journal, file: Path, text: str) -> None:
    assert journal.asked(CHAT, PERSON, UNKNOWN, text, 1.0) is not None
    assert journal.losses == 0
    assert len(str(rows(file, "SELECT text FROM unanswered")[0][0])) <= 1_000


def test_a_person_has_the_same_hash_after_a_restart_and_another_elsewhere(tmp_path: Path, clock: Clock) -> None:
    files = [tmp_path / "a" / "journal.sqlite3", tmp_path / "a" / "journal.sqlite3", tmp_path / "b" / "journal.sqlite3"]
    for file in files:
        journal = open_at(file, clock)
        asked(journal)
        journal.close()
    here, there = (rows(file, "SELECT DISTINCT person FROM questions") for file in (files[0], files[2]))
    assert len(here) == 1 and here != there


def test_a_person_and_their_private_chat_have_different_hashes(journal: Journal, file: Path) -> None:
    asked(journal, chat=PERSON)
    assert rows(file, "SELECT count(*) FROM questions WHERE chat = person") == [(0,)]


def test_many_threads_that_open_it_first_make_one_salt(file: Path, clock: Clock) -> None:
    journals = [open_at(file, clock) for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda journal: asked(journal), journals))
    for journal in journals:
        journal.close()
    assert rows(file, "SELECT count(*), count(DISTINCT person) FROM questions") == [(8, 1)]


def test_a_damaged_salt_is_not_replaced_in_silence(file: Path, clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    file.parent.mkdir()
    (file.parent / SALT_FILE).write_bytes(b"short")
    journal = open_at(file, clock)
    assert journal.asked(CHAT, PERSON, ANSWERED, "?", 1.0) is None
    assert journal.losses == 1 and "damaged" in caplog.text


# Votes and remarks


def test_a_person_has_one_vote_that_can_change(journal: Journal, file: Path) -> None:
    row = asked(journal)
    journal.voted(row, PERSON, True)
    journal.voted(row, PERSON, False)
    journal.voted(row, OTHER, True)
    assert rows(file, "SELECT up FROM votes ORDER BY up") == [(0,), (1,)]


def test_a_vote_on_a_row_that_is_gone_is_no_loss(journal: Journal, file: Path) -> None:
    journal.voted(17, PERSON, True)
    assert rows(file, "SELECT count(*) FROM votes") == [(0,)] and journal.losses == 0


def test_a_remark_says_what_was_answered_and_not_by_whom(journal: Journal, file: Path) -> None:
    journal.remarked(asked(journal), " Le numéro a changé ")
    journal.remarked(17, "on a row that is gone")
    assert sorted(rows(file, "SELECT card, status, text FROM remarks"), key=lambda row: str(row[2])) == [
        ("fr-prefet", "answered", "Le numéro a changé"),
        (None, None, "on a row that is gone"),
    ]
    assert {row[1] for row in rows(file, "PRAGMA table_info(remarks)")}.isdisjoint({"person", "chat", "question", "at"})


# Forgetting


def test_forgetting_deletes_everything_of_a_person_and_nothing_of_others(journal: Journal, file: Path) -> None:
    mine, others = asked(journal), asked(journal, OTHER)
    for row, person in ((mine, PERSON), (others, PERSON), (mine, OTHER), (others, OTHER)):
        journal.voted(row, person, True)
    for person in (PERSON, OTHER):
        journal.remember("turns", CHAT, person, "x", None)
        journal.remember("language", 0, person, "ko", None)
        journal.remember("answer", person, 55, "1 2", None)  # in a private chat
    assert journal.forget(PERSON) == 1 + 3 + 3
    assert rows(file, "SELECT count(*) FROM questions UNION ALL SELECT count(*) FROM votes") == [(1,), (1,)]
    assert [journal.recall("language", 0, person) for person in (PERSON, OTHER)] == [None, "ko"]
    assert journal.forget(PERSON) == 0


def test_what_is_forgotten_is_overwritten_in_the_files(journal: Journal, file: Path) -> None:
    asked(journal)
    ((hash,),) = rows(file, "SELECT person FROM questions")
    assert str(hash).encode() in held_in(file.parent)
    journal.forget(PERSON)
    assert str(hash).encode() not in held_in(file.parent)


def test_forgetting_nobody_known_deletes_nothing(journal: Journal, file: Path) -> None:
    asked(journal, person=0)
    assert journal.forget(0) == 0
    assert rows(file, "SELECT person FROM questions") == [(None,)]


def test_nobody_is_told_that_they_are_forgotten_when_they_are_not(journal: Journal, file: Path) -> None:
    asked(journal)
    with locked(file), pytest.raises(OSError, match="locked"):
        journal.forget(PERSON)
    assert journal.losses == 1


# Ninety days


def test_what_is_older_than_ninety_days_is_deleted(journal: Journal, file: Path, clock: Clock) -> None:
    row = journal.asked(CHAT, PERSON, UNKNOWN, "?", 1.0)
    assert row is not None
    journal.voted(row, OTHER, True)
    journal.remarked(row, "faux")
    journal.acted(PERSON, "reload", "done", "3 cards")
    assert journal.tidy(clock.moment + timedelta(days=89)) == 0
    assert journal.tidy(clock.moment + timedelta(days=90, seconds=1)) == 5
    assert journal.actions(clock.moment) == []


def test_old_rows_go_without_anybody_asking_for_it(journal: Journal, file: Path, clock: Clock) -> None:
    asked(journal)
    clock.now += 91 * 86_400
    new = asked(journal)
    assert rows(file, "SELECT id FROM questions") == [(new,)]
