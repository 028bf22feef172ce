"""Units that are named only to be left out."""

from __future__ import annotations

import pytest

from bot.words.units_apart import only_sets_aside, sets_state_aside, without_units_left_out, without_units_taken_in


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("X에 읍 말고 면은 뭐뭐 있지", "X에 면은 뭐뭐 있지"),
        ("How many counties in X, leaving out the cities?", "How many counties in X, ?"),
        ("les villages de X sauf villes", "les villages de X"),
        ("X에 시가 몇 개예요? 군은 빼고요, 칸 수를 맞춰야 해서", "X에 시가 몇 개예요? , 칸 수를 맞춰야 해서"),
        ("X에 읍 말고 뭐 있지", "X에 읍 말고 뭐 있지"),  # nothing else is asked for
        ("X에 읍과 면은 몇 개", "X에 읍과 면은 몇 개"),
        ("which gun, not a si, is in X", "which gun, , is in X"),
        ("le gun, pas le si, dans X", "le gun, , dans X"),
        ("the number of X, not the prefecture", "the number of X,"),  # whatever is asked for
        ("numéro de la région X, pas la préfecture", "numéro de la région X,"),
        ("la préfecture de X", "la préfecture de X"),
        ("", ""),
    ],
)
def test_a_unit_left_out_is_dropped_beside_another(text: str, rest: str) -> None:
    assert without_units_left_out(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Largest gun, metropolitan cities' counties included?", "Largest gun, ?"),
        ("Largest gu in Korea, including the gu of metropolitan cities", "Largest gu in Korea,"),
        ("광역시에 있는 군까지 포함하면 제일 큰 군은?", "제일 큰 군은?"),
        ("Le comté le plus peuplé, y compris ceux des villes métropolitaines ?", "Le comté le plus peuplé, ?"),
        ("Largest city, counties included", "Largest city, counties included"),  # which are none of those asked for
        ("Biggest département, overseas included", "Biggest département, overseas included"),
        ("", ""),
    ],
)
def test_what_is_taken_in_of_the_unit_asked_for_is_dropped(text: str, rest: str) -> None:
    assert " ".join(without_units_taken_in(text).split()) == rest


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("not the city's", True),
        ("pas la mairie", True),
        ("the province, not the city", False),
        ("X 시청 말고 도청", False),
        ("the province", False),
        ("", False),
    ],
)
def test_units_may_be_named_only_to_set_them_aside(text: str, only: bool) -> None:
    assert only_sets_aside(text) is only


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("X 레지옹 청사요, 국가 도청(프레펙튀르) 말고. 주소만요", True),
        ("le téléphone du département de X, pas la préfecture", True),
        ("le téléphone de la préfecture de X", False),
        ("le téléphone du département de X", False),
    ],
)
def test_the_states_office_may_be_named_only_to_set_it_aside(text: str, aside: bool) -> None:
    assert sets_state_aside(text) is aside
