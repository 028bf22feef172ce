from __future__ import annotations

import pytest

from bot.words.apposed import without_grouping, without_its_country, without_kind
from bot.words.question import Question
from index.ranking.variants import MASK
from knowledge.library import Library
from tests.bot.understood import named_in, surely


@pytest.mark.parametrize(
    ("text", "name", "id", "rest"),
    [
        ("Qui dirige la commune de Tours ?", "Tours", "fr-com-37261", "Qui dirige X ?"),
        ("Who runs the city of Suwon?", "Suwon", "kr-41110", "Who runs X?"),
        ("Who heads the Gard département?", "Gard", "fr-dep-30", "Who heads X?"),
        ("가르 지방 인구", "가르", "fr-dep-30", "X 인구"),
        ("가르 지방의 인구", "가르", "fr-dep-30", "X의 인구"),
        ("투르 지방 인구", "투르", "fr-com-37261", "X 지방 인구"),  # a town is no land
        ("가르 데파르트망의 수장은 누구인가요?", "가르", "fr-dep-30", "X의 수장은 누구인가요?"),
        ("à la tête du département du Gard", "Gard", "fr-dep-30", "à la tête du X"),
        ("which county is Tours in?", "Tours", "fr-com-37261", "which county is X in?"),
        ("the county of Suwon?", "Suwon", "kr-41110", "the county of X?"),  # another kind than its own
        ("les communes du Gard", "Gard", "fr-dep-30", "les communes du X"),
        ("Tours", "Tours", "fr-com-37261", "X"),
    ],
)
def test_the_kind_of_what_is_named_is_left_out(shipped: Library, text: str, name: str, id: str, rest: str) -> None:
    question = Question(text, surely("en"), places=(named_in(text, name, id),))
    assert without_kind(question.masked, question, shipped.gazetteer) == rest
    assert MASK in rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("seat of the Tours urban community", "seat of X"),
        ("Tours 도시공동체 인구", "X 인구"),
        ("siège de la communauté de communes de Tours", "siège de X"),
        ("siège de la commune de Tours", "siège de la commune de X"),
    ],
)
def test_the_grouping_called_by_a_commune_is_left_out(shipped: Library, text: str, rest: str) -> None:
    question = Question(text, surely("en"), places=(named_in(text, "Tours", "fr-com-37261"),))
    assert without_grouping(question.masked, question, shipped.gazetteer) == rest


def test_of_several_places_none_loses_its_kind(shipped: Library) -> None:
    text = "the city of Suwon and Tours"
    places = (named_in(text, "Suwon", "kr-41110"), named_in(text, "Tours", "fr-com-37261"))
    question = Question(text, surely("en"), places=places)
    assert without_kind(question.masked, question, shipped.gazetteer) == question.masked


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Tours, France", "X,"),
        ("Tours (France)", "X (      )"),
        ("Tours, Corée", "X, Corée"),
        ("Tours en France ?", "X en France ?"),  # asks whether it is there
        ("Tours", "X"),
    ],
)
def test_its_country_may_be_set_off_from_a_name(shipped: Library, text: str, rest: str) -> None:
    question = Question(text, surely("fr"), places=(named_in(text, "Tours", "fr-com-37261"),))
    assert without_its_country(question.masked, question, shipped.gazetteer).strip() == rest
