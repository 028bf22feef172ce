"""Greetings, thanks and questions to the bot itself: answered with one friendly line, never searched for."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz, process

from knowledge.text import bare, fold
from knowledge.wordings import alternatives, wordings

LIKE_ENOUGH = 92.0
"""Likeness in percent from which a misspelt greeting is still one."""
SHORTEST_FUZZY = 6
"""Characters of a fold under which only the exact wording counts."""
LONGEST = 80
"""Characters of a fold beyond which a text is no courtesy alone."""
_WORDS_OF_GREETING = 4
"""Words that a greeting or thanks has at most."""
_AROUND = ("opening", "preface", "closing")
_SIGNS = r"\s,.!?;:…~。、！？·\-–—()"
_BREAK, _WORD = re.compile(f"[{_SIGNS}]+"), re.compile(f"[^{_SIGNS}]+")


@cache
def _kinds() -> dict[str, str]:
    """Return the kind of courtesy of each folded wording."""
    found: dict[str, str] = {}
    for kind, forms in wordings("bot.texts", "courtesy.tsv").items():
        if kind not in _AROUND:
            for form in forms:
                found.setdefault(fold(form), kind)
    return found


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of the polite words that a question begins with, and of those that it ends with."""
    forms = wordings("bot.texts", "courtesy.tsv")
    opening, preface, closing = (alternatives(forms[kind]) for kind in _AROUND)
    return (
        re.compile(rf"(?:(?:{opening})(?!\w)[\s,:.]*|(?:{preface})\s*[,:.]+\s*)+"),
        re.compile(rf"(?:(?<!\w)(?:{closing})[\s.,!]*)+$"),
    )


def recognise(text: str) -> str | None:
    """Return the kind of courtesy the whole text is (greeting, thanks, farewell, identity, wellbeing), or None.

    Two in a row count as the last one: "Bonjour, merci beaucoup !" is thanks.
    """
    folded = fold(text)
    if not folded or len(folded) > LONGEST:
        return None
    kind = _kinds().get(folded)
    if kind is None and len(folded) >= SHORTEST_FUZZY:
        match = process.extractOne(folded, _kinds().keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
        kind = _kinds()[match[0]] if match else None
    if kind is None:
        rest = without_greeting(text)
        if rest != text and fold(rest):
            kind = recognise(rest)
    return kind


def without_greeting(text: str) -> str:
    """Return the text without the greeting or thanks it begins with: what is asked after "Bonjour," remains.

    A sign sets thanks off from what follows: "top 5" and "cheers in Korean" thank for nothing.
    """
    words = list(_WORD.finditer(text))
    rest = text
    for count in range(1, min(len(words), _WORDS_OF_GREETING + 1)):
        after = text[words[count - 1].end() : words[count].start()]
        kind = _kinds().get(fold("".join(word.group() for word in words[:count])))
        if kind == "greeting" or (kind == "thanks" and after.strip()):
            rest = text[words[count].start() :]
    return rest


def asked(text: str) -> str:
    """Return what is asked, without the polite words around it: "Bonjour, pourriez-vous me dire … ? Merci d'avance."

    A text that is nothing else stays as it is.
    """
    opening, closing = _around()
    rest = without_greeting(text)
    begins = opening.match(bare(rest))
    rest = rest[begins.end() :] if begins else rest
    ends = closing.search(bare(rest))
    rest = rest[: ends.start()].rstrip(" ,") if ends else rest
    return rest if fold(rest) else text
