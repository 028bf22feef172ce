"""Texts kept as digests: a repeated phrasing is found by its fold, a changed one shows."""

from __future__ import annotations

import numpy as np

from index.ranking.known import Known, digests
from knowledge.text import fold

TEXTS = ["Qui nomme le préfet ?", "수원시 인구는?", "Who appoints a prefect?"]


def _known(texts: list[str], classes: list[int]) -> Known:
    return Known.of(digests(map(fold, texts)), np.array(classes, np.int64))


def test_a_text_is_found_by_its_fold() -> None:
    known = _known(TEXTS, [0, 1, 2])
    assert known.find("qui nomme le prefet") == 0
    assert known.find("수원시 인구는") == 1
    assert known.find("Who appoints a mayor?") is None


def test_a_text_of_two_classes_stands_for_neither() -> None:
    known = _known([*TEXTS, "QUI NOMME LE PREFET", "수원시 인구는"], [0, 1, 2, 2, 1])
    assert known.find("Qui nomme le préfet ?") is None
    assert known.find("수원시 인구는?") == 1


def test_nothing_is_found_among_no_texts() -> None:
    assert _known([], []).find("préfet") is None
