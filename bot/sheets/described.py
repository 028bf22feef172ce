"""A body that a text describes by words of its names, though it does not name it: "France's honorary consul"."""

from __future__ import annotations

from bot.words.ways import ways
from bot.words.wording_on import WORD
from index.ranking.variants import MASK
from knowledge.contacts import Contact
from knowledge.text import HANGUL, bare

_TELLING = 4
"""Letters from which a word of a name tells of it; in Hangul two syllables do, whatever is stuck to them."""
_SYLLABLES = 2


def masked_as_described(text: str, contact: Contact) -> str:
    """Return a text with the mask in place of the words that describe a contact, from the first to the last of them.

    As it is where none do, or where a way to reach it is spoken of between them.
    """
    folded = bare(text)
    latin, hangul = _own_words(contact)
    own = (m for m in WORD.finditer(folded) if m.group() in latin or m.group().startswith(hangul))
    told = [match for match in own if not ways(match.group())]
    if not told:
        return text
    start, end = told[0].start(), told[-1].end()
    return text if ways(text[start:end]) else f"{text[:start]}{MASK}{text[end:]}"


def _own_words(contact: Contact) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the words of a contact's names in Latin letters, and those in Hangul."""
    words = {word for name in contact.called for word in WORD.findall(bare(name))}
    hangul = tuple(word for word in words if HANGUL.match(word) and len(word) >= _SYLLABLES)
    return frozenset(word for word in words if len(word) >= _TELLING and not HANGUL.match(word)), hangul
