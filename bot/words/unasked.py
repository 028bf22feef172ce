"""What a message says that asks nothing: 의회 말고요 after what asks, "Not the prefect's office"; "while I'm at it"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from bot.words.question import Question, part
from bot.words.sentences import is_question, sentences
from bot.words.wording_on import words
from index.snapshot import Snapshot
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FILE = "bot.texts", "unasked.tsv"
_LAUGHTER = re.compile("[\u3131-\u3163]{2,}")
_MOST_WORDS = 12
"""A longer sentence says more than what is set aside."""


def without_unasked(question: Question, snapshot: Snapshot) -> Question:
    """Return a question without the sentences that only say what is not asked for, and without passing words."""
    names = ((mention.start, mention.end) for mention in (*question.places, *question.contacts))
    asked = without_laughter(without_passing(asking(question.text, names)))
    if question.language == "en":
        asked = without_praise(asked)
    return question if asked == question.text else part(asked, question, snapshot)


def asking(text: str, names: Iterable[tuple[int, int]]) -> str:
    """Return a text without the later sentences that set something aside, or say that it is had already.

    What is set aside by its name tells which one of several is meant, and stays: "Not the one in Gangwon"; `names` are
    the places (start, end) of names in the text.
    """
    said, spans = sentences(text), [*names]
    kept, at = said[:1], 0
    for earlier, sentence in pairwise(said):
        start = text.index(sentence, text.index(earlier, at) + len(earlier))
        named = any(start <= begin < start + len(sentence) for begin, _ in spans)
        at = start
        if is_question(sentence) or not _sets_aside(sentence, named=named):
            kept.append(sentence)
    return text if len(kept) == len(said) else " ".join(kept)


def without_passing(text: str) -> str:
    """Return a text without the words that say it is asked in passing, unless it has no others."""
    folded, rest = bare(text), text
    for match in reversed([*_passing().finditer(folded)]):
        rest = rest[: match.start()] + rest[match.end() :]
    rest = " ".join(rest.split())
    return rest if words(rest) else text


def without_laughter(text: str) -> str:
    """Return a text without the letters of Hangul that stand by themselves, ㅎㅎ or ㅠㅠ, unless it has no others."""
    rest = " ".join(_LAUGHTER.sub(" ", text).split())
    return rest if words(rest) else text


def without_praise(text: str) -> str:
    """Return an English text without the praise it begins with, in small letters: "nice. what's the …" is no city."""
    return _praise().sub("", text)


def _sets_aside(sentence: str, *, named: bool) -> bool:
    """Tell whether a sentence only says what is not asked for; `named`: it names a place or body."""
    aside, had = _patterns()
    folded = bare(sentence)
    if words(sentence) > _MOST_WORDS:
        return False
    return had.search(folded) is not None or (not named and aside.search(folded) is not None)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what a sentence begins or ends with that sets aside, and what one ends with that says it is had."""
    own = wordings(*_FILE)
    begins, ends, had = (alternatives(own[kind]) for kind in ("begins", "ends", "had"))
    over = r"[\s.!~]*$"
    return re.compile(rf"^(?:{begins})(?!\w)|(?<=\w)\s?(?:{ends}){over}"), re.compile(rf"(?:{had}){over}")


@cache
def _passing() -> re.Pattern[str]:
    return re.compile(rf"[,(]?\s?(?<!\w)(?:{alternatives(wordings(*_FILE)['passing'])})(?!\w)[,:)]?")


@cache
def _praise() -> re.Pattern[str]:
    return re.compile(rf"^(?:{alternatives(wordings(*_FILE)['praise'])})\s*[.!…]+\s+(?=\w)")
