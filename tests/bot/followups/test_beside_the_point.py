from __future__ import annotations

import pytest

from bot.followups.beside_the_point import only_names_what_is_unknown
from bot.words.question import Question
from index.names.finder import NameFinder
from tests.bot.understood import named_in, snapshot_of, surely


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("et Sarrebruck ?", True),
        ("Trifouillis ?", True),
        ("Préfet ?", False),
        ("et sarrebruck ?", False),
        ("et le maire de Sarrebruck ?", False),
        ("et le CESER ?", False),
        ("", False),
    ],
)
def test_a_follow_up_may_only_name_what_nothing_knows(shipped_names: NameFinder, text: str, *, unknown: bool) -> None:
    question = Question(text, surely("fr"))
    assert only_names_what_is_unknown(question, snapshot_of(names=shipped_names)) is unknown


def test_what_is_known_is_no_unknown_name(shipped_names: NameFinder) -> None:
    question = Question("et Nancy ?", surely("fr"), (named_in("et Nancy ?", "Nancy", "fr-com-54395"),))
    assert not only_names_what_is_unknown(question, snapshot_of(names=shipped_names))
