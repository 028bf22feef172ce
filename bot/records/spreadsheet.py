"""Tables that spreadsheets open: CSV in the language's own way, with cells that are text and nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from knowledge.text import Language

_SEPARATORS: dict[Language, str] = {"fr": ";", "ko": ",", "en": ","}  # in French the comma is in numbers
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def to_csv(header: Sequence[str], rows: Iterable[Sequence[object]], language: Language) -> bytes:
    """Return a table as a CSV file: UTF-8 with a byte order mark, which Excel needs to read accents and Hangul."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=_SEPARATORS[language])
    writer.writerow([harmless(cell) for cell in header])
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: a text that begins as one gets an apostrophe before it."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0").startswith(_FORMULA):
        return f"'{cell}"
    return cell
