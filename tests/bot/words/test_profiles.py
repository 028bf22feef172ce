"""The word lists and the n-gram tables behind the language of a message."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import bot
from bot.words.profiles import LATIN, profiles


def _rows() -> list[dict[str, str]]:
    with Path(bot.__file__).with_name("function_words.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_word_lists_know_languages_and_kinds_only() -> None:
    assert {row["language"] for row in _rows()} == {*LATIN, "*"}
    assert {row["kind"] for row in _rows()} == {"greeting", "clause", "phrase", "content", "term"}


def test_no_word_is_listed_twice_in_a_language() -> None:
    counts = Counter((row["language"], word) for row in _rows() for word in row["words"].split())
    assert [word for word, count in counts.items() if count > 1] == []


def test_no_listed_word_is_hidden_by_a_term() -> None:
    listed = {word for row in _rows() if row["kind"] != "term" for word in row["words"].split()}
    assert [word for word in listed if profiles().lexicon.is_term(word)] == []


def test_accents_left_out_find_the_word() -> None:
    assert profiles().lexicon.kinds("election") == profiles().lexicon.kinds("élection")


@pytest.mark.parametrize(("word", "lean"), [("jumelage", 1), ("accueillir", 1), ("twinning", -1), ("thoughtful", -1)])
def test_spelling_leans_to_the_language_of_the_word(word: str, lean: int) -> None:
    assert profiles().evidence([word], names_only=False).lean * lean > 0


@pytest.mark.parametrize(
    ("word", "lean"), [("unemployment", -1), ("agency", -1), ("directeur", 1), ("reseau", 1), ("différence", 1)]
)
def test_frequent_words_lean_to_the_language_that_uses_them(word: str, lean: int) -> None:
    assert profiles().evidence([word], names_only=False).lean * lean >= 1


@pytest.mark.parametrize("word", ["altitude", "subdivisions", "message"])
def test_words_that_both_languages_use_alike_hardly_lean(word: str) -> None:
    assert abs(profiles().evidence([word], names_only=False).lean) < 1


def test_gibberish_has_no_lean() -> None:
    assert profiles().evidence(["kjhgf", "xzqv"], names_only=False).lean == 0
