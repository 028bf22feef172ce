"""What was asked before, asked of another place."""

from __future__ import annotations

import pytest

from bot.followups.another import of_its_kind, of_its_namesake, same_of_another
from bot.subject import Subject
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.place_table import library
from tests.bot.understood import named_in, snapshot_of, surely

PHONE = Subject("place", ("fr-com-37261",), "phone")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("places"))


def _question(text: str, language: Language, name: str, id: str) -> Question:
    start = text.index(name)
    named = (Mention(start, start + len(name), name, (id,), True),) if name else ()
    return Question(text, Detection(language, supported=True, certain=True), places=named)


@pytest.mark.parametrize(
    ("text", "language", "name", "id"),
    [
        ("sorry, I meant the département of Indre-et-Loire", "en", "Indre-et-Loire", "fr-dep-37"),
        ("and the département of Indre-et-Loire?", "en", "Indre-et-Loire", "fr-dep-37"),
        ("non, le département d'Indre-et-Loire", "fr", "Indre-et-Loire", "fr-dep-37"),
        ("아니요, 앵드르에루아르 데파르트망이요", "ko", "앵드르에루아르", "fr-dep-37"),
        ("et celui de la mairie de Chinon", "fr", "Chinon", "fr-com-37072"),
    ],
)
def test_a_place_named_with_its_kind_is_asked_the_line_told(
    places: Library, text: str, language: Language, name: str, id: str
) -> None:
    found = of_its_kind(_question(text, language, name, id), PHONE, places.gazetteer)
    assert found == Subject("place", (id,), "phone")


@pytest.mark.parametrize(
    ("text", "name", "id", "last"),
    [
        ("sorry, I meant Indre-et-Loire", "Indre-et-Loire", "fr-dep-37", PHONE),  # read so anyway
        ("and the département of Chinon?", "Chinon", "fr-com-37072", PHONE),  # which one it lies in
        ("the département of Indre-et-Loire", "Indre-et-Loire", "fr-dep-37", PHONE),  # no follow-up
        ("and the president of the département of Indre-et-Loire?", "Indre-et-Loire", "fr-dep-37", PHONE),
        ("and is it in the département of Indre-et-Loire?", "Indre-et-Loire", "fr-dep-37", PHONE),
        ("and the city of Tours?", "Tours", "fr-com-37261", PHONE),  # told already
        ("and the département of Loiret?", "Loiret", "fr-dep-45", Subject("place", ("fr-com-37261",))),
        ("and the département of Loiret?", "Loiret", "fr-dep-45", Subject("card", ("fr-maire",))),
        ("", "", "", PHONE),
    ],
)
def test_what_asks_something_else_is_not(places: Library, text: str, name: str, id: str, last: Subject) -> None:
    assert of_its_kind(_question(text, "en", name, id), last, places.gazetteer) is None


COUNTED = Subject("table", ("kr-41",), "table-count-below/kr-gun")
RANKED = Subject("table", ("kr-41",), "table-largest/kr-gun")


def _of_another(places: Library, before: str, text: str, last: Subject, name: str, id: str) -> list[Question | Subject]:
    earlier = _question(before, "en", "Gyeonggi", "kr-41")
    return list(same_of_another(_question(text, "en", name, id), earlier, last, snapshot_of(library=places)))


@pytest.mark.parametrize(
    ("before", "text", "name", "id", "expected"),
    [
        (
            "how many cities plus counties sit inside Gyeonggi",
            "the same for Centre-Val de Loire? départements I mean",
            "Centre-Val de Loire",
            "fr-reg-24",
            "how many départements plus départements sit inside Centre-Val de Loire",
        ),
        (
            "How many counties has Gyeonggi? I compare them with départements.",
            "and in Centre-Val de Loire?",
            "Centre-Val de Loire",
            "fr-reg-24",
            "How many départements has Centre-Val de Loire? I compare them with départements.",
        ),
        ("How many counties has Gyeonggi?", "and Gangwon?", "Gangwon", "kr-51", "How many counties has Gangwon?"),
    ],
)
def test_what_was_counted_is_counted_in_a_unit_of_the_other_country(
    places: Library, before: str, text: str, name: str, id: str, expected: str
) -> None:
    found = _of_another(places, before, text, COUNTED, name, id)
    assert [each.text for each in found if isinstance(each, Question)] == [expected]


@pytest.mark.parametrize(
    ("before", "last", "intent"),
    [
        ("How many gun has Gyeonggi?", COUNTED, "table-count-below"),
        ("Which gun of Gyeonggi is the largest?", RANKED, "table-largest/municipality"),
        ("How many gun has Gyeonggi?", Subject("card", ("kr-gun",)), "table-count-below"),
    ],
)
def test_a_place_that_has_none_of_the_unit_is_told_of_with_what_it_has(
    places: Library, before: str, last: Subject, intent: str
) -> None:
    found = _of_another(places, before, "and in Loiret?", last, "Loiret", "fr-dep-45")
    assert found == [Subject("table", ("fr-dep-45",), intent)]


GANGSEO = Subject("place", ("kr-26440",), "population")


def _gangseo(text: str, *named: tuple[str, str]) -> Question:
    places = tuple(named_in(text, name, id) for name, id in named)
    return Question(text, surely("ko"), places=places)


@pytest.mark.parametrize(
    ("text", "named", "id"),
    [
        ("아니 서울에 있는 강서구요", (("서울", "kr-11"), ("강서구", "kr-11500")), "kr-11500"),
        ("no, Gangseo-gu in Seoul", (("Gangseo-gu", "kr-11500"), ("Seoul", "kr-11")), "kr-11500"),
        ("아니 강서구요", (("강서구", "kr-26440"),), None),  # the same again
        ("서울 강서구청장은 누구예요", (("서울 강서구", "kr-11500"),), None),  # another line
        ("부산에 있는 강서구요", (("부산", "kr-26"), ("강서구", "kr-11500")), None),  # it does not lie there
        ("수원이요", (("수원", "kr-41110"),), None),
    ],
)
def test_the_namesake_named_with_what_it_lies_in_is_told_of(
    shipped: Library, text: str, named: tuple[tuple[str, str], ...], id: str | None
) -> None:
    expected = None if id is None else Subject("place", (id,), "population")
    assert of_its_namesake(_gangseo(text, *named), GANGSEO, shipped.gazetteer) == expected
