"""Places that a question names only to leave them out of a list: "besides Seoul", "hors Île-de-France", 서울 빼고."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from bot.words import ranks
from bot.words.leaving_out import ARTICLES, ahead, leaving_out
from bot.words.question import Question
from index.names.aside import span_set_aside
from index.names.mention import Mention
from knowledge.text import HANGUL, bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

_JOINED = re.compile(
    r"\s*(?:,|,? (?:et|and|ou|or|ni|nor)|&|와|과|랑|이랑|이나|나|하고|및|또는)\s*(?:(?:de|du|d'|la|le|les|l'|the)\s*)?"
)


def left_out(question: Question) -> tuple[Question, tuple[str, ...]]:
    """Return a question without the places that it leaves out and the words that do so, and the ids of those places.

    Those that were set aside when it was understood are left out too, and those ahead of what is asked of a ranking:
    "which one comes third, after Annecy and Thonon?" is the first of the others. It keeps its length, so that what
    else it names stays where it is.
    """
    text = question.text
    is_ranked = ranks.ranks_any(text)
    set_aside = (m for m in question.set_aside if text[m.start : m.end] == m.text)  # a question made of it may be cut
    own = question.places
    named = sorted((*own, *set_aside), key=lambda mention: mention.start)
    spans = [_span(text, mention) for mention in named]
    if is_ranked:
        before = _ahead(text, named)
        text = ranks.without_rank(text) if any(before) else text
        spans = [span or one_ahead for span, one_ahead in zip(spans, before, strict=True)]
    while (further := _joined_on(text, named, spans)) != spans:
        spans = further
    for span in filter(None, spans):
        text = blanked(text, *span)
    kept = tuple(mention for mention, span in zip(named, spans, strict=True) if span is None and mention in own)
    ids = (mention.places[0] for mention, span in zip(named, spans, strict=True) if span is not None)
    return replace(question, text=text, places=kept, set_aside=()), tuple(dict.fromkeys(ids))


def without_those_ahead(question: Question) -> Question:
    """Return a question without the places that what it speaks of comes behind: "second behind Pamiers"."""
    spans = _ahead(question.text, question.places)
    text = question.text
    for span in filter(None, spans):
        text = blanked(text, *span)
    kept = (mention for mention, span in zip(question.places, spans, strict=True) if span is None)
    return replace(question, text=text, places=tuple(kept))


def is_behind_others(question: Question) -> bool:
    """Tell whether a question asks who comes behind the places that it names in a ranking."""
    return ranks.ranks_any(question.text) and any(_ahead(question.text, question.places))


def seat_left_out(text: str) -> tuple[int, int] | None:
    """Return where a text leaves out the seat of what it names, by no name: "hormis le chef-lieu", 소재지 빼고.

    In the text without accents; None where it does not.
    """
    folded, beside = bare(text), leaving_out()
    for match in whole_words("bot.texts", "excepted.tsv", "seat").finditer(folded):
        if words := beside.before.search(folded, 0, match.start()) or _is_not().search(folded, 0, match.start()):
            return words.start(), match.end()
        if words := beside.after.match(folded, match.end()):
            return match.start(), words.end()
    return None


def said_without(question: Question) -> str:
    """Return the text of a question with blanks in place of what it leaves out, places or a seat."""
    text = left_out(question)[0].text
    span = seat_left_out(text)
    return blanked(text, *span) if span else text


@cache
def _is_not() -> re.Pattern[str]:
    own = wordings("bot.texts", "excepted.tsv")
    return re.compile(rf"(?<!\w)(?:{alternatives(own['is_not'])})\s+{ARTICLES}$")


def _joined_on(
    text: str, mentions: Sequence[Mention], spans: list[tuple[int, int] | None]
) -> list[tuple[int, int] | None]:
    """Return where places are left out, with those joined to one that is: "à part Séoul et Busan", 서울과 부산 빼고.

    But for Korean a mark alone joins nothing to what is said to be left out after it: "Bretagne, Rennes non comprise".
    """
    found, folded = list(spans), bare(text)
    for number in range(1, len(mentions)):
        one, other = mentions[number - 1], mentions[number]
        if not _JOINED.fullmatch(folded, one.end, other.start):
            continue
        first, second = found[number - 1], found[number]
        if first is not None and second is None and first[1] == one.end:  # said before the first of them
            found[number] = (one.end, other.end)
        after = second is not None and first is None and second[1] > other.end  # said after the last of them
        if after and (HANGUL.search(text) or folded[one.end : other.start].strip() != ","):
            found[number - 1] = (one.start, other.start)
    return found


def _ahead(text: str, named: Sequence[Mention]) -> list[tuple[int, int] | None]:
    """Return where each place stands with the words that put it ahead in a ranking; None where none do."""
    return [ahead().span(bare(text), mention.start, mention.end) for mention in named]


def _span(text: str, mention: Mention) -> tuple[int, int] | None:
    """Return where a place stands with the words that leave it out; None where none do."""
    span = leaving_out().span(bare(text), mention.start, mention.end)
    return span or span_set_aside(text, mention.start, mention.end)
