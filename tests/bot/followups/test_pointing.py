"""What points for sure to something that was told."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone.deciding import Alone
from bot.answer import Decision
from bot.followups import pointing, pointing_parts, pointing_told, surely
from bot.followups.pointed import Pointed
from bot.subject import Subject
from bot.turn import Turn
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.library import Library
from tests.bot import place_table

FRENCH = Detection("fr", supported=True, certain=True)


def _turn(text: str, *subjects: Subject) -> Turn:
    return Turn(Question(text, FRENCH), Decision("answered", subjects, 0.9))


def test_what_both_of_two_cards_are_asked_a_third_may_tell(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    mayor, deputy, terms = (Subject("card", (id,)) for id in ("one", "theme", "fr-mandate-lengths"))
    asked: list[str] = []
    monkeypatch.setattr(pointing_told, "title", lambda subject, *rest: subject.ids[0])
    monkeypatch.setattr(pointing_told, "part", lambda text, question, snapshot: asked.append(text) or question)
    got = [
        Decision("answered", (terms,), 0.9),
        Decision("answered", (terms,), 0.5),
        Decision("answered", (Subject("place", ("kr-41110",), "population"),), 0.9),
    ]
    monkeypatch.setattr(surely, "alone", lambda *args: Alone(got.pop(0), 0.1, 0.1))
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=library)))
    history, both = [_turn("le maire ?", mayor), _turn("et l'adjoint ?", deputy)], Question("les deux ?", FRENCH)
    found = [pointing.pointed_to(both, history, history[-1], snapshot, date(2026, 12, 1)) for _ in range(3)]
    assert found[0] is not None
    assert (found[0].subjects, found[0].follows, found[1:]) == ((terms,), True, [None, None])
    assert asked[0] == "one, theme: les deux ?"


def _pointed(text: str, last: Turn, snapshot: object) -> Pointed:
    return Pointed(Question(text, FRENCH), [last], last, cast(Snapshot, cast(Any, snapshot)), date(2026, 12, 1))


@pytest.mark.parametrize(
    ("text", "told", "held"),
    [
        ("et sa superficie ?", "population", False),
        ("면적은요?", "population", False),
        ("et sa population ?", "population", True),
        ("la superficie des forêts que gère l'office national en France ?", "population", True),
    ],
)
def test_the_area_of_the_place_spoken_of_is_not_held(text: str, told: str, *, held: bool) -> None:
    last = _turn("Metz ?", Subject("place", ("fr-com-57463",), told))
    found = pointing._of_another_measure(_pointed(text, last, SimpleNamespace()))
    assert (found is None) is held


@pytest.mark.parametrize(
    ("text", "last", "found"),
    [
        ("since when?", Subject("table", ("kr-12170", "kr-46"), "table-same-above"), "kr-46"),
        ("언제부터요?", Subject("place", ("kr-46",)), "kr-46"),
        ("since which year?", Subject("place", ("kr-46",)), "kr-46"),
        ("depuis quand ?", Subject("place", ("kr-12170",), "population"), None),  # exists today
        ("depuis quand ?", Subject("partners", ("kr-46",), "partners-of"), None),  # since when they are
        ("depuis quand le maire y est-il élu ?", Subject("place", ("kr-46",)), None),
        ("et le site ?", Subject("place", ("kr-46",)), None),
        ("depuis quand ?", Subject("place", ("gone",)), None),
    ],
)
def test_when_a_place_ceased_to_be_is_told_by_its_sheet(
    library: Library, text: str, last: Subject, found: str | None
) -> None:
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=library)))
    decision = pointing._of_what_ended(_pointed(text, _turn("?", last), snapshot))
    assert (decision and decision.subjects) == (found and (Subject("place", (found,)),))


@pytest.mark.parametrize(
    ("named", "got", "told"),
    [
        ("kr-47", Subject("card", ("moves",)), True),
        ("kr-48", Subject("card", ("moves",)), False),  # tells of another province
        ("kr-47", Subject("place", ("kr-47",), "seat"), False),  # where it is now
    ],
)
def test_where_a_seat_was_before_is_told_by_a_card_that_names_the_place(
    monkeypatch: pytest.MonkeyPatch, library: Library, named: str, got: Subject, told: bool
) -> None:
    moves = {"moves": SimpleNamespace(answer={"ko": "경상북도는 2016년에 옮겼습니다."})}
    known = SimpleNamespace(gazetteer=library.gazetteer, cards=moves, contacts={}, partnerships={})
    names = SimpleNamespace(find=lambda *args: (Mention(0, 4, "경상북도", (named,), True),))
    monkeypatch.setattr(pointing, "alone", lambda *args: Alone(Decision("answered", (got,), 0.9), 0.1, 0.1))
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=known, names=names)))
    last = _turn("경북도청 주소", Subject("place", ("kr-47",), "address"))
    asked = Question("où était-ce avant ?", FRENCH)
    found = pointing.pointed_to(asked, [last], last, snapshot, date(2026, 12, 1))
    assert (found is not None and found.follows and found.subjects == (got,)) is told


def test_the_seat_is_told_where_a_town_that_is_none_was_asked_about(library: Library) -> None:
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=library)))
    last = _turn("Bayonne est une préfecture ?", Subject("place", ("fr-com-64102",), "prefecture"))
    found = pointing.pointed_to(Question("laquelle alors ?", FRENCH), [last], last, snapshot, date(2026, 12, 1))
    assert found is not None
    assert found.subjects == (Subject("place", ("fr-dep-64",), "seat"),)


def _in_place(text: str, shown: Subject, *ids: str) -> Turn:
    named = tuple(Mention(0, 1, text[0], (id,), True) for id in ids)
    return Turn(Question(text, FRENCH, named), Decision("answered", (shown,), 0.9))


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("Il rend compte à qui du coup", "prefecture", True),
        ("elle est joignable à quel numéro ?", "prefecture", False),  # a line of the office
        ("Qui est au-dessus ?", "prefecture", False),
        ("Il rend compte à qui du coup", "population", False),
        ("", "prefecture", False),
    ],
)
def test_what_is_asked_of_an_officer_of_the_state_a_card_tells_of_all(
    monkeypatch: pytest.MonkeyPatch, library: Library, text: str, line: str, found: bool
) -> None:
    asked: list[str] = []
    card = Subject("card", ("fr-sous-prefet",))
    monkeypatch.setattr(pointing, "part", lambda text, question, _: asked.append(text) or Question(text, FRENCH))
    monkeypatch.setattr(surely, "alone", lambda *_: Alone(Decision("answered", (card,), 0.9), 0.1, 0.1))
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=library)))
    last = _in_place("X, le sous-préfet ?", Subject("place", ("fr-com-37072",), line), "fr-com-37072")
    got = pointing._of_the_role(_pointed(text, last, snapshot))
    assert (got.subjects if got else ()) == ((card,) if found else ())
    assert asked == ([f" , le sous-préfet ? {text}"] if found else [])


@pytest.mark.parametrize(("ids", "found"), [(("kr-41117",), True), (("kr-41117", "kr-41110"), False), ((), False)])
def test_the_one_place_named_for_a_card_is_what_parts_are_counted_in(
    small_places: Library, ids: tuple[str, ...], found: bool
) -> None:
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=small_places)))
    last = _in_place("X청장도 선거로 뽑나요?", Subject("card", ("kr-gu-head",)), *ids)
    got = pointing_parts.of_its_parts(_pointed("거기 동이 몇 개인지도 알 수 있을까요", last, snapshot))
    count = Subject("table", ("kr-41117",), "table-count-below/kr-dong")
    assert (got.subjects if got else ()) == ((count,) if found else ())


@pytest.fixture(scope="module")
def small_places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return place_table.library(tmp_path_factory.mktemp("places"))
