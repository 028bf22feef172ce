"""Learns a Ranker from variants: language means, FAISS index, classifier, lexicon and calibration.

All of it follows from the knowledge alone: the folds, the threshold and the weights are learnt from its phrasings.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.parallel import all_processors, single_threaded
from index.ranking.ann import fitting, flat
from index.ranking.calibration import SHARES, UNSCOPED_SHARES, Trial, calibrate
from index.ranking.centring import Centres, centre, language_means
from index.ranking.classifier import LAYERED_FROM, Classifier, train
from index.ranking.documents import Documents
from index.ranking.fusion import Fusion, fit
from index.ranking.known import Known
from index.ranking.lesson import Lesson, Taught, by_owner, classes, names, spread, tongues
from index.ranking.lexicon import Lexicon, compile_lexicon
from index.ranking.ranker import NEIGHBOURS, Ranker
from index.ranking.weighing import CANDIDATES, Neighbourhood, View, candidates, signals, weigh

Floats = NDArray[np.float32]

FOLDS = 3
HIDDEN = 6
"""One item in HIDDEN is left out of a fold's training altogether: its phrasings are that fold's near misses."""
FOLD_EFFORT = 0.75
"""Effort put into a fold's classifier: enough to learn what likenesses are worth, which is all that is kept of it."""
ENOUGH_TRIALS = 8_000
"""Hidden questions from which no further fold teaches anything."""
MOST_TRIALS = 16_000
"""Hidden questions asked of a fold, spread evenly over all that are: beyond, each costs time and teaches nothing."""


@dataclass(frozen=True)
class Learnt:
    """A ranker and which texts it learnt from."""

    ranker: Ranker
    taught: Taught


def learn(lesson: Lesson, progress: Callable[[str], None] | None = None) -> Learnt:
    """Learn a ranker; at least one variant has an item."""
    say = progress or (lambda _: None)
    many = len(lesson.variants) >= LAYERED_FROM
    (all_processors if many else single_threaded)()  # threads that share little wait more than they compute
    data = Data.of(lesson)
    say("training")
    classifier = train(data.whole, np.concatenate([data.labels, data.owners]), data.classes)
    say("calibrating")
    folds = _folds(data)
    fusion = fit(*_choices(data, folds))
    taught = Taught.of(lesson, data.number)
    ranker = Ranker(
        items=data.items,
        kinds=data.kinds,
        owners=data.labels,
        tongues=tongues(lesson.variants),
        vectors=fitting(data.vectors),
        documents=data.documents,
        centres=data.centres,
        classifier=classifier,
        lexicon=data.lexicon(np.ones(len(data.labels), np.bool_)),
        fusion=fusion,
        calibration=calibrate(_trials(data, folds, fusion), SHARES if lesson.scoped else UNSCOPED_SHARES),
        phrasings=Known.of(taught.folds, data.labels),
    )
    return Learnt(ranker, taught)


@dataclass(frozen=True)
class Data:
    """A lesson in arrays: centred vectors, labels (items, then kinds of background), documents item by item.

    `whole` holds the vectors of the variants and after them those of the documents, whose items are `owners`.
    """

    items: tuple[str, ...]
    kinds: tuple[str, ...]
    texts: tuple[str, ...]
    labels: NDArray[np.int64]
    owners: NDArray[np.int64]
    whole: Floats
    documents: Documents
    document_texts: tuple[tuple[str, ...], ...]
    centres: Centres

    @staticmethod
    def of(lesson: Lesson) -> Data:
        """Return what a lesson teaches: its vectors centred by language, with their labels."""
        items, kinds = names(lesson.variants)
        number = {item: i for i, item in enumerate((*items, *kinds))}
        labels, owners = classes(lesson.variants, number), classes(lesson.documents, number)
        spoken, written = tongues(lesson.variants), tongues(lesson.documents)
        order = by_owner(owners)
        owned = labels < len(items)
        centres = Centres(
            language_means(lesson.vectors[owned], spoken[owned]),
            language_means(lesson.document_vectors, written),
        )
        count, dimension = lesson.vectors.shape
        whole = np.empty((count + len(lesson.documents), dimension), np.float32)  # once: it is the most there is
        centre(lesson.vectors, spoken, centres.questions, whole[:count])
        centre(lesson.document_vectors, written, centres.documents, whole[count:])
        texts: list[list[str]] = [[] for _ in items]
        for document in lesson.documents:
            texts[number[document.item]].append(document.text)
        return Data(
            items=items,
            kinds=kinds,
            texts=tuple(v.text for v in lesson.variants),
            labels=labels,
            owners=owners,
            whole=whole,
            documents=Documents.of(whole[count:][order], owners[order], len(items)),
            document_texts=tuple(map(tuple, texts)),
            centres=centres,
        )

    @property
    def vectors(self) -> Floats:
        """The vectors of the variants."""
        return self.whole[: len(self.labels)]

    @property
    def classes(self) -> int:
        """How many classes there are: items, and kinds of what is out of scope."""
        return len(self.items) + len(self.kinds)

    @cached_property
    def number(self) -> dict[str, int]:
        """The class of each item and kind by name."""
        return {name: number for number, name in enumerate((*self.items, *self.kinds))}

    def training(self, seen: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.int64]]:
        """Return vectors and labels of the variants seen, and of the documents of the items they belong to."""
        rows = np.concatenate([seen, np.isin(self.owners, self.labels[seen])])
        return self.whole[rows], np.concatenate([self.labels, self.owners])[rows]

    def lexicon(self, seen: NDArray[np.bool_]) -> Lexicon:
        """Return the lexicon of the variants seen and of the documents of their items."""
        texts: list[list[str]] = [[] for _ in self.items]
        for row in np.flatnonzero(seen & (self.labels < len(self.items))):
            texts[self.labels[row]].append(self.texts[row])
        return compile_lexicon([[*own, *self.document_texts[i]] if own else [] for i, own in enumerate(texts)])


def bucket(text: str, buckets: int) -> int:
    """Spread texts over buckets the same way on every machine and in every run."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass")) % buckets


@dataclass(frozen=True)
class _Fold:
    """A ranker that has not seen everything, and the rows it is asked: what stands before them in the ranking."""

    view: View
    seen_items: frozenset[int]
    asked: list[tuple[int, Neighbourhood]]


def _folds(data: Data) -> list[_Fold]:
    fold_of = np.array([bucket(text, FOLDS) for text in data.texts])
    hidden_in = np.array([bucket(item, HIDDEN) for item in data.items] + [-1 for _ in data.kinds])[data.labels]
    folds: list[_Fold] = []
    for fold in range(FOLDS):
        if sum(len(done.asked) for done in folds) >= ENOUGH_TRIALS:
            break
        hidden = hidden_in == fold
        seen = (fold_of != fold) & ~hidden
        if (seen & (data.labels < len(data.items))).any():
            folds.append(_fold(data, seen, spread(np.flatnonzero((fold_of == fold) | hidden), MOST_TRIALS)))
    return folds


def _fold(data: Data, seen: NDArray[np.bool_], asked: NDArray[np.int64]) -> _Fold:
    count = len(data.items)
    vectors, labels = data.training(seen)
    kept, inverse = np.unique(labels, return_inverse=True)  # items without a phrasing left are no classes
    learnt = train(vectors, inverse.astype(np.int64), len(kept), FOLD_EFFORT)
    weights = np.zeros((data.classes, learnt.weights.shape[1]), np.float32)
    bias = np.full(data.classes, -1e4, np.float32)
    weights[kept], bias[kept] = learnt.weights, learnt.bias
    documents = data.documents.only(np.isin(np.arange(count), kept))
    view = View(documents, data.lexicon(seen), Fusion(np.zeros(0, np.float32)), Classifier(weights, bias, learnt.layer))
    similarities, rows = flat(data.vectors[seen]).search(data.vectors[asked], min(NEIGHBOURS, int(seen.sum())))
    owners = data.labels[seen]
    near = [(int(row), Neighbourhood(s, owners[r])) for row, s, r in zip(asked, similarities, rows, strict=True)]
    return _Fold(view, frozenset(int(item) for item in kept if item < count), near)


def _candidates(data: Data, fold: _Fold, row: int, near: Neighbourhood) -> NDArray[np.int64]:
    return np.array(candidates(fold.view, data.vectors[row], near)[:CANDIDATES])


def _choices(data: Data, folds: Sequence[_Fold]) -> tuple[list[Floats], list[int]]:
    """Return the signal tables of hidden phrasings whose item is among the candidates, and the row it stands in."""
    tables, right = [], []
    for fold in folds:
        for row, near in fold.asked:
            label = int(data.labels[row])
            if label in fold.seen_items:
                items = _candidates(data, fold, row, near)
                if label in items:
                    tables.append(signals(fold.view, data.texts[row], data.vectors[row], near, items)[0])
                    right.append(int(np.flatnonzero(items == label)[0]))
    return tables, right


def _trials(data: Data, folds: Sequence[_Fold], fusion: Fusion) -> list[Trial]:
    trials = []
    for fold in folds:
        view = replace(fold.view, fusion=fusion)
        for row, near in fold.asked:
            items = _candidates(data, fold, row, near)
            weighed = weigh(view, data.texts[row], data.vectors[row], near, items)
            label = int(data.labels[row])
            kind = "background" if label >= len(data.items) else "held" if label in fold.seen_items else "missed"
            trials.append(Trial(weighed.evidence(), right=int(weighed.items[0]) == label, kind=kind))
    return trials
