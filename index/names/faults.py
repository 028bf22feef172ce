"""Names with a typing fault: looked for among the words that no name has taken and no dictionary knows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from index.names import compared, signs
from index.names import signs_korean as korean
from index.names.compounds import WITHIN, is_korean_town
from index.names.evidence import Evidence, Span
from index.names.hearing import HeardNames, Stems
from index.names.keys import Trait
from index.names.needs import LARGE, MIDDLE
from index.names.particles import attached
from index.names.spelling import Correction, between
from index.names.table import NameTable
from index.names.telling import says_to_lie_within
from index.names.text import NameText
from index.names.tokens import Token

_MOST_TOKENS = 4
_HANGUL_FROM = 4  # syllables, one fewer next to a word that speaks of a place
_OFFICIAL_FROM = 3  # of a name with its suffix, which is heard as it should be
_HANGUL_UNEVEN_FROM = 5  # syllables from which one more or fewer may be a fault
_SURE_FROM = 7  # letters from which a capital at the beginning is enough
_WELL_KNOWN = 1_000_000
_PLAIN_FROM = 8  # letters from which the name of a large place needs no sign
_KOREAN_UNITS = frozenset({"do", "si", "gun", "gu", "eup", "myeon", "dong"})


class FaultyNames:
    """Finds the names of a table that a text misspells."""

    def __init__(self, table: NameTable, evidence: Evidence) -> None:
        self._table = table
        self._evidence = evidence
        self._heard = HeardNames(table, evidence)

    def find(self, read: NameText, taken: Collection[int], *, french: bool) -> list[Span]:
        """Return the names with a fault among the tokens that are not taken; of several readings the longest."""
        found: list[Span] = []
        after = 0
        known = [self._table.spelling.knows(token.word) for token in read.tokens]
        for first, token in enumerate(read.tokens):
            if first < after or first in taken or token.word.isdigit():
                continue
            if not token.hangul and all(known[first : first + _MOST_TOKENS]):
                continue
            readings = self._from(read, first, taken, known, french=french)
            ranked = sorted(readings, key=lambda pair: pair[0])
            if ranked:
                found.append(ranked[0][1])
                after = ranked[0][1].last + 1
        return found

    def _from(
        self,
        read: NameText,
        first: int,
        taken: Collection[int],
        known: Sequence[bool],
        *,
        french: bool,
    ) -> Iterator[tuple[tuple[int, int], Span]]:
        """Yield the readings that begin at a token, ranked: letters that fit, then fewer tokens.

        `known` tells of each token whether it is an ordinary word: of such alone none has a fault.
        """
        hangul = read.tokens[first].hangul
        for last in range(first, min(first + (1 if hangul else _MOST_TOKENS), len(read.tokens))):
            token = read.tokens[last]
            if last in taken or (last > first and (token.gap not in WITHIN or token.hangul or token.word.isdigit())):
                return
            if not hangul and all(known[first : last + 1]):
                continue
            spoken_of = hangul or read.asks_where or self._spoken_of(read, first, last, taken)
            readings = (
                self._in_hangul(read, first, taken)
                if hangul
                else self._latin(read, first, last, taken, spoken_of=spoken_of, french=french)
            )
            for span, faults in readings:
                yield (2 * faults - span.letters, last), span

    def _in_hangul(self, read: NameText, at: int, taken: Collection[int]) -> Iterator[tuple[Span, int]]:
        stems = self._stems(read.tokens[at])
        yield from self._hangul(read, at, stems)
        yield from self._heard.find(read, at, stems, taken)

    def _hangul(self, read: NameText, at: int, stems: Stems) -> Iterator[tuple[Span, int]]:
        token = read.tokens[at]
        for stem, rest in stems:
            spoken_of = korean.of_a_place(read.tokens, at + 1, rest)
            asked_of = read.asks_where and korean.is_topic(rest)
            if len(stem) < min(_HANGUL_FROM - spoken_of, _OFFICIAL_FROM):
                continue
            for correction in self._table.spelling.corrections(stem):
                official = Trait.OFFICIAL in self._table.traits(correction.key)
                sure = len(stem) >= _HANGUL_FROM - (spoken_of or (official and asked_of))
                if not sure and (correction.faults or not official):
                    continue  # 재천시 is heard as 제천시
                span = self._evidence.span(read, at, at, correction.key, token.start + len(stem), rest)
                if span is not None and self._alike(stem, correction.key):
                    yield replace(span, exact=False), correction.faults
                    break

    def _stems(self, token: Token) -> Stems:
        """Return what may be a name in a Hangul word and what is stuck to it; nothing where it is an ordinary word."""
        word, knows = token.word, self._table.spelling.knows
        if knows(word):
            return []
        stems = [(word[:-n], word[-n:]) for n in range(1, len(word) - 1) if attached(word[-n:])]
        return [] if any(knows(stem) for stem, _ in stems) else [(word, ""), *stems]

    def _alike(self, stem: str, key: int) -> bool:
        """Tell whether a Hangul word may be a fault for a name: of a large place, as long, with the same suffix."""
        name = self._table.names[key]
        if self._table.weight(key) < LARGE or (
            Trait.OFFICIAL in self._table.traits(key) and name[-1] != stem[-1] and len(name) < _HANGUL_UNEVEN_FROM
        ):
            return False
        longer = max(len(name), len(stem))
        return len(name) == len(stem) or (longer >= _HANGUL_UNEVEN_FROM and abs(len(name) - len(stem)) == 1)

    def _latin(
        self, read: NameText, first: int, last: int, taken: Collection[int], *, spoken_of: bool, french: bool
    ) -> Iterator[tuple[Span, int]]:
        tokens = read.tokens[first : last + 1]
        spelling = self._table.spelling
        known = [token.word for token in tokens if spelling.knows(token.word)]
        if any(token.written.isupper() and token.capital for token in tokens):
            return
        plain = not spoken_of
        if plain and (first != last or len(tokens[0].word) < _PLAIN_FROM):
            return
        word = "".join(token.word for token in tokens)
        if word in self._table.words:  # Oléron is no fault for Oloron
            return
        romanised = self._romanised(word)
        corrections = [*self._numbered(read, first, last), *spelling.corrections(word)]
        lying = self._is_said_to_lie(read, last, taken)
        for correction in [*romanised, *corrections]:
            if not self._has_words(correction.key, known) or is_korean_town(self._table, correction.key):
                continue
            if known and correction.faults > 1 and not any(token.capital for token in tokens):
                continue  # "au grand pavois" is not the Grand Paris
            if plain and not self._is_great(correction.key):
                continue
            if _is_korean_unit(read.tokens, last + 1) and Trait.KOREAN not in self._table.traits(correction.key):
                continue  # Sorim-gun is no fault for Sorio
            span = self._evidence.span(read, first, last, correction.key, tokens[-1].end)
            beside = taken if correction in romanised else ()
            if span is not None and self._likely(read, span, beside, lying=lying, french=french):
                yield replace(span, exact=False), correction.faults
                return

    def _romanised(self, word: str) -> list[Correction]:
        """Return the Korean names that a word in Latin letters is heard as, the closest first: Wonjoo, Tchongju."""
        names = self._table.names
        alike = self._table.sounds.romanised_alike(word)
        return [Correction(key, 1) for key in sorted(alike, key=lambda key: between(word, names[key]))]

    def _spoken_of(self, read: NameText, first: int, last: int, taken: Collection[int]) -> bool:
        """Tell whether anything but its letters speaks for a name: a capital, a preposition, an administration."""
        tokens = read.tokens
        if tokens[first].capital and (not tokens[first].first or len(tokens[first].word) >= _SURE_FROM):
            return True
        preposition = signs.preposition_before(tokens, first, article=True)
        return (
            preposition >= 0
            or bool(signs.telling_words(tokens, first, last + 1, preposition))
            or signs.is_whole_message(tokens, first, last + 1)
            or self._is_said_to_lie(read, last, taken)
            or signs.is_numbered(tokens, first, last + 1)
        )

    def _numbered(self, read: NameText, first: int, last: int) -> list[Correction]:
        """Return the city with numbered districts that a word beside such a number is one fault from: Lyonn 3e."""
        if first != last or not signs.is_numbered(read.tokens, first, last + 1):
            return []
        word = read.tokens[first].word
        cities = (key for key in self._table.numbered_cities if self._table.names[key][0] == word[0])
        return [Correction(key, 1) for key in cities if between(word, self._table.names[key]) == 1]

    @staticmethod
    def _is_said_to_lie(read: NameText, last: int, taken: Collection[int]) -> bool:
        """Tell whether a text says of what ends at a token that it lies in a place named: c'est dans les Côtes."""
        above = next((number for number in range(last + 1, len(read.tokens)) if number in taken), last)
        return says_to_lie_within(read.tokens[last + 1 : above])

    def _is_great(self, key: int) -> bool:
        """Tell whether a name is that of a large French place; unknown Korean words in Latin letters are too alike."""
        return self._table.weight(key) >= LARGE and Trait.KOREAN not in self._table.traits(key)

    def _has_words(self, key: int, known: list[str]) -> bool:
        """Tell whether the ordinary words among the tokens are words of the name."""
        return not known or any(set(known) <= set(shape.split(" ")) for shape in self._table.shapes(key))

    def _likely(self, read: NameText, span: Span, taken: Collection[int], *, lying: bool, french: bool) -> bool:
        """Tell whether a corrected name has its signs: one of few people needs two at least.

        `taken` are the tokens of names that it may be listed with; `lying`: it is said to lie in a place named.
        """
        first = read.tokens[span.first]
        island = span.last > span.first and first.word in signs.ISLANDS
        if self._table.weight(span.key) < MIDDLE and not island:
            inside = first.capital and not first.first
            if not lying and self._evidence.latin_signs(read, span, capital=inside) < 2:
                return False
        is_korean = Trait.KOREAN in self._table.traits(span.key) and self._table.weight(span.key) < _WELL_KNOWN
        whole = signs.is_whole_message(read.tokens, span.first, span.last + 1)
        listed = compared.stands_beside(read.tokens, span.first, span.last + 1, taken)
        # A capital alone may begin any Korean word in Latin letters.
        if is_korean and not whole and not listed and self._evidence.latin_signs(read, span, capital=False) < 1:
            return False
        return self._evidence.missing(read, span, french=french) <= 0


def _is_korean_unit(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is what a Korean name is written with a hyphen before: Sorim-gun."""
    return at < len(tokens) and tokens[at].gap == "-" and tokens[at].word in _KOREAN_UNITS
