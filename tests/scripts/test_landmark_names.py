from __future__ import annotations

import pytest

from scripts.landmark_names import Head, further_names

HEADS = [Head("Airport", ("aéroport",), ("International Airport",)), Head("Beach", ("plage",))]


@pytest.mark.parametrize(
    ("english", "korean", "expected"),
    [
        (["Gimhae Airport"], "김해국제공항", ["aéroport de Gimhae", "Gimhae International Airport", "김해공항"]),
        (["Incheon Airport"], "인천공항", ["aéroport d'Incheon", "Incheon International Airport"]),
        (["Bigeumdo"], "비금도", ["Bigeum Island", "île de Bigeum"]),
        (["Byeonsanbando"], "변산반도", []),  # a peninsula
        (["Gyeongbucheoldo"], "경부철도", []),  # a railway
        (["Udo"], "우도", []),  # U Island is said by nobody
        (["Colorado"], "콜로라도주", []),
        (["Haeundae Beach", "plage de Haeundae"], "해운대해수욕장", []),  # known already
        (["Airport"], "공항", []),
        ([], "", []),
    ],
)
def test_a_landmark_is_called_by_what_it_is(english: list[str], korean: str, expected: list[str]) -> None:
    assert further_names(english, korean, HEADS) == expected
