"""Adapt the built-in model to the knowledge: make index/adaptation.npz.

Run by a person, not at install: python -m scripts.adapt_model --help. It takes three quarters of an hour on two cores,
and torch. An edited card does not ask for a new file.

Only the biases and the norms of the network move (BitFit: Ben Zaken, Goldberg and Ravfogel, 2022), 60,672 numbers:
enough to turn the space towards what tells administrative questions apart, too few to learn the phrasings by heart.
Each phrasing is judged by a classifier that learnt from the others (FOLDS), so that what is rewarded is what carries
over to questions never seen.
"""

from __future__ import annotations

import argparse
import math
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy, normalize
from transformers import AutoModel, AutoTokenizer, PreTrainedModel, PreTrainedTokenizerBase

from bot import settings
from index import builtin
from index.adaptation import FILE, adaptable, write_adaptation
from index.build import PARTS
from index.classifier import Classifier, train
from index.embedding import Encoder
from index.lesson import Lesson, tongues
from index.model import OnnxModel
from index.reference import tensor_name, write_reference
from index.training import Data, bucket
from index.variants import Texts
from index.weights import Weights
from knowledge.library import read
from knowledge.text import LANGUAGES

FOLDS = 3
EPOCHS = 1
BATCH = 128
RATE = 1.5e-3
WARM_UP = 0.06
SMOOTHING = 0.1
LONGEST_GRADIENT = 1.0
KEPT = 0.9
"""Share of the shifts that is kept: short of all of them, a network loses nothing of what it knew of other subjects
(Wortsman and others, 2022). On the folders in tests/domains 0.9 answers and refuses as well as any share."""
SEED = 7
_SPREAD = 4
"""Tokens by which texts of one batch differ at random beyond their own lengths."""


@dataclass(frozen=True)
class Task:
    """Phrasings to be told apart.

    `tokens` of each, `labels` (n,), `tongues` (n,) as indices into LANGUAGES, `folds` (n,); `means` (languages,
    dimension) is taken from their vectors, and `judges` are the classifiers, each of which has not seen its fold.
    """

    tokens: Sequence[list[int]]
    labels: NDArray[np.int64]
    tongues: NDArray[np.int64]
    folds: NDArray[np.int64]
    means: Tensor
    judges: Sequence[Classifier]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--target", type=Path, default=FILE, help="the file to be written")
    target: Path = parser.parse_args().target
    torch.manual_seed(SEED)
    options = settings.load(None)
    weights = builtin.base_weights()
    network, tokenizer = _opened(weights)
    base = OnnxModel(builtin.base_folder(options.cache), builtin.BASE_NAME, builtin.BASE_HASH)
    encoder = Encoder(base, options.cache)
    library = read(options.knowledge)
    tasks = [_task(texts_of(library), encoder, tokenizer) for texts_of in PARTS.values()]
    before = {name: weights.arrays[name] for name in adaptable(weights)}
    moved = {name: network.get_parameter(tensor_name(name)) for name in before}
    _adapt(network, list(moved.values()), tasks)
    sha256 = write_adaptation(target, {name: KEPT * (moved[name].detach().numpy() - before[name]) for name in before})
    print(f"{target} is written; index/adaptation.py is to say SHA256 = {sha256!r}.")


def _opened(weights: Weights) -> tuple[PreTrainedModel, PreTrainedTokenizerBase]:
    """Return the network as it comes, all but what may move held fast, and its tokenizer."""
    with tempfile.TemporaryDirectory() as folder:
        write_reference(weights, Path(folder), *builtin.PREFIXES.values(), builtin.LONGEST)
        network = AutoModel.from_pretrained(folder)
        tokenizer = AutoTokenizer.from_pretrained(folder)
    network.eval()  # no dropout: what may move is too little to learn by heart
    network.requires_grad_(False)
    for name in adaptable(weights):
        network.get_parameter(tensor_name(name)).requires_grad_(True)
    return network, tokenizer


def _task(texts: Texts, encoder: Encoder, tokenizer: PreTrainedTokenizerBase) -> Task:
    """Return the phrasings that a ranker learns from, with the classifiers that judge them."""
    said = [variant.text for variant in texts.variants]
    vectors = encoder.encode(said, "query").vectors
    data = Data.of(Lesson(texts.variants, vectors, (), vectors[:0]))
    folds = np.array([bucket(text, FOLDS) for text in said])
    judges = [train(data.vectors[folds != fold], data.labels[folds != fold], data.classes) for fold in range(FOLDS)]
    tokens = tokenizer([builtin.PREFIXES["query"] + text for text in said])["input_ids"]
    means = torch.from_numpy(np.stack([data.centres.questions[language] for language in LANGUAGES]))
    return Task(tokens, data.labels, tongues(texts.variants), folds, means, judges)


def _adapt(network: PreTrainedModel, moving: list[Tensor], tasks: Sequence[Task]) -> None:
    """Move what may move down the slope of how wrongly the phrasings are judged."""
    random = np.random.default_rng(SEED)
    batches = [(task, rows) for _ in range(EPOCHS) for task in tasks for rows in _batches(task, random)]
    order = random.permutation(len(batches))
    optimiser = torch.optim.AdamW(moving, RATE, weight_decay=0.0)
    share = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _share(step / len(batches)))
    began, losses = time.monotonic(), []
    for step, index in enumerate(order, 1):
        task, rows = batches[index]
        loss = _loss(network, task, rows)
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(moving, LONGEST_GRADIENT)
        optimiser.step()
        share.step()
        losses.append(float(loss.detach()))
        if step % 50 == 0:
            minutes = (time.monotonic() - began) / 60
            print(f"{step} of {len(batches)}: loss {np.mean(losses[-50:]):.3f}, {minutes:.0f} min", flush=True)


def _share(done: float) -> float:
    """Return the share of the full rate when so much is done: it rises, then falls as a cosine."""
    return min(1.0, (done + 1e-3) / WARM_UP) * (1 + math.cos(math.pi * done)) / 2


def _batches(task: Task, random: np.random.Generator) -> Iterator[NDArray[np.int64]]:
    """Give the rows of each batch: texts about as long as each other, for little padding."""
    lengths = np.array([len(tokens) for tokens in task.tokens]) + _SPREAD * random.random(len(task.tokens))
    order = np.argsort(lengths, kind="stable")
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _loss(network: PreTrainedModel, task: Task, rows: NDArray[np.int64]) -> Tensor:
    vectors = normalize(_vectors(network, [task.tokens[row] for row in rows]) - task.means[task.tongues[rows]], dim=1)
    total = torch.zeros(())
    for fold, judge in enumerate(task.judges):
        own = np.flatnonzero(task.folds[rows] == fold)
        if len(own):
            truth = torch.from_numpy(task.labels[rows[own]])
            total = total + cross_entropy(
                _scores(judge, vectors[own]), truth, label_smoothing=SMOOTHING, reduction="sum"
            )
    return total / len(rows)


def _vectors(network: PreTrainedModel, tokens: Sequence[list[int]]) -> Tensor:
    """Return the vectors of texts, as the model's pooling makes them: (texts, dimension)."""
    shape = len(tokens), max(map(len, tokens))
    ids, mask = torch.full(shape, network.config.pad_token_id), torch.zeros(shape)
    for row, each in enumerate(tokens):
        ids[row, : len(each)] = torch.tensor(each)
        mask[row, : len(each)] = 1
    hidden = network(input_ids=ids, attention_mask=mask).last_hidden_state
    return normalize((hidden * mask.unsqueeze(2)).sum(dim=1) / mask.sum(dim=1, keepdim=True), dim=1)


def _scores(judge: Classifier, vectors: Tensor) -> Tensor:
    """Return what a classifier gives each class: (texts, classes)."""
    if judge.layer is not None:
        units = vectors @ torch.from_numpy(judge.layer.weights).T + torch.from_numpy(judge.layer.bias)
        vectors = torch.cat([vectors, torch.relu(units)], dim=1)
    return vectors @ torch.from_numpy(judge.weights).T + torch.from_numpy(judge.bias)


if __name__ == "__main__":
    main()
