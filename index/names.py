"""Which places a text names: exact names by an automaton, faulty ones by their spelling, ordinary words by signs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index import name_series, name_telling
from index import name_signs as signs
from index.aside import is_set_aside
from index.mention import Mention
from index.name_choice import KOREAN_TOWNS, NameChoice
from index.name_evidence import Span
from index.name_keys import Trait
from index.name_kinds import denied, in_apposition
from index.name_needs import ALONE, LARGE
from index.name_numbers import departement_numbers
from index.name_reading import NameReader, Reading
from index.name_signs_korean import of_a_town
from index.name_table import NameTable
from index.name_telling import (
    are_joined,
    follows,
    glosses,
    heads_address,
    is_near,
    is_the_one,
    leads,
    lies_in,
    says_near,
)
from index.name_text import NameText, read_text
from knowledge.places import Gazetteer
from knowledge.text import Language, bare

_DIGIT = re.compile(r"\d")
_CONTRACTIONS = ("du", "au", "des", "aux")
_FREQUENT = 3  # signs that the name of a small place needs in small letters where it is a frequent word
_LONG_IN_HANGUL = 4  # syllables from which a name is hardly another word


class NameFinder:
    """Finds the places that texts name; made from a gazetteer, or opened where it was saved."""

    def __init__(self, gazetteer: Gazetteer, table: NameTable | None = None) -> None:
        self._table = table if table is not None else NameTable.build(gazetteer)
        self._reader = NameReader(self._table)
        self._choice = NameChoice(gazetteer)

    @classmethod
    def open(cls, folder: Path, gazetteer: Gazetteer) -> NameFinder:
        """Open what `save` wrote for this gazetteer. Raises StoreError where it is not there or damaged."""
        return cls(gazetteer, NameTable.open(folder))

    def save(self, folder: Path) -> None:
        """Write what makes opening fast into a folder that is there: names.automaton and names.npz."""
        self._table.save(folder)

    def find(
        self, text: str, language: Language, around: tuple[str, ...] = (), kinds: tuple[str, ...] = ()
    ) -> tuple[Mention, ...]:
        """Return the places that a text names, in its order; the longest name wins, none overlap.

        `language` is the one of the text: a word of it that is also a name needs a sign to count as a place. `around`
        holds the ids of the places spoken of before: of several places of a name, one that lies in them is meant.
        `kinds` are those that the text speaks of away from the name: of several places, one of them is meant.
        """
        read = read_text(text)
        reading = self._reader.read(read, language)
        spans = self._with_parents(read, reading, language)
        if not spans:
            return self._numbered(text)
        mentions = self._told_apart(read, spans, [self._mention(read, span, kinds) for span in spans])
        found = self._settled(read, spans, mentions, around)
        return tuple(self._in_series(text, found, language) if _DIGIT.search(text) else found)

    def _in_series(self, text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
        """Return the names with those in a row with one that tell but their number: "Paris 15e et 16e"."""
        folded = bare(text)
        if len(folded) != len(text):  # letters taken apart are not counted as they stand
            return list(mentions)
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
        return tuple(
            Mention(start, end, text[start:end], (id_,), True) for start, end, id_ in found if self._choice.knows(id_)
        )

    def doubtful(self, text: str, language: Language) -> tuple[Mention, ...]:
        """Return the names in a text that lack a sign to count as places, the longest first, none overlapping.

        Those that are frequent words otherwise ("son", "there") are left out.
        """
        read = read_text(text)
        kept: list[Span] = []
        for span in self._reader.read(read, language).doubtful:
            if not self._is_frequent(read, span, french=language != "en") and all(
                span.last < other.first or other.last < span.first for other in kept
            ):
                kept.append(span)
        return tuple(self._ranked(self._mention(read, span)) for span in kept)

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
        spans = list(reading.names)
        numbers = _DIGIT.search(read.text) is not None
        for span in reading.doubtful:
            if any(span.first <= other.last and other.first <= span.last for other in spans):
                continue
            if span.first == span.last and read.tokens[span.first].word in signs.TERMS:
                continue  # "région Hauts-de-France, ville et tél": no commune called Ville
            apart = self._may_stand_apart(read, span, french=language != "en")
            if numbers and self._choice.is_sure(self._mention(read, span).places, read, span.tokens, apart=apart):
                spans.append(span)
                continue
            for other in reading.names:
                beside = leads(read, other, span) or follows(read, span, other)
                told = beside or apart or lies_in(read, span, other, spans) or is_the_one(read, span, other)
                told = told or self._lies_beside(read, span, reading.doubtful, other)
                if told and self._inside(self._mention(read, span), self._mention(read, other)):
                    spans.append(span)
                    break
        return sorted(spans, key=lambda span: span.first)

    def _lies_beside(self, read: NameText, span: Span, doubtful: Sequence[Span], above: Span) -> bool:
        """Tell whether a Korean text joins the name to another one that lies there too: 망통하고 칸 둘다 알프마리팀."""
        outer = self._mention(read, above)
        joined = (one for one in doubtful if are_joined(read, span, one) or are_joined(read, one, span))
        return any(self._inside(self._mention(read, one), outer) for one in joined)

    def _may_stand_apart(self, read: NameText, span: Span, *, french: bool) -> bool:
        """Tell whether a name reads as one wherever the place it lies in is named: in capitals, no frequent word."""
        first = read.tokens[span.first]
        if first.hangul:
            return span.letters >= _LONG_IN_HANGUL or not self._is_frequent(read, span, french=french)
        frequent = self._table.need(span.key, span.shape, french=french).capital >= _FREQUENT
        return first.capital and not frequent and not signs.counted_before(read.tokens, span.first)

    def _mention(self, read: NameText, span: Span, kinds: tuple[str, ...] = ()) -> Mention:
        first = read.tokens[span.first]
        if first.word in _CONTRACTIONS and span.last > span.first:
            first = read.tokens[span.first + 1]  # du Mans is Le Mans
        rows = self._table.rows(span.key)
        set_aside = denied(read.text) if len(rows) > 1 else ()
        told = span.kinds or in_apposition(read.tokens, span.last + 1) or self._town_kinds(read, span)
        chosen = self._choice.candidates(rows, [kind for kind in told if kind not in set_aside])
        if len(chosen) > 1 and kinds:
            chosen = self._choice.candidates(rows, kinds)
        chosen = self._choice.of_other_kinds(chosen, set_aside)
        written = read.text[first.at : span.to]
        told = self._choice.numbered(chosen, read, written, span.last + 1) or chosen
        return Mention(first.at, span.to, written, told, span.exact)

    def _town_kinds(self, read: NameText, span: Span) -> tuple[str, ...]:
        """Return the kinds of town where a text says that a name is one's: "Ochang, is it an eup?"."""
        if Trait.TOWN not in self._table.traits(span.key):
            return ()
        hangul = read.tokens[span.first].hangul
        said = of_a_town(read.tokens, span.last + 1, span.rest) if hangul else signs.is_said_a_town(read.tokens)
        return KOREAN_TOWNS if said else ()

    def _settled(
        self, read: NameText, spans: Sequence[Span], mentions: list[Mention], before: tuple[str, ...]
    ) -> list[Mention]:
        """Narrow what is ambiguous by what is named around it, and join a place to what it is said to lie in.

        What is named only to set it aside ("Jung-gu in Daejeon, not Seoul") narrows nothing.
        """
        several = len(mentions) > 1
        denied = {m.start for m in mentions if several and is_set_aside(read.text, m.start, m.end)}
        for at in range(1, len(mentions)):
            if mentions[at - 1].start in denied and follows(read, spans[at - 1], spans[at]):
                denied.add(mentions[at].start)  # "not the Sainte-Marie of Martinique"
        settled: list[Mention] = []
        skip = -1
        for number, mention in enumerate(mentions):
            if number <= skip:
                continue
            others = (*mentions[:number], *mentions[number + 1 :])
            around = [other.places for other in others if other.start not in denied]
            narrowed = mention.places if mention.start in denied else self._choice.within(mention.places, around)
            if narrowed == mention.places:
                narrowed = self._choice.within(mention.places, [before])
            if mention.start not in denied:
                elsewhere = [other.places for other in others if other.start in denied]
                narrowed = self._choice.outside(narrowed, elsewhere)
            whole, mention = mention, replace(mention, places=narrowed)
            if settled:
                inside = self._told_before(read, spans[number - 1], spans[number], settled[-1], whole)
                if inside:
                    mention = self._joined(read, settled.pop(), mention, inside)
            if number + 1 < len(mentions):
                other = mentions[number + 1]
                inside = self._told_by(read, spans[number], spans[number + 1], whole, other)
                if inside:
                    mention = self._joined(read, mention, other, inside)
                    skip = number + 1
            settled.append(mention)
        return [self._ranked(mention) for mention in settled]

    def _told_before(
        self, read: NameText, above: Span, below: Span, before: Mention, mention: Mention
    ) -> tuple[str, ...]:
        """Return which of the places of a name is meant where the one before tells it: 경남 고성; 서울 근처 광주."""
        if is_near(read, above, below):
            return self._choice.beside(mention.places, before.places)
        official = Trait.OFFICIAL in self._table.traits(below.key)
        if leads(read, above, below) or (official and heads_address(read, above, below)):
            return self._choice.within(mention.places, [before.places], strict=True)
        return ()

    def _told_by(self, read: NameText, one: Span, other: Span, mention: Mention, next_: Mention) -> tuple[str, ...]:
        """Return which of the places of a name is meant where the next name tells it; none where it does not.

        Jung-gu, Busan; Moulins, celle de l'Allier; Fontaine, the one next to Grenoble; 리옹(Riom).
        """
        if glosses(read, one, other):
            return self._choice.common(mention.places, next_.places)
        if follows(read, one, other) or is_the_one(read, one, other):
            return self._inside(mention, next_)
        if lies_in(read, one, other, (one, other)):
            return self._short_in(mention, next_)
        near = says_near(read.tokens[one.last + 1 : other.first])
        return self._choice.beside(mention.places, next_.places) if near else ()

    def _inside(self, mention: Mention, above: Mention) -> tuple[str, ...]:
        """Return which of the places of a name lie in another, or which ones that it is short for."""
        inside = self._choice.within(mention.places, [above.places], strict=True)
        return inside or self._short_in(mention, above)

    def _short_in(self, mention: Mention, above: Mention) -> tuple[str, ...]:
        """Return what a name is short for in the place it lies in, where none there bears it as it is."""
        if self._choice.within(mention.places, [above.places], strict=True):
            return ()
        return self._choice.short_for(mention.text, above.places)

    def _told_apart(self, read: NameText, spans: Sequence[Span], mentions: list[Mention]) -> list[Mention]:
        """Tell apart the namesakes that a text sets side by side: Saint-Denis en métropole et celui de La Réunion."""
        told = list(mentions)
        for at in range(1, len(told)):
            between = read.tokens[spans[at - 1].last + 1 : spans[at].first]
            one = name_telling.another_at(between)
            if one is None:
                continue
            if (
                at > 1
                and name_telling.the_one_at(read.tokens[spans[at - 2].last + 1 : spans[at - 1].first]) is not None
            ):
                both = self._choice.each_told(*(mention.places for mention in told[at - 2 : at + 1]))
                if both:  # Saint-Denis: the one on Réunion and the one by Paris
                    for number, id_ in zip((at - 2, at - 1, at), (both[0], *both), strict=True):
                        told[number] = replace(told[number], places=(id_,))
                    continue
            head, above = told[at - 1], told[at]
            inside = self._choice.within(head.places, [above.places], strict=True)
            if inside and len(inside) < len(head.places):
                start = between[one].at
                told[at - 1] = replace(head, places=tuple(id_ for id_ in head.places if id_ not in inside))
                told[at] = Mention(start, above.end, read.text[start : above.end], inside, head.exact and above.exact)
        return told

    def _ranked(self, mention: Mention) -> Mention:
        places, others = self._choice.ranked(mention.places, mention.text)
        return replace(mention, places=places, others=others)

    @staticmethod
    def _joined(read: NameText, first: Mention, second: Mention, places: tuple[str, ...]) -> Mention:
        text = read.text[first.start : second.end]
        if "(" in text and read.text.startswith(")", second.end):
            text += ")"
        return Mention(first.start, first.start + len(text), text, places, first.exact and second.exact)
