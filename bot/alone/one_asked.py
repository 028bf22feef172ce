"""Which of several places named a line is asked of: each is read with the words around it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np

from bot.alone.asked_of import OF_SEVERAL, Named, subjects
from bot.tables.intents import answered_by
from bot.words.hierarchy import innermost
from bot.words.mentions import asked_about, between
from bot.words.question import Question
from index.ranking.ranker import Ranking
from index.ranking.variants import MASK, parts
from index.snapshot import Snapshot

ASKED, TWICE = 0.5, 2.0
"""How sure a line must be of another place than the first, and how many times surer than of the first."""


def of_the_one_asked(found: Named, ranking: Ranking, question: Question, snapshot: Snapshot) -> Named:
    """Return the line asked for of the place that it is asked of: "a delegation from X asks how many live in Y".

    Each place is read with the words around it, up to the next one, or to where a clause ends between them. What only
    tells where another lies is none that it may be asked of: "Yeongi County near Daejeon, did it get renamed?".
    """
    question = replace(question, places=asked_about(question.text, question.places))
    if len(question.places) < 2:
        return found
    ids = [mention.places[0] for mention in question.places]
    inner = innermost(ids, snapshot.library.gazetteer)
    if snapshot.placed is None or (len(inner) < len(ids) and ids[0] in inner):
        return found
    gaps = [between(question.text, one.end, other.start) for one, other in pairwise(question.places)]
    starts = [0, *(start for _, start in gaps)]
    ends = [*(end for end, _ in gaps), len(question.text)]
    texts = [
        f"{question.text[start : mention.start]}{MASK}{question.text[mention.end : end]}".strip()
        for start, mention, end in zip(starts, question.places, ends, strict=True)
    ]
    vectors = snapshot.model.encode(texts, "query")
    wanted = parts(ranking.candidates[0].item)[1]
    sure = []
    for text, vector in zip(texts, vectors, strict=True):
        by_itself = snapshot.placed.rank(text, vector, question.language, left_out=OF_SEVERAL)
        alike = (c.probability for c in by_itself.candidates if answered_by(parts(c.item)[1]) == answered_by(wanted))
        chance = sum(alike)
        sure.append(chance * by_itself.confidence)
    best = int(np.argmax(sure))
    if best == 0 or sure[best] < ASKED or sure[best] < TWICE * sure[0]:
        return found
    meant = replace(question, places=(question.places[best],))
    again = subjects(wanted, meant, found.confidence, snapshot.library)
    return replace(found, subjects=again.subjects) if again.subjects else found
