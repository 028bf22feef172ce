"""Alternatives for where a place lies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.words.alternatives import homonym_is_told, is_alternative, where_it_lies
from index.names.mention import Mention
from knowledge import countries
from tests.bot.place_table import library

NAMES = {"Chinon": "fr-com-37072", "Touraine": "fr-dep-37", "Loiret": "fr-dep-45", "Centre": "fr-reg-24"}


def _mentions(text: str) -> tuple[Mention, ...]:
    found = [(text.index(name), name, id) for name, id in NAMES.items() if name in text]
    return tuple(Mention(at, at + len(name), name, (id,), True) for at, name, id in sorted(found))


@pytest.mark.parametrize(
    "text",
    [
        "Chinon, Touraine ou Loiret ?",
        "Chinon, c'est dans le Loiret ou en Touraine ?",
        "Chinon - that's Touraine, right? or Loiret?",
        "Chinon은 Touraine예요 Loiret예요?",
        "C'est la Touraine ou le Loiret, Chinon ?",
        "Chinon이 Touraine이여 Loiret여 하고 묻는디",
    ],
)
def test_the_place_is_told_with_the_alternatives(tmp_path: Path, text: str) -> None:
    found = where_it_lies(text, _mentions(text), library(tmp_path).gazetteer)
    assert found[0] == "fr-com-37072" and {*found[1:]} == {"fr-dep-37", "fr-dep-45"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chinon",
        "Chinon ou Loiret ?",
        "Chinon, Touraine et Loiret",  # no alternatives
        "Touraine ou Loiret, et Chinon ?",  # none of which the first lies in
        "Chinon, Touraine ou Centre ?",  # of two levels: it lies in both
    ],
)
def test_other_places_named_together_are_no_alternatives(tmp_path: Path, text: str) -> None:
    assert where_it_lies(text, _mentions(text), library(tmp_path).gazetteer) == ()


@pytest.mark.parametrize(
    ("text", "only_an_alternative"),
    [
        ("Is Chinon in Spain or France?", True),
        ("Is Chinon in Spain or in Touraine?", True),
        ("Chinon, c'est en Espagne ou en France ?", True),
        ("Is Spain or France larger?", False),
        ("Who is the mayor of Chinon in Spain?", False),
        ("Is Chinon twinned with Spain or Germany?", False),
    ],
)
def test_a_foreign_country_may_be_but_an_alternative(text: str, only_an_alternative: bool) -> None:
    named = countries.named(text)
    span = next(span for span, code in named if code == "ES")
    assert is_alternative(text, span, named, _mentions(text)) == only_an_alternative


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Aux Belges on dit Chinon, et ma fiche met Chinon (37)", True),
        ("Chinon (37) a un consulat belge ?", False),
        ("Chinon en Belgique ?", False),
        ("Chinon (37) et Touraine (37)", False),
    ],
)
def test_a_number_tells_the_french_one_of_two_homonyms(text: str, told: bool) -> None:
    found = re.finditer("Chinon|Touraine", text)
    places = [Mention(*match.span(), match.group(), ("id",), True) for match in found]
    assert homonym_is_told(text, places) is told


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"Suwon": "kr-41110", "Old": "kr-older", "Gangwon": "kr-51"}, ("kr-41110", "kr-older", "kr-51")),
        ({"Suwon": "kr-41110", "Gangneung": "kr-51150", "Gangwon": "kr-51"}, ()),  # it lies in none of them
    ],
)
def test_what_is_no_more_is_an_alternative_to_what_is(
    tmp_path: Path, names: dict[str, str], expected: tuple[str, ...]
) -> None:
    text = "{}: {} or {}?".format(*names)
    found = [(text.index(name), name, id) for name, id in names.items()]
    mentions = tuple(Mention(at, at + len(name), name, (id,), True) for at, name, id in found)
    assert where_it_lies(text, mentions, library(tmp_path).gazetteer) == expected
