"""What a Korean sentence says of a word that tells it is a place: that it is called so, what holds it, its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.name_signs import FRENCH_LEVELS, asks_which_french, of_a_place
from index.name_text import Token

_CALLED = ("라는", "이라는", "라고", "이라고", "란", "이란")
_KINDS = tuple("마을 도시 소도시 코뮌 데파르트망 레지옹 메트로폴 동네 고장 지자체 시골".split())
_KINDS_ALONE = frozenset("시 군 구 도 섬".split())
_IN_APPOSITION = re.compile("주민|.*(?:마을|도시)")
_HOLDING = ("있는", "위치한", "소재한", "자리한")
_HOLDERS = ("데", "곳", "시", "군", "구", "도시", "마을", "지역", "코뮌", "데파르트망")
_IS_A_UNIT = re.compile("[시군구도읍면]이?(?:예요|에요|야|냐|니|인가요?|인지|입니까|여요?|죠)")


def is_called(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether a Korean text says that a place is called so: 바카라라는 마을."""
    if rest not in _CALLED or end >= len(tokens):
        return False
    return tokens[end].word.startswith(_KINDS) or tokens[end].word in _KINDS_ALONE


def must_be_a_place(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether an unknown Korean word is said to be a place: 싸나리는 어느 데파르트망, 로크포르 치즈마을."""
    if of_a_place(tokens, end, rest) or is_called(tokens, end, rest) or asks_which_french(tokens):
        return True
    beside = end < len(tokens) and rest in ("", "의") and not tokens[end].gap.strip()
    return beside and _IN_APPOSITION.match(tokens[end].word) is not None


def speaks_of_france(token: Token) -> bool:
    """Tell whether a Korean word begins with that for France or one of its levels, which some names sound like."""
    return token.word.startswith(("프랑스", *FRENCH_LEVELS))


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
