"""Several things asked of one place in one sentence: each part is read by itself, and all of them must be sure."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone.asked_of import Named
from bot.alone.coordinated import asked_together, stands_in_sheet
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from index.snapshot import Snapshot
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.blank_model import Blank
from tests.bot.understood import surely

INTENTS = {
    "nombre de communes": "table-count-below",
    "population": "population",
    "préfecture": "prefecture",
    "jumelages": "partners-of",
    "읍면 수": "table-count-below",
    "인구": "population",
    "plus grande": "table-largest",
    "quel département": "table-which-above",
}
DEP = "fr-dep-48"
NOTHING = Named(asked=True)


@dataclass
class _Placed:
    """Knows the words of INTENTS, and is unsure of all others."""

    threshold: float = 0.5
    confidence: float = 0.9

    def rank(self, text: str, vector: object, language: Language, *, left_out: object = ()) -> Ranking:
        found = [intent for words, intent in INTENTS.items() if words in text]
        sure = self.confidence if len(found) == 1 else 0.1
        return Ranking((Candidate(f"intent:{found[0] if found else 'whole'}", 1.0),), sure)


def _asked(text: str, *, places: tuple[str, ...] = (DEP,), named: Named = NOTHING, **changes: Any) -> Named | None:
    korean = any("가" <= letter <= "힣" for letter in text)
    detection = surely("ko" if korean else "fr")
    question = Question(text, detection, tuple(Mention(0, 1, "X", (id,), True) for id in places))
    placed = changes.pop("placed", _Placed())
    library = changes.pop("library", Library())
    snapshot = SimpleNamespace(placed=placed, model=Blank(), library=library)
    return asked_together(question, text, named, cast(Snapshot, cast(Any, snapshot)))


def test_a_table_and_lines_of_the_sheet_are_answered_together() -> None:
    found = _asked("X : nombre de communes, population et préfecture")
    assert found is not None
    assert found.together
    assert found.subjects == (
        Subject("table", (DEP,), "table-count-below/commune"),
        Subject("place", (DEP,), "population"),
    )


@pytest.mark.parametrize("text", ["population de X et jumelages", "X : jumelages ? population ?"])
def test_partnerships_are_told_of_beside_the_sheet(text: str) -> None:
    found = _asked(text)
    assert found is not None
    assert found.subjects == (
        Subject("partners", (DEP,), "partners-of////twinning"),
        Subject("place", (DEP,), "population"),
    )


def test_a_sure_table_does_not_keep_the_rest_from_being_asked() -> None:
    sure = Named((Subject("table", (DEP,), "table-count-below"),), 1.0)
    assert _asked("X : nombre de communes, population", named=sure) is not None
    assert _asked("X : nombre de communes", named=sure) is None


@pytest.mark.parametrize("text", ["X 인구하고 읍면 수", "X 인구, 읍면 수", "X 인구랑 읍면 수"])
def test_korean_parts_are_told_by_what_is_stuck_to_them(text: str) -> None:
    found = _asked(text)
    assert found is not None
    assert [subject.kind for subject in found.subjects] == ["table", "place"]


@pytest.mark.parametrize(
    "text",
    [
        "population de X",  # one thing
        "nombre de communes de X et nombre de communes",  # twice the same
        "population de X et la météo",  # a part that is not sure
        "population, préfecture, nombre de communes, population, préfecture, population de X",  # too many parts
    ],
)
def test_what_does_not_ask_several_sure_things_is_left_as_it_is(text: str) -> None:
    assert _asked(text) is None


def test_one_place_must_be_named_and_each_part_be_sure(places: Library) -> None:
    text = "X : nombre de communes, population"
    assert _asked(f"X, {text}", places=("fr-dep-37", "fr-dep-41"), library=places) is None
    assert _asked(f"X et {text}", places=("fr-com-37261", "fr-dep-37"), library=places) is None
    assert _asked(text, placed=_Placed(confidence=0.7)) is None


def test_what_may_be_given_otherwise_is_kept() -> None:
    lead = Subject("table", (DEP,), "table-which-above")
    found = _asked("X : nombre de communes, population", named=Named(asked=True, lead=lead))
    assert found is not None and found.lead == lead


def test_the_whole_is_as_sure_as_its_surest_part() -> None:
    found = _asked("X : nombre de communes, population", placed=_Placed(confidence=0.85))
    assert found is not None
    assert found.confidence == 0.85


def test_what_only_a_table_tells_is_given_behind_a_line_of_the_sheet() -> None:
    line = Subject("place", (DEP,), "population")
    known = Named((line,), 0.95)
    held = _asked("X : nombre de communes, population", named=known)
    assert held is not None
    assert held.subjects == (line,)  # the sheet holds both
    assert stands_in_sheet(held)
    assert _asked("X : population", named=known) is None
    found = _asked("X : population et plus grande commune", named=known)
    assert found is not None
    assert found.subjects == (line, Subject("table", (DEP,), "table-largest/commune"))
    assert found.together
    assert not stands_in_sheet(found)


def test_the_whole_sheet_is_left_as_it_is() -> None:
    assert _asked("X : population et plus grande commune", named=Named((Subject("place", (DEP,)),), 0.95)) is None


@pytest.mark.parametrize(
    "text",
    [
        "X, dans la X : population et jumelages",
        "X (X) : population et jumelages",
        "X, in X: population and jumelages",
        "X, dans la X : population et jumelages. Le correcteur est fou, désolé",
    ],
)
def test_what_tells_where_the_place_lies_and_what_is_said_after_ask_nothing(places: Library, text: str) -> None:
    of_the_outer = Named((Subject("place", ("fr-dep-37",), "prefecture"),), 1.0)
    found = _asked(text, places=("fr-com-37261", "fr-dep-37"), named=of_the_outer, library=places)
    assert found is not None
    assert {subject.ids for subject in found.subjects} == {("fr-com-37261",)}


@pytest.mark.parametrize(
    "text",
    [
        "X : nombre de communes, et la population de chacune",
        "X : nombre de communes et population de chaque commune",
        "X : quel département, et nombre de communes dans ce département",
    ],
)
def test_what_is_asked_of_what_another_part_tells_is_not_asked_of_the_place(places: Library, text: str) -> None:
    assert _asked(text, places=("fr-dep-37",), library=places) is None


@pytest.mark.parametrize(
    "text",
    [
        "PV à finir : X, nombre de communes, population, merci",
        "X에 갑니다. 읍면 수이며 인구는요",
        "X 좋고 X 봐요! 읍면 수랑 인구 알려줘",
    ],
)
def test_why_one_asks_is_passed_over(text: str) -> None:
    found = _asked(text)
    assert found is not None
    assert [subject.kind for subject in found.subjects] == ["table", "place"]


def test_a_line_of_what_the_place_lies_in_is_asked_of_that(places: Library) -> None:
    found = _asked("X : préfecture, population de son département", places=("fr-com-37072",), library=places)
    assert found is not None
    assert found.subjects == (
        Subject("place", ("fr-dep-37",), "population"),
        Subject("place", ("fr-com-37072",), "prefecture"),
    )


def test_a_ranking_of_which_a_rank_is_asked_is_told_once() -> None:
    found = _asked("X : plus grande commune, deuxième plus grande commune, population")
    assert found is not None
    assert [subject.intent for subject in found.subjects] == ["table-largest/commune/////2", "population"]
