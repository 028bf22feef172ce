"""The engine knows nothing of its domain: a folder on a public library, worded by hand, answers or refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluating import evaluate, read_questions, summary
from index.build import build
from index.embedding import Encoder
from index.evaluation import Report, report
from index.model import Model
from index.snapshot import open_snapshot
from index.store import Store

LIBRARY = Path(__file__).parents[1] / "domains" / "library"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, model: Model, model_cache: Path) -> Report:
    """What the library's questions came to, asked of an index of its cards."""
    store = Store(tmp_path_factory.mktemp("state"))
    build(LIBRARY, store, Encoder(model, model_cache))
    current = store.current()
    assert current is not None
    return report(evaluate(read_questions(LIBRARY / "questions.jsonl"), open_snapshot(current, model)))


def test_another_domain_s_questions_are_seldom_answered_by_the_wrong_card(found: Report) -> None:
    assert found.in_scope.questions == 75
    assert found.in_scope.wrong <= 0.1 * found.in_scope.questions, "\n".join(summary(found))
    assert found.in_scope.right > found.in_scope.refused, "\n".join(summary(found))


def test_four_in_five_questions_out_of_scope_are_refused_without_a_word_on_what_is_out_of_scope(found: Report) -> None:
    assert found.out_of_scope.questions == 60
    assert found.out_of_scope.share_right >= 0.8, "\n".join(summary(found))
