"""Which of several places of one name a follow-up means, over the shipped table of places."""

from __future__ import annotations

import pytest

from bot.followups.telling_apart import completed, not_the_taken
from bot.subject import Subject
from bot.words.question import Question
from index.names.finder import NameFinder
from index.snapshot import Snapshot
from knowledge.library import SHIPPED, Library
from knowledge.places import Gazetteer
from knowledge.text import Language
from tests.bot.understood import named_in, snapshot_of, surely

VIENNE, VIENNE_TOWN, MAYENNE = "fr-dep-86", "fr-com-38544", "fr-dep-53"
GOSEONG_NORTH, GOSEONG_SOUTH = "kr-51820", "kr-48820"
VALENCE, VALENCE_SOUTH = "fr-com-26362", "fr-com-82186"
OFFERED = tuple(Subject("place", (id,), "site") for id in (GOSEONG_NORTH, GOSEONG_SOUTH))


@pytest.fixture(scope="module")
def snapshot(shipped_names: NameFinder) -> Snapshot:
    library = Library(gazetteer=Gazetteer.open(SHIPPED / "places"))
    return snapshot_of(library=library, names=shipped_names)


def _question(text: str, name: str = "", *ids: str, language: Language = "fr") -> Question:
    mentions = (named_in(text, name, *ids),) if name else ()
    return Question(text, surely(language), mentions)


@pytest.mark.parametrize(
    ("name", "taken", "text", "meant"),
    [
        ("Vienne", VIENNE, "non, la ville", VIENNE_TOWN),
        ("Vienne", VIENNE, "non pas la ville, le département !", VIENNE),  # it was taken already: told again
        ("Vienne", VIENNE_TOWN, "sorry I meant the département", VIENNE),
        ("Mayenne", MAYENNE, "la ville, pas le département", "fr-com-53147"),
        ("마옌", MAYENNE, "데파르트망 말고 도시요", "fr-com-53147"),
        ("Vienne", VIENNE, "la ville ?", VIENNE_TOWN),
        ("Valence", VALENCE, "celle du sud", VALENCE_SOUTH),
        ("Valence", VALENCE_SOUTH, "no, the big one", VALENCE),
    ],
)
def test_another_of_the_name_is_told_by_its_kind_side_or_size(
    snapshot: Snapshot, name: str, taken: str, text: str, meant: str
) -> None:
    before = _question(f"population {name}", name, taken)
    found = list(completed(_question(text), before, (Subject("place", (taken,), "population"),), snapshot))
    assert found == [Subject("place", (meant,), "population")]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the southern one", GOSEONG_SOUTH),
        ("celui du nord", GOSEONG_NORTH),
        ("남쪽이요", GOSEONG_SOUTH),
        ("남쪽 고성이요", GOSEONG_SOUTH),
        ("the big one", GOSEONG_SOUTH),
    ],
)
def test_one_of_those_asked_back_is_told_too(snapshot: Snapshot, text: str, meant: str) -> None:
    before = _question("고성군 누리집", "고성군", GOSEONG_NORTH, GOSEONG_SOUTH)
    assert list(completed(_question(text), before, OFFERED, snapshot)) == [Subject("place", (meant,), "site")]


def test_something_else_may_be_asked_of_the_one_told(snapshot: Snapshot) -> None:
    before = _question("Goseong ?", "Goseong", GOSEONG_NORTH, GOSEONG_SOUTH)
    (found,) = completed(_question("celui du sud, combien d'habitants"), before, OFFERED, snapshot)
    assert isinstance(found, Question)
    assert found.place_ids == (GOSEONG_SOUTH,)
    assert "habitants" in found.text


@pytest.mark.parametrize(
    ("name", "taken", "text"),
    [
        ("Vienne", VIENNE, "c'est une ville ?"),  # asks what it is
        ("Vienne", VIENNE_TOWN, "le département ?"),  # the one it lies in
        ("Creuse", "fr-dep-23", "la ville la plus peuplée ?"),
        ("Vienne", VIENNE, "la ville ou le département ?"),
        ("Vienne", VIENNE, "non, la province"),
        ("Vienne", VIENNE, ""),
        ("Paris", "fr-com-75056", "no, the southern one"),  # of a name that no other bears
    ],
)
def test_where_not_just_one_is_told_nothing_is(snapshot: Snapshot, name: str, taken: str, text: str) -> None:
    before = _question(f"population {name}", name, taken)
    assert not list(completed(_question(text), before, (Subject("place", (taken,), "population"),), snapshot))


def test_a_question_that_names_another_place_or_follows_none_tells_nothing(snapshot: Snapshot) -> None:
    before = _question("Goseong ?", "Goseong", GOSEONG_NORTH, GOSEONG_SOUTH)
    assert not list(completed(_question("non, la ville de Tours", "Tours", "fr-com-37261"), before, OFFERED, snapshot))
    assert not list(completed(_question("celui du sud"), before, (), snapshot))


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("non pas celle-là, l'autre", True),
        ("not that one", True),
        ("거기 말고요", True),
        ("pas celle-là, et son maire ?", False),
        ("et son maire ?", False),
        ("", False),
    ],
)
def test_where_not_the_one_taken_is_meant_all_others_may_be(snapshot: Snapshot, text: str, some: bool) -> None:
    before = _question("population de Saint-Pierre", "Saint-Pierre", "fr-com-97416")
    taken = Subject("place", ("fr-com-97416",), "population")
    found = [place.id for place in not_the_taken(_question(text), before, taken, snapshot)]
    assert bool(found) == some
    assert "fr-com-97416" not in found
    assert found[:2] == (["fr-com-97502", "fr-com-97225"] if some else [])
