from __future__ import annotations

import pytest

from bot.ways import ways


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("le téléphone de l'AMF ?", {"phone"}),
        ("son adresse mail svp", {"email"}),
        ("l'adresse et le mail ?", {"address", "email"}),
        ("대사관 팩스번호도 있나요?", {"fax"}),
        ("시장님 휴대폰 번호 알려주세요", {"mobile"}),
        ("홈페이지 주소 알려줘", {"site"}),
        ("연락처 부탁드립니다", {"any"}),
        ("an email or at least a phone number", {"email", "phone"}),
        ("qui nomme le préfet ?", set()),
        ("", set()),
    ],
)
def test_the_longest_wording_tells_which_way_is_spoken_of(text: str, asked: set[str]) -> None:
    assert ways(text) == asked
