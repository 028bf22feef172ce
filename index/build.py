"""Builds an index version from a knowledge folder and makes it current; a crash at any step leaves the old one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Encoder
from index.errors import StoreError
from index.item_countries import item_countries, write_item_countries
from index.long_lived import without_collection
from index.model import Model
from index.ranker import centre
from index.store import FORMAT, Manifest, Step, Store, digests, reading, write_manifest
from index.training import OUTSIDE, Learnt, Lesson, learn
from index.variants import Texts, general, placed
from index.version import read_lesson, read_library, read_ranker, write_lesson, write_library, write_ranker
from knowledge.library import Library, fingerprint, read
from knowledge.text import LANGUAGES

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
    """What a build did; `built` is False where the current version was up to date already."""

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
    current = store.current()
    if current is None:
        return None
    try:
        with reading(current) as manifest:
            fits = (manifest.knowledge_hash, manifest.model_hash) == (knowledge_hash, model.hash)
            return manifest if fits else None
    except StoreError:
        return None


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
        manifest = None if force else up_to_date(store, knowledge_hash, model)
        if manifest is not None:
            seconds = time.monotonic() - began
            return BuildReport(manifest.version, False, manifest.cards, manifest.phrasings, 0, 0, seconds)
        library = read(folder)
        parts = {name: texts_of(library) for name, texts_of in PARTS.items()}
        watcher.step("encode")
        texts = [variant.text for part in parts.values() for variant in part.variants]
        questions = encoder.encode(texts, "query", watcher.progress)
        texts = [document.text for part in parts.values() for document in part.documents]
        documents = encoder.encode(texts, "passage", watcher.progress)
        lessons = _lessons(parts, questions.vectors, documents.vectors, scoped=library.scoped)
        earlier = {} if force else _earlier(store, model)
        watcher.step("train")
        learnt = {name: learn(lesson, earlier.get(name), watcher.stage) for name, lesson in lessons.items()}
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
        _write(store, folder, library, learnt, lessons["general"], manifest, watcher.step)
        store.publish(manifest.version, watcher.step)
        store.prune(watcher.step)
    seconds = time.monotonic() - began
    return BuildReport(
        version=manifest.version,
        built=True,
        cards=manifest.cards,
        phrasings=manifest.phrasings,
        encoded=questions.encoded + documents.encoded,
        from_cache=questions.cached + documents.cached,
        seconds=seconds,
    )


def _lessons(parts: dict[str, Texts], questions: Floats, documents: Floats, *, scoped: bool) -> dict[str, Lesson]:
    """Return what each ranker learns from, out of the vectors of all, which stand in the order of the parts."""
    lessons, start, document_start = {}, 0, 0
    for name, part in parts.items():
        end, document_end = start + len(part.variants), document_start + len(part.documents)
        if any(not variant.item.startswith(OUTSIDE) for variant in part.variants):
            lessons[name] = Lesson(
                part.variants, questions[start:end], part.documents, documents[document_start:document_end], scoped
            )
        start, document_start = end, document_end
    return lessons


def _earlier(store: Store, model: Model) -> dict[str, Learnt]:
    """Return what the current version learnt, where it can be used: nothing of it is needed to build."""
    current = store.current()
    if current is None:
        return {}
    try:
        with reading(current) as manifest:
            if manifest.model_hash != model.hash:
                return {}
            folders = [current / name for name in PARTS if (current / name).is_dir()]
            return {folder.name: Learnt(read_ranker(folder), read_lesson(folder)) for folder in folders}
    except StoreError:
        return {}


def _write(
    store: Store,
    folder: Path,
    library: Library,
    learnt: dict[str, Learnt],
    lesson: Lesson,
    manifest: Manifest,
    step: Step,
) -> None:
    with store.writing(manifest.version, step) as aside:
        step("write-library")
        write_library(library, folder / "places", aside, store.current())
        write_item_countries(item_countries(library), aside)
        for name, each in learnt.items():
            step(f"write-{name}")
            write_ranker(each.ranker, aside / name)
            write_lesson(each.lesson, aside / name)
        step("write-manifest")
        manifest.files.update(digests(aside))
        write_manifest(aside, manifest)
        step("verify")
        _verify(aside, lesson)


def _verify(version: Path, lesson: Lesson) -> None:
    """Open a new version and ask it phrasings it was built from; raise StoreError unless each finds itself."""
    with reading(version):
        read_library(version)
        ranker = read_ranker(version / "general")
    for row in range(0, len(lesson.variants), max(1, len(lesson.variants) // KNOWN_QUESTIONS)):
        variant = lesson.variants[row]
        language = np.array([LANGUAGES.index(variant.language)])
        similarities, _ = ranker.vectors.search(
            centre(lesson.vectors[row : row + 1], language, ranker.centres.questions), 1
        )
        if similarities[0, 0] < ITSELF:
            raise StoreError(f"{version}: `{variant.text}` does not find itself; the old version stays")
