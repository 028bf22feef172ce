"""Contacts named in a text: whole names in any language, the longest, short abbreviations in capitals only."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from index.names.contacts import ContactFinder
from index.names.mention import Mention
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
        ("관광공사 파리 지사는 어디죠?", {"관광공사 파리 지사": "kto-paris"}),
        ("tel prefecture region grand est", {"prefecture region grand est": "prefecture-grand-est"}),
        ("Korea Tourism Organization in Paris?", {"Korea Tourism Organization in Paris": "kto-paris"}),
        ("Cité unies France", {"Cité unies France": "cuf"}),
        ("dans quelle région de France ?", {}),  # one of them is not their association
        ("la société civile. Unies, France et Corée", {}),
    ],
)
def test_contacts_are_found_by_name(finder: ContactFinder, text: str, names: dict[str, str]) -> None:
    found = finder.find(text)
    longest = [m for m in found if not any(o.start <= m.start and m.end < o.end for o in found)]
    assert {mention.text: mention.places[0] for mention in longest} == names


ORDINARY = frozenset(
    "tel svp coree paris conseil regional le la site france business seoul amf 프랑스 한국 서래마을".split()
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("tel ambasade corée paris svp", {"ambasade corée paris": "embassy-kr-paris"}),
        ("Embassade de Corée", {"Embassade de Corée": "embassy-kr-paris"}),  # no letter is safer than another
        ("le conseil régional de bretange", {"conseil régional de bretange": "region-bretagne"}),
        ("캄푸스 프랑스 한국 홈피", {"캄푸스 프랑스 한국": "campus-france-korea"}),
        ("파리 한국문화윈은 어디", {"파리 한국문화윈": "kcc-paris"}),
        ("LOGODY or something", {"LOGODY": "logodi"}),
        ("프랑스 EPCI", {}),  # four letters are too few for a fault: CCI
        ("서래마을", {}),
        ("ambassade coréene", {"ambassade coréene": "embassy-kr-paris"}),
        ("l'amf elle est où ?", {"amf": "amf"}),
        ("cuf, le site", {"cuf": "cuf"}),
        ("amf", {}),  # a word here, without an article
    ],
)
def test_contacts_are_found_with_a_typing_fault(finder: ContactFinder, text: str, names: dict[str, str]) -> None:
    found = finder.misspelt(text, finder.find(text), (), ORDINARY.__contains__)
    assert {mention.text: mention.places[0] for mention in found} == names
    assert not any(mention.exact for mention in found)


def test_no_word_of_a_place_named_is_a_fault(finder: ContactFinder) -> None:
    place = Mention(0, 6, "Logody", ("fr-com-1",), True)
    assert finder.misspelt("Logody", (), (place,), ORDINARY.__contains__) == ()
