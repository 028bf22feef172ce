"""A card to be filled in: all keys in the order of the schema, what is known already, and blanks for the rest."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from pydantic import TypeAdapter, ValidationError

from knowledge.cards import ENOUGH_QUESTIONS, MAXIMUM_ANSWER, TOPICS, CardId, Country, Topic
from knowledge.errors import KnowledgeError
from knowledge.text import LANGUAGES, Language

_COUNTRIES: Mapping[str, Country] = {"fr": "fr", "kr": "kr", "cmp": "both", "coop": "both"}


def skeleton(
    id: str,
    questions: Mapping[Language, Sequence[str]],
    day: date,
    *,
    country: Country | None = None,
    topic: Topic | None = None,
) -> str:
    """Return the YAML of one card, as an item of a cards file, with `day` as the day it was checked.

    What is to be filled in is blank, marked TODO, and a fault for `guichet check`. The country is the one the id
    begins with unless it is given. Raises KnowledgeError where no card may bear the id.
    """
    if not usable(id):
        raise KnowledgeError(
            f"`{id}` is no id of a card: it begins with fr-, kr-, cmp- or coop- and goes on in small letters, digits "
            "and hyphens, for example fr-sous-prefet"
        )
    return "\n".join(
        [
            f"- id: {id}",
            f"  topic: {topic}" if topic else f"  topic:  # TODO: {' '.join(TOPICS)}",
            f"  country: {country or _COUNTRIES[id.partition('-')[0]]}",
            f"  questions:  # TODO: how people really ask it, at least {ENOUGH_QUESTIONS} in each language",
            *(line for language in LANGUAGES for line in _phrasings(language, questions.get(language, ()))),
            f"  answer:  # TODO: 1 to 6 short sentences, at most {MAXIMUM_ANSWER:,} characters, the same in each",
            *(f"    {language}:" for language in LANGUAGES),
            "  related: []  # cards to read next",
            "  sources:",
            "    - title:  # TODO: one title, or {fr: …, ko: …, en: …}",
            "      url:  # TODO",
            "      date:  # TODO: the source's own, YYYY-MM-DD",
            f"  checked: {day.isoformat()}",
            "  status: unverified  # verified, once the answer was found in its sources",
            "",
        ]
    )


def usable(id: str) -> bool:
    """Tell whether a card may bear this id."""
    try:
        TypeAdapter(CardId).validate_python(id)
    except ValidationError:
        return False
    return True


def _phrasings(language: Language, texts: Sequence[str]) -> list[str]:
    known = list(dict.fromkeys(filter(None, map(_plain, texts))))
    return [f"    {language}:", *(f"      - {_quoted(text)}" for text in known or [""])]


def _plain(text: str) -> str:
    """Return a text on one line, without what a cards file may not hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _quoted(text: str) -> str:
    """Return the text in quotes, which YAML reads as JSON does; a blank stays one."""
    return json.dumps(text, ensure_ascii=False) if text else "# TODO"
