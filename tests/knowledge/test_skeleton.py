"""The card to be filled in."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from knowledge.cards import Card
from knowledge.errors import KnowledgeError
from knowledge.reading import read_items
from knowledge.skeleton import skeleton

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(("id", "country"), [("fr-a", "fr"), ("kr-a", "kr"), ("cmp-a", "both"), ("coop-a", "both")])
def test_the_country_is_the_one_of_the_id(id: str, country: str) -> None:
    (card,) = yaml.safe_load(skeleton(id, {}, DAY))
    assert (card["country"], card["checked"]) == (country, DAY)


def test_what_people_asked_stands_under_its_language_once() -> None:
    (card,) = yaml.safe_load(skeleton("fr-a", {"fr": ["Qui ?", " Qui ?\n", "no"], "ko": ["누구?"]}, DAY))
    assert card["questions"] == {"fr": ["Qui ?", "no"], "ko": ["누구?"], "en": [None]}


@given(st.text(min_size=1, max_size=100))
def test_whatever_was_asked_the_card_can_be_read(asked: str) -> None:
    (card,) = yaml.safe_load(skeleton("fr-a", {"fr": [asked]}, DAY))
    assert [set(question or "") & {"\n", "\r", "\t"} for question in card["questions"]["fr"]] == [set()]


@pytest.mark.parametrize("id", ["", "prefet", "fr-", "fr-Prefet", "fr-a\n  x: y", "../fr-a", "fr-" + "a" * 90])
def test_what_is_no_id_is_refused(id: str) -> None:
    with pytest.raises(KnowledgeError):
        skeleton(id, {}, DAY)


def test_filled_in_it_is_a_card(tmp_path: Path) -> None:
    text = skeleton("fr-a", {"fr": ["Qui ?"], "ko": ["누구?"], "en": ["Who?"]}, DAY, topic="state")
    for key, value in {
        **{f"    {language}:\n": f"    {language}: Answer.\n" for language in ("fr", "ko", "en")},
        "title:": "title: Act",
        "url:": "url: https://example.org/",
        "date:": "date: 2026-01-02",
    }.items():
        head, _, tail = text.rpartition(key)
        text = head + value + tail
    file = tmp_path / "cards.yaml"
    file.write_text(text, "utf-8")
    assert read_items(file, file.name, Card).faults == ()
