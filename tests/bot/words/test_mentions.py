from __future__ import annotations

from pathlib import Path

import pytest

from bot.words.mentions import (
    asked_about,
    asks_nearness,
    between,
    each_meant,
    joined,
    named_by_office,
    of_the_question,
    row_named,
    set_side_by_side,
)
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("le maire de X avant sa visite : combien d'habitants compte Y ?", ("de X avant sa visite", " combien")),
        ("combien d'habitants à X et à Y", (" et à", "et à Y")),
        ("une lettre pour X, et l'adresse de Y", ("pour X", " et l'adresse")),
    ],
)
def test_words_between_two_names_belong_to_both_but_for_a_clause_that_ends_there(
    text: str, read: tuple[str, str]
) -> None:
    end, start = between(text, text.index("X") + 1, text.index("Y"))
    assert read[0] in text[:end] and text[start:].lstrip().startswith(read[1].strip())


@pytest.mark.parametrize(
    ("text", "names", "in_a_row"),
    [
        ("les sites de Tours et de Blois", ("Tours", "Blois"), True),
        ("Tours랑 Blois 시청 홈페이지", ("Tours", "Blois"), True),
        ("websites of Tours and Blois", ("Tours", "Blois"), True),
        ("un tableau Tours / Blois : habitants", ("Tours", "Blois"), True),
        ("site de Tours ? et celui de Blois tant qu'on y est", ("Tours", "Blois"), True),
        ("largest gu of Tours and largest of Blois", ("Tours", "Blois"), True),
        ("Tours 홈페이지랑 Blois 홈페이지", ("Tours", "Blois"), True),
        ("Tours시청이랑 Blois시청 홈페이지", ("Tours", "Blois"), True),
        ("the sites of Tours the town and Blois the other one, both", ("Tours", "Blois"), True),
        ("Tours시청 Blois시청 각각 어디 있나요", ("Tours", "Blois"), True),
        ("site de Tours et maire de Blois", ("Tours", "Blois"), False),
        ("site de Tours pour le site de Blois", ("Tours", "Blois"), False),
        ("le maire de Tours demande le site de Blois", ("Tours", "Blois"), False),
        ("Tours et Tours", ("Tours", "Tours"), False),
    ],
)
def test_places_named_in_a_row_are_all_asked_about(
    tmp_path: Path, text: str, names: tuple[str, str], in_a_row: bool
) -> None:
    ids = {"Tours": "37261", "Blois": "41018"}
    starts = text.index(names[0]), text.rindex(names[1])
    asked = tuple(
        Mention(start, start + len(name), name, (f"fr-com-{ids[name]}",), True)
        for start, name in zip(starts, names, strict=True)
    )
    assert joined(text, asked, library(tmp_path)) is in_a_row


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("A delegate from X wants to know about Y: population?", "Y"),
        ("une délégation de X demande combien on est à Y", "Y"),
        ("X시 국제협력 담당입니다. Y 인구는?", "Y"),
        ("our X team goes to Y, population?", "Y"),
        ("une délégation de X : quelle province ?", "X"),
        ("from X to Y", "XY"),
    ],
)
def test_a_place_that_only_tells_who_asks_is_not_asked_about(text: str, about: str) -> None:
    named = tuple(Mention(text.index(name), text.index(name) + 1, name, (name,), True) for name in "XY" if name in text)
    assert "".join(mention.text for mention in asked_about(text, named)) == about


def _named(text: str) -> tuple[Mention, ...]:
    found = sorted((text.index(name), name) for name in ("Tours", "Blois", "Touraine") if name in text)
    return tuple(Mention(start, start + len(name), name, (name,), True) for start, name in found)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Blois, près de Tours : quel département ?", ["Blois"]),
        ("Tours 근처 Blois 시청 전화번호", ["Blois"]),
        ("the town hall of Blois, close to Tours", ["Blois"]),
        ("what is near Tours?", ["Tours"]),  # nothing else is named
    ],
)
def test_what_a_place_is_near_is_not_asked_about(text: str, about: list[str]) -> None:
    assert [mention.text for mention in asked_about(text, _named(text))] == about


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Is Blois near Tours?", True),
        ("Blois, c'est à côté de Tours ?", True),
        ("Blois는 Tours 근처예요?", True),
        ("Blois, près de Tours : quel département ?", False),
        ("Is it near Tours?", False),
        ("Blois and Tours", False),
        ("", False),
    ],
)
def test_whether_a_place_is_near_another_may_be_all_that_is_asked(text: str, asked: bool) -> None:
    question = Question(text, surely("en"), _named(text))
    assert asks_nearness(question) is asked


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Tours / Blois. Which is the seat of Touraine?", "Tours / Blois"),
        ("which is the seat of Touraine: Tours or Blois?", "Tours or Blois"),
        ("Tours랑 Blois 중에 어디가 커요?", "Tours랑 Blois"),
        ("Tours is larger than Blois", None),
        ("Tours", None),
        ("", None),
    ],
)
def test_the_longest_row_of_names_is_found(text: str, row: str | None) -> None:
    assert row_named(text, _named(text)) == row


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("noms coréens d'Indre-et-Loire et de Tours", True),
        ("Tours와 Indre-et-Loire 홈페이지", True),
        ("Tours, Indre-et-Loire : site", False),
        ("Tours / Indre-et-Loire", False),
    ],
)
def test_a_place_and_what_it_lies_in_are_both_asked_about_where_a_word_joins_them(
    tmp_path: Path, text: str, both: bool
) -> None:
    ids = {"Tours": "fr-com-37261", "Indre-et-Loire": "fr-dep-37"}
    mentions = [named_in(text, n, id) for n, id in ids.items()]
    asked = tuple(sorted(mentions, key=lambda mention: mention.start))
    assert joined(text, asked, library(tmp_path)) is both


@pytest.mark.parametrize(
    ("around", "meant"),
    [
        ("fr-com-37261", "fr-com-37999"),  # of the same département
        ("fr-com-75056", "fr-com-93066"),
        ("kr-41", "fr-com-93066"),  # tells nothing: the first
    ],
)
def test_of_places_of_one_name_that_is_meant_which_lies_with_the_others(
    places: Library, around: str, meant: str
) -> None:
    text = "Tours et Saint-Denis, même département ?"
    mentions = (named_in(text, "Tours", around), named_in(text, "Saint-Denis", "fr-com-93066", "fr-com-37999"))
    assert each_meant(mentions, places.gazetteer) == (around, meant)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tours랑 얘기하다가 Blois 시청 주소를 달라는데", ("Blois",)),
        ("We met Tours; the town hall of Blois, its address?", ("Blois",)),
        ("Tours nous écrit : la mairie de Blois, l'adresse ?", ("Blois",)),
        ("mairie de Tours ou mairie de Blois", ("Tours", "Blois")),
        ("Tours, then Blois, which address?", ("Tours", "Blois")),
        ("the town hall, Tours or Blois?", ("Tours", "Blois")),
    ],
)
def test_the_place_whose_office_is_named_is_the_one_to_be_reached(text: str, names: tuple[str, ...]) -> None:
    both = tuple(named_in(text, name, f"fr-{name}") for name in ("Tours", "Blois"))
    assert tuple(mention.text for mention in named_by_office(text, both)) == names


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("My colleague is from Tours. More people in Blois or in Orléans?", ["Blois", "Orléans"]),
        ("Tours, Blois ou Orléans ?", ["Tours", "Blois", "Orléans"]),
        ("Tours and Blois, hello. Which is larger? And Orléans?", ["Tours", "Blois", "Orléans"]),
        ("On reçoit Tours. Et Blois ?", ["Tours", "Blois"]),
        ("", []),
    ],
)
def test_places_set_side_by_side_are_those_of_the_sentence_that_names_several(text: str, kept: list[str]) -> None:
    named = tuple(named_in(text, name, name) for name in ("Tours", "Blois", "Orléans") if name in text)
    assert [mention.text for mention in set_side_by_side(text, named)] == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Tours est jumelée avec Suwon. Et nous, à Blois, avec qui ?", ["Blois"]),
        ("Tours a-t-elle un partenaire ? Et Blois ?", ["Tours", "Blois"]),  # both are asked
        ("Tours et Blois. Sont-elles jumelées ?", ["Tours", "Blois"]),
        ("Tours, avec qui ? Merci de Blois.", ["Tours", "Blois"]),
    ],
)
def test_the_places_of_the_only_sentence_that_asks_are_meant(text: str, kept: list[str]) -> None:
    named = [named_in(text, name, name) for name in ("Tours", "Suwon", "Blois") if name in text]
    assert [mention.text for mention in of_the_question(text, tuple(named))] == kept
