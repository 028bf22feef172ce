from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from transformers import PreTrainedModel, PreTrainedTokenizerBase

from index import builtin
from index.adaptation import adaptable
from index.classifier import Classifier, train
from index.embedding import Encoder
from index.lesson import OUTSIDE, Variant
from index.model import OnnxModel
from index.perceptron import Layer
from index.reference import tensor_name
from index.variants import Texts
from knowledge.text import LANGUAGES
from scripts import adapt_model
from scripts.adapt_model import Task
from tests.index.hashed_model import HashedModel

QUESTIONS = ["Qui nomme le préfet ?", "도지사는 누가 뽑나요?", "Who elects the mayor?", "군수의 임기는?"] * 8


@pytest.fixture(scope="module")
def opened() -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
    return adapt_model._opened(builtin.base_weights())


def tokens(tokenizer: PreTrainedTokenizerBase) -> list[list[int]]:
    return tokenizer([f"query: {question}" for question in QUESTIONS])["input_ids"]


def test_the_network_gives_the_vectors_of_the_model_as_it_comes(
    opened: tuple[PreTrainedModel, PreTrainedTokenizerBase], model_cache: Path
) -> None:
    network, tokenizer = opened
    base = OnnxModel(builtin.base_folder(model_cache), builtin.BASE_NAME, builtin.BASE_HASH)
    with torch.no_grad():
        vectors = adapt_model._vectors(network, tokens(tokenizer)).numpy()
    assert (vectors * base.encode(QUESTIONS, "query")).sum(axis=1).min() >= 0.999


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
    opened: tuple[PreTrainedModel, PreTrainedTokenizerBase], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
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
    task = adapt_model._task(Texts(variants, ()), Encoder(model, tmp_path), opened[1])
    assert [len(labels) for labels in seen] == [int((task.folds != fold).sum()) for fold in range(adapt_model.FOLDS)]
    assert set(task.labels.tolist()) == {0, 1, 2} and len(task.tokens) == len(variants)
    own = [variant.text for variant in variants if variant.language == "ko" and not variant.item.startswith(OUTSIDE)]
    assert np.allclose(task.means[LANGUAGES.index("ko")], model.encode(own, "query").mean(axis=0), atol=1e-6)


def test_what_may_move_moves_towards_the_truth_and_nothing_else_does(
    opened: tuple[PreTrainedModel, PreTrainedTokenizerBase],
) -> None:
    network, tokenizer = opened
    random = np.random.default_rng(0)
    judges = [Classifier(random.normal(size=(4, 384)).astype(np.float32), np.zeros(4, np.float32)) for _ in range(2)]
    rows = np.arange(len(QUESTIONS))
    task = Task(tokens(tokenizer), rows % 4, np.zeros(len(rows), np.int64), rows % 2, torch.zeros(3, 384), judges)
    before = {name: value.detach().clone() for name, value in network.named_parameters()}
    moving = [network.get_parameter(tensor_name(name)) for name in adaptable(builtin.base_weights())]
    with torch.no_grad():
        first = float(adapt_model._loss(network, task, rows))
    adapt_model._adapt(network, moving, [task] * 10)
    with torch.no_grad():
        assert float(adapt_model._loss(network, task, rows)) < first
    moved = {name for name, value in network.named_parameters() if not torch.equal(value, before[name])}
    # Attention is the same whatever is added to all keys of a text.
    allowed = {tensor_name(name) for name in adaptable(builtin.base_weights())}
    assert {name for name in allowed if "attention.self.key" not in name} <= moved <= allowed


def test_each_text_is_in_one_batch(opened: tuple[PreTrainedModel, PreTrainedTokenizerBase]) -> None:
    task = Task(
        [[1] * (n % 17 + 1) for n in range(300)], np.zeros(300), np.zeros(300), np.zeros(300), torch.zeros(0), []
    )
    batches = list(adapt_model._batches(task, np.random.default_rng(0)))
    assert sorted(np.concatenate(batches).tolist()) == list(range(300))
    assert all(len(batch) <= adapt_model.BATCH for batch in batches)
