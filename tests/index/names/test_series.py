from __future__ import annotations

import pytest

from index.names.series import after, before, district


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("파리 15구하고 16구 우편번호", "파리 15구", ["파리 16구"]),
        ("paris 15e, 16e et 17e : sites", "paris 15e", ["paris 16e", "paris 17e"]),
        ("paris 15e et 16 janvier", "paris 15e", []),
        ("paris 15e et le maire du 16e", "paris 15e", []),
        ("paris et 16e", "paris", []),
        ("paris 15e", "paris 15e", []),
    ],
)
def test_a_number_in_a_row_with_a_name_stands_for_a_name(text: str, name: str, full: list[str]) -> None:
    found = after(text, text.index(name), text.index(name) + len(name))
    assert [name for _, _, name in found] == full
    assert all(name.endswith(text[start:end]) for start, end, name in found)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        (
            "the 13th and 14th arrondissements of paris",
            ["13th arrondissement of paris", "14th arrondissement of paris"],
        ),
        ("des 1er, 2e et 3e arrondissements de paris", [f"{n} arrondissement de paris" for n in ("1er", "2e", "3e")]),
        ("the 13th arrondissement of paris", []),
        ("13 et 14 communes de paris", []),
        ("la mairie du 15eme a paris", ["15eme arrondissement de paris"]),
        ("mairie du xve a paris", ["15e arrondissement de paris"]),
        ("mairie du 13e, a paris", ["13e arrondissement de paris"]),
        ("mairie du 13eme (a paris", ["13eme arrondissement de paris"]),
        ("the town hall of the 17th in paris", ["17th arrondissement of paris"]),
        ("reunion le 15 a paris", []),
        ("reunion le 1er a paris", []),
        ("paris", []),
    ],
)
def test_numbers_before_a_name_each_stand_for_one(text: str, full: list[str]) -> None:
    found = before(text, text.index("paris"), text.index("paris") + 5)
    assert [name for _, _, name in found] == full
    assert not found or found[-1][1] == len(text)


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Marseile 8e population", "Marseile", ("Marseile 8e", 8)),
        ("Lyonn 3e arrondissement", "Lyonn", ("Lyonn 3e arrondissement", 3)),
        ("빠리 15구에 사는", "빠리", ("빠리 15구", 15)),
        ("리용 제3구청", "리용", ("리용 제3구", 3)),
        ("Paris XV", "Paris", ("Paris XV", 15)),
        ("the 8th arrondissement of Marseile", "Marseile", ("8th arrondissement of Marseile", 8)),
        ("université Paris IV", "Paris", None),
        ("Paris 15 rue", "Paris", None),
        ("빠리 15구간", "빠리", None),
        ("Paris Vert", "Paris", None),
        ("Marseille, 7ème secteur", "Marseille", None),
        ("Marseille 7ème secteur", "Marseille", None),
        ("Marseille, 7ème", "Marseille", None),  # may be anything
        ("Marseille, 7ème arrondissement", "Marseille", ("Marseille, 7ème arrondissement", 7)),
        ("Marseille, dans le 7ème arrondissement", "Marseille", ("Marseille, dans le 7ème arrondissement", 7)),
        ("Marseille, le 1er mai", "Marseille", None),
        ("Paris", "Paris", None),
    ],
)
def test_a_number_beside_a_city_is_that_of_a_district(text: str, name: str, told: tuple[str, int] | None) -> None:
    at = text.index(name)
    found = district(text, at, at + len(name))
    assert (found and (text[found[0] : found[1]], found[2])) == told
