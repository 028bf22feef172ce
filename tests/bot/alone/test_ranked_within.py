"""A rank that a place is said to have in another that is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.asked_of import Named
from bot.alone.ranked_within import rank_asked, ranked_within
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely

IDS = {"Chinon": "fr-com-37072", "Tours": "fr-com-37261", "Indre-et-Loire": "fr-dep-37", "Blois": "fr-com-41018"}
NOTHING = Named(asked=True)
LIES = Named((Subject("table", ("fr-com-37072", "fr-dep-37"), "table-same-above"),), 0.9)
PHONE = Named((Subject("place", ("fr-com-37072",), "phone"),), 0.9)


def _ranked(folder: Path, text: str, named: Named) -> Named | None:
    places = sorted(
        (named_in(text, n, id) for n, id in IDS.items() if n in text),
        key=lambda mention: mention.start,
    )
    question = Question(text, surely("fr"), tuple(places))
    return ranked_within(question, named, 0.5, library(folder))


@pytest.mark.parametrize(
    ("text", "table"),
    [
        ("Chinon is 'the second town of Indre-et-Loire', they say. Is it?", "table-largest/city/////2"),
        ("On dit que Chinon est la 2e commune d'Indre-et-Loire", "table-largest/commune/////2"),
        ("Chinon 사람들은 Indre-et-Loire 제1의 도시라는데", "table-largest/city"),
        ("Chinon, la plus petite commune d'Indre-et-Loire ?", "table-smallest/commune"),
        ("Chinon, deuxième commune d'Indre-et-Loire après Tours ?", "table-largest/commune/////2"),
        ("Derrière Tours, la deuxième ville d'Indre-et-Loire, c'est bien Chinon ?", "table-largest/city/////2"),
        ("Indre-et-Loire에서 사람 젤 많이 사는 데가 Chinon 맞죠?", "table-largest"),
        ("Indre-et-Loire 코뮌 중에 사람 젤 많이 사는 데 Chinon 아닌가?", "table-largest/commune"),
    ],
)
@pytest.mark.parametrize("named", [NOTHING, LIES])
def test_the_rank_is_told_with_who_has_the_one_that_was_said(
    tmp_path: Path, text: str, table: str, named: Named
) -> None:
    found = _ranked(tmp_path, text, named)
    assert found is not None
    assert found.together
    rank, ranking = found.subjects
    assert rank == Subject("table", ("fr-com-37072",), "table-rank")
    assert ranking == Subject("table", ("fr-dep-37",), table)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Chinon, deuxième ville d'Indre-et-Loire : téléphone ?", PHONE),
        ("Chinon, deuxième ville d'Indre-et-Loire : règles ?", Named(asked=True, case=True)),
        ("Chinon est une ville d'Indre-et-Loire ?", LIES),
        ("Chinon est la deuxième ville, dit Blois", LIES),
        ("Chinon est-elle la deuxième région d'Indre-et-Loire ?", LIES),
        ("la deuxième ville d'Indre-et-Loire", LIES),
        ("", NOTHING),
    ],
)
def test_nothing_is_ranked_where_no_rank_is_said_or_something_else_is_asked(
    tmp_path: Path, text: str, named: Named
) -> None:
    assert _ranked(tmp_path, text, named) is None


def _rank(folder: Path, text: str, ids: dict[str, str]) -> Named | None:
    places = sorted((named_in(text, n, id) for n, id in ids.items() if n in text), key=lambda mention: mention.start)
    return rank_asked(Question(text, surely("fr"), tuple(places)), library(folder))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Chinon est la combientième ville de la région ?", "table-rank/city"),
        ("Chinon, combientième commune d'Indre-et-Loire par population ?", "table-rank/commune"),
        ("Chinon은 Indre-et-Loire에서 인구 몇 위예요?", "table-rank"),
        ("What rank does Chinon have in Indre-et-Loire by population?", "table-rank"),
    ],
)
def test_the_rank_of_a_place_is_told_where_words_ask_for_it(tmp_path: Path, text: str, intent: str) -> None:
    found = _rank(tmp_path, text, IDS)
    assert found is not None
    assert found.subjects == (Subject("table", ("fr-com-37072",), intent),)


@pytest.mark.parametrize(
    "text",
    [
        "Chinon은 재정자립도 몇 위예요?",
        "Chinon est la ville de quel département ?",
        "Chinon et Blois, quel rang ?",
        "À quel rang protocolaire est le maire de Chinon ?",
    ],
)
def test_no_rank_is_told_by_anything_but_population(tmp_path: Path, text: str) -> None:
    assert _rank(tmp_path, text, IDS) is None


COMPARED = Named((Subject("table", ("fr-com-37072", "fr-dep-37"), "table-compare-population"),), 0.9)


@pytest.mark.parametrize(
    ("text", "ranked"),
    [
        ("Is Chinon bigger than the other towns in Indre-et-Loire?", True),
        ("Chinon est-elle la plus grande en Indre-et-Loire ?", True),
        ("Quelle taille a Chinon à côté des autres communes d'Indre-et-Loire ?", True),
        ("Quelle taille a Chinon à côté des métropoles d'Indre-et-Loire ?", False),
        ("Which is larger, Chinon or Indre-et-Loire?", False),
        ("Which is larger, Chinon or the Indre-et-Loire?", False),
        ("Chinon et Indre-et-Loire, lequel est le plus peuplé ?", False),
        ("How many of the people of Indre-et-Loire live in Chinon?", False),
    ],
)
def test_a_place_is_ranked_within_another_and_not_compared_with_it(tmp_path: Path, text: str, ranked: bool) -> None:
    found = _ranked(tmp_path, text, COMPARED)
    assert (found and found.subjects) == ((Subject("table", ("fr-com-37072",), "table-rank"),) if ranked else None)


def test_a_place_named_twice_is_ranked_as_one_named_once_is(tmp_path: Path) -> None:
    text = "Chinon : est-ce que Chinon est plus grande que les autres communes d'Indre-et-Loire ?"
    again = text.rindex("Chinon")
    places = (
        named_in(text, "Chinon", IDS["Chinon"]),
        Mention(again, again + 6, "Chinon", (IDS["Chinon"],), True),
        named_in(text, "Indre-et-Loire", IDS["Indre-et-Loire"]),
    )
    found = ranked_within(Question(text, surely("fr"), places), COMPARED, 0.5, library(tmp_path))
    assert found is not None
    assert found.subjects == (Subject("table", ("fr-com-37072",), "table-rank"),)
