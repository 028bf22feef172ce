from __future__ import annotations

import pytest

from index.names.numbers import (
    departement_numbers,
    departements_lain_in,
    departements_of,
    departements_of_postcodes,
    in_brackets,
    numbers_beside,
)
from index.names.text import read_text


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("le 47 c'est quel departement déjà ?", ["fr-dep-47"]),
        ("préfecture du 2A, téléphone", ["fr-dep-2A"]),
        ("which department is the 974?", ["fr-dep-974"]),
        ("département n° 93", ["fr-dep-93"]),
        ("75번 데파르트망 인구", ["fr-dep-75"]),
        ("le CD 79, tel + site", ["fr-dep-79"]),
        ("standard du CD93", ["fr-dep-93"]),
        ("combien de communes dans le 79 ?", ["fr-dep-79"]),
        ("93 = ? and its seat", ["fr-dep-93"]),
        ("64 : quel département ?", ["fr-dep-64"]),
        ("what department is 64", ["fr-dep-64"]),
        ("Quel département porte le numéro 48 ?", ["fr-dep-48"]),
        ("which department has number 48", ["fr-dep-48"]),
        ("33번 도가 어디예요", ["fr-dep-33"]),
        ("33번 도로가 어디예요", []),
        ("33번 도서관", []),
        ("12 = ?", []),
        ("the seat of the 47 members", []),
        ("non, celle du 93", ["fr-dep-93"]),
        ("pas celle-là, l'autre, dans le 14", ["fr-dep-14"]),
        ("the other one in 93", ["fr-dep-93"]),
        ("celui du 14", []),  # of that day
        ("celle du 93 bis rue de Rivoli", []),
        ("une mairie dans le 13", []),  # of Paris, or of Marseille
        ("on se voit dans le 79", []),
        ("un CD 4 titres", []),
        ("le 15 ou le 112 ?", []),  # nothing speaks of a département
        ("the 47 départements of the north", []),
        ("élections départementales du 14 mars", []),
        ("le département a 47 communes", []),
        ("le 47,5 % du département", []),
    ],
)
def test_a_departement_is_named_by_its_number_where_departements_are_spoken_of(text: str, ids: list[str]) -> None:
    assert [id for _, _, id in departement_numbers(text)] == ids


@pytest.mark.parametrize(
    ("text", "name", "departement", "ids"),
    [
        ("les Yvelines ou le 92", "les Yvelines", True, ["fr-dep-92"]),
        ("le 92 ou les Yvelines", "les Yvelines", True, ["fr-dep-92"]),
        ("in the Yvelines or in 92?", "Yvelines", True, ["fr-dep-92"]),
        ("Meudon, c'est le 92 ou le 78 ?", "Meudon", False, ["fr-dep-92", "fr-dep-78"]),
        ("Is Meudon in 92 or 78?", "Meudon", False, ["fr-dep-92", "fr-dep-78"]),
        ("Bastia : le 2A ou le 2B ?", "Bastia", False, ["fr-dep-2A", "fr-dep-2B"]),
        ("Dans le 62 il y a combien de communes, et à Arras ?", "Arras", False, ["fr-dep-62"]),
        ("Lyon est la préfecture du 69 ?", "Lyon", False, ["fr-dep-69"]),
        ("Meudon : ouvert le 15 ou le 16 ?", "Meudon", False, []),  # days
        ("Meudon : appeler le 15 ou le 112 ?", "Meudon", False, []),
        ("Meudon, le 92 ou le 78 habitants", "Meudon", False, []),
        ("Saint-Denis dans le 93, combien d'habitants", "Saint-Denis", False, []),  # only tells which one
        ("Tours dans le département 37", "Tours", False, []),
        ("Meudon ou 92", "Meudon", False, []),
        ("Meudon", "Meudon", False, []),
    ],
)
def test_a_number_beside_names_is_an_alternative_or_a_departement(
    text: str, name: str, departement: bool, ids: list[str]
) -> None:
    at = text.index(name)
    found = numbers_beside(text, [(at, at + len(name), departement)])
    assert [id for _, _, id in found] == ids
    assert all(f"fr-dep-{text[start:end]}" == id for start, end, id in found)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Gavarnie est dans le 65 ou le 64 ?", ("fr-dep-65", "fr-dep-64")),
        ("Gavarnie, c'est bien dans le 65 ?", ("fr-dep-65",)),
        ("Cluny, 71 ou 69 ?", ("fr-dep-71", "fr-dep-69")),
        ("la mairie est dans le 15 rue", ()),
        ("Die, 26 ou 27 ?", ("fr-dep-26", "fr-dep-27")),  # which may be days too
        ("Gavarnie", ()),
    ],
)
def test_a_number_tells_what_something_lies_in(text: str, ids: tuple[str, ...]) -> None:
    assert departements_lain_in(text) == ids


def test_the_number_stands_where_it_is_said_to() -> None:
    text = "Et le 47, quel département ?"
    ((start, end, _),) = departement_numbers(text)
    assert text[start:end] == "47"


def test_the_council_named_by_a_number_stands_with_what_says_so() -> None:
    text = "le CD 79, tel + site"
    ((start, end, _),) = departement_numbers(text)
    assert text[start:end] == "CD 79"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("a postcode starting in 32", ("fr-dep-32",)),
        ("son code postal commence par 974", ("fr-dep-974",)),
        ("code postal qui commence par 20", ("fr-dep-2A", "fr-dep-2B")),
        ("code postal en 32", ("fr-dep-32",)),
        ("우편번호가 32로 시작하는", ("fr-dep-32",)),
        ("code postal 32250, Montréal", ("fr-dep-32",)),
        ("Montréal reçoit 32250 euros", ()),
        ("a postcode in 32 days", ()),
        ("starting in 32 days", ()),
        ("code postal 3", ()),
        ("", ()),
    ],
)
def test_a_postcode_or_how_it_begins_tells_the_departement(text: str, ids: tuple[str, ...]) -> None:
    assert departements_of_postcodes(read_text(text)) == ids


def test_overseas_a_postcode_begins_with_three_digits() -> None:
    assert departements_of("97400") == ("fr-dep-974",)


@pytest.mark.parametrize(
    ("text", "so"), [("Die (26)", True), ("Bastia (2B)", True), ("Die (26 km)", False), ("Die", False)]
)
def test_a_number_in_brackets_stands_alone(text: str, so: bool) -> None:
    assert in_brackets(read_text(text), 1) is so
