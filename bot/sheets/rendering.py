"""Answers as text: plain for terminals, JSON for programs, dates as each language writes them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from bot.answer import Answer
from knowledge.text import Language

_PATTERNS: dict[Language, str] = {"fr": "d MMMM y", "ko": "y년 M월 d일", "en": "d MMMM y"}


def day(value: date, language: Language) -> str:
    """Return a date in words: 24 novembre 2026, 2026년 11월 24일, 24 November 2026."""
    written = format_date(value, _PATTERNS[language], locale=language)
    return written.replace("1 ", "1er ", 1) if language == "fr" and value.day == 1 else written


def plain(said: str, *, heading: str = "", choices: Sequence[str] = (), closing: str = "") -> str:
    """Return a text with a list of choices under it, in plain text."""
    lines = [said, *([heading] if heading else []), *(f"- {choice}" for choice in choices)]
    return "\n".join(lines) + (f"\n\n{closing}" if closing else "")


def to_json(answer: Answer, id: object, milliseconds: float) -> str:
    """Return an answer as one line of JSON, with the fields that programs rely on."""
    fields: dict[str, object] = {
        "id": id,
        "language": answer.language,
        "status": answer.status,
        "answer": answer.answer,
        "text": answer.text,
        "cards": answer.cards,
        "places": answer.places,
        "contacts": answer.contacts,
        "confidence": round(answer.confidence, 4),
        "sources": [{"title": c.title, "url": c.url, "date": c.date} for c in answer.citations],
        "choices": answer.choices,
        "milliseconds": round(milliseconds, 2),
    }
    if answer.reason:
        fields["reason"] = answer.reason
    return json.dumps(fields, ensure_ascii=False)
