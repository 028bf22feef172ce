"""What a message names: the ids of it, and the countries that it sets aside."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.words.question import Question, country_set_aside, understand
from index.names.mention import Mention
from index.snapshot import Snapshot
from tests.bot.place_table import library
from tests.bot.understood import surely


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("스위스 쥐라 말고 프랑스 쥐라", "스위스", True),
        ("스위스 말고 프랑스", "스위스", True),
        ("스위스 쥐라 그리고 리옹 말고", "스위스", False),  # what is set aside does not stand beside it
        ("스위스", "스위스", False),
        ("not Switzerland", "Switzerland", True),
    ],
)
def test_a_country_is_set_aside_with_what_is_named_in_it(text: str, country: str, expected: bool) -> None:
    start = text.index(country)
    assert country_set_aside(text, (start, start + len(country))) is expected


def test_what_is_named_is_told_by_the_ids_of_each_kind_in_order() -> None:
    goseong = Mention(0, 3, "고성군", ("kr-48820", "kr-51820"), True)
    tours, network = Mention(5, 10, "Tours", ("fr-com-37261",), True), Mention(12, 16, "APVF", ("apvf",), True)
    detection = surely("fr")
    question = Question("고성군, Tours, APVF", detection, (goseong, tours), (network,))
    assert question.place_ids == ("kr-48820", "kr-51820", "fr-com-37261")
    assert question.contact_ids == ("apvf",)
    assert Question("", detection).place_ids == Question("", detection).contact_ids == ()


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Chinon dans la Touraine", "fr"),
        ("Chinon in Touraine", "en"),
        ("Chinon, the one in Touraine", "en"),
        ("2e arrondissement de Chinon", "fr"),
    ],
)
def test_what_tells_a_place_tells_the_language_too(tmp_path: Path, name: str, language: str) -> None:
    found = (Mention(0, len(name), name, ("fr-com-37072",), True),)
    snapshot = SimpleNamespace(
        library=library(tmp_path),
        names=SimpleNamespace(find=lambda *_: found, knows_word=lambda _: True),
        contact_names=SimpleNamespace(find=lambda _: (), misspelt=lambda *_: ()),
    )
    question = understand(f"{name}, population", cast(Snapshot, cast(Any, snapshot)))
    assert question.language == language and question.places == found
