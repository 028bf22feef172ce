"""People counted by their name are inhabitants of their place, and of no other."""

from __future__ import annotations

import pytest

from bot.words.peopled import counted
from knowledge.library import SHIPPED
from knowledge.places import Gazetteer
from knowledge.text import Language
from knowledge.wordings import wordings


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return Gazetteer.open(SHIPPED / "places")


@pytest.mark.parametrize(
    ("text", "language", "named", "said"),
    [
        ("Il y a combien de Brestois à Brest ?", "fr", "fr-com-29019", "Il y a combien d'habitants à Brest ?"),
        ("combien de séoulites vivent à Mapo-gu", "fr", "kr-11440", "combien d'habitants vivent à Mapo-gu"),
        ("Combien de Parisiens dans le 15e ?", "fr", "fr-com-75115", "Combien d'habitants dans le 15e ?"),
        ("How many Bretons live in Brittany?", "en", "fr-reg-53", "How many inhabitants live in Brittany?"),
        ("Les Bisontins sont combien ?", "fr", "", "combien d'habitants à Besançon ?"),
        ("How many Parisians are there?", "en", "", "How many inhabitants in Paris are there?"),
        ("nombre de Toulousains", "fr", "", "nombre d'habitants à Toulouse"),
    ],
)
def test_people_are_counted_as_inhabitants(
    shipped: Gazetteer, text: str, language: Language, named: str, said: str
) -> None:
    found = counted(text, language, [named] if named else [], shipped)
    assert found is not None
    assert found.casefold() == said.replace("nombre d'", "combien d'").casefold()


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("combien de Parisiens à Lyon ?", "fr", "fr-com-69123"),
        ("combien de Coréens à Tours ?", "fr", "fr-com-37261"),
        ("combien de pains à Pau ?", "fr", "fr-com-64445"),
        ("combien d'EPCI en Bretagne ?", "fr", "fr-reg-53"),
        ("how many cantons?", "en", ""),
        ("combien de communes ?", "fr", ""),
        ("les Brestois votent-ils ?", "fr", "fr-com-29019"),
        ("브레스트 사람이 몇 명이에요?", "ko", "fr-com-29019"),
        ("", "fr", ""),
    ],
)
def test_what_counts_no_people_of_the_place_is_left(
    shipped: Gazetteer, text: str, language: Language, named: str
) -> None:
    assert counted(text, language, [named] if named else [], shipped) is None


def test_a_table_without_their_place_has_no_people() -> None:
    assert counted("combien de Bisontins ?", "fr", [], Gazetteer()) is None


def test_every_name_of_people_is_of_a_place_of_the_table(shipped: Gazetteer) -> None:
    assert {kind for kind in wordings("bot.texts", "peopled.tsv") if "-" in kind} <= set(shipped)
