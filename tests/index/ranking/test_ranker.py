from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest

from index.ranking import classifier as classifier_module
from index.ranking.calibration import SHARES, Calibration, Evidence, Trial, calibrate
from index.ranking.classifier import Classifier, retrain, train
from index.ranking.fusion import UNTRAINED, Fusion, fit
from index.ranking.lexicon import compile_lexicon, grams
from index.ranking.variants import CARD, item
from index.snapshot import Snapshot
from knowledge.text import LANGUAGES

RNG = np.random.default_rng(7)


def unit(rows: int, dimension: int = 16) -> np.ndarray:
    vectors = RNG.normal(size=(rows, dimension)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def clusters(classes: int, each: int) -> tuple[np.ndarray, np.ndarray]:
    middles = unit(classes)
    vectors = np.repeat(middles, each, axis=0) + 0.2 * unit(classes * each)
    return vectors.astype(np.float32), np.repeat(np.arange(classes), each)


@pytest.mark.parametrize("classes", [1, 2, 3, 9])
def test_a_classifier_knows_the_classes_it_learnt(classes: int) -> None:
    vectors, labels = clusters(classes, 6)
    learnt = train(vectors, labels, classes)
    found = [int(learnt.probabilities(vector).argmax()) for vector in vectors]
    assert found == labels.tolist()
    assert learnt.probabilities(vectors[0]).sum() == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("classes", [2, 5])
def test_a_class_learnt_anew_is_known_again_and_leaves_the_others_as_they_are(classes: int) -> None:
    vectors, labels = clusters(classes, 6)
    learnt = train(vectors, labels, classes)
    forgotten = learnt.weights.copy()
    forgotten[1] = 0
    again = retrain(Classifier(forgotten, learnt.bias), vectors, labels, np.array([1]))
    assert [int(again.probabilities(vector).argmax()) for vector in vectors] == labels.tolist()
    assert (again.weights[0] == learnt.weights[0]).all()


def test_broad_classes_learnt_anew_know_as_much_as_before() -> None:
    """Each of a few broad classes is near to every row: learnt from its nearest rows alone, it takes those of others."""
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(8), 1500)
    spread = random.normal(size=(8, 24)) / 5
    vectors = (spread[labels] + random.normal(size=(len(labels), 24)) * 0.07).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    learnt = train(vectors, labels, 8)
    again = retrain(learnt, vectors, labels, np.arange(5))
    before, after = (np.argmax(vectors @ c.weights.T + c.bias, axis=1) for c in (learnt, again))
    assert (after == labels).mean() >= (before == labels).mean() - 0.01


def test_a_class_learnt_anew_does_not_draw_what_shares_but_a_manner_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few phrasings told as stories make no class of all stories, though those of the others are far off."""
    monkeypatch.setattr(classifier_module, "LAYERED_FROM", 0)
    monkeypatch.setattr(classifier_module, "BEARING", 120)
    monkeypatch.setattr(classifier_module, "_BEARING_EACH", 0)
    monkeypatch.setattr(classifier_module, "ELSEWHERE", 100)
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(6), 100)
    told = np.tile(np.arange(100) < 20, 6)
    vectors = (np.eye(8)[labels] + random.normal(size=(600, 8)) * 0.15).astype(np.float32)
    vectors[told] *= 0.25
    vectors[told, 7] += 1
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    start = Classifier(3 * np.eye(6, 8, dtype=np.float32), np.zeros(6, np.float32))
    again = retrain(start, vectors, labels, np.array([0]))
    others = told & (labels != 0)
    found = np.argmax(vectors[others] @ again.weights.T + again.bias, axis=1)
    assert (found == labels[others]).mean() > 0.9  # from its nearest rows alone: 0.78


def test_beyond_many_classes_weights_are_centroids(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classifier_module, "MANY_CLASSES", 3)
    vectors, labels = clusters(5, 4)
    learnt = train(vectors, labels, 5)
    assert [int(learnt.probabilities(v).argmax()) for v in vectors] == labels.tolist()


def test_probabilities_among_some_classes_sum_to_one() -> None:
    learnt = Classifier(unit(4), np.zeros(4, np.float32))
    chances = learnt.probabilities(unit(1)[0], np.array([1, 3]))
    assert chances.shape == (2,)
    assert chances.sum() == pytest.approx(1, abs=1e-5)


def test_words_that_no_item_knows_are_not_covered() -> None:
    lexicon = compile_lexicon([["Qui nomme le préfet ?"], ["Combien de communes ?"]])
    prefet, communes, known = lexicon.coverage("Quel âge a le préfet ?", [0, 1])
    assert 0 < prefet < 1
    assert communes < prefet
    assert known < 1
    assert lexicon.coverage("Qui nomme le PREFET", [0]) == [1.0, 1.0]


@pytest.mark.parametrize("text", ["", "?!", "…"])
def test_a_text_without_words_covers_nothing(text: str) -> None:
    assert compile_lexicon([["un"]]).coverage(text, [0]) == [0.0, 0.0]


def test_korean_words_share_grams_whatever_their_particles() -> None:
    assert len(np.intersect1d(grams("프레페는"), grams("프레페를"))) >= 3


def test_fusion_learns_which_signal_tells() -> None:
    tables, right = [], []
    for _ in range(200):
        table = RNG.normal(size=(6, 4)).astype(np.float32)
        tables.append(table)
        right.append(int(table[:, 2].argmax()))
    weights = fit(tables, right).weights
    assert weights.argmax() == 2
    assert weights[2] > 5 * np.abs(np.delete(weights, 2)).max()


def test_fusion_with_too_little_to_learn_from_has_usual_weights() -> None:
    assert (fit([], []).weights == UNTRAINED).all()
    assert Fusion(UNTRAINED).probabilities(np.zeros((3, 4), np.float32)).sum() == pytest.approx(1)


def evidence(strength: float) -> Evidence:
    rest = 1 - strength
    return Evidence(
        strength, rest, strength, strength, rest, strength, strength, strength - 0.5, strength - 0.5, strength, strength
    )


def test_confidence_follows_the_evidence_and_the_threshold_parts_right_from_wrong() -> None:
    strong = [Trial(evidence(0.8 + 0.1 * RNG.random()), True, "held") for _ in range(80)]
    weak = [Trial(evidence(0.1 + 0.3 * RNG.random()), False, "background") for _ in range(80)]
    learnt = calibrate([*strong, *weak], SHARES)
    assert learnt.confidence(evidence(0.85)) > learnt.threshold > learnt.confidence(evidence(0.2))


def test_without_a_wrong_trial_the_fused_probability_is_trusted() -> None:
    learnt = calibrate([Trial(evidence(0.9), True, "held")] * 3, SHARES)
    assert isinstance(learnt, Calibration)
    assert learnt.threshold == 0.5
    assert learnt.confidence(evidence(0.7)) == pytest.approx(0.7, abs=0.01)


def test_nearly_every_phrasing_finds_its_card_first_without_the_rule_for_known_ones(small: Snapshot) -> None:
    missed = []
    for card in small.library.cards.values():
        for language in LANGUAGES:
            for text in card.questions[language]:
                vector = small.model.encode([text], "query")[0]
                if small.general.rank(text, vector, language).candidates[0].item != item(CARD, card.id):
                    missed.append(text)
    assert len(missed) <= 0.05 * small.library.phrasings


def test_a_barred_item_does_not_stand_in_the_ranking(small: Snapshot) -> None:
    text = "Qui nomme les préfets ?"
    vector = small.model.encode([text], "query")[0]
    assert small.general.rank(text, vector, "fr").candidates[0].item == "card:fr-prefet"
    barred = small.general.rank(text, vector, "fr", barred={"card:fr-prefet"})
    assert "card:fr-prefet" not in {candidate.item for candidate in barred.candidates}
    assert barred.barred == ("card:fr-prefet",)
    none = small.general.rank(text, vector, "fr", barred=small.general.items)
    assert none.candidates == () and "card:fr-prefet" in none.barred


def test_everything_barred_is_an_empty_ranking(small: Snapshot) -> None:
    vector = small.model.encode(["préfet"], "query")[0]
    ranking = small.general.rank("préfet", vector, "fr", left_out=set(small.general.items))
    assert (ranking.candidates, ranking.confidence) == ((), 0.0)


def test_a_vector_is_searched_once_whatever_is_barred(small: Snapshot) -> None:
    asked = []

    class Counted:
        def search(self, vectors: np.ndarray, count: int) -> object:
            asked.append(vectors)
            return small.general.vectors.search(vectors, count)

    ranker = replace(small.general, vectors=Counted())
    text = "Qui nomme le préfet ?"
    vector = small.model.encode([text], "query")[0]
    first, second, *_ = ranker.rank(text, vector, "fr").candidates
    assert ranker.rank(text, vector, "fr", barred={first.item}).candidates[0] == second
    assert len(asked) == 1


def test_a_ranker_that_ranked_is_let_go_of_with_its_last_user(small: Snapshot) -> None:
    """What was settled is never collected: a circle would keep each snapshot's vectors beyond a reload."""
    ranker = replace(small.general)
    text = "Qui nomme le préfet ?"
    assert ranker.rank(text, small.model.encode([text], "query")[0], "fr").candidates
    gone = weakref.ref(ranker)
    gc.disable()
    try:
        del ranker
        assert gone() is None
    finally:
        gc.enable()
