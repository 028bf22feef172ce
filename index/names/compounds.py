"""Names of several words with a typing fault in one, as a whole: Bouches-ud-Rhône, Perpignan mediteranee metropole."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from index.names.evidence import Evidence, Span
from index.names.keys import Trait
from index.names.needs import MIDDLE
from index.names.sounds import TOWN
from index.names.spelling import between
from index.names.table import NameTable
from index.names.text import NameText
from index.names.tokens import Token

WITHIN = ("", " ", "-", "'", "’")
"""What parts the words of a name that may have a fault."""
_MOST_WORDS = 6  # of a name of several, one of them with a fault
_SHORTEST = 8  # letters of a compound that may be a name
_ARTICLES = ("le", "la", "les")
_ELIDED = ("d", "l", "qu")
_TOWN_APART = ("myon", "myeon")  # which are no words
_APOSTROPHES = ("'", "’", "ʼ", "‘", "`")


class FaultyCompounds:
    """Finds the names of several words of a table that a text misspells."""

    def __init__(self, table: NameTable, evidence: Evidence) -> None:
        self._table = table
        self._evidence = evidence

    def find(self, read: NameText, hits: Collection[Span], *, french: bool) -> list[Span]:
        """Return the names of several words that have a fault, each as a whole; none overlap.

        Hyphenated ones (Bouches-ud-Rhône), towns of Korea as written before 2000, and groupings. They go before the
        names inside them (Rhône); what is a name as it stands is left alone.
        """
        found = self._towns(read, hits, french=french)
        found += self._of_several_words(read, hits, french=french)
        taken = {number for span in found for number in span.tokens}
        for first, last in _hyphenated(read.tokens):
            bare = first + (read.tokens[first].word in _ELIDED)  # d'Indre-et-Loire
            whole = any(hit.first <= bare and last <= hit.last for hit in hits)
            if whole or not taken.isdisjoint(range(first, last + 1)):
                continue
            for start in (first - 1, first) if first and read.tokens[first - 1].word in _ARTICLES else (first,):
                span = None if start in taken else self._whole(read, start, last, french=french)
                if span is not None:
                    found.append(span)
                    break
        return found

    def _towns(self, read: NameText, hits: Collection[Span], *, french: bool) -> list[Span]:
        """Return the towns of Korea that are written as before 2000: Hwagae-myŏn, Ch’ŏngp’yŏng myŏn."""
        found = []
        for first, last in _ending_as_towns(read.tokens):
            if any(hit.first <= first and last <= hit.last for hit in hits):
                continue
            for start in range(first, last):  # an elision may stand before the name
                word = "".join(token.word for token in read.tokens[start : last + 1])
                keys = self._table.towns.alike(word) if read.tokens[start].capital else []
                span = self._evidence.span(read, start, last, keys[0], read.tokens[last].end) if keys else None
                if span is not None and self._evidence.missing(read, span, french=french) <= 0:
                    found.append(replace(span, exact=False))
                    break
        return found

    def _of_several_words(self, read: NameText, hits: Collection[Span], *, french: bool) -> list[Span]:
        """Return the names of several words, one of them misspelled, that begin as another name: Perpignan mediteranee.

        Names of three words, or of two where one says that it is a grouping; no name as it stands holds the fault.
        """
        found: list[Span] = []
        firsts = {hit.first for hit in hits if not read.tokens[hit.first].hangul}
        if not firsts:
            return []
        named = {number for hit in hits for number in hit.tokens}
        unknown = [
            number
            for number, token in enumerate(read.tokens)
            if number not in named and _may_be_faulty(token) and not self._table.spelling.knows(token.word)
        ]
        if not unknown:
            return []
        for first in sorted(firsts):
            if found and first <= found[-1].last:
                continue
            for last in reversed(_run(read.tokens, first)):
                if sum(first <= number <= last for number in unknown) != 1:
                    continue
                span = self._whole(read, first, last, french=french)
                if span is not None and self._is_of_several_words(span.key):
                    found.append(span)
                    break
        return found

    def _is_of_several_words(self, key: int) -> bool:
        """Tell whether a name has three words or more, or two of which one says that it is a grouping."""
        return self._evidence.is_grouping(key) or any(shape.count(" ") > 1 for shape in self._table.shapes(key))

    def _whole(self, read: NameText, first: int, last: int, *, french: bool) -> Span | None:
        tokens = read.tokens[first : last + 1]
        word = "".join(token.word for token in tokens)
        if len(word) < _SHORTEST:
            return None
        names = self._table.names
        heard = sorted(self._table.sounds.romanised_alike(word), key=lambda key: between(word, names[key]))
        for key in (*heard, *(correction.key for correction in self._table.spelling.corrections(word))):
            if is_korean_town(self._table, key):
                continue
            if any(shape.count(" ") + 1 == len(tokens) for shape in self._table.shapes(key)):
                span = self._evidence.span(read, first, last, key, tokens[-1].end)
                if span is not None and self._evidence.missing(read, span, french=french) <= 0:
                    return replace(span, exact=False)
        return None


def is_korean_town(table: NameTable, key: int) -> bool:
    """Tell whether a name is that of a town of Korea: in Latin letters these are too like each other."""
    return Trait.KOREAN in table.traits(key) and table.weight(key) < MIDDLE


def _ending_as_towns(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each run that ends in what a town of Korea does, apostrophes within it."""
    for last, token in enumerate(tokens):
        if not last or tokens[last - 1].hangul or not TOWN.fullmatch(token.word):
            continue
        if token.gap == "-" or (token.gap == " " and token.word in _TOWN_APART):
            first = last - 1
            while first and tokens[first].gap in _APOSTROPHES:
                first -= 1
            yield first, last


def _may_be_faulty(token: Token) -> bool:
    return not token.hangul and not token.word.isdigit()


def _run(tokens: Sequence[Token], first: int) -> range:
    """Return the tokens after the first that spaces and hyphens join to it, as far as a name may go."""
    end = first + 1
    while end < min(first + _MOST_WORDS, len(tokens)) and tokens[end].gap in WITHIN and not tokens[end].hangul:
        end += 1
    return range(first + 1, end)


def _hyphenated(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each run of words that hyphens (and elisions) join."""
    first = 0
    for number in range(1, len(tokens) + 1):
        joined = number < len(tokens) and tokens[number].gap in ("-", "'", "’") and not tokens[number].hangul
        if not joined:
            run = tokens[first:number]
            if any(token.gap == "-" for token in run[1:]) and not run[0].hangul:
                yield first, number - 1
            first = number
