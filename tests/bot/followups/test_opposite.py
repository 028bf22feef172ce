"""A place told by the opposite of the one spoken of, over the shipped table of places."""

from __future__ import annotations

import pytest

from bot.followups.opposite import of_opposite
from bot.words.question import Question
from index.names.finder import NameFinder
from index.snapshot import Snapshot
from knowledge.library import SHIPPED, Library
from knowledge.places import Gazetteer
from tests.bot.understood import named_in, snapshot_of, surely

HAUT_RHIN, BAS_RHIN, NORD, PAS_DE_CALAIS = "fr-dep-68", "fr-dep-67", "fr-dep-59", "fr-dep-62"
GYEONGNAM, GYEONGBUK, CHUNGNAM, CHUNGBUK = "kr-48", "kr-47", "kr-44", "kr-43"


@pytest.fixture(scope="module")
def snapshot(shipped_names: NameFinder) -> Snapshot:
    library = Library(gazetteer=Gazetteer.open(SHIPPED / "places"))
    return snapshot_of(library=library, names=shipped_names)


def _question(text: str, **named: str) -> Question:
    mentions = tuple(named_in(text, name, id.replace("_", "-")) for name, id in named.items())
    return Question(text, surely("fr"), mentions)


@pytest.mark.parametrize(
    ("before", "text", "named", "meant"),
    [
        (GYEONGNAM, "et celle du Nord, le tel", {"Nord": "fr_dep_59"}, GYEONGBUK),
        (GYEONGNAM, "북도는요?", {}, GYEONGBUK),
        (CHUNGBUK, "and the South one?", {}, CHUNGNAM),
        (HAUT_RHIN, "et celle du Bas ?", {}, BAS_RHIN),
        (CHUNGNAM, "pardon, du Nord !!", {"Nord": "fr_dep_59"}, CHUNGBUK),
        (GYEONGNAM, "sorry, north", {}, GYEONGBUK),
        (CHUNGBUK, "아니 남이요", {}, CHUNGNAM),
        (BAS_RHIN, "et le Haut ?", {}, HAUT_RHIN),
        ("fr-dep-2B", "celle du Sud", {}, "fr-dep-2A"),  # no opposite, but both are of one stem
        ("fr-dep-2A", "pardon, la Haute", {}, "fr-dep-2B"),
    ],
)
def test_the_opposite_in_a_name_is_another_place(
    snapshot: Snapshot, before: str, text: str, named: dict[str, str], meant: str
) -> None:
    found = of_opposite(_question(text, **named), before, snapshot)
    assert [mention.places for mention in found.places] == [(meant,)]


@pytest.mark.parametrize(
    ("before", "text", "named"),
    [
        (PAS_DE_CALAIS, "et le Nord ?", {"Nord": "fr_dep_59"}),  # has no side in its name
        (GYEONGNAM, "et celle du Nord et de Lille ?", {"Lille": "fr_com_59350"}),
        (GYEONGNAM, "le site web aussi", {}),
        (GYEONGNAM, "et la gare du Nord ?", {}),
        (GYEONGNAM, "사람이 남아요?", {}),
        (GYEONGNAM, "", {}),
        ("fr-dep-05", "celle du Sud ?", {}),  # no Alpes-du-Sud
        ("gone", "et celle du Nord ?", {}),
        ("", "et celle du Nord ?", {}),
    ],
)
def test_a_question_that_tells_no_opposite_is_left_as_it_is(
    snapshot: Snapshot, before: str, text: str, named: dict[str, str]
) -> None:
    asked = _question(text, **named)
    assert of_opposite(asked, before, snapshot) is asked
