"""Which place is meant where several bear a name: by what the text names around it, and by those spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.names import telling as name_telling
from index.names.aside import is_set_aside
from index.names.choice import NameChoice
from index.names.evidence import Span
from index.names.keys import Trait
from index.names.mention import Mention
from index.names.table import NameTable
from index.names.telling import follows, glosses, heads_address, is_near, is_the_one, leads, lies_in, says_near
from index.names.text import NameText

_SMALL = frozenset("le la les l en dans the in bien plutot rather".split())


class NameSettling:
    """Settles which places the names of a text mean, by how they stand to each other in it."""

    def __init__(self, table: NameTable, choice: NameChoice) -> None:
        self._table = table
        self._choice = choice

    def settled(
        self, read: NameText, spans: Sequence[Span], mentions: list[Mention], before: tuple[str, ...]
    ) -> list[Mention]:
        """Narrow what is ambiguous by what is named around it, and join a place to what it is said to lie in.

        What is named only to set it aside ("Jung-gu in Daejeon, not Seoul") narrows nothing.
        """
        mentions = self._told_apart(read, spans, mentions)
        denied = _denied(read, spans, mentions)
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
                    mention = _joined(read, settled.pop(), mention, inside)
            if number + 1 < len(mentions) and not self._are_alternatives(read, spans[number + 1 : number + 3]):
                other = mentions[number + 1]
                repeated = sum(span.key == spans[number].key for span in spans) > 1
                inside = self._told_by(read, spans[number], spans[number + 1], whole, other, repeated=repeated)
                if inside:
                    mention = _joined(read, mention, other, inside)
                    skip = number + 1
            settled.append(mention)
        return [self.ranked(mention) for mention in settled]

    def _are_alternatives(self, read: NameText, spans: Sequence[Span]) -> bool:
        """Tell whether two territories are offered, neither of which tells which one is meant: "X, Marne or Oise?"."""
        if len(spans) < 2 or not all(Trait.TERRITORY in self._table.traits(span.key) for span in spans):
            return False
        between = [token.word for token in read.tokens[spans[0].last + 1 : spans[1].first]]
        return between[:1] in (["ou"], ["or"]) and {*between[1:]} <= _SMALL

    def inside(self, mention: Mention, above: Mention) -> tuple[str, ...]:
        """Return which of the places of a name lie in another, or which ones that it is short for."""
        inside = self._choice.within(mention.places, [above.places], strict=True)
        return inside or self._choice.short_for(mention.text, above.places)

    def ranked(self, mention: Mention) -> Mention:
        """Return a mention with the likely of its places only, the far smaller namesakes as its others."""
        places, others = self._choice.ranked(mention.places, mention.text)
        return replace(mention, places=places, others=others)

    def _told_apart(self, read: NameText, spans: Sequence[Span], mentions: list[Mention]) -> list[Mention]:
        """Tell apart the namesakes that a text sets side by side: Saint-Denis en métropole et celui de La Réunion."""
        told = self._held_by_each(read, spans, mentions)
        for at in range(1, len(told)):
            between = read.tokens[spans[at - 1].last + 1 : spans[at].first]
            one = name_telling.another_at(between)
            if one is None:
                continue
            earlier = read.tokens[spans[at - 2].last + 1 : spans[at - 1].first] if at > 1 else ()
            if (begun := name_telling.the_one_at(earlier)) is not None:
                both = self._choice.each_told(*(mention.places for mention in told[at - 2 : at + 1]))
                if both:  # Saint-Denis: the one on Réunion and the one by Paris
                    told[at - 2] = replace(told[at - 2], places=both[:1])
                    for number, start, id_ in ((at - 1, earlier[begun].at, both[0]), (at, between[one].at, both[1])):
                        end = told[number].end
                        told[number] = Mention(start, end, read.text[start:end], (id_,), told[number].exact)
                    continue
            head, above = told[at - 1], told[at]
            inside = self._choice.within(head.places, [above.places], strict=True)
            if inside and len(inside) < len(head.places):
                start = between[one].at
                told[at - 1] = replace(head, places=tuple(id_ for id_ in head.places if id_ not in inside))
                told[at] = Mention(start, above.end, read.text[start : above.end], inside, head.exact and above.exact)
        return told

    def _held_by_each(self, read: NameText, spans: Sequence[Span], mentions: list[Mention]) -> list[Mention]:
        """Tell apart namesakes that a Korean text says are held by one place each: 고성군이 강원에도 있고 경남에도."""
        told = list(mentions)
        for at in range(len(told) - 2):
            end = name_telling.holders_end(read, spans, at)
            if each := self._choice.each_told(*(mention.places for mention in mentions[at:end])):
                told[at] = replace(told[at], places=each)
                told[at + 1 : end] = [
                    replace(one, places=(id_,)) for one, id_ in zip(mentions[at + 1 : end], each, strict=True)
                ]
        return told

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

    def _told_by(
        self, read: NameText, one: Span, other: Span, mention: Mention, next_: Mention, *, repeated: bool
    ) -> tuple[str, ...]:
        """Return which of the places of a name is meant where the next name tells it; none where it does not.

        Jung-gu, Busan; Moulins, celle de l'Allier; Fontaine, the one next to Grenoble; 리옹(Riom). Where the name is
        `repeated`, each time with what it lies in, that tells it too: "a Buk-gu in Pohang and a Buk-gu in Ulsan".
        """
        if glosses(read, one, other) and (same := tuple(id_ for id_ in mention.places if id_ in next_.places)):
            return same
        if follows(read, one, other) or is_the_one(read, one, other):
            return self.inside(mention, next_)
        within = lies_in(read, one, other, (one, other))
        at = (repeated and within) or name_telling.lies_at(read, one, other)
        if at and (inside := self._lying_in(mention, next_)):
            return inside
        if within:
            return self._short_in(mention, next_)
        near = says_near(read.tokens[one.last + 1 : other.first])
        return self._choice.beside(mention.places, next_.places) if near else ()

    def _lying_in(self, mention: Mention, above: Mention) -> tuple[str, ...]:
        """Return which of the several places of a name lie in another."""
        return self._choice.within(mention.places, [above.places], strict=True) if len(mention.places) > 1 else ()

    def _short_in(self, mention: Mention, above: Mention) -> tuple[str, ...]:
        """Return what a name is short for in the place it lies in, where none there bears it as it is."""
        if self._choice.within(mention.places, [above.places], strict=True):
            return ()
        return self._choice.short_for(mention.text, above.places)


def _denied(read: NameText, spans: Sequence[Span], mentions: Sequence[Mention]) -> set[int]:
    """Return where the names start that a text sets aside, with what tells which of its name that is."""
    if len(mentions) < 2:
        return set()
    denied = {mention.start for mention in mentions if is_set_aside(read.text, mention.start, mention.end)}
    for at in range(1, len(mentions)):
        if mentions[at - 1].start in denied and follows(read, spans[at - 1], spans[at]):
            denied.add(mentions[at].start)  # "not the Sainte-Marie of Martinique"
    return denied


def _joined(read: NameText, first: Mention, second: Mention, places: tuple[str, ...]) -> Mention:
    """Return one mention from the first name to the end of the second, with the bracket that closes after it."""
    text = read.text[first.start : second.end]
    if "(" in text and read.text.startswith(")", second.end):
        text += ")"
    return Mention(first.start, first.start + len(text), text, places, first.exact and second.exact)
