"""A card: one question people ask, in all its wordings, and its answer in three languages, sourced and dated."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args

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
TOPICS: tuple[Topic, ...] = get_args(Topic)
COUNTRIES: tuple[Country, ...] = get_args(Country)

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


_PLAIN = re.compile("[0-9A-Za-z가-힣]")
"""Characters that no folding takes away."""


def _readable(value: str) -> str:
    if not _PLAIN.search(value) and not fold(value):
        raise ValueError("a text without a letter or digit cannot be asked or answered")
    return value


Day = Annotated[
    date,
    BeforeValidator(_calendar_day),
    Field(json_schema_extra={"pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]
WebAddress = Annotated[
    str,
    StringConstraints(strict=True, max_length=2_000),
    AfterValidator(_web_address),
    Field(json_schema_extra={"pattern": r"^https?://[^\s/]\S*$"}),
]
Identifier = Annotated[str, StringConstraints(strict=True, pattern=r"^[a-z0-9]+(-[A-Za-z0-9]+)*$", max_length=80)]
CardId = Annotated[str, StringConstraints(strict=True, pattern=r"^(fr|kr|cmp|coop)(-[a-z0-9]+)+$", max_length=80)]
Question = Annotated[
    str,
    StringConstraints(strict=True, strip_whitespace=True, min_length=1, max_length=MAXIMUM_QUESTION),
    AfterValidator(_readable),
    Field(json_schema_extra={"pattern": r"\S"}),
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

    title: Annotated[NonBlank | Text, Field(description="One title, or one in each of fr, ko and en.")]
    url: WebAddress
    date: Annotated[Day, Field(description="The source's own date: YYYY-MM-DD.")]

    def titled(self, language: Language) -> str:
        """Return the title in the language, or the one title there is."""
        return self.title if isinstance(self.title, str) else self.title[language]


def _limited(schema: dict[str, Any]) -> None:
    for language in LANGUAGES:
        schema["properties"][language]["maxLength"] = MAXIMUM_ANSWER


class Answer(Text):
    """The card's answer: at most 1,200 characters a language, the answer first, the same content in each."""

    model_config = ConfigDict(json_schema_extra=_limited)

    def model_post_init(self, context: object) -> None:
        """Raise ValueError where a language has more characters than an answer may."""
        for language in LANGUAGES:
            if len(self[language]) > MAXIMUM_ANSWER:
                raise ValueError(f"{language}: {len(self[language]):,} characters, {MAXIMUM_ANSWER:,} is the limit")


class Card(Identified):
    """One curated question and answer; the field names are the keys of the YAML."""

    id: Annotated[CardId, Field(description="Unique, never reused; begins with fr-, kr-, cmp- or coop-.")]
    topic: Annotated[Topic, Field(description="What the card is about.")]
    country: Annotated[Country, Field(description="Whose administration it is about.")]
    questions: Phrasings
    answer: Answer
    places: Annotated[
        tuple[Identifier, ...], Field(strict=False, description="Ids of the places the card is about: fr-dep-37.")
    ] = ()
    contacts: Annotated[
        tuple[Identifier, ...], Field(strict=False, description="Ids of contacts shown under the answer.")
    ] = ()
    related: Annotated[tuple[CardId, ...], Field(strict=False, description="Ids of cards offered next.")] = ()
    counterpart: Annotated[
        CardId | None, Field(description="Id of the card on the same thing in the other country.")
    ] = None
    sources: Annotated[
        tuple[Source, ...], Field(min_length=1, strict=False, description="Where the answer was read, the best first.")
    ]
    checked: Annotated[Day, Field(description="When a person last found the answer in its sources: YYYY-MM-DD.")]
    status: Annotated[Status, Field(description="unverified: the answer says that it has yet to be checked.")]
    valid_until: Annotated[
        Day | None, Field(description="The last day the answer is true; past it, the answer says so: YYYY-MM-DD.")
    ] = None

    def expired(self, today: date) -> bool:
        """Tell whether the card's validity is over."""
        return self.valid_until is not None and today > self.valid_until
