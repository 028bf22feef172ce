"""What no file shows by itself: references that lead nowhere, and weaknesses worth a warning."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date, timedelta

from knowledge.cards import ENOUGH_QUESTIONS, Card
from knowledge.document import Fault
from knowledge.reading import Entry, Located
from knowledge.shelves import Shelves
from knowledge.text import LANGUAGES, fold

CHECK_AGAIN_AFTER = timedelta(days=365)


def dangling(shelves: Shelves) -> Iterator[Fault]:
    """Give a fault for each reference to what is not there, in faulty entries too.

    Of a kind of which a file could not be read nothing is said: what it defines is unknown.
    """
    cards: Container[str] | None = shelves.cards.ids if shelves.cards.whole else None
    contacts: Container[str] | None = shelves.contacts.ids if shelves.contacts.whole else None
    themes: Container[str] | None = shelves.themes.ids if shelves.themes.whole else None
    places: Container[str] | None = shelves.gazetteer if shelves.places_whole else None
    for entry in shelves.cards.entries:
        yield from _unknown(entry, "related", cards, "card")
        yield from _unknown(entry, "contacts", contacts, "contact")
        yield from _unknown(entry, "places", places, "place")
        yield from _itself(entry)
        counterpart = entry.text("counterpart")
        if cards is not None and counterpart is not None and counterpart not in cards:
            yield entry.fault(f"`counterpart`: there is no card `{counterpart}`", "counterpart")
    for entry in (*shelves.contacts.entries, *shelves.partnerships.entries):
        yield from _unknown(entry, "places", places, "place")
    for entry in shelves.partnerships.entries:
        yield from _unknown(entry, "themes", themes, "theme")
    if shelves.scope is not None and contacts is not None:
        for number, referral in enumerate(shelves.scope.item.referrals):
            if referral.contact not in contacts:
                message = f"`contact`: there is no contact `{referral.contact}`"
                yield shelves.scope.fault(message, "referrals", number, "contact")


def weaknesses(cards: Mapping[str, Located[Card]], today: date) -> Iterator[Fault]:
    """Give a warning for each card past its date, each language with few phrasings, each phrasing of two cards."""
    first: dict[str, tuple[str, Located[Card]]] = {}
    for located in cards.values():
        card = located.item
        if card.expired(today):
            yield located.fault(f"valid until {card.valid_until}: check the card and its date", "valid_until")
        if today - card.checked > CHECK_AGAIN_AFTER:
            yield located.fault(f"checked on {card.checked}, over a year ago", "checked")
        for language in LANGUAGES:
            questions = card.questions[language]
            if len(questions) < ENOUGH_QUESTIONS:
                message = f"{len(questions)} phrasings in {language}: people ask in more ways, write {ENOUGH_QUESTIONS}"
                yield located.fault(message, "questions", language)
            for number, question in enumerate(questions):
                other, where = first.setdefault(fold(question), (card.id, located))
                if where is not located:
                    yield located.fault(f"`{question}` is a phrasing of `{other}` too", "questions", language, number)


def _unknown(entry: Entry, key: str, known: Container[str] | None, kind: str) -> Iterator[Fault]:
    for number, id in entry.texts(key):
        if known is not None and id not in known:
            yield entry.fault(f"`{key}`: there is no {kind} `{id}`", key, number)


def _itself(entry: Entry) -> Iterator[Fault]:
    own = entry.text("id")
    if own is not None and entry.text("counterpart") == own:
        yield entry.fault("`counterpart`: the card names itself", "counterpart")
    for number, id in entry.texts("related"):
        if id == own:
            yield entry.fault("`related`: the card names itself", "related", number)
