"""Follow-ups on an office of the body spoken of somewhere else."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups.branch import elsewhere
from bot.subject import Subject, card
from bot.turn import Turn
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from knowledge import countries
from knowledge.library import Library
from knowledge.text import Language

GAOK = Subject("contact", ("gaok",), "site")
PARIS, SEOUL = "fr-com-75056", "kr-11"


def _question(text: str, language: Language = "fr", place: str = "", name: str = "Paris") -> Question:
    named = (Mention(text.index(name), text.index(name) + len(name), name, (place,), True),) if place else ()
    found = frozenset(code for _, code in countries.named(text))
    return Question(text, Detection(language, supported=True, certain=True), named, countries=found)


def _after(shown: Subject, text: str = "C'est quoi ?", body: str = "") -> Turn:
    named = (Mention(0, 1, "X", (body,), True),) if body else ()
    asked = Question(text, Detection("fr", supported=True, certain=True), contacts=named)
    return Turn(asked, Decision("answered", (shown,), 1.0))


@pytest.mark.parametrize(
    ("question", "last", "found"),
    [
        (_question("ils ont un bureau en France ou pas"), _after(GAOK), "gaok-paris"),
        (_question("프랑스에 사무소 있어요?", "ko"), _after(GAOK), "gaok-paris"),
        (_question("is there a branch in Paris?", "en", PARIS), _after(GAOK), "gaok-paris"),
        (_question("un bureau en France ?"), _after(card("kr-intl-gaok"), body="gaok"), "gaok-paris"),
        (_question("do they have one in France?", "en"), _after(GAOK, "where is their office?"), "gaok-paris"),
        (_question("une antenne à Séoul ?", "fr", SEOUL, "Séoul"), _after(Subject("contact", ("campus-france",))),
         "campus-france-korea"),
        (_question("ils ont un bureau à Paris ?", "fr", PARIS), _after(Subject("contact", ("fkcci",))), "fkcci"),
    ],
)  # fmt: skip
def test_its_office_there_is_told_or_else_the_body(
    shipped: Library, question: Question, last: Turn, found: str
) -> None:
    assert elsewhere(question, last, shipped) == Subject("contact", (found,))


@pytest.mark.parametrize(
    ("question", "last"),
    [
        (_question("do they have one in France?", "en"), _after(GAOK)),  # one of what?
        (_question("ils ont un bureau ?"), _after(GAOK)),
        (_question("le téléphone du bureau en France ?"), _after(GAOK)),  # asks a line
        (_question("comment ouvrir un bureau de vote consulaire en France ?"), _after(GAOK)),
        (_question("ils ont un bureau en France ?"), _after(card("kr-intl-gaok"))),  # no body was named
        (_question("ils ont un bureau en France ?"), _after(Subject("place", (SEOUL,)))),
        (_question("ils ont un bureau au Japon ?"), _after(GAOK)),
        (_question(""), _after(GAOK)),
    ],
)
def test_nothing_is_told_where_no_office_elsewhere_is_asked_for(
    shipped: Library, question: Question, last: Turn
) -> None:
    assert elsewhere(question, last, shipped) is None
