from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.words.chat import plain


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("c koi un gun", "c'est quoi un gun"),
        ("dgs, kesako ?", "dgs, c'est quoi ?"),
        ("wats the gun", "what's the gun"),
        ("wat is a gun", "what is a gun"),
        ("지방교부세가 머꼬", "지방교부세가 뭐예요"),
        ("주민이 얼매나 되는겨?", "주민이 얼마나 되나요?"),
        ("부군수는 누가 앉히는 거여", "부군수는 누가 앉히는 거예요"),
        ("몇 번까지 할 수 있노?", "몇 번까지 할 수 있나요?"),
        ("신안군은 인자 어디 소속이당가요?", "신안군은 이제 어디 소속인가요?"),
        ("면사무소 같은기 있능교", "면사무소 같은 게 있나요"),
        ("diff betwen si and gun", "différence between si and gun"),
        ("수원시 인구는 얼마예요?", "수원시 인구는 얼마예요?"),
        ("Le Havre, c'est quoi ?", "Le Havre, c'est quoi ?"),
        ("", ""),
    ],
)
def test_what_is_spelt_as_in_a_chat_is_read_as_usual(text: str, usual: str) -> None:
    assert plain(text) == usual


@given(st.text(max_size=80))
def test_a_text_is_read_so_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)
