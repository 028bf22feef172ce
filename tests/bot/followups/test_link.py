"""A link to what was just told."""

from __future__ import annotations

import pytest

from bot.followups.link import of_told
from bot.subject import Subject
from bot.words.question import Question
from tests.bot.understood import named_in, surely


@pytest.mark.parametrize(
    "text",
    [
        "t'as le lien ?",
        "tu as un lien ?",
        "vous avez le lien svp",
        "got a link?",
        "do you have a link to it",
        "send me the link please",
        "링크 있어요?",
        "링크 좀 보내주세요",
    ],
)
def test_a_link_is_the_site_of_what_was_told(text: str) -> None:
    for kind in ("place", "contact"):
        last = Subject(kind, ("one",), "population")  # type: ignore[arg-type]
        assert of_told(Question(text, surely("fr")), last) == Subject(last.kind, ("one",), "site")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("y a-t-il un lien entre les jumelages et le tourisme ?", Subject("place", ("one",))),
        ("son adresse ?", Subject("place", ("one",))),
        ("t'as le lien ?", Subject("place", ("one",), "site")),
        ("t'as le lien ?", Subject("place", ("one", "two"))),
        ("t'as le lien ?", Subject("card", ("one", "two"))),
        ("t'as le lien ?", None),
    ],
)
def test_what_asks_more_or_follows_nothing_with_a_site_asks_for_no_link(text: str, last: Subject | None) -> None:
    assert of_told(Question(text, surely("fr")), last) is None


def test_the_link_of_a_card_is_given_with_it() -> None:
    last = Subject("card", ("one",))
    assert of_told(Question("link pls", surely("en")), last) == last


def test_the_link_of_what_is_named_is_read_by_that() -> None:
    named = (named_in("le lien de Tours", "Tours", "fr-com-37261"),)
    assert of_told(Question("le lien de Tours", surely("fr"), named), Subject("place", ("one",))) is None
