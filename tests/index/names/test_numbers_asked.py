from __future__ import annotations

import pytest

from index.names.numbers_asked import number_asked


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("974 is what?", "974"),
        ("c'est quoi le 974", "974"),
        ("Bonjour, c'est où le 2A ?", "2A"),
        ("what does 33 stand for?", "33"),
        ("974는 뭐예요?", "974"),
        ("33번이 어디예요", "33"),
    ],
)
def test_a_number_alone_is_asked_of(text: str, number: str) -> None:
    found = number_asked(text)
    assert found is not None
    start, end, id_ = found
    assert (text[start:end], id_) == (number, f"fr-dep-{number}")


@pytest.mark.parametrize(
    "text",
    [
        "c'est quoi le 15",  # which one calls
        "what is 112",
        "c'est quoi le 20",
        "974",  # asks nothing
        "c'est quoi les 33 membres",
        "33번 버스는 어디서 타요",
        "33 et 34, c'est quoi",
        "c'est quoi",
        "@0",
        "",
    ],
)
def test_a_number_among_other_words_or_of_something_else_is_not(text: str) -> None:
    assert number_asked(text) is None
