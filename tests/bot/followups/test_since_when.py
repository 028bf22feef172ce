"""Follow-ups on since when what was told of a place is so."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from bot.answer import Decision
from bot.followups.since_when import told_by
from bot.subject import Subject, card
from bot.words.language import Detection
from bot.words.question import Question
from index.names.finder import NameFinder
from index.ranking.ranker import Candidate, Ranking
from index.snapshot import Snapshot
from knowledge.library import Library

COUNT = Subject("table", ("kr-28",), "table-count-below/kr-gu")
FRENCH = Detection("fr", supported=True, certain=True)
BEFORE, SINCE = Question("Incheon a combien de gu ?", FRENCH), Question("depuis quand ?", FRENCH)


def _snapshot(shipped: Library, names: NameFinder, best: str, confidence: float = 0.8) -> Snapshot:
    candidates = (Candidate(best, confidence),) if best else ()
    ranking = Ranking(candidates, confidence, 0.0, 0.0, "fr")
    general = SimpleNamespace(rank=lambda *_: ranking, threshold=0.4)
    model = SimpleNamespace(encode=lambda texts, _: np.zeros((len(texts), 2), np.float32))
    return cast(Snapshot, cast(Any, SimpleNamespace(library=shipped, general=general, model=model, names=names)))


def test_the_card_that_names_the_place_and_a_year_tells_it(shipped: Library, shipped_names: NameFinder) -> None:
    found = told_by(SINCE, BEFORE, COUNT, _snapshot(shipped, shipped_names, "card:kr-incheon-new-gu"))
    assert found == Decision("answered", (card("kr-incheon-new-gu"),), 0.8, tongue="fr")


@pytest.mark.parametrize(
    ("last", "best", "confidence"),
    [
        (COUNT, "card:kr-incheon-new-gu", 0.3),  # not likely
        (COUNT, "card:kr-jeju", 0.8),  # of another place
        (COUNT, "contact:gaok", 0.8),
        (COUNT, "", 0.0),
        (Subject("table", (), "table-count-below/kr-gu"), "card:kr-incheon-new-gu", 0.8),
        (Subject("partners", ("kr-28",), "partners-of"), "card:kr-incheon-new-gu", 0.8),
        (card("kr-incheon-new-gu"), "card:kr-incheon-new-gu", 0.8),
    ],
)
def test_no_other_card_tells_it(
    shipped: Library, shipped_names: NameFinder, last: Subject, best: str, confidence: float
) -> None:
    assert told_by(SINCE, BEFORE, last, _snapshot(shipped, shipped_names, best, confidence)) is None
