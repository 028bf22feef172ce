"""What a message asks: its cleaned text, the language, and the places, contacts and countries it names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from bot.words import courtesy, where_told
from bot.words.abroad import set_beside
from bot.words.alternatives import homonym_is_told, is_alternative
from bot.words.capitals import for_the_state
from bot.words.language import Detection, detect
from bot.words.masking import masked, with_district_asked, without_asides
from bot.words.naming import mentions_in, settled
from bot.words.units_apart import without_units_left_out
from index.names.aside import is_set_aside
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.text import Language, bare

LONGEST = 1_000
"""Characters of a message that is still read as a question."""
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_WIDE = str.maketrans("？！。，：；", "?!.,:;")
"""Marks as wide as a Korean syllable, which end a sentence as the others do."""
_LIKE = re.compile(r"(?<!\w)(?:(?:like|unlike)(?: in)?(?: the)?|comme (?:en|au|aux|a|chez|dans)(?: les)?)\s*$")
_LIKE_IN_KOREAN = re.compile(r"(?:처럼|같이|식으로)")
_TELLING = re.compile(r"\b(?:dans|à|in|celui|celle|the one|(?<=arrondissement )(?:de|of)|(?<=métropole )de)\b")
"""What tells in a name which one is meant, in a language that can be told: Valence dans la Drôme."""
_NEXT_IN_KOREAN = re.compile(r"\s[가-힣]+")
_ADDRESSED = re.compile(r"^\s*(?:/\w+(?:@\w+)?|@\w+)[\s,:]*")


@dataclass(frozen=True)
class Question:
    """A message understood as far as its surface goes.

    `places` and `contacts` are the mentions of each, in order, none overlapping another; `countries` the ISO 3166
    codes of the countries named in words; `implied` is the one country that the conversation is about where none is.
    `sites` are the landmarks that bear the name of a contact: an airport is a place too. `asides` are the words that
    set other names aside: "not Saint-Nazaire", and `set_aside` the places that bear those.
    """

    text: str
    detection: Detection
    places: tuple[Mention, ...] = ()
    contacts: tuple[Mention, ...] = ()
    countries: frozenset[str] = frozenset()
    implied: str | None = None
    sites: tuple[Mention, ...] = ()
    asides: tuple[str, ...] = ()
    set_aside: tuple[Mention, ...] = ()

    @property
    def language(self) -> Language:
        """The language that it is answered in."""
        return self.detection.language

    @property
    def names_any(self) -> bool:
        """Whether it names a place or a contact."""
        return bool(self.places or self.contacts)

    @property
    def only_place(self) -> str | None:
        """The id of the place, where it names a single one, whose name no other bears as likely."""
        return self.places[0].places[0] if len(self.places) == 1 and len(self.places[0].places) == 1 else None

    @property
    def only_mention(self) -> Mention | None:
        """The mention of a place, where it names that and no body; several places may bear the name."""
        return self.places[0] if len(self.places) == 1 and not self.contacts else None

    @property
    def place_ids(self) -> tuple[str, ...]:
        """The ids of all places that it names, in order: of a name that several bear, of each."""
        return tuple(id for mention in self.places for id in mention.places)

    @property
    def contact_ids(self) -> tuple[str, ...]:
        """The ids of all contacts that it names, in order."""
        return tuple(id for mention in self.contacts for id in mention.places)

    @cached_property
    def masked(self) -> str:
        """The text with each name of a place or contact replaced by the mask, without names set aside."""
        text = masked(self.text, (*self.places, *self.contacts))
        for aside in sorted(self.asides, key=len, reverse=True):  # one may stand within another
            text = text.replace(aside, " ")
        return with_district_asked(" ".join(text.split()) if self.asides else text)

    @cached_property
    def asked(self) -> str:
        """The masked text without polite words, what names add in brackets and units left out: what is asked."""
        return courtesy.asked(without_units_left_out(without_asides(self.masked)))


def clean(message: str) -> str:
    """Return the message as text to be read: composed, without control characters, commands, or runs of spaces."""
    text = unicodedata.normalize("NFC", message.encode("utf-8", "replace").decode("utf-8")).translate(_WIDE)
    shown = (" " if c in "\n\r\t" else c for c in text if c in "\n\r\t" or unicodedata.category(c) not in _INVISIBLE)
    return " ".join(_ADDRESSED.sub("", "".join(shown), count=1).split())


def understand(
    message: str, snapshot: Snapshot, *, user_language: str | None = None, last: Language | None = None
) -> Question:
    """Read a message: its language, and the places, contacts and countries it names."""
    text = clean(message)[: LONGEST + 1]
    mentions = mentions_in(text, snapshot)
    states = for_the_state(text, mentions.places)
    if states:
        rest = tuple(mention for mention in mentions.places if mention not in states)
        mentions = mentions._replace(places=rest, asides=(*mentions.asides, *(mention.text for mention in states)))
    places = mentions.places

    def without_names(run: str) -> str:
        found = mentions if run == text else mentions_in(run, snapshot)
        telling = (word for mention in found.places for word in _TELLING.findall(mention.text))
        return " ".join((masked(run, (*found.places, *found.contacts)), *telling))

    detection = detect(text, user_language=user_language, last=last, mask=without_names)
    seas = where_told.seas(text)
    named = [
        (span, code)
        for span, code in countries.named(text)
        if not any(m.overlaps(*span) for m in places)
        and not any(start < span[1] and span[0] < end for start, end in seas)
        and not (code not in countries.HOMES and _is_likened(text, span))
    ]
    named += set_beside(text, places)
    foreign = [span for span, code in named if code not in countries.HOMES]
    if len(foreign) == 1 and (is_alternative(text, foreign[0], named, places) or homonym_is_told(text, places)):
        named = [(span, code) for span, code in named if span not in foreign]
    asked_about = {code for span, code in named if not country_set_aside(text, span)}
    if not asked_about:  # "surely that's not Québec?" of a place at home asks about that
        asked_about = {code for span, code in named if not places or span not in foreign}
    return Question(text, detection, countries=frozenset(asked_about | {*states.values()}), **mentions._asdict())


def country_set_aside(text: str, span: countries.Span) -> bool:
    """Tell whether a country is set aside, by itself or with what is named in it: 스위스 쥐라 말고."""
    further = _NEXT_IN_KOREAN.match(text, span[1])
    ends = range(span[1], (further.end() if further else span[1]) + 1)
    return any(is_set_aside(text, span[0], end) for end in ends)


def _is_likened(text: str, span: countries.Span) -> bool:
    """Tell whether a country is named only for a likeness: "their own police, like in the US"."""
    folded = bare(text)
    return bool(_LIKE.search(folded, 0, span[0]) or _LIKE_IN_KOREAN.match(folded, span[1]))


def part(text: str, question: Question, snapshot: Snapshot) -> Question:
    """Read a part of a message as a question by itself, in the language of the message."""
    return replace(understand(text, snapshot, last=question.language), detection=question.detection)


def narrowed(question: Question, around: Iterable[str], snapshot: Snapshot) -> Question:
    """Return the question with what is ambiguous in it settled by the places (ids) spoken of before."""
    return replace(question, places=settled(question.text, question.places, snapshot, around=tuple(around)))
