"""A département asked for by nothing but its number: "c'est quoi le 974", "974 is what?", 33번이 뭐예요.

The words stand in `index/names/numbers_asked.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.names.particles import attached
from index.names.text import read_text
from index.names.tokens import Token
from knowledge.wordings import wordings

_WORDS = {kind: frozenset(words) for kind, words in wordings("index.names", "numbers_asked.tsv").items()}
_ASKING, _SAID = _WORDS["asking"], _WORDS["said"]
_ASKING_IN_KOREAN = tuple(_WORDS["asking_korean"])
_SAID_IN_KOREAN = _WORDS["said_korean"]
_NUMBER = re.compile(r"0[1-9]|1[0-9]|2[1-9ab]|[3-8]\d|9[0-5]|97[1-46]")
_CALLED = frozenset({"15", "17", "18"})
"""Numbers that are called in need in France: "c'est quoi le 15"."""
_COUNTER = "번"  # what counts numbers in Korean, or a particle right after one
_LONGEST = 60  # characters of a text that may say nothing else


def number_asked(text: str) -> tuple[int, int, str] | None:
    """Return start, end and id of the département whose number a text asks of and says nothing else; None if none."""
    tokens = read_text(text).tokens if len(text) <= _LONGEST else ()
    at = next((number for number, token in enumerate(tokens) if token.word.isdigit()), None)
    if at is None:
        return None
    letter = at + 1 < len(tokens) and tokens[at].word == "2" and tokens[at + 1].word in ("a", "b")
    end = at + 1 + (letter and not tokens[at + 1].gap)
    number = "".join(token.word for token in tokens[at:end])
    if not _NUMBER.fullmatch(number) or number in _CALLED:
        return None
    rest = [*tokens[:at], *tokens[end:]]
    if not all(map(_is_said, rest)) or not _asks(rest):
        return None
    return tokens[at].at, tokens[end - 1].to, f"fr-dep-{number.upper()}"


def _is_said(token: Token) -> bool:
    """Tell whether a word says no more than that one asks what a number is."""
    if not token.hangul:
        return token.word in _SAID or token.word in _ASKING
    if not token.gap:  # stuck to the number
        return attached(token.word.removeprefix(_COUNTER)) is not None
    return token.word.startswith(_ASKING_IN_KOREAN) or token.word in _SAID_IN_KOREAN


def _asks(tokens: Sequence[Token]) -> bool:
    return any(t.word.startswith(_ASKING_IN_KOREAN) if t.hangul else t.word in _ASKING for t in tokens)
