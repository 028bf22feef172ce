"""Landmarks with a word beside their name for what they are: Bulguksa Temple, "le temple de Bulguksa"."""

from __future__ import annotations

from functools import lru_cache

from index.names.text import NameText
from index.names.tokens import words_of
from knowledge.places import Place
from knowledge.text import LANGUAGES

_OF = ("de", "du", "des", "d", "la", "le", "l", "of", "the")
_LANDMARK = "landmark"


def end_of_description(place: Place, read: NameText, after: int) -> int | None:
    """Return the token up to which words right after a landmark's name say what it is; None without any."""
    for words in _descriptions(place):
        tokens = read.tokens[after : after + len(words)]
        if tuple(token.word for token in tokens) == words and all(token.gap == " " for token in tokens):
            return after + len(words)
    return None


def is_described(place: Place, read: NameText, first: int, after: int) -> bool:
    """Tell whether the words right before a landmark's name, or after it, say what it is."""
    if end_of_description(place, read, after) is not None:
        return True
    end = first
    while end and read.tokens[end - 1].word in _OF:
        end -= 1
    before = tuple(token.word for token in read.tokens[:end])
    return any(before[-len(words) :] == words for words in _descriptions(place))


def _descriptions(place: Place) -> tuple[tuple[str, ...], ...]:
    if place.kind != _LANDMARK or place.description is None:
        return ()
    return _words_of(*(place.description[language] for language in LANGUAGES))


@lru_cache(maxsize=1024)
def _words_of(*descriptions: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of what each description says first: "temple, UNESCO" is a temple."""
    found = (words_of(description.partition(",")[0]) for description in descriptions)
    return tuple(dict.fromkeys(words for words in found if words))
