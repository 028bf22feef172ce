from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from index.model import builtin
from index.model.adaptation import adaptable, adapted, write_adaptation
from index.model.onnx_graph import onnx_model
from index.model.opening import OnnxModel
from index.model.weights import Factors, Weights
from scripts.network import RANK, Network

QUESTIONS = ["Qui nomme le préfet ?", "도지사는 누가 뽑나요?", "Who elects the mayor?"]


@pytest.fixture(scope="module")
def weights() -> Weights:
    return builtin.base_weights()


def test_a_network_begins_with_the_vectors_of_the_model(weights: Weights, model_cache: Path) -> None:
    network = Network.of(weights)
    base = OnnxModel(builtin.base_folder(model_cache), builtin.BASE_NAME, builtin.BASE_HASH)
    with torch.no_grad():
        vectors = network.vectors(network.tokens(QUESTIONS)).numpy()
    assert (vectors * base.encode(QUESTIONS, "query")).sum(axis=1).min() >= 0.999


def test_what_moved_gives_the_same_vectors_from_the_file(weights: Weights, tmp_path: Path) -> None:
    network = Network.of(weights)
    random = np.random.default_rng(0)
    with torch.no_grad():
        for part in network.moving():
            part += torch.from_numpy(random.normal(size=part.shape, scale=0.02).astype(np.float32))
        tokens = network.tokens(QUESTIONS)
        wanted = network.vectors(tokens).numpy()
    shifts = {name: value - weights.arrays.get(name, np.float32(0)) for name, value in network.numbers().items()}
    sha256 = write_adaptation(tmp_path / "file.npz", shifts)
    moved = adapted(weights, tmp_path / "file.npz", sha256)
    session = onnxruntime.InferenceSession(onnx_model(moved).SerializeToString())
    for ids, vector in zip(tokens, wanted, strict=True):
        text = {"input_ids": [ids], "attention_mask": [[1] * len(ids)]}
        assert float(session.run(None, text)[0][0] @ vector) >= 0.999
    with torch.no_grad():
        again = Network.of(moved)
        assert np.allclose(again.vectors(tokens).numpy(), wanted, atol=2e-3)


def test_factors_that_there_are_go_on_moving(weights: Weights) -> None:
    rows, columns = weights.matrices["l3.fo.w"].values.shape
    own = Factors(np.ones((rows, RANK), np.float32), np.ones((RANK, columns), np.float32))
    network = Network.of(replace(weights, factors={"l3.fo.w": own}))
    numbers = network.numbers()
    assert np.array_equal(numbers["l3.fo.w.up"], own.up) and not numbers["l3.q.w.up"].any()
    assert {name for name in numbers if name in weights.arrays} == set(adaptable(weights))
    assert len(network.factors) == 6 * weights.architecture.num_hidden_layers
