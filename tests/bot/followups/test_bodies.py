"""Follow-ups on a body of the kind of the one shown, told by a word of its name."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.followups.bodies import beside, bodies, named_likewise
from bot.subject import Subject, card
from bot.words.language import Detection
from bot.words.question import Question
from index.names.contacts import ContactFinder
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.library import Library

FRENCH = Detection("fr", supported=True, certain=True)
REGIONAL = Subject("place", ("fr-reg-11",), "prefecture")


@pytest.mark.parametrize(
    ("text", "last", "found"),
    [
        ("what about the police one", REGIONAL, Subject("contact", ("prefecture-police-paris",))),
        ("et celle de police ?", REGIONAL, Subject("contact", ("prefecture-police-paris",))),
        ("경찰 쪽은요?", REGIONAL, Subject("contact", ("prefecture-police-paris",))),
        (
            "et celle des départements ?",
            Subject("contact", ("amf",), "site"),
            Subject("contact", ("departements-de-france",), "site"),
        ),
        ("and the mayors' one?", card("kr-intl-gaok"), Subject("contact", ("namk",))),
        ("what about the police?", REGIONAL, None),  # may be anything of it
        ("et celle de police ?", Subject("place", ("fr-reg-11",), "phone"), None),
        ("and the one that I saw in the city police office?", REGIONAL, None),  # says too much
        ("and that one?", REGIONAL, None),
        ("", REGIONAL, None),
    ],
)
def test_a_body_told_by_a_word_is_another_of_the_kind_of_the_one_shown(
    shipped: Library, text: str, last: Subject, found: Subject | None
) -> None:
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=shipped)))
    before = Question("GAOK website", FRENCH, contacts=(Mention(0, 4, "GAOK", ("gaok",), True),))
    assert beside(Question(text, FRENCH), before, last, snapshot) == found


@pytest.mark.parametrize(
    ("last", "found"),
    [
        (Subject("contact", ("consulate-fr-busan",), "phone"), [Subject("contact", ("embassy-kr-paris",), "phone")]),
        (Subject("place", ("fr-com-69123",), "site"), [Subject("contact", ("embassy-kr-paris",), "site")]),
        (card("kr-practice-lost-passport"), []),
        (None, []),
    ],
)
def test_a_body_named_where_it_sits_comes_before_one_of_the_kind_told(
    shipped: Library, last: Subject | None, found: list[Subject]
) -> None:
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=shipped)))
    embassy = Mention(2, 20, "ambassade de Corée", ("embassy-kr-paris",), True)
    paris = Mention(28, 33, "Paris", ("fr-com-75056",), True)
    asked = Question("l'ambassade de Corée ici à Paris", FRENCH, places=(paris,), contacts=(embassy,))
    assert list(bodies(asked, Question("le consulat à Busan ?", FRENCH), last, snapshot)) == found


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("그럼 하원은 어디 있어요?", "address", "assemblee-nationale-fr"),
        ("하원은요?", "", "assemblee-nationale-fr"),
        ("상원은요?", "address", None),  # the one told
        ("그럼 공원은요?", "address", None),  # no body is called so
        ("", "address", None),
    ],
)
def test_a_body_may_be_told_by_the_one_word_that_its_name_has_otherwise(
    shipped: Library, text: str, line: str, found: str | None
) -> None:
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(contact_names=ContactFinder(shipped.contacts))))
    before = Question("프랑스 상원 주소?", FRENCH, contacts=(Mention(0, 6, "프랑스 상원", ("senat",), True),))
    told = named_likewise(Question(text, FRENCH), before, Subject("contact", ("senat",), line), snapshot)
    assert told == (None if found is None else Subject("contact", (found,), line))
