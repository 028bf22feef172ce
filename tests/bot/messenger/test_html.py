"""Telegram HTML: valid whatever the text, in parts that Telegram takes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer import Answer, Citation
from bot.composing import compose
from bot.conversation import Remembered, known, read, turns
from bot.messenger.html import LIMIT, Run, answer_parts, clean, parts, text_parts, units
from bot.subject import parse
from index.snapshot import Snapshot
from tests.bot.messenger.markup import length, parsed

TEXTS = st.text(st.characters() | st.sampled_from("<>&\"' \n{}%_*`😀\u202e"), max_size=300)


@given(TEXTS)
def test_any_text_is_valid_and_reads_the_same(text: str) -> None:
    shown = "\n\n".join(parsed(part) for part in text_parts(text))
    assert "".join(shown.split()) == ("".join(clean(text).split()) or "…")


@settings(max_examples=30)
@given(
    st.lists(st.text(st.sampled_from("ab. \n😀한<&"), min_size=1, max_size=9), min_size=1, max_size=4),
    st.integers(100, 3_000),
)
def test_no_part_is_too_long_or_empty(pieces: list[str], times: int) -> None:
    text = "".join(pieces) * times
    for part in text_parts(text):
        assert 0 < length(parsed(part)) <= LIMIT and parsed(part).strip()


@given(TEXTS, TEXTS, st.text(max_size=60))
def test_any_answer_is_valid(said: str, title: str, url: str) -> None:
    citation = Citation(title, url, "2026-11-24")
    answer = Answer(
        "fr", "answered", said, f"{said}\n\nSource : {title} (24 novembre 2026)\n{url}", citations=(citation,)
    )
    for part in answer_parts([answer], heading=title):
        assert length(parsed(part)) <= LIMIT


def test_it_splits_at_the_end_of_a_paragraph() -> None:
    first, second = "a" * 3_000, "b" * 2_000
    assert text_parts(f"{first}\n\n{second}") == [first, second]


def test_a_paragraph_longer_than_a_message_is_cut_at_a_sentence() -> None:
    found = text_parts("Une phrase de trente signes ici. " * 200)
    assert len(found) == 2 and found[0].rstrip().endswith("ici.")


def test_a_link_survives_a_cut() -> None:
    found = parts([(Run("x" * 50, address="https://example.org/?a=1&b=2"),)], limit=30)
    assert len(found) == 2
    assert all(part.startswith('<a href="https://example.org/?a=1&amp;b=2">') for part in found)


def test_length_counts_utf_16() -> None:
    assert units("a😀한") == 4


def test_a_source_is_a_link_with_its_date(small: Snapshot) -> None:
    kept = Remembered("answered", "fr", ("card::fr-prefet",))
    decision = kept.decision(small)
    assert decision is not None
    (part,) = answer_parts([compose(decision, "fr", small, date(2026, 11, 24))])
    assert '<a href="https://www.acphfmi.fr/quest-ce-quun-prefet/">Source : ' in part
    assert "\nhttp" not in parsed(part)


def test_what_is_remembered_is_read_back(small: Snapshot) -> None:
    kept = Remembered("unknown", "ko", nearest=("card::fr-prefet",), reason="unsure", referral="x", confidence=0.5)
    assert read(kept.written()) == kept
    assert read("{}") is None and read("nonsense") is None and read('{"status":"x","language":"fr"}') is None


def test_what_the_knowledge_no_longer_holds_is_not_recalled(small: Snapshot) -> None:
    assert Remembered("answered", "fr", ("card::gone",)).decision(small) is None
    assert Remembered("answered", "fr", ("card::gone",)).turn(small) is None


@pytest.mark.parametrize(
    "key",
    [
        "table:table-largest-overall/gun/kr//x:",
        "table:table-nothing:",
        "table:table-largest-overall/hundred/kr:",
        "table:table-largest-overall/kr-gun/kr/midland:",
        "table:table-list-overall/commune//////fr-com-gone:",
        "table:table-rank:fr-com-gone",
        "partners:partners-of/a/b/c/d/e:",
        "partners:partners-nothing:",
        "partners:partners-of:fr-com-gone",
        "card::gone",
        "contact::gone",
        "place::gone",
        "place::",
        "fr-prefet",
    ],
)
def test_what_cannot_be_answered_any_more_is_forgotten(key: str, small: Snapshot) -> None:
    assert known(key, small) is None
    assert turns([Remembered("answered", "fr", (key,))], small) == []


@pytest.mark.parametrize("key", ["table:table-largest-overall/kr-gun/kr//>1000:", "partners:partners-list//region/fr:"])
def test_what_is_asked_of_the_tables_is_remembered(key: str, small: Snapshot) -> None:
    assert known(key, small) == parse(key)
    assert len(turns([Remembered("answered", "fr", (key,))], small)) == 1
