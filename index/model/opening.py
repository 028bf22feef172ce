"""The embedding model: which one is used, and how a text becomes a vector.

Two back ends stand behind `Model`. `OnnxModel` runs the built-in model with onnxruntime and sentencepiece alone: a
question takes 4 ms, a start 0.3 s, and torch is never imported. `SentenceTransformerModel` runs any model of
sentence-transformers: the one named in GUICHET_MODEL, or the built-in one as the reference for the first.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.model import builtin
from index.model.builtin import Kind
from index.model.prepared import Progress
from index.model.sentence_transformer import SentenceTransformerModel, open_folder, open_from_hub
from index.model.tokenizer import BEGIN_ID, END_ID, PAD_ID, well_formed
from index.recent import Recent

__all__ = ["Kind", "Model", "OnnxModel", "SentenceTransformerModel", "open_model", "open_reference"]

# Tokens of one batch, padding included. Two cores encode 520 questions a second with 256, 480 with 64, and 420 with
# 2,048, where the activations no longer fit the processor's caches.
_BATCH_TOKENS = 256
_FEW = 16
"""Texts up to which a call is about a question, not about an index."""
_REMEMBERED = 512
"""Vectors of texts of questions that are kept, 0.8 MB."""


class Model(Protocol):
    """An embedding model; safe to use from several threads."""

    @property
    def name(self) -> str:
        """What people are shown."""

    @property
    def hash(self) -> str:
        """Identifies weights and prefixes: vectors of different hashes are never compared."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        """Return one row of length 1 for each text, shape (texts, dimension)."""


def open_model(name: str | None, cache: Path, progress: Progress | None = None) -> Model:
    """Open the model called `name`: a SentenceTransformer folder, or a name on the Hugging Face hub.

    None is the built-in one, which is prepared in `cache` when it is first opened; `progress` is told in one line what
    takes time. Raises ModelError if it cannot be prepared or opened.
    """
    if not name:
        return OnnxModel(builtin.onnx_folder(cache, progress), builtin.NAME, builtin.HASH)
    folder = Path(name).expanduser()
    if folder.is_dir() or folder.is_absolute() or name.startswith((".", "~")):
        return open_folder(folder)
    return open_from_hub(name, progress)


def open_reference(cache: Path, progress: Progress | None = None) -> Model:
    """Open the built-in model in float32 with sentence-transformers, to compare the ONNX one with.

    Raises ModelError if it cannot be prepared or opened.
    """
    folder = builtin.reference_folder(cache, progress)
    return open_folder(folder, builtin.REFERENCE_NAME, builtin.REFERENCE_HASH)


class OnnxModel:
    """The built-in model, run by onnxruntime.

    Each batch runs on one thread, and several batches side by side, on as many threads as there are processors. So one
    question takes 4.3 ms on one processor and leaves the others free. Two threads for one question are no faster unless
    they spin while they wait: then it takes 2.9 ms, but burns 36 ms of processor time and slows down the neighbours.
    """

    dimension = builtin.DIMENSION

    def __init__(self, folder: Path, name: str, hash: str) -> None:
        import onnxruntime
        from sentencepiece import SentencePieceProcessor

        self.name = name
        self.hash = hash
        self._tokenizer = SentencePieceProcessor(model_file=str(folder / builtin.TOKENIZER_FILE))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors only: its warnings are about graphics cards
        self._beside = ThreadPoolExecutor(_processors())  # its threads start when first needed
        self._remembered: Recent[tuple[str, Kind], NDArray[np.float32]] = Recent(_REMEMBERED)
        self._session = onnxruntime.InferenceSession(
            str(folder / builtin.MODEL_FILE), options, providers=["CPUExecutionProvider"]
        )

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        """See `Model.encode`; texts beyond 512 tokens are cut.

        A few texts are those of a question: its sentences and the turns before come again, and are remembered.
        """
        if not 0 < len(texts) <= _FEW:
            return self._encode(texts, kind)
        known = {text: self._remembered.get((text, kind)) for text in texts}
        new = [text for text, vector in known.items() if vector is None]
        vectors = {text: vector for text, vector in known.items() if vector is not None}
        vectors.update(zip(new, self._side_by_side(new, kind), strict=True))
        for text in new:
            self._remembered.put((text, kind), vectors[text])
        return np.stack([vectors[text] for text in texts])

    def _side_by_side(self, texts: Sequence[str], kind: Kind) -> list[NDArray[np.float32]]:
        """Return the vector of each text by itself, the first made in this thread: any other has to be woken."""
        beside = [self._beside.submit(self._encode, [text], kind) for text in texts[1:]]
        own = [self._encode([text], kind)[0] for text in texts[:1]]
        return [*own, *(each.result()[0] for each in beside)]

    def _encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        prefix = builtin.PREFIXES[kind]
        ids = [self._tokens(prefix + well_formed(text)) for text in texts]
        vectors = np.empty((len(ids), self.dimension), np.float32)

        def run(batch: Sequence[int]) -> None:
            vectors[batch] = self._run([ids[i] for i in batch])

        batches = batched([len(tokens) for tokens in ids], _BATCH_TOKENS)
        if len(batches) == 1:
            run(batches[0])
        elif batches:
            with ThreadPoolExecutor(min(_processors(), len(batches))) as pool:
                for _ in pool.map(run, batches):
                    pass
        return vectors

    def _tokens(self, text: str) -> list[int]:
        return [BEGIN_ID, *self._tokenizer.encode(text)[: builtin.LONGEST - 2], END_ID]

    def _run(self, ids: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        shape = (len(ids), max(len(tokens) for tokens in ids))
        padded, mask = np.full(shape, PAD_ID, np.int64), np.zeros(shape, np.int64)
        for row, tokens in enumerate(ids):
            padded[row, : len(tokens)] = tokens
            mask[row, : len(tokens)] = 1
        vectors: NDArray[np.float32]
        (vectors,) = self._session.run(None, {"input_ids": padded, "attention_mask": mask})
        return vectors


def batched(lengths: Sequence[int], budget: int) -> list[list[int]]:
    """Group the positions in `lengths`, likes together, so that a group padded to its longest stays within `budget`.

    A length above the budget is a group of its own. The longest come first, so that none starts when all else is done.
    """
    batches: list[list[int]] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True):
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= budget:
            batches[-1].append(i)
        else:
            batches.append([i])
    return batches


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
