"""Adapt the built-in model to the knowledge: make index/model/adaptation.npz.

Run by a person, not at install: python -m scripts.adapt_model --help. It takes an hour on two cores, and torch. An
edited card does not ask for a new file. A run begins where the file stands, or with --afresh at the model as it comes.

Each phrasing is judged by a classifier that learnt from the others (FOLDS), so that what is rewarded is what carries
over to questions never seen, and each is seen once. Two in five stand among words that change nothing in what is asked
(`scripts.asides`): the network is to learn to leave them aside.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import cross_entropy, normalize

from bot import settings
from index.build import PARTS
from index.model import builtin
from index.model.adaptation import FILE, adapted, write_adaptation
from index.model.embedding import Encoder
from index.model.opening import OnnxModel
from index.ranking.classifier import Classifier, train
from index.ranking.lesson import Lesson, Variant, tongues
from index.ranking.training import Data, bucket
from index.ranking.variants import MASK, Texts
from knowledge.library import Library, read
from knowledge.text import LANGUAGES, Language
from scripts.asides import Asides
from scripts.network import Network

FOLDS = 3
BATCH = 128
RATE = 5e-4
WARM_UP = 0.06
SMOOTHING = 0.1
LONGEST_GRADIENT = 1.0
KEPT = 0.9
"""Share of the way that is kept: short of all of it, a network loses nothing of what it knew of other subjects
(Wortsman and others, 2022)."""
SEED = 7
TOWN = 50_000
"""Inhabitants from which a place may be one that a question is asked in."""
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
    """Train the factors and write them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--target", type=Path, default=FILE, help="the file to be written")
    parser.add_argument("--afresh", action="store_true", help="begin with the model as it comes")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    found = settings.load(None)
    library = read(found.knowledge)
    encoder = Encoder(_model(found.cache, options.afresh), found.cache)
    weights = builtin.base_weights()
    network = Network.of(weights if options.afresh else adapted(weights))
    before = network.numbers()
    asides, random = Asides.read(), np.random.default_rng(SEED)
    names = {"general": _names(library), "placed": {language: [MASK] for language in LANGUAGES}}
    tasks = [
        _task(texts_of(library), asides.among(names[part], random), encoder, network)
        for part, texts_of in PARTS.items()
    ]
    _adapt(network, tasks)
    moved = {name: before[name] + np.float32(KEPT) * (end - before[name]) for name, end in network.numbers().items()}
    shifts = {name: value - weights.arrays.get(name, np.float32(0)) for name, value in moved.items()}
    sha256 = write_adaptation(options.target, shifts)
    print(f"{options.target} is written; index/model/adaptation.py is to say SHA256 = {sha256!r}.")


def _model(cache: Path, afresh: bool) -> OnnxModel:
    if afresh:
        return OnnxModel(builtin.base_folder(cache), builtin.BASE_NAME, builtin.BASE_HASH)
    return OnnxModel(builtin.onnx_folder(cache), builtin.NAME, builtin.HASH)


def _names(library: Library) -> dict[Language, list[str]]:
    """Return the names of the larger places of both countries in each language."""
    large = [place for place in library.gazetteer.values() if (place.population or 0) >= TOWN]
    return {language: [place.names[language] for place in large] for language in LANGUAGES}


def _task(texts: Texts, around: Callable[[Variant], str], encoder: Encoder, network: Network) -> Task:
    """Return the phrasings that a ranker learns from, as they are to be read, with the classifiers that judge them."""
    said = [variant.text for variant in texts.variants]
    vectors = encoder.encode(said, "query").vectors
    data = Data.of(Lesson(texts.variants, vectors, (), vectors[:0]))
    folds = np.array([bucket(text, FOLDS) for text in said])
    judges = [train(data.vectors[folds != fold], data.labels[folds != fold], data.classes) for fold in range(FOLDS)]
    tokens = network.tokens([around(variant) for variant in texts.variants])
    means = torch.from_numpy(np.stack([data.centres.questions[language] for language in LANGUAGES]))
    return Task(tokens, data.labels, tongues(texts.variants), folds, means, judges)


def _adapt(network: Network, tasks: Sequence[Task]) -> None:
    """Move what may move down the slope of how wrongly the phrasings are judged."""
    random = np.random.default_rng(SEED)
    batches = [(task, rows) for task in tasks for rows in _batches(task, random)]
    moving = network.moving()
    optimiser = torch.optim.AdamW(moving, RATE, weight_decay=0.0)
    share = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _share(step / len(batches)))
    began, losses = time.monotonic(), []
    for step, index in enumerate(random.permutation(len(batches)), 1):
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


def _loss(network: Network, task: Task, rows: NDArray[np.int64]) -> Tensor:
    vectors = normalize(network.vectors([task.tokens[row] for row in rows]) - task.means[task.tongues[rows]], dim=1)
    total = torch.zeros(())
    for fold, judge in enumerate(task.judges):
        own = np.flatnonzero(task.folds[rows] == fold)
        if len(own):
            truth = torch.from_numpy(task.labels[rows[own]])
            total = total + cross_entropy(
                _scores(judge, vectors[own]), truth, label_smoothing=SMOOTHING, reduction="sum"
            )
    return total / len(rows)


def _scores(judge: Classifier, vectors: Tensor) -> Tensor:
    """Return what a classifier gives each class: (texts, classes)."""
    if judge.layer is not None:
        units = vectors @ torch.from_numpy(judge.layer.weights).T + torch.from_numpy(judge.layer.bias)
        vectors = torch.cat([vectors, torch.relu(units)], dim=1)
    return vectors @ torch.from_numpy(judge.weights).T + torch.from_numpy(judge.bias)


if __name__ == "__main__":
    main()
