"""What around a name in Korean tells that a place is meant: the word after it, what it is called, what holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.names.particles import CITY_KINDS, attached, kinds_of
from index.names.tokens import Token
from knowledge.wordings import wordings

_WORDS = wordings("index.names", "signs_korean.tsv")
# Words that speak of the place whose name stands before them, and those that only make one likely.
_OF_A_PLACE = _WORDS["of_a_place"]
_LIKELY = _OF_A_PLACE + _WORDS["likely"]
_WHICH = _WORDS["which"]
_WHICH_OF_FRANCE = _WHICH + _WORDS["which_of_france"]
_FRENCH_LEVELS = _WORDS["french_level"]
_ALONE = frozenset(_WORDS["alone"])
_CITY_WORDS = _WORDS["city"]
_OFFICE = re.compile("(?:시청|시의회)(?P<rest>.*)")
# Before an office these determine it ("a certain city hall", "each", "the former"): closed class of the grammar.
_DETERMINERS = frozenset(_WORDS["determiner"])
_TERRITORY_WORDS = _WORDS["territory"]
_CALLED = _WORDS["called"]
_CALLING = _WORDS["calling"]
_CLOSING_QUOTES = frozenset("'’\"”」』›»")
_KINDS = _WORDS["kind"]
_KINDS_ALONE = frozenset(_WORDS["kind_alone"])
_IN_APPOSITION = re.compile("주민|.*(?:마을|도시)")
_COUNTING = frozenset(_WORDS["counting"])
"""What stands before a noun of time, or of what is counted: 다음 주에, 두 개는."""
_BECOMING = _WORDS["becoming"]
_HOLDING, _HOLDERS = _WORDS["holding"], _WORDS["holder"]
_ISLAND, _ROAD = "도", "도로"
_TOWN_SYLLABLES = ("읍", "면")
_DISTRICT, _HOW_MANY = "구", "몇"
_TOPIC = ("은", "는", "이", "가")
_UNITS = ("시", "군", "구", "도", *_TOWN_SYLLABLES)
_BEING = _WORDS["being"]
_IS_A_UNIT = re.compile("[시군구도읍면]이?(?:예요|에요|야|냐|니|인가요?|인지|입니까|여요?|죠)")


KINDS_TOLD = {
    "도시": CITY_KINDS,
    "광역시": ("kr-metropolitan-city",),
    **{word: kinds_of(word) for word in "시 군 구 도 데파르트망 레지옹 메트로폴 코뮌".split()},
}
"""Words that stand for a kind of place, with the kinds."""


def speaks_of_a_place(token: Token) -> bool:
    """Tell whether a word right after a name speaks of the place named (인구, 시청)."""
    return not token.gap.strip() and (token.word in _ALONE or token.word.startswith(_OF_A_PLACE))


def of_a_place(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether the word after a Korean name speaks of the place; `rest` is what is stuck to the name."""
    return rest in ("", "의") and end < len(tokens) and speaks_of_a_place(tokens[end])


def likely_place(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the word after a Korean name is one of the administration at large."""
    return _starts(tokens, end, _LIKELY)


def city_word(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the word after a Korean name is one of a city (릴 시장)."""
    return _starts(tokens, end, _CITY_WORDS) or (end < len(tokens) and tokens[end].word == "시")


def office_of(tokens: Sequence[Token], at: int, stuck: str) -> bool:
    """Tell whether a word of one syllable stands before the office of a city: 칸 시청, 깐시청.

    One that determines the office does not (모 시청), nor before what only begins like one (칸 시청률). `stuck` is the
    word of the administration that is written to it.
    """
    word = tokens[at].word
    if word[0] in _DETERMINERS or attached(word[0]) is not None:
        return False
    if len(word) > 1:
        return _OFFICE.fullmatch(stuck) is not None
    beside = at + 1 < len(tokens) and not tokens[at + 1].gap.strip()
    office = _OFFICE.fullmatch(tokens[at + 1].word) if beside else None
    return office is not None and attached(office["rest"]) is not None


def is_what_it_becomes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is the unit that something has become, whatever is called like it: 구로 바뀌었군요."""
    becomes = at + 1 < len(tokens) and tokens[at + 1].word.startswith(_BECOMING)
    return becomes and tokens[at].word[0] in _UNITS and tokens[at].word[1:] in ("로", "으로")


def is_counted(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word of a syllable and a particle is counted by the one before it: 다음 주에, 첫 주는."""
    word, before = tokens[at].word, tokens[at - 1].word if at else ""
    stuck = attached(word[1:]) if len(word) > 1 and before in _COUNTING and not tokens[at].gap.strip() else None
    return stuck is not None and not stuck.administration


def territory_word(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether the word after a Korean name is one of a département or région (엔 데파르트망)."""
    return _starts(tokens, end, _TERRITORY_WORDS)


def in_france(tokens: Sequence[Token], start: int) -> bool:
    """Tell whether the country stands before a name in a Korean text (프랑스 본은)."""
    return start > 0 and tokens[start - 1].word == "프랑스" and not tokens[start].gap.strip()


def names_france(tokens: Sequence[Token]) -> bool:
    """Tell whether a Korean text names France, whatever is stuck to it."""
    return any(token.word.startswith("프랑스") for token in tokens)


def names_french_level(tokens: Sequence[Token]) -> bool:
    """Tell whether a Korean text names a level of France, as what it counts or looks for may be: 제일 작은 코뮌."""
    return any(token.word.startswith(_FRENCH_LEVELS) for token in tokens)


def asks_which_french(tokens: Sequence[Token]) -> bool:
    """Tell whether a Korean text asks which level of France something is in: 어느 데파르트망, 속한 데파르트망.

    Or whether several things are in one: 같은 데파르트망.
    """
    return any(
        before.word in _WHICH_OF_FRANCE and token.word.startswith(_FRENCH_LEVELS) for before, token in pairwise(tokens)
    )


def after_quote(tokens: Sequence[Token], end: int, rest: str) -> tuple[int, str]:
    """Return where the words after a Korean name begin and what is stuck to it, past a mark that quotes it: '본'의."""
    if rest or end >= len(tokens) or tokens[end].gap not in _CLOSING_QUOTES:
        return end, rest
    word = tokens[end].word
    return (end + 1, word) if word in _CALLED or attached(word) is not None else (end, rest)


def is_called(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether a Korean text says that a place is called so: 바카라라는 마을, 그루아라고 하는 섬은."""
    if rest not in _CALLED or end >= len(tokens):
        return False
    if tokens[end].word in _CALLING and end + 1 < len(tokens):
        end += 1
    word = tokens[end].word
    return word.startswith(_KINDS) or (word[0] in _KINDS_ALONE and attached(word[1:]) is not None)


def must_be_a_place(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether an unknown Korean word is said to be a place: 싸나리는 어느 데파르트망, 로크포르 치즈마을."""
    if of_a_place(tokens, end, rest) or is_called(tokens, end, rest) or asks_which_french(tokens):
        return True
    beside = end < len(tokens) and rest in ("", "의") and not tokens[end].gap.strip()
    return beside and _IN_APPOSITION.match(tokens[end].word) is not None


def speaks_of_france(token: Token) -> bool:
    """Tell whether a Korean word begins with that for France or one of its levels, which some names sound like."""
    return token.word.startswith(("프랑스", *_FRENCH_LEVELS))


def holds_it(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether a Korean text speaks of what holds the thing named: 펀치볼 있는 데, 지평리가 있는 군."""
    return (
        rest in ("", "이", "가")
        and end + 1 < len(tokens)
        and tokens[end].word in _HOLDING
        and tokens[end + 1].word.startswith(_HOLDERS)
    )


def asks_which_unit(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether a Korean text asks which unit a place is, more than one being named: 완주가 시예요 군이예요?"""
    asked = [token for token in tokens[end:] if _IS_A_UNIT.fullmatch(token.word)]
    return rest in ("", "은", "는", "이", "가") and len({token.word[0] for token in asked}) > 1


def is_island(rest: str) -> bool:
    """Tell whether what is stuck to a Korean name may make it an island's: 울릉도는, 추자도에서; 도로 is a road."""
    if not rest.startswith(_ISLAND) or rest.startswith(_ROAD):
        return False
    stuck = attached(rest.removeprefix(_ISLAND))
    return stuck is not None and not stuck.administration


def island_letters(rest: str) -> int:
    """Return how many letters of what is stuck to an island's name belong to it; none where 도 may be the particle."""
    return len(_ISLAND) * (rest not in (_ISLAND, f"{_ISLAND}요"))


def is_said_of_a_level(tokens: Sequence[Token], at: int, rest: str) -> bool:
    """Tell whether a Korean text says that a place of some kind is the one named: 제일 작은 도가 로제르라면서요."""
    before = tokens[at - 1].word if at and not tokens[at].gap.strip() else ""
    levels = (level for level in (*_FRENCH_LEVELS, *_UNITS, *_KINDS) if before.startswith(level))
    return rest.startswith(_BEING) and any(before[len(level) :] in _TOPIC for level in levels)


def of_a_town(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether a Korean text says of a name that it is an eup or a myeon (벌교가 읍인가요, 추자도는 무슨 면)."""
    beside = rest in ("", "은", "는", "이", "가") or is_island(rest)
    said = any(_IS_A_UNIT.fullmatch(token.word) and token.word[0] in _TOWN_SYLLABLES for token in tokens[end:])
    later = range(max(end + 1, 1), len(tokens))
    return beside and (said or any(is_unit_asked(tokens, at) and tokens[at].word[0] in _TOWN_SYLLABLES for at in later))


def asks_which(tokens: Sequence[Token]) -> bool:
    """Tell whether a Korean text asks in which unit something lies: 무슨 군이에요, 어떤 시, 파리 몇구야."""
    return any(
        is_unit_asked(tokens, number) or _is_number_asked(tokens[number].word) for number in range(1, len(tokens))
    )


def is_unit_asked(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a Korean word is the unit that is asked for, whatever is called like it: 무슨 구에."""
    word, before = tokens[at].word, tokens[at - 1].word if at else ""
    respect = (before, word[0]) == ("어떤", "면")  # 어떤 면에서 is "in what respect"
    if before == _HOW_MANY and word[0] == _DISTRICT:
        return _is_number_asked(before + word)
    return before in _WHICH and word[0] in _UNITS and not respect and attached(word[1:]) is not None


def _is_number_asked(word: str) -> bool:
    """Tell whether a word asks for the number of a district: 몇구야; 몇구역 is how many areas."""
    stuck = attached(word[2:]) if word.startswith(_HOW_MANY + _DISTRICT) else None
    return stuck is not None and not stuck.administration


def is_asked_of(tokens: Sequence[Token], rest: str) -> bool:
    """Tell whether a Korean text asks where in France its topic is: 칸은 프랑스의 어느 레지옹에 있나요."""
    asked = any(token.word.startswith("어디") for token in tokens) and names_france(tokens)
    return rest in _TOPIC and (asked or asks_which_french(tokens))


def is_topic(rest: str) -> bool:
    """Tell whether what is stuck to a Korean name makes it what is spoken of: 무주군은."""
    return rest in _TOPIC


def are_compared(tokens: Sequence[Token], first: tuple[int, str], second: tuple[int, str]) -> bool:
    """Tell whether a Korean text says the same of two names: 릴이 커요, 창원이 커요?

    Each is given as where the words after it begin and what is stuck to it.
    """
    (one, rest), (other, further) = first, second
    if rest not in _TOPIC or further not in _TOPIC or other >= len(tokens):
        return False
    return tokens[one].word == tokens[other].word


def _starts(tokens: Sequence[Token], end: int, words: tuple[str, ...]) -> bool:
    return end < len(tokens) and not tokens[end].gap.strip() and tokens[end].word.startswith(words)
