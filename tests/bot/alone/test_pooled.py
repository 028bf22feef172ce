"""A card and the bodies it lists stand together for one answer, where a place may be but where it happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone import pooled as module
from bot.alone.asked_of import Named
from bot.alone.evidence import Evidence
from bot.alone.pooled import of_those_alike, pooled
from bot.answer import Decision
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from knowledge.library import SHIPPED, Library, read
from tests.bot.understood import surely

POLICE, CARD = "contact:hotline-112-kr", "card:kr-practice-emergency"
SHARED = {POLICE: 0.4, "contact:hotline-119-kr": 0.3, CARD: 0.2}
GYEONGJU, LYON = "kr-47130", "fr-com-69123"


@pytest.fixture(scope="module")
def shipped() -> Library:
    return read(SHIPPED)


def _ranking(odds: dict[str, float], outside: float = 0.0, follow_up: float = 0.0) -> Ranking:
    return Ranking(tuple(Candidate(name, chance) for name, chance in odds.items()), 0.3, outside, follow_up)


def _evidence(library: Library, ranking: Ranking, place: str | None = GYEONGJU, **more: Any) -> Evidence:
    places = (Mention(0, 1, "X", (place,), True),) if place else ()
    question = Question("X ?", surely("en"), places)
    general = SimpleNamespace(threshold=0.5, rank=lambda *_, **__: ranking)
    given = {
        "question": question,
        "snapshot": SimpleNamespace(library=library, general=general),
        "named": Named(asked=True, unheld=0.5),
        "ranking": ranking,
        "unbarred": ranking,
        "foreign": False,
        "text": question.text,
        "vector": None,
        "today": date(2026, 11, 1),
        "holds": lambda _: True,
    }
    return cast(Evidence, cast(Any, SimpleNamespace(**given | more)))


def _decide(monkeypatch: pytest.MonkeyPatch, evidence: Evidence) -> Decision | None:
    monkeypatch.setattr(module, "Elsewhere", lambda *_: ())
    return of_those_alike(evidence)


def test_a_card_answers_with_the_bodies_it_lists(shipped: Library) -> None:
    name, chance = pooled(_ranking(SHARED), shipped)
    assert name == CARD
    assert chance == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("odds", "found"),
    [
        ({CARD: 0.5, POLICE: 0.3}, (CARD, 0.8)),
        ({POLICE: 0.5, "card:kr-mayor": 0.4}, (POLICE, 0.5)),  # no card of it is likely
        ({"intent:table-list-overall": 0.7, CARD: 0.2}, ("intent:table-list-overall", 0.7)),
    ],
)
def test_what_does_not_say_the_same_adds_nothing(
    shipped: Library, odds: dict[str, float], found: tuple[str, float]
) -> None:
    assert pooled(_ranking(odds), shipped) == (found[0], pytest.approx(found[1]))


def test_nothing_ranked_is_no_answer(shipped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _decide(monkeypatch, _evidence(shipped, _ranking({}))) is None
    with pytest.raises(IndexError):
        pooled(_ranking({}), shipped)


def test_where_a_place_is_but_where_it_happens_those_alike_answer(
    shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    decision = _decide(monkeypatch, _evidence(shipped, _ranking(SHARED)))
    assert decision is not None
    assert decision.subjects == (Subject("card", ("kr-practice-emergency",)),)
    assert 0.5 <= decision.confidence <= 0.9


@pytest.mark.parametrize(
    ("ranking", "more"),
    [
        (_ranking(SHARED, outside=0.4), {}),  # likely out of scope
        (_ranking(SHARED, follow_up=0.4), {}),  # or asks something only after another question
        (_ranking({POLICE: 0.3, CARD: 0.2}), {}),  # too unlikely even together
        (_ranking(SHARED), {"place": LYON}),  # of the other country
        (_ranking({"contact:consulate-fr-busan": 0.9}), {}),  # about another place
        (_ranking(SHARED), {"named": Named(asked=True, unheld=0.95)}),  # nothing that is held
        (_ranking(SHARED), {"foreign": True}),
        (_ranking(SHARED), {"holds": lambda _: False}),
    ],
)
def test_those_alike_do_not_answer_where_something_else_may_be_meant(
    shipped: Library, monkeypatch: pytest.MonkeyPatch, ranking: Ranking, more: dict[str, Any]
) -> None:
    assert _decide(monkeypatch, _evidence(shipped, ranking, **more)) is None


@pytest.mark.parametrize(("sure", "outside", "answered"), [(0.95, 0.01, True), (0.95, 0.1, False), (0.8, 0.01, False)])
def test_what_no_sheet_holds_is_answered_where_nothing_else_can_be_meant(
    shipped: Library, monkeypatch: pytest.MonkeyPatch, sure: float, outside: float, answered: bool
) -> None:
    ranking = replace(_ranking({POLICE: 0.8, CARD: 0.15}, outside), confidence=sure)
    evidence = _evidence(shipped, ranking, named=Named(asked=True, unheld=0.95))
    assert (_decide(monkeypatch, evidence) is not None) == answered


def test_where_no_place_is_named_those_alike_answer_too(shipped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = _decide(monkeypatch, _evidence(shipped, _ranking(SHARED), None, named=Named()))
    assert decision is not None
    assert decision.confidence == pytest.approx(0.9)
