"""The same asked of each of several places named: it is read as asked of one."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone.asked_of import Named
from bot.alone.distributed import MOST, of_each
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from index.snapshot import Snapshot
from knowledge.library import Library
from tests.bot.blank_model import Blank
from tests.bot.understood import surely

INTENTS = {"région": "table-list-below", "인구": "population", "site": "site", "règle": "rule-government"}
IDS = ("fr-com-37261", "fr-com-41018", "fr-com-45234", "kr-41110", "kr-41130")
READ: list[str] = []


@dataclass
class _Placed:
    """Knows the words of INTENTS as asked of one place, and is unsure of all others."""

    threshold: float = 0.5

    def rank(self, text: str, *_: object, **__: object) -> Ranking:
        READ.append(text)
        intent = next((intent for word, intent in INTENTS.items() if word in text), "")
        return Ranking((Candidate(f"intent:{intent or 'whole'}", 0.9 if intent else 0.1),), 0.9 if intent else 0.1)


def _asked(text: str, library: Library, *, ids: tuple[str, ...] = IDS) -> Named | None:
    starts = [start for start, letter in enumerate(text) if letter == "X"]
    mentions = tuple(Mention(start, start + 1, "X", (id,), True) for start, id in zip(starts, ids, strict=False))
    korean = any("가" <= letter <= "힣" for letter in text)
    question = Question(text, surely("ko" if korean else "fr"), mentions)
    snapshot = SimpleNamespace(placed=_Placed(), model=Blank(), library=library)
    READ.clear()
    return of_each(question, cast(Snapshot, cast(Any, snapshot)))


@pytest.mark.parametrize(
    "text",
    [
        "X, X. Pour chacune la région",
        "X et X : la région de chacune ?",
        "X, X: for each of them, the région",
        "Donnez-moi pour chacune des communes suivantes la région : X, X",
        "X, X, respectively which région?",
        "X, X : respectivement, quelle région ?",
        "X, X: each, which région?",
        "X et X, chaque fois la région ?",
    ],
)
def test_a_unit_they_lie_in_is_asked_of_each(text: str, places: Library) -> None:
    found = _asked(text, places)
    assert found is not None
    assert found.subjects == (Subject("table", IDS[:2], "table-which-above/region"),)
    assert READ[0].count("X") == 1  # as of one


def test_inhabitants_of_each_are_set_side_by_side(places: Library) -> None:
    found = _asked("X이랑 X의 인구를 각각 알려줘", places)
    assert found is not None
    assert found.subjects == (Subject("table", IDS[:2], "table-compare-population"),)


def test_a_line_is_given_of_each_and_no_more_than_a_few(places: Library) -> None:
    found = _asked("X, X, X, X et X : le site de chacun", places)
    assert found is not None
    assert found.together
    assert found.subjects == tuple(Subject("place", (id,), "site") for id in IDS[:MOST])


def test_what_is_not_known_is_left_out(places: Library) -> None:
    found = _asked("X, X. Pour chacune la région, c'est pour un jeu de cartes", places)
    assert found is not None
    assert len(found.subjects) == 1


@pytest.mark.parametrize(
    "text",
    [
        "X et X : la région ?",  # nothing is said of each
        "X : pour chacune la région",  # one place
        "X, à côté de la belle ville de X. Pour chacune la région",  # in no row
        "X, X. Chacune ?",  # nothing is asked
        "X and X. Each?",
        "X, X. 각각?",
        "X, X. Pour chacune la météo",  # not held
        "X, X. Pour chacune la règle",  # a rule, which cards answer
        "각각",
        "",
    ],
)
def test_nothing_else_is_asked_of_each(text: str, places: Library) -> None:
    assert _asked(text, places) is None


def test_of_a_place_and_what_it_lies_in_nothing_is_asked_of_each(places: Library) -> None:
    assert _asked("X, X. Pour chacune la région", places, ids=("fr-com-37261", "fr-dep-37")) is None
