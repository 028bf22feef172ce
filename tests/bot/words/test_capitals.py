from __future__ import annotations

import pytest

from bot.words.capitals import for_the_state
from tests.bot.understood import named_in


@pytest.mark.parametrize(
    ("text", "name", "id", "state"),
    [
        ("le chef du gun est nommé par Séoul ou élu ?", "Séoul", "kr-11", "KR"),
        ("are mayors appointed directly by Paris?", "Paris", "fr-com-75056", "FR"),
        ("군수는 서울에서 임명하나요?", "서울", "kr-11", "KR"),
        ("le préfet, c'est Paris qui le nomme ?", "Paris", "fr-com-75056", "FR"),
        ("qui est nommé maire de Paris ?", "Paris", "fr-com-75056", None),
        ("what did Paris decide on parking?", "Paris", "fr-com-75056", None),
        ("서울에서 제일 큰 구는?", "서울", "kr-11", None),
        ("il est nommé par Lyon ?", "Lyon", "fr-com-69123", None),
    ],
)
def test_a_capital_that_appoints_is_the_state(text: str, name: str, id: str, state: str | None) -> None:
    mention = named_in(text, name, id)
    assert for_the_state(text, (mention,)) == ({} if state is None else {mention: state})
