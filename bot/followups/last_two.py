"""The last two places spoken of: both of them ("which of the two", 둘 중에), or the one not picked (다른 하나는?)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.followups.partners import sides
from bot.followups.places import of_the_same
from bot.sheets.place_lines import SEATS
from bot.subject import OF_PLACES, Subject
from bot.tables.intents import COMPARED
from bot.turn import Turn
from bot.words import ranks, units
from bot.words.excepted import left_out
from bot.words.question import Question
from bot.words.wording_on import asks_nothing_else, content, means_the_other, points_to_both, said, without_other
from knowledge.library import Library
from knowledge.text import bare
from knowledge.wordings import whole_words

SINCE = "partners-since"
_TWO = 2


def of_both(question: Question, told: Sequence[Turn], library: Library) -> Question | None:
    """Return a question on "both" as one that names both places; None where it means none, or they were named as two.

    They are the places that the last two turns told of, one each; after the partner of a place, it and the partner, or
    its partners where they are two; after a place and the seat of what it lies in, that and it.
    """
    if question.names_any or not (points_to_both(question) or _asks_if_in_one(question.text)):
        return None
    ids = _partnered(told[-1], library) or _with_seat(told[-1]) or one_each(told[-_TWO:]) if told else ()
    if len(ids) != _TWO:
        return None
    return of_the_same(question, Subject("place", ids), question.text, both=True)


def _asks_if_in_one(text: str) -> bool:
    """Tell whether a text asks if what it does not name lies in the same unit: "are they in the same region?"."""
    shared = whole_words("bot.texts", "same.tsv", "shared").search(bare(text))
    found = [] if shared is None else units.mentioned(text)
    return any(shared is not None and shared.end() <= start for _, start, _ in found)


def both_cards(question: Question, told: Sequence[Turn]) -> tuple[Subject, ...]:
    """Return the last two cards shown, the earlier first, where a question is on "both" and nothing else came since."""
    if question.places or question.contacts or not points_to_both(question):
        return ()
    shown = list(dict.fromkeys(turn.only for turn in reversed(told)))[:_TWO]
    cards = tuple(each for each in reversed(shown) if each is not None and each.kind == "card")
    return cards if len(cards) == _TWO else ()


def ties_by_age(question: Question, told: Sequence[Turn], library: Library) -> Subject | None:
    """Return since when both of the ties told last are, where it is asked which came first; None where it is not.

    Two ties were told one each by the last two turns, or together: the partners of one place, or two pairs of places.
    """
    if question.names_any or not told or not points_to_both(question) or said(question.text, "age") is None:
        return None
    last = told[-1].only
    found = sides(last, told[-1].question, library)
    if len(found) == 1 and len(found[0].far) == _TWO:
        return Subject("partners", (found[0].near,), SINCE)
    if last is not None and last.kind == "partners" and len(last.ids) == 2 * _TWO:
        return replace(last, intent=SINCE)
    pairs = [_tie(turn, library) for turn in told[-_TWO:]]
    ids = tuple(dict.fromkeys(id for pair in pairs for id in pair))
    return Subject("partners", ids, SINCE) if len(pairs) == _TWO and all(pairs) and pairs[0] != pairs[1] else None


def _tie(turn: Turn, library: Library) -> tuple[str, ...]:
    """Return the two places of the one tie that a turn told of; none where it told of another number."""
    ties = {frozenset({each.near, *each.far}) for each in sides(turn.only, turn.question, library)}
    tie = next(iter(ties)) if len(ties) == 1 else frozenset()
    return tuple(sorted(tie)) if len(tie) == _TWO else ()


def of_the_other(question: Question, told: Sequence[Turn], library: Library) -> Subject | Question | None:
    """Return what was asked last of one of two partners, asked of the other; the question itself where it says more.

    "Bucheon's French partners? - Since when Angoulême? - And the other one?"
    """
    if question.names_any or len(told) < _TWO or not means_the_other(question):
        return None
    picked = told[-1].only
    found = sides(told[-_TWO].only, told[-_TWO].question, library)
    if picked is None or len(picked.ids) != 1 or len(found) != 1:
        return None
    group = found[0].far
    if len(group) != _TWO or picked.ids[0] not in group:
        return None
    other = tuple(id for id in group if id not in picked.ids)
    rest = without_other(question)
    return (
        of_the_same(rest, Subject("place", other), rest.text)
        if content(rest)
        else Subject(picked.kind, other, picked.intent)
    )


def of_the_one_left(question: Question, told: Sequence[str]) -> Question | None:
    """Return a question asked of the other of two places just told (ids), where it leaves one out; else None.

    "Which Korean towns work with Limoges? - Not Gangjin, the other one: how many people?"
    """
    if not question.places or len(told) != _TWO:
        return None
    rest, excepted = left_out(question)
    others = tuple(id for id in told if id not in excepted)
    if rest.names_any or len(others) != 1 or not {*excepted} <= {*told}:
        return None
    rest = without_other(rest)
    return of_the_same(rest, Subject("place", others), rest.text) if content(rest) else None


def larger_of_two(question: Question, last: Turn) -> Subject | None:
    """Return which of the two places of the last question is larger, where nothing else is asked; else None.

    The question named both and was told of both: "are Suwon and Yongin in the same province? - Which is bigger?"
    """
    shown, named = last.only, last.question.places
    if shown is None or shown.kind == "place" or question.names_any or question.countries:
        return None
    ids = tuple(dict.fromkeys(mention.places[0] for mention in named))
    told_of = shown.kind == "card" or {*ids} <= {*shown.ids}
    if len(ids) != _TWO or not told_of or not ranks.ends(question.text):
        return None
    more = any(unit.several for unit in units.found_in(question.text))  # of those that lie there
    rest = replace(question, text=units.without(ranks.without(question.text)))
    return None if more or not asks_nothing_else(rest) else Subject("table", ids, COMPARED)


def _partnered(last: Turn, library: Library) -> tuple[str, ...]:
    """Return the two that an answer about the partners of one place told of."""
    found = sides(last.only, last.question, library)
    if len(found) != 1:
        return ()
    return found[0].far if len(found[0].far) == _TWO else (found[0].near, *found[0].far)


def _with_seat(last: Turn) -> tuple[str, ...]:
    """Return a place and the one named as the seat of what it lies in: "is Albi its prefecture, then?"."""
    shown, named = last.only, last.question.places
    if shown is None or shown.kind != "place" or shown.intent not in SEATS or len(named) != 1:
        return ()
    return tuple(dict.fromkeys((*shown.ids, named[0].places[0])))


def one_each(told: Sequence[Turn]) -> tuple[str, ...]:
    """Return the places of turns that were each about one."""
    subjects = (turn.only for turn in told)
    ids = [each.ids for each in subjects if each is not None and each.kind in OF_PLACES]
    return tuple(dict.fromkeys(each[0] for each in ids if len(each) == 1))
