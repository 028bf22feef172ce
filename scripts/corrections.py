"""What the sources have wrong: cells that a person corrected, and slips that a rule can tell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields

from scripts.french_inputs import OWN_FACTS
from scripts.place_rows import PlaceRow, read_tsv

_COLUMNS = {column.name for column in fields(PlaceRow)} | {"more_spellings"}
# A box at a sorting office has five digits at most: one more is a slip in some addresses of the directory.
_NO_BOX = re.compile(r"\s*-?\s*\b(?:BP|CS)\s*\d{6,}")


def correct(rows: Iterable[PlaceRow]) -> None:
    """Correct the cells of places; raise ValueError where a correction names no place or column."""
    by_id = {row.id: row for row in rows}
    for row in by_id.values():
        row.address = _NO_BOX.sub("", row.address)
        row.prefecture_address = _NO_BOX.sub("", row.prefecture_address)
    for fact in read_tsv(OWN_FACTS / "corrections.tsv"):
        if fact["id"] not in by_id or fact["column"] not in _COLUMNS:
            raise ValueError(f"corrections.tsv: no place `{fact['id']}` with a column `{fact['column']}`")
        _set(by_id[fact["id"]], fact["column"], fact["value"])


def _set(row: PlaceRow, column: str, value: str) -> None:
    if column == "more_spellings":
        row.spellings += value.split("|")
        return
    if column == "sources":
        row.sources |= dict(pair.split("=", 1) for pair in value.split())
        return
    if column == "ko":
        row.spellings.append(row.ko)
        row.ko_rule, row.sources["korean"] = "", "guichet"
    if column == "site" and not value:
        row.sources.pop("contact", None)
    setattr(row, column, value)
