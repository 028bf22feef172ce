"""The country where a question happens, when people of the other country are there: "my Korean intern in Lyon"."""

from __future__ import annotations

import re
from functools import cache

from bot.words.beside import Beside
from bot.words.question import Question
from knowledge import countries
from knowledge.countries import HOMES
from knowledge.places import Country, Gazetteer
from knowledge.text import HANGUL, bare
from knowledge.wordings import alternatives, wordings

_OF_PEOPLE = re.compile(r"인(?:들)?(?:이|은|을|의|에게|인|도)?(?![가-힣])")
"""What makes people of a country's name in Korean: 한국인."""


def setting(question: Question, gazetteer: Gazetteer) -> Country | None:
    """Return the country of the places named, where the other one is named but for the people whom it is about.

    None where it is named for anything else, and where a body is named: that may sit anywhere.
    """
    there = {gazetteer[mention.places[0]].country for mention in question.places}
    named = [(span, code) for span, code in countries.named(question.text) if code in question.countries]
    if question.contacts or len(there) != 1 or len(question.countries) != 1 or not named:
        return None
    place = next(iter(there))
    if HOMES.get(next(iter(question.countries)), place) == place:
        return None
    return place if all(_is_of_people(question.text, span) for span, _ in named) else None


def _is_of_people(text: str, span: countries.Span) -> bool:
    """Tell whether a country is named as that of people: a noun for some stands beside it."""
    folded, (start, end) = bare(text), span
    if HANGUL.search(folded[start:end]):
        stuck = _OF_PEOPLE.match(folded, end) or _OF_PEOPLE.match(folded, end - 1)
        return bool(stuck or _persons().after.match(folded, end))
    return _persons().find(folded, start, end) is not None


@cache
def _persons() -> Beside:
    """Return the nouns for people that stand beside the adjective of a country."""
    words = alternatives(wordings("bot.texts", "persons.tsv")["person"])
    return Beside(re.compile(rf"(?<!\w)(?:{words})\s+$"), re.compile(rf"(?:인|e?s)?\s+(?:{words})(?![a-z])"))
