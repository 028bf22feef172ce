"""Who holds an office, asked by name after what was told of it."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.holder import not_told
from bot.subject import Kind, Subject
from bot.turn import Turn
from bot.words.question import Question
from tests.bot.understood import named_in, surely


def _not_told(before: str, text: str, kind: Kind = "card", intent: str = "", place: str = "") -> bool:
    last = Turn(Question(before, surely("fr")), Decision("answered", (Subject(kind, ("one",), intent),), 1.0))
    places = (named_in(text, place, "fr-dep-42"),) if place else ()
    found = not_told(Question(text, surely("fr"), places=places), last)
    assert found is None or (found.reason, found.nearest) == ("not_held", last.decision.subjects)
    return found is not None


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Qui nomme les préfets ?", "comment s'appelle celui d'aujourd'hui ?"),
        ("Qui dirige la région ?", "son nom ?"),
        ("What does a vice-mayor do in Korea?", "what are the names of the current ones?"),
        ("부시장은 선출직인가요?", "지금 하시는 분들 이름이 어떻게 되나요?"),
        ("시장은 선출직이에요?", "지금 누구예요?"),
        ("L'AMF, c'est quoi ?", "et son président s'appelle comment ?"),
    ],
)
def test_the_name_of_who_holds_an_office_is_not_held(before: str, text: str) -> None:
    assert _not_told(before, text)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Combien de régions ?", "leurs noms ?"),  # no office
        ("Qui nomme les préfets ?", "et les sous-préfets ?"),  # no name
        ("What does the prefect do?", "who appoints him now?"),
        ("préfet, ça se dit comment en coréen ?", "et adjoint, ça s'appelle comment ?"),  # a word
        ("Qui contrôle le maire ?", "quel est le nom de ce contrôle ?"),  # a thing
    ],
)
def test_what_asks_for_no_holder_of_an_office_is_left_alone(before: str, text: str) -> None:
    assert not _not_told(before, text)


def test_the_one_of_a_place_now_named_is_not_held_either() -> None:
    assert _not_told("Qui nomme les préfets ?", "celui de la Loire s'appelle comment ?", place="Loire")


def test_after_who_heads_a_place_the_office_need_not_be_named() -> None:
    assert _not_told("Suwon, c'est qui ?", "et il s'appelle comment ?", "place", "executive")


def test_after_a_list_the_names_are_those_of_places() -> None:
    assert not _not_told("Combien de communes pour le préfet ?", "leurs noms ?", "table", "table-count-below/commune")


def test_after_a_place_who_its_mayor_is_asks_for_the_name() -> None:
    assert _not_told("Où est la mairie ?", "Qui est le maire ?", "place", "address")
    assert _not_told("수원시 인구는?", "시장은 누구예요?", "place", "population")
    assert not _not_told("수원시 인구는?", "시장은 누가 뽑아요?", "place", "population")
    assert not _not_told("Que fait un maire ?", "Qui est le préfet ?")  # what he is may be asked
