"""Names of bodies with a typing fault: found by their words, one of which no dictionary and no name knows.

A word that is close to one of a name's is read as it, and the name must then stand there whole: "ambasade corée
Paris", 캉푸스 프랑스. So an unknown word alone is a fault only for a name that is one word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.names.mention import Mention
from index.names.particles import attached
from index.names.run_together import RunTogether, Word, words_of
from knowledge.forms import Forms
from knowledge.text import HANGUL, bare

Ids = tuple[str, ...]

_ONE, _TWO = 6, 9
"""Letters of a Latin word from which one of them may be wrong, and two."""
_ONE_IN_HANGUL, _TWO_IN_HANGUL = 5, 7
"""The same of the letters in Hangul, where a word written by ear has two wrong: 캄푸스 for 캉퓌스."""
_FIRST_FROM = 8
"""Letters of a Latin word of which the first may be the wrong one: "embassade"."""
_WHOLE, _WHOLE_IN_HANGUL = 11, 4
"""Letters from which two may be wrong in a name that is one word, and syllables from which any may in Hangul."""
_MOST_WORDS = 3
"""Words of a text that may be faulty at once."""
_CLOSEST = 2
"""Words of names that a faulty one is read as, at most."""
_PARTICLES = (1, 2, 3)


class FaultyContacts:
    """Finds the names of bodies that a text misspells.

    `names` are the names run together, each with the words it is made of, and `forms` what finds them.
    """

    def __init__(self, names: Mapping[str, Sequence[str]], forms: Forms[Ids]) -> None:
        self._forms = forms
        self._words = frozenset({*names, *(word for words in names.values() for word in words)})
        self._alone = frozenset(names)
        letters = {word: _letters(word) for word in sorted(self._words)}
        latin = {word: spelt for word, spelt in letters.items() if spelt.isascii()}
        self._long = {word: spelt for word, spelt in latin.items() if len(spelt) >= _FIRST_FROM - 1}
        self._by_first: dict[str, dict[str, str]] = {}
        for word, spelt in letters.items():
            if len(spelt) >= _ONE_IN_HANGUL - 1:
                self._by_first.setdefault(spelt[0], {})[word] = spelt

    def find(
        self, text: str, contacts: Collection[Mention], places: Collection[Mention], knows: Callable[[str], bool]
    ) -> list[Mention]:
        """Return the names with a fault, in order, beside the contacts and places that the text names without one.

        A place may be part of the name of a body, but none of its words is a fault for another. `knows` tells whether
        a word is an ordinary one.
        """
        taken = (*contacts, *(place for place in places if place.exact))
        words = words_of(text)
        folded = bare(text)
        options = [[(word, 0), *self._closest(word, folded, taken, knows)] for word in words]
        if sum(len(each) > 1 for each in options) not in range(1, _MOST_WORDS + 1):
            return []
        for reading in sorted(product(*options), key=lambda reading: sum(faults for _, faults in reading)):
            found = list(self._named([word for word, _ in reading], words, text, contacts))
            if found:
                return found
        return []

    def _closest(
        self, word: Word, folded: str, taken: Collection[Mention], knows: Callable[[str], bool]
    ) -> Iterator[tuple[Word, int]]:
        """Yield the words of names that a word of a text may be a fault for, the closest first, with their faults."""
        if any(mention.overlaps(word.start, word.end) for mention in taken):
            return
        hangul = HANGUL.match(word.letters) is not None
        stems = [(word.letters, "")]
        stems += [(word.letters[:-n], word.letters[-n:]) for n in _PARTICLES if hangul and attached(word.letters[-n:])]
        written = folded[word.start : word.end]
        if word.letters.isdigit() or any(
            stem in self._words or knows(written[: len(stem)]) for stem, _ in stems if stem
        ):
            return
        found = {}
        for stem, rest in stems:
            letters = _letters(stem)
            most = _most(letters, hangul=hangul)
            choices = self._long if not hangul and len(letters) >= _FIRST_FROM else self._by_first.get(letters[:1], {})
            if not most or not choices:
                continue
            close = process.extract(letters, choices, scorer=OSA.distance, score_cutoff=most, limit=_CLOSEST)
            for _, faults, name in close:
                if name not in self._alone or faults <= self._most_alone(stem, letters):
                    found[name, rest] = int(faults)
        for (name, rest), faults in sorted(found.items(), key=lambda pair: pair[1])[:_CLOSEST]:
            yield Word(name + rest, word.start, word.end, parted=word.parted), faults

    def _most_alone(self, stem: str, letters: str) -> int:
        """Return how many letters may be wrong in a name of one word."""
        if HANGUL.match(stem) and len(stem) < _WHOLE_IN_HANGUL:
            return 0
        return 2 if len(letters) >= _WHOLE else 1

    def _named(
        self, reading: Sequence[Word], words: Sequence[Word], text: str, contacts: Collection[Mention]
    ) -> Iterator[Mention]:
        """Yield the names that stand in a reading of the words of a text, and in which a word was read anew."""
        read = RunTogether(reading)
        for start, end, ids in self._forms.find(read.letters, read.is_whole):
            first, last = read.first(start), read.last(end)
            if reading[first : last + 1] == words[first : last + 1]:
                continue
            begins, ends = words[first].start, words[last].end
            rest = len(reading[last].letters) - (end - read.begin(last))
            ends -= rest
            if not any(mention.overlaps(begins, ends) for mention in contacts):
                yield Mention(begins, ends, text[begins:ends], ids, exact=False)


def _most(letters: str, *, hangul: bool) -> int:
    one, two = (_ONE_IN_HANGUL, _TWO_IN_HANGUL) if hangul else (_ONE, _TWO)
    return (len(letters) >= one) + (len(letters) >= two)


def _letters(word: str) -> str:
    """Return a word with its Hangul syllables taken apart."""
    return word if word.isascii() else unicodedata.normalize("NFD", word)
