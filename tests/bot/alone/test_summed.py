"""What is asked of several places together."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.asked_of import Named
from bot.alone.summed import summed
from bot.subject import Subject
from bot.words.question import Question
from knowledge.text import Language
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely

IDS = {
    "Tours": "fr-com-37261",
    "Blois": "fr-com-41018",
    "Orléans": "fr-com-45234",
    "수원": "kr-41110",
    "성남": "kr-41130",
    "Suwon": "kr-41110",
    "Seongnam": "kr-41130",
}


def _question(text: str, language: Language = "fr") -> Question:
    named = sorted((text.index(name), name) for name in IDS if name in text)
    return Question(text, surely(language), tuple(named_in(text, name, IDS[name]) for _, name in named))


@pytest.mark.parametrize(
    "text",
    [
        "population totale de Tours, Blois et Orléans ensemble ?",
        "Tours + Blois, combien d'habitants ?",
        "수원하고 성남 합치면 인구가 얼마",
        "수원이랑 성남 합쳐서 인구가 몇 명이에요?",
        "how many people live in Suwon and Seongnam together",
        "What is the combined population of Suwon and Seongnam?",
        "What do Suwon and Seongnam add up to in inhabitants?",
        "Could you add up Suwon and Seongnam for me?",  # of places nothing else is
        "si j'ajoute les habitants de Tours à ceux de Blois j'obtiens combien",
    ],
)
def test_words_that_ask_for_a_sum_and_nothing_else_are_enough(tmp_path: Path, text: str) -> None:
    question = _question(text)
    found = summed(Named(asked=True), question, library(tmp_path).gazetteer)
    assert found.subjects == (Subject("table", question.place_ids, "table-total"),)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Tours et Blois, combien d'habitants ?", ()),
        ("vue d'ensemble de la population de Tours et Blois", ()),
        ("Tours et Blois travaillent ensemble avec quels habitants ?", ()),
        ("수원하고 성남이 합쳐졌는데 인구가 몇 명", ()),
        ("population totale de Tours ?", ()),
        ("Tours et Blois ensemble, plus d'habitants qu'Orléans ?", ()),
        ("Tours et Blois ensemble, quel téléphone ?", (Subject("place", ("fr-com-37261",), "phone"),)),
    ],
)
def test_what_asks_for_no_sum_stays(tmp_path: Path, text: str, read: tuple[Subject, ...]) -> None:
    named = Named(read, 0.9, asked=True)
    assert summed(named, _question(text), library(tmp_path).gazetteer) == named


@pytest.mark.parametrize(
    ("read", "table"),
    [
        ((Subject("table", ("fr-com-37261", "fr-com-41018"), "table-compare-population"),), "table-total"),
        ((Subject("place", ("fr-com-37261",), "population"), Subject("place", ("fr-com-41018",), "population")), "table-total"),
        ((Subject("table", ("fr-com-37261", "fr-com-41018"), "table-count-below/commune"),), "table-total/commune"),
    ],
)  # fmt: skip
def test_what_is_read_of_several_is_summed_where_they_are_put_together(
    tmp_path: Path, read: tuple[Subject, ...], table: str
) -> None:
    question = _question("Pour le dossier du maire, Tours et Blois cumulés, combien d'habitants ?")
    found = summed(Named(read, 0.9, asked=True), question, library(tmp_path).gazetteer)
    assert found.subjects == (Subject("table", ("fr-com-37261", "fr-com-41018"), table),)
    assert found.confidence == 0.9


@pytest.mark.parametrize(
    ("text", "intent", "ids"),
    [
        (
            "Tours et Blois réunies, c'est plus qu'Orléans ?",
            "table-compare-population/////////2",
            "Tours Blois Orléans",
        ),
        (
            "Is Orléans larger than the sum of Blois and Tours?",
            "table-compare-population/////////2",
            "Blois Tours Orléans",
        ),
        ("Tours et Blois, ensemble, plus que d'autres ?", "", ""),
        ("Tours est-elle plus grande que Blois ou Orléans ensemble ?", "", ""),  # of no two that are joined
    ],
)
def test_the_sum_of_some_is_set_against_another(tmp_path: Path, text: str, intent: str, ids: str) -> None:
    read = Named((Subject("table", ("fr-com-37261",), "table-compare-population"),), 0.9, asked=True)
    found = summed(read, _question(text), library(tmp_path).gazetteer)
    wanted = (Subject("table", tuple(IDS[name] for name in ids.split()), intent),) if intent else read.subjects
    assert found.subjects == wanted
