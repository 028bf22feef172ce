"""The engine knows nothing of its domain: folders on a library, a park and a hospital, worded by hand, answer or refuse.

The questions were written by another hand than the cards, from their answers alone; a third hand, which saw neither the
questions nor the engine, wrote what is out of scope of the park and the hospital. The library has no scope.yaml.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.desk.evaluating import evaluate, read_questions, summary
from index.build import build
from index.evaluation import Report, report
from index.model.embedding import Encoder
from index.model.opening import Model
from index.snapshot import open_snapshot
from index.store import Store

DOMAINS = Path(__file__).parents[1] / "domains"
Asked = Callable[..., Report]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, model: Model, model_cache: Path) -> Asked:
    """What a folder's questions come to, asked of an index of its cards."""
    found: dict[tuple[str, bool], Report] = {}

    def ask(domain: str, *, scope: bool = True) -> Report:
        if (domain, scope) not in found:
            store = Store(tmp_path_factory.mktemp("state"))
            folder = DOMAINS / domain
            if not scope:
                folder = tmp_path_factory.mktemp(domain)
                shutil.copytree(DOMAINS / domain / "cards", folder / "cards")
            build(folder, store, Encoder(model, model_cache))
            current = store.current()
            assert current is not None
            snapshot = open_snapshot(current, model)
            found[domain, scope] = report(evaluate(read_questions(DOMAINS / domain / "questions.jsonl"), snapshot))
        return found[domain, scope]

    return ask


def test_a_folder_that_says_what_is_out_of_its_scope_answers_nine_in_ten_and_refuses_four_in_five(asked: Asked) -> None:
    found = asked("park")
    assert (found.in_scope.questions, found.out_of_scope.questions) == (90, 60)
    assert found.in_scope.share_right >= 0.9, "\n".join(summary(found))
    assert found.out_of_scope.share_right >= 0.8, "\n".join(summary(found))


def test_without_that_it_answers_as_many(asked: Asked) -> None:
    found = asked("park", scope=False)
    assert found.in_scope.share_right >= 0.9, "\n".join(summary(found))


@pytest.mark.parametrize(
    ("domain", "questions", "right"), [("library", 75, 0.8), ("park", 90, 0.9), ("hospital", 80, 0.7)]
)
def test_another_domain_s_questions_are_hardly_ever_answered_by_the_wrong_card(
    asked: Asked, domain: str, questions: int, right: float
) -> None:
    found = asked(domain)
    assert found.in_scope.questions == questions
    assert found.in_scope.wrong <= 0.05 * questions, "\n".join(summary(found))
    assert found.in_scope.share_right >= right, "\n".join(summary(found))


@pytest.mark.parametrize("domain", ["library", "park", "hospital"])
def test_four_in_five_questions_out_of_scope_are_refused(asked: Asked, domain: str) -> None:
    found = asked(domain)
    assert found.out_of_scope.questions == 60
    assert found.out_of_scope.share_right >= 0.8, "\n".join(summary(found))
