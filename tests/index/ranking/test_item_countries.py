"""Which countries items name: read anew only where their texts changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.ranking.item_countries import ItemCountries, item_countries
from index.ranking.variants import CARD, item
from index.snapshot import Snapshot


def test_items_name_the_countries_of_their_texts(small: Snapshot) -> None:
    found = item_countries(small.library)
    assert "FR" in found[item(CARD, "fr-prefet")].told
    assert found.keys() == {item(CARD, id) for id in small.library.cards}


def test_only_items_whose_texts_changed_are_read_again(small: Snapshot) -> None:
    nowhere = frozenset({"JP"})
    before = {name: ItemCountries(nowhere, nowhere, own.digest) for name, own in item_countries(small.library).items()}
    first, *others = small.library.cards.values()
    questions = first.questions.model_copy(update={"fr": ("Et au Brésil ?", *first.questions.fr)})
    edited = first.model_copy(update={"questions": questions})
    library = replace(small.library, cards={**small.library.cards, first.id: edited})
    after = item_countries(library, before)
    assert "BR" in after[item(CARD, first.id)].asked
    assert all(after[item(CARD, card.id)].asked == nowhere for card in others)


def test_all_are_read_again_where_countries_are_named_otherwise(
    small: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = frozenset({"JP"})
    before = {name: ItemCountries(nowhere, nowhere, own.digest) for name, own in item_countries(small.library).items()}
    monkeypatch.setattr("knowledge.countries.fingerprint", lambda: "other names")
    assert not any(found.asked == nowhere for found in item_countries(small.library, before).values())
