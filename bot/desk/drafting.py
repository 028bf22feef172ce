"""From a group of questions without an answer to a card to be filled in; and how a list of groups is remembered."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from bot.records.grouping import Group, distinct
from bot.records.journal_reading import Unanswered
from bot.words.profiles import profiles
from knowledge.cards import MAXIMUM_QUESTION
from knowledge.skeleton import skeleton
from knowledge.text import Language, bare, fold

MOST_PHRASINGS = 20
"""Questions of one language that a draft takes over."""
WORDS = 4
"""Words of a question that make an id."""
LONGEST_WORD = 15
_NAMED_AFTER: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Draft:
    """A card to be filled in: its id and its YAML."""

    id: str
    yaml: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A group as it is remembered, without its texts: rows of the journal, and the nearest card."""

    rows: tuple[int, ...]
    nearest: str | None = None


def draft(group: Group, taken: Collection[str], today: date) -> Draft:
    """Return the card to be filled in that would answer a group, under an id that is not `taken`."""
    id = proposed_id(group, taken, today)
    questions = {
        language: [text for text in texts if len(text) <= MAXIMUM_QUESTION and fold(text)][:MOST_PHRASINGS]
        for language, texts in group.questions().items()
    }
    return Draft(id, skeleton(id, questions, today))


def proposed_id(group: Group, taken: Collection[str], today: date) -> str:
    """Return an id: the beginning of the nearest card's, then what the questions say, or the day."""
    prefix = (group.nearest or "fr").partition("-")[0]
    questions = group.questions()
    words = next((found for language in _NAMED_AFTER for text in questions.get(language, ())
                  if (found := _telling(text, language))), today.isoformat().split("-"))  # fmt: skip
    id = "-".join([prefix, *words])
    return id if id not in taken else next(f"{id}-{n}" for n in count(2) if f"{id}-{n}" not in taken)


def written(groups: Sequence[Group]) -> str:
    """Return a list of groups as one text without any question; `read` reads it back."""
    return ";".join(f"{group.nearest or ''}:{','.join(map(str, group.rows))}" for group in groups)


def read(text: str) -> tuple[Listed, ...]:
    """Return the groups of a list that was `written`."""
    found = []
    for part in text.split(";") if text else ():
        nearest, _, rows = part.partition(":")
        found.append(Listed(tuple(int(row) for row in rows.split(",") if row), nearest or None))
    return tuple(found)


def regrouped(listed: Listed, asked: Sequence[Unanswered]) -> Group | None:
    """Return a remembered group with its texts; None where the journal holds none of them any more."""
    place = {row: number for number, row in enumerate(listed.rows)}
    same = sorted((each for each in asked if each.id in place), key=lambda each: place[each.id])
    return Group(tuple(distinct(same)), listed.nearest) if same else None


def _telling(text: str, language: Language) -> list[str]:
    """Return the words of a question that say what it is about, as an id takes them."""
    lexicon = profiles().lexicon
    words = re.findall(r"[^\W_]+", text.lower())
    telling = [
        bare(word) for word in words if len(word) > 1 and lexicon.kinds(word).get(language, "content") == "content"
    ]
    return [word[:LONGEST_WORD] for word in telling if word.isascii()][:WORDS]
