"""Texts kept as digests: a repeated phrasing is found by its fold, a changed one shows."""

from __future__ import annotations

from index.known import Known

TEXTS = ["Qui nomme le préfet ?", "수원시 인구는?", "Who appoints a prefect?"]


def test_a_text_is_found_by_its_fold() -> None:
    known = Known.folded(TEXTS, [0, 1, 2])
    assert known.find("qui nomme le prefet") == 0
    assert known.find("수원시 인구는") == 1
    assert known.find("Who appoints a mayor?") is None


def test_a_text_of_two_classes_stands_for_neither() -> None:
    known = Known.folded([*TEXTS, "QUI NOMME LE PREFET", "수원시 인구는"], [0, 1, 2, 2, 1])
    assert known.find("Qui nomme le préfet ?") is None
    assert known.find("수원시 인구는?") == 1


def test_nothing_is_found_among_no_texts() -> None:
    assert Known.folded([], []).find("préfet") is None


def test_what_the_other_lacks_is_told_by_its_class() -> None:
    before, now = Known.of(TEXTS, [0, 1, 2]), Known.of([*TEXTS[:2], "Who appoints the prefect?"], [5, 6, 7])
    assert now.beyond(before).tolist() == [7]
    assert before.beyond(now).tolist() == [2]
    assert now.beyond(now).tolist() == []
