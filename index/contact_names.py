"""Which contacts a text names: their names and abbreviations in three languages, as whole words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from index.names import Mention
from knowledge.contacts import Contact
from knowledge.text import LANGUAGES, bare

SHORTEST = 2
"""Characters of the shortest abbreviation; those under four count only in capitals, as they are written."""


class ContactFinder:
    """Finds contacts by name; the longest name wins."""

    def __init__(self, contacts: Mapping[str, Contact]) -> None:
        self._names: dict[str, list[str]] = {}
        self._capitals: dict[str, str] = {}
        for contact in contacts.values():
            names = {contact.names[language] for language in LANGUAGES} | set(contact.abbreviations)
            for name in names | {re.sub(r"\s*\(.*?\)", "", name) for name in names}:
                if SHORTEST <= len(name) < 4 and name.isascii() and name.isupper():
                    self._capitals[name] = contact.id
                elif len(name) >= SHORTEST:
                    self._names.setdefault(bare(name), []).append(contact.id)
        alternatives = "|".join(map(re.escape, sorted(self._names, key=len, reverse=True)))
        capitals = "|".join(map(re.escape, self._capitals))
        self._pattern = re.compile(rf"(?<![\w])(?:{alternatives})(?![a-z0-9])") if alternatives else None
        self._capital_pattern = re.compile(rf"(?<![\w])(?:{capitals})(?![A-Za-z0-9])") if capitals else None

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the contacts named, in order; a name of several contacts gives all their ids."""
        found = []
        if self._pattern:
            for match in self._pattern.finditer(bare(text)):
                start, end = match.span()
                found.append(
                    Mention(start, end, text[start:end], tuple(dict.fromkeys(self._names[match.group()])), True)
                )
        if self._capital_pattern:
            for match in self._capital_pattern.finditer(text):
                ids = (self._capitals[match.group()],)
                found.append(Mention(*match.span(), match.group(), ids, True))
        return tuple(sorted(found, key=lambda mention: mention.start))
