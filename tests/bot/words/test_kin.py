"""Bodies akin to the one just shown that sit in a place named: an office of its own, a consulate, an embassy."""

from __future__ import annotations

import pytest

from bot.subject import Subject
from bot.words.kin import akin, alike, alike_abroad, branch, head, told_apart
from index.names.mention import Mention
from knowledge.library import Library


def _mention(id: str) -> Mention:
    return Mention(0, 1, "X", (id,), True)


@pytest.mark.parametrize(
    ("last", "place", "found"),
    [
        ("gaok", "fr-com-75056", "gaok-paris"),
        ("embassy-fr-seoul", "kr-26", "consulate-fr-busan"),
        ("embassy-fr-seoul", "fr-com-75056", "embassy-kr-paris"),
        ("gaok", "fr-com-37261", None),  # nothing of it there
        ("cuf", "kr-11", None),
    ],
)
def test_a_body_akin_is_found_where_it_sits(shipped: Library, last: str, place: str, found: str | None) -> None:
    expected = None if found is None else Subject("contact", (found,), "phone")
    assert akin(Subject("contact", (last,), "phone"), [_mention(place)], shipped) == expected


@pytest.mark.parametrize(
    ("body", "other"), [("embassy-fr-seoul", "embassy-kr-paris"), ("consulate-fr-busan", None), ("amf", None)]
)
def test_an_embassy_has_one_like_it_in_the_other_country(shipped: Library, body: str, other: str | None) -> None:
    found = alike(shipped.contacts[body], shipped)
    assert (found and found.id) == other


@pytest.mark.parametrize(
    ("body", "of"),
    [
        ("gaok-paris", "gaok"),
        ("campus-france-korea", "campus-france"),
        ("fkcci", "fkcci"),
        ("embassy-fr-seoul", "embassy-fr-seoul"),
        ("amf", "amf"),
    ],
)
def test_an_office_abroad_is_of_the_body_that_its_name_holds(shipped: Library, body: str, of: str) -> None:
    assert head(shipped.contacts[body], shipped).id == of


@pytest.mark.parametrize(
    ("body", "office"),
    [
        ("gaok", "gaok-paris"),
        ("campus-france", "campus-france-korea"),
        ("campus-france-korea", None),  # itself one
        ("uclg", None),  # of no one country
        ("amf", None),
        ("kcci", None),  # the French Korean chamber is another
    ],
)
def test_the_office_of_a_body_in_the_other_country_bears_its_name(
    shipped: Library, body: str, office: str | None
) -> None:
    found = branch(shipped.contacts[body], shipped)
    assert (found and found.id) == office


@pytest.mark.parametrize(
    ("body", "words", "other"),
    [
        ("prefecture-ile-de-france", ["police"], "prefecture-police-paris"),
        ("prefecture-ile-de-france", ["경찰"], "prefecture-police-paris"),
        ("amf", ["departements"], "departements-de-france"),
        ("gaok", ["시장은"], "namk"),
        ("amf", ["maires"], None),  # its own name
        ("amf", ["marine"], None),  # nobody's
        ("prefecture-bretagne", ["region"], None),  # that of all of them
        ("amf", [], None),
    ],
)
def test_a_body_of_the_same_kind_is_told_by_a_word_of_its_name(
    shipped: Library, body: str, words: list[str], other: str | None
) -> None:
    found = told_apart(shipped.contacts[body], words, shipped)
    assert (found and found.id) == other


@pytest.mark.parametrize(
    ("body", "others"),
    [("consulate-fr-busan", {"consulate-fr-seoul"}), ("consulate-kr-paris", set()), ("amf", set())],
)
def test_the_consulates_of_a_country_in_the_other_are_alike(shipped: Library, body: str, others: set[str]) -> None:
    first, *further = alike_abroad(shipped.contacts[body], shipped)
    assert (first.id, {each.id for each in further}) == (body, others)
