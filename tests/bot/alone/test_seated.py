"""A body told by what it is, and the town where it is said to sit."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from bot.alone import seated
from bot.alone.seated import sitting_there
from bot.subject import Subject
from bot.words.question import Question
from index.ranking.ranker import Candidate, Ranking
from index.ranking.variants import CARD, CONTACT, item
from knowledge.library import Library
from tests.bot.understood import named_in, snapshot_of, surely

TODAY = date(2026, 12, 1)
LYON = "fr-com-69123"
PARIS = "fr-com-75056"
RURAL = "Les maires ruraux, leur siège est bien à Lyon ? Il me faudrait l'adresse complète"
AMRF = item(CONTACT, "amrf")


def _found(
    text: str,
    *items: tuple[str, float],
    shipped: Library,
    monkeypatch: pytest.MonkeyPatch,
    name: str = "Lyon",
    id: str = LYON,
    outside: float = 0.01,
) -> tuple[str, tuple[Subject, ...], str | None] | None:
    ranking = Ranking(tuple(Candidate(each, chance) for each, chance in items), items[0][1], outside)
    monkeypatch.setattr(seated, "gather", lambda *args: SimpleNamespace(ranking=ranking))
    snapshot = snapshot_of(library=shipped, general=SimpleNamespace(threshold=0.5))
    decision = sitting_there(Question(text, surely("fr"), (named_in(text, name, id),)), snapshot, TODAY)
    return None if decision is None else (decision.status, decision.subjects, decision.referral)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RURAL, "Lyon"),
        ("The rural mayors - they're in Lyon, aren't they? I need the full address", "Lyon"),
        ("시골 시장들 협회, 그곳 리옹에 있죠? 주소 알려 주세요", "리옹"),
    ],
)
def test_a_body_that_sits_where_it_is_said_to_need_not_be_sure(
    text: str, name: str, shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = _found(text, (AMRF, 0.4), shipped=shipped, monkeypatch=monkeypatch, name=name)
    assert found == ("answered", (Subject("contact", ("amrf",), "address"),), None)


@pytest.mark.parametrize(
    "items",
    [
        ((AMRF, 0.2),),  # hardly that
        ((AMRF, 0.4), (item(CONTACT, "amf"), 0.3)),  # another is near to it
        ((item(CONTACT, "departements-de-france"), 0.9),),  # it sits elsewhere
        ((item(CARD, "fr-chef-lieu"), 0.9), (AMRF, 0.1)),  # a card that does not list it
        ((item(CARD, "fr-chef-lieu"), 0.9),),
    ],
)
def test_nothing_where_no_one_body_sits_there(
    items: tuple[tuple[str, float], ...], shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _found(RURAL, *items, shipped=shipped, monkeypatch=monkeypatch) is None


def test_what_is_likelier_out_of_scope_asks_for_no_body(shipped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _found(RURAL, (AMRF, 0.9), shipped=shipped, monkeypatch=monkeypatch, outside=0.4) is None


def test_a_card_that_lists_it_and_what_is_of_the_other_country_are_no_rivals(
    shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The ministry for local governments, it's in Sejong right? address"
    ranked = ((item(CARD, "kr-mois"), 0.5), (item(CARD, "fr-ministry-local"), 0.3), (item(CONTACT, "mois"), 0.2))
    found = _found(text, *ranked, shipped=shipped, monkeypatch=monkeypatch, name="Sejong", id="kr-36")
    assert found == ("answered", (Subject("contact", ("mois",), "address"),), None)


def test_a_way_that_a_sure_body_lacks_is_said_not_to_be_held(shipped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Les grandes villes, leur association est à Paris je crois. Son adresse ?"
    urbaine = item(CONTACT, "france-urbaine")
    found = _found(text, (urbaine, 0.8), shipped=shipped, monkeypatch=monkeypatch, name="Paris", id=PARIS)
    assert found == ("unknown", (), "france-urbaine")
    assert _found(text, (urbaine, 0.6), shipped=shipped, monkeypatch=monkeypatch, name="Paris", id=PARIS) is None


@pytest.mark.parametrize(
    "text",
    [
        "Les maires ruraux à Lyon : leur siège ?",  # no way to reach them
        "Les maires ruraux, le siège est à Lyon. L'adresse ?",  # nothing points to them
        "Lyon, c'est là qu'ils sont ? Leur adresse ?",  # nothing is told before
        "Les maires ruraux, leur adresse à Lyon ?",  # in one clause
        "Les maires ruraux sont à Lyon ? L'adresse de leur mairie",
        "Les maires ruraux sont à Lyon ? Leur adresse et leur téléphone",
    ],
)
def test_only_one_way_that_another_clause_asks_of_what_was_told_counts(
    text: str, shipped: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _found(text, (AMRF, 0.9), shipped=shipped, monkeypatch=monkeypatch) is None
