"""Ranks items for a question: candidates from a classifier and FAISS, weighed, with a calibrated probability.

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

from index.ranking.calibration import Calibration
from index.ranking.centring import Centres, centre
from index.ranking.classifier import MANY_CLASSES, Classifier
from index.ranking.documents import Documents
from index.ranking.fusion import Fusion
from index.ranking.known import Known
from index.ranking.lesson import FOLLOW_UP
from index.ranking.lexicon import Lexicon
from index.ranking.weighing import CANDIDATES, Neighbourhood, View, candidates, weigh
from index.recent import Recent
from knowledge.text import LANGUAGES, Language

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]
Found = tuple[Floats, Rows, Floats | None]
"""The cosines and rows of the phrasings nearest to a vector, and the chances of all classes, None where there are many.
"""

NEIGHBOURS = 32
"""Phrasings FAISS is asked for."""
_REMEMBERED = 64  # vectors for which what was found is kept


@dataclass(frozen=True)
class Candidate:
    """An item with its probability among the candidates."""

    item: str
    probability: float


@dataclass(frozen=True)
class Ranking:
    """Candidates, best first; `confidence` is the calibrated probability that the first is right (0 if none).

    `outside` is the classifier's probability that the question is out of scope whatever it follows, `follow_up` that
    it asks something only after another question, `tongue` the language of the nearest phrasing. `barred` are the items
    that were as near as the candidates and were not let in.
    """

    candidates: tuple[Candidate, ...]
    confidence: float
    outside: float = 0.0
    follow_up: float = 0.0
    tongue: Language | None = None
    barred: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranker:
    """Immutable; all that ranking needs but the model.

    Rows of `vectors` are variants, `owners` (rows,) what they belong to: an item's number, or past the last item that
    of a kind of question out of scope; `tongues` (rows,) their languages, as indices into LANGUAGES. `documents` are
    each item's own texts. The classifier's classes are the items, then the kinds; `phrasings` holds the fold of each
    variant.
    """

    items: tuple[str, ...]
    kinds: tuple[str, ...]
    owners: Rows
    tongues: Rows
    vectors: faiss.Index
    documents: Documents
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
        names = [self.items[item] for item in weighed.items]
        stopped = tuple(name for name in names if name in barred)
        places = [place for place, name in enumerate(names) if name not in stopped]
        if not places:
            return Ranking((), 0.0, weighed.outside, weighed.background.follow_up, nearest, stopped)
        ranked = tuple(Candidate(names[place], float(weighed.chances[place])) for place in places)
        confidence = self.calibration.confidence(weighed.evidence(places[0]))
        return Ranking(ranked, confidence, weighed.outside, weighed.background.follow_up, nearest, stopped)
