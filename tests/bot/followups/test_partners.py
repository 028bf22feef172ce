"""Follow-ups on the other side of a partnership just told: of the shipped table of partnerships."""

from __future__ import annotations

import pytest

from bot.followups.partners import Sides, further, likely, meant, sides, what_it_is
from bot.subject import Subject
from knowledge.library import Library
from tests.bot.partner_table import (
    ANGOULEME,
    BEFORE,
    BUCHEON,
    GURO,
    ISSY,
    SUIPPES,
    SUWON,
    TOURS,
    YANGPYEONG,
    partners,
    question,
)


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (partners(SUIPPES), [Sides(SUIPPES, (YANGPYEONG,))]),
        (partners("kr-51810", "kr-51800"), [Sides("kr-51800", ("fr-com-94067",))]),
        (partners(TOURS, SUWON), [Sides(TOURS, (SUWON,)), Sides(SUWON, (TOURS,))]),
        (Subject("card", ("story",)), [Sides(SUIPPES, (YANGPYEONG,)), Sides(YANGPYEONG, (SUIPPES,))]),
        (Subject("card", ("theme",)), []),
        (Subject("card", ("one",)), []),
        (partners(), []),
        (partners("fr-com-gone"), []),
        (partners("fr-com-23096"), []),
        (Subject("place", (SUIPPES,)), []),
        (None, []),
    ],
)
def test_the_sides_of_what_was_told(library: Library, shown: Subject | None, told: list[Sides]) -> None:
    assert sides(shown, BEFORE, library) == told


def test_of_a_pair_the_place_named_before_is_the_one_it_was_asked_of(library: Library) -> None:
    before = question("X, liée à qui ?", SUIPPES)
    assert sides(Subject("card", ("story",)), before, library) == [Sides(SUIPPES, (YANGPYEONG,))]


@pytest.mark.parametrize(
    ("text", "shown", "partner"),
    [
        ("c'est dans quelle province", partners(SUIPPES), YANGPYEONG),
        ("c'est un comté ?", partners(SUIPPES), YANGPYEONG),
        ("c'est dans quelle province", partners(TOURS, SUWON), SUWON),
        ("c'est dans quelle province", partners("fr-com-44109"), "kr-12150"),
        ("c'est dans quel département ?", partners(YANGPYEONG), SUIPPES),
        ("어느 레지옹에 있어요", partners(YANGPYEONG), SUIPPES),
        ("거기 시청 전화번호는요?", partners(GURO), ISSY),
        ("et le téléphone de la mairie ?", partners(GURO), ISSY),
        ("cette ville a combien d'habitants ?", partners(YANGPYEONG), SUIPPES),
        ("Et leur population à eux ?", partners(SUIPPES), YANGPYEONG),
        ("상대방 홈페이지는?", partners(TOURS), SUWON),
    ],
)
def test_what_only_the_far_side_has_or_points_to_it_means_it(
    library: Library, text: str, shown: Subject, partner: str
) -> None:
    found = meant(question(text), shown, BEFORE, library)
    assert found is not None
    assert found.partners == (partner,)
    assert [mention.places for mention in found.question.places] == [(partner,)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("son site web ?", partners(SUIPPES)),
        ("c'est dans quel département ?", partners(SUIPPES)),
        ("c'est dans quelle région ?", partners(YANGPYEONG)),
        ("구청 전화번호는요?", partners(GURO)),
        ("combien de provinces en Corée, et là-bas en France ?", partners("fr-com-23096")),
        ("là-bas, en France, quelle population ?", partners(SUIPPES)),
        ("cette ville a combien d'habitants ?", partners(TOURS, SUWON)),
        ("c'est dans quelle province", Subject("place", (SUIPPES,))),
        ("", partners(SUIPPES)),
    ],
)
def test_what_either_side_has_says_nothing_for_sure(library: Library, text: str, shown: Subject) -> None:
    assert meant(question(text), shown, BEFORE, library) is None


def test_a_question_that_names_a_place_is_asked_of_that(library: Library) -> None:
    asked = question("X, c'est dans quelle province ?", SUWON)
    assert meant(asked, partners(SUIPPES), BEFORE, library) is None
    assert further(asked, partners(SUIPPES), BEFORE, library) is None


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("does it have another French partner besides them", BUCHEON),
        ("do they work with other towns in France?", BUCHEON),
        ("et qui d'autre en France ?", BUCHEON),
        ("who else in France?", BUCHEON),
        ("프랑스에 또 누구랑 맺었어요?", BUCHEON),
        ("who else?", None),
        ("does it have another Korean partner", None),
        ("are there other French towns with a partner", None),
        ("does it have a French partner", None),
        ("does it have other partners", None),
    ],
)
def test_others_asked_for_in_its_own_country_are_those_of_the_partner(
    library: Library, text: str, of: str | None
) -> None:
    found = further(question(text), partners(ANGOULEME), BEFORE, library)
    assert found == (partners(of) if of else None)


def test_where_nothing_says_so_the_first_partner_may_be_meant(library: Library) -> None:
    assert likely(partners(SUIPPES), BEFORE, library) == Subject("place", (YANGPYEONG,))
    assert likely(partners(TOURS, SUWON), BEFORE, library) is None
    assert likely(None, BEFORE, library) is None


@pytest.mark.parametrize(
    ("text", "shown", "partner"),
    [
        ("what is that exactly, a town?", partners(YANGPYEONG), SUIPPES),
        ("c'est quoi au juste ?", partners(YANGPYEONG), SUIPPES),
        ("그게 정확히 뭐예요?", partners(SUIPPES), YANGPYEONG),
        ("c'est quoi le numéro ?", partners(YANGPYEONG), None),
        ("what is that province called?", partners(SUIPPES), None),
        ("what is that?", partners(TOURS, SUWON), None),  # either may be meant
        ("what is that?", Subject("place", (SUIPPES,)), None),
        ("what is that?", None, None),
        ("", partners(YANGPYEONG), None),
    ],
)
def test_what_something_is_is_asked_of_the_partner_told(
    library: Library, text: str, shown: Subject | None, partner: str | None
) -> None:
    expected = None if partner is None else Subject("place", (partner,))
    assert what_it_is(question(text), shown, BEFORE, library) == expected
