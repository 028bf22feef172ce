from __future__ import annotations

import pytest

from index.names.aside import end_of_the_one, is_set_aside, is_taken_back, others_set_aside


def _set_aside(text: str, name: str) -> bool:
    start = text.index(name)
    return is_set_aside(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "set_aside", "asked"),
    [
        ("생나제르 말고 생말로는 어느 주에 있나요?", "생나제르", "생말로"),
        ("파리가 아니라 리옹 인구", "파리", "리옹"),
        ("population de Vienne, pas celle en Autriche", "Autriche", "Vienne"),
        ("population of Vienne, not the one in Austria", "Austria", "Vienne"),
        ("서울이 아닌 대전 중구", "서울", "대전"),
        ("강원도 거 말고 경남 고성이요", "강원도", "경남"),
        ("강원도에 있는 거 말고 경남 고성", "강원도", "경남"),
        ("population of Busan, not of Suwon", "Suwon", "Busan"),
        ("Tours est jumelée, pas Limoges ?", "Limoges", "Tours"),
        ("l'adresse de Lille plutôt que celle de Roubaix", "Roubaix", "Lille"),
        ("시도지사협의회 말고 서울 전화번호", "시도지사협의회", "서울"),
    ],
)
def test_a_name_set_aside_is_told_from_the_one_asked_about(text: str, set_aside: str, asked: str) -> None:
    assert _set_aside(text, set_aside) and not _set_aside(text, asked)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tours ou Limoges ?", ["Tours", "Limoges"]),
        ("is it Jeonbuk State and not Jeollabuk-do?", ["Jeonbuk State", "Jeollabuk-do"]),  # both are asked about
        ("Est-ce Tours et non Limoges ?", ["Tours", "Limoges"]),
    ],
)
def test_names_set_against_each_other_are_both_asked_about(text: str, names: list[str]) -> None:
    assert not any(_set_aside(text, name) for name in names)


@pytest.mark.parametrize(
    ("text", "name", "end"),
    [
        ("고성 말고 경남꺼 알려줘요", "경남", 9),
        ("경남 쪽 거요", "경남", 7),
        ("경남거리", "경남", None),
        ("경남", "경남", None),
    ],
)
def test_a_name_with_the_word_for_its_own_tells_which_one_is_meant(text: str, name: str, end: int | None) -> None:
    assert end_of_the_one(text, text.index(name) + len(name)) == end


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Goseong, celui du Gangwon, pas celui du sud : population", [" pas celui du sud "]),
        ("Gwangju (not the big one) population", ["not the big one"]),
        ("le maire, pas le préfet", []),
        ("is it this one, and not the other one", []),  # both are asked about
        ("", []),
    ],
)
def test_a_clause_sets_aside_another_of_the_name(text: str, clauses: list[str]) -> None:
    assert [text[start:end] for start, end in others_set_aside(text)] == clauses


@pytest.mark.parametrize(
    ("text", "first", "second", "taken_back"),
    [
        ("Cheongju... sorry, I meant Chungju. pop", "Cheongju", "Chungju", True),
        ("population de Valence, pardon, de Vienne", "Valence", "Vienne", True),
        ("le site de Tours, euh non, Blois", "Tours", "Blois", True),
        ("수원시 아니 용인시 인구요", "수원시", "용인시", True),
        ("Tours, Blois et Vendôme", "Tours", "Blois", False),
        ("Tours, non loin de Blois", "Tours", "Blois", False),
        ("수원시가 아니라 용인시 인구", "수원시", "용인시", False),  # which sets it aside
    ],
)
def test_a_name_is_taken_back_before_the_one_that_is_meant(
    text: str, first: str, second: str, *, taken_back: bool
) -> None:
    assert is_taken_back(text, text.index(first) + len(first), text.index(second)) is taken_back


def test_a_clause_right_after_a_name_sets_aside_another_without_a_mark() -> None:
    text = "Gwangju in Gyeonggi not the big one down south, please"
    end = text.index(" not")
    assert others_set_aside(text) == []
    assert [text[start:to] for start, to in others_set_aside(text, [end])] == [" not the big one down south"]
    assert others_set_aside(text, [0, len(text)]) == []
