"""A body named for what is like it in the other country, and the line asked for of that."""

from __future__ import annotations

from collections.abc import Container
from types import SimpleNamespace

import numpy as np
import pytest

from bot.alone.asked_of import Named
from bot.alone.likened import like_of_named
from bot.subject import Subject
from bot.words.question import Question
from index.names.contacts import ContactFinder
from index.ranking.ranker import Candidate, Ranking
from index.ranking.variants import CARD, CONTACT, item
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.library import Library
from tests.bot.understood import snapshot_of, surely


@pytest.fixture(scope="module")
def finder(shipped: Library) -> ContactFinder:
    return ContactFinder(shipped.contacts)


def _question(text: str, finder: ContactFinder) -> Question:
    named = frozenset(code for _, code in countries.named(text))
    detection = surely("en")
    return Question(text, detection, contacts=finder.find(text)[:1], countries=named)


def _ranking(*items: str, confidence: float = 0.9) -> Ranking:
    return Ranking(tuple(Candidate(name, 0.8 / 2**place) for place, name in enumerate(items)), confidence)


def _snapshot(library: Library) -> Snapshot:
    """Return a snapshot that finds nothing further for any text."""

    def rank(text: str, vector: object, language: str, *, left_out: Container[str] = ()) -> Ranking:
        return Ranking((), 0.0)

    model = SimpleNamespace(encode=lambda texts, kind: np.ones((len(texts), 2), np.float32))
    general = SimpleNamespace(rank=rank, threshold=0.5)
    return snapshot_of(library=library, general=general, model=model, names=None)


@pytest.mark.parametrize(
    "text",
    [
        "the Korean CNFPT, its website?",
        "CNFPT coréen, quel site ?",
        "the Korean equivalent of the CNFPT, website",
        "Is there something like the CNFPT in Korea? Website please",
        "Qui fait le travail du CNFPT en Corée, leur site ?",
        "whatever plays the role of the CNFPT in Korea, its website",
        "한국판 CNFPT 홈페이지",
        "CNFPT 같은 곳 한국에도 있죠? 홈페이지 주세요",
    ],
)
def test_what_is_like_the_body_named_is_asked_for(text: str, shipped: Library, finder: ContactFinder) -> None:
    found = like_of_named(Named(), _ranking(item(CONTACT, "logodi")), _question(text, finder), _snapshot(shipped))
    assert found is not None
    assert found.subjects == (Subject("contact", ("logodi",), "site"),)


@pytest.mark.parametrize(
    "text",
    [
        "CNFPT website for a Korean delegation",  # whom it is for
        "is there a CNFPT office in Korea? website",
        "the French CNFPT, its website?",  # its own country
        "quel est le rôle du CNFPT en Corée, et son site ?",  # what it does there
        "something like the CNFPT, website?",  # of no country told
        "한국에서 온 공무원인데 CNFPT 홈페이지",
    ],
)
def test_the_body_itself_is_asked_for(text: str, shipped: Library, finder: ContactFinder) -> None:
    best = _ranking(item(CONTACT, "logodi"))
    assert like_of_named(Named(), best, _question(text, finder), _snapshot(shipped)) is None


def test_a_card_on_both_tells_which_body_it_is(shipped: Library, finder: ContactFinder) -> None:
    best = _ranking(item(CARD, "cmp-training-institutes"))
    asked = _question("the Korean equivalent of the CNFPT, website", finder)
    found = like_of_named(Named(), best, asked, _snapshot(shipped))
    assert found is not None
    assert found.subjects == (Subject("contact", ("logodi",), "site"),)
    which = _question("what is the Korean equivalent of the CNFPT?", finder)
    told = like_of_named(Named(), best, which, _snapshot(shipped))
    assert told is not None
    assert told.subjects == (Subject("card", ("cmp-training-institutes",)),)  # the card tells, and more
    elsewhere = _ranking(item(CARD, "cmp-amf-associations"))
    assert like_of_named(Named(), elsewhere, which, _snapshot(shipped)) is None  # a card on other bodies


@pytest.mark.parametrize(
    "text",
    ["site du CNFPT et de son équivalent coréen", "the CNFPT and its Korean equivalent, website"],
)
def test_the_body_named_comes_along_with_its_like(text: str, shipped: Library, finder: ContactFinder) -> None:
    asked = _question(text, finder)
    found = like_of_named(Named(), _ranking(item(CONTACT, "logodi")), asked, _snapshot(shipped))
    assert found is not None
    assert found.subjects == (Subject("contact", ("cnfpt",), "site"), Subject("contact", ("logodi",), "site"))


def test_a_line_that_is_not_held_is_said_so(shipped: Library, finder: ContactFinder) -> None:
    asked = _question("the Korean equivalent of the CNFPT, e-mail", finder)
    found = like_of_named(Named(), _ranking(item(CONTACT, "logodi")), asked, _snapshot(shipped))
    assert found is not None
    assert (found.status, found.reason, found.referral) == ("unknown", "line", "logodi")


@pytest.mark.parametrize(
    "ranking",
    [
        Ranking((), 0.0),
        _ranking(item(CONTACT, "logodi"), confidence=0.3),
        _ranking(item(CONTACT, "inet")),  # of the country of the one named
        _ranking(item("intent", "table-list-overall")),
    ],
)
def test_nothing_where_nothing_is_likely(ranking: Ranking, shipped: Library, finder: ContactFinder) -> None:
    asked = _question("the Korean equivalent of the CNFPT, website", finder)
    assert like_of_named(Named(), ranking, asked, _snapshot(shipped)) is None


@pytest.mark.parametrize("text", ["le pendant coréen de Business France, le site ?", "한국판 비즈니스프랑스 홈페이지"])
def test_a_country_in_the_name_of_a_body_is_not_the_one_asked_about(
    text: str, shipped: Library, finder: ContactFinder
) -> None:
    found = like_of_named(Named(), _ranking(item(CONTACT, "kotra")), _question(text, finder), _snapshot(shipped))
    assert found is not None
    assert found.subjects == (Subject("contact", ("kotra",), "site"),)


def test_a_card_that_tells_of_none_there_does_not_tell_its_like(shipped: Library, finder: ContactFinder) -> None:
    asked = _question("the Korean counterpart of Business France?", finder)
    best = _ranking(item(CARD, "coop-team-france-korea"), item(CONTACT, "kotra"))
    found = like_of_named(Named(), best, asked, _snapshot(shipped))
    assert found is not None
    assert found.subjects == (Subject("contact", ("kotra",)),)
    alone = _ranking(item(CARD, "coop-team-france-korea"))
    assert like_of_named(Named(), alone, asked, _snapshot(shipped)) is None


@pytest.mark.parametrize("text", ["who is the French counterpart of KOTRA?", "KOTRA, 프랑스에서는 어디에 해당하나요?"])
def test_which_body_it_is_asks_for_no_address(text: str, shipped: Library, finder: ContactFinder) -> None:
    near = Named((Subject("contact", ("kotra",), "address"),), 0.9)
    best = _ranking(item(CONTACT, "business-france"), confidence=0.97)
    found = like_of_named(near, best, _question(text, finder), _snapshot(shipped))
    assert found is not None
    assert found.subjects == (Subject("contact", ("business-france",)),)
