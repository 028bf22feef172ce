"""Places asked about one after the other and then compared."""

from __future__ import annotations

import pytest

from bot.answer import Decision, Reason
from bot.followups.set_beside import compared
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.text import Language
from tests.bot.understood import surely

ONE, TWO, THREE = "fr-com-68224", "fr-com-68066", "fr-com-67482"


def _turn(*ids: str, line: str = "population", kind: str = "place") -> Turn:
    subject = Subject(kind, ids, line)  # type: ignore[arg-type]
    return Turn(_question("X ?", *ids), Decision("answered", (subject,), 0.9))


def _refused(id: str, reason: Reason) -> Turn:
    return Turn(_question("X ?", id), Decision("unknown", reason=reason))


def _question(text: str, *ids: str, language: Language = "fr") -> Question:
    named = tuple(Mention(0, 1, "X", (id,), True) for id in ids)
    return Question(text, surely(language), named)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("laquelle est la plus grande ?", "fr"),
        ("et la différence ?", "fr"),
        ("which is bigger?", "en"),
        ("so which one has fewer people", "en"),
        ("어디가 더 많아요?", "ko"),
        ("차이는요?", "ko"),
    ],
)
def test_the_larger_of_two_asked_about_one_after_the_other(text: str, language: Language) -> None:
    found = compared(_question(text, language=language), [_turn(ONE), _turn(TWO)])
    assert found == Subject("table", (ONE, TWO), "table-compare-population")


@pytest.mark.parametrize(
    ("text", "history", "ids"),
    [
        ("laquelle est la plus grande ?", [_refused(ONE, "not_held"), _refused(TWO, "line")], (ONE, TWO)),
        ("laquelle est la plus grande ?", [_turn(ONE), _turn(TWO), _turn(THREE)], (ONE, TWO, THREE)),
        ("laquelle des deux est la plus grande ?", [_turn(ONE), _turn(TWO), _turn(THREE)], (TWO, THREE)),
        ("laquelle est la plus grande ?", [_turn(ONE, line="site"), _turn(TWO), _turn(THREE)], (TWO, THREE)),
        ("laquelle est la plus grande ?", [_turn(ONE, TWO)], (ONE, TWO)),
        ("laquelle est la plus grande ?", [_turn(THREE), _turn(ONE, TWO)], (ONE, TWO)),
        ("laquelle est la plus grande ?", [_turn(ONE), _turn(ONE)], None),
        (
            "laquelle est la plus grande ?",
            [_turn(ONE), _turn(TWO, kind="table")],
            None,
        ),  # the largest of what lies there
        ("laquelle est la plus grande ?", [_turn(ONE), _refused(TWO, "unsure")], None),
        ("laquelle est la plus grande ?", [_turn(ONE)], None),
        ("la deuxième plus grande ?", [_turn(ONE), _turn(TWO)], None),
        ("laquelle a le plus grand port ?", [_turn(ONE), _turn(TWO)], None),
        ("son maire ?", [_turn(ONE), _turn(TWO)], None),
        ("laquelle est la plus grande ?", [], None),
    ],
)
def test_those_compared_were_each_asked_about(text: str, history: list[Turn], ids: tuple[str, ...] | None) -> None:
    found = compared(_question(text), history)
    assert (found and found.ids) == ids


def test_of_a_name_that_several_bear_the_one_told_is_meant() -> None:
    told = _turn(TWO)
    one_of_two = Turn(Question("X ?", surely("fr"), (Mention(0, 1, "X", (TWO, THREE), True),)), told.decision)
    found = compared(_question("laquelle est la plus grande ?"), [_turn(ONE), one_of_two])
    assert found is not None
    assert found.ids == (ONE, TWO)


def test_a_question_that_names_a_place_is_on_that() -> None:
    assert compared(_question("X est la plus grande ?", THREE), [_turn(ONE), _turn(TWO)]) is None
