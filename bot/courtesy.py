"""Greetings, thanks and questions to the bot itself: answered with one friendly line, never searched for."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from knowledge.text import fold

LIKE_ENOUGH = 92.0
"""Likeness in percent from which a misspelt greeting is still one."""
SHORTEST_FUZZY = 6
"""Characters of a fold under which only the exact wording counts."""
_BREAK = re.compile(r"[\s,.!?;:…~。、！？·\-–—()]+")


@cache
def _wordings() -> dict[str, str]:
    """Return the kind of courtesy of each folded wording."""
    found: dict[str, str] = {}
    for line in files("bot.texts").joinpath("courtesy.tsv").read_text("utf-8").splitlines():
        kind, _, wordings = line.partition("\t")
        for wording in wordings.split(" | "):
            found.setdefault(fold(wording), kind)
    return found


def recognise(text: str) -> str | None:
    """Return the kind of courtesy the whole text is (greeting, thanks, farewell, identity, wellbeing), or None.

    Two in a row count as the last one: "Bonjour, merci beaucoup !" is thanks.
    """
    folded = fold(text)
    if not folded or len(folded) > 80:
        return None
    kind = _wordings().get(folded)
    if kind is None and len(folded) >= SHORTEST_FUZZY:
        match = process.extractOne(folded, _wordings().keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
        kind = _wordings()[match[0]] if match else None
    if kind is None:
        rest = without_greeting(text)
        if rest != text and fold(rest):
            kind = recognise(rest)
    return kind


def without_greeting(text: str) -> str:
    """Return the text without the greeting or thanks it begins with: what is asked after "Bonjour," remains."""
    words = [match for match in _BREAK.split(text) if match]
    best = 0
    for count in range(1, min(len(words), 5)):
        if _wordings().get(fold("".join(words[:count]))) in ("greeting", "thanks"):
            best = count
    if not best:
        return text
    position = 0
    for word in words[:best]:
        position = text.index(word, position) + len(word)
    return _BREAK.sub("", text[position:], count=1) if _BREAK.match(text[position:]) else text[position:]
