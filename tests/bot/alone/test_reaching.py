from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from bot.alone.asked_of import Named
from bot.alone.reaching import another_line, bodies_named, line_of_its_body, says
from bot.answer import Decision
from bot.subject import Subject
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from index.snapshot import Snapshot
from knowledge.library import Library


@pytest.mark.parametrize(
    ("likely", "outside", "answered"),
    [(0.6, 0.02, True), (0.4, 0.02, False), (0.6, 0.6, False)],
)
def test_a_body_named_alone_is_told_of_where_it_comes_first(likely: float, outside: float, answered: bool) -> None:
    body = Mention(0, 4, "APVF", ("apvf",), True)
    detection = Detection("fr", supported=True, certain=True)
    question = Question("APVF, des villes de quelle taille ?", detection, contacts=(body,))
    ranking = Ranking((Candidate("contact:apvf", likely),), 0.3, outside)
    assert (bodies_named(question, ranking, 0.5) is not None) == answered
    assert bodies_named(replace(question, contacts=()), ranking, 0.5) is None


@pytest.mark.parametrize(
    ("line", "value", "text"),
    [
        ("phone", "+82 44 205 1000", "전화 044-205-1000"),
        ("phone", "+33 1 47 53 01 01", "téléphone 01 47 53 01 01"),
        ("site", "https://www.mois.go.kr", "voir mois.go.kr"),
        ("site", "https://kr.ambafrance.org/", "https://kr.ambafrance.org."),
        ("address", "세종특별자치시 도움6로 42 / 42 Doum 6-ro, Sejong-si", "주소는 세종특별자치시 도움6로 42입니다."),
        ("address", "125 rue de Grenelle, 75007 Paris", "au 125 rue de Grenelle, à Paris"),
        ("email", "cons-fr@mofa.go.kr", "courriel cons-fr@mofa.go.kr"),
    ],
)
def test_a_text_says_a_line_in_whatever_way_it_is_written(line: str, value: str, text: str) -> None:
    assert says(text, line, value)


@pytest.mark.parametrize(
    ("line", "value", "text"),
    [
        ("phone", "+82 44 205 1000", "ouvert en 2051, 1000 agents"),
        ("site", "https://www.mois.go.kr", "mofa.go.kr"),
        ("address", "125 rue de Grenelle, 75007 Paris", "à Paris"),
    ],
)
def test_a_text_that_says_something_else_does_not(line: str, value: str, text: str) -> None:
    assert not says(text, line, value)


KOREAN = Detection("ko", supported=True, certain=True)
ENGLISH = Detection("en", supported=True, certain=True)


def _snapshot(shipped: Library, line: str) -> Snapshot:
    """Return a snapshot that takes any text for one that asks for a line."""

    def rank(text: str, vector: object, language: str, *, left_out: Container[str] = ()) -> Ranking:
        return Ranking((Candidate(f"intent:{line}", 1.0),), 0.9)

    model = SimpleNamespace(encode=lambda texts, kind: np.ones((len(texts), 2), np.float32))
    placed = SimpleNamespace(rank=rank, threshold=0.5)
    return cast(Snapshot, cast(Any, SimpleNamespace(library=shipped, placed=placed, model=model)))


@pytest.mark.parametrize(
    ("text", "masked", "body", "line", "lacking"),
    [
        ("국민신문고 전화번호", "X 전화번호", "epeople", "phone", True),
        ("국민신문고 사이트랑 전화번호", "X랑 전화번호", "epeople", "phone", False),  # its name ends with one asked for
        ("address of the Korean procurement platform", "address of the X", "g2b", "address", False),  # but a site
        ("address of the CNFPT", "address of X", "cnfpt", "address", True),
        ("the CNFPT's phone at its head office", "the X's phone at its siège", "cnfpt", "phone", True),
        (
            "French consulate in Busan, phone and street?",
            "X, phone and street?",
            "consulate-fr-busan",
            "phone",
            False,
        ),
        ("Korean cultural centre, rue La Boétie, number?", "X, number?", "kcc-paris", "phone", True),
        ("surname of the French consul in Busan", "surname of the X", "consulate-fr-busan", "phone", True),
    ],
)
def test_a_line_is_lacking_where_none_of_those_asked_for_is_held(
    shipped: Library, text: str, masked: str, body: str, line: str, lacking: bool
) -> None:
    found, ranking = Decision("answered", (Subject("contact", (body,)),), 1.0), Ranking((), 1.0)
    asked = Question(text, KOREAN if text[0] == "국" else ENGLISH)
    vector = np.ones(2, np.float32)
    told = line_of_its_body(found, ranking, masked, vector, asked, _snapshot(shipped, line), date(2026, 11, 30))
    assert (told is not None and told.reason == "line") == lacking


@pytest.mark.parametrize(
    ("text", "card", "line", "lacking"),
    [
        ("the interior ministry's e-mail", "kr-mois", "email", True),
        ("the interior ministry's e-mail or phone", "kr-mois", "email", False),
        ("the interior ministry's phone", "kr-mois", "phone", False),
        ("how to begin an e-mail to a ministry", "kr-mois", "rule-government", False),
        ("the embassy's e-mail", "fr-practice-korean-consulate", "email", False),  # it lists one that has
    ],
)
def test_a_card_without_a_mailbox_is_no_answer_to_who_asks_for_one(
    shipped: Library, text: str, card: str, line: str, lacking: bool
) -> None:
    found, ranking = Decision("answered", (Subject("card", (card,)),), 0.9), Ranking((), 0.9)
    snapshot, today = _snapshot(shipped, line), date(2026, 11, 30)
    told = line_of_its_body(found, ranking, text, np.ones(2, np.float32), Question(text, ENGLISH), snapshot, today)
    assert (told is not None and told.reason == "line") == lacking


def test_the_mailbox_of_another_body_is_none_of_the_one_named(shipped: Library) -> None:
    card = Decision("answered", (Subject("card", ("fr-practice-korean-consulate",)),), 0.6)  # tells the consulate's
    asked = Question("Embassy of France in Korea, e-mail", ENGLISH)
    snapshot, vector = _snapshot(shipped, "email"), np.ones(2, np.float32)
    told = []
    for id in ("embassy-fr-seoul", "consulate-kr-paris"):
        named = replace(asked, contacts=(Mention(0, 26, "X", (id,), True),))
        told.append(line_of_its_body(card, Ranking((), 0.6), "X, e-mail", vector, named, snapshot, date(2026, 12, 1)))
    assert [decision and decision.reason for decision in told] == ["line", None]


@pytest.mark.parametrize(
    ("text", "masked", "bodies", "confidence", "told"),
    [
        ("a letter to the Senate, its address?", "a letter to X, its address?", ["senat"], 0.9, Subject("contact", ("senat",), "address")),
        ("the Senate, its site?", "X, its site?", ["senat"], 0.9, None),  # the card says it
        ("the Senate, its phone?", "X, its phone?", ["senat"], 0.9, "line"),
        ("the Senate", "X", ["senat"], 0.9, None),  # no way is asked for
        ("the Senate or the AMF, an address?", "X or X, an address?", ["senat", "amf"], 0.9, None),  # of which?
    ],
)  # fmt: skip
def test_the_one_way_asked_for_of_a_body_named_is_told_where_the_card_found_does_not(
    shipped: Library, text: str, masked: str, bodies: list[str], confidence: float, told: Subject | str | None
) -> None:
    line = "phone" if "phone" in text else "address"
    named = tuple(Mention(at, at + 1, "X", (id,), True) for at, id in enumerate(bodies))
    asked = Question(text, ENGLISH, contacts=named)
    found, ranking = Decision("answered", (Subject("card", ("fr-senat",)),), confidence), Ranking((), confidence)
    bare = shipped.cards["fr-senat"].model_copy(update={"contacts": ()})
    library = replace(shipped, cards={**shipped.cards, bare.id: bare})  # it lists no body: only what is named counts
    snapshot, today = _snapshot(library, line), date(2026, 11, 30)
    decision = line_of_its_body(found, ranking, masked, np.ones(2, np.float32), asked, snapshot, today)
    assert (decision and (decision.reason or decision.subjects[0])) == told


@pytest.mark.parametrize(
    ("line", "places", "told"),
    [
        ("address", (), [Subject("contact", ("senat",), "address")]),
        ("rule-government", (), [Subject("card", ("fr-senat",)), Subject("contact", ("senat",), "address")]),
        ("address", ("fr-com-75056",), [Subject("contact", ("senat",), "address")]),  # it sits in Paris
        ("address", ("fr-com-37261",), []),
    ],
)
def test_who_asks_for_more_than_an_address_gets_the_card_and_it_but_of_no_body_elsewhere(
    shipped: Library, line: str, places: tuple[str, ...], told: list[Subject]
) -> None:
    named = tuple(Mention(0, 5, "X", (id,), True) for id in places)
    body = Mention(0, 10, "the Senate", ("senat",), True)
    asked = Question("the Senate: who sits in it, at what address?", ENGLISH, named, (body,))
    found, ranking = Decision("answered", (Subject("card", ("fr-senat",)),), 0.9), Ranking((), 0.9)
    snapshot, today = _snapshot(shipped, line), date(2026, 11, 30)
    decision = line_of_its_body(found, ranking, asked.text, np.ones(2, np.float32), asked, snapshot, today)
    assert [*(decision.subjects if decision else ())] == told


def test_a_mailbox_of_the_body_named_is_lacking_however_unsurely_it_was_found(shipped: Library) -> None:
    body = Mention(0, 4, "KLID", ("klid",), True)
    asked = Question("KLID open data email", ENGLISH, contacts=(body,))
    found, ranking = Decision("answered", (Subject("contact", ("klid",)),), 0.6), Ranking((), 0.6)
    snapshot, today = _snapshot(shipped, "email"), date(2026, 11, 30)
    told = line_of_its_body(found, ranking, "X open data email", np.ones(2, np.float32), asked, snapshot, today)
    assert told is not None
    assert (told.reason, told.referral) == ("line", "klid")


def test_no_other_way_stands_for_a_mailbox_of_a_body(shipped: Library) -> None:
    named = Named((Subject("contact", ("klid",), "email"),), 0.5, asked=True)
    snapshot, today = _snapshot(shipped, "email"), date(2026, 11, 30)
    told = another_line(named, Question("E-mail of the open data desk of KLID", ENGLISH), snapshot, today)
    assert told is not None
    assert (told.status, told.reason, told.referral) == ("unknown", "line", "klid")
    whole = another_line(named, Question("KLID, whom do we get in touch with?", ENGLISH), snapshot, today)
    assert whole is not None
    assert whole.subjects == (Subject("contact", ("klid",)),)


def test_of_two_ways_to_reach_a_place_the_one_that_is_held_is_told(shipped: Library) -> None:
    dunkirk = Subject("place", ("fr-epci-245900428",), "phone")  # it has a site and no phone
    named, today = Named((dunkirk,), 0.9, asked=True), date(2026, 11, 30)
    snapshot = _snapshot(shipped, "phone")
    either = another_line(named, Question("Dunkerque (un site ou un tél)", ENGLISH), snapshot, today)
    assert either is not None
    assert either.subjects == (replace(dunkirk, intent="site"),)
    assert another_line(named, Question("Dunkerque, un tél", ENGLISH), snapshot, today) is None
