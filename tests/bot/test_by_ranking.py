"""Two readings that are one question over the table."""

from __future__ import annotations

import pytest

from bot.by_ranking import ranking_of_both
from bot.subject import Subject


def _table(intent: str) -> Subject:
    return Subject("table", (), intent)


@pytest.mark.parametrize("order", [1, -1])
def test_a_ranking_and_a_list_of_the_same_units_are_answered_by_the_ranking(order: int) -> None:
    ranked = _table("table-largest-overall/epci-cu/fr")
    assert ranking_of_both((ranked, _table("table-list-overall/epci-cu/fr"))[::order]) == ranked


@pytest.mark.parametrize(
    "readings",
    [
        (_table("table-largest-overall/epci-cu/fr"), _table("table-list-overall/epci-ca/fr")),
        (_table("table-largest-overall/city/fr"), _table("table-list-overall/city/kr")),
        (_table("table-largest-overall/city/fr"), _table("table-smallest-overall/city/fr")),
        (_table("table-largest-overall/city/fr"), Subject("card", ("fr-commune",))),
        (_table("table-list-overall/city/fr"), _table("table-list-overall/city/fr")),
        (Subject("partners", (), "partners-list/winning/fr/x/active"), _table("table-list-overall/city/fr")),
        (),
    ],
)
def test_other_readings_are_two_questions(readings: tuple[Subject, ...]) -> None:
    assert ranking_of_both(readings) is None
