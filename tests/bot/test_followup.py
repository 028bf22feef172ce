"""How a short follow-up is completed from the turn before."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot import followup
from bot.language import Detection
from bot.question import Question
from bot.subject import Subject
from index.names import Mention
from index.snapshot import Snapshot
from index.variants import MASK
from knowledge.library import Library
from tests.bot.place_table import library


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("places"))


def _question(text: str, **named: str) -> Question:
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), name, (id.replace("_", "-"),), True)
        for name, id in named.items()
    )
    return Question(text, Detection("fr", supported=True, certain=True), mentions)


def _completed(
    places: Library,
    question: Question,
    before: Question,
    last: Subject,
    *,
    found: tuple[str, ...] = (),
    settled: bool = False,
) -> list[Question | Subject]:
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=places)))
    return list(followup.completions(question, before, (last,), snapshot, found=found, settled=settled))


METROPOLE = Subject("place", ("fr-epci-1",), "site")
BEFORE = _question("Quel est le site de Tours Métropole ?")


def test_after_a_grouping_a_commune_stands_for_its_own(places: Library) -> None:
    asked = _question("et celui de Chinon ?", Chinon="fr-com-37072")
    assert _completed(places, asked, BEFORE, METROPOLE)[0] == Subject("place", ("fr-epci-2",), "site")
    of_commune = Subject("place", ("fr-com-37261",), "site")
    assert _completed(places, asked, BEFORE, of_commune)[0] == Subject("place", ("fr-com-37072",), "site")


def test_a_place_named_with_other_words_is_asked_the_same_unless_they_ask_something(places: Library) -> None:
    asked = _question("et son voisin Fondettes ?", Fondettes="fr-com-37109")
    last = Subject("place", ("fr-com-37261",), "population")
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    same = Subject("place", ("fr-com-37109",), "population")
    assert _completed(places, asked, before, last)[0] == same
    assert same not in _completed(places, asked, before, last, settled=True)


@pytest.mark.parametrize(("text", "first"), [("거기 시장은요?", "fr-reg-24"), ("시장은요?", "fr-com-37261")])
def test_there_is_the_place_that_the_answer_gave(places: Library, text: str, first: str) -> None:
    last = Subject("table", ("fr-com-37261",), "table-which-above")
    before = _question("Tours는 어디에 있나요?", Tours="fr-com-37261")
    completed = _completed(places, _question(text), before, last, found=("fr-reg-24",))[0]
    assert isinstance(completed, Question)
    assert [mention.places for mention in completed.places] == [(first,)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("laquelle des deux est la plus peuplée ?", ["fr-com-37261", "kr-41110"]),
        ("la population ?", ["fr-com-37261"]),
    ],
)
def test_both_places_are_asked_about_where_both_are_meant(places: Library, text: str, ids: list[str]) -> None:
    last = Subject("partners", ("fr-com-37261", "kr-41110"), "partners-state")
    before = _question("Tours et Suwon-si ?", Tours="fr-com-37261")
    completed = _completed(places, _question(text), before, last)[0]
    assert isinstance(completed, Question)
    assert [mention.places[0] for mention in completed.places] == ids
    assert completed.masked.startswith(" ".join([MASK] * len(ids)))
