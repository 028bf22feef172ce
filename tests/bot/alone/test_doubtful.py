from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from bot.alone import doubtful
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from tests.bot.blank_model import Blank
from tests.bot.understood import snapshot_of, surely

TEXT = "combien d'habitants a guéret"
GUERET = Mention(TEXT.index("guéret"), len(TEXT), "guéret", ("fr-com-23096",), True)


@dataclass
class _Placed:
    intent: str = "population"
    confidence: float = 0.97
    outside: float = 0.02

    def rank(self, text: str, vector: object, language: str) -> Ranking:
        assert text == "combien d'habitants a X"
        return Ranking((Candidate(f"intent:{self.intent}", self.confidence),), self.confidence, self.outside)


def _read(placed: _Placed, *named: Mention) -> list[tuple[str, ...]]:
    names = SimpleNamespace(doubtful=lambda text, language: (GUERET,))
    snapshot = snapshot_of(names=names, placed=placed, model=Blank())
    question = Question(TEXT, surely("fr"), named)
    return [reading.places[0].places for reading in doubtful.readings(question, snapshot)]


def test_a_doubtful_name_is_a_place_where_something_is_surely_asked_of_it() -> None:
    assert _read(_Placed()) == [GUERET.places]


@pytest.mark.parametrize(
    "placed",
    [
        _Placed(confidence=0.7),
        _Placed(outside=0.3),
        _Placed(intent="whole"),  # a word by itself asks nothing
        _Placed(intent="rule-government"),
    ],
)
def test_it_stays_a_word_otherwise(placed: _Placed) -> None:
    assert _read(placed) == []


def test_a_sure_name_leaves_no_doubt() -> None:
    assert _read(_Placed(), Mention(0, 7, "combien", ("fr-com-1",), True)) == []
