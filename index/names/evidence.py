"""How many signs speak for a name in its sentence, against how many it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.names import signs
from index.names import signs_korean as korean
from index.names.keys import KINDS, Trait
from index.names.needs import ALONE, ANY_SIGN, CITY_WORD, LARGE, MIDDLE, NEVER, SURE, TERRITORY_WORD, Need
from index.names.particles import Attached, attached, attached_to, french_kinds_of, kinds_of
from index.names.table import NameTable
from index.names.text import NameText
from index.names.tokens import Token
from index.names.topic_korean import is_said_of_a_place

_SMALL_WORDS = frozenset("de d du des la le les l et en sur sous lez a au aux of the".split())
_ARTICLES = frozenset("le la les l du des au aux".split())
_HARDLY_A_PLACE = 3  # signs lacking from which even a message of its own in small letters is a word
_TELEGRAM = 3  # words of a message in which prepositions are left out
_BY_NO_CHANCE = 4  # words of a name, small ones aside, that nobody writes in a row for anything else
_LONGEST_ABBREVIATION = 5
_LONG_ACRONYM = 4  # letters; of three there are too many (CDG)
_NO_WORD = 2  # signs that the name of a small place needs at most, in any letters, where it is no frequent word
_OF_A_TOWN = 3  # signs that it is to speak of a kind of town where a name is one of
_CITY_FROM = 20_000  # inhabitants of a city of one syllable in Hangul that its office beside it tells: 칸 시청
_ISLANDS = Trait.CITY | Trait.COUNTY | Trait.TOWN
_TRAIT_OF_KIND = {
    "commune": Trait.CITY,
    "kr-gun": Trait.COUNTY,
    "kr-gu": Trait.DISTRICT,
    "kr-province": Trait.PROVINCE,
    "departement": Trait.DEPARTEMENT,
    "region": Trait.DEPARTEMENT,
    "metropole": Trait.METROPOLE,
    "epci-cc": Trait.CITY,  # around a commune: 됭케르크도시공동체
}


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first` to `last` that read as a searched form; `to` is where it ends in the text given.

    `rest` is what is stuck to a Hangul name, `kinds` what the words around tell of its kind; `preposition` is where the
    one before a Latin name stands, or -1.
    """

    first: int
    last: int
    to: int
    key: int
    shape: int
    letters: int
    rest: str
    stuck: Attached
    kinds: tuple[str, ...]
    told: int  # how many words of the administration stand next to it
    preposition: int
    exact: bool = True

    @property
    def tokens(self) -> range:
        """The numbers of the tokens it takes."""
        return range(self.first, self.last + 1)


class Evidence:
    """Weighs what stands around the names of a table."""

    def __init__(self, table: NameTable) -> None:
        self._table = table

    def span(
        self, read: NameText, first: int, last: int, key: int, end: int, rest: str = "", shape: int = 0
    ) -> Span | None:
        """Return the span of a form that ends at a position of the stream; None if what is stuck to it can't be."""
        tokens = read.tokens
        token = tokens[last]
        traits = self._table.traits(key)
        to = token.places[end - token.start] if token.hangul else token.to
        following = tokens[last + 1] if last + 1 < len(tokens) else None
        if not token.hangul and following is not None and following.hangul and not following.gap:
            rest = following.word  # Tours는
        if Trait.OFFICIAL in traits and not token.hangul and following is not None and following.gap == "-":
            return None  # Busan Dong-gu is not Busan-dong
        stuck = attached_to(self._table.names[key], rest) if Trait.OFFICIAL in traits else attached(rest)
        korean_one = Trait.KOREAN in traits and Trait.PROVINCE not in traits
        if token.hangul and korean_one and _ISLANDS & traits and korean.is_island(rest):
            stuck = Attached()  # of the city, county or town that is the island: 울릉도는
            to = token.places[end - token.start + korean.island_letters(rest)]
        if stuck is None or not _fitting(stuck, traits):
            if token.hangul:
                return None
            stuck, rest = Attached(), ""
        preposition = -1
        told: list[tuple[str, ...]] = []
        if not tokens[first].hangul:
            article = Trait.TERRITORY in traits or tokens[first].word in _ARTICLES | signs.ISLANDS
            preposition = signs.preposition_before(tokens, first, article=article)
            told = signs.telling_words(tokens, first, last + 1, preposition)
        kinds = kinds_of(stuck.administration) or next(filter(None, told), ())
        if token.hangul and not rest and following is not None and not following.gap.strip():
            kinds = kinds or french_kinds_of(following.word)
        letters = end - tokens[first].start
        return Span(first, last, to, key, shape, letters, rest, stuck, kinds, len(told), preposition)

    def missing(self, read: NameText, span: Span, *, french: bool) -> int:
        """Return how many signs a name lacks to count as a place; none or fewer: it counts."""
        tokens = read.tokens
        hangul = tokens[span.first].hangul
        need = self._table.need(span.key, span.shape, french=french, korean=not hangul and read.is_korean)
        return self._hangul_missing(read, span, need.capital) if hangul else self._latin_missing(read, span, need)

    def _latin_missing(self, read: NameText, span: Span, need: Need) -> int:
        tokens = read.tokens
        written = tokens[span.first : span.last + 1]
        if Trait.ACRONYM in self._table.traits(span.key) and not all(_in_capitals(token) for token in written):
            return 0 if span.told and all(token.written.isascii() for token in written) else NEVER  # mél is no MEL
        content = [token for token in written if token.word not in _SMALL_WORDS] or list(written)
        own = [token for token in content if token.word not in signs.TERMS] or content  # communauté urbaine de …
        if len(own) > 1 and own[0].word in signs.ISLANDS:
            return 0  # which no other words are: l'île de Sein
        if len(own) >= _BY_NO_CHANCE or (need.small > 0 and self.is_grouping(span.key)):
            return 0  # grand paris seine ouest; it says so itself: Perpignan Méditerranée Métropole
        if len(written) > 2 and all(token.glued for token in written[1:]):
            return 0  # words with hyphens between them are a name: notre-dame-de-monts
        capital, lacking = self._lacking(tokens, span, content, own, need)
        large = self._table.weight(span.key) >= LARGE
        if len(own) == 1 and len(own[0].word) == 1 and capital and signs.is_said_to_be_one(tokens, span.first):
            return 0
        whole = signs.is_whole_message(tokens, span.first, span.last + 1)
        if len(content) == 1 and signs.points_a_direction(tokens, span.last):
            return NEVER
        if len(written) == 1 and written[0].word in signs.TERMS and not (whole and capital):
            return NEVER
        if whole:
            things = Trait.TERRITORY not in self._table.traits(span.key) and signs.counted_before(tokens, span.first)
            return 0 if capital or (lacking < _HARDLY_A_PLACE and not things) else lacking
        larger = signs.part_of_a_larger_name(tokens, span.first, span.last + 1)
        if capital and not content[0].first and not all(token.written.isascii() for token in own):
            lacking -= 1  # accents tell Mâcon from the maçon that is as common a word
        if lacking <= 0:
            return int(larger and not large and len(content) == 1)
        count = self.latin_signs(read, span, capital=capital and not content[0].first)
        no_word = need.small <= _NO_WORD and self._table.weight(span.key) < MIDDLE
        begins = span.first == 0 or (no_word and signs.follows_beginning(tokens, span.first))
        asked = (capital or (begins and (no_word or large))) and not span.told and span.preposition < 0
        if asked and signs.speaks_of_places(tokens, span.first, span.last + 1):
            heads = begins and (no_word or not capital)
            count += 1 + heads + signs.is_topic(tokens, span.first, span.last + 1)
        elif span.told and span.first == 0 and len(tokens) > _TELEGRAM and need.capital <= 1:
            count += self._table.weight(span.key) >= MIDDLE  # rodez town hall address
        if not capital and _is_counted(tokens, span):
            count -= 2
        return lacking - count + larger

    def _lacking(
        self, tokens: Sequence[Token], span: Span, content: Sequence[Token], own: Sequence[Token], need: Need
    ) -> tuple[bool, int]:
        """Return whether a Latin name has the capitals of one, and how many signs it needs, so written.

        `content` are its words but small ones, `own` those of them that are no term of the administration.
        """
        linked = len(own) <= span.last - span.first and tokens[span.first] is own[0]  # Boulogne sur mer
        ends = own[:1] if linked else (own[0], own[-1])
        if self.is_landmark(span.key) and self._table.spelling.knows(own[0].word):
            # The pont du Gard begins with a common noun; within a sentence a capital tells it: le Pays basque.
            told = own[0].capital and not own[0].first and not self._table.is_large(own[0].word)
            ends = own[:1] if told else own[-1:]
        capital = all(token.capital or token.word.isdigit() for token in ends)
        lacking = need.capital if capital else need.small
        large = self._table.weight(span.key) >= LARGE
        counted = _is_counted(tokens, span)
        if large and lacking > need.capital and _in_small_letters(tokens) and not counted:
            lacking -= 1  # who writes no capitals writes none of names either
        short = len(content) == 1 and _abbreviation(content[0])
        if capital and not large and short and not self._is_written_so(span.key):
            return False, max(lacking, need.small) + 1
        return capital, lacking

    def latin_signs(self, read: NameText, span: Span, *, capital: bool) -> int:
        """Return how many signs speak for a Latin name; `capital` tells that one stands inside the sentence."""
        tokens = read.tokens
        count = int(capital)
        if Trait.TOWN in self._table.traits(span.key) and signs.asks_of_a_town(tokens):
            count += _OF_A_TOWN
        if span.preposition >= 0 and (capital or signs.is_firm(tokens[span.preposition], told=span.told > 0)):
            count += 1
        if span.told:
            telegram = len(tokens) <= _TELEGRAM and span.preposition < 0 and not capital
            # Between two such words a small place's name is more likely a word (can a county change province).
            beside = capital or span.preposition >= 0 or self._table.weight(span.key) >= LARGE
            count += (span.told if beside else 1) + telegram
        if span.stuck.administration or span.stuck.placing:
            count += 1
        if capital and signs.is_in_its_country(tokens, span.last + 1):
            count += 2
        count += signs.is_said_of_a_kind(tokens, span.first, span.last + 1)
        if read.asks_where:
            count += 2 if signs.stands_by_being(tokens, span.first, span.last + 1) else 1
        return count

    def _is_written_so(self, key: int) -> bool:
        """Tell whether capitals are how a name is written: COEX, ITER, PEMB; not one that has other meanings (CCTV)."""
        traits = self._table.traits(key)
        name = self._table.names[key]
        acronym = Trait.ACRONYM in traits and len(name) >= _LONG_ACRONYM
        return Trait.CAPITALS in traits or (acronym and (self.is_landmark(key) or not self._table.spelling.knows(name)))

    def is_grouping(self, key: int) -> bool:
        """Tell whether a name of several words says by one of them that it is a grouping's: Le Mans Métropole."""
        words = (shape.split(" ") for shape in self._table.shapes(key))
        return any(len(each) > 1 and not signs.GROUPINGS.isdisjoint(each) for each in words)

    def is_landmark(self, key: int) -> bool:
        """Tell whether a name is of a landmark, and of no government."""
        traits = self._table.traits(key)
        return Trait.TERRITORY in traits and not traits & KINDS

    def _hangul_missing(self, read: NameText, span: Span, grade: int) -> int:
        tokens = read.tokens
        if korean.is_what_it_becomes(tokens, span.first):
            return NEVER
        if grade == SURE:
            return 0
        end = span.last + 1
        if signs.is_whole_message(tokens, span.first, end) and (grade == ANY_SIGN or not span.rest):
            return 0
        if korean.is_called(tokens, *korean.after_quote(tokens, end, span.rest)):
            return 0
        if korean.is_unit_asked(tokens, span.first) or korean.is_counted(tokens, span.first):
            return NEVER
        if (Trait.TOWN | Trait.OFFICIAL) & self._table.traits(span.key) and self._is_town(read, end, span.rest):
            return 0
        if grade == ALONE:
            if span.letters > 1 or self._table.weight(span.key) < _CITY_FROM:
                return grade
            office = korean.office_of(tokens, span.first, span.stuck.administration)
            return 0 if office or korean.is_asked_of(tokens, span.rest) else grade
        if korean.asks_which_unit(tokens, end, span.rest):
            return 0
        administration = span.stuck.administration
        french = Trait.FRENCH in self._table.traits(span.key) and grade <= CITY_WORD
        of_france = korean.in_france(tokens, span.first) or korean.is_said_of_a_level(tokens, span.first, span.rest)
        if french and (of_france or korean.asks_which_french(tokens)):
            return 0
        if french and read.asks_where and korean.names_france(tokens):
            return 0
        if french and span.stuck.placing and korean.names_french_level(tokens):
            return 0
        if grade < CITY_WORD and is_said_of_a_place(tokens, end, span.rest, french=french):
            return 0
        if grade == CITY_WORD:
            return (
                0 if administration or read.asks_where or (not span.rest and korean.city_word(tokens, end)) else grade
            )
        if grade == TERRITORY_WORD:
            return 0 if administration or (not span.rest and korean.territory_word(tokens, end)) else grade
        if administration or korean.of_a_place(tokens, end, span.rest):
            return 0
        apart = bool(span.rest) or end == len(tokens) or bool(tokens[end].gap.strip())  # not 지평리 전투, its battle
        if self.is_landmark(span.key) and ((read.asks_where and apart) or korean.holds_it(tokens, end, span.rest)):
            return 0
        likely = span.stuck.placing or read.asks_where or korean.likely_place(tokens, end)
        return 0 if grade == ANY_SIGN and likely else grade

    @staticmethod
    def _is_town(read: NameText, end: int, rest: str) -> bool:
        """Tell whether a Korean text speaks of the name of a town as of one, or asks of its island as of a place."""
        tokens = read.tokens
        if korean.of_a_town(tokens, end, rest):
            return True
        island = korean.is_island(rest)
        return island and (read.asks_where or korean.of_a_place(tokens, end, ""))


def _fitting(stuck: Attached, traits: Trait) -> bool:
    """Tell whether the word of the administration stuck to a name is one of its kind."""
    kinds = kinds_of(stuck.administration)
    return not kinds or any(traits & _TRAIT_OF_KIND[kind] for kind in kinds if kind in _TRAIT_OF_KIND)


def _is_counted(tokens: Sequence[Token], span: Span) -> bool:
    """Tell whether what stands before a name tells a thing; a territory's article does not: towns in the cantal."""
    own_article = 0 <= span.preposition < span.first - 1
    spoken_of = span.told or signs.speaks_of_places(tokens, span.first, span.last + 1)
    return not (own_article and spoken_of) and signs.counted_before(tokens, span.first)


def _in_small_letters(tokens: Sequence[Token]) -> bool:
    return not any(token.capital for token in tokens)


def _in_capitals(token: Token) -> bool:
    return token.written.isupper()


def _abbreviation(token: Token) -> bool:
    return _in_capitals(token) and token.capital and 1 < len(token.word) <= _LONGEST_ABBREVIATION
