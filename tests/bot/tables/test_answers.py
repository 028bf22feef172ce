"""Questions over the table of places: which table answers, about which of several places, and its title."""

from __future__ import annotations

import pytest

from bot.catalogue import sentences
from bot.subject import Subject
from bot.tables import answers
from bot.tables.answers import TABLES
from knowledge.library import Library
from knowledge.text import LANGUAGES, Language
from tests.bot.tables.asking import ask, told


def test_the_departement_of_a_commune_is_what_it_lies_in(places: Library) -> None:
    assert "Indre-et-Loire (département)" in told(places, "table-list-below/departement", "fr-com-37261")


def test_the_departements_of_a_region_are_what_lies_in_it(places: Library) -> None:
    assert "Loir-et-Cher" in told(places, "table-which-above/departement", "fr-reg-24")


def test_a_question_about_two_places_needs_two(places: Library) -> None:
    assert ask(places, "table-same-above/region", "fr-com-37261") is None
    assert ask(places, "table-compare-population", "fr-com-37261") is None


@pytest.mark.parametrize("intent", ["table-largest-overall//", "table-list-overall/canton/fr", "table-unheard-of"])
def test_an_overall_question_without_a_known_unit_is_no_answer(places: Library, intent: str) -> None:
    assert ask(places, intent, "") is None


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_a_title_that_names_the_question(places: Library, table: str, language: Language) -> None:
    ids = () if table.endswith("-overall") else ("fr-com-37261", "fr-com-41018")
    title = answers.title(Subject("table", ids, f"{table}/commune"), language, places)
    assert f"title-{table}" in sentences()
    assert "{" not in title
    assert ("투르" if language == "ko" else "Tours") in title or not ids


@pytest.mark.parametrize(
    ("intent", "ids", "said"),
    [
        ("table-count-below/commune", "fr-dep-37 fr-dep-41", ["Indre-et-Loire", "Loir-et-Cher"]),
        ("table-largest/commune", "fr-dep-37 fr-dep-41", ["Tours", "Blois"]),
        ("table-count-below/commune", "kr-11 fr-dep-37", ["Indre-et-Loire"]),  # Seoul has none
        ("table-list-below", "fr-com-37072 fr-com-41018", ["Indre-et-Loire", "Loir-et-Cher"]),  # none below: above
        ("table-count-below/commune", "fr-dep-37 fr-reg-24", ["Indre-et-Loire"]),  # one in the other
    ],
)
def test_what_is_asked_of_several_places_is_told_of_each(
    places: Library, intent: str, ids: str, said: list[str]
) -> None:
    lines = told(places, intent, ids).splitlines()
    assert len(lines) == len(said) or intent.endswith("/commune")
    assert [name for name in said if any(name in line for line in lines)] == said


def test_what_is_but_one_of_what_is_counted_is_no_whole(places: Library) -> None:
    assert "25" in told(places, "table-count-below/gu", "kr-11140 kr-11") or "Jung-gu" in told(
        places, "table-count-below/gu", "kr-11140 kr-11"
    )


def test_what_no_place_of_several_holds_is_not_told(places: Library) -> None:
    assert ask(places, "table-smallest/district", "fr-com-37072 fr-com-41018") is None


@pytest.mark.parametrize(
    ("intent", "ids", "begins"),
    [
        ("table-largest/city", "fr-dep-37 fr-com-37261", "Indre-et-Loire (département) — 5 communes. Le plus d'habitants : Tours"),
        ("table-smallest/departement", "fr-dep-41", "Loir-et-Cher (département), 320 000 habitants (2023) : rang 5 par population sur 5 départements (France)"),
        ("table-largest/departement:commune", "fr-dep-41", "France — 5 départements. Le plus de communes : Indre-et-Loire, 5 communes."),
        ("table-largest/province", "fr-reg-24", "Centre-Val de Loire (région) — 3 départements. Le plus d'habitants : Loiret"),
        ("table-list-below/province", "fr-reg-24", "Centre-Val de Loire (région) compte 3 départements :"),
    ],
)  # fmt: skip
def test_what_is_ranked_is_below_the_whole_or_is_the_place_itself(
    places: Library, intent: str, ids: str, begins: str
) -> None:
    assert told(places, intent, ids).startswith(begins)


@pytest.mark.parametrize(
    ("intent", "asked"),
    [
        ("table-largest-overall/departement:commune/fr/mainland", True),
        ("table-list-overall/city+kr-gun/", True),
        ("table-beyond/gu/kr//>1000-5000///fr-com-37261", True),
        ("table-rank", True),
        ("table-unheard-of", False),
        ("", False),
        ("table-count-below/hundred", False),
        ("table-largest/region:departement:commune", False),
        ("table-largest-overall/commune/be", False),
        ("table-largest-overall/commune/fr/midland", False),
        ("table-similar-size/commune///~0", False),  # nothing comes near none
        ("table-similar-size/commune///x", False),
        ("table-largest/commune////-1", False),
        ("table-largest/commune/////-1", False),
        ("table-total/commune//////fr-com-gone", False),
    ],
)
def test_a_question_is_one_of_the_tables_in_terms_that_have_words(places: Library, intent: str, asked: bool) -> None:
    assert answers.is_asked(Subject("table", ("fr-com-37261",), intent), places) is asked
    assert not answers.is_asked(Subject("table", ("fr-com-gone",), intent), places)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_may_be_asked(places: Library, table: str) -> None:
    assert answers.is_asked(Subject("table", (), table), places)
