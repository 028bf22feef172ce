from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone.guards import Elsewhere, Guard
from bot.words.question import Question
from index.snapshot import Snapshot
from knowledge.library import Library
from knowledge.scope import Guards, Scope
from tests.bot.made_up import made_up_card
from tests.bot.understood import surely

CARDS = {
    card.id: card
    for card in (
        made_up_card("fr-fire", "Le SDIS.").model_copy(update={"country": "fr"}),
        made_up_card("kr-fire", "소방본부.").model_copy(update={"country": "kr"}),
        made_up_card("cmp-fire", "SDIS, 소방본부."),
    )
}


def _left_out(text: str, scope: Scope) -> list[str]:
    snapshot = SimpleNamespace(library=replace(Library(), cards=CARDS, scope=scope), countries={})
    question = Question(text, surely("fr"))
    elsewhere = Elsewhere(question, cast(Snapshot, cast(Any, snapshot)))
    return [id for id in CARDS if f"card:{id}" in elsewhere]


@pytest.mark.parametrize(
    "text", ["qui gère les pompiers dans les deux pays ?", "who runs it in each country", "두 나라 소방은 누가 맡나요"]
)
def test_where_both_countries_are_asked_about_a_card_of_one_is_half_an_answer(text: str) -> None:
    assert _left_out(text, Scope(guards=Guards(countries=("FR", "KR")))) == ["fr-fire", "kr-fire"]


def test_elsewhere_nothing_is_left_out_for_it() -> None:
    assert _left_out("qui gère les pompiers ?", Scope(guards=Guards(countries=("FR", "KR")))) == []
    assert _left_out("qui gère les pompiers dans les deux pays ?", Scope()) == []  # a folder without countries


def test_why_items_are_ruled_out_is_the_same_however_often_it_is_asked() -> None:
    told = SimpleNamespace(asked=frozenset[str](), told=frozenset[str]())
    snapshot = SimpleNamespace(
        library=replace(Library(), cards=CARDS, scope=Scope(guards=Guards(countries=("FR", "KR")))),
        countries=dict.fromkeys((f"card:{id}" for id in CARDS), told),
    )
    question = Question("qui gère les pompiers en Italie ?", surely("fr"), countries=frozenset({"IT"}))
    guard = Guard(question, cast(Snapshot, cast(Any, snapshot)))
    assert guard.reasons(()) == frozenset()
    assert "card:fr-fire" in guard and "card:fr-fire" in guard
    assert guard.reasons(()) == frozenset()
    assert guard.reasons(["card:fr-fire", "card:kr-fire"]) == {"country"}
