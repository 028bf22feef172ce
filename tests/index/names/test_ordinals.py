"""Ordinals of the districts of a city, in Roman numerals and in words."""

from __future__ import annotations

import pytest

from index.names.ordinals import ordinal_in_digits, ordinals


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mairie du XVe à Paris", [(10, 12, "15")]),
        ("IXe, XIVe et XXe", [(0, 2, "9"), (5, 8, "14"), (13, 15, "20")]),
        ("le Ier arrondissement", [(3, 4, "1")]),
        ("le VIIIème", [(3, 7, "8")]),
        ("au XVIIIe siècle", []),
        ("la vie, le vie", []),
        ("Xe siecle", []),
        ("Paris XV", []),
        ("EXIVe", []),
        ("le quinzième arrondissement", [(3, 4, "15"), (4, 12, "e")]),
        ("Le dix-septieme arrondissement", [(3, 4, "17"), (4, 15, "e")]),
        ("the Seventh arrondissement of Paris", [(4, 5, "7"), (5, 11, "th")]),
        ("LE QUINZIÈME ARRONDISSEMENT", [(3, 4, "15"), (4, 12, "e")]),
        ("le quınzième arrondissement", []),  # the i of a Turkish keyboard
        ("the ſixth arrondissement", []),
        ("le quinzième jour, dans un arrondissement", []),
        ("", []),
    ],
)
def test_ordinals_in_capitals_are_read(text: str, found: list[tuple[int, int, str]]) -> None:
    assert [*ordinals(text)] == found


@pytest.mark.parametrize(("word", "digits"), [("xve", "15e"), ("iveme", "4eme"), ("15e", "15e"), ("17th", "17th")])
def test_an_ordinal_has_its_number_in_digits(word: str, digits: str) -> None:
    assert ordinal_in_digits(word) == digits
