"""Kinds of place told or set aside away from a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.names.kinds import denied, in_apposition, spans_denied
from index.names.text import read_text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Vienne - the town near Lyon, not the department. Population?", "departement"),
        ("la ville de Mayenne, pas le département", "departement"),
        ("je parle de la région et non pas du département", "departement"),
        ("비엔 데파르트망 말고 도시요", "departement"),
        ("광주 광역시 말고", "kr-metropolitan-city"),
    ],
)
def test_a_kind_is_set_aside(text: str, kind: str) -> None:
    assert kind in denied(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "pas le préfet du département",
        "not the department head",
        "est-ce une ville, pas un département ?",
        "파리시 말고 리옹",
        "수원시 말고",
    ],
)
def test_other_words_set_no_kind_aside(text: str) -> None:
    assert denied(text) == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Vienne, la ville, population ?", True),
        ("Vienne - the town near Lyon", True),
        ("Mayenne, la ville la plus peuplée", False),
        ("Vienne-la-Ville", False),
        ("Vienne, une ville", False),
        ("Vienne", False),
    ],
)
def test_a_kind_in_apposition_is_told(text: str, told: bool) -> None:
    assert ("commune" in in_apposition(read_text(text).tokens, 1)) == told


@given(st.text())
def test_any_text_may_be_searched_for_kinds_set_aside(text: str) -> None:
    assert len(spans_denied(text)) == 0 or denied(text)
