"""Many forms at once: whole words only, and of overlapping ones the leftmost and longest."""

from __future__ import annotations

from knowledge.forms import Forms


def _spaced(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("", " ") and text[end : end + 1] in ("", " ")


def test_the_longest_form_at_a_place_counts() -> None:
    forms = Forms({"new york": "city", "new": "adjective", "york": "town"})
    assert forms.find("a new york cab", _spaced) == [(2, 10, "city")]


def test_a_shorter_form_counts_where_the_longer_is_no_whole_word() -> None:
    forms = Forms({"new york": "city", "new": "adjective"})
    assert forms.find("new yorker", _spaced) == [(0, 3, "adjective")]


def test_forms_stand_in_the_order_of_the_text() -> None:
    assert [meaning for *_, meaning in Forms({"b": 2, "a": 1}).find("b a b", _spaced)] == [2, 1, 2]


def test_without_forms_nothing_is_found() -> None:
    assert Forms[int]({}).find("new york", _spaced) == []
