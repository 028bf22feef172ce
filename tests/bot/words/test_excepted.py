"""Places that a question names only to leave them out of a list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.words.excepted import left_out, said_without, seat_left_out
from bot.words.question import Question
from tests.bot.understood import named_in, surely


def _question(text: str, *names: str) -> Question:
    places = tuple(named_in(text, name, name) for name in names)
    return Question(text, surely("en"), places=places)


def test_a_place_set_aside_is_left_out_with_those_joined_to_it() -> None:
    question = _question("communes of Tarn except Albi and Castres", "Tarn", "Albi", "Castres")
    tarn, albi, castres = question.places
    rest, ids = left_out(replace(question, places=(tarn, castres), set_aside=(albi,)))
    assert ids == ("Albi", "Castres")
    assert rest.places == (tarn,)
    assert rest.text.split() == ["communes", "of", "Tarn"]


def test_a_place_set_aside_that_no_longer_stands_there_is_none() -> None:
    question = _question("communes of Tarn except Albi", "Tarn", "Albi")
    cut = replace(question, text="communes of Tarn", places=question.places[:1], set_aside=question.places[1:])
    assert left_out(cut)[1] == ()


@pytest.mark.parametrize(
    ("text", "names", "left"),
    [
        ("Les villes de Corée, à part Séoul ?", ("Séoul",), ("Séoul",)),
        ("Besides Seoul and Busan, which Korean cities?", ("Seoul", "Busan"), ("Seoul", "Busan")),
        ("서울과 부산을 빼고 한국 도시는?", ("서울", "부산"), ("서울", "부산")),
        ("communes de France hors Île-de-France", ("Île-de-France",), ("Île-de-France",)),
        ("habitants de la Bretagne, Rennes non comprise", ("Bretagne", "Rennes"), ("Rennes",)),
        ("people of Gangwon, Chuncheon excluded", ("Gangwon", "Chuncheon"), ("Chuncheon",)),
        ("communes du Tarn à l'exception d'Albi", ("Tarn", "Albi"), ("Albi",)),
        ("서울의 외국인 주민", ("서울",), ()),
        ("Tours and Blois", ("Tours", "Blois"), ()),
        ("Which cities?", (), ()),
        ("", (), ()),
    ],
)
def test_places_left_out_are_told_from_those_asked_about(
    text: str, names: tuple[str, ...], left: tuple[str, ...]
) -> None:
    question = _question(text, *names)
    rest, ids = left_out(question)
    assert ids == left
    assert [mention.text for mention in rest.places] == [name for name in names if name not in left]
    assert len(rest.text) == len(text)
    assert not any(name in rest.text for name in left)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("largest commune that isn't the prefecture", "largest commune"),
        ("la plus grande ville hormis le chef-lieu ?", "la plus grande ville ?"),
        ("Après le chef-lieu, laquelle ?", ", laquelle ?"),
        ("도청 소재지 말고 가장 큰 시", "가장 큰 시"),
        ("the prefecture and the largest commune", "the prefecture and the largest commune"),
        ("", ""),
    ],
)
def test_a_seat_may_be_left_out_without_its_name(text: str, said: str) -> None:
    assert (seat_left_out(text) is None) is (text == said)
    assert said_without(_question(text)).split() == said.split()
