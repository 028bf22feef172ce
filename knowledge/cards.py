"""A card: one question people ask, in all its wordings, and its answer in three languages, sourced and dated."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from knowledge.text import LANGUAGES, Language, NonBlank, Text, fold

Topic = Literal[
    "levels",
    "state",
    "local",
    "powers",
    "elections",
    "finance",
    "cooperation",
    "partnership",
    "contact",
    "practice",
    "glossary",
    "history",
]
Country = Literal["fr", "kr", "both"]
Status = Literal["verified", "unverified"]

MAXIMUM_ANSWER = 1_200
MAXIMUM_QUESTION = 300
ENOUGH_QUESTIONS = 8
"""Phrasings per language under which `guichet check` warns."""


def _calendar_day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"`{value}` is no date: write YYYY-MM-DD") from None
    if isinstance(value, datetime) or not isinstance(value, date):
        raise ValueError(f"`{value}` is no date: write YYYY-MM-DD")
    return value


def _web_address(value: str) -> str:
    if (
        not value.startswith(("http://", "https://"))
        or len(value.split("/")[2:3][0]) == 0
        or any(map(str.isspace, value))
    ):
        raise ValueError(f"`{value}` is no web address: it begins with http:// or https:// and has no spaces")
    return value


def _readable(value: str) -> str:
    if not fold(value):
        raise ValueError("a text without a letter or digit cannot be asked or answered")
    return value


Day = Annotated[date, BeforeValidator(_calendar_day)]
WebAddress = Annotated[str, StringConstraints(strict=True, max_length=2_000), AfterValidator(_web_address)]
Identifier = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
CardId = Annotated[str, StringConstraints(strict=True, pattern=r"^(fr|kr|cmp|coop)(-[a-z0-9]+)+$", max_length=80)]
Question = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=MAXIMUM_QUESTION),
    AfterValidator(_readable),
]


class Strict(BaseModel):
    """What is read from a file: no unknown key, no value turned into another kind, never changed afterwards."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Identified(Strict):
    """What other items refer to by its id."""

    id: Identifier


class Phrasings(Strict):
    """The wordings of one question, by language; each language has at least one."""

    fr: Annotated[tuple[Question, ...], Field(min_length=1, strict=False)]
    ko: Annotated[tuple[Question, ...], Field(min_length=1, strict=False)]
    en: Annotated[tuple[Question, ...], Field(min_length=1, strict=False)]

    def __getitem__(self, language: Language) -> tuple[str, ...]:
        texts: tuple[str, ...] = getattr(self, language)
        return texts

    def __len__(self) -> int:
        return sum(len(self[language]) for language in LANGUAGES)


class Source(Strict):
    """Where a statement was read; `date` is the source's own."""

    title: NonBlank | Text
    url: WebAddress
    date: Day

    def titled(self, language: Language) -> str:
        """Return the title in the language, or the one title there is."""
        return self.title if isinstance(self.title, str) else self.title[language]


class Answer(Text):
    """The card's answer: at most 1,200 characters a language."""

    def model_post_init(self, context: object) -> None:
        for language in LANGUAGES:
            if len(self[language]) > MAXIMUM_ANSWER:
                raise ValueError(f"{language}: {len(self[language]):,} characters, {MAXIMUM_ANSWER:,} is the limit")


class Card(Identified):
    """One curated question and answer; the field names are the keys of the YAML."""

    id: CardId
    topic: Topic
    country: Country
    questions: Phrasings
    answer: Answer
    places: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    contacts: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    related: Annotated[tuple[CardId, ...], Field(strict=False)] = ()
    counterpart: CardId | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1, strict=False)]
    checked: Day
    status: Status
    valid_until: Day | None = None

    def expired(self, today: date) -> bool:
        """Tell whether the card's validity is over."""
        return self.valid_until is not None and today > self.valid_until
