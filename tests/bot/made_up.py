"""A body and cards that no knowledge folder holds, for tests."""

from __future__ import annotations

from datetime import date

from knowledge.cards import Card

TODAY = date(2026, 11, 1)
CONSULATE = {
    "id": "consulate",
    "country": "fr",
    "category": "consulate",
    "names": {"fr": "Consulat vers Tours", "ko": "투르 영사관", "en": "Consulate near Tours"},
    "purpose": {"fr": "Visas.", "ko": "비자.", "en": "Visas."},
    "phone": "+33 2 47 00 00 00",
    "sources": [
        {"title": dict.fromkeys(("fr", "ko", "en"), "Annuaire"), "url": "https://example.org", "date": date(2026, 1, 2)}
    ],
    "checked": date(2026, 11, 1),
    "status": "verified",
}


def made_up_card(id: str, text: str) -> Card:
    """Return a card of both countries whose answer is a text in each language."""
    return Card.model_validate(
        {
            "id": id,
            "country": "both",
            "topic": "levels",
            "questions": {language: [f"{id} {language} ?"] for language in ("fr", "ko", "en")},
            "answer": dict.fromkeys(("fr", "ko", "en"), text),
            "sources": [
                {"title": dict.fromkeys(("fr", "ko", "en"), "Loi"), "url": "https://example.org", "date": TODAY}
            ],
            "checked": TODAY,
            "status": "verified",
        }
    )
