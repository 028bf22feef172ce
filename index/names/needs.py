"""How many signs a name needs before it counts as a place, by how common a word it is and how large the place.

Signs are counted by the finder: a capital inside a sentence, a preposition, a word of the administration, a question of
where. A name that is no other word needs none, Lens needs two, a small commune called Die three.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from index.names.forms import Form
from knowledge.common_words import WordUse
from knowledge.places import KOREAN_TOWNS

HUGE, LARGE, MIDDLE, SMALL = 2_000_000, 80_000, 5_000, 0
NEVER = 9
OUTSIZE = 10
"""How many times larger a namesake must be to be taken without asking."""

# Grades of Hangul names.
SURE, ANY_SIGN, OF_A_PLACE, CITY_WORD, TERRITORY_WORD, ALONE = range(6)

# What a kind of place counts for where its population does not say how often it is named.
_WEIGHTS = {
    "region": 1_000_000,
    "departement": 1_000_000,
    "special-collectivity": 500_000,
    "metropole": 500_000,
    "kr-province": 3_000_000,
    "kr-special-self-governing-province": 1_000_000,
    "kr-si": 150_000,
    "kr-gun": 100_000,
    "kr-gu": 150_000,
    "kr-admin-gu": 60_000,
    "kr-admin-city": 150_000,
    "landmark": 40_000,
    "former": 300_000,
}
_CEILINGS = {"epci-ca": 30_000, "epci-cu": 60_000, "epci-cc": 6_000, "ept": 6_000, "commune-former": 300}
_TOWN = 3_000

# (with a capital, in small letters) by how common the word is: none, rare, a person's name, frequent
_LATIN = {
    HUGE: ((0, 0), (0, 0), (0, 0), (0, 1)),
    LARGE: ((0, 0), (1, 1), (0, 1), (1, 2)),
    MIDDLE: ((0, 0), (1, 2), (2, 2), (2, 2)),
    SMALL: ((0, 1), (2, 2), (2, 3), (3, 3)),
}
_SEVERAL = {HUGE: (0, 0), LARGE: (0, 0), MIDDLE: (0, 2), SMALL: (1, 3)}  # several words, all of them frequent
_FREQUENT = 3.2
_VERY_FREQUENT = 5.5
_NAME_LIKE = 2.8
_EXCESS = 0.9
_OF_A_WORD = 0.5  # more than a town so large is named, as a Zipf frequency: then the word is common by itself
_PART_FREQUENT = 3.5
_SHORT_NAME = 7  # letters below which a small place's name may well be a person's or an abbreviation
_LONG_NAME = 10  # letters from which what no dictionary knows is the name, in small letters too
_TOWN_WORD = 3.6  # Zipf frequency from which a word is hardly a town without what says its kind: 남산, 지도
_NUMERALS = frozenset("일이삼사오육칠팔구십백천만억조영공")


@dataclass(frozen=True, slots=True)
class Need:
    """The signs needed: of a Latin name with a capital and without; of a Hangul name `capital` is its grade."""

    capital: int
    small: int


def weight(kind: str, population: int) -> int:
    """Return for how many inhabitants a place counts."""
    if kind in _CEILINGS:
        return min(population or _CEILINGS[kind], _CEILINGS[kind])
    if kind in KOREAN_TOWNS:
        return _TOWN
    return max(population, _WEIGHTS.get(kind, 0))


def is_word(use: WordUse) -> bool:
    """Tell whether a word is too common to be the name of a town of Korea without what says its kind."""
    return max(use.fr, use.en, use.ko) >= _TOWN_WORD


def latin_need(core: str, uses: Sequence[WordUse], importance: int, form: Form, *, article: bool, french: bool) -> Need:
    """Return the need of a Latin name in a French text, or an English one.

    `uses` are those of its words without article and links, `core` its letters without article, `importance` the weight
    of the largest place of that name.
    """
    size = next(bound for bound in (HUGE, LARGE, MIDDLE, SMALL) if importance >= bound)
    if len(uses) > 1:
        common = all(_own(use, french) >= _PART_FREQUENT for use in uses)
        capital, small = _SEVERAL[size] if common else (0, 0)
    else:
        commonness = _commonness(uses[0], importance, french) if uses else 3
        common = commonness == 3
        capital, small = _LATIN[size][commonness]
        if size == MIDDLE and common and _is_mostly_the_town(uses[0], importance):
            capital = 1
        if size == SMALL and commonness == 0 and len(core) < _SHORT_NAME and not article:
            capital, small = 2, 2
        elif size == SMALL and commonness == 0 and len(core) >= _LONG_NAME:
            small = 0
    if len(core) == 1 or (size == SMALL and len(uses) == 1 and _own(uses[0], french) >= _VERY_FREQUENT):
        return Need(3, NEVER)  # Y, Son
    if article and common and size < LARGE:
        return Need(min(max(capital, 1) + 1, 3), NEVER)  # le port, l'union, les deux villes
    if form == Form.SHORT:
        capital = max(capital, size == SMALL)  # Nakdong is a river before it is a town
        return Need(capital + (capital > 0), small + 1)
    return Need(capital, small)


def _own(use: WordUse, french: bool) -> float:
    return use.fr if french else use.en


def _commonness(use: WordUse, importance: int, french: bool) -> int:
    """Return how common a word is: 0 no word, 1 a rare one, 2 as names of persons are, 3 a frequent one."""
    own, other = (use.fr, use.en) if french else (use.en, use.fr)
    in_own, in_other = (use.in_french, use.in_english) if french else (use.in_english, use.in_french)
    if (in_own and own >= _FREQUENT) or (in_other and other - 1 >= _FREQUENT):
        return 3
    if in_own:
        return 1
    expected = _expected(importance)
    often = max(own, other - 0.5)
    return 2 if often >= _NAME_LIKE and often - expected > _EXCESS else 0


def _expected(importance: int) -> float:
    """Return how often a town so large is named, as a Zipf frequency."""
    return 1.3 * math.log10(max(importance, 10)) - 2.5


def _is_mostly_the_town(use: WordUse, importance: int) -> bool:
    """Tell whether a French word is about as common as the name of a town so large is: Quimper, Vannes, but not Sens.

    Written with a capital it is hardly the word then.
    """
    return use.in_french and use.fr - _expected(importance) < _OF_A_WORD


def hangul_grade(
    name: str, use: WordUse, importance: int, form: Form, *, town: bool, french: bool, territory: bool
) -> int:
    """Return the grade of a Hangul name.

    SURE needs nothing; ANY_SIGN any sign of a place; OF_A_PLACE a word that speaks of a place next to it. A name of one
    syllable needs a word of the city (릴시장) or of the territory (엔 데파르트망), or to be the whole message; a name
    made by rule that is a Korean word needs to be the whole message.
    """
    if len(name) == 1:
        if importance < LARGE:
            return ALONE
        return TERRITORY_WORD if territory else CITY_WORD
    if _NUMERALS.issuperset(name) and not (french and use.ko >= _NAME_LIKE):  # 사이 is a word as well
        return OF_A_PLACE  # a number: 이천, 사천
    if town and form == Form.SHORT and (len(name) == 2 or use.margin < 0):
        return ANY_SIGN if use.margin >= 0 else ALONE
    if town:
        return OF_A_PLACE if len(name) == 2 or use.margin < 1 or use.ko >= 3 else SURE
    if form == Form.FULL:
        return SURE
    if french and importance < LARGE and use.ko >= _NAME_LIKE:
        return ALONE
    if form == Form.RULE and importance < LARGE:
        return OF_A_PLACE if len(name) < (4 if importance < MIDDLE else 3) else SURE
    margin = use.margin
    if french or importance < 2_000_000:
        margin += min(2.0, max(-1.0, 1.5 * (math.log10(max(importance, 10)) - 5)))
    often = french and use.ko - (1.3 * math.log10(max(importance, 10)) - 4) > _EXCESS
    if margin < 0:
        return OF_A_PLACE
    return ANY_SIGN if margin < 2 or often else SURE
