"""Ranks items for a question: candidates from a classifier and FAISS, signals weighed, a calibrated probability.

An item is whatever a question can be about (a card, a contact, an intent); a variant is one phrasing of it in one
language. A ranker knows ids only, never what they stand for.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import faiss
import numpy as np
from numpy.typing import NDArray

from index.ranking.calibration import Calibration, Evidence
from index.ranking.classifier import MANY_CLASSES, Classifier
from index.ranking.fusion import Fusion
from index.ranking.known import Known
from index.ranking.lesson import FOLLOW_UP
from index.ranking.lexicon import Lexicon
from index.recent import Recent
from knowledge.text import LANGUAGES, Language

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Found = tuple[Floats, Rows, Floats | None]
"""The cosines and rows of the phrasings nearest to a vector, and the chances of all classes, None where there are many.
"""

NEIGHBOURS = 32
"""Phrasings FAISS is asked for."""
CANDIDATES = 16
"""Items whose signals are weighed."""
_REMEMBERED = 64  # vectors for which what was found is kept
_TINY = 1e-9
_ROWS = 4096  # vectors centred at a time: what the processor keeps at hand


@dataclass(frozen=True)
class Candidate:
    """An item with its probability among the candidates."""

    item: str
    probability: float


@dataclass(frozen=True)
class Ranking:
    """Candidates, best first; `confidence` is the calibrated probability that the first is right (0 if none).

    `outside` is the classifier's probability that the question is out of scope whatever it follows, `follow_up` that
    it asks something only after another question, `tongue` the language of the nearest phrasing.
    """

    candidates: tuple[Candidate, ...]
    confidence: float
    outside: float = 0.0
    follow_up: float = 0.0
    tongue: Language | None = None


@dataclass(frozen=True)
class Centres:
    """Mean vectors by language, of questions and of documents, each (dimension,)."""

    questions: dict[Language, Floats]
    documents: dict[Language, Floats]


@dataclass(frozen=True)
class Ranker:
    """Immutable; all that ranking needs but the model.

    Rows of `vectors` are variants, `owners` (rows,) what they belong to: an item's number, or past the last item that
    of a kind of question out of scope; `tongues` (rows,) their languages, as indices into LANGUAGES. `documents`
    (items, languages, dimension) hold each item's own text, zero where it has none. The classifier's classes are the
    items, then the kinds; `phrasings` holds the fold of each variant.
    """

    items: tuple[str, ...]
    kinds: tuple[str, ...]
    owners: Rows
    tongues: Rows
    vectors: faiss.Index
    documents: Floats
    centres: Centres
    classifier: Classifier
    lexicon: Lexicon
    fusion: Fusion
    calibration: Calibration
    phrasings: Known

    @property
    def names(self) -> tuple[str, ...]:
        """What each class is called: the items, then the kinds."""
        return (*self.items, *self.kinds)

    @property
    def threshold(self) -> float:
        """The confidence from which an answer is given."""
        return self.calibration.threshold

    @cached_property
    def _recent(self) -> Recent[bytes, Found]:
        return Recent(_REMEMBERED)

    def _found(self, vector: Floats) -> Found:
        """Return what is found for a centred vector (dimension,): it is ranked again with others left out or barred."""
        return self._recent.found(vector.tobytes(), lambda: self._search(vector))

    def _search(self, vector: Floats) -> Found:
        (similarities,), (rows,) = self.vectors.search(vector[np.newaxis], min(NEIGHBOURS, len(self.owners)))
        many = len(self.items) > MANY_CLASSES
        return similarities, rows, None if many else self.classifier.probabilities(vector)

    def met(self, text: str) -> str | None:
        """Return the item, or the kind out of scope, that has this very phrasing, but for case, accents and signs."""
        found = self.phrasings.find(text)
        return None if found is None else self.names[found]

    def rank(
        self,
        text: str,
        vector: Floats,
        language: Language,
        *,
        left_out: Container[str] = (),
        barred: Container[str] = (),
    ) -> Ranking:
        """Rank the items for a question, given as its text and its unit vector (dimension,).

        Items `left_out` do not compete. Items `barred` do, but do not stand in the ranking: what speaks for them
        speaks for no other.
        """
        tongue = np.array([LANGUAGES.index(language)])
        centred = centre(vector[np.newaxis], tongue, self.centres.questions)
        similarities, rows, chances = self._found(centred[0])
        near = Neighbourhood(similarities, self.owners[rows])
        nearest = LANGUAGES[self.tongues[rows[0]]]
        follow_up = len(self.items) + self.kinds.index(FOLLOW_UP) if FOLLOW_UP in self.kinds else None
        view = View(self.documents, self.lexicon, self.fusion, self.classifier, follow_up)
        likely = candidates(view, centred[0], near, chances)
        competing = (item for item in likely if self.items[item] not in left_out)
        items = list(islice(competing, CANDIDATES))  # no more are asked about than compete
        if not items:
            return Ranking((), 0.0)
        weighed = weigh(view, text, centred[0], near, np.array(items), chances)
        places = [place for place, item in enumerate(weighed.items) if self.items[item] not in barred]
        if not places:
            return Ranking((), 0.0, weighed.outside, weighed.background.follow_up, nearest)
        ranked = tuple(Candidate(self.items[weighed.items[p]], float(weighed.chances[p])) for p in places)
        confidence = self.calibration.confidence(weighed.evidence(places[0]))
        return Ranking(ranked, confidence, weighed.outside, weighed.background.follow_up, nearest)


@dataclass(frozen=True)
class Neighbourhood:
    """The phrasings nearest to a question: cosines, best first, and the item of each, both (neighbours,)."""

    similarities: Floats
    owners: Rows

    def nearest(self, item: int) -> float:
        """Return the cosine of the item's nearest phrasing; that of the farthest neighbour if none is here."""
        own = self.similarities[self.owners == item]
        return float(own[0]) if len(own) else float(self.similarities[-1])


@dataclass(frozen=True)
class View:
    """What signals are read from; in training, a ranker that has not seen everything.

    `follow_up` is the class of what asks something only after another question, None where there is none.
    """

    documents: Floats
    lexicon: Lexicon
    fusion: Fusion
    classifier: Classifier
    follow_up: int | None = None


def candidates(view: View, centred: Floats, near: Neighbourhood, chances: Floats | None = None) -> list[int]:
    """Return the items worth weighing, likeliest first: the classifier's, then those of the nearest phrasings.

    `chances` are those of all classes, where they are known.
    """
    items = len(view.documents)
    close = [int(owner) for owner in near.owners if owner < items]
    if items > MANY_CLASSES:
        return list(dict.fromkeys(close))
    chances = view.classifier.probabilities(centred) if chances is None else chances
    likely = [int(item) for item in np.argsort(-chances[:items])[: 4 * CANDIDATES]]
    return list(dict.fromkeys([*likely[: CANDIDATES - 4], *close[:8], *likely]))


@dataclass(frozen=True)
class Background:
    """The probability of all that is out of scope (`all`), and of that part which a question before brings in scope."""

    all: float = 0.0
    follow_up: float = 0.0


def signals(
    view: View, text: str, centred: Floats, near: Neighbourhood, items: Rows, chances: Floats | None = None
) -> tuple[Floats, Background, float]:
    """Return the signal table of items (items, 4), how likely background is, and how much of the text is known.

    `chances` are those of all classes, where they are known.
    """
    count = len(view.documents)
    many = count > MANY_CLASSES
    if chances is None:
        chances = view.classifier.probabilities(centred, items if many else None)
    background = Background()
    if not many:
        follow_up = 0.0 if view.follow_up is None else float(chances[view.follow_up])
        background = Background(float(chances[count:].sum()), follow_up)
    own = chances if many else chances[items]
    nearest = np.array([near.nearest(int(item)) for item in items], np.float32)
    documents = (view.documents[items] @ centred).max(axis=1)
    bare = ~view.documents[items].any(axis=(1, 2))
    *covered, known = view.lexicon.coverage(text, items)
    table = np.stack(
        [np.log(own + _TINY), np.where(bare, nearest, documents), nearest, np.array(covered, np.float32)], axis=1
    )
    return table.astype(np.float32), background, known


@dataclass(frozen=True)
class Weighed:
    """Items (n,) best first, their probabilities (n,) and signals (n, 4), and what concerns the question as a whole.

    `background` is how likely it is out of scope, `known` the share of the wording any item knows; items from `count`
    on are background's kinds.
    """

    items: Rows
    chances: Floats
    table: Floats
    background: Background
    known: float
    near: Neighbourhood
    count: int

    @property
    def outside(self) -> float:
        """How likely the question is out of scope whatever it follows."""
        return max(self.background.all - self.background.follow_up, 0.0)

    def evidence(self, place: int = 0) -> Evidence:
        """Return what speaks for the item at a place of the ranking."""
        owners, similarities = self.near.owners, self.near.similarities
        others = similarities[(owners != self.items[place]) & (owners < self.count)]
        outside = similarities[owners >= self.count]
        farthest = float(similarities[-1])
        likelihood, document, nearest, covered = (float(signal) for signal in self.table[place])
        rivals = np.delete(self.chances, place)
        return Evidence(
            chance=float(self.chances[place]),
            rival=float(rivals.max()) if len(rivals) else 0.0,
            leading=min(float(self.chances[place]) + float(np.sort(rivals)[-2:].sum()), 1.0),
            likelihood=float(np.exp(likelihood)),
            background=self.background.all,
            document=document,
            nearest=nearest,
            ahead=nearest - (float(others[0]) if len(others) else farthest),
            inside=nearest - (float(outside[0]) if len(outside) else farthest),
            covered=covered,
            known=self.known,
        )


def weigh(
    view: View, text: str, centred: Floats, near: Neighbourhood, items: Rows, chances: Floats | None = None
) -> Weighed:
    """Rank items (n,), one or more, by their signals; `chances` are those of all classes, where they are known."""
    table, background, known = signals(view, text, centred, near, items, chances)
    weighed = view.fusion.probabilities(table)
    order = np.argsort(-weighed, kind="stable")
    return Weighed(items[order], weighed[order], table[order], background, known, near, len(view.documents))


def centre(vectors: Floats, languages: Rows, means: dict[Language, Floats], out: Floats | None = None) -> Floats:
    """Return unit vectors (n, dimension) less the mean of their language (n indices into LANGUAGES), normalised.

    They are written to `out` where it is given.

    A multilingual model puts a text's language before its meaning; without this, a Korean question about France finds
    cards about Korea. A language without a mean is left as it is.
    """
    dimension = vectors.shape[1]
    table = np.stack([means.get(language, np.zeros(dimension, np.float32)) for language in LANGUAGES])
    moved = np.empty(vectors.shape, np.float32) if out is None else out
    for start in range(0, len(vectors), _ROWS):
        part = slice(start, start + _ROWS)
        np.subtract(vectors[part], table[languages[part]], out=moved[part])
        moved[part] /= np.maximum(np.linalg.norm(moved[part], axis=1, keepdims=True), 1e-9)
    return moved


def language_means(vectors: Floats, languages: Rows) -> dict[Language, Floats]:
    """Return the mean vector of each language that has rows."""
    return {
        language: vectors[languages == number].mean(axis=0).astype(np.float32)
        for number, language in enumerate(LANGUAGES)
        if (languages == number).any()
    }
