"""Sentences that only say what is not asked for."""

from __future__ import annotations

import pytest

from bot.words.unasked import asking, without_laughter, without_passing, without_praise


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The e-mail of the council? Not the prefect's office, the elected one.", "The e-mail of the council?"),
        ("Le mail de la région ? Celui du préfet à Ajaccio, je l'ai déjà.", "Le mail de la région ?"),
        ("프레펙튀르 번지수 부탁드립니다. 의회 말고요", "프레펙튀르 번지수 부탁드립니다."),
        ("Daegu, does it have counties? I thought it was all city.", "Daegu, does it have counties?"),
        ("Y a-t-il des comtés à Daegu ? Je croyais que non.", "Y a-t-il des comtés à Daegu ?"),
        ("I thought it had none. Does it?", "I thought it had none. Does it?"),
        ("Phone of the embassy? I have that already. Its e-mail?", "Phone of the embassy? Its e-mail?"),
        ("Not the largest. The smallest?", "Not the largest. The smallest?"),  # it comes first
        ("Quelle est la plus grande ? Pas la plus peuplée ?", "Quelle est la plus grande ? Pas la plus peuplée ?"),
        ("Le maire est élu ? Merci.", "Le maire est élu ? Merci."),
        ("", ""),
    ],
)
def test_later_sentences_that_set_something_aside_are_left_out(text: str, asked: str) -> None:
    assert asking(text, ()) == asked


def test_a_name_that_is_set_aside_tells_which_one_is_meant() -> None:
    text = "Phone of Goseong? Not the one in Gangwon."
    start = text.index("Gangwon")
    assert asking(text, [(9, 16), (start, start + 7)]) == text
    assert asking(text.replace("Gangwon", "the north"), [(9, 16)]) == "Phone of Goseong?"


def test_a_long_sentence_says_more_than_what_it_sets_aside() -> None:
    text = "Phone of the council? Not that it matters much, but our delegation of twelve would like to visit it in May."
    assert asking(text, ()) == text


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Et son téléphone tant que j'y suis ?", "Et son téléphone ?"),
        ("While I'm at it, its e-mail?", "its e-mail?"),
        ("물어보는 김에 전화번호도요", "전화번호도요"),
        ("tant que j'y suis", "tant que j'y suis"),  # nothing else is said
        ("Où est la mairie ?", "Où est la mairie ?"),
    ],
)
def test_what_is_said_in_passing_is_left_out(text: str, rest: str) -> None:
    assert without_passing(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("nice. what's the weather", "what's the weather"),
        ("oh nice! and its population?", "and its population?"),
        ("Nice. Its population?", "Nice. Its population?"),
        ("nice, its population?", "nice, its population?"),
        ("nice.", "nice."),
    ],
)
def test_praise_that_a_message_begins_with_is_left_out(text: str, rest: str) -> None:
    assert without_praise(text) == rest


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("인천 말고 이천이요 ㅎㅎ", "인천 말고 이천이요"),
        ("수원 인구요ㅠㅠ 급해요", "수원 인구요 급해요"),
        ("ㅋㅋㅋ", "ㅋㅋㅋ"),
        ("ㄱ자로 꺾인 길", "ㄱ자로 꺾인 길"),
        ("Suwon?", "Suwon?"),
    ],
)
def test_laughter_asks_nothing(text: str, rest: str) -> None:
    assert without_laughter(text) == rest
