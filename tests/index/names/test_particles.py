from __future__ import annotations

import pytest

from index.names.finder import NameFinder
from index.names.particles import attached


@pytest.mark.parametrize("rest", ["홈피주소좀", "청전번좀요"[1:], "인구몇명이야", "시장누구야", "군청연락처알려주세요"])
def test_what_is_asked_and_the_request_are_stuck_to_a_name(rest: str) -> None:
    found = attached(rest)
    assert found is not None and found.administration


def test_where_something_is_asked_to_be_tells_a_place() -> None:
    found = attached("어디야")
    assert found is not None and found.placing


@pytest.mark.parametrize("rest", ["홈", "좀비", "줘라니", "몇"])
def test_other_words_are_not(rest: str) -> None:
    assert attached(rest) is None


@pytest.mark.parametrize(("text", "id"), [("거창군홈피주소좀", "kr-48880"), ("거창군청전번좀요", "kr-48880")])
def test_a_name_is_found_however_much_is_stuck_to_it(shipped_names: NameFinder, text: str, id: str) -> None:
    assert [mention.places[0] for mention in shipped_names.find(text, "ko")] == [id]
