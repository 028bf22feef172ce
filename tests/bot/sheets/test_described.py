from __future__ import annotations

import pytest

from bot.sheets.described import masked_as_described
from knowledge.contacts import Contact
from tests.bot.made_up import CONSULATE


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("le consulat qui est vers Tours, à quelle adresse ?", "le X, à quelle adresse ?"),
        ("phone of the consulate near the town of Tours", "phone of the X"),
        ("투르에 있는 영사관의 전화번호", "X 전화번호"),
        ("le consulat, son téléphone, à Tours ?", "le consulat, son téléphone, à Tours ?"),
        ("l'ambassade, son adresse ?", "l'ambassade, son adresse ?"),
        ("", ""),
    ],
)
def test_the_words_that_describe_a_body_are_masked(text: str, masked: str) -> None:
    assert masked_as_described(text, Contact.model_validate(CONSULATE)) == masked
