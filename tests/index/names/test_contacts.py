"""Contacts named in a text: whole names in any language, the longest, short abbreviations in capitals only."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from index.names.contacts import ContactFinder
from knowledge.contacts import Contact
from knowledge.library import SHIPPED
from knowledge.reading import read_items


@pytest.fixture(scope="module")
def finder() -> ContactFinder:
    found = {}
    for file in sorted((SHIPPED / "contacts").glob("*.yaml")):
        found |= {each.item.id: each.item for each in read_items(file, file.name, Contact).items}
    return ContactFinder(MappingProxyType(found))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("행정안전부의 전화번호", {"행정안전부": "mois"}),
        ("site de Cités Unies France ?", {"Cités Unies France": "cuf"}),
        ("파리에 있는 콘진원(KOCCA) 사무소", {"콘진원": "kocca-paris", "KOCCA": "kocca-paris"}),
        ("CUF, c'est qui ?", {"CUF": "cuf"}),
        ("cuf", {}),
        ("le réseau « NEAR », son site ?", {"NEAR": "near"}),
        ("which towns are near Lyon?", {}),
        ("WHICH TOWNS ARE NEAR LYON?", {}),
        ("CUF TEL SVP", {"CUF": "cuf"}),
        ("la DILA", {}),  # two sites bear the abbreviation of the body that keeps them
        ("les conseils de quartier", {}),
    ],
)
def test_contacts_are_found_by_name(finder: ContactFinder, text: str, names: dict[str, str]) -> None:
    assert {mention.text: mention.places[0] for mention in finder.find(text)} == names
