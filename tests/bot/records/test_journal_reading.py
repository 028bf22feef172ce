"""What the journal tells curators: counts, votes and texts, since a day, without anybody's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from bot.answer import Answer
from bot.records.journal import Journal
from bot.records.journal_reading import Count, Remark, Standing
from tests.bot.journals import ANSWERED, CHAT, OTHER, PERSON, UNKNOWN, Clock, asked, open_at

DAY = 86_400.0


def test_questions_are_counted_by_day_language_and_status(journal: Journal, clock: Clock) -> None:
    asked(journal)
    asked(journal)
    asked(journal, answer=UNKNOWN)
    first = clock.moment.date()
    clock.now += DAY
    asked(journal, answer=Answer("en", "courtesy", "Hello", "Hello"))
    found = journal.activity(first)
    assert found is not None
    assert found.counts == (
        Count(first, "fr", "answered", 2),
        Count(first, "ko", "unknown", 1),
        Count(first + timedelta(days=1), "en", "courtesy", 1),
    )


def test_a_day_ends_at_midnight_utc(journal: Journal, clock: Clock) -> None:
    clock.now -= clock.now % DAY
    asked(journal)
    day = clock.moment.date()
    clock.now -= 1
    asked(journal)
    found = journal.activity(day)
    assert found is not None and found.counts == (Count(day, "fr", "answered", 1),)


def test_cards_are_counted_with_their_votes_the_most_asked_first(journal: Journal, clock: Clock) -> None:
    other = replace(ANSWERED, cards=("fr-maire",))
    rows = [asked(journal), asked(journal, answer=other), asked(journal, answer=other)]
    journal.voted(rows[0], PERSON, True)
    journal.voted(rows[0], OTHER, False)
    journal.voted(rows[1], PERSON, False)
    asked(journal, answer=UNKNOWN)  # its card is the nearest one, which did not answer
    found = journal.activity(clock.moment.date())
    assert found is not None
    assert found.cards == (Standing("fr-maire", 2, 0, 1), Standing("fr-prefet", 1, 1, 1))


def test_texts_of_questions_without_an_answer_come_newest_first(journal: Journal, clock: Clock) -> None:
    journal.asked(CHAT, PERSON, UNKNOWN, "첫 번째?", 1.0)
    first = clock.moment.date()
    clock.now += DAY
    journal.asked(CHAT, PERSON, UNKNOWN, "두 번째?", 1.0)
    found = journal.activity(first)
    assert found is not None
    assert [(each.day, each.language, each.text) for each in found.unanswered] == [
        (first + timedelta(days=1), "ko", "두 번째?"),
        (first, "ko", "첫 번째?"),
    ]
    assert found.without_answer == 2 and len({each.id for each in found.unanswered}) == 2
    later = journal.activity(first + timedelta(days=1))
    assert later is not None and [each.text for each in later.unanswered] == ["두 번째?"]


def test_a_remark_is_returned_as_it_was_recorded_and_read_again(journal: Journal, clock: Clock) -> None:
    said = journal.remarked(asked(journal), " La date est fausse, écrivez à jean@example.org ")
    assert said == Remark("La date est fausse, écrivez à […]", clock.moment.date(), "fr-prefet", None, "mois")
    assert said.about == "fr-prefet"
    found = journal.activity(clock.moment.date())
    assert found is not None and found.remarks == (said,)


def test_a_remark_on_an_answer_that_is_gone_is_about_nothing(journal: Journal, clock: Clock) -> None:
    assert journal.remarked(7, "faux") == Remark("faux", clock.moment.date())


def test_a_database_that_cannot_be_read_gives_nothing_and_is_counted(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "state").write_text("a file where a folder has to be")
    journal = open_at(tmp_path / "state" / "journal.sqlite3", clock)
    assert journal.activity(clock.moment.date()) is None
    assert journal.losses == 1
