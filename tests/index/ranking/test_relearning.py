"""A ranker brought up to date: what changed is learnt, what stayed is as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pytest

from index.ranking import relearning
from index.ranking.lesson import OUTSIDE, Lesson, Variant
from index.ranking.ranker import Ranker
from index.ranking.relearning import relearn
from index.ranking.training import Learnt, learn
from knowledge.text import LANGUAGES
from tests.index.hashed_model import HashedModel

MODEL = HashedModel()
ITEMS = [f"card:c{number}" for number in range(12)]
KIND = f"{OUTSIDE}chat"


def _phrasings(item: str, count: int = 5) -> list[Variant]:
    return [Variant(item, language, f"{item} {language} {n}") for language in LANGUAGES for n in range(count)]


def _documents(items: Iterable[str]) -> list[Variant]:
    return [Variant(item, language, f"{item} says so in {language}") for item in items for language in LANGUAGES]


VARIANTS = [variant for item in (*ITEMS, KIND) for variant in _phrasings(item)]
DOCUMENTS = _documents(ITEMS)


def _encode(variants: Sequence[Variant]) -> np.ndarray:
    return MODEL.encode([variant.text for variant in variants], "query")


def _learnt(variants: Sequence[Variant] = VARIANTS, documents: Sequence[Variant] = DOCUMENTS) -> Learnt:
    return learn(Lesson(variants, _encode(variants), documents, _encode(documents)))


def _brought(variants: Sequence[Variant], documents: Sequence[Variant] = DOCUMENTS) -> Learnt:
    found = relearn(_learnt(), variants, documents, _encode, _encode, scoped=True)
    assert found is not None
    return found


def _best(ranker: Ranker, variant: Variant) -> str:
    ranking = ranker.rank(variant.text, _encode([variant])[0], variant.language)
    return ranking.candidates[0].item


@pytest.fixture(autouse=True)
def _any_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relearning, "STABLE", 1.0)


def test_only_what_is_new_is_encoded() -> None:
    asked: list[str] = []

    def encode(variants: Sequence[Variant]) -> np.ndarray:
        asked.extend(variant.text for variant in variants)
        return _encode(variants)

    new = Variant(ITEMS[3], "fr", "une tournure nouvelle")
    assert relearn(_learnt(), [*VARIANTS, new], DOCUMENTS, encode, encode, scoped=True) is not None
    assert asked == [new.text]


def test_a_new_phrasing_finds_its_item_and_what_stayed_stays_to_the_bit() -> None:
    before, new = _learnt().ranker, Variant(ITEMS[3], "fr", "une tournure nouvelle")
    after = _brought([*VARIANTS, new]).ranker
    assert after.met("Une tournure nouvelle !") == ITEMS[3]
    assert _best(after, new) == ITEMS[3]
    rows = [ranker.vectors.reconstruct_n(0, before.vectors.ntotal) for ranker in (before, after)]
    assert (rows[0] == rows[1]).all()
    others = np.arange(len(after.names)) != 3
    assert (after.classifier.weights[others] == before.classifier.weights[others]).all()
    assert (after.classifier.weights[3] != before.classifier.weights[3]).any()


def test_a_new_item_and_a_new_kind_of_background_are_learnt() -> None:
    added = [*_phrasings("card:new"), *_phrasings(f"{OUTSIDE}weather")]
    after = _brought([*added, *VARIANTS], [*_documents(["card:new"]), *DOCUMENTS]).ranker
    assert after.items == (*ITEMS, "card:new")
    assert after.kinds == (KIND, f"{OUTSIDE}weather")
    assert all(_best(after, variant) == "card:new" for variant in _phrasings("card:new"))
    assert all(_best(after, variant) == variant.item for variant in VARIANTS if variant.item != KIND)
    assert after.met("outside:weather fr 1") == f"{OUTSIDE}weather"


def test_an_item_that_is_gone_is_found_no_more_and_the_others_are() -> None:
    gone = ITEMS[0]
    left = [variant for variant in VARIANTS if variant.item != gone]
    after = _brought(left, _documents(ITEMS[1:])).ranker
    assert after.items == tuple(ITEMS[1:])
    assert after.met("card:c0 fr 1") is None
    assert after.vectors.ntotal == len(left) == len(after.owners) == len(after.tongues)
    assert all(_best(after, variant) == variant.item for variant in left if variant.item != KIND)


def test_an_answer_edited_changes_the_items_document_and_words() -> None:
    edited = [replace(d, text="le pamplemousse est un agrume") if d == DOCUMENTS[0] else d for d in DOCUMENTS]
    before, after = _learnt().ranker, _brought(VARIANTS, edited).ranker
    assert (before.documents.owners == after.documents.owners).all()
    kept = [{row.tobytes() for row in each.documents.vectors} for each in (before, after)]
    assert len(kept[0] - kept[1]) == len(kept[1] - kept[0]) == 1
    mine = after.documents.vectors[after.documents.owners == 0]
    assert (kept[1] - kept[0]) <= {row.tobytes() for row in mine}
    assert before.lexicon.coverage("pamplemousse", [0])[0] == 0
    assert after.lexicon.coverage("pamplemousse", [0])[0] == 1


def test_a_document_taken_away_is_no_vector() -> None:
    after = _brought(VARIANTS, DOCUMENTS[1:]).ranker
    assert after.documents.owners.tolist() == [number for number in range(len(ITEMS)) for _ in LANGUAGES][1:]


def test_sentences_are_documents_beside_the_whole_and_their_order_is_that_of_their_items() -> None:
    further = [Variant(ITEMS[0], "fr", "une phrase"), Variant(ITEMS[5], "ko", "한 문장")]
    after = _brought(VARIANTS, [*DOCUMENTS, *further])
    counts = np.bincount(after.ranker.documents.owners)
    assert counts[0] == counts[5] == len(LANGUAGES) + 1 and counts[1] == len(LANGUAGES)
    again = relearn(after, VARIANTS, DOCUMENTS, _encode, _encode, scoped=True)
    assert again is not None and np.bincount(again.ranker.documents.owners).tolist() == [len(LANGUAGES)] * len(ITEMS)


def test_nothing_changed_is_the_same_ranker() -> None:
    before, again = _learnt(), _brought(VARIANTS)
    assert (again.ranker.classifier.weights == before.ranker.classifier.weights).all()
    assert (again.taught.variants == before.taught.variants).all()
    assert again.taught.drift == 0


def test_one_change_after_the_other_is_as_both_at_once() -> None:
    first, second = (Variant(ITEMS[n], "fr", f"tournure {n}") for n in (1, 2))
    once = relearn(_brought([*VARIANTS, first]), [*VARIANTS, first, second], DOCUMENTS, _encode, _encode, scoped=True)
    together = _brought([*VARIANTS, first, second])
    assert once is not None
    assert (once.taught.variants == together.taught.variants).all()
    assert (once.ranker.owners == together.ranker.owners).all()
    assert [_best(once.ranker, variant) for variant in (first, second)] == [ITEMS[1], ITEMS[2]]


def test_changes_add_up_until_all_is_learnt_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relearning, "STABLE", 1.5 / len([*VARIANTS, *DOCUMENTS]))
    first, second = (Variant(ITEMS[n], "fr", f"tournure {n}") for n in (1, 2))
    brought = _brought([*VARIANTS, first])
    assert brought.taught.drift == 1
    assert relearn(brought, [*VARIANTS, first, second], DOCUMENTS, _encode, _encode, scoped=True) is None


def test_much_more_out_of_scope_is_calibrated_for_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relearning, "STABLE", 0.5)
    kept = [variant for variant in VARIANTS if variant.item != KIND]
    assert relearn(_learnt(), kept, DOCUMENTS, _encode, _encode, scoped=True) is None
    more = [*VARIANTS, Variant(KIND, "fr", "une de plus")]
    assert relearn(_learnt(), more, DOCUMENTS, _encode, _encode, scoped=True) is not None
    assert relearn(_learnt(), [*VARIANTS, *_phrasings(f"{OUTSIDE}x")], DOCUMENTS, _encode, _encode, scoped=True) is None


def test_a_scope_of_its_own_is_calibrated_for_anew() -> None:
    assert relearn(_learnt(), VARIANTS, DOCUMENTS, _encode, _encode, scoped=False) is None
