"""Names by a word with a fault: those of its own script, as near as its length allows."""

from __future__ import annotations

import numpy as np

from index.names.spelling import Spelling, between
from knowledge.common_words import CommonWords

NAMES = ["carcassonne", "marmande", "narbonne", "강릉시", "수원시", "의정부시"]
LARGE = np.array([200_000] * len(NAMES), dtype=np.int32)


def _found(word: str) -> list[tuple[str, int]]:
    spelling = Spelling.build(NAMES, LARGE, CommonWords({}))
    return [(NAMES[found.key], found.faults) for found in spelling.corrections(word)]


def test_a_word_finds_the_names_of_its_script() -> None:
    assert _found("narbone") == [("narbonne", 1)]
    assert _found("의종부시") == [("의정부시", 1)]
    assert _found("수완시") == [("수원시", 1)]


def test_a_long_word_may_have_two_faults_a_short_one_one() -> None:
    assert _found("carkasome") == []
    assert _found("carcassomme") == [("carcassonne", 2)]
    assert _found("marmnade") == [("marmande", 1)]
    assert _found("mramnade") == []


def test_what_is_near_no_name_or_is_one_finds_nothing() -> None:
    assert _found("jumelage") == _found("데파르트망") == []
    assert _found("narbonne") == _found("수원시") == []


def test_faults_of_hangul_are_counted_by_letter() -> None:
    assert between("의종부시", "의정부시") == 1
    assert between("narbone", "narbonne") == 1


def test_a_letter_written_once_for_twice_is_no_fault_of_a_large_place() -> None:
    names = ["montelier", "montpellier"]
    spelling = Spelling.build(names, np.array([4_000, 310_000], dtype=np.int32), CommonWords({}))
    assert [names[found.key] for found in spelling.corrections("monpelier")] == ["montpellier", "montelier"]
    small = Spelling.build(names, np.array([4_000, 3_000], dtype=np.int32), CommonWords({}))
    assert [names[found.key] for found in small.corrections("monpelier")] == ["montelier"]
