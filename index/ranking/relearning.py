"""Learns anew only what changed since an earlier version, so that an edited card costs seconds where all cost minutes.

Only new texts are encoded. The vectors that stay are taken as the earlier index keeps them, the language means, the
hidden layer, the fusion and the calibration as they were learnt.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.parallel import single_threaded
from index.ranking.ann import altered
from index.ranking.centring import centre
from index.ranking.classifier import MANY_CLASSES, Classifier, retrain
from index.ranking.documents import Documents
from index.ranking.known import Digests, Known
from index.ranking.lesson import OUTSIDE, Taught, Variant, by_owner, classes, folded, identified, names, tongues
from index.ranking.lexicon import Lexicon, compile_lexicon
from index.ranking.ranker import Ranker
from index.ranking.training import Learnt

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Encode = Callable[[Sequence[Variant]], Floats]
"""Returns the unit vectors (n, dimension) of variants or documents."""

STABLE = 0.02
"""Share of the texts that may have changed since all was learnt: beyond, what stayed as it was no longer fits.

So of those out of scope that change at once, which the calibration as it was does not know: with one in forty new, one
question in fifty was refused that is answered when all is learnt again.
"""


def relearn(
    earlier: Learnt,
    variants: Sequence[Variant],
    documents: Sequence[Variant],
    encode: Encode,
    encode_documents: Encode,
    *,
    scoped: bool,
) -> Learnt | None:
    """Return the earlier ranker brought up to date, or None where too much has changed to go on from it.

    `scoped` is that of a Lesson: the calibration weighs what it learns from by it.

    The earlier one is used up. At least one of the variants has an item.
    """
    ranker, before = earlier.ranker, earlier.taught
    phrased, written = _Change.of(before.variants, variants), _Change.of(before.documents, documents)
    drift = before.drift + phrased.count + written.count
    outside = ranker.owners >= len(ranker.items)
    moved_outside = int((outside & ~phrased.stays).sum()) + sum(v.item.startswith(OUTSIDE) for v in phrased.added)
    items, kinds = _names(ranker, variants)
    if before.scoped != scoped or moved_outside > STABLE * max(int(outside.sum()), 1):
        return None
    if drift > STABLE * (len(variants) + len(documents)) or len(items) + len(kinds) > MANY_CLASSES:
        return None
    single_threaded()
    number = {name: n for n, name in enumerate((*items, *kinds))}
    moved = np.array([number.get(name, -1) for name in ranker.names], np.int64)
    owners = np.concatenate([moved[ranker.owners[phrased.stays]], classes(phrased.added, number)])
    written_of = ranker.documents.owners
    stay = written.stays & (moved[written_of] >= 0)
    said_by = np.concatenate([moved[written_of[stay]], classes(written.added, number)])
    order = by_owner(said_by)
    folds = np.concatenate([before.folds[phrased.stays], folded(phrased.added)])
    taught = Taught(
        variants=np.concatenate([before.variants[phrased.stays], identified(phrased.added)]),
        folds=folds,
        documents=np.concatenate([before.documents[stay], identified(written.added)])[order],
        scoped=scoped,
        drift=drift,
    )
    centres = ranker.centres
    spoken = tongues(phrased.added)
    added = centre(encode(phrased.added), spoken, centres.questions)
    vectors = altered(ranker.vectors, np.flatnonzero(~phrased.stays), added)
    fresh = centre(encode_documents(written.added), tongues(written.added), centres.documents)
    said = np.concatenate([ranker.documents.vectors[stay], fresh])[order]
    documents_now = Documents.of(said, said_by[order], len(items))
    touched = [moved[ranker.owners[~phrased.stays]], moved[written_of[~written.stays]]]
    changed = np.unique(np.concatenate([*touched, classes([*phrased.added, *written.added], number)]))
    changed = changed[changed >= 0]
    classifier = _carried(ranker, moved, len(number))
    if len(changed):
        rows = np.concatenate([vectors.reconstruct_n(0, vectors.ntotal), said])
        classifier = retrain(classifier, rows, np.concatenate([owners, documents_now.owners]), changed)
    anew = {items[n] for n in changed if n < len(items)}
    brought = Ranker(
        items=items,
        kinds=kinds,
        owners=owners,
        tongues=np.concatenate([ranker.tongues[phrased.stays], spoken]),
        vectors=vectors,
        documents=documents_now,
        centres=centres,
        classifier=classifier,
        lexicon=_lexicon(ranker, moved, items, anew, [*variants, *documents]),
        fusion=ranker.fusion,
        calibration=ranker.calibration,
        phrasings=Known.of(folds, owners),
    )
    return Learnt(brought, taught)


@dataclass(frozen=True)
class _Change:
    """Which of the earlier texts stay, a flag for each row, and which of today's are new."""

    stays: NDArray[np.bool_]
    added: list[Variant]

    @staticmethod
    def of(before: Digests, today: Sequence[Variant]) -> _Change:
        now = identified(today)
        new = np.flatnonzero(~np.isin(now, before)).tolist()
        return _Change(np.isin(before, now), [today[row] for row in new])

    @property
    def count(self) -> int:
        return int((~self.stays).sum()) + len(self.added)


def _names(before: Ranker, variants: Sequence[Variant]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the items and the kinds of the variants: those that were there in their order, then the new ones."""
    items, kinds = names(variants)
    return _ordered(before.items, items), _ordered(before.kinds, kinds)


def _ordered(before: Sequence[str], today: Sequence[str]) -> tuple[str, ...]:
    left, known = set(today), set(before)
    return (*(name for name in before if name in left), *(name for name in today if name not in known))


def _carried(before: Ranker, moved: Rows, count: int) -> Classifier:
    """Return the earlier coefficients in today's order of classes, zero for new ones."""
    weights = np.zeros((count, before.classifier.weights.shape[1]), np.float32)
    bias = np.zeros(count, np.float32)
    there = moved >= 0
    weights[moved[there]], bias[moved[there]] = before.classifier.weights[there], before.classifier.bias[there]
    return Classifier(weights, bias, before.classifier.layer)


def _lexicon(before: Ranker, moved: Rows, items: Sequence[str], anew: set[str], texts: Sequence[Variant]) -> Lexicon:
    """Return the lexicon of the items; the n-grams of those that did not change are taken as they are."""
    own: dict[str, list[str]] = {}
    for text in texts:
        if text.item in anew:
            own.setdefault(text.item, []).append(text.text)
    known = {
        int(moved[old]): before.lexicon.of(old)
        for old, item in enumerate(before.items)
        if moved[old] >= 0 and item not in anew
    }
    return compile_lexicon([own.get(item, []) for item in items], known)
