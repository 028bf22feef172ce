"""What speaks for each candidate of a question: its signals, weighed into probabilities and evidence."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.ranking.calibration import Evidence
from index.ranking.classifier import MANY_CLASSES, Classifier
from index.ranking.documents import Documents
from index.ranking.fusion import Fusion
from index.ranking.lexicon import Lexicon

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]

CANDIDATES = 16
"""Items whose signals are weighed."""
_TINY = 1e-9


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

    documents: Documents
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
    documents = view.documents.nearest(items, centred, nearest)
    *covered, known = view.lexicon.coverage(text, items)
    table = np.stack([np.log(own + _TINY), documents, nearest, np.array(covered, np.float32)], axis=1)
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
