"""What the last clause of a message asks of the place named before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from bot.alone import of_it as module
from bot.alone.deciding import Alone
from bot.alone.of_it import of_it
from bot.answer import Decision
from bot.subject import Subject
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.snapshot import Snapshot

NOWHERE = cast(Snapshot, cast(Any, None))
CARD = Decision("answered", (Subject("card", ("kr-intl-host-delegation",)),), 0.93)
WHERE = Decision("answered", (Subject("table", ("kr-43750",), "table-which-above"),), 0.99)


def _question(text: str) -> Question:
    names = [name for name in ("Jincheon", "진천", "Tours") if name in text]
    places = tuple(Mention(text.index(n), text.index(n) + len(n), n, ("kr-43750",), True) for n in names)
    return Question(text, Detection("fr", supported=True, certain=True), places)


def _read(
    message: str, own: Decision, found: Decision, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], Decision | None]:
    """Return the readings that were decided on, and what the message gets."""
    readings: list[str] = []

    def part(text: str, *_: object) -> Question:
        readings.append(text)
        return _question(text)

    monkeypatch.setattr(module, "part", part)
    monkeypatch.setattr(module, "alone", lambda *_: Alone(found, 0.0, 0.0))
    given = of_it(_question(message), Alone(own, 0.0, 0.0), NOWHERE, date(2026, 11, 1))
    return readings, given and given.decision


@pytest.mark.parametrize(
    ("message", "reading"),
    [
        ("On reçoit des élus de Jincheon mardi, où est-ce en Corée ?", "Jincheon, où est-ce en Corée ?"),
        ("On reçoit Jincheon mardi. C'est dans quelle province ?", "Jincheon, C'est dans quelle province ?"),
        ("On reçoit Jincheon mardi c'est dans quelle province", "Jincheon, c'est dans quelle province"),
        ("Our mayor visits Jincheon, where exactly is it?", "Jincheon, where exactly is it?"),
        (
            "A letter came from Jincheon. Which province is that in? No letterhead",
            "Jincheon, Which province is that in?",
        ),
        ("다음 달에 진천 대표단이 오는데 거기가 어디에 있나요", "진천 어디에 있나요"),
    ],
)
def test_the_clause_that_points_to_the_place_is_asked_of_it(
    message: str, reading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _read(message, CARD, WHERE, monkeypatch) == ([reading], WHERE)


@pytest.mark.parametrize(
    ("message", "own"),
    [
        ("Jincheon, où est-ce ?", CARD),  # nothing is said besides
        ("On reçoit Jincheon mardi, qui paie l'hôtel ?", CARD),  # nothing points
        ("On reçoit Jincheon mardi, où est-ce qu'on se gare ?", CARD),
        ("Our mayor visits Jincheon, is it possible to pay?", CARD),
        ("Jincheon écrit à Tours mardi, où est-ce ?", CARD),  # which of them?
        ("On reçoit Jincheon mardi, où est-ce ?", WHERE),  # it gets that already
        ("Où est-ce ?", CARD),
        ("", Decision("unknown")),
    ],
)
def test_what_points_to_no_one_place_is_left_as_it_is(
    message: str, own: Decision, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _read(message, own, WHERE, monkeypatch) == ([], None)


@pytest.mark.parametrize(
    ("found", "taken"),
    [
        (Decision("answered", (Subject("place", ("kr-43750",), "population"),), 0.95), True),
        (Decision("answered", (Subject("table", ("kr-43750",), "table-is-kind"),), 0.95), False),  # names no unit
        (Decision("answered", (Subject("place", ("kr-43750",), "phone"),), 0.95), False),  # may be another's
        (Decision("answered", (Subject("place", ("kr-43750",), "population"),), 0.7), False),
        (CARD, False),
        (Decision("unknown"), False),
    ],
)
def test_only_what_a_place_alone_has_is_surely_asked_of_it(
    found: Decision, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (_read("On reçoit Jincheon mardi, c'est quoi ?", CARD, found, monkeypatch)[1] == found) == taken


def test_whether_it_is_one_unit_or_another_is_asked_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kind = Decision("answered", (Subject("table", ("kr-43750",), "table-is-kind"),), 0.95)
    assert _read("On reçoit Jincheon mardi, c'est une ville ou un comté ?", CARD, kind, monkeypatch)[1] == kind


def test_what_the_whole_message_surely_gets_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    message = "The governors have an office in Tours I think, where is it?"
    assert _read(message, replace(CARD, confidence=0.99), WHERE, monkeypatch) == ([], None)
    assert _read(message, CARD, WHERE, monkeypatch)[1] == WHERE


def test_of_a_namesake_abroad_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    message = "On reçoit Tours, en Belgique, mardi : c'est dans quelle province ?"
    assert _read(message, CARD, WHERE, monkeypatch) == ([], None)
