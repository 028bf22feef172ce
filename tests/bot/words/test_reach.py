from __future__ import annotations

import pytest

from bot.words.reach import reach_named, reach_of, without_reach


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("la plus petite région de France métropolitaine", "mainland"),
        ("le plus grand département hors outre-mer", "mainland"),
        ("the largest overseas region", "overseas"),
        ("해외 레지옹 중 제일 큰 곳은?", "overseas"),
        ("le plus petit département hors départements d'outre-mer", "mainland"),
        ("본토 말고 해외 레지옹", "overseas"),
        ("the regions outside the mainland", "overseas"),
        ("la plus petite région, outre-mer compris", ""),
        ("the smallest region, not only the mainland", ""),
        ("본토뿐 아니라 해외까지 포함해서 제일 작은 곳", ""),
        ("départements de l'hexagone et d'outre-mer", ""),
        ("la plus petite région", ""),
        ("", ""),
    ],
)
def test_the_part_of_france_spoken_of_is_told(text: str, part: str) -> None:
    assert reach_of(text) == part


def test_a_text_without_the_part_named_stays_as_long() -> None:
    text = "Les départements d'outre-mer, et leur population ?"
    assert reach_named(text)
    rest = without_reach(text)
    assert len(rest) == len(text) and "outre-mer" not in rest and rest.endswith("population ?")
    assert without_reach("sa population ?") == "sa population ?"
    assert without_reach("outre-mer compris").strip() == ""
