"""Lists and rankings of places asked for with the seat of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.deciding import Alone
from bot.alone.with_seats import of_those_listed, tells_seats, with_seats
from bot.answer import Decision
from bot.subject import Subject
from bot.tables import answers
from bot.words.language import Detection
from bot.words.question import Question
from tests.bot.place_table import library
from tests.bot.understood import snapshot_of, surely

RANKED = Subject("table", (), "table-smallest-overall/departement/fr")


def _asked(folder: Path, text: str, found: Subject = RANKED) -> tuple[str, Subject | None] | None:
    """Return the text that is decided on, and what it gets; None where the question is left as it is."""
    read = list[str]()

    def decide(question: Question) -> Alone:
        read.append(" ".join(question.text.split()))
        return Alone(Decision("answered", (found,), 0.9), 0.0, 0.0)

    question = Question(text, surely("fr"))
    own = with_seats(question, decide, snapshot_of(library=library(folder)))
    return (read[0], own.decision.subjects[0] if own else None) if read else None


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("les 3 plus petits départements français et leurs préfectures", "les 3 plus petits départements français"),
        ("les départements de Bretagne, avec leur chef-lieu ?", "les départements de Bretagne, ?"),
        ("3 least populated départements and their capitals", "3 least populated départements"),
        ("the départements of Normandy with their prefectures?", "the départements of Normandy ?"),
        ("quels départements, et quelles sont les préfectures ?", "quels départements, ?"),
        ("인구가 가장 적은 데파르트망 3곳과 각 도청 소재지", "인구가 가장 적은 데파르트망 3곳"),
        ("제일 작은 데파르트망 세 곳이랑 그 도청 소재지도 알려줘", "제일 작은 데파르트망 세 곳 알려줘"),
    ],
)
def test_a_list_is_read_without_the_words_that_ask_for_the_seats(tmp_path: Path, text: str, rest: str) -> None:
    seats = Subject("table", (), "table-smallest-overall/departement/fr//////seats")
    assert _asked(tmp_path, text) == (rest, seats)


@pytest.mark.parametrize(
    "text",
    [
        "le département le moins peuplé et sa préfecture",  # of one: its own line
        "la préfecture du Var",
        "경상북도 도청 소재지는 어디예요?",
        "",
    ],
)
def test_the_seat_of_one_place_is_no_list(tmp_path: Path, text: str) -> None:
    assert _asked(tmp_path, text) is None


@pytest.mark.parametrize(
    "found",
    [
        Subject("card", ("fr-region-list",)),
        Subject("table", ("fr-dep-37",), "table-list-below/commune"),  # which have none
        Subject("table", ("fr-dep-37",), "table-which-above"),
    ],
)
def test_what_lists_nothing_with_a_seat_is_left_to_the_whole_question(tmp_path: Path, found: Subject) -> None:
    read = _asked(tmp_path, "les départements et leurs préfectures", found)
    assert read is not None
    assert read[1] is None


def test_each_place_is_told_with_its_seat(tmp_path: Path) -> None:
    places = library(tmp_path)
    listed = Subject("table", ("fr-reg-24",), "table-list-below/departement///////seats")
    told = answers.compose(listed, "fr", places)
    assert told is not None
    assert "Indre-et-Loire (Tours), Loir-et-Cher" in told.text
    ranked = answers.compose(Subject("table", (), "table-smallest-overall/province/kr//////seats"), "ko", places)
    assert ranked is not None
    assert "경기도(수원시 영통구)" in ranked.text
    assert tells_seats(listed)
    assert not tells_seats(RANKED)


@pytest.mark.parametrize(
    ("text", "intent", "told"),
    [
        ("et leurs préfectures ?", "table-list-below/departement", True),
        ("and their chief towns?", "table-count-below/departement", True),
        ("what are their capitals?", "table-smallest-overall/departement/fr", True),
        ("각각 중심지는요?", "table-list-below/departement", True),
        ("et son chef-lieu ?", "table-list-below/departement", False),  # of the place that they lie in
        ("et leurs préfectures les plus peuplées ?", "table-list-below/departement", False),
        ("et leurs préfectures ?", "table-list-below/commune", False),  # they have none
        ("et leurs préfectures ?", "table-list-below/departement///////seats", False),  # told already
        ("et leurs préfectures ?", "table-which-above", False),
        ("", "table-list-below/departement", False),
    ],
)
def test_the_seats_of_what_was_listed_are_told_where_only_those_are_asked(
    tmp_path: Path, text: str, intent: str, told: bool
) -> None:
    last = Subject("table", ("fr-reg-24",), intent)
    question = Question(text, Detection("fr", supported=True, certain=True))
    found = of_those_listed(question, last, library(tmp_path).gazetteer)
    assert (found is not None) is told
    if found is not None:
        assert (found.ids, tells_seats(found)) == (last.ids, True)
