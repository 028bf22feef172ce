"""A text with its names masked."""

from __future__ import annotations

import pytest

from bot.words.masking import at_mask, masked, names_state, replaced, with_district_asked, without_asides
from index.names.mention import Mention


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("website of the X (MEL) pls", "website of the X pls"),
        ("population of X (old spelling, east coast)", "population of X"),
        ("MEL (X) 홈피", "MEL (X) 홈피"),  # the name itself
        ("X (et son maire ?)", "X (et son maire ?)"),  # asks
        ("(X)", "(X)"),
        ("X 도청(프레펙튀르) 전화번호", "X 프레펙튀르 전화번호"),
        ("X도청 (préfecture) 연락처", "X préfecture 연락처"),
        ("X 도청(총무과) 연락처", "X 도청 연락처"),
        ("phone of the X office (prefecture)", "phone of the X office prefecture"),
    ],
)
def test_what_stands_in_brackets_beside_a_name_is_not_what_is_asked(text: str, rest: str) -> None:
    assert without_asides(text) == rest


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("강릉시인구", "강릉시", "X 인구"),
        ("경북도청주소랑대표번호는?", "경북", "X도청 주소랑 대표번호는?"),
        ("강릉시 인구", "강릉시", "X 인구"),
        ("강릉시는 어디", "강릉시", "X는 어디"),
        ("수원시장은 누구", "수원시", "X시장은 누구"),
        ("담양군수는 누구", "담양군", "X군수는 누구"),
        ("population de Tours", "Tours", "population de X"),
    ],
)
def test_a_name_is_left_out_and_what_is_asked_stands_apart(text: str, name: str, expected: str) -> None:
    start = text.index(name)
    assert masked(text, [Mention(start, start + len(name), name, ("id",), True)]) == expected


@pytest.mark.parametrize(
    ("text", "named"), [("la préfecture de X", True), ("X 프레펙튀르", True), ("la mairie de X", False), ("", False)]
)
def test_the_state_s_office_is_named_in_its_words(text: str, named: bool) -> None:
    assert names_state(text) == named


def test_a_mask_in_a_text_may_stand_for_a_place() -> None:
    mention = at_mask(4, ("fr-com-37261",))
    assert "sur X"[mention.start : mention.end] == mention.text == "X"
    assert (mention.places, mention.exact) == (("fr-com-37261",), True)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("X는 몇 구야", "X는 어느 구에 있나요"),
        ("X 몇구임", "X 어느 구에 있나요"),
        ("X이 몇구예요?", "X이 어느 구에 있나요?"),
        ("X는 몇 구가 있어요", "X는 몇 구가 있어요"),  # how many
        ("X는 몇 구에 있나요", "X는 몇 구에 있나요"),
        ("X에서 주민이 가장 많은 구는 몇 구입니까", "X에서 주민이 가장 많은 구는 어느 구에 있나요"),
        ("X 안에 구는 몇 구가 있나요", "X 안에 구는 몇 구가 있나요"),
        ("몇 구야", "몇 구야"),
    ],
)
def test_a_district_asked_for_by_its_number_is_asked_for(text: str, asked: str) -> None:
    assert with_district_asked(text) == asked


@pytest.mark.parametrize(
    ("text", "name", "rest"),
    [
        ("수원시장은 임기가 몇 년이에요?", "수원시", "한국 도시 시장은 임기가 몇 년이에요?"),
        ("담양군수는 몇 년?", "담양군", "한국 도시 군수는 몇 년?"),
        ("수원시 시장은?", "수원시", "한국 도시 시장은?"),
        ("수원시는 어디?", "수원시", "한국 도시는 어디?"),
    ],
)
def test_the_office_stuck_to_a_name_stays_where_the_name_is_replaced(text: str, name: str, rest: str) -> None:
    start = text.index(name)
    assert replaced(text, [(Mention(start, start + len(name), name, ("kr-1",), True), "한국 도시")]) == rest
