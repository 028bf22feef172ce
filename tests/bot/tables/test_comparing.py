"""Populations side by side, and the places of a similar size in the other country."""

from __future__ import annotations

from knowledge.library import Library
from tests.bot.tables.asking import ask, told


def test_populations_are_set_side_by_side_the_largest_first(places: Library) -> None:
    assert told(places, "table-compare-population", "fr-com-37261 kr-41110", "en").splitlines() == [
        "Suwon-si (Gyeonggi-do): 1,185,332 registered residents (July 2026)",
        "Tours (Indre-et-Loire): 139,259 inhabitants (2023)",
        "Difference: 1,046,073 inhabitants (a ratio of 1 to 8.5).",
    ]


def test_what_is_counted_of_places_compared_is_told_beside_their_populations(places: Library) -> None:
    text = told(places, "table-compare-population/commune", "fr-dep-37 fr-dep-41", "en")
    assert "Indre-et-Loire (département): 600,000 inhabitants (2023), 5 communes" in text
    assert "commune" not in told(places, "table-compare-population/commune", "fr-com-37261 fr-com-41018", "en")


def test_of_a_place_that_lies_in_the_other_its_share_is_told(places: Library) -> None:
    text = told(places, "table-compare-population", "fr-com-37261 fr-dep-37", "en")
    assert text.endswith("Share of the population of the whole: 23.2% (460,741 inhabitants in the rest of it).")
    assert "ratio" not in text


def test_equal_populations_are_called_equal(places: Library) -> None:
    assert told(places, "table-compare-population", "fr-com-37072 fr-com-37001").endswith(
        "Autant d'habitants des deux côtés."
    )


def test_a_population_that_is_not_known_is_not_compared(places: Library) -> None:
    assert ask(places, "table-compare-population", "fr-com-37261 fr-com-37999") is None


def test_places_of_a_similar_size_are_in_the_other_country(places: Library) -> None:
    answer = ask(places, "table-similar-size", "fr-com-37261")
    assert answer is not None
    assert "De taille proche (Corée) : Jung-gu (Séoul), 117" in answer.text
    assert answer.places[1:] == ("kr-11140",)


def test_where_nothing_is_of_a_similar_size_the_nearest_is_named(places: Library) -> None:
    text = told(places, "table-similar-size", "fr-com-37072")
    assert "Rien de comparable par la taille (Corée)" in text
    assert "Yeoncheon-gun" in text


def test_a_landmark_is_asked_about_as_the_government_it_lies_in(places: Library) -> None:
    answer = ask(places, "table-compare-population", "kr-landmark-1 kr-41110")
    assert answer is not None
    assert "Seongnam-si" in answer.text
    assert answer.places[0] == "kr-landmark-1"


def test_what_some_have_together_is_set_beside_another(places: Library) -> None:
    said = told(places, "table-compare-population/////////2", "fr-com-37261 fr-com-41018 kr-41110", "en").splitlines()
    assert said[0] == "Tours and Blois: 185,259 inhabitants"
    assert said[1].startswith("Suwon-si")
    assert said[2].startswith("Difference: ")
    assert len(said) == 5


def test_no_sum_is_set_beside_what_is_not_known(places: Library) -> None:
    assert ask(places, "table-compare-population/////////2", "fr-com-37261 fr-com-37999 kr-41110") is None
    assert ask(places, "table-compare-population/////////2", "fr-com-37261 fr-com-41018") is None


def test_the_share_that_a_place_has_of_its_country_is_told(shipped: Library) -> None:
    said = told(shipped, "table-share", "kr-41", "en").splitlines()
    assert said[0].startswith("Korea: ")
    assert said[1].startswith("Gyeonggi-do")
    assert said[2].startswith("Share of the population of the whole: ")
    assert ask(shipped, "table-share", "fr-com-55039") is None  # nobody lives in a village that the war destroyed
