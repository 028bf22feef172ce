"""Which contacts a text names: their names and abbreviations in three languages, as whole words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from index.names.contact_faults import FaultyContacts
from index.names.joined_names import JoinedNames
from index.names.mention import Mention
from knowledge.contacts import Contact
from knowledge.forms import Forms
from knowledge.text import LANGUAGES, bare, heard

SHORTEST = 2
"""Characters of the shortest abbreviation; those under four count only in capitals, as they are written."""
_IN_BRACKETS = re.compile(r"\(([A-Z][A-Z0-9]{3,})\)")
"""What an official name is abbreviated to, though as a word it may be another: NEAR, in capitals."""
_ARTICLE = re.compile(r"(?<!\w)(?:l['’]|(?:la|le|the)\s)$", re.IGNORECASE)
_JOINS = re.compile(r"\w")
_GOES_ON = re.compile("[A-Za-z0-9]")


class ContactFinder:
    """Finds contacts by name; the longest name wins."""

    def __init__(self, contacts: Mapping[str, Contact]) -> None:
        names: dict[str, list[str]] = {}
        capitals: dict[str, list[str]] = {}
        joined: list[tuple[str, str]] = []
        for contact in contacts.values():
            own = set(contact.called)
            for name in own | {re.sub(r"\s*\(.*?\)", "", name) for name in own}:
                if SHORTEST <= len(name) < 4 and name.isascii() and name.isupper():
                    capitals.setdefault(name, []).append(contact.id)
                elif len(name) >= SHORTEST:
                    names.setdefault(heard(bare(name)), []).append(contact.id)
                    joined.append((name, contact.id))
        bracketed = _bracketed(contacts)
        self._forms = Forms(names)
        self._joined = JoinedNames(joined)
        self._faulty = FaultyContacts(self._joined.words, self._joined.forms)
        self._capitals = Forms(capitals)
        self._small = Forms({bare(name): ids for name, ids in capitals.items() if len(name) > SHORTEST})
        self._words = Forms({name: ids for name, ids in bracketed.items() if len(ids) == 1 and bare(name) not in names})

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the contacts named, in order, a longer name first; one of several contacts gives all their ids."""
        shouted = text.isupper() and len(text.split()) > 1  # there capitals tell nothing: WHICH TOWNS ARE NEAR LYON?
        words = () if shouted else self._words.find(text, _whole)
        matches = [*self._forms.find(heard(bare(text)), _whole), *self._capitals.find(text, _whole), *words]
        written = {(start, end) for start, end, _ in matches}
        matches += [match for match in self._joined.find(text) if match[:2] not in written]
        return tuple(
            Mention(start, end, text[start:end], tuple(dict.fromkeys(ids)), True)
            for start, end, ids in sorted(matches, key=lambda match: (match[0], -match[1]))
        )

    def misspelt(
        self, text: str, contacts: Sequence[Mention], places: Sequence[Mention], knows: Callable[[str], bool]
    ) -> tuple[Mention, ...]:
        """Return the contacts named with a typing fault, beside what a text names without one.

        An abbreviation in small letters is one where it is no word, or bears an article: "l'amf". `knows` tells whether
        a word is an ordinary one.
        """
        faulty = self._faulty.find(text, contacts, places, knows)
        taken = (*contacts, *places, *faulty)
        small = (
            Mention(start, end, text[start:end], tuple(ids), exact=False)
            for start, end, ids in self._small.find(bare(text), _whole)
            if (not knows(bare(text[start:end])) or _ARTICLE.search(text, 0, start))
            and not any(mention.overlaps(start, end) for mention in taken)
        )
        return tuple(sorted((*faulty, *small), key=lambda mention: mention.start))


def _bracketed(contacts: Mapping[str, Contact]) -> dict[str, list[str]]:
    """Return the abbreviations in brackets after official names, each with the ids of the contacts that bear it."""
    found: dict[str, list[str]] = {}
    for contact in contacts.values():
        names = " ".join(contact.names[language] for language in LANGUAGES)
        for name in dict.fromkeys(_IN_BRACKETS.findall(names)):
            found.setdefault(name, []).append(contact.id)
    return found


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether a name stands there as a word of its own; Korean particles may follow it."""
    return not _JOINS.match(text, start - 1, start) and not _GOES_ON.match(text, end)
