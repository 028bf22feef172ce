"""Phrasings of two cards that the model takes for the same."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.model.embedding import Encoder
from index.model.opening import Model
from index.ranking.likeness import doubles, phrasings
from knowledge.document import Fault
from knowledge.library import check
from tests.small import small_cards, write_cards


def _found(folder: Path, model: Model, cache: Path) -> list[Fault]:
    asked = phrasings(check(folder).cards.values())
    return list(doubles(asked, Encoder(model, cache).encode([each.text for each in asked], "query").vectors))


def _folder(folder: Path, first: str, second: str) -> Path:
    one, other = small_cards(("kr-gun", "kr-si"))
    one["questions"] = {**one["questions"], "en": [*one["questions"]["en"], first]}
    other["questions"] = {**other["questions"], "en": [*other["questions"]["en"], second]}
    write_cards(folder, [one, other])
    return folder


def test_the_same_question_in_two_cards_is_found_where_it_stands(
    tmp_path: Path, model: Model, model_cache: Path
) -> None:
    folder = _folder(
        tmp_path,
        "Can a Korean council increase the mayor's budget?",
        "Can the council increase the mayor's budget in Korea?",
    )
    (fault,) = _found(folder, model, model_cache)
    line = (folder / fault.path).read_text("utf-8").splitlines()[fault.line - 1]
    assert line[fault.column - 1 :].strip("'\"").startswith("Can the council increase")
    assert "of `kr-gun`" in fault.message


def test_what_only_looks_alike_is_not_found(tmp_path: Path, model: Model, model_cache: Path) -> None:
    folder = _folder(tmp_path, "Who appoints the head of a gun?", "Who appoints the head of a gu?")
    assert _found(folder, model, model_cache) == []


def test_equal_phrasings_are_left_to_the_reader(tmp_path: Path, model: Model, model_cache: Path) -> None:
    folder = _folder(tmp_path, "What is the rank of a gun?", "what is the rank of a gun")
    assert _found(folder, model, model_cache) == []


def test_one_phrasing_alone_is_like_nothing(tmp_path: Path) -> None:
    (card,) = small_cards(("kr-gun",))
    card["questions"] = {language: ["Gun?"] for language in ("fr", "ko", "en")}
    write_cards(tmp_path, [card])
    asked = phrasings(check(tmp_path).cards.values())
    assert list(doubles(asked, np.eye(3, 8, dtype=np.float32))) == []
