"""The country where a question happens: people of the other one are there ("my Korean intern in Lyon"), or go to stay.

And what such people bring with them: "my French driving licence" is shown where they stay.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.words.beside import Beside
from bot.words.question import Question
from knowledge import countries
from knowledge.countries import HOMES
from knowledge.places import Country, Gazetteer
from knowledge.text import HANGUL, bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

_OF_PEOPLE = re.compile(r"인(?:들)?(?:이|은|을|의|에게|인|도)?(?![가-힣])")
"""What makes people of a country's name in Korean: 한국인."""


def setting(question: Question, gazetteer: Gazetteer) -> Country | None:
    """Return the country of the places named, where the other one is named but for the people whom it is about.

    Or where none is and someone goes there to stay: "off to Daejeon on secondment". None where a country is named for
    anything else, and where a body is named: that may sit anywhere.
    """
    there = {gazetteer[mention.places[0]].country for mention in question.places}
    if len(there) == 1 and not question.countries and not question.contacts:
        stays = whole_words("bot.texts", "persons.tsv", "stay").search(bare(question.text)) is not None
        return next(iter(there)) if stays else None
    named = [(span, code) for span, code in countries.named(question.text) if code in question.countries]
    if question.contacts or len(there) != 1 or len(question.countries) != 1 or not named:
        return None
    place = next(iter(there))
    if HOMES.get(next(iter(question.countries)), place) == place:
        return None
    return place if all(_is_of_people(question.text, span) for span, _ in named) else None


def without_origin(question: Question) -> Question | None:
    """Return a question without the country that it names but as that of someone's papers; None where it names none so.

    "What about my French driving licence?", 제 한국 면허는요?
    """
    folded, text = bare(question.text), question.text
    named = [span for span, code in countries.named(question.text) if code in question.countries]
    if len(question.countries) != 1 or not question.countries <= {*HOMES} or not named:
        return None
    whole = [_papers().span(folded, *span) for span in named]
    if any(span is None or _the().search(folded, 0, span[0]) for span in whole):  # "the French licence" is France's
        return None
    for span in named:
        text = blanked(text, *span)
    return replace(question, text=" ".join(text.split()), countries=frozenset())


def _is_of_people(text: str, span: countries.Span) -> bool:
    """Tell whether a country is named as that of people: a noun for some stands beside it."""
    folded, (start, end) = bare(text), span
    if HANGUL.search(folded[start:end]):
        stuck = _OF_PEOPLE.match(folded, end) or _OF_PEOPLE.match(folded, end - 1)
        return bool(stuck or _persons().after.match(folded, end))
    return _persons().find(folded, start, end) is not None


def _persons() -> Beside:
    """Return the nouns for people that stand beside the adjective of a country."""
    return _nouns("persons.tsv", "person")


def _papers() -> Beside:
    """Return the nouns for what a person has of a country that stand beside its adjective."""
    return _nouns("papers.tsv", "paper")


@cache
def _the() -> re.Pattern[str]:
    """Return the pattern of an article that ends where a noun begins."""
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings('bot.texts', 'papers.tsv')['the'])})\s*$")


@cache
def _nouns(file: str, kind: str) -> Beside:
    words = alternatives(wordings("bot.texts", file)[kind])
    return Beside(re.compile(rf"(?<!\w)(?:{words})\s+$"), re.compile(rf"(?:인|e?s)?\s+(?:{words})(?![a-z])"))
