"""How the places that a question names stand in it: in a row, one describing another, where one calls from."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from bot.followup_words import WORD
from bot.hierarchy import innermost
from bot.question import Question
from index.mention import Mention
from index.particles import COMITATIVE
from knowledge.library import Library
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FROM = re.compile(r"(?:\bdepuis|\bfrom)\s+(?:la |le |l'|les |the )?$", re.IGNORECASE)
_BASED = re.compile(
    r"\b(?:basee?s?|situee?s?|installee?s?|sise?|siegeant|siege|based|located|headquartered)\s+(?:a|en|in|at|dans)\s+$"
)
_BASED_IN_KOREAN = re.compile(r"에\s?(?:있는|위치한|소재한|자리한|\S+[을를] 둔)\s")
_MODIFIES = re.compile(r"\S*\s(?:\S+\s)*?\S*(?:[하있없되맺]는|던|[된한]|맺은)\s(?:옛\s|구\s)?")
_BREAK = re.compile(r"[:;.!?…]+(?=\s)|,(?=\s)|\s[-–—]+\s|[(\n]")
_SMALL = "de du d' à la le les l' of the in for celle celui that".split()
_AND = re.compile(
    rf"(?:\s*[?;]?\s*(?:et|and|&|/|\+|puis)\s*|(?:[시군구도]\s?)?(?:{COMITATIVE}|및)\s*|,\s*)"
    rf"(?:(?:{'|'.join(_SMALL)})\s?)*",
    re.IGNORECASE,
)
_AND_AGAIN = re.compile(rf"(?<!\w)(?:et|and)(?!\w)|[,/&+]|(?:{COMITATIVE}|및)(?!\w)")
"""What joins where the words that are asked stand by each name: "largest commune of the Creuse and of the Lozère"."""


def between(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the words of a name end and those of the next begin: both at the last clause's end between them.

    Without one the words between are read with either.
    """
    breaks = list(_BREAK.finditer(text, start, end))
    return (breaks[-1].start(), breaks[-1].end()) if breaks else (end, start)


def heads(question: Question) -> tuple[Mention, ...]:
    """Return the places without those that in Korean only tell which other one is meant: 천안이랑 교류하는 클뤼즈."""
    following = (*question.places[1:], None)
    return tuple(
        mention
        for mention, other in zip(question.places, following, strict=False)
        if other is None or not _MODIFIES.fullmatch(question.text, mention.end, other.start)
    )


def joined(text: str, asked: tuple[Mention, ...], library: Library) -> bool:
    """Tell whether the same is asked of several places, named in a row: "the sites of Tours and Blois".

    What is asked may be said again by each of them: "the site of Tours and the site of Blois".
    """
    ids = [mention.places[0] for mention in asked]
    return (
        len(set(ids)) > 1
        and len(innermost(ids, library.gazetteer)) == len(ids)
        and all(_in_a_row(text, one, other, asked) for one, other in pairwise(asked))
    )


def _in_a_row(text: str, one: Mention, other: Mention, asked: tuple[Mention, ...]) -> bool:
    """Tell whether nothing but a word that joins stands between two names, or what is said before or after all too."""
    if _AND.fullmatch(text, one.end, other.start):
        return True
    folded = bare(text)
    again, joins = _AND_AGAIN.subn(" ", folded[one.end : other.start])
    said = set(WORD.findall(f"{folded[: asked[0].start]} {folded[asked[-1].end :]}"))
    return joins == 1 and set(WORD.findall(again)) - {bare(word) for word in _SMALL} <= said


def asked_about(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the places named without those that only tell who asks: "a delegate from Paju wants to know about Reims".

    All where nothing else is named.
    """
    before, after = _askers()
    folded = bare(text)
    kept = tuple(m for m in mentions if not (before.search(folded, 0, m.start) or after.match(folded, m.end)))
    return kept or mentions


@cache
def _askers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what stands before and after the name of where somebody comes from."""
    forms = wordings("bot.texts", "asker.tsv")
    return (
        re.compile(rf"(?<!\w)(?:{alternatives(forms['from'])})\s*(?:la |le |les |l'|the )?$"),
        re.compile(rf"(?:시|군|구|도)?(?:청)?\s?(?:{alternatives(forms['is_of'])})(?![a-z])"),
    )


def outer_first(asked: tuple[Mention, ...], library: Library) -> tuple[Mention, ...]:
    """Return the places named with those first that another of them lies in."""
    within = {parent for mention in asked for parent in library.gazetteer[mention.places[0]].parents}
    return tuple(sorted(asked, key=lambda mention: mention.places[0] not in within))


def is_seat(text: str, mention: Mention) -> bool:
    """Tell whether a place is where the body asked about sits: "the network based in Seoul", 서울에 있는 네트워크."""
    return bool(_BASED.search(bare(text[: mention.start])) or _BASED_IN_KOREAN.match(text, mention.end))


def starts_there(text: str, mention: Mention) -> bool:
    """Tell whether a place is where one calls or writes from: "from Busan, what do I dial for Daegu city hall?"."""
    return _FROM.search(text, 0, mention.start) is not None
