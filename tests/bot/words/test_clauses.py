from __future__ import annotations

import re

import pytest

from bot.words.clauses import clauses


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("X et X : quel département et quel site", ["X et X", "quel département", "quel site"]),
        ("X, habitants, and its seat", ["X", "habitants", "its seat"]),
        ("X 인구하고 읍면 수", ["X 인구", "읍면 수"]),
        ("X 도청 있는 도시, 그리고 인구", ["X 도청 있는 도시", "인구"]),
        ("le plus petit village de X, en habitants ?", ["le plus petit village de X"]),
        ("les gun de X, du moins peuplé au plus peuplé", ["les gun de X"]),
        ("most and least populous gu of X", ["least populous gu of X"]),
        ("la plus grande ville de X et la plus petite", ["la plus grande ville de X", "la plus petite"]),
        ("of the 24 communes of X, which is the smallest", ["of the 24 communes of X, which is the smallest"]),
        ("X 읍과 면이 몇 개, 인구는", ["X 읍과 면이 몇 개", "인구는"]),
        ("X, eup et myeon, population", ["X", "eup et myeon", "population"]),
        ("X는 어느 도이며 인구는 얼마", ["X는 어느 도", "인구는 얼마"]),
        ("X 시청 말고 도청에 연락하고 싶습니다", ["X 시청 말고 도청에 연락하고 싶습니다"]),
        ("X는 한국의 어느 도시와 자매결연을 맺었나요", ["X는 한국의 어느 도시와 자매결연을 맺었나요"]),
        ("X는 누구와 결연했나요", ["X는 누구와 결연했나요"]),
        ("X : … ?", ["X"]),
        ("? : ,", []),
        ("", []),
    ],
)
def test_a_sentence_is_cut_where_words_join_but_not_between_names(text: str, parts: list[str]) -> None:
    assert clauses(text, [match.span() for match in re.finditer("X", text)]) == parts


def test_a_name_is_not_cut() -> None:
    assert clauses("Eure et Loir : site", [(0, 12)]) == ["Eure et Loir", "site"]
