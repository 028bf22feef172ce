"""What the turns before let a question go on from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from bot.answer import Decision
from bot.followups import context
from bot.followups.context import place_before, places_told_of_kind
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.library import SHIPPED, Library
from knowledge.places import Gazetteer
from tests.bot.understood import snapshot_of, surely


def _turn(text: str, *subjects: Subject) -> Turn:
    status = "answered" if subjects else "unknown"
    return Turn(Question(text, surely("fr")), Decision(status, subjects, 0.9))


CARD = Subject("card", ("kr-teukryesi",))


@pytest.mark.parametrize(
    ("history", "place"),
    [
        (
            [_turn("Goyang ?", Subject("table", ("kr-41280",), "table-is-kind")), _turn("une teukryesi ?", CARD)],
            "kr-41280",
        ),
        ([_turn("un EPCI ?", CARD), _turn("une teukryesi ?", CARD)], None),
        ([_turn("Goyang ?", Subject("place", ("kr-41280",))), _turn("Suwon ?", Subject("place", ("kr-41110",)))], None),
        ([_turn("les deux ?", Subject("table", ("kr-41280", "kr-41110"))), _turn("une teukryesi ?", CARD)], None),
        ([_turn("une teukryesi ?", CARD)], None),
        ([_turn("?")], None),
    ],
)
def test_the_place_before_an_explanation_is_remembered(history: list[Turn], place: str | None) -> None:
    found = place_before(history, history[-1])
    assert (found and found.ids[0]) == place


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("and the chief town of each?", ("fr-dep-2A", "fr-dep-2B")),  # of each something of another kind is asked
        ("and the chief town?", ()),
        ("and those départements?", ("fr-dep-2A", "fr-dep-2B")),
    ],
)
def test_of_each_of_those_told_another_kind_may_be_asked(
    monkeypatch: pytest.MonkeyPatch, text: str, found: tuple[str, ...]
) -> None:
    told = {"fr-dep-2A": SimpleNamespace(kind="departement"), "fr-dep-2B": SimpleNamespace(kind="departement")}
    monkeypatch.setattr(context, "places_told", lambda *args: tuple(told))
    snapshot = snapshot_of(library=SimpleNamespace(gazetteer=told))
    asked = _turn(text).question
    assert places_told_of_kind(_turn("?"), asked, snapshot, date(2026, 12, 1)) == found


SEO_GU = Mention(0, 2, "서구", ("kr-30170", "kr-26140"), True)


@pytest.mark.parametrize(
    ("about", "named", "meant"),
    [
        ("kr-26110", (SEO_GU,), [("kr-26140",)]),
        ("kr-26", (SEO_GU,), [("kr-26140",)]),
        ("kr-11110", (SEO_GU,), [SEO_GU.places]),  # none lies there
        ("", (SEO_GU,), [SEO_GU.places]),
        ("kr-26110", (replace(SEO_GU, places=("kr-30170",)),), [("kr-30170",)]),
        ("kr-26110", (), []),
    ],
)
def test_a_name_that_several_bear_is_the_one_beside_the_place_spoken_of(
    monkeypatch: pytest.MonkeyPatch, about: str, named: tuple[Mention, ...], meant: list[tuple[str, ...]]
) -> None:
    def narrowed(question: Question, around: tuple[str, ...], snapshot: Snapshot) -> Question:
        inside = [replace(m, places=("kr-26140",)) if "kr-26" in around else m for m in question.places]
        return replace(question, places=tuple(inside))

    monkeypatch.setattr(context, "narrowed", narrowed)
    gazetteer = Gazetteer.open(SHIPPED / "places")
    snapshot = snapshot_of(library=SimpleNamespace(gazetteer=gazetteer))
    asked = replace(_turn("서구요").question, places=named)
    assert [m.places for m in context._narrowed_beside(asked, about, snapshot).places] == meant


@pytest.mark.parametrize(
    ("text", "shown", "kept"),
    [
        ("le plus peuplé du lot ?", Subject("table", ("kr-30",), "table-list-below/kr-gu"), False),
        ("le plus peuplé du Lot ?", Subject("table", ("kr-30",), "table-list-below/kr-gu"), True),
        ("la commune la plus peuplée du lot ?", Subject("table", ("kr-30",), "table-list-below/kr-gu"), True),
        ("le plus peuplé du lot ?", Subject("place", ("kr-30",)), True),
    ],
)
def test_of_those_listed_no_place_is_meant(text: str, shown: Subject, kept: bool) -> None:
    start = text.casefold().index("lot")
    question = Question(
        text, surely("fr"), places=(Mention(start, start + 3, text[start : start + 3], ("fr-dep-46",), True),)
    )
    snapshot = snapshot_of(library=Library(gazetteer=Gazetteer.open(SHIPPED / "places")), names=None)
    read, _ = context.resumed(question, [_turn("les gu de Daejeon ?", shown)], snapshot)
    assert bool(read.places) is kept
