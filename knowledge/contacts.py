"""A contact: an office to call, with what it is for; never a private person."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from knowledge.cards import Country, Day, Identified, Identifier, Phrasings, Source, Status, Strict, WebAddress
from knowledge.text import NonBlank, Text

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


Phone = Annotated[str, StringConstraints(strict=True), AfterValidator(_international)]


class Address(Strict):
    """A postal address in Latin script, in Hangul, or both."""

    latin: NonBlank | None = None
    hangul: NonBlank | None = None


class Contact(Identified):
    """An office of either country (or of both), with its names, its purpose and how to reach it."""

    id: Identifier
    country: Country
    category: Category
    names: Text
    abbreviations: Annotated[tuple[NonBlank, ...], Field(strict=False)] = ()
    purpose: Text
    questions: Phrasings | None = None
    site: WebAddress | None = None
    phone: Phone | None = None
    email: Annotated[str, StringConstraints(strict=True, pattern=r"^[^@\s]+@[^@\s]+\.[a-z]+$")] | None = None
    address: Address | None = None
    places: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    sources: Annotated[tuple[Source, ...], Field(min_length=1, strict=False)]
    checked: Day
    status: Status
