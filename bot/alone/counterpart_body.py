"""The body of the other country that a card on both tells beside the one asked about."""

from __future__ import annotations

from bot.sheets import contact_sheets
from bot.subject import Subject
from bot.words.question import Question
from knowledge.cards import Card
from knowledge.contacts import Contact
from knowledge.library import Library


def across(shown: Subject, asked: Question, library: Library) -> Subject | None:
    """Return the body of a card on both countries that stands for the one named in the question which it answered.

    "INET, which city? - What would it be at home?" None unless the card is on just one body of the other country.
    """
    card = library.cards[shown.ids[0]]
    homes = {library.contacts[id].country for id in {*asked.contact_ids} & {*card.contacts}}
    other = _other(card, homes.pop(), library) if card.country == "both" and len(homes) == 1 else None
    return None if other is None else Subject("contact", (other.id,))


def line_of_other(card: Card, body: Contact, line: str, library: Library) -> Subject | None:
    """Return the line that was asked of a body, of the one that a card tells beside it; None where it has none.

    "The site of the Cour des comptes? - And that of its Korean equivalent?"
    """
    other = _other(card, body.country, library) if line else None
    held = other is not None and contact_sheets.value(other, line, "en")
    return Subject("contact", (other.id,), line) if other is not None and held else None


def _other(card: Card, home: str, library: Library) -> Contact | None:
    """Return the only body of a card that is of another country than `home`; None where there is not just one."""
    found = [library.contacts[id] for id in card.contacts if library.contacts[id].country not in (home, "both")]
    return found[0] if len(found) == 1 and home != "both" else None
