"""The built-in model in torch, with what of it may move when it is adapted.

Its biases and norms move (BitFit: Ben Zaken, Goldberg and Ravfogel, 2022), and what is added to each matrix, a product
of two narrow ones (LoRA: Hu and others, 2021). The matrices stay, so that they can stay in 4 bits.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn.functional import normalize
from transformers import AutoModel, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase

from index.model import builtin
from index.model.adaptation import DOWN, UP, adaptable
from index.model.reference import tensor_name, write_reference
from index.model.weights import Factors, Weights

RANK = 8


class Widened(nn.Module):
    """A linear layer with factors beside its matrix."""

    def __init__(self, linear: nn.Linear, factors: Factors | None) -> None:
        super().__init__()
        self.linear = linear
        rows, columns = linear.weight.shape
        begin = factors or Factors(
            np.zeros((rows, RANK), np.float32),  # so that the network begins as it is
            (torch.randn(RANK, columns) / math.sqrt(columns)).numpy(),
        )
        self.up, self.down = nn.Parameter(torch.tensor(begin.up)), nn.Parameter(torch.tensor(begin.down))

    def forward(self, values: Tensor) -> Tensor:
        return self.linear(values) + (values @ self.down.T) @ self.up.T  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Network:
    """The model and its tokenizer; `arrays` and `factors` are what may move, by its name in `Weights`."""

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    arrays: dict[str, nn.Parameter]
    factors: dict[str, Widened]

    @staticmethod
    def of(weights: Weights) -> Network:
        """Return the network of the weights, all but what may move held fast."""
        with tempfile.TemporaryDirectory() as folder:
            bare = replace(weights, factors={})
            write_reference(bare, Path(folder), builtin.PREFIXES["query"], builtin.PREFIXES["passage"], builtin.LONGEST)
            model = AutoModel.from_pretrained(folder)
            tokenizer = AutoTokenizer.from_pretrained(folder)
        model.eval()  # no dropout: each phrasing is seen once, which is too seldom to learn it by heart
        model.requires_grad_(False)
        arrays = {name: model.get_parameter(tensor_name(name)) for name in adaptable(weights)}
        for array in arrays.values():
            array.requires_grad_(True)
        factors = {}
        for name in weights.matrices:
            if name != "emb.word":
                path = tensor_name(name).removesuffix(".weight")
                factors[name] = Widened(model.get_submodule(path), weights.factors.get(name))
                model.set_submodule(path, factors[name])
        return Network(model, tokenizer, arrays, factors)

    def tokens(self, texts: Sequence[str]) -> list[list[int]]:
        """Return the tokens of questions."""
        return self.tokenizer([builtin.PREFIXES["query"] + text for text in texts])["input_ids"]  # type: ignore[no-any-return]

    def vectors(self, tokens: Sequence[list[int]]) -> Tensor:
        """Return the vectors of texts, as the model's pooling makes them: (texts, dimension)."""
        shape = len(tokens), max(map(len, tokens))
        ids, mask = torch.full(shape, self.model.config.pad_token_id), torch.zeros(shape)
        for row, each in enumerate(tokens):
            ids[row, : len(each)] = torch.tensor(each)
            mask[row, : len(each)] = 1
        hidden = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
        return normalize((hidden * mask.unsqueeze(2)).sum(dim=1) / mask.sum(dim=1, keepdim=True), dim=1)

    def moving(self) -> list[nn.Parameter]:
        """Return all that may move."""
        return [*self.arrays.values(), *(part for layer in self.factors.values() for part in (layer.up, layer.down))]

    def numbers(self) -> dict[str, NDArray[np.float32]]:
        """Return a copy of what may move, by its name in the file of the adaptation."""
        moving = dict(self.arrays)
        for name, layer in self.factors.items():
            moving |= {name + UP: layer.up, name + DOWN: layer.down}
        return {name: value.detach().numpy().copy() for name, value in moving.items()}
