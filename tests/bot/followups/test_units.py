"""Follow-ups that ask of another unit, or of all those counted."""

from __future__ import annotations

import pytest

from bot.followups.units import counts_its_parts, heads_the_whole, instead, listed, of_those_counted, only_counted
from bot.subject import Subject
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from knowledge.text import Language


def _question(text: str, language: Language = "fr", *, place: str = "") -> Question:
    named = (Mention(text.index(place), text.index(place) + len(place), place, ("fr-dep-37",), True),) if place else ()
    return Question(text, Detection(language, supported=True, certain=True), places=named)


@pytest.mark.parametrize(
    ("before", "text", "language", "asked", "country"),
    [
        ("Combien de départements en France ?", "et de communes ?", "fr", "combien de communes en france ?", "FR"),
        ("combien de départements ?", "et les communes ?", "fr", "France: combien de communes ?", "FR"),
        ("데파르트망이 몇 개인가요?", "그럼 코뮌은?", "ko", "프랑스: 코뮌이 몇 개인가요?", "FR"),
        ("How many gun are there in Korea?", "and gu?", "en", "how many gu are there in korea?", "KR"),
    ],
)
def test_the_unit_now_named_stands_for_the_one_before(
    before: str, text: str, language: Language, asked: str, country: str
) -> None:
    found = instead(_question(text, language), _question(before, language))
    assert found is not None
    assert (found.text, found.implied, found.countries) == (asked, country, {country})


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Combien de communes ?", "et les communes ?"),
        ("Combien de communes ?", "et les maires des départements ?"),  # says more
        ("Combien de communes ?", "et les régions et départements ?"),
        ("Combien de communes et de départements ?", "et les régions ?"),
        ("Qui nomme le préfet ?", "et les régions ?"),
        ("Combien de communes ?", "et Paris ?"),
        ("Combien de communes ?", ""),
        ("", "et les régions ?"),
    ],
)
def test_nothing_stands_for_a_unit_where_more_is_said_or_two_are_named(before: str, text: str) -> None:
    assert instead(_question(text), _question(before)) is None


def test_where_a_place_is_named_the_table_is_read_on() -> None:
    before = _question("Combien de communes en Touraine ?", place="Touraine")
    assert instead(_question("et de cantons ?"), before) is None


COUNT = Subject("table", ("kr-11",), "table-count-below/gu")


@pytest.mark.parametrize(
    ("text", "language", "last", "asked"),
    [
        ("and are their mayors elected?", "en", COUNT, "gu, are their mayors elected?"),
        ("leurs maires sont élus ?", "fr", COUNT, "gu, leurs maires sont élus ?"),
        ("qui les dirige ?", "fr", COUNT, "gu, qui les dirige ?"),
        ("is its mayor elected?", "en", COUNT, None),
        ("and their communes?", "en", COUNT, None),  # names a unit itself
        ("and their mayors?", "en", Subject("table", ("kr-11",), "table-count-below/kr-dong"), None),  # not named so
        ("and their mayors?", "en", Subject("table", ("kr-11",), "table-which-above"), None),
        ("and their mayors?", "en", Subject("card", ("kr-gu",)), None),
        ("", "en", COUNT, None),
    ],
)
def test_several_meant_are_those_counted(
    places: Library, text: str, language: Language, last: Subject, asked: str | None
) -> None:
    before = _question("How many gu in Seoul?", "en")
    found = of_those_counted(_question(text, language), before, last, places.gazetteer)
    assert (None if found is None else found.text) == asked


def test_those_counted_are_of_the_country_where_they_lie(places: Library) -> None:
    before = _question("Séoul compte combien d'arrondissements ?")
    districts = Subject("table", ("kr-11",), "table-count-below/district")
    found = of_those_counted(_question("qui les dirige ?"), before, districts, places.gazetteer)
    assert found is not None
    assert (found.text, found.implied) == ("gu (arrondissements autonomes), qui les dirige ?", "KR")


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("how many eup in it?", True),
        ("거기 읍이 몇 개인지도 알 수 있을까요", True),
        ("how many eup in it have a mayor?", False),
        ("how many eup and myeon in it?", False),
    ],
)
def test_one_unit_is_counted_where_nothing_else_is_asked(text: str, counted: bool) -> None:
    expected = Subject("table", GAPYEONG.ids, "table-count-below/kr-eup") if counted else None
    assert only_counted(_question(text), GAPYEONG) == expected


@pytest.mark.parametrize(
    ("text", "found", "last", "heads"),
    [
        ("qui les dirige ?", Subject("place", ("kr-11",), "executive"), COUNT, True),
        ("qui le dirige ?", Subject("place", ("kr-11",), "executive"), COUNT, False),
        ("qui les dirige ?", Subject("place", ("kr-41",), "executive"), COUNT, False),
        ("leur population ?", Subject("place", ("kr-11",), "population"), COUNT, False),
        ("qui les dirige ?", Subject("place", ("kr-11",), "executive"), Subject("place", ("kr-11",), "phone"), False),
        ("qui les dirige ?", Subject("place", ("kr-11",), "executive"), None, False),
    ],
)
def test_who_heads_those_counted_is_not_who_heads_the_whole(
    text: str, found: Subject, last: Subject | None, heads: bool
) -> None:
    assert heads_the_whole(found, _question(text), last) is heads


GAPYEONG = Subject("place", ("kr-41820",), "population")


@pytest.mark.parametrize(
    ("text", "last", "counts"),
    [
        ("how many eup in it?", GAPYEONG, True),
        ("거기 읍이 몇 개예요?", GAPYEONG, True),
        ("elle a combien d'eup ?", GAPYEONG, True),
        ("how many eup and dong in it?", GAPYEONG, False),  # it has no dong
        ("how many eup are there?", GAPYEONG, False),  # may be asked of the country
        ("what is an eup in it?", GAPYEONG, False),
        ("how many people in it?", GAPYEONG, False),
        ("how many communes in it?", Subject("place", ("fr-dep-37",), "prefecture"), False),  # of the town told
        ("how many communes in it?", Subject("table", ("fr-reg-24",), "table-largest/departement"), False),
        ("how many eup in it?", Subject("card", ("kr-eup",)), False),
        ("how many eup in it?", Subject("place", ("gone",)), False),
        ("", GAPYEONG, False),
    ],
)
def test_units_that_the_place_spoken_of_has_are_counted_in_it(
    places: Library, text: str, last: Subject, counts: bool
) -> None:
    assert counts_its_parts(_question(text), last, places.gazetteer) is counts


@pytest.mark.parametrize(
    ("text", "intent", "as_list"),
    [
        ("lesquels ?", "table-count-below/kr-gu", "table-list-below/kr-gu"),
        ("which ones?", "table-count-below/commune", "table-list-below/commune"),
        ("어디어디예요?", "table-count-below/kr-gun", "table-list-below/kr-gun"),
        ("이름도 다 알려줘봐", "table-count-below/kr-gu", "table-list-below/kr-gu"),
        ("lesquels ont un maire ?", "table-count-below/kr-gu", None),
        ("which ones?", "table-which-above", None),
        ("", "table-count-below/kr-gu", None),
    ],
)
def test_those_just_counted_are_listed_where_it_is_asked_which(text: str, intent: str, as_list: str | None) -> None:
    asked = Question(text, Detection("fr", supported=True, certain=True))
    found = listed(asked, Subject("table", ("kr-11",), intent))
    assert (None if found is None else found.intent) == as_list
