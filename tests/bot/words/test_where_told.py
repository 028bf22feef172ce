"""Which place of a name is told by where the text says that the one meant lies."""

from __future__ import annotations

import re

import pytest

from bot.words import where_told
from bot.words.where_told import narrowed, seas
from index.names.mention import Mention
from knowledge.library import Library
from knowledge.places import Gazetteer
from knowledge.wordings import whole_words

NAMED = {
    "Saint-Denis": (("fr-com-97411", "fr-com-93066"), ("fr-com-11339",)),
    "생드니": (("fr-com-97411", "fr-com-93066"), ("fr-com-11339",)),
    "Goseong": (("kr-51820", "kr-48820"), ()),
    "고성": (("kr-51820", "kr-48820"), ()),
}


@pytest.fixture(name="places")
def _places(shipped: Library) -> Gazetteer:
    return shipped.gazetteer


def _narrowed(text: str, places: Gazetteer) -> tuple[set[tuple[str, ...]], list[str]]:
    mentions = []
    for name, (ids, others) in NAMED.items():
        start = text.find(name)
        while start >= 0:
            mentions.append(Mention(start, start + len(name), name, ids, True, others))
            start = text.find(name, start + 1)
    told, spans = narrowed(text, mentions, places)
    return {mention.places for mention in told}, [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "id", "says"),
    [
        ("La population de Saint-Denis. Celle d'outre-mer hein", "fr-com-97411", "Celle d'outre-mer"),
        ("Saint-Denis, the overseas one: how many people?", "fr-com-97411", "the overseas one"),
        ("Saint-Denis, the one in the Indian Ocean", "fr-com-97411", "the one in the Indian Ocean"),
        ("Saint-Denis (outre-mer), combien d'habitants ?", "fr-com-97411", "outre-mer"),
        ("해외에 있는 생드니 인구", "fr-com-97411", "해외"),
        ("생드니 해외 쪽 인구", "fr-com-97411", "해외 쪽"),
        ("Goseong, the northern one: population?", "kr-51820", "the northern one"),
        ("Population de Goseong, celui du sud", "kr-48820", "celui du sud"),
        ("고성 중에 남쪽 고성 인구", "kr-48820", "남쪽"),
        ("고성 북쪽 거 인구", "kr-51820", "북쪽 거"),
    ],
)
def test_where_the_one_meant_lies_tells_which_it_is(text: str, id: str, says: str, places: Gazetteer) -> None:
    assert _narrowed(text, places) == ({(id,)}, [says])


@pytest.mark.parametrize("text", ["Saint-Denis, pas celle d'outre-mer", "Saint-Denis. La métropolitaine, évidemment"])
def test_the_other_part_of_france_is_left_where_one_is_set_aside(text: str, places: Gazetteer) -> None:
    assert _narrowed(text, places)[0] == {("fr-com-93066",)}


@pytest.mark.parametrize(
    "text",
    [
        "Saint-Denis est-elle outre-mer ?",
        "Goseong in the south",  # which may be said of either
        "Saint-Denis, celle du Pacifique",
        "고성 서울 북쪽",
        "Nos élus d'outre-mer vont à Goseong",
    ],
)
def test_nothing_is_told_where_it_is_asked_or_said_of_something_else(text: str, places: Gazetteer) -> None:
    ids, says = _narrowed(text, places)
    assert all(len(each) == 2 for each in ids)
    assert not says


def test_a_side_taken_for_a_name_is_none(places: Gazetteer) -> None:
    text = "Goseong, celui du nord"
    side = Mention(18, 22, "nord", ("fr-dep-59",), True)
    told, _ = narrowed(text, (Mention(0, 7, "Goseong", ("kr-51820", "kr-48820"), True), side), places)
    assert [mention.places for mention in told] == [("kr-51820",)]


def test_in_the_name_of_a_sea_no_country_is_spoken_of() -> None:
    assert seas("Saint-Denis de l'océan Indien") == [(17, 29)]
    assert seas("les jumelages indiens") == []


def test_what_a_text_says_is_sought_once_whatever_it_names(places: Gazetteer, monkeypatch: pytest.MonkeyPatch) -> None:
    files = list[str]()

    def counted(package: str, file: str, *kinds: str) -> re.Pattern[str]:
        files.append(file)
        return whole_words(package, file, *kinds)

    monkeypatch.setattr(where_told, "whole_words", counted)
    _narrowed("Goseong", places)
    of_one = files.count("reach.tsv")
    files.clear()
    _narrowed("Goseong, 고성, Saint-Denis, 생드니, Goseong", places)
    assert files.count("reach.tsv") == of_one > 0
