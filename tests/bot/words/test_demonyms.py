from __future__ import annotations

import pytest

from bot.words.demonyms import named_by_adjective
from knowledge.library import SHIPPED
from knowledge.places import Gazetteer
from knowledge.wordings import wordings


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return Gazetteer.open(SHIPPED / "places")


@pytest.mark.parametrize(
    ("text", "name", "id"),
    [
        ("top 5 des villes bretonnes", "bretonnes", "fr-reg-53"),
        ("quels sont les départements normands ?", "normands", "fr-reg-28"),
        ("the largest Breton cities", "Breton", "fr-reg-53"),
        ("une commune vendéenne", "vendéenne", "fr-dep-85"),
    ],
)
def test_an_adjective_beside_a_unit_names_a_place(shipped: Gazetteer, text: str, name: str, id: str) -> None:
    (mention,) = named_by_adjective(text, shipped)
    assert (mention.text, mention.places) == (name, (id,))
    assert text[mention.start : mention.end] == name


@pytest.mark.parametrize(
    "text", ["galettes bretonnes", "les villes de Bretagne", "le breton", "villes et galettes bretonnes", ""]
)
def test_an_adjective_by_itself_names_none(shipped: Gazetteer, text: str) -> None:
    assert named_by_adjective(text, shipped) == []


def test_a_table_without_the_place_names_none() -> None:
    assert named_by_adjective("les villes bretonnes", Gazetteer()) == []


def test_every_adjective_names_one_place_of_the_table(shipped: Gazetteer) -> None:
    forms = [form for own in wordings("bot.texts", "demonyms.tsv").values() for form in own]
    assert set(wordings("bot.texts", "demonyms.tsv")) <= set(shipped)
    assert len(forms) == len(set(forms))
