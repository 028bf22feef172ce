"""Questions about all the places of one name."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from bot.alone.namesakes import asked_of_all, namesakes
from bot.answer import Decision
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from index.snapshot import Snapshot
from knowledge.library import Library
from tests.bot.understood import named_in, snapshot_of, surely

BOTH = ("fr-com-93066", "fr-com-37999")


@dataclass
class _Ranker:
    """Ranks each text by the word of an intent that it holds."""

    confidence: float = 0.9
    threshold: float = 0.5

    def rank(self, text: str, *_: object) -> Ranking:
        words = {
            "habitants": "population",
            "téléphone": "phone",
            "nature": "kind",
            "où": "table-which-above",
            "élus": "rule-government",
        }
        intent = next((intent for word, intent in words.items() if word in text), "whole")
        return Ranking((Candidate(f"intent:{intent}", self.confidence),), self.confidence, 0.0)


def _snapshot(places: Library, confidence: float = 0.9) -> Snapshot:
    model = SimpleNamespace(encode=lambda texts, kind: np.zeros((len(texts), 4), np.float32))
    found = SimpleNamespace(library=places, placed=_Ranker(confidence), names=None, model=model)
    return cast(Snapshot, cast(Any, found))


def _question(text: str, *ids: tuple[str, ...]) -> Question:
    mentions = tuple(Mention(n, n + 1, text[n : n + 1], each, True) for n, each in enumerate(ids))
    return Question(text, surely("fr"), mentions)


def _decide(places: Library, text: str, *ids: tuple[str, ...], confidence: float = 0.9) -> Decision | None:
    vector = np.zeros(4, np.float32)
    return asked_of_all(_question(text, *ids), text, vector, _snapshot(places, confidence))


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("lesquels, et où ?", (Subject("table", BOTH, "table-which-above"),)),
        ("y en a combien, et où ?", (Subject("table", BOTH, "table-which-above"),)),
        ("lequel a le plus d'habitants ?", (Subject("table", BOTH, "table-compare-population"),)),
        ("lequel, la nature ?", tuple(Subject("place", (id,), "kind") for id in BOTH)),
        ("lequel, le téléphone ?", (Subject("table", BOTH, "table-which-above"),)),  # the table has none of either
        (
            "lequel ? où, et combien d'âmes",
            (Subject("table", BOTH, "table-which-above"),),
        ),
    ],
)
def test_all_of_a_name_are_told_of_where_the_question_knows_of_several(
    places: Library, text: str, subjects: tuple[Subject, ...]
) -> None:
    decision = _decide(places, text, BOTH)
    assert decision is not None and decision.subjects == subjects


def test_two_of_a_name_that_are_told_apart_are_both_asked_about(places: Library) -> None:
    decision = _decide(places, "où ?", BOTH[:1], BOTH[1:])
    assert decision is not None and decision.subjects[0].ids == BOTH


def test_what_is_not_held_of_places_is_not_answered_for_all(places: Library) -> None:
    assert _decide(places, "où ?", BOTH[:1], BOTH[1:], confidence=0.2) is None


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("lesquels ?", ()),  # nothing named
        ("lequel ?", (("fr-com-37261",),)),  # one of its name
        ("Saint-Denis ?", (BOTH,)),  # asked back, not answered for both
        ("où ?", (("fr-com-75056",), ("fr-dep-75",))),  # the city and the département of one name
        ("où ?", (("fr-com-37261",), ("fr-com-41018",))),
    ],
)
def test_other_questions_are_not_about_namesakes(places: Library, text: str, ids: tuple[tuple[str, ...], ...]) -> None:
    assert namesakes(_question(text, *ids), _snapshot(places)) == ()


def test_a_name_is_looked_for_without_its_article_where_both_it_lies_in_are_named(places: Library) -> None:
    found = (Mention(0, 11, "Saint-Denis", BOTH, True),)
    snapshot = SimpleNamespace(library=places, names=SimpleNamespace(find=lambda *_: found))
    named = (Mention(0, 14, "Le Saint-Denis", BOTH[:1], True), *_question("", ("fr-dep-93",), ("fr-dep-37",)).places)
    question = Question("lequel ?", surely("fr"), named)
    assert namesakes(question, cast(Snapshot, cast(Any, snapshot))) == BOTH


def test_of_several_names_in_a_row_each_is_asked_about(places: Library) -> None:
    row = "Saint-Denis, Blois: les deux ?"
    mentions = (Mention(0, 11, "Saint-Denis", BOTH, True), Mention(13, 18, "Blois", ("fr-com-41018",), True))
    question = Question(row, surely("fr"), mentions)
    assert namesakes(question, _snapshot(places)) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("il y a plusieurs Saint-Denis, où ?", BOTH),
        ("Saint-Denis, il y en a plusieurs ?", BOTH),
        ("Saint-Denis, les deux ?", ()),
        ("plusieurs Saint-Denis outre-mer ?", ()),  # none of which lies there
    ],
)
def test_far_smaller_namesakes_are_meant_where_several_are_said_to_be(
    places: Library, text: str, found: tuple[str, ...]
) -> None:
    at = text.index("Saint")
    mention = Mention(at, at + 11, "Saint-Denis", BOTH[:1], True, BOTH[1:])
    question = Question(text, surely("fr"), (mention,))
    assert namesakes(question, _snapshot(places)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a dans b et dans c : combien d'habitants ?", (Subject("table", BOTH, "table-compare-population"),)),
        ("a dans b et dans c : nature", tuple(Subject("place", (id,), "kind") for id in BOTH)),
        ("a dans b et dans c : téléphone", None),  # the table has none of either
        ("a dans b et dans c : élus ?", tuple(Subject("place", (id,), "kind") for id in BOTH)),
        ("a dans b et dans c", None),
    ],
)
def test_what_is_asked_of_places_of_a_name_told_by_where_they_lie_is_asked_of_all(
    places: Library, text: str, found: tuple[Subject, ...] | None
) -> None:
    decision = _decide(places, text, BOTH, ("fr-dep-93",), ("fr-dep-37",))
    assert (decision.subjects if decision else None) == found


def test_one_of_a_name_that_lies_in_what_is_named_is_not_all_of_it(places: Library) -> None:
    assert namesakes(_question("a dans b", BOTH, ("fr-dep-93",)), _snapshot(places)) == ()


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("communes nommées Saint-Denis", True),
        ("Saint-Denis라는 이름의 코뮌", True),
        ("towns called 'Saint-Denis'", True),
        ("combien d'habitants à Saint-Denis", False),
    ],
)
def test_all_that_bear_a_name_are_asked_for_by_it(places: Library, text: str, asked: bool) -> None:
    start = text.index("Saint-Denis")
    named = (Mention(start, start + 11, "Saint-Denis", BOTH[:1], True),)
    names = SimpleNamespace(find=lambda *_: (Mention(0, 11, "Saint-Denis", (*BOTH, "kr-old"), True),))
    snapshot = snapshot_of(library=places, names=names)
    question = Question(text, surely("fr"), named)
    assert namesakes(question, snapshot) == (BOTH if asked else BOTH[:1])


def test_the_far_smaller_that_bear_a_name_are_among_those_called_so(places: Library) -> None:
    borne = (Mention(0, 11, "Saint-Denis", BOTH[:1], True, others=BOTH[1:]),)
    snapshot = SimpleNamespace(library=places, names=SimpleNamespace(find=lambda *_: borne))
    text = "communes s'appellent Saint-Denis"
    named = (Mention(21, 32, "Saint-Denis", BOTH[:1], True),)
    question = Question(text, surely("fr"), named)
    assert namesakes(question, cast(Snapshot, cast(Any, snapshot))) == BOTH


def _with_holders(text: str, name: str, *holders: str) -> Question:
    ids = dict(zip(holders, ("fr-dep-93", "fr-dep-37"), strict=True))
    return Question(
        text, surely("fr"), (named_in(text, name, *BOTH), *(named_in(text, n, id) for n, id in ids.items()))
    )


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Saint-Denis est en Seine-Saint-Denis ou en Indre-et-Loire ?", True),
        ("Saint-Denis Seine-Saint-Denis인지 Indre-et-Loire인지", True),
        ("Saint-Denis est en Seine-Saint-Denis et en Indre-et-Loire", False),
    ],
)
def test_each_of_a_name_that_lies_in_one_of_the_alternatives_is_told(
    places: Library, text: str, answered: bool
) -> None:
    question = _with_holders(text, "Saint-Denis", "Seine-Saint-Denis", "Indre-et-Loire")
    decision = asked_of_all(question, text, np.zeros(4, np.float32), _snapshot(places, 0.3))
    assert (decision and decision.subjects) == ((Subject("table", BOTH, "table-which-above"),) if answered else None)


def test_the_unit_that_they_are_is_not_what_they_lie_in(places: Library) -> None:
    decision = _decide(places, "a : deux communes portent ce nom, où ?", BOTH)
    assert decision is not None and decision.subjects == (Subject("table", BOTH, "table-which-above"),)
