"""The texts a library is found by: every phrasing of every card, contact and intent, and what is background."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.ranking.lesson import OUTSIDE, Variant
from knowledge.cards import Card, Phrasings
from knowledge.contacts import Contact
from knowledge.intents import PLACEHOLDER, Intent
from knowledge.library import Library
from knowledge.text import LANGUAGES

MASK = "X"
"""What stands in a question for the name of a place, when the intent behind it is looked for."""

CARD, CONTACT, INTENT = "card", "contact", "intent"


def item(kind: str, id: str) -> str:
    """Return the ranker's name of a card, contact or intent: its kind and id."""
    return f"{kind}:{id}"


def parts(name: str) -> tuple[str, str]:
    """Return kind and id of a ranker's item."""
    kind, _, id = name.partition(":")
    return kind, id


SENTENCES = 5
"""Sentences of an answer that are documents of their own; of longer answers the others list what the first ones say."""
_LEAST = 9  # characters: less is no sentence
_SENTENCE_END = re.compile(r"(?<=[.;!?])\s+")


@dataclass(frozen=True)
class Texts:
    """What one ranker learns from: phrasings, and the documents of the items that have one."""

    variants: tuple[Variant, ...]
    documents: tuple[Variant, ...]


def general(library: Library) -> Texts:
    """Return the texts of what is asked without a place's name: cards, contacts, some intents, and background."""
    variants: list[Variant] = []
    documents: list[Variant] = []
    for card in library.cards.values():
        variants += _phrased(item(CARD, card.id), card.questions)
        for language in LANGUAGES:
            answer = card.answer[language]
            said = [f"{card.questions[language][0]} {answer}", *sentences_of(answer)]
            documents += [Variant(item(CARD, card.id), language, text) for text in dict.fromkeys(said)]
    for contact in library.contacts.values():
        if contact.questions is not None:
            variants += _phrased(item(CONTACT, contact.id), contact.questions)
            documents += [
                Variant(item(CONTACT, contact.id), language, f"{contact.names[language]} {contact.purpose[language]}")
                for language in LANGUAGES
            ]
    variants += _intents(library, placed=False)
    for kind, background in library.scope.background.items():
        variants += [
            Variant(OUTSIDE + kind, language, text) for language in LANGUAGES for text in getattr(background, language)
        ]
    return Texts(tuple(variants), tuple(documents))


def sentences_of(answer: str) -> list[str]:
    """Return the first sentences of an answer: a question on a detail is nearer to the one that tells it.

    On six folders of other subjects, at 92 % refused of what they don't hold, 67 % is right where it was 63 %.
    """
    said = [text for text in _SENTENCE_END.split(answer) if len(text) >= _LEAST]
    return said[:SENTENCES]


def placed(library: Library) -> Texts:
    """Return the texts of what is asked of a place, its name left out."""
    return Texts(tuple(_intents(library, placed=True)), ())


def phrasings(library: Library, name: str) -> list[str]:
    """Return the phrasings of a card or contact in every language."""
    entry = _entry(library, name)
    return [] if entry.questions is None else [v.text for v in _phrased(name, entry.questions)]


def texts(library: Library, name: str) -> list[str]:
    """Return every text of a card or contact in every language: its phrasings, and its answer or names and purpose."""
    return phrasings(library, name) + wording(library, name)


def wording(library: Library, name: str) -> list[str]:
    """Return what a card or contact itself says, in every language: its answer, or its names and purpose."""
    entry = _entry(library, name)
    own = (entry.answer,) if isinstance(entry, Card) else (entry.names, entry.purpose)
    return [text[language] for text in own for language in LANGUAGES]


def _entry(library: Library, name: str) -> Card | Contact:
    kind, id = parts(name)
    return library.cards[id] if kind == CARD else library.contacts[id]


def _phrased(name: str, questions: Phrasings) -> list[Variant]:
    return [Variant(name, language, text) for language in LANGUAGES for text in questions[language]]


def _intents(library: Library, *, placed: bool) -> list[Variant]:
    variants: list[Variant] = []
    for intent in library.intents.values():
        if intent.placed == placed:
            variants += [
                Variant(_intent_item(intent), variant.language, variant.text.replace(PLACEHOLDER, MASK))
                for variant in _phrased("", intent.questions)
            ]
    return variants


def _intent_item(intent: Intent) -> str:
    return item(INTENT, intent.id) if intent.answered else OUTSIDE + intent.id
