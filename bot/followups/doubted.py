"""What was just told, called into question: "Are you sure? My notes say 69", 정말요? It is told again as it was."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.answer import Decision
from bot.turn import Turn
from bot.words.question import Question
from bot.words.sentences import may_ask, sentences
from knowledge.text import HANGUL, bare
from knowledge.wordings import alternatives, whole_words, wordings

_FILE = "bot.texts", "doubt.tsv"


def told_again(question: Question, last: Turn) -> Decision | None:
    """Return what the turn before got, where a question only doubts it and says why; None where it asks or names more.

    Nothing but the cards and tables could tell more: the answer holds its source and date.
    """
    if question.names_any or last.decision.status != "answered":
        return None
    said = sentences(question.text)
    doubts = [text for text in said if _doubts().fullmatch(bare(text)) and ("?" in text or HANGUL.search(text))]
    if not doubts or any(may_ask(text) or _questions().search(bare(text)) for text in said if text not in doubts):
        return None
    return replace(last.decision, follows=True)


def _questions() -> re.Pattern[str]:
    return whole_words("bot.texts", "requests.tsv", "questioning")


@cache
def _doubts() -> re.Pattern[str]:
    """Return the pattern of a sentence that doubts and says nothing else."""
    own = wordings(*_FILE)
    mark = r"[\s,.!?…~^]*"
    around = rf"(?:(?:{alternatives(own['around'])})(?![^\W_]){mark})*"
    return re.compile(rf"{mark}{around}(?:{alternatives(own['doubt'])})(?![^\W_]){mark}{around}")
