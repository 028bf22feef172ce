"""Decisions and answers: what was decided in no language, and what a person gets in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.subject import Subject
from knowledge.cards import Source
from knowledge.text import Language

Status = Literal["answered", "clarify", "unknown", "unsupported_language", "courtesy"]

Reason = Literal[
    "empty",  # nothing that can be read
    "too_long",
    "country",  # another country is named
    "place",  # a place is named that no card on this is about
    "not_held",  # the place is known, what is asked of it is not
    "line",  # the body is known, that way to reach it is not
    "no_such_place",  # a government is named that there is none of
    "unsure",  # no card is likely enough
    "close",  # two readings are as likely
    "ambiguous_place",  # several places bear the name
]

CERTAIN = 0.98
"""How sure an answer is taken to be that the words of a question or its conversation lead to, not a likeness."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What to say, before any language.

    `subjects` holds what is answered, in the order in which it is said: one as a rule, several where several things
    were asked or the same of several places; for clarify it holds the readings to choose from. `nearest` are
    suggestions, best first, also the best candidate of an answer not given. `referral` is the id of the contact to
    ask. `courtesy` names the fixed sentence of that status. `tongue` is the language of the nearest phrasing known.
    `follows`: the question was read as going on from the one before.
    """

    status: Status
    subjects: tuple[Subject, ...] = ()
    confidence: float = 0.0
    reason: Reason | None = None
    nearest: tuple[Subject, ...] = ()
    referral: str | None = None
    courtesy: str = ""
    tongue: Language | None = None
    follows: bool = False

    @property
    def settled(self) -> bool:
        """Whether it gives an answer, or the readings to choose from."""
        return self.status in ("answered", "clarify")

    @property
    def final(self) -> bool:
        """Whether no other reading of the question can do better: settled, or known to be beyond what is held."""
        return self.settled or self.reason in ("country", "line", "no_such_place")


@dataclass(frozen=True, slots=True)
class Citation:
    """A source as shown under an answer."""

    title: str
    url: str
    date: str


def cite(sources: Iterable[Source], language: Language) -> tuple[Citation, ...]:
    """Return sources as citations in a language."""
    return tuple(Citation(source.titled(language), source.url, source.date.isoformat()) for source in sources)


@dataclass(frozen=True, slots=True)
class Composition:
    """The content of one subject in one language: its own words, and what goes under them.

    `text` is the card's, sheet's or contact's own text and nothing else. `cards`, `places` and `contacts` are ids.
    `notes` are fixed sentences to be shown under it (unverified, out of date). `related` is offered next.
    """

    text: str
    citations: tuple[Citation, ...] = ()
    checked: date | None = None
    notes: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    related: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person gets: `answer` alone, `text` with sources, dates and what is related, all in `language`.

    `choices` are the readings of clarify or the nearest questions of unknown, as texts; `options` the subjects behind
    them, in the same order. `subjects` are what was answered.
    """

    language: Language
    status: Status
    answer: str
    text: str
    confidence: float = 0.0
    cards: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()
    options: tuple[Subject, ...] = ()
    related: tuple[Subject, ...] = ()
    subjects: tuple[Subject, ...] = ()
    reason: str | None = None
