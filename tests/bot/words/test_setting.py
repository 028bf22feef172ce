"""In which country a question happens that names the other one for its people."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.words.question import Question
from bot.words.setting import setting, without_origin
from index.names.mention import Mention
from knowledge import countries
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely


def _question(text: str, names: dict[str, str]) -> Question:
    places = tuple(named_in(text, n, id) for n, id in names.items())
    named = frozenset(code for _, code in countries.named(text))
    return Question(text, surely("en"), places, countries=named)


TOURS, SUWON = {"Tours": "fr-com-37261"}, {"Suwon": "kr-41110"}


@pytest.mark.parametrize(
    ("text", "names", "country"),
    [
        ("a residence card for my Korean intern in Tours", TOURS, "fr"),
        ("notre interprète coréenne est malade à Tours", TOURS, "fr"),
        ("Tours에 사는 한국인이 체류증을 잃었어요", TOURS, "fr"),
        ("Tours에 온 한국 유학생 체류증", TOURS, "fr"),
        ("French tourists lost a passport in Suwon", SUWON, "kr"),
        ("a residence card for my French intern in Tours", TOURS, None),
        ("the Korean embassy nearest to Tours", TOURS, None),
        ("un bureau coréen à Tours", TOURS, None),
        ("my Korean intern moves from Tours back to Korea", TOURS, None),
        ("my Korean and my French intern in Tours", TOURS, None),
        ("my Korean intern from Suwon is in Tours", TOURS | SUWON, None),
        ("my Korean intern", {}, None),
        ("my intern in Tours", TOURS, None),
        ("I'm off to Suwon on secondment for a year, do I need a residence card?", SUWON, "kr"),
        ("Tours에 1년 살러 가는데 비자가 필요해요?", TOURS, "fr"),
        ("je pars travailler à Tours, et en Corée ?", TOURS, None),
        ("my Japanese intern in Tours", TOURS, None),
        ("", {}, None),
    ],
)
def test_people_of_one_country_are_in_the_other(
    tmp_path: Path, text: str, names: dict[str, str], country: str | None
) -> None:
    assert setting(_question(text, names), library(tmp_path).gazetteer) == country


def test_a_body_may_sit_in_either_country(tmp_path: Path) -> None:
    question = replace(
        _question("a Korean student in Tours asks the AMF", TOURS), contacts=(Mention(35, 38, "AMF", ("amf",), True),)
    )
    assert setting(question, library(tmp_path).gazetteer) is None


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("what about my French driving licence?", "what about my driving licence?"),
        ("et mon permis français ?", "et mon permis ?"),
        ("제 한국 면허는요?", "제 면허는요?"),
        ("and the French driving licence?", None),  # that of the country
        ("and the French mayors?", None),
        ("my French or Korean licence?", None),
        ("et mon permis ?", None),
    ],
)
def test_papers_of_a_country_may_be_shown_in_another(text: str, left: str | None) -> None:
    found = without_origin(_question(text, {}))
    assert (None if found is None else (found.text, found.countries)) == (left and (left, frozenset()))
