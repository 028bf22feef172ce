"""Places that only tell where another lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.words.question import Question
from bot.words.whereabouts import without_whereabouts
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely

NAMES = {
    "Indre-et-Loire": "fr-dep-37",
    "앵드르에루아르": "fr-dep-37",
    "Tours": "fr-com-37261",
    "투르": "fr-com-37261",
    "Suwon": "kr-41110",
}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("In Indre-et-Loire, how many people has Tours?", ", how many people has Tours?"),
        ("앵드르에루아르에 투르라고 있던데 인구는요?", "투르라고 있던데 인구는요?"),
        ("앵드르에루아르에서 투르 인구는?", "투르 인구는?"),
        ("Indre-et-Loire : Tours, population ?", "Tours, population ?"),
        ("Tours, dans l'Indre-et-Loire, dépend de qui ?", "Tours, , dépend de qui ?"),
        ("Tours est dans l'Indre-et-Loire ?", None),  # which is what is asked
        ("l'Indre-et-Loire et Tours, combien d'habitants ?", None),
        ("Dans l'Indre-et-Loire, que fait Suwon ?", None),  # which does not lie there
        ("Indre-et-Loire, population ?", None),
    ],
)
def test_a_place_that_only_tells_where_another_lies_is_left_out(tmp_path: Path, text: str, left: str | None) -> None:
    mentions = (named_in(text, name, id) for name, id in NAMES.items() if name in text)
    question = Question(text, surely("fr"), tuple(sorted(mentions, key=lambda mention: mention.start)))
    inner = without_whereabouts(question, library(tmp_path).gazetteer)
    assert (None if inner is None else " ".join(inner.text.split())) == left
