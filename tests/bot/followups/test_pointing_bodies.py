"""What points for sure to the body just told: its like abroad."""

from __future__ import annotations

from datetime import date

import pytest

from bot.alone.deciding import Alone
from bot.answer import Decision
from bot.followups import pointing_bodies
from bot.followups.pointing_bodies import of_its_like
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from tests.bot.understood import snapshot_of, surely

TODAY = date(2026, 12, 1)


def _after(*subjects: Subject) -> Turn:
    return Turn(Question("what is it?", surely("en")), Decision("answered", subjects, 0.9))


@pytest.mark.parametrize(
    ("got", "given"),
    [
        (Decision("answered", (Subject("contact", ("business-france",), "site"),), 0.8), True),
        (Decision("unknown", reason="line", referral="business-france"), True),
        (Decision("answered", (Subject("contact", ("business-france",), "site"),), 0.6), False),
        (Decision("answered", (Subject("contact", ("kotra",), "site"),), 0.9), False),  # the one told, again
        (Decision("answered", (Subject("card", ("cmp-tourism",)),), 0.9), False),
        (Decision("unknown", reason="unsure"), False),
    ],
)
def test_what_is_like_the_body_told_is_one_of_the_country_asked_about(
    got: Decision, given: bool, shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pointing_bodies, "alone", lambda *args: Alone(got, 0.1, 0.1))
    question = Question("and its French counterpart, a website?", surely("en"), countries=frozenset({"FR"}))
    found = of_its_like(question, _after(Subject("contact", ("kotra",))), snapshot_of(library=shipped), TODAY)
    assert (found is not None) == given
    if found is not None:
        assert (found.subjects, found.referral, found.follows) == (got.subjects, got.referral, True)
    assert of_its_like(question, _after(), snapshot_of(library=shipped), TODAY) is None
