"""Messages of several sentences: the second answer where two things are asked, and none where they are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import pytest

from bot import several
from bot.answer import Decision
from bot.language import Detection
from bot.question import Question
from bot.subject import Subject
from index.snapshot import Snapshot

PREFET = Subject("card", ("fr-prefet",))
PHONE = Subject("contact", ("mois",), "phone")
TOURS = Subject("place", ("fr-com-37261",), "population")
SITE = Subject("place", ("fr-com-37261",), "site")
SHEET = Subject("place", ("kr-41110",))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> None:
    def part(text: str, *_: object) -> Question:
        return Question(text, Detection("fr", supported=True, certain=True))

    monkeypatch.setattr(several, "part", part)


def _also(
    message: str, given: Subject, found: Sequence[Subject | None], confidence: float = 0.95
) -> tuple[Subject | None, int]:
    """Return what is answered too, where the sentences of a message get what is told; and how many were decided."""
    decided: list[Question] = []

    def decide(sentence: Question, before: Sequence[tuple[Question, Decision]]) -> Decision:
        assert len(before) == len(decided)
        decided.append(sentence)
        got = found[len(before)]
        return Decision("unknown") if got is None else Decision("answered", (got,), confidence)

    question = Question(message, Detection("fr", supported=True, certain=True))
    also = several.asked_also(question, Decision("answered", (given,), 0.9), decide, cast(Snapshot, cast(Any, None)))
    return also, len(decided)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("message", ["Qui nomme le préfet ? Et son numéro ?", "Qui nomme le préfet ? et son numéro"])
def test_two_questions_get_two_answers(message: str) -> None:
    assert _also(message, PREFET, [PREFET, PHONE]) == (PHONE, 2)
    assert _also(message, PHONE, [PREFET, PHONE]) == (PREFET, 2)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("message", "given", "found"),
    [
        ("Qui nomme le préfet ? Le ministère est loin d'ici.", PREFET, [PREFET, PHONE]),  # tells, asks nothing
        ("Qui nomme le préfet ? 내일 관광공사에도 가는데", PREFET, [PREFET, PHONE]),
        ("Qui nomme le préfet ? Et le site ?", PREFET, [PREFET, None]),
        ("Combien d'habitants ? Et le site ?", TOURS, [TOURS, SITE]),  # the sheet holds both
        ("Qui nomme le préfet ? Et Suwon ?", PREFET, [PREFET, SHEET]),  # a whole sheet is no answer to a question
        ("Qui nomme le préfet ? Et le site ?", TOURS, [PREFET, PHONE]),  # the whole says something else
    ],
)
def test_one_question_gets_one_answer(message: str, given: Subject, found: Sequence[Subject | None]) -> None:
    assert _also(message, given, found)[0] is None


@pytest.mark.usefixtures("read")
def test_a_second_answer_must_be_sure() -> None:
    assert _also("Qui nomme le préfet ? Et son numéro ?", PREFET, [PREFET, PHONE], several.ALSO - 0.01)[0] is None


@pytest.mark.usefixtures("read")
def test_a_message_of_one_sentence_or_of_too_many_is_not_looked_at_again() -> None:
    assert _also("Qui nomme le préfet ?", PREFET, [PREFET]) == (None, 0)
    assert _also("Qui ? " * (several.MOST + 1), PREFET, [PREFET] * 20) == (None, 0)
