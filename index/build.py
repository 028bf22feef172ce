"""Builds an index version from a knowledge folder and makes it current; a crash at any step leaves the old one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.long_lived import without_collection
from index.model.embedding import Encoder
from index.model.opening import Kind, Model
from index.ranking.centring import centre
from index.ranking.item_countries import item_countries, read_item_countries, write_item_countries
from index.ranking.lesson import OUTSIDE, Lesson, Variant, tongues
from index.ranking.relearning import relearn
from index.ranking.training import Learnt, learn
from index.ranking.variants import Texts, general, placed
from index.store import FORMAT, Manifest, Step, Store, digests, reading, write_manifest
from index.version import Earlier, read_library, read_ranker, read_taught, write_library, write_ranker, write_taught
from knowledge.library import Library, fingerprint, read

Floats = NDArray[np.float32]
Progress = Callable[[int, int], None]
"""Called with texts encoded so far and texts in all."""

PARTS: dict[str, Callable[[Library], Texts]] = {"general": general, "placed": placed}
"""The rankers of a version, and the texts that each learns from."""
KNOWN_QUESTIONS = 24
"""Phrasings asked of a new version before it is made current."""
ITSELF = 0.99
"""The cosine from which a phrasing has found itself: what is stored is rounded."""


@dataclass(frozen=True)
class BuildReport:
    """What a build did; `built` is False where the current version was up to date already.

    `encoded` counts the texts that were new, `from_cache` those whose vectors the cache or the version before had.
    """

    version: str
    built: bool
    cards: int
    phrasings: int
    encoded: int
    from_cache: int
    seconds: float


@dataclass(frozen=True)
class Watcher:
    """How a build tells what it does: each callable may do nothing."""

    progress: Progress = lambda done, total: None
    stage: Callable[[str], None] = lambda name: None
    waiting: Callable[[], None] = lambda: None
    step: Step = lambda name: None


def up_to_date(store: Store, knowledge_hash: str, model: Model) -> Manifest | None:
    """Return the current version's manifest if it is sound and was built from this knowledge with this model."""
    current = _current(store)
    return current.manifest if current is not None and _fits(current.manifest, knowledge_hash, model) else None


def _fits(manifest: Manifest, knowledge_hash: str, model: Model) -> bool:
    return (manifest.knowledge_hash, manifest.model_hash) == (knowledge_hash, model.hash)


def _current(store: Store) -> Earlier | None:
    """Return the current version, or None where there is none that is sound."""
    current = store.current()
    if current is None:
        return None
    try:
        with reading(current) as manifest:
            return Earlier(current, manifest)
    except StoreError:
        return None


class _Encoding:
    """Encodes the texts of variants and documents; counts those that were new."""

    def __init__(self, encoder: Encoder, progress: Progress) -> None:
        self._encoder = encoder
        self._progress = progress
        self.encoded = 0

    def queries(self, variants: Sequence[Variant]) -> Floats:
        """Return the vectors (n, dimension) of phrasings."""
        return self._encode(variants, "query")

    def passages(self, documents: Sequence[Variant]) -> Floats:
        """Return the vectors (n, dimension) of documents."""
        return self._encode(documents, "passage")

    def _encode(self, variants: Sequence[Variant], kind: Kind) -> Floats:
        found = self._encoder.encode([variant.text for variant in variants], kind, self._progress)
        self.encoded += found.encoded
        return found.vectors


@without_collection()
def build(
    folder: Path, store: Store, encoder: Encoder, watcher: Watcher = Watcher(), *, force: bool = False
) -> BuildReport:
    """Bring the index up to date with the knowledge folder; `force` builds even if it is.

    Raises KnowledgeError if the folder has faults (nothing is built), StoreError if the state folder cannot be written.
    """
    began = time.monotonic()
    model = encoder.model
    with store.building(watcher.waiting):
        watcher.step("read")
        knowledge_hash = fingerprint(folder)
        current = None if force else _current(store)
        if current is not None and _fits(current.manifest, knowledge_hash, model):
            done = current.manifest
            return BuildReport(done.version, False, done.cards, done.phrasings, 0, 0, time.monotonic() - began)
        library = read(folder)
        parts = {name: texts for name, texts_of in PARTS.items() if _has_items(texts := texts_of(library))}
        watcher.step("encode")
        encoding = _Encoding(encoder, watcher.progress)
        learnt = _relearnt(current, model, parts, encoding, library)
        lessons = _lessons(
            {name: part for name, part in parts.items() if name not in learnt}, encoding, scoped=library.scoped
        )
        watcher.step("train")
        learnt |= {name: learn(lesson, watcher.stage) for name, lesson in lessons.items()}
        manifest = Manifest(
            format=FORMAT,
            version=f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{knowledge_hash[:8]}",
            model=model.name,
            model_hash=model.hash,
            knowledge_hash=knowledge_hash,
            cards=len(library.cards),
            phrasings=library.phrasings,
            built_at=f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
            files={},
        )
        with store.writing(manifest.version, watcher.step) as aside:
            _write(aside, folder, library, learnt, current, manifest, watcher.step)
            watcher.step("verify")
            _verify(aside, parts["general"].variants, encoder)
        store.publish(manifest.version, watcher.step)
        store.prune(watcher.step)
    return BuildReport(
        version=manifest.version,
        built=True,
        cards=manifest.cards,
        phrasings=manifest.phrasings,
        encoded=encoding.encoded,
        from_cache=sum(len(part.variants) + len(part.documents) for part in parts.values()) - encoding.encoded,
        seconds=time.monotonic() - began,
    )


def _has_items(texts: Texts) -> bool:
    return any(not variant.item.startswith(OUTSIDE) for variant in texts.variants)


def _relearnt(
    current: Earlier | None, model: Model, parts: Mapping[str, Texts], encoding: _Encoding, library: Library
) -> dict[str, Learnt]:
    """Return what the current version learnt of this model, brought up to date, where little has changed since."""
    if current is None or current.manifest.model_hash != model.hash:
        return {}
    found = {}
    for name, part in parts.items():
        folder = current.folder / name
        if folder.is_dir():
            earlier = Learnt(read_ranker(folder), read_taught(folder))
            brought = relearn(
                earlier, part.variants, part.documents, encoding.queries, encoding.passages, scoped=library.scoped
            )
            if brought is not None:
                found[name] = brought
    return found


def _lessons(parts: Mapping[str, Texts], encoding: _Encoding, *, scoped: bool) -> dict[str, Lesson]:
    """Return what each ranker learns from; the texts of all are encoded together, in the order of the parts."""
    if not parts:
        return {}
    questions = encoding.queries([variant for part in parts.values() for variant in part.variants])
    documents = encoding.passages([document for part in parts.values() for document in part.documents])
    lessons, start, document_start = {}, 0, 0
    for name, part in parts.items():
        end, document_end = start + len(part.variants), document_start + len(part.documents)
        lessons[name] = Lesson(
            part.variants, questions[start:end], part.documents, documents[document_start:document_end], scoped
        )
        start, document_start = end, document_end
    return lessons


def _write(
    aside: Path,
    folder: Path,
    library: Library,
    learnt: Mapping[str, Learnt],
    current: Earlier | None,
    manifest: Manifest,
    step: Step,
) -> None:
    step("write-library")
    write_library(library, folder / "places", aside, current)
    before = read_item_countries(current.folder) if current is not None else {}
    write_item_countries(item_countries(library, before), aside)
    for name in PARTS:
        if name in learnt:
            step(f"write-{name}")
            write_ranker(learnt[name].ranker, aside / name)
            write_taught(learnt[name].taught, aside / name)
    step("write-manifest")
    manifest.files.update(digests(aside))
    write_manifest(aside, manifest)


def _verify(version: Path, variants: Sequence[Variant], encoder: Encoder) -> None:
    """Open a new version and ask it phrasings it was built from; raise StoreError unless each finds itself."""
    with reading(version):
        read_library(version)
        ranker = read_ranker(version / "general")
    asked = variants[:: max(1, len(variants) // KNOWN_QUESTIONS)]
    encoded = encoder.encode([variant.text for variant in asked], "query")  # for the check: none is new to the version
    vectors = centre(encoded.vectors, tongues(asked), ranker.centres.questions)
    similarities, _ = ranker.vectors.search(vectors, 1)
    for variant, similarity in zip(asked, similarities[:, 0], strict=True):
        if similarity < ITSELF:
            raise StoreError(f"{version}: `{variant.text}` does not find itself; the old version stays")
