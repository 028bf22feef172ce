"""The engine knows nothing of its domain: folders on a library and a park, worded by hand, answer or refuse.

The questions were written by another hand than the cards, from their answers alone; neither folder has a scope.yaml.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.evaluating import evaluate, read_questions, summary
from index.build import build
from index.embedding import Encoder
from index.evaluation import Report, report
from index.model import Model
from index.snapshot import open_snapshot
from index.store import Store

DOMAINS = Path(__file__).parents[1] / "domains"
Asked = Callable[[str], Report]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, model: Model, model_cache: Path) -> Asked:
    """What a folder's questions come to, asked of an index of its cards."""
    found: dict[str, Report] = {}

    def ask(domain: str) -> Report:
        if domain not in found:
            store = Store(tmp_path_factory.mktemp("state"))
            build(DOMAINS / domain, store, Encoder(model, model_cache))
            current = store.current()
            assert current is not None
            snapshot = open_snapshot(current, model)
            found[domain] = report(evaluate(read_questions(DOMAINS / domain / "questions.jsonl"), snapshot))
        return found[domain]

    return ask


def test_nine_in_ten_questions_of_a_park_are_answered_by_the_right_card(asked: Asked) -> None:
    found = asked("park")
    assert found.in_scope.questions == 90
    assert found.in_scope.share_right >= 0.9, "\n".join(summary(found))


@pytest.mark.parametrize(("domain", "questions"), [("library", 75), ("park", 90)])
def test_another_domain_s_questions_are_hardly_ever_answered_by_the_wrong_card(
    asked: Asked, domain: str, questions: int
) -> None:
    found = asked(domain)
    assert found.in_scope.questions == questions
    assert found.in_scope.wrong <= 0.05 * questions, "\n".join(summary(found))
    assert found.in_scope.share_right >= 0.8, "\n".join(summary(found))


def test_four_in_five_questions_out_of_scope_are_refused_without_a_word_on_what_is_out_of_scope(asked: Asked) -> None:
    found = asked("library")
    assert found.out_of_scope.questions == 60
    assert found.out_of_scope.share_right >= 0.8, "\n".join(summary(found))
