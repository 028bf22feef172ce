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
from index.names import Mention
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


GU = Subject("table", ("kr-landmark-069",), "table-which-above/gu")
KINTEX = "which gu is KINTEX in and how many people live there"


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("given", "found", "also"),
    [
        (GU, [GU, TOURS], TOURS),
        (GU, [TOURS, GU], None),  # what comes first leads to no second
        (GU, [GU, PREFET], None),  # a card is no part of what is asked of a place
        (PREFET, [PREFET, TOURS], None),
    ],
)
def test_what_a_table_gave_may_be_asked_about_in_the_same_sentence(
    given: Subject, found: Sequence[Subject | None], also: Subject | None
) -> None:
    assert _also(KINTEX, given, found)[0] == also


def test_names_that_are_joined_are_of_one_clause() -> None:
    text = "Tours et Blois : quel département et quel site"
    tours, blois = (
        Mention(text.index(name), text.index(name) + len(name), name, ("fr-com-37261",), True)
        for name in ("Tours", "Blois")
    )
    question = Question(text, Detection("fr", supported=True, certain=True), (tours, blois))
    assert several.clauses(question) == ["Tours et Blois", "quel département", "quel site"]
