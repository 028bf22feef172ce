"""Words that stand for the partner of a place, read as its name: of the shipped table of partnerships."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from bot.alone.counterparty import Meant, meant, of_each
from bot.answer import Decision
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.variants import MASK
from knowledge import countries
from knowledge.library import SHIPPED, Library
from knowledge.partnerships import Partnership
from knowledge.places import Gazetteer
from knowledge.reading import read_items
from knowledge.text import Language
from tests.bot.understood import surely

NAMED = {
    "Tours": "fr-com-37261", "투르": "fr-com-37261", "Suwon": "kr-41110", "수원시": "kr-41110",
    "Limoges": "fr-com-87085", "Nantes": "fr-com-44109", "Seodaemun": "kr-11410", "서대문": "kr-11410",
    "파리 13구": "fr-com-75113", "Paris": "fr-com-75056", "파리": "fr-com-75056", "에비앙": "fr-com-74119",
    "무주군": "kr-52730", "홍천군": "kr-51720", "Daejeon": "kr-30", "Strasbourg": "fr-com-67482",
}  # fmt: skip
ICHEON, SUNCHEON, SUWON, TOURS = "kr-41500", "kr-12150", "kr-41110", "fr-com-37261"


@pytest.fixture(scope="module")
def library() -> Library:
    table = read_items(SHIPPED / "partnerships.yaml", "partnerships.yaml", Partnership)
    return Library(
        partnerships=MappingProxyType({entry.item.id: entry.item for entry in table.items}),
        gazetteer=Gazetteer.open(SHIPPED / "places"),
    )


def _question(text: str, language: Language = "fr") -> Question:
    mentions: list[Mention] = []
    for name, id in sorted(NAMED.items(), key=lambda pair: -len(pair[0])):
        start = text.find(name)
        if start >= 0 and not any(m.start <= start < m.end for m in mentions):
            mentions.append(Mention(start, start + len(name), name, (id,), True))
    named = frozenset(code for _, code in countries.named(text))
    places = tuple(sorted(mentions, key=lambda m: m.start))
    return Question(text, surely(language), places, countries=named)


def _read(text: str, library: Library, *around: str) -> tuple[str, tuple[str, ...]] | None:
    found = meant(_question(text), library, around)
    return None if found is None else (found.question.text, found.partners)


@pytest.mark.parametrize(
    ("text", "read", "partner"),
    [
        ("Site de la ville jumelle de Limoges ?", "Site de X ?", ICHEON),
        ("Population de la ville coréenne jumelée avec Tours", "Population de X", SUWON),
        ("phone of Suwon's French partner", "phone of X", TOURS),
        ("website of the French town that works with Suwon", "website of X", TOURS),
        ("수원시의 프랑스 자매도시 인구는?", "X 인구는?", TOURS),
        ("투르와 교류하는 한국 도시의 홈페이지", "X의 홈페이지", SUWON),
        ("파리 13구랑 교류하는 구가 어디고 인구는?", "X가 어디고 인구는?", "kr-11410"),
    ],
)
def test_the_partner_of_a_place_named_is_what_is_asked_about(
    library: Library, text: str, read: str, partner: str
) -> None:
    assert _read(text, library) == (read, (partner,))


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("Nantes : le site de sa ville amie de Corée ?", SUNCHEON),
        ("un papier sur Nantes, je dois joindre la mairie coréenne, une adresse web ?", SUNCHEON),
        ("We are Suwon. Is there a phone for the French side?", TOURS),
        ("수원시인데요, 우호도시 시청 대표전화가 어떻게 되나요?", TOURS),
    ],
)
def test_the_partner_may_be_spoken_of_away_from_the_place(library: Library, text: str, partner: str) -> None:
    found = meant(_question(text), library)
    assert found is not None
    assert found.partners == (partner,)
    assert [mention.text for mention in found.question.places] == [MASK]


@pytest.mark.parametrize(
    ("text", "partner"),
    [
        ("website of the partner of Seodaemun in Paris", "fr-com-75113"),
        ("서대문이랑 자매 맺은 파리 구청 있잖아요, 거기 사이트가 뭐죠", "fr-com-75113"),
        ("Quel est le site de Tours, la ville jumelle de Suwon ?", TOURS),
        ("무주군이랑 교류했던 에비앙 시청 홈페이지", "fr-com-74119"),
    ],
)
def test_a_partner_named_or_what_it_lies_in_is_no_other_place(library: Library, text: str, partner: str) -> None:
    found = meant(_question(text), library)
    assert found is not None
    assert found.partners == (partner,)
    assert len(found.question.places) == 1


def test_the_partner_of_the_place_that_asks_is_what_it_asks_about(library: Library) -> None:
    found = meant(_question("에비앙 쪽에 연락하려는데요. 무주군 담당자입니다. 그 시청 홈페이지는?"), library)
    assert found is not None
    assert found.partners == ("fr-com-74119",)


@pytest.mark.parametrize("text", ["홍천군인데 자매도시 싸나리 인구는?", "홍천군에서 싸나리에 갑니다, 인구는?"])
def test_the_beginning_of_a_partners_name_as_heard_stands_for_it(library: Library, text: str) -> None:
    found = meant(_question(text, "ko"), library)
    assert found is not None
    assert found.partners == ("fr-com-83123",)


def test_twins_are_told_before_what_is_tied_otherwise(library: Library) -> None:
    assert _read("the sister city of Limoges", library) == ("X", (ICHEON,))
    found = _read("the partner of Daejeon", library)
    assert found is not None
    assert set(found[1]) == {"fr-com-06088", "fr-com-38185"}


@pytest.mark.parametrize(
    ("text", "around", "partner"),
    [
        ("and how large is that Korean city?", "fr-com-87085", ICHEON),
        ("combien d'habitants côté coréen ?", "fr-com-37261", SUWON),
        ("프랑스 쪽 홈페이지는요?", SUWON, TOURS),
        ("so how do I reach the Korean side", SUWON, SUWON),
    ],
)
def test_a_side_is_that_of_what_was_spoken_of_before(library: Library, text: str, around: str, partner: str) -> None:
    found = meant(_question(text), library, (around,))
    assert found is not None
    assert found.partners == (partner,)


@pytest.mark.parametrize(
    "text",
    [
        "Limoges a-t-elle une ville jumelle en Corée ?",
        "Does Nantes have a sister city in Korea?",
        "Which French city does Suwon work with?",
        "the French town where Tours lies",
        "Site de Tours ?",
        "the website of Tours, and its Korean partner if any",
        "수원시는 시예요 군이에요? 프랑스 쪽에 설명해야 해서요",
        "파리 13구 구청 사이트랑 우리나라 쪽 파트너 구가 어딘지 궁금해요",
        "",
    ],
)
def test_whether_there_is_a_partner_is_no_question_about_it(library: Library, text: str) -> None:
    assert _read(text, library) is None


def _each(found: Meant, *asked: Subject, confidence: float = 0.9) -> Decision | None:
    held = {"population", "site", "table-which-above/departement"}
    return of_each(Decision("answered", asked, confidence), found, lambda subject: subject.intent in held)


def test_each_partner_is_told_and_its_site_where_the_line_is_not_held(library: Library) -> None:
    found = meant(_question("the partner of Daejeon"), library)
    assert found is not None
    one, other = found.partners
    for asked, told in (("population", "population"), ("phone", "site")):
        decision = _each(found, Subject("place", (one,), asked))
        assert decision is not None
        assert decision.subjects == (Subject("place", (one,), told), Subject("place", (other,), told))


@pytest.mark.parametrize("asked", ["", "partners", "above"])
def test_where_no_line_is_asked_for_the_partnership_is_left_to_be_told(library: Library, asked: str) -> None:
    found = meant(_question("la ville jumelle de Tours"), library)
    assert found is not None
    assert _each(found, Subject("place", (SUWON,), asked)) is None


def test_a_list_that_names_a_unit_is_not_asked_of_a_partner(library: Library) -> None:
    found = meant(_question("list of the Korean partners of Tours city"), library)
    assert found is not None
    assert _each(found, Subject("table", (SUWON,), "table-list-below/city")) is None


def test_in_which_unit_a_partner_lies_is_asked_of_it(library: Library) -> None:
    asked = Subject("table", (TOURS,), "table-which-above/departement")
    for text, said in (("수원시 자매도시는 어느 데파르트망에 있나요?", True), ("수원시 자매도시는 어디예요?", False)):
        found = meant(_question(text, "ko"), library)
        assert found is not None
        assert (_each(found, asked) is not None) == said


def test_an_unsure_line_or_another_subject_is_left(library: Library) -> None:
    found = meant(_question("la ville jumelle de Tours"), library)
    assert found is not None
    assert _each(found, Subject("place", (SUWON,), "population"), confidence=0.5) is None
    assert _each(found, Subject("card", ("fr-commune",))) is None
    assert _each(found) is None


def test_of_a_place_without_a_partner_that_is_told(library: Library) -> None:
    found = meant(_question("site de la ville jumelle de Strasbourg"), library)
    assert found is not None
    assert found.partners == ()
    decision = _each(found, Subject("place", ("fr-com-67482",), "site"))
    assert decision is not None
    assert decision.subjects == (Subject("partners", ("fr-com-67482",), "partners-of"),)


def test_without_a_table_of_partnerships_there_is_no_partner() -> None:
    assert meant(_question("Site de la ville jumelle de Limoges ?"), Library()) is None


def test_a_place_spoken_of_before_that_the_tables_lack_now_has_no_partner(library: Library) -> None:
    assert _read("et côté coréen ?", library, "fr-com-99999") is None
