"""An answer says something, whatever was decided."""

from __future__ import annotations

from datetime import date

from bot.answer import Decision
from bot.composing import compose
from bot.subject import Subject
from knowledge.library import Library
from tests.bot.understood import snapshot_of


def test_lines_that_no_sheet_holds_are_no_answer(shipped: Library) -> None:
    lines = tuple(Subject("place", (id,), "phone") for id in ("kr-51820", "kr-48820"))
    answer = compose(Decision("answered", lines, 0.9), "en", snapshot_of(library=shipped), date(2026, 12, 1))
    assert (answer.status, answer.reason) == ("unknown", "not_held")
    assert answer.answer
    assert answer.places == ("kr-51820", "kr-48820")


def test_a_line_that_one_of_two_holds_is_given(shipped: Library) -> None:
    lines = (Subject("place", ("kr-51820",), "phone"), Subject("place", ("fr-com-37261",), "phone"))
    answer = compose(Decision("answered", lines, 0.9), "en", snapshot_of(library=shipped), date(2026, 12, 1))
    assert answer.status == "answered"
    assert answer.places == ("fr-com-37261",)
