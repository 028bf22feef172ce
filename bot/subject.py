"""What an answer is about, in no language: a card, a contact, a sheet of a place, a question over the tables.

A subject is all that a conversation or a button has to remember; any language's answer can be composed from it again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["card", "contact", "place", "table", "partners"]
OF_PLACES: tuple[Kind, ...] = ("place", "table", "partners")
"""The kinds that are told of a place meant: a card explains, whatever place its words name."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing an answer is about.

    kind card: `ids` holds the card's. contact: the contact's, `intent` the line asked for (blank: all of it). place:
    the place's, `intent` likewise. table: `intent` names the question, `ids` the places it names. partners: the same
    over the table of partnerships, a theme standing in `intent`. The `ids` of both are empty where no place is named.
    """

    kind: Kind
    ids: tuple[str, ...] = ()
    intent: str = ""

    def key(self) -> str:
        """Return the subject as one short text; `parse` reads it back."""
        return f"{self.kind}:{self.intent}:{','.join(self.ids)}"


def parse(key: str) -> Subject | None:
    """Read a subject's key; None if it is none."""
    kind, _, rest = key.partition(":")
    intent, _, ids = rest.rpartition(":")  # an intent may hold one: departement:commune
    if kind not in ("card", "contact", "place", "table", "partners"):
        return None
    return Subject(kind, tuple(id for id in ids.split(",") if id), intent)  # type: ignore[arg-type]


def card(id: str) -> Subject:
    """Return the subject of a card."""
    return Subject("card", (id,))
