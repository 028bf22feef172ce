"""Whether the three languages of an answer say the same in figures: numbers, dates, links and phone numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from knowledge.cards import Card
from knowledge.document import Fault
from knowledge.figures import Figures, figures
from knowledge.reading import Located
from knowledge.text import LANGUAGES, Language, Text

_SEPARATED_FROM = 10_000


def differing(cards: Iterable[Located[Card]]) -> Iterator[Fault]:
    """Give a warning for each language of a card's answer that lacks figures of the other languages."""
    for located in cards:
        for language, lacking in lacks(located.item.answer).items():
            message = f"`answer.{language}` says other figures than the other languages: without {', '.join(lacking)}"
            yield located.fault(message, "answer", language)


def lacks(text: Text) -> dict[Language, list[str]]:
    """Return for each language what it lacks, with the languages that say it: `16 (ko)`, `month 7 (fr, en)`.

    A number in digits is not lacking where a language may spell it out. Languages that lack nothing are left out.
    """
    read = {language: figures(text[language], language) for language in LANGUAGES}
    found: dict[Language, list[str]] = {}
    for name, saying, lacking in _compared(read):
        for language in lacking:
            found.setdefault(language, []).append(f"{name} ({', '.join(saying)})")
    return found


def _compared(read: Mapping[Language, Figures]) -> Iterator[tuple[str, list[Language], list[Language]]]:
    """Give the name of each number, month and address found, the languages that have it, and those that lack it."""
    for values in sorted(frozenset[frozenset[Decimal]]().union(*(each.written for each in read.values())), key=min):
        name = f"{min(values):,f}" if min(values) >= _SEPARATED_FROM else f"{min(values):f}"
        saying = [language for language, each in read.items() if values in each.written]
        yield name, saying, [language for language, each in read.items() if not each.says(values)]
    for month in sorted(frozenset[int]().union(*(each.months for each in read.values()))):
        saying = [language for language, each in read.items() if month in each.months]
        lacking = [language for language, each in read.items() if not each.says([Decimal(month)])]
        yield f"month {month}", saying, lacking
    for address in sorted(frozenset[str]().union(*(each.addresses for each in read.values()))):
        saying = [language for language, each in read.items() if address in each.addresses]
        yield address, saying, [language for language in read if language not in saying]
