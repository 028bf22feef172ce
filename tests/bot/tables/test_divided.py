"""A unit asked for by how many of another it has."""

from __future__ import annotations

import pytest

from bot.tables.divided import divided


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("which departement has the most communes?", "departement:commune"),
        ("quelle région compte le plus de départements ?", "region:departement"),
        ("le département avec le moins de communes", "departement:commune"),
        ("코뮌이 가장 많은 데파르트망은?", "departement:commune"),
        ("X에서 구가 제일 많은 시", "city:district"),
        ("which departement has the highest number of communes", "departement:commune"),
        ("which commune of the departement X has the most inhabitants", None),
        ("le département le plus peuplé de la région X", None),
        ("the most communes", None),
    ],
)
def test_a_ranking_by_parts_names_whose_and_which(text: str, units: str | None) -> None:
    assert divided(text) == units
