"""What is asked of the country that a conversation is about."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone.deciding import Alone
from bot.answer import Decision
from bot.followups import at_home, country
from bot.subject import Subject, card
from bot.turn import Turn
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.library import Library
from tests.bot.place_table import library

ENGLISH = Detection("en", supported=True, certain=True)
_CARDS = {
    "tips-fr": SimpleNamespace(country="fr"),
    "tips-kr": SimpleNamespace(country="kr"),
    "two": SimpleNamespace(country="both"),
}
UNKNOWN = Decision("unknown")


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("places"))


def _got(id: str) -> Decision:
    return Decision("answered", (card(id),), 0.6) if id else UNKNOWN


def _told(monkeypatch: pytest.MonkeyPatch, places: Library, ids: tuple[str, ...], text: str, there: str) -> str | None:
    """Return the card told of a question that by itself gets the French one, after one that named places."""
    snapshot = cast(
        Snapshot, cast(Any, SimpleNamespace(library=SimpleNamespace(cards=_CARDS, gazetteer=places.gazetteer)))
    )
    implied: list[str | None] = []
    monkeypatch.setattr(at_home, "alone", lambda asked, *_: implied.append(asked.implied) or Alone(_got(there), 0, 0))
    before = Question("we go there", ENGLISH, places=tuple(Mention(0, 1, "w", (id,), True) for id in ids))
    asked = Question(text, ENGLISH)
    home = country.left(_got("tips-fr"), asked, Turn(before, UNKNOWN), snapshot)
    found = at_home.card_there(asked, home, snapshot, date(2026, 12, 1))
    assert implied in ([], ["KR"])
    return None if found is None else found.subjects[0].ids[0]


def test_after_a_place_what_is_asked_is_of_its_country(monkeypatch: pytest.MonkeyPatch, places: Library) -> None:
    assert _told(monkeypatch, places, ("kr-41110",), "do people tip?", "tips-kr") == "tips-kr"


@pytest.mark.parametrize(
    ("ids", "text", "there"),
    [
        (("kr-41110",), "do people tip?", ""),  # nothing is known of it there
        (("kr-41110",), "who appoints the prefect?", "two"),  # but compared: the card on it answers better
        (("kr-41110",), "what is a département?", "tips-kr"),  # Korea has none
        (("fr-com-37261",), "do people tip?", "tips-kr"),
        (("fr-com-37261", "kr-41110"), "do people tip?", "tips-kr"),
        ((), "do people tip?", "tips-kr"),
        (("kr-41110",), "", ""),
    ],
)
def test_else_it_stands_as_it_is_read(
    monkeypatch: pytest.MonkeyPatch, places: Library, ids: tuple[str, ...], text: str, there: str
) -> None:
    assert _told(monkeypatch, places, ids, text, there) is None


def test_what_is_told_of_a_place_is_of_no_other_country(monkeypatch: pytest.MonkeyPatch, places: Library) -> None:
    own = Decision("answered", (Subject("place", ("fr-com-37261",), "phone"),), 0.9)
    snapshot = cast(
        Snapshot, cast(Any, SimpleNamespace(library=SimpleNamespace(cards=_CARDS, gazetteer=places.gazetteer)))
    )
    last = Turn(Question("Suwon", ENGLISH, places=(Mention(0, 5, "Suwon", ("kr-41110",), True),)), UNKNOWN)
    assert country.left(own, Question("phone?", ENGLISH), last, snapshot) is None
