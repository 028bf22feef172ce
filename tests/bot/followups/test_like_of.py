"""Follow-ups on what is like the body just told, in the other country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer import Decision
from bot.followups.like_of import body_told, of_another, of_told
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from knowledge import countries
from knowledge.library import Library
from tests.bot.understood import named_in, surely

TOLD = Subject("contact", ("kotra",), "purpose")


def _question(text: str) -> Question:
    return Question(text, surely("en"), countries=frozenset(code for _, code in countries.named(text)))


def _after(*subjects: Subject, name: str = "") -> Turn:
    text = f"what does {name} do?"
    named = (named_in(text, name, "kotra"),) if name else ()
    return Turn(Question(text, surely("en"), contacts=named), Decision("answered", subjects, 0.9))


@pytest.mark.parametrize(
    "text",
    [
        "and its French counterpart, do you have the website?",
        "what's its French counterpart?",
        "et son homologue français, vous avez le site ?",
        "l'équivalent français, leur adresse ?",
        "프랑스 쪽 상대 기관은 홈페이지가 있나요?",
        "프랑스의 비슷한 기관은요?",
    ],
)
def test_the_name_of_the_body_told_is_put_in(text: str, shipped: Library) -> None:
    asked = of_told(_question(text), _after(TOLD, name="KOTRA"), shipped)
    assert asked is not None
    assert asked.text.startswith("KOTRA, ")
    assert asked.contact_ids == ("kotra",)
    assert asked.text[: asked.contacts[0].end] == asked.contacts[0].text


def test_a_body_that_the_question_did_not_name_goes_by_its_own_name(shipped: Library) -> None:
    asked = of_told(_question("its French counterpart?"), _after(TOLD), shipped)
    assert asked is not None
    assert asked.text.startswith(shipped.contacts["kotra"].names["en"])


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("its Korean counterpart?", _after(TOLD)),  # its own country
        ("its counterpart?", _after(TOLD)),  # of which country is not told
        ("its site in France?", _after(TOLD)),
        ("its French counterpart?", _after(Subject("contact", ("embassy-kr-paris",)))),  # told by what it is
        ("its French counterpart?", _after(Subject("card", ("kr-mayor",)))),
        ("its French counterpart?", _after(TOLD, TOLD)),
        ("its French counterpart?", _after()),
    ],
)
def test_nothing_where_no_body_of_one_country_is_compared(text: str, last: Turn, shipped: Library) -> None:
    assert of_told(_question(text), last, shipped) is None


def test_the_body_told_is_the_one_shown_or_the_one_named_that_a_card_tells_of() -> None:
    card = Subject("card", ("one",))
    assert body_told(_after(TOLD)) == "kotra"
    assert body_told(_after(card, name="KOTRA")) == "kotra"
    assert body_told(_after(card)) is None
    assert body_told(_after(Subject("place", ("one",)), name="KOTRA")) is None


def _naming(text: str, name: str, id: str) -> Question:
    return replace(_question(text), contacts=(named_in(text, name, id),))


@pytest.mark.parametrize(
    "text", ["and KOTRA?", "KOTRA, same question", "et la KOTRA, même question", "KOTRA도 같은 질문이요"]
)
def test_the_same_is_asked_of_another_body(text: str) -> None:
    before = _naming("What's the French equivalent of KOICA?", "KOICA", "koica")
    asked = of_another(_naming(text, "KOTRA", "kotra"), Turn(before, Decision("answered")))
    assert asked is not None
    assert (asked.text, asked.contact_ids) == ("What's the French equivalent of KOTRA?", ("kotra",))
    assert asked.text[asked.contacts[0].start : asked.contacts[0].end] == "KOTRA"


@pytest.mark.parametrize(
    ("before", "text", "id"),
    [
        ("What's the French equivalent of KOICA?", "KOTRA?", "kotra"),  # nothing says that it is the same
        ("What's the French equivalent of KOICA?", "and KOTRA, its address?", "kotra"),
        ("What's the French equivalent of KOICA?", "and KOTRA?", "koica"),  # the same body by another name
        ("What does KOICA do?", "and KOTRA?", "kotra"),
    ],
)
def test_nothing_where_no_counterpart_of_another_is_asked_for(before: str, text: str, id: str) -> None:
    last = Turn(_naming(before, "KOICA", "koica"), Decision("answered"))
    assert of_another(_naming(text, "KOTRA", id), last) is None
