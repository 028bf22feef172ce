"""What conversations remember, on real SQLite files."""

from __future__ import annotations

from pathlib import Path

from bot.records.journal import Journal
from tests.bot.journals import CHAT, OTHER, PERSON, Clock, open_at, rows

# What conversations remember


def test_memory_survives_a_restart(journal: Journal, file: Path, clock: Clock) -> None:
    journal.remember("turns", CHAT, PERSON, "card::fr-prefet", clock.now + 1)
    journal.close()
    assert open_at(file, clock).recall("turns", CHAT, PERSON) == "card::fr-prefet"


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
    assert rows(file, "SELECT value FROM memory") == [("y",)]


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
