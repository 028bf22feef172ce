"""Places of the shipped table of partnerships, and questions on them, for tests."""

from __future__ import annotations

from types import MappingProxyType, SimpleNamespace
from typing import Any, cast

from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from knowledge import countries
from knowledge.library import SHIPPED, Library
from knowledge.partnerships import Partnership
from knowledge.places import Gazetteer
from knowledge.reading import read_items
from tests.bot.understood import surely

SUIPPES, YANGPYEONG, GURO, ISSY = "fr-com-51559", "kr-41830", "kr-11530", "fr-com-92040"
ANGOULEME, BUCHEON, TOURS, SUWON = "fr-com-16015", "kr-41190", "fr-com-37261", "kr-41110"


def library() -> Library:
    """Return the shipped places and partnerships, with a few cards that name places of pairs."""
    table = read_items(SHIPPED / "partnerships.yaml", "partnerships.yaml", Partnership)
    cards = {
        "story": SimpleNamespace(places=(SUIPPES, YANGPYEONG)),
        "theme": SimpleNamespace(places=(SUIPPES, YANGPYEONG, TOURS)),
        "one": SimpleNamespace(places=(SUIPPES,)),
    }
    return Library(
        partnerships=MappingProxyType({entry.item.id: entry.item for entry in table.items}),
        gazetteer=Gazetteer.open(SHIPPED / "places"),
        cards=cast(Any, cards),
    )


def question(text: str, *named: str) -> Question:
    """Return a question in French that names the places of some ids."""
    found = frozenset(code for _, code in countries.named(text))
    mentions = tuple(Mention(0, 1, "X", (id,), True) for id in named)
    return Question(text, surely("fr"), mentions, countries=found)


BEFORE = question("Suippes est jumelée avec qui ?")


def partners(*ids: str) -> Subject:
    """Return what is asked of places whose partners are."""
    return Subject("partners", ids, "partners-of")
