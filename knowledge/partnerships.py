"""A partnership between a French and a Korean government."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from knowledge.cards import Day, Identified, Identifier, Source, Status
from knowledge.text import Text

Kind = Literal["twinning", "friendship", "agreement", "mou", "project", "contact"]
State = Literal["active", "dormant", "unknown", "never-signed", "ended"]
Theme = Annotated[str, Field(strict=True, pattern=r"^[a-z]+(-[a-z]+)*$")]


class Partnership(Identified):
    """Two places, what binds them since when, on what, and how alive it is; `year_known` says how the year is known."""

    id: Identifier
    places: Annotated[tuple[Identifier, Identifier], Field(strict=False)]
    kind: Kind
    year: int | None = None
    year_known: Text | None = None
    themes: Annotated[tuple[Theme, ...], Field(strict=False)] = ()
    state: State
    note: Text
    sources: Annotated[tuple[Source, ...], Field(min_length=1, strict=False)]
    checked: Day
    status: Status


class ThemeName(Identified):
    """A theme of cooperation and the words people use for it."""

    id: Theme
    names: Text
    words: Annotated[tuple[str, ...], Field(strict=False)] = ()
