"""What an intent asks for of the places named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.alone.asked_of import subjects
from bot.subject import Subject
from bot.tables.intents import WHOLE
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from knowledge import countries
from knowledge.library import Library
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely


def _question(text: str, name: str, id: str) -> Question:
    mention = named_in(text, name, id)
    return Question(text, surely("en"), places=(mention,))


@pytest.mark.parametrize(
    ("text", "name", "id", "subject"),
    [
        ("The two counties that come under Gyeonggi", "Gyeonggi", "kr-41", Subject("table", ("kr-41",), "table-list-below/kr-gun")),
        ("the two communes that come under Indre-et-Loire, what are they called?", "Indre-et-Loire", "fr-dep-37", Subject("table", ("fr-dep-37",), "table-list-below/commune")),
        ("the two counties that come under Indre-et-Loire", "Indre-et-Loire", "fr-dep-37", Subject("place", ("fr-dep-37",), "above")),  # none of those lies in it
        ("Gyeonggi에 군은 뭐뭐 있지", "Gyeonggi", "kr-41", Subject("table", ("kr-41",), "table-list-below/kr-gun")),
        ("quelles communes font partie de l'interco de Chinon ?", "Chinon", "fr-com-37072", Subject("table", ("fr-epci-2",), "table-list-below/commune")),
        ("the communes in Chinon's intercommunality", "Chinon", "fr-com-37072", Subject("table", ("fr-com-37072",), "table-list-below/commune")),
        ("quelles communes sont près de Chinon ?", "Chinon", "fr-com-37072", Subject("place", ("fr-com-37072",), "above")),  # no grouping is spoken of
        ("what does Gapyeong come under?", "Gapyeong", "kr-41820", Subject("place", ("kr-41820",), "above")),
        ("like other counties, what does Gapyeong come under?", "Gapyeong", "kr-41820", Subject("place", ("kr-41820",), "above")),
        ("which province does Gyeonggi come under?", "Gyeonggi", "kr-41", Subject("place", ("kr-41",), "above")),
    ],
)  # fmt: skip
def test_what_comes_under_a_place_is_not_what_it_comes_under(
    tmp_path: Path, text: str, name: str, id: str, subject: Subject
) -> None:
    assert subjects("above", _question(text, name, id), 0.9, library(tmp_path)).subjects == (subject,)


@pytest.mark.parametrize(
    ("text", "intent", "id"),
    [
        ("population of the Chinon urban community", "population", "fr-epci-2"),
        ("le site de l'interco de Chinon", "site", "fr-epci-2"),
        ("Chinon 도시공동체 인구", "population", "fr-epci-2"),
        ("quel est l'EPCI de Chinon ?", "above", "fr-com-37072"),  # what the commune lies in
        ("the mayor of Chinon and the council of its grouping", "executive", "fr-com-37072"),
    ],
)
def test_a_grouping_is_called_by_the_name_of_a_commune(tmp_path: Path, text: str, intent: str, id: str) -> None:
    found = subjects(intent, _question(text, "Chinon", "fr-com-37072"), 0.9, library(tmp_path)).subjects
    assert found == (Subject("place", (id,), intent),)


def test_what_a_place_is_said_to_be_is_not_sought_in_it(tmp_path: Path) -> None:
    text = "Gyeonggi is full of cities so there can't be any county in it, or can there?"
    found = subjects("table-list-below", _question(text, "Gyeonggi", "kr-41"), 0.9, library(tmp_path)).subjects
    assert found == (Subject("table", ("kr-41",), "table-list-below/kr-gun"),)


def test_what_places_lie_in_is_not_compared_with_them(tmp_path: Path) -> None:
    text = "Indre-et-Loire: Tours, Chinon"
    ids = {"Indre-et-Loire": "fr-dep-37", "Tours": "fr-com-37261", "Chinon": "fr-com-37072"}
    places = tuple(named_in(text, n, id) for n, id in ids.items())
    question = Question(text, surely("en"), places)
    compared = subjects("table-compare-population", question, 0.9, library(tmp_path)).subjects
    assert compared == (Subject("table", ("fr-com-37261", "fr-com-37072"), "table-compare-population"),)
    two = subjects("table-compare-population", Question(text, question.detection, places[:2]), 0.9, library(tmp_path))
    assert two.subjects[0].ids == ("fr-dep-37", "fr-com-37261")


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Tours and Blois, which région?", "table-which-above/region"),
        ("Tours et Blois sont dans quelle région ?", "table-which-above/region"),
        ("Tours, Blois, région ?", "table-which-above/region"),
        ("Tours, Blois는 어느 레지옹인가요?", "table-which-above/region"),
        ("Tours et Blois sont dans la même région ?", "table-same-above/region"),
        ("Tours, Blois 같은 레지옹인가요?", "table-same-above/region"),
        ("Tours et Blois ensemble dans une région ?", "table-same-above/region"),
    ],
)
def test_in_which_of_a_unit_places_lie_is_not_whether_in_the_same(tmp_path: Path, text: str, table: str) -> None:
    ids = {"Tours": "fr-com-37261", "Blois": "fr-com-41018"}
    places = tuple(named_in(text, n, id) for n, id in ids.items())
    question = Question(text, surely("fr"), places)
    asked = subjects("table-same-above", question, 0.9, library(tmp_path)).subjects
    assert asked == (Subject("table", tuple(ids.values()), table),)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Gyeonggi, which French region is it with?", Subject("partners", ("kr-41",), "partners-of")),
        ("Gyeonggi, 프랑스 어느 레지옹?", Subject("partners", ("kr-41",), "partners-of")),
        ("une région de France pour Gyeonggi", Subject("partners", ("kr-41",), "partners-of")),
        (
            "France asks us: which province is Gyeonggi in?",
            Subject("table", ("kr-41",), "table-which-above/province"),
        ),
        ("Gyeonggi, which Korean province?", Subject("table", ("kr-41",), "table-which-above/province")),
        ("Gyeonggi, which province?", Subject("table", ("kr-41",), "table-which-above/province")),
    ],
)
def test_a_unit_of_the_other_country_is_that_of_a_partner(tmp_path: Path, text: str, subject: Subject) -> None:
    named = frozenset(code for _, code in countries.named(text))
    question = replace(_question(text, "Gyeonggi", "kr-41"), countries=named)
    assert subjects("table-which-above", question, 0.9, library(tmp_path)).subjects == (subject,)


@pytest.mark.parametrize(
    ("intent", "text", "id"),
    [
        ("population", "Chinon: population of its département", "fr-dep-37"),
        ("phone", "the phone of Chinon's département", "fr-dep-37"),
        ("site", "the site of the région Chinon is in", "fr-reg-24"),
        ("population", "Chinon이 속한 데파르트망의 인구", "fr-dep-37"),
        ("site", "Chinon : le site de son agglo", "fr-epci-2"),
        ("name", "Chinon : comment écrire sa région ?", "fr-reg-24"),
        ("population", "Chinon : son département, sa population ?", "fr-com-37072"),
        ("population", "Chinon 소속 데파르트망·인구", "fr-com-37072"),
        ("site", "Chinon : site de l'agglo plutôt que de la mairie", "fr-epci-2"),
        ("site", "Chinon, the département's site, not the city's", "fr-dep-37"),
        ("phone", "Chinon 시청 말고 데파르트망 전화", "fr-dep-37"),
        ("population", "population of Chinon, in the département", "fr-com-37072"),
        ("kind", "Chinon: what is it in its département?", "fr-com-37072"),
        ("population", "Chinon and its province", "fr-com-37072"),
    ],
)
def test_a_line_may_be_asked_of_what_a_place_lies_in(tmp_path: Path, intent: str, text: str, id: str) -> None:
    found = subjects(intent, _question(text, "Chinon", "fr-com-37072"), 0.9, library(tmp_path)).subjects
    assert found == (Subject("place", (id,), intent),)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Is Chinon a sub-prefecture of Indre-et-Loire?", "fr-com-37072"),
        ("Is Chinon the préfecture of Indre-et-Loire?", "fr-dep-37"),
    ],
)
def test_of_a_commune_and_its_departement_the_commune_is_the_subprefecture(tmp_path: Path, text: str, id: str) -> None:
    ids = {"Chinon": "fr-com-37072", "Indre-et-Loire": "fr-dep-37"}
    places = tuple(named_in(text, n, each) for n, each in ids.items())
    question = Question(text, surely("en"), places)
    found = subjects("prefecture", question, 0.9, library(tmp_path)).subjects
    assert found == (Subject("place", (id,), "prefecture"),)


@pytest.mark.parametrize(
    ("text", "names", "intent", "found"),
    [
        ("AFD (Agence française), un contact ?", ["AFD", "Agence française"], "whole", [("afd", "")]),  # two names of one
        ("AFD, ses bureaux sont à Paris ? leur tel", ["AFD"], "address", [("afd", "phone")]),
        ("AFD, tel et mail", ["AFD"], "email", [("afd", "email")]),  # two ways: the ranking tells
        ("AFD, son siège et son tel ?", ["AFD"], "address", [("afd", "site")]),  # where it is too
        ("AFD, à quoi sert son numéro ?", ["AFD"], "purpose", [("afd", "purpose")]),
    ],
)  # fmt: skip
def test_of_a_body_named_the_one_way_spoken_of_is_asked(
    shipped: Library, text: str, names: list[str], intent: str, found: list[tuple[str, str]]
) -> None:
    bodies = tuple(named_in(text, n, "afd") for n in names)
    question = Question(text, surely("fr"), contacts=bodies)
    named = subjects(WHOLE if intent == "whole" else intent, question, 0.9, shipped)
    assert [(each.ids[0], each.intent) for each in named.subjects] == found
    assert not named.together


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Tours et Suwon sont-ils partenaires ?", "partners-of"),
        ("투르랑 Tours, Suwon 교류하나요", "partners-of"),
        ("Tours et Suwon sont-ils dans la même région ?", "table-same-above/region"),
        ("Tours et Blois sont-ils partenaires ?", "table-same-above"),  # of one country
    ],
)
def test_places_of_both_countries_are_asked_whether_they_are_partners(tmp_path: Path, text: str, table: str) -> None:
    ids = {"Tours": "fr-com-37261", "Blois": "fr-com-41018", "Suwon": "kr-41110"}
    places = tuple(Mention(text.index(n), text.index(n) + len(n), n, (id,), True) for n, id in ids.items() if n in text)
    question = Question(text, Detection("fr", supported=True, certain=True), places)
    assert subjects("table-same-above", question, 0.9, library(tmp_path)).subjects[0].intent == table


@pytest.mark.parametrize(
    ("text", "kinds"), [("KCCI, Paris, contacts", {"contact"}), ("la préfecture de Paris et la KCCI", {"place"})]
)
def test_no_prefecture_is_asked_for_beside_a_body_where_none_is_named(
    shipped: Library, text: str, kinds: set[str]
) -> None:
    (paris, kcci) = (
        Mention(text.index(n), text.index(n) + len(n), n, (id,), True)
        for n, id in (("Paris", "fr-dep-75"), ("KCCI", "kcci"))
    )
    question = Question(text, Detection("fr", supported=True, certain=True), (paris,), (kcci,))
    assert {each.kind for each in subjects("prefecture", question, 0.9, shipped).subjects} == kinds


@pytest.mark.parametrize(
    ("text", "intent", "line"),
    [
        ("I need to email Chinon", "phone", "email"),
        ("Chinon, un mail ?", "site", "email"),
        ("email or phone of Chinon", "phone", "phone"),
        ("the site of Chinon", "phone", "phone"),  # a site may be anyone's
        ("Chinon : combien de mails par jour ?", "population", "population"),
    ],
)
def test_the_one_way_spoken_of_is_the_line_asked_for(tmp_path: Path, text: str, intent: str, line: str) -> None:
    found = subjects(intent, _question(text, "Chinon", "fr-com-37072"), 0.9, library(tmp_path)).subjects
    assert found == (Subject("place", ("fr-com-37072",), line),)


@pytest.mark.parametrize(
    ("text", "named", "subject"),
    [
        ("After Tours, which French city has the most people?", {"FR"}, Subject("table", (), "table-largest-overall/city/fr")),
        ("Which Korean city is as large as Tours?", {"KR"}, Subject("table", ("fr-com-37261",), "table-similar-size/city")),
        ("Which Korean city has the most people, if Tours is large?", {"KR"}, Subject("table", ("fr-com-37261",), "table-similar-size/city")),
    ],
)  # fmt: skip
def test_what_has_the_most_at_home_is_not_of_the_size_of_a_place(
    tmp_path: Path, text: str, named: set[str], subject: Subject
) -> None:
    question = replace(_question(text, "Tours", "fr-com-37261"), countries=frozenset(named))
    assert subjects("table-similar-size", question, 0.9, library(tmp_path)).subjects == (subject,)


@pytest.mark.parametrize(("text", "case"), [("Suwon은 특례시예요?", True), ("Suwon은 시예요?", False)])
def test_a_title_that_no_table_holds_is_told_by_cards(tmp_path: Path, text: str, case: bool) -> None:
    question = Question(text, surely("ko"), places=(named_in(text, "Suwon", "kr-41110"),))
    assert subjects("table-is-kind", question, 0.9, library(tmp_path)).case is case


@pytest.mark.parametrize(
    ("text", "ids", "intent"),
    [
        ("Tours population Indre-et-Loire", ("fr-com-37261",), "population"),
        ("Tours ou Indre-et-Loire ?", ("fr-com-37261", "fr-dep-37"), "table-compare-population"),
        ("Tours, quelle part de l'Indre-et-Loire ?", ("fr-com-37261", "fr-dep-37"), "table-compare-population"),
        (
            "Est-ce que Tours a bien plus de monde que toute l'Indre-et-Loire ?",
            ("fr-com-37261", "fr-dep-37"),
            "table-compare-population",
        ),
    ],
)
def test_what_a_place_lies_in_may_only_tell_which_is_meant(
    tmp_path: Path, text: str, ids: tuple[str, ...], intent: str
) -> None:
    named = (named_in(text, "Tours", "fr-com-37261"), named_in(text, "Indre-et-Loire", "fr-dep-37"))
    found = subjects("table-compare-population", Question(text, surely("fr"), places=named), 0.9, library(tmp_path))
    assert [(each.ids, each.intent) for each in found.subjects] == [(ids, intent)]
