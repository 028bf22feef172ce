"""Texts to vectors, kept on disk under (model, kind, text), so that only what is new is encoded.

Vectors stay float32: float16 would halve the 20 MB of 12,000 texts at a loss of 2e-7 in cosine, but then a vector read
back would not be the one that was encoded, and two builds of one index would differ.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import VectorCacheError
from index.model.opening import Kind, Model
from index.model.vector_cache import VectorCache

# Texts between two writes: about 2 s of work, which is what a kill at the worst moment costs.
_CHUNK = 1000


@dataclass(frozen=True)
class Encoded:
    """Vectors of shape (texts, dimension), and how many distinct texts were encoded or found in the cache.

    `notes` says in one line each what went wrong with the cache, the vectors being right all the same.
    """

    vectors: NDArray[np.float32]
    encoded: int
    cached: int
    notes: tuple[str, ...] = ()


class Encoder:
    """A model with its vectors kept in `cache`/vectors; several processes may share them."""

    def __init__(self, model: Model, cache: Path) -> None:
        self.model = model
        self._path = cache / "vectors" / f"{model.hash}.sqlite3"

    def encode(self, texts: Sequence[str], kind: Kind, progress: Callable[[int, int], None] | None = None) -> Encoded:
        """Return the vector of each text; `progress` is told (done, total) of the texts that have to be encoded.

        A cache that cannot be read or written is done without, and noted.
        """
        notes: list[str] = []
        cache = VectorCache(self._path, self.model.dimension, notes.append)
        keys = [text_key(text, kind) for text in texts]
        distinct = dict(zip(keys, texts, strict=True))
        found = _read(cache, list(distinct), notes)
        writable = found is not None
        vectors = found or {}
        cached = len(vectors)
        missing = [key for key in distinct if key not in vectors]
        for start in range(0, len(missing), _CHUNK):
            part = missing[start : start + _CHUNK]
            rows = self.model.encode([distinct[key] for key in part], kind)
            fresh = dict(zip(part, rows, strict=True))
            vectors.update(fresh)
            if writable:
                writable = _write(cache, fresh.items(), notes)
            if progress is not None:
                progress(start + len(part), len(missing))
        gathered = [vectors[key] for key in keys]
        matrix = np.stack(gathered) if gathered else np.empty((0, self.model.dimension), np.float32)
        return Encoded(matrix, len(missing), cached, tuple(notes))


def text_key(text: str, kind: Kind) -> bytes:
    """Return the sixteen bytes under which the text is kept."""
    return hashlib.blake2b(f"{kind}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _read(cache: VectorCache, keys: Sequence[bytes], notes: list[str]) -> dict[bytes, NDArray[np.float32]] | None:
    """Return what is kept of the keys, or None if the cache cannot be used."""
    try:
        found = cache.read(keys)
    except VectorCacheError as error:
        notes.append(f"{error} Encoding goes on without them.")
        return None
    if found.damaged:
        notes.append(f"{found.damaged} of the vectors kept were damaged and are encoded again.")
    return found.vectors


def _write(cache: VectorCache, vectors: Iterable[tuple[bytes, NDArray[np.float32]]], notes: list[str]) -> bool:
    """Keep the vectors; return whether it is worth trying again."""
    try:
        cache.write(vectors)
    except VectorCacheError as error:
        notes.append(f"{error} Encoding goes on without keeping them.")
        return False
    return True
