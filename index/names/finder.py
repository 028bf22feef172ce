"""Which places a text names: exact names by an automaton, faulty ones by their spelling, ordinary words by signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.names import series as name_series
from index.names import signs
from index.names.choice import CALLED_SHORT, NameChoice
from index.names.evidence import Span
from index.names.keys import Trait
from index.names.kinds import in_apposition
from index.names.mention import Mention
from index.names.needs import ALONE, LARGE
from index.names.numbers import departement_numbers, departements_lain_in, numbers_beside
from index.names.numbers_asked import number_asked
from index.names.ordinals import ORDINAL
from index.names.reading import NameReader, Reading
from index.names.settling import NameSettling
from index.names.signs_korean import of_a_town
from index.names.table import NameTable
from index.names.telling import are_joined, follows, is_the_one, leads, lies_in, lies_there
from index.names.text import NameText, read_text
from index.recent import Recent
from knowledge.places import Gazetteer
from knowledge.text import Language, bare

_DIGIT = re.compile(r"\d")
_CONTRACTIONS = ("du", "au", "des", "aux")
_DEPARTEMENT = "fr-dep-"
_SAID_OF = ("de", "d", "du", "des", "of")
_OPENING = frozenset("et and celui celle ceux celles that those".split())
"""Words after which what follows is asked about itself: "et de lens ?", "celle de lens"."""
_FREQUENT = 3  # signs that the name of a small place needs in small letters where it is a frequent word
_LONG_IN_HANGUL = 4  # syllables from which a name is hardly another word
_REMEMBERED = 64  # texts whose names are kept
_WITH_KIND = re.compile("[가-힣]{2,}[읍면동]")

_Read = tuple[NameText, tuple[Span, ...], tuple[Span, ...]]
"""A text cut into tokens, its names in order, and those that lack a sign, the longest first."""


class NameFinder:
    """Finds the places that texts name; made from a gazetteer, or opened where it was saved."""

    def __init__(self, gazetteer: Gazetteer, table: NameTable | None = None) -> None:
        self._table = table if table is not None else NameTable.build(gazetteer)
        self._reader = NameReader(self._table)
        self._choice = NameChoice(gazetteer)
        self._settling = NameSettling(self._table, self._choice)
        self._recent: Recent[tuple[str, Language], _Read] = Recent(_REMEMBERED)

    @classmethod
    def open(cls, folder: Path, gazetteer: Gazetteer) -> NameFinder:
        """Open what `save` wrote for this gazetteer. Raises StoreError where it is not there or damaged."""
        return cls(gazetteer, NameTable.open(folder))

    def save(self, folder: Path) -> None:
        """Write what makes opening fast into a folder that is there: names.automaton and names.npz."""
        self._table.save(folder)

    def knows_word(self, word: str) -> bool:
        """Tell whether a word, small and without accents, is an ordinary one of any language: no fault for a name."""
        return self._table.spelling.knows(word)

    def find(
        self, text: str, language: Language, around: tuple[str, ...] = (), kinds: tuple[str, ...] = ()
    ) -> tuple[Mention, ...]:
        """Return the places that a text names, in its order; the longest name wins, none overlap.

        `language` is the one of the text: a word of it that is also a name needs a sign to count as a place. `around`
        holds the ids of the places spoken of before: of several places of a name, one that lies in them is meant.
        `kinds` are those that the text speaks of away from the name: of several places, one of them is meant.
        """
        read, spans, _ = self._read(text, language)
        if not spans:
            return self._numbered(text) if _DIGIT.search(text) else ()
        mentions = [self._mention(read, span, kinds) for span in spans]
        found = self._settling.settled(read, spans, mentions, around)
        if _DIGIT.search(text):
            return self._with_numbers(text, self._numbered_districts(text, self._in_series(text, found, language)))
        if ORDINAL.search(text):
            found = self._in_series(text, found, language)
        return tuple(self._numbered_districts(text, found) if name_series.NUMERALS.search(text) else found)

    def _read(self, text: str, language: Language) -> _Read:
        return self._recent.found((text, language), lambda: self._read_anew(text, language))

    def _read_anew(self, text: str, language: Language) -> _Read:
        read = read_text(text)
        reading = self._reader.read(read, language)
        return read, tuple(self._with_parents(read, reading, language)), reading.doubtful

    def _in_series(self, text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
        """Return the names with those in a row with one that tell but their number: "Paris 15e et 16e"."""
        folded = bare(text)
        found: list[Mention] = []
        for number, mention in enumerate(mentions):
            begin = mentions[number - 1].end if number else 0
            end = mentions[number + 1].start if number + 1 < len(mentions) else len(text)
            before = name_series.before(folded[:end], mention.start, mention.end)
            after = name_series.after(folded[:end], mention.start, mention.end)
            alone = not before or before[0][0] < begin
            found += (not alone and self._told_in_full(text, before, language)) or [mention]
            found += self._told_in_full(text, after, language)
        return found

    def _numbered_districts(self, text: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the names, a city with a number beside it as the district: "Marseile 8e", 빠리 15구, Paris XV."""
        found: list[Mention] = []
        for number, mention in enumerate(mentions):
            told = name_series.district(text, mention.start, mention.end)
            id_ = self._choice.district(mention.places, told[2]) if told else None
            others = (*mentions[:number], *mentions[number + 1 :])
            if told is None or id_ is None or any(other.overlaps(*told[:2]) for other in others):
                found.append(mention)
            else:
                found.append(Mention(*told[:2], text[told[0] : told[1]], (id_,), mention.exact))
        return found

    def _told_in_full(self, text: str, series: Sequence[tuple[int, int, str]], language: Language) -> list[Mention]:
        """Return the mentions of names of a series, each by its full name; none where one of them names no place."""
        found = []
        for start, end, full in series:
            named = self.find(full, language)
            if len(named) != 1 or named[0].text != full:
                return []
            found.append(replace(named[0], start=start, end=end, text=text[start:end]))
        return found

    def _numbered(self, text: str) -> tuple[Mention, ...]:
        """Return the départements that a text without names tells by their number."""
        found = departement_numbers(text)
        if not found and (asked := number_asked(text)):
            found = [asked]
        return tuple(
            Mention(start, end, text[start:end], (id_,), True) for start, end, id_ in found if self._choice.knows(id_)
        )

    def _with_numbers(self, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """Return the names with the départements told by their number beside them."""
        names = [(m.start, m.end, m.places[0].startswith(_DEPARTEMENT)) for m in mentions]

        def holds(departement: str) -> bool:
            return any(self._choice.within(mention.places, [(departement,)], strict=True) for mention in mentions)

        told = numbers_beside(text, names, holds)
        further = [Mention(a, b, text[a:b], (id_,), True) for a, b, id_ in told if self._choice.knows(id_)]
        return tuple(sorted((*mentions, *further), key=lambda mention: mention.start))

    def doubtful(self, text: str, language: Language) -> tuple[Mention, ...]:
        """Return the names in a text that lack a sign to count as places, the longest first, none overlapping.

        Those that are frequent words otherwise ("son", "there") are left out, and ordinary ones that are said of
        another: "ceux du bord de mer".
        """
        read, _, doubtful = self._read(text, language)
        kept: list[Span] = []
        for span in doubtful:
            frequent = self._is_frequent(read, span, french=language != "en")
            if not (frequent or self._is_said_of_another(read, span)) and all(
                span.last < other.first or other.last < span.first for other in kept
            ):
                kept.append(span)
        return tuple(self._settling.ranked(self._mention(read, span)) for span in kept)

    def _is_said_of_another(self, read: NameText, span: Span) -> bool:
        """Tell whether a name of no large place is an ordinary word in small letters, said of another before it."""
        first, before = read.tokens[span.first], read.tokens[: span.first]
        word = span.first == span.last and not first.hangul and not first.capital and self.knows_word(first.word)
        of = len(before) > 1 and before[-1].word in _SAID_OF and before[-2].word not in _OPENING
        return word and of and self._table.weight(span.key) < LARGE

    def _is_frequent(self, read: NameText, span: Span, *, french: bool) -> bool:
        """Tell whether a name is of a small place and far more often another word, as two syllables of Hangul are."""
        need = self._table.need(span.key, span.shape, french=french).small
        if read.tokens[span.first].hangul:
            return need >= ALONE or self._table.weight(span.key) < LARGE
        return need >= _FREQUENT

    def _with_parents(self, read: NameText, reading: Reading, language: Language) -> list[Span]:
        """Return the names, with those that only a place they lie in, named too, or its number makes sure.

        홍천군 서면; Die dans la Drôme; Die (26); anywhere where they are no frequent word: "Sées, dans l'Orne ?".
        """
        if not reading.doubtful:
            return list(reading.names)
        spans = list(reading.names)
        sure = [(other, self._mention(read, other)) for other in reading.names]
        numbers = _DIGIT.search(read.text) is not None
        lain_in = departements_lain_in(read.text) if numbers else ()
        for span in reading.doubtful:
            if any(span.first <= other.last and other.first <= span.last for other in spans):
                continue
            if span.first == span.last and read.tokens[span.first].word in signs.TERMS:
                continue  # "région Hauts-de-France, ville et tél": no commune called Ville
            own = self._mention(read, span)
            landmark = Trait.TERRITORY in self._table.traits(span.key)
            if landmark and self._choice.is_described(own.places, read, span.tokens):
                spans.append(span)
                continue
            rare = not self._is_frequent(read, span, french=language != "en")
            apart = self._may_stand_apart(read, span, rare=rare, french=language != "en")
            if numbers and self._choice.is_sure(own.places, read, span.tokens, apart=apart, rare=rare):
                spans.append(span)
                continue
            if apart and lain_in and self._choice.within(own.places, [lain_in], strict=True):
                spans.append(span)
                continue
            joined = self._joined_to(read, span, reading.doubtful)
            for other, above in sure:
                beside = leads(read, other, span) or follows(read, span, other)
                told = beside or apart or lies_in(read, span, other, spans, rare=rare)
                told = told or is_the_one(read, span, other) or lies_there(read, span, other, spans)
                told = told or any(self._settling.inside(one, above) for one in joined)
                inside = told and self._settling.inside(own, above)
                if inside or self._said_to_lie(read, span, other, spans, apart=apart, rare=rare):
                    spans.append(span)
                    break
        return sorted(spans, key=lambda span: span.first)

    def _said_to_lie(
        self, read: NameText, span: Span, above: Span, names: Sequence[Span], *, apart: bool, rare: bool
    ) -> bool:
        """Tell whether a name that begins a message is said to lie in a place, rightly or not: "Laguiole est dans…".

        In small letters it has several words: "saint malo c'est en normandie ?".
        """
        is_name = apart or (rare and span.first < span.last)
        begins = span.first == 0 and not read.tokens[0].hangul
        return is_name and begins and lies_in(read, span, above, names, rare=rare)

    def _joined_to(self, read: NameText, span: Span, doubtful: Sequence[Span]) -> list[Mention]:
        """Return the names that a Korean text joins one to, which may lie where it does: 망통하고 칸 둘다."""
        return [
            self._mention(read, one) for one in doubtful if are_joined(read, span, one) or are_joined(read, one, span)
        ]

    def _may_stand_apart(self, read: NameText, span: Span, *, rare: bool, french: bool) -> bool:
        """Tell whether a name reads as one wherever the place it lies in is named: in capitals, no frequent word."""
        first = read.tokens[span.first]
        if first.hangul:
            long = span.letters >= _LONG_IN_HANGUL or self._says_its_kind(span)
            return long or rare
        frequent = self._table.need(span.key, span.shape, french=french).capital >= _FREQUENT
        return first.capital and not frequent and not signs.counted_before(read.tokens, span.first)

    def _says_its_kind(self, span: Span) -> bool:
        """Tell whether a Korean town is named with its kind, 연남동, and by more than a syllable."""
        official = Trait.OFFICIAL in self._table.traits(span.key)
        return official and _WITH_KIND.fullmatch(self._table.names[span.key]) is not None

    def _mention(self, read: NameText, span: Span, kinds: tuple[str, ...] = ()) -> Mention:
        first = read.tokens[span.first]
        if first.word in _CONTRACTIONS and span.last > span.first:
            first = read.tokens[span.first + 1]  # du Mans is Le Mans
        rows = self._table.rows(span.key)
        set_aside = read.kinds_denied if len(rows) > 1 else ()
        kinds_told = span.kinds or in_apposition(read.tokens, span.last + 1) or self._town_kinds(read, span)
        chosen = self._choice.candidates(rows, [kind for kind in kinds_told if kind not in set_aside])
        if len(chosen) > 1 and kinds:
            chosen = self._choice.candidates(rows, kinds, around=False)  # it may be what is asked: "quelle métropole"
        chosen = self._choice.of_other_kinds(chosen, set_aside)
        written = read.text[first.at : span.to]
        chosen = self._choice.numbered(chosen, read, written, span.last + 1) or chosen
        return Mention(first.at, span.to, written, chosen, span.exact)

    def _town_kinds(self, read: NameText, span: Span) -> tuple[str, ...]:
        """Return the kinds of town where a text says that a name is one's: "Ochang, is it an eup?"."""
        if Trait.TOWN not in self._table.traits(span.key):
            return ()
        hangul = read.tokens[span.first].hangul
        said = of_a_town(read.tokens, span.last + 1, span.rest) if hangul else signs.is_said_a_town(read.tokens)
        return CALLED_SHORT if said else ()
