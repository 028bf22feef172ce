"""The sentences of a message, and which of them ask."""

from __future__ import annotations

import re
from functools import cache

from bot.words.wording_on import says_something, words
from knowledge.text import HANGUL, bare, fold
from knowledge.wordings import alternatives, whole_words, wordings

CUT_SHORT = 8
"""Words up to which a sentence after a question may ask without a question mark: "his phone", "et le site"."""
SENTENCE_END = re.compile(r"(?<=[.?!…])\s+")
_PART_END = re.compile(rf"{SENTENCE_END.pattern}|\s+[-–—]\s+")
_MARKED = ("?", "？")
_ASKS_IN_KOREAN = re.compile(r"(?:나요|까요?|가요|죠|지요|는지|은지|을지|한지|주세요|려줘|[어디몇뭐][예구]요)\s?$")
_ENDS_ASKING_IN_KOREAN = re.compile(r"(?:나요|까요|가요|[어디몇뭐][예구]요)\s?\.$")
_GOES_ON_IN_KOREAN = re.compile(r"[가-힣](?:도|은|는)(?:\s같이|\s함께)?요?\s?$")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, or the parts that a dash sets off."""
    return [part for part in _PART_END.split(text) if fold(part)]


def asks(text: str, earlier: str) -> bool:
    """Tell whether a sentence is a question: by its mark, or as a request or a few words after one."""
    if is_question(text):
        return True
    if not is_question(earlier) or not says_something(text):
        return False
    if _requests().search(bare(text)):
        return True
    if text.endswith((".", "!")) or _states(text):
        return False
    if HANGUL.search(text):
        goes_on = words(text) <= CUT_SHORT and _GOES_ON_IN_KOREAN.search(text)
        return bool(goes_on or _ASKS_IN_KOREAN.search(text))
    return 2 <= words(text) <= CUT_SHORT


def may_ask(text: str) -> bool:
    """Tell whether a text has a question mark, or ends as a question does in Korean, which often has none."""
    return any(mark in text for mark in _MARKED) or _ASKS_IN_KOREAN.search(text.rstrip(" .!")) is not None


def is_marked(text: str) -> bool:
    """Tell whether a sentence is a question by its mark."""
    return text.endswith(_MARKED)


def is_question(text: str) -> bool:
    """Tell whether a sentence is a question by its mark, or by how it ends in Korean (몇 개로 나뉘나요.)."""
    return is_marked(text) or _ENDS_ASKING_IN_KOREAN.search(text) is not None


def _states(text: str) -> bool:
    """Tell whether a sentence begins as one that says something, and has no word that asks: "it isn't a commune"."""
    folded = bare(text)
    if _statements().match(folded) is None:
        return False
    return whole_words("bot.texts", "requests.tsv", "questioning").search(folded) is None


@cache
def _statements() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(wordings('bot.texts', 'requests.tsv')['states'])})(?!\w)")


@cache
def _requests() -> re.Pattern[str]:
    """Return the pattern of what a request begins with ("please tell me"), and ends with in Korean (알려주세요)."""
    own = wordings("bot.texts", "requests.tsv")
    begins, joins, ends = (alternatives(own[kind]) for kind in ("begins", "joins", "ends"))
    return re.compile(rf"^(?:(?:{joins})[\s,]+)*(?:{begins})(?!\w)|(?:{ends})[\s.!]*$")
