"""What the last sentence of a message asks of the place told of before it."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot import told_before
from bot.alone.deciding import Alone
from bot.answer import Decision
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from tests.bot.understood import named_in, snapshot_of, surely

IDS = {"Chinon": "fr-com-37072", "Indre-et-Loire": "fr-dep-37", "Blois": "fr-com-41018", "Orléans": "fr-com-45234"}
CARD = Decision("answered", (Subject("card", ("fr-commune",)),), 0.99)
CARDS = {"fr-commune": (), "coop-story-chinon": (IDS["Chinon"],)}
"""The places that cards are on."""
PEOPLE = Decision("answered", (Subject("place", (IDS["Chinon"],), "population"),), 0.95, follows=True)
RULE = Decision("answered", (Subject("card", ("fr-maire",)),), 0.95, follows=True)


def _named(text: str) -> tuple[Mention, ...]:
    found = (named_in(text, name, id) for name, id in IDS.items() if name in text)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _asked(
    text: str, found: Decision | None, places: Library, monkeypatch: pytest.MonkeyPatch, own: Decision = CARD
) -> tuple[Decision | None, list[tuple[str, str]]]:
    """Return what a message gets, and which sentences were read as going on from which name."""
    read: list[tuple[str, str]] = []

    def going_on(sentence: Question, _: Alone, last: Turn, *__: object) -> Decision | None:
        read.append((sentence.text, last.question.text))
        return found

    monkeypatch.setattr(told_before, "part", lambda text, *_: Question(text, surely("fr"), _named(text)))
    monkeypatch.setattr(told_before, "alone", lambda *_: cast(Alone, cast(Any, None)))
    monkeypatch.setattr(told_before, "going_on", going_on)
    question = Question(text, surely("fr"), _named(text))
    cards = {id: SimpleNamespace(places=ids) for id, ids in CARDS.items()}
    library = SimpleNamespace(gazetteer=places.gazetteer, cards=cards)
    return told_before.asked_after(question, own, snapshot_of(library=library), date(2026, 11, 1)), read


@pytest.mark.parametrize(
    "text",
    [
        "Chinon a l'air grande. Ça fait combien d'habitants ?",
        "Chinon, c'est en Indre-et-Loire. Combien y vivent ?",
        "Chinon is near Blois, I read. How many people live there?",
        "Chinon에서 연락이 왔어요. 인구는 몇 명인가요?",
    ],
)
def test_the_last_sentence_goes_on_from_what_was_told(
    text: str, places: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, read = _asked(text, PEOPLE, places, monkeypatch)
    assert found == PEOPLE
    assert read == [(text.split(". ")[-1].split("어요. ")[-1], "Chinon")]


@pytest.mark.parametrize(
    "text",
    [
        "Chinon, combien d'habitants ?",
        "Chinon est grande ? Ça fait combien d'habitants ?",  # both ask
        "Chinon est grande. Et Blois, combien d'habitants ?",
        "Chinon écrit à Orléans. Combien d'habitants ?",  # which of them?
        "On nous écrit. Combien d'habitants à Chinon ?",
        "",
    ],
)
def test_nothing_is_read_so_where_a_sentence_names_its_own_or_several_are_told_of(
    text: str, places: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _asked(text, PEOPLE, places, monkeypatch) == (None, [])


@pytest.mark.parametrize("found", [None, RULE, Decision("unknown"), Decision("answered", PEOPLE.subjects, 0.3)])
def test_only_what_is_surely_asked_of_the_place_comes_before_the_whole(
    found: Decision | None, places: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Chinon a l'air grande. Ça fait combien d'habitants ?"
    assert _asked(text, found, places, monkeypatch)[0] is None
    assert _asked(text, PEOPLE, places, monkeypatch, own=PEOPLE)[0] is None


def test_the_partners_of_the_place_stand_where_nothing_else_is_asked(
    places: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Decision("answered", (Subject("partners", (IDS["Chinon"],), "partners-of"),), 0.99)
    text = "Chinon est jumelée avec une ville coréenne. "
    assert _asked(f"{text}Laquelle ?", PEOPLE, places, monkeypatch, own=own) == (None, [])
    assert _asked(f"{text}Combien d'habitants ?", PEOPLE, places, monkeypatch, own=own)[0] == PEOPLE


def test_a_way_to_reach_it_stands(places: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Decision("answered", (Subject("place", (IDS["Chinon"],), "address"),), 0.5)
    text = "Une lettre à la mairie de Chinon. Où l'envoyer ?"
    assert _asked(text, PEOPLE, places, monkeypatch, own=own) == (None, [])


@pytest.mark.parametrize(("confidence", "stands"), [(0.99, True), (0.6, False)])
def test_a_card_on_the_very_place_that_is_all_but_certain_stands(
    confidence: float, stands: bool, places: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = Decision("answered", (Subject("card", ("coop-story-chinon",)),), confidence)
    found, _ = _asked("Chinon a une ville amie en Corée. Laquelle est-ce ?", PEOPLE, places, monkeypatch, story)
    assert (found is None) is stands
