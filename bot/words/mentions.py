"""How the places that a question names stand in it: in a row, one describing another, where one calls from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from bot.words.beside import Beside
from bot.words.hierarchy import innermost, lying_together
from bot.words.question import Question
from bot.words.sentences import SENTENCE_END, is_marked, may_ask, sentences
from bot.words.sums import words_that_sum
from bot.words.units import offices_mentioned
from bot.words.wording_on import WORD, content, said
from index.names.mention import Mention
from index.names.particles import COMITATIVE
from knowledge.library import Library
from knowledge.places import Gazetteer
from knowledge.text import HANGUL, bare, blanked
from knowledge.wordings import alternatives, wordings

_FROM = re.compile(r"(?:\bdepuis|\bfrom)\s+(?:la |le |l'|les |the )?$", re.IGNORECASE)
_BASED = re.compile(
    r"\b(?:basee?s?|situee?s?|installee?s?|sise?|siegeant|siege|based|located|headquartered)\s+(?:a|en|in|at|dans)\s+$"
)
_BASED_IN_KOREAN = re.compile(r"에\s?(?:있는|위치한|소재한|자리한|\S+[을를] 둔)\s")
_MODIFIES = re.compile(r"\S*\s(?:\S+\s)*?\S*(?:[하있없되맺]는|[있하이]다는|라는|던|[된한]|맺은)\s(?:옛\s|구\s)?")
_BREAK = re.compile(r"[:;.!?…]+(?=\s)|,(?=\s)|\s[-–—]+\s|[(\n]")
_OFFICE_STUCK = "[시군구도]?(?:청|의회)?"
_SMALL = "de du d' à la le les l' of the in for celle celui that".split()
_AND = re.compile(
    rf"(?:\s*[?;]?\s*(?:et|and|&|/|\+|puis)\s*|(?:{_OFFICE_STUCK}\s?)?(?:{COMITATIVE}|및)\s*|,\s*)"
    rf"(?:(?:{'|'.join(_SMALL)})\s?)*",
    re.IGNORECASE,
)
_ANDED = re.compile(
    rf"(?:\s+(?:et|and|&)\s+|(?:{_OFFICE_STUCK}\s?)?(?:{COMITATIVE}|및)\s*)(?:(?:{'|'.join(_SMALL)})\s?)*",
    re.IGNORECASE,
)
_OF_IT = re.compile(rf"\s(?:(?:{'|'.join(_SMALL)})\s?)*", re.IGNORECASE)
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

    What is asked may be said again by each of them: "the site of Tours and the site of Blois". One may lie in another
    only where a word joins them: "Annecy, Haute-Savoie" tells where Annecy is. Whoever says "both" or "each" means all.
    """
    ids = [mention.places[0] for mention in asked]
    apart = len(innermost(ids, library.gazetteer)) == len(ids)
    if len(set(ids)) > 1 and said(text, "both", "each") is not None:
        return True
    return (
        len(set(ids)) > 1
        and (apart or all(_ANDED.fullmatch(text, one.end, other.start) for one, other in pairwise(asked)))
        and all(_in_a_row(text, one, other, asked) for one, other in pairwise(asked))
    )


def named_by_office(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the one of several places of which an office is named right beside it, else all of them.

    "We met Le Havre; the regional council of Normandie, its address?", 르아브르랑 얘기하다가 노르망디 도청 주소.
    """
    offices = [(start, end) for _, start, end in offices_mentioned(text)]
    beside = {
        mention
        for mention in mentions
        for start, end in offices
        if (mention.end <= start and not text[mention.end : start].strip())
        or (end <= mention.start and _OF_IT.fullmatch(text, end, mention.start))
    }
    return tuple(beside) if len(beside) == 1 else mentions


def row_named(text: str, mentions: tuple[Mention, ...]) -> str | None:
    """Return the part of a text that names several places in a row, or as alternatives: "Tours / Blois", "A or B"."""
    row = max(_runs(mentions, lambda start, end: _offers(text, start, end)), key=len)
    return text[row[0].start : row[-1].end] if len(row) > 1 else None


def put_together(question: Question) -> tuple[Mention, ...]:
    """Return the places that are joined right before a word which puts them together, else after it; none without.

    "Are Suwon and Yongin together larger than Lyon?", "larger than the sum of Blois and Tours?"
    """
    text = question.text
    runs = [run for run in _runs(question.places, lambda a, b: bool(_AND.fullmatch(text, a, b))) if len(run) > 1]
    for start, end in words_that_sum(text):
        before = [run for run in runs if run[-1].end <= start]
        after = [run for run in runs if run[0].start >= end]
        if before or after:
            return tuple(before[-1] if before else after[0])
    return ()


def _runs(mentions: tuple[Mention, ...], joins: Callable[[int, int], bool]) -> list[list[Mention]]:
    """Return the names in runs of those between which something joins, which is told from where it stands."""
    runs: list[list[Mention]] = [[]]
    for mention in mentions:
        if runs[-1] and not joins(runs[-1][-1].end, mention.start):
            runs.append([])
        runs[-1].append(mention)
    return runs


def _offers(text: str, start: int, end: int) -> bool:
    """Tell whether nothing but a word that joins or offers another stands between two names."""
    offered = alternatives(wordings("bot.texts", "alternatives.tsv")["or"])
    between_names = bare(text)[start:end]
    return bool(_AND.fullmatch(text, start, end) or re.fullmatch(rf"\s?,?\s?(?:{offered})\s?", between_names))


def _in_a_row(text: str, one: Mention, other: Mention, asked: tuple[Mention, ...]) -> bool:
    """Tell whether nothing but a word that joins stands between two names, or what is said before or after all too."""
    if _AND.fullmatch(text, one.end, other.start):
        return True
    folded = bare(text)
    again, joins = _AND_AGAIN.subn(" ", folded[one.end : other.start])
    around = set(WORD.findall(f"{folded[: asked[0].start]} {folded[asked[-1].end :]}"))
    return joins == 1 and set(WORD.findall(again)) - {bare(word) for word in _SMALL} <= around


def set_side_by_side(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the places of the last sentence that names several; those before only tell why. All without such a one.

    "I've a bet with a colleague from Toulouse. Are there more people in Occitanie or in …?"
    """
    ends = [match.end() for match in SENTENCE_END.finditer(text)]
    after = ([m for m in mentions if m.start >= end] for end in reversed(ends))
    return tuple(next((found for found in after if len(found) > 1), mentions))


def of_the_question(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the places that the last sentence names, where it is the only one that asks; else all.

    "Guro has Issy-les-Moulineaux, I hear. So whom did our Yangcheon-gu sign with?"
    """
    *before, last = sentences(text)
    if not before or not is_marked(last) or any(map(may_ask, before)):
        return mentions
    start = text.rindex(last)
    return tuple(mention for mention in mentions if mention.start >= start) or mentions


def asked_about(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return the places named without those that only tell who asks: "a delegate from Paju wants to know about Reims".

    Nor those that only tell what a place is near: "Sarcelles, is that near Paris?". All where nothing else is named.
    """
    folded = bare(text)
    kept = tuple(m for m in mentions if not any(of.find(folded, m.start, m.end) for of in (_askers(), _nearness())))
    return kept or mentions


@cache
def _askers() -> Beside:
    """Return what stands beside the name of where somebody comes from."""
    forms = wordings("bot.texts", "asker.tsv")
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(forms['from'])})\s*(?:la |le |les |l'|the )?$"),
        re.compile(rf"(?:시|군|구|도)?(?:청)?\s?(?:{alternatives(forms['is_of'])})(?![a-z])"),
    )


def asks_nearness(question: Question) -> bool:
    """Tell whether all that is asked is whether one place is near the last one named: "Sarcelles, is that near Paris?".

    No distance is held; where each of them lies is.
    """
    if len(question.places) != 2 or question.contacts:
        return False
    folded, last = bare(question.text), question.places[-1]
    near = _nearness().find(folded, last.start, last.end)
    if near is None:
        return False
    stuck = HANGUL.match(folded, near.end())
    end = stuck.end() if stuck and near.start() >= last.end else near.end()
    return not content(replace(question, text=blanked(folded, near.start(), end)))


@cache
def _nearness() -> Beside:
    """Return what stands beside the name of what something is near."""
    forms = wordings("bot.texts", "followup.tsv")
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(forms['near'])})\s*(?:la |le |les |l'|the )?$"),
        re.compile(rf"(?:시|군|구|도)?\s?(?:{alternatives(forms['near_after'])})"),
    )


def outer_first(asked: tuple[Mention, ...], library: Library) -> tuple[Mention, ...]:
    """Return the places named with those first that another of them lies in."""
    within = {parent for mention in asked for parent in library.gazetteer[mention.places[0]].parents}
    return tuple(sorted(asked, key=lambda mention: mention.places[0] not in within))


def each_meant(mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the place that each name means beside the others: of several of one name that which lies with them.

    What lies with them is told by those that are not several themselves.
    """
    told = [mention.places[0] for mention in mentions if len(mention.places) == 1]
    return tuple(lying_together(mention.places, told, gazetteer) for mention in mentions)


def is_seat(text: str, mention: Mention) -> bool:
    """Tell whether a place is where the body asked about sits: "the network based in Seoul", 서울에 있는 네트워크."""
    return bool(_BASED.search(bare(text[: mention.start])) or _BASED_IN_KOREAN.match(text, mention.end))


def starts_there(text: str, mention: Mention) -> bool:
    """Tell whether a place is where one calls or writes from: "from Busan, what do I dial for Daegu city hall?"."""
    return _FROM.search(text, 0, mention.start) is not None
