"""What people write in a chat or as they speak, in the spelling of the cards: "c koi", 머꼬, 되는겨.

Cards are looked for by such a text too; names are read in the text as it was written.
"""

from __future__ import annotations

import re
from functools import cache

from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_ENDINGS = (
    (re.compile(r"(?<=[가-힣])(?:는겨|는교|는감|는가유|노)(?=[?.!\s]*$)"), "나요"),
    (re.compile(r"(?<=[가-힣])(?:인겨|인교|인감|인가유|이당가요?|이랑가요?)(?=[?.!\s]*$)"), "인가요"),
    (re.compile(r"(?<=[있없])(?:능교|능가|당가요?)(?=[?.!\s]*$)"), "나요"),
    (re.compile(r"(?<![가-힣])(?:거여|거유)(?=[?.!\s]*$)"), "거예요"),
    (re.compile(r"(?<=[가-힣])(?:꼬|까유)(?=[?.!\s]*$)"), "까요"),
    (re.compile(r"(?<=[가-힣])(?<=[대래])유(?=[?.!\s]*$)"), "요"),
)
"""Endings of questions in dialects, and the standard one of each."""


def plain(text: str) -> str:
    """Return a text with what is spelt as in a chat or a dialect as it is usually spelt."""
    pattern, usual = _forms()
    folded, rest = bare(text), text
    for match in reversed([*pattern.finditer(folded)]):
        rest = f"{rest[: match.start()]}{usual[match.group()]}{rest[match.end() :]}"
    for ending, standard in _ENDINGS:
        rest = ending.sub(standard, rest)
    return rest


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of such spellings, and what is usual for each, written without accents."""
    kinds = wordings("bot.texts", "chat.tsv")
    usual = {bare(form): kind for kind, forms in kinds.items() for form in forms}
    return re.compile(rf"(?<!\w)(?:{alternatives(usual)})(?!\w)"), usual
