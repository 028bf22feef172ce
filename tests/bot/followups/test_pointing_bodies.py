"""What points for sure to the body just told: its like abroad, one way to reach it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.alone.deciding import Alone
from bot.answer import CERTAIN, Decision
from bot.followups import pointing_bodies
from bot.followups.pointed import Pointed
from bot.followups.pointing_bodies import of_another_like, of_its_like, of_its_way
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from index.snapshot import Snapshot
from knowledge.library import Library
from tests.bot.understood import named_in, snapshot_of, surely


def _after(*subjects: Subject) -> Turn:
    return Turn(Question("what is it?", surely("en")), Decision("answered", subjects, 0.9))


def _pointed(question: Question, last: Turn, snapshot: Snapshot) -> Pointed:
    return Pointed(question, [last], last, snapshot, date(2026, 12, 1))


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
    found = of_its_like(_pointed(question, _after(Subject("contact", ("kotra",))), snapshot_of(library=shipped)))
    assert (found is not None) == given
    if found is not None:
        assert (found.subjects, found.referral, found.follows) == (got.subjects, got.referral, True)
    assert of_its_like(_pointed(question, _after(), snapshot_of(library=shipped))) is None


@pytest.mark.parametrize(
    ("text", "told", "found"),
    [
        ("their website then?", Subject("contact", ("kotra",)), Subject("contact", ("kotra",), "site")),
        ("can you give me their phone number then", Subject("contact", ("namk",)), "namk"),
        ("could you give me their email", Subject("card", ("kr-mois",)), "mois"),  # neither of those it lists
        ("their phone?", Subject("card", ("kr-mois",)), None),  # one of those it lists has it
        ("the phone?", Subject("contact", ("kotra",)), None),
    ],
)
def test_one_way_is_told_or_that_it_is_not_held(
    text: str, told: Subject, found: Subject | str | None, shipped: Library
) -> None:
    asked = Question(text, surely("en"))
    decision = of_its_way(_pointed(asked, _after(told), snapshot_of(library=shipped)))
    if isinstance(found, Subject):
        assert decision == Decision("answered", (found,), CERTAIN, follows=True)
    elif found is not None:
        assert decision == Decision("unknown", reason="line", referral=found, follows=True)
    else:
        assert decision is None


@pytest.mark.parametrize("got", [Decision("answered", (Subject("card", ("cmp-tourism",)),), 0.6), Decision("unknown")])
def test_what_is_like_another_body_is_given_where_it_is_found(got: Decision, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pointing_bodies, "alone", lambda *args: Alone(got, 0.1, 0.1))
    text, further = "the French equivalent of KOICA?", "and KOTRA?"
    before = Question(text, surely("en"), contacts=(named_in(text, "KOICA", "koica"),))
    question = Question(further, surely("en"), contacts=(named_in(further, "KOTRA", "kotra"),))
    found = of_another_like(_pointed(question, Turn(before, got), snapshot_of()))
    assert (found is not None) == (got.status == "answered")
    assert of_another_like(_pointed(Question("and then?", surely("en")), Turn(before, got), snapshot_of())) is None
