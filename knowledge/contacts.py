"""A contact: an office to call, with what it is for; never a private person."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from knowledge.cards import Country, Day, Identified, Identifier, Phrasings, Source, Status, Strict, WebAddress
from knowledge.text import LANGUAGES, NonBlank, Text

Category = Literal[
    "ministry",
    "agency",
    "embassy",
    "consulate",
    "network",
    "council",
    "prefecture",
    "government",
    "hotline",
    "chamber",
    "university",
    "culture",
    "trade",
    "tourism",
    "other",
]


def _international(value: str) -> str:
    digits = value.removeprefix("+").replace(" ", "").replace("-", "")
    if not digits.isdigit() or not (value.startswith("+") or len(digits) <= 5):
        raise ValueError(f"`{value}`: write a phone number as +33 1 23 45 67 89, or a hotline's short number")
    return value


Phone = Annotated[
    str,
    StringConstraints(strict=True),
    AfterValidator(_international),
    Field(json_schema_extra={"pattern": r"^(\+[ -]*([0-9][ -]*)+|[ -]*([0-9][ -]*){1,5})$"}),
]


class Address(Strict):
    """A postal address in Latin script, in Hangul, or both."""

    latin: NonBlank | None = None
    hangul: NonBlank | None = None


class Contact(Identified):
    """An office of either country (or of both), with its names, its purpose and how to reach it."""

    id: Annotated[Identifier, Field(description="Unique, never reused, in small letters, digits and hyphens.")]
    country: Annotated[Country, Field(description="Whose office it is.")]
    category: Annotated[Category, Field(description="What kind of office it is.")]
    names: Annotated[Text, Field(description="The office's official name in each language.")]
    abbreviations: Annotated[
        tuple[NonBlank, ...], Field(strict=False, description="Short names people use: MOIS, DGCL, 행안부.")
    ] = ()
    purpose: Annotated[Text, Field(description="What one asks this office, in each language.")]
    questions: Annotated[Phrasings | None, Field(description="How people ask for this office.")] = None
    site: Annotated[WebAddress | None, Field(description="The office's own website.")] = None
    phone: Annotated[
        Phone | None, Field(description="As dialled from abroad, +33 1 23 45 67 89, or a hotline's short number.")
    ] = None
    email: Annotated[
        Annotated[str, StringConstraints(strict=True, pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")] | None,
        Field(description="A mailbox of the office, never a private person's."),
    ] = None
    address: Annotated[Address | None, Field(description="The postal address.")] = None
    places: Annotated[
        tuple[Identifier, ...], Field(strict=False, description="Ids of the places whose office it is: fr-dep-37.")
    ] = ()
    sources: Annotated[
        tuple[Source, ...], Field(min_length=1, strict=False, description="Where all this was read, the best first.")
    ]
    checked: Annotated[Day, Field(description="When a person last found all this in its sources: YYYY-MM-DD.")]
    status: Annotated[Status, Field(description="unverified: what is shown says that it has yet to be checked.")]

    @property
    def called(self) -> tuple[str, ...]:
        """Every name of the office: the official ones, then the short ones."""
        return (*(self.names[language] for language in LANGUAGES), *self.abbreviations)
