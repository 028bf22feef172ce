from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from index.ranking.classifier import Classifier
from index.ranking.documents import Documents
from index.ranking.fusion import UNTRAINED, Fusion
from index.ranking.lexicon import compile_lexicon
from index.ranking.weighing import Neighbourhood, View, weigh


def test_what_asks_something_only_after_another_question_is_not_out_of_scope_for_it() -> None:
    # one item, a kind that is out of scope, and the kind of what only follows
    learnt = Classifier(np.array([[0, 0], [2, 0], [3, 0]], np.float32), np.zeros(3, np.float32), None)
    view = View(
        Documents.of(np.zeros((0, 2), np.float32), np.zeros(0, np.int64), 1),
        compile_lexicon([["phone"]]),
        Fusion(UNTRAINED),
        learnt,
    )
    vector = np.array([1, 0], np.float32)
    near = Neighbourhood(np.ones(1, np.float32), np.zeros(1, np.int64))
    asked = (vector, near, np.zeros(1, np.int64))
    alone = weigh(view, "and its phone?", *asked)
    after = weigh(replace(view, follow_up=2), "and its phone?", *asked)
    assert alone.outside == pytest.approx(alone.background.all)
    assert after.background.all == pytest.approx(alone.background.all)
    assert after.outside < alone.outside / 2
