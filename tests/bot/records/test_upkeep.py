"""What is due and when it is said: validity, the year since a check, the week since a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.records.journal_reading import Activity, Remark
from bot.records.upkeep import MOST_CARDS, Due, due, is_time, quoted, report, year_before
from knowledge.cards import Card
from knowledge.library import Library
from knowledge.text import LANGUAGES, Language
from tests.small import small_cards

TODAY = date(2026, 11, 28)
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)
BASE = Card.model_validate(small_cards(("fr-prefet",))[0])


def card(id: str, checked: date = TODAY, valid_until: date | None = None) -> Card:
    return BASE.model_copy(update={"id": id, "checked": checked, "valid_until": valid_until})


def library(*cards: Card) -> Library:
    return Library(cards={each.id: each for each in cards})


def test_a_card_is_due_the_day_after_its_validity() -> None:
    last_day, over = card("fr-a", valid_until=TODAY), card("fr-b", valid_until=TODAY - timedelta(days=1))
    assert due(library(last_day, over), TODAY) == Due(expired=(over,))


def test_a_card_is_due_when_its_check_is_more_than_a_year_ago() -> None:
    year, more = card("fr-a", date(2025, 11, 28)), card("fr-b", date(2025, 11, 27))
    assert due(library(year, more), TODAY) == Due(stale=(more,))


def test_a_card_past_both_is_named_once_and_the_oldest_come_first() -> None:
    both = card("fr-a", date(2024, 1, 1), date(2025, 1, 1))
    older = card("fr-b", TODAY, date(2024, 12, 31))
    assert due(library(both, older), TODAY) == Due(expired=(older, both))


@pytest.mark.parametrize(
    ("today", "before"),
    [(date(2028, 2, 29), date(2027, 2, 28)), (date(2029, 2, 28), date(2028, 2, 28)), (TODAY, date(2025, 11, 28))],
)
def test_the_year_before_is_there_on_leap_days_too(today: date, before: date) -> None:
    assert year_before(today) == before


@pytest.mark.parametrize(
    ("ago", "time"),
    [
        (timedelta(), False),
        (timedelta(days=6, hours=23), False),
        (timedelta(days=7), True),
        (timedelta(days=400), True),
        (-timedelta(days=2), False),
        (-timedelta(days=300), True),
    ],
)
def test_a_report_is_due_after_a_week_and_after_a_clock_was_far_ahead(ago: timedelta, time: bool) -> None:
    assert is_time(NOW - ago, NOW) is time


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_due_says_nothing(language: Language) -> None:
    assert report(Due(), Activity(), language) == ""


def test_the_report_names_cards_remarks_and_questions() -> None:
    activity = Activity(
        remarks=(Remark("La date est fausse.", TODAY, "fr-prefet"), Remark("Merci", TODAY)), without_answer=12
    )
    found = Due((card("fr-a", valid_until=date(2026, 10, 1)),), (card("kr-b", date(2025, 3, 2)),))
    assert report(found, activity, "fr") == "\n\n".join(
        [
            "Rapport de la semaine",
            "Fiches dont la validité est passée (1) :\n- fr-a (1er octobre 2026)",
            "Fiches contrôlées il y a plus d'un an (1) :\n- kr-b (2 mars 2025)",
            "Remarques reçues (2) :\n- Remarque sur fr-prefet : « La date est fausse. »\n"
            "- Remarque sur une réponse : « Merci »",
            "Questions sans réponse : 12. /unanswered les regroupe.",
        ]
    )


def test_a_long_list_is_cut_and_the_rest_counted() -> None:
    found = Due(stale=tuple(card(f"fr-{number}", date(2020, 1, 1)) for number in range(MOST_CARDS + 4)))
    text = report(found, Activity(), "en")
    assert f"({MOST_CARDS + 4})" in text and text.endswith("and 4 more") and text.count("\n- ") == MOST_CARDS


def test_a_remark_is_quoted_with_what_it_is_about() -> None:
    remark = Remark("틀렸어요", TODAY, place="fr-dep-37")
    assert quoted(remark, "ko") == "fr-dep-37에 대한 의견: ‘틀렸어요’"
    assert quoted(replace(remark, card="fr-maire"), "en") == "Remark on fr-maire: “틀렸어요”"
