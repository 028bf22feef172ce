"""Words that mean the other country without naming it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.followup_country import abroad, naming
from bot.language import Detection
from bot.question import Question
from bot.subject import Subject, card
from index.snapshot import Snapshot
from knowledge.text import Language

_CARDS = {
    "maire": SimpleNamespace(country="fr"),
    "si": SimpleNamespace(country="kr"),
    "two": SimpleNamespace(country="both"),
}
SNAPSHOT = cast(Snapshot, cast(Any, SimpleNamespace(library=SimpleNamespace(cards=_CARDS))))


def _question(text: str, language: Language) -> Question:
    return Question(text, Detection(language, supported=True, certain=True))


@pytest.mark.parametrize(
    ("shown", "text", "language", "country"),
    [
        ("maire", "Là-bas, c'est qui ?", "fr", "KR"),
        ("si", "Là-bas, c'est qui ?", "fr", None),  # it stays in Korea
        ("si", "de l'autre côté ?", "fr", "FR"),
        ("maire", "et eux, qui signe ?", "fr", "KR"),
        ("si", "et chez eux ?", "fr", None),
        ("si", "그쪽은요?", "ko", "FR"),
        ("maire", "그쪽은요?", "ko", None),
        ("maire", "상대국은요?", "ko", "KR"),
        ("maire", "and over there?", "en", None),  # either may be foreign
        ("si", "거기는요?", "ko", None),  # what was spoken of
        ("si", "on their side?", "en", "FR"),
        ("two", "Là-bas, c'est qui ?", "fr", None),
        ("maire", "et combien ?", "fr", None),
        ("maire", "", "fr", None),
    ],
)
def test_the_other_country_is_named_where_it_is_meant(
    shown: str, text: str, language: Language, country: str | None
) -> None:
    asked = _question(text, language)
    named = naming(asked, card(shown), SNAPSHOT)
    assert named.countries == (frozenset() if country is None else {country})
    assert (named.text == text) == (country is None)


@pytest.mark.parametrize("last", [None, Subject("place", ("kr-11",)), Subject("contact", ("amf",))])
def test_only_after_a_card_is_a_country_meant(last: Subject | None) -> None:
    asked = _question("Là-bas, c'est qui ?", "fr")
    assert naming(asked, last, SNAPSHOT) is asked


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [("là-bas ?", "fr", "KR"), ("그쪽은요?", "ko", "FR"), ("over there?", "en", None), ("et alors ?", "fr", None)],
)
def test_over_there_is_not_where_one_writes_from(text: str, language: Language, country: str | None) -> None:
    assert abroad(_question(text, language)) == country
