"""The stretches of a text that are names: found, tested for boundaries and signs, the longest kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from index.names import compared, signs
from index.names import signs_korean as korean
from index.names.compounds import FaultyCompounds
from index.names.evidence import Evidence, Span
from index.names.faults import FaultyNames
from index.names.keys import KINDS, Trait
from index.names.needs import ALONE, LARGE
from index.names.particles import COMITATIVE
from index.names.table import NameTable
from index.names.text import NameText
from index.names.tokens import Token
from knowledge import countries
from knowledge.text import Language

_ELISIONS = frozenset("d l qu s n j c m t".split())
_RUN_TOGETHER_FROM = 8  # letters from which a name may be written with fewer or more spaces
_OFFICIAL_TOGETHER_FROM = 6
_HANGUL_APART_FROM = 4
_SUBJECTS = frozenset("il elle on y ils elles je tu".split())
_INSTEAD_IN_KOREAN = ("말고", "아니고", "아니라")
_THAN_IN_KOREAN = "보다(?:는|도|요)?"
_LONG = 16  # letters from which a name may hold a comma
_LINKS = (["et"], ["and"], ["ou"], ["or"], ["with"], ["avec"])
_OURS = ("우리", "저희")
_LISTING = frozenset(",·/、")
_BEFORE_A_COUNTRY = frozenset("en la le l".split())
_OF, _IN_A_COUNTRY = frozenset("d de".split()), frozenset("ville villes region regions capitale".split())
"""What stands before the name of a country of which that is one: a commune is called a commune."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The names of a text in its order, and those that lack a sign, the longest first."""

    names: tuple[Span, ...]
    doubtful: tuple[Span, ...]


class NameReader:
    """Reads the names in texts with the searched forms of a table."""

    def __init__(self, table: NameTable) -> None:
        self._table = table
        self._evidence = Evidence(table)
        self._compounds = FaultyCompounds(table, self._evidence)
        self._faulty = FaultyNames(table, self._evidence)

    def read(self, text: NameText, language: Language) -> Reading:
        """Return the names of a text, none overlapping, and those that lack a sign."""
        if not text.tokens or not len(self._table):
            return Reading((), ())
        french = language != "en"
        hits = [span for span in self._hits(text) if not _is_determiner(text, span) and not _is_verb(text, span)]
        hits = [span for span in hits if not _goes_on(text, span, hits) and not self._are_two(text, span, hits)]
        hits = [span for span in hits if not self._is_country(text, span)]
        hits.sort(key=lambda span: (-span.letters, span.first))
        kept = self._compounds.find(text, hits, french=french)
        doubtful: list[tuple[Span, int]] = []
        taken = {token for span in kept for token in span.tokens}
        for span in hits:
            if taken.isdisjoint(span.tokens):
                missing = self._evidence.missing(text, span, french=french)
                if missing <= 0:
                    kept.append(span)
                    taken.update(span.tokens)
                else:
                    doubtful.append((span, missing))
        for span, missing in (*doubtful, *doubtful):  # again: those of a list tell of each other
            further = 0 if not taken.isdisjoint(span.tokens) else _listed(text, span, kept)
            if taken.isdisjoint(span.tokens) and further + self._compared(text, span, kept) >= missing:
                kept.append(span)
                taken.update(span.tokens)
        for span, _ in doubtful:
            held = [inner for inner in kept if span.first < inner.first and inner.last <= span.last]
            if held and self._is_within_its_name(text, span, held, kept):
                kept = [name for name in kept if name not in held] + [span]
                taken.update(span.tokens)
        left = [span for span, _ in doubtful if taken.isdisjoint(span.tokens)]
        # A word that is a name as it stands is not taken for a faulty one; an ordinary one may be part of one: la tour
        # Eifel.
        names = (span.tokens for span in left if not self._are_words(text, span))
        kept += self._faulty.find(text, taken.union(*names), french=french)
        return Reading(tuple(sorted(kept, key=lambda span: span.first)), tuple(left))

    def _are_words(self, read: NameText, span: Span) -> bool:
        """Tell whether a name in Latin letters is made of words of the language, in small letters."""
        tokens = read.tokens[span.first : span.last + 1]
        return all(
            not token.hangul and not token.capital and self._table.spelling.knows(token.word) for token in tokens
        )

    def _is_within_its_name(self, read: NameText, span: Span, held: Sequence[Span], kept: Sequence[Span]) -> bool:
        """Tell whether a sure name is but the end of a landmark's: "le pont du gard" is not the département.

        The landmark is written as it is called, in small letters, and no other name overlaps it.
        """
        apart = all(name in held or name.last < span.first or span.last < name.first for name in kept)
        return self._evidence.is_landmark(span.key) and span.exact and apart and held[-1].last == span.last

    def _are_two(self, read: NameText, span: Span, hits: Sequence[Span]) -> bool:
        """Tell whether a comma parts the name of a grouping into a place and a territory: Mont-Saint-Michel, Normandie.

        Of a commune the two together are its name: "Carnac, Morbihan".
        """
        if self._table.traits(span.key) & (KINDS | Trait.TERRITORY):
            return False
        commas = [n for n in range(span.first + 1, span.last + 1) if read.tokens[n].gap.strip() == ","]
        if len(commas) != 1:
            return False
        head = any((hit.first, hit.last) == (span.first, commas[0] - 1) for hit in hits)
        territories = (hit for hit in hits if Trait.TERRITORY & self._table.traits(hit.key))
        return head and any((hit.first, hit.last) == (commas[0], span.last) for hit in territories)

    def _is_country(self, read: NameText, span: Span) -> bool:
        """Tell whether the name of a small commune is that of the country that is meant: "en Allemagne", "la Suisse".

        What is in a commune is "à" it, and its name takes no article that is not part of it.
        """
        before = [token.word for token in read.tokens[max(span.first - 2, 0) : span.first]]
        of_it = len(before) == 2 and before[1] in _OF and before[0] in _IN_A_COUNTRY
        if not of_it and (not before or before[-1] not in _BEFORE_A_COUNTRY):
            return False
        first, last = read.tokens[span.first], read.tokens[span.last]
        named = any((first.at, last.to) == found for found, _ in countries.named(read.text))
        return named and self._table.weight(span.key) < LARGE

    def _compared(self, read: NameText, span: Span, kept: list[Span]) -> int:
        """Return two signs for a name that its sentence compares with a sure one of its kind, or says to be in one."""
        traits = self._table.traits(span.key) & KINDS
        if read.tokens[span.first].hangul:
            than = re.fullmatch(_THAN_IN_KOREAN, span.rest) is not None
            like = [other for other in kept if traits & self._table.traits(other.key)]
            before = read.tokens[span.first - 1].word if span.first else ""
            instead = before in _INSTEAD_IN_KOREAN and any(other.last == span.first - 2 for other in like)
            return ALONE if instead else 2 * (than and bool(like))  # 인천 말고 이천이요
        if not read.tokens[span.first].capital:
            return 0
        at = span.first, span.last + 1
        if any(compared.belongs(read.tokens, *at, other.first) for other in kept):
            return 2
        return 2 * any(
            traits & self._table.traits(other.key) and compared.is_compared(read.tokens, *at, other.first)
            for other in kept
        )

    def _hits(self, read: NameText) -> Iterator[Span]:
        starts = [token.start for token in read.tokens]
        names = self._table.names
        for position, key in self._table.automaton.iter(read.stream):
            end = position + 1
            first = read.starts.get(end - len(names[key]))
            if first is None:
                continue
            last = read.ends.get(end)
            rest = ""
            if last is None:
                last = bisect_right(starts, position) - 1
                token = read.tokens[last]
                if not token.hangul:
                    continue
                rest = token.word[end - token.start :]
            shape = self._shape(read.tokens[first : last + 1], key, rest)
            if shape >= 0:
                span = self._evidence.span(read, first, last, key, end, rest, shape)
                if span is not None:
                    yield span

    def _shape(self, tokens: tuple[Token, ...], key: int, rest: str) -> int:
        """Return in which of the shapes of a form the tokens are written, the first if only run together; -1 if not."""
        written = " ".join(token.word for token in tokens)
        written = written[: len(written) - len(rest)]
        length = len(self._table.names[key])
        shapes = self._table.shapes(key)
        if written in shapes:
            sound = all(near(token) or (length >= _LONG and _listing(token)) for token in tokens[1:])
            return shapes.index(written) if sound else -1
        return 0 if all(near(token) for token in tokens[1:]) and self._runs_together(tokens, key) else -1

    def _runs_together(self, tokens: tuple[Token, ...], key: int) -> bool:
        """Tell whether a name may be written with more or fewer spaces than it has."""
        length = len(self._table.names[key])
        if tokens[0].hangul:
            return len(tokens) == 1 or length >= _HANGUL_APART_FROM or all(token.glued for token in tokens[1:])
        if len(tokens) == 1:
            official = Trait.OFFICIAL in self._table.traits(key)  # Jejudo
            return length >= (_OFFICIAL_TOGETHER_FROM if official else _RUN_TOGETHER_FROM)
        if self._is_by_syllable(tokens, key):
            return True
        if all(self._table.spelling.knows(token.word) for token in tokens):
            return False  # leur ville is not Leurville
        if all(token.glued for token in tokens[1:]):
            return tokens[0].word not in _ELISIONS
        return length >= _RUN_TOGETHER_FROM and all(len(token.word) > 2 for token in tokens)

    def _is_by_syllable(self, tokens: tuple[Token, ...], key: int) -> bool:
        """Tell whether a name is that of a Korean place whose syllables hyphens part: Yang-gu."""
        traits = self._table.traits(key)
        korean = Trait.KOREAN in traits and Trait.FRENCH not in traits
        return korean and tokens[0].capital and all(token.gap == "-" for token in tokens[1:])


def near(token: Token) -> bool:
    """Tell whether a token goes on from the one before within a name."""
    return token.gap in ("", " ", "-", "'", "’", " - ", "·", "\u00a0", ".", " (")


def _listing(token: Token) -> bool:
    return token.gap.strip() in (",", "/", ")")


def _is_determiner(read: NameText, span: Span) -> bool:
    """Tell whether a name in small letters is a word that determines: "our town hall" is not that of Our."""
    first = read.tokens[span.first]
    return span.first == span.last and not first.capital and first.word in signs.DETERMINERS


def _is_verb(read: NameText, span: Span) -> bool:
    """Tell whether a name in small letters is a verb after its subject: "il y aura" is no Auvergne-Rhône-Alpes."""
    first = read.tokens[span.first]
    if first.hangul or first.capital or span.first == 0 or first.gap != " ":
        return False
    before = read.tokens[span.first - 1]
    return span.first == span.last and before.word in _SUBJECTS and not before.glued


def _goes_on(read: NameText, span: Span, hits: Sequence[Span]) -> bool:
    """Tell whether a name that begins with what it is goes on as another: département de la Seine-Maritime."""
    return read.tokens[span.first].word in signs.TERMS and any(
        span.first < other.first <= span.last < other.last for other in hits
    )


def _is_longer(read: NameText, span: Span, other: Span, kept: list[Span]) -> bool:
    """Tell whether a list with a sure name goes on behind it with a further one: 보은, 옥천, 영동."""
    after = other.first > span.first
    for further in kept:
        first, second = (other, further) if after else (further, other)
        if first.last + 1 == second.first and not first.rest and read.tokens[second.first].gap.strip() in _LISTING:
            return True
    return False


def _listed(read: NameText, span: Span, kept: list[Span]) -> int:
    """Return how many signs it is to stand in a list with names that are sure: one beside one, two after "vs".

    Two after any word that joins it where places are spoken of, or compared: "more people, lorient or vannes".

    Two as well where a Korean text ends both alike: 오랭인지 바랭인지.
    """
    found = 0
    for other in kept:
        first, second = (span, other) if span.first < other.first else (other, span)
        between = (read.tokens[number].word for number in range(first.last + 1, second.first))
        words = [*islice((word for word in between if word not in _OURS), 2)]
        if len(words) > 1:  # nothing joins names with so much between, and most of a long message have: look no further
            continue
        gap = read.tokens[first.last + 1].gap.strip() if first.last + 1 <= second.first else ""
        if not words and not gap and re.fullmatch(COMITATIVE, first.rest):
            found += 2  # what is stuck to a Korean name joins it to the next: 클뤼즈랑 안시
        elif not words and not gap and len(first.rest) > 1 and first.rest == second.rest:
            found += 2
        elif not words and not gap and not first.rest and all(read.tokens[s.first].hangul for s in (first, second)):
            found += 1  # on either side of it: 충주 청주 진주
        elif words in _LINKS:
            spoken = signs.speaks_of_places(read.tokens, span.first, span.last + 1) or compared.compares(read.tokens)
            found += 1 + spoken
        elif not words and gap:
            found += 1 + (gap in _LISTING and _is_longer(read, span, other, kept))
        elif len(words) == 1 and korean.are_compared(
            read.tokens, (first.last + 1, first.rest), (second.last + 1, second.rest)
        ):
            found += ALONE
        elif words in (["vs"], ["versus"]):
            found += 2
    return found
