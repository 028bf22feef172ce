"""Models of sentence-transformers, in a folder or on the Hugging Face hub; torch is imported when one is opened."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.durable import sha256
from index.errors import ModelError
from index.model.builtin import Kind, digest
from index.model.prepared import Progress
from index.model.tokenizer import well_formed

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


class SentenceTransformerModel:
    """A model of sentence-transformers, with its own prompts for queries and documents where it has them."""

    def __init__(self, model: SentenceTransformer, name: str, hash: str) -> None:
        self.name = name
        self.hash = hash
        self._model = model
        # Asked of a vector: the method that tells changed its name, and may tell None.
        self.dimension = int(model.encode(["?"], show_progress_bar=False).shape[1])

    def encode(self, texts: Sequence[str], kind: Kind) -> NDArray[np.float32]:
        """See `Model.encode`; texts are cut where the model's own limit lies."""
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        encode = self._model.encode_query if kind == "query" else self._model.encode_document
        vectors = encode([well_formed(text) for text in texts], normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)


def open_folder(folder: Path, name: str | None = None, known_hash: str | None = None) -> SentenceTransformerModel:
    """Open the SentenceTransformer in `folder`.

    It is called as the folder and hashed by the content of its files, unless both are known. Raises ModelError if there
    is none.
    """
    if not folder.is_dir():
        raise ModelError(
            f"The model's folder {folder} does not exist: mend GUICHET_MODEL, or unset it for the built-in model."
        )
    model = _load(str(folder), local_files_only=True)
    return SentenceTransformerModel(model, name or str(folder), known_hash or _folder_hash(folder))


def open_from_hub(name: str, progress: Progress | None = None) -> SentenceTransformerModel:
    """Open a model of the Hugging Face hub, downloaded when first used and from then on read from this machine.

    Its hash is of its name and revision. Raises ModelError if it cannot be found or opened.
    """
    # As sentence-transformers completes a name without its owner.
    repository = name if "/" in name else f"sentence-transformers/{name}"
    model = _local_or_downloaded(repository, progress)
    revision = _revision(repository)
    if revision is None:
        raise ModelError(
            f"The revision of {name} is not known: download the model to a folder and set GUICHET_MODEL to that folder."
        )
    return SentenceTransformerModel(model, name, digest("hub", repository, revision))


def _load(source: str, local_files_only: bool) -> SentenceTransformer:
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils.logging import disable_progress_bar
    except ImportError as error:
        raise ModelError(
            f"The model {source} needs the package sentence-transformers ({error}): install it "
            "(pip install sentence-transformers), or unset GUICHET_MODEL to use the built-in model."
        ) from error
    disable_progress_bar()  # type: ignore[no-untyped-call] # it is drawn for weights that are read in a tenth of a second
    try:
        return SentenceTransformer(source, local_files_only=local_files_only)
    except Exception as error:  # whatever the model's own code and files may raise
        reason = str(error).strip().partition("\n")[0] or type(error).__name__
        raise ModelError(f"The model {source} cannot be opened as a SentenceTransformer: {reason}") from error


def _local_or_downloaded(name: str, progress: Progress | None) -> SentenceTransformer:
    """Load the copy on this machine, so that neither the network nor a new revision matters; download it if need be."""
    if _revision(name) is not None:
        with suppress(ModelError):  # of a download that was cut short; the next line completes it, or raises again
            return _load(name, local_files_only=True)
    if progress is not None:
        progress(f"The model {name} is not on this machine; asking the Hugging Face hub for it.")
    return _load(name, local_files_only=False)


def _folder_hash(folder: Path) -> str:
    """Hash the content of every file of the folder, hidden ones aside, under its path; links are followed."""
    parts = ["folder"]
    for name in sorted(glob("**", root_dir=folder, recursive=True)):
        if (folder / name).is_file():
            parts += [name, sha256(folder / name)]
    return digest(*parts)


def _revision(name: str) -> str | None:
    """Return the commit of the copy that the Hugging Face cache holds; None if it holds none."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    cache = os.environ.get("SENTENCE_TRANSFORMERS_HOME")  # where sentence-transformers looks first
    try:
        found = try_to_load_from_cache(name, "config.json", cache_dir=cache)
    except HFValidationError as error:
        raise ModelError(f"GUICHET_MODEL is {name}, neither a folder nor a name on the Hugging Face hub.") from error
    return Path(found).parent.name if isinstance(found, str) else None
