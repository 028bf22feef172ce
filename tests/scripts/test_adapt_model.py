from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from index.model import builtin
from index.model.embedding import Encoder
from index.ranking.classifier import Classifier, train
from index.ranking.lesson import OUTSIDE, Variant
from index.ranking.perceptron import Layer
from index.ranking.variants import Texts
from knowledge.text import LANGUAGES
from scripts import adapt_model
from scripts.adapt_model import Task
from scripts.network import Network
from tests.index.hashed_model import HashedModel

QUESTIONS = ["Qui nomme le préfet ?", "도지사는 누가 뽑나요?", "Who elects the mayor?", "군수의 임기는?"] * 8


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(builtin.base_weights())


@pytest.mark.parametrize("layered", [False, True])
def test_a_judge_scores_as_its_classifier_does(layered: bool) -> None:
    random = np.random.default_rng(0)
    vectors = random.normal(size=(5, 4)).astype(np.float32)
    layer = Layer(*(random.normal(size=size).astype(np.float32) for size in ((6, 4), 6))) if layered else None
    features = 10 if layered else 4
    judge = Classifier(*(random.normal(size=size).astype(np.float32) for size in ((3, features), 3)), layer)
    found = torch.softmax(adapt_model._scores(judge, torch.from_numpy(vectors)), dim=1).numpy()
    assert np.allclose(found, np.stack([judge.probabilities(vector) for vector in vectors]), atol=1e-5)


def test_each_judge_has_not_seen_its_fold_and_the_means_are_those_of_what_is_in_scope(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"fr": "préfet", "ko": "도지사", "en": "mayor"}
    variants = tuple(
        Variant(item, language, f"{item} {words[language]} {number}")
        for item in ("card:one", "card:two", f"{OUTSIDE}weather")
        for language in LANGUAGES
        for number in range(6)
    )
    seen: list[NDArray[np.int64]] = []

    def judge(vectors: NDArray[np.float32], labels: NDArray[np.int64], classes: int) -> Classifier:
        seen.append(labels)
        return train(vectors, labels, classes)

    monkeypatch.setattr(adapt_model, "train", judge)
    model = HashedModel()
    task = adapt_model._task(Texts(variants, ()), lambda v: f"{v.text} svp", Encoder(model, tmp_path), network)
    assert [len(labels) for labels in seen] == [int((task.folds != fold).sum()) for fold in range(adapt_model.FOLDS)]
    assert set(task.labels.tolist()) == {0, 1, 2}
    assert task.tokens == network.tokens([f"{variant.text} svp" for variant in variants])
    own = [variant.text for variant in variants if variant.language == "ko" and not variant.item.startswith(OUTSIDE)]
    assert np.allclose(task.means[LANGUAGES.index("ko")], model.encode(own, "query").mean(axis=0), atol=1e-6)


def test_what_may_move_moves_towards_the_truth_and_nothing_else_does(network: Network) -> None:
    random = np.random.default_rng(0)
    judges = [Classifier(random.normal(size=(4, 384)).astype(np.float32), np.zeros(4, np.float32)) for _ in range(2)]
    rows = np.arange(len(QUESTIONS))
    task = Task(
        network.tokens(QUESTIONS), rows % 4, np.zeros(len(rows), np.int64), rows % 2, torch.zeros(3, 384), judges
    )
    before = {name: value.detach().clone() for name, value in network.model.named_parameters()}
    with torch.no_grad():
        first = float(adapt_model._loss(network, task, rows))
    adapt_model._adapt(network, [task] * 10)
    with torch.no_grad():
        assert float(adapt_model._loss(network, task, rows)) < first
    moved = {name for name, value in network.model.named_parameters() if not torch.equal(value, before[name])}
    held = {name for name in before if name.endswith("linear.weight") or "embeddings.weight" in name}
    assert len(held) == len(network.factors) + 3 and not moved & held
    # Attention is the same whatever is added to all keys of a text.
    still = {name for name in before if name not in moved and name not in held}
    assert all(".attention.self.key" in name or "pooler" in name for name in still)


def test_each_text_is_in_one_batch() -> None:
    task = Task(
        [[1] * (n % 17 + 1) for n in range(300)], np.zeros(300), np.zeros(300), np.zeros(300), torch.zeros(0), []
    )
    batches = list(adapt_model._batches(task, np.random.default_rng(0)))
    assert sorted(np.concatenate(batches).tolist()) == list(range(300))
    assert all(len(batch) <= adapt_model.BATCH for batch in batches)
