"""Whether what a Korean text says of a name is only said of places: 청주는 어디에 있나요, 진도는 군인가요.

A name that is a word as well (예산, 진도, 화성) is taken for the place then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from index.names.signs_korean import is_topic, speaks_of_a_place
from index.names.tokens import Token
from knowledge.wordings import alternatives, wordings

_FILE = "index.names", "topic_korean.tsv"
_INSIDE = ("에", "에는", "에도", "에선", "에서")
_JOINED = ("와", "과", "랑", "이랑", "하고", "의")
_WORDS_READ = 8
"""How many words after a name what is said of it may take."""


def is_said_of_a_place(tokens: Sequence[Token], end: int, rest: str, *, french: bool) -> bool:
    """Tell whether what follows a name, the tokens from `end` on, is said of places; `rest` is what is stuck to it.

    Of a `french` name, which is hardly another word, anything on people or towns will do: 블랑자는 유명한데 인구는?
    """
    if french and _speaks_of_people(tokens, end, rest):
        return True
    following = takewhile(lambda token: not token.gap.strip(), tokens[end : end + _WORDS_READ])
    said = " ".join(token.word for token in following)
    own = _patterns()
    heads, inside = not rest or is_topic(rest), rest in _INSIDE
    if heads and own["topic"].search(said):
        return True
    if (heads or inside) and own["living"].search(said):
        return True
    pointed = end > 1 and tokens[end - 2].word in wordings(*_FILE)["pointing"]
    if heads and not pointed and own["those_living"].match(said):
        return True
    if (inside or not (rest or french)) and own["lives"].match(said):
        return True  # not 우리 시에 사는, where a commune is called 시에
    if (heads or rest in _JOINED) and own["tie"].match(said):
        return True
    return rest in wordings(*_FILE)["compared"] and own["size"].match(said) is not None


def _speaks_of_people(tokens: Sequence[Token], end: int, rest: str) -> bool:
    """Tell whether a name with a particle stuck to it is spoken of as a town, or anything after it tells of people."""
    marked = is_topic(rest)
    if not (marked or rest in _INSIDE):
        return False
    people = tuple(wordings(*_FILE)["of_people"])
    beside = marked and end < len(tokens) and speaks_of_a_place(tokens[end])
    return beside or any(token.word.startswith(people) for token in tokens[end:])


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what is said of places, each of words run together with one space between."""
    own = {kind: alternatives(words) for kind, words in wordings(*_FILE).items()}
    topic = (
        rf"^(?:{own['people']})",
        rf"^(?:{own['living']})\w{{0,2}} (?:{own['more']}) (?:{own['many']})",
        rf"(?:^|\s){own['residents']}\w{{0,2}} ?(?:{own['how_many']}|얼마)",
        rf"^(?:{own['where']}) (?:{own['lies']})",
        rf"^(?:{own['where_is']})",
        rf"^(?:{own['which']}) (?:{own['unit']})",
        rf"(?:^|\s)(?:{own['unit']})(?:{own['unit_is']}| ?{own['right']})",
        rf"^(?:{own['part']})(?:{own['part_is']}) ?(?:{own['how_many']})",
    )
    return {
        "topic": re.compile("|".join(topic)),
        "living": re.compile(rf"(?:^|\s)(?:{own['living']}).*\s(?:{own['lives']})"),
        "those_living": re.compile(rf"^(?:{own['lives']}).*(?:{own['living']})"),
        "lives": re.compile(own["lives"]),
        "tie": re.compile(own["tie"]),
        "size": re.compile(rf"(?:{own['people']}\w? )?(?:더 )?(?:{own['size']}) (?:\w+ )?(?:{own['unit']})"),
    }
