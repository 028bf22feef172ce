"""How the built-in model was adapted to questions about administrations.

Its biases and norms are shifted a little, and beside each matrix stands a product of two narrow ones. Both are learnt
from the phrasings of the cards by scripts/adapt_model.py, once: an edited card does not ask for new ones. The matrices
stay as they come, in 4 bits; what stands beside them costs a tenth of the time.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError
from index.model.weights import Factors, Weights

FILE = Path(__file__).with_name("adaptation.npz")
SHA256 = "b130a0ab86800f6d18f0168363ac9ed210e7816049e74d36c816a2196b971e8f"

UP, DOWN = ".up", ".down"
"""What the names of a matrix's factors end in."""


def adaptable(weights: Weights) -> tuple[str, ...]:
    """Return the names of the arrays that may move: biases and norms, not where a token stands."""
    return tuple(name for name in sorted(weights.arrays) if name not in ("emb.pos", "emb.type"))


def adapted(weights: Weights, path: Path = FILE, sha256: str = SHA256) -> Weights:
    """Return the weights with their shifts added and with their factors.

    Raises ModelError if the file cannot be read or is not the one that the SHA-256 names.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror}): install Guichet again.") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ModelError(f"{path} is not the file that came with this version: install Guichet again.")
    with np.load(io.BytesIO(data)) as file:
        read = {name: file[name].astype(np.float32) for name in file.files}
    moved = {name: weights.arrays[name] + shift for name, shift in read.items() if name in weights.arrays}
    factors = {name: Factors(read[name + UP], read[name + DOWN]) for name in weights.matrices if name + UP in read}
    return replace(weights, arrays={**weights.arrays, **moved}, factors=factors)


def write_adaptation(path: Path, shifts: Mapping[str, NDArray[np.float32]]) -> str:
    """Write shifts and factors as float16 and return the SHA-256 of the file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(shifts):
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w") as member:
                np.lib.format.write_array(member, shifts[name].astype(np.float16), allow_pickle=False)
    return hashlib.sha256(path.read_bytes()).hexdigest()
