"""Whether what a way to complete a question gets has nothing to do with it, or is of what it does not mean."""

from __future__ import annotations

from collections.abc import Sequence

from bot.alone.counterpart import asked_for
from bot.alone.counterparty import partners_of
from bot.answer import Decision
from bot.followups import joined
from bot.followups.abroad import leaves_it
from bot.followups.completing import Way
from bot.followups.context import Context
from bot.followups.last_two import SINCE
from bot.followups.own_question import is_of_another_office
from bot.followups.units import heads_the_whole
from bot.subject import Subject
from bot.words import wording_on as followup_words
from bot.words.question import Question
from index.snapshot import Snapshot
from knowledge.text import bare

_PROPER = 5
"""Letters from which a word with a capital that nothing knows is hardly a fault for one that is known."""


def is_beside_the_point(way: Way, read: Decision, context: Context) -> bool:
    """Tell whether what a way gets, be it an answer or not, has nothing to do with what is asked of what was told."""
    last, library = context.last, context.snapshot.library
    return (
        leaves_it(read, context.question, library)
        or _is_off_topic(read, context.question, last.decision.subjects, context.snapshot)
        or (way == "joined" and joined.is_of_the_near_side(read, last, library))
        or (way == "joined" and joined.leaves_the_one_given(read, last))
        or (way == "joined" and _is_of_its_counterpart(read, context.question))
        or (way == "table" and not context.question.countries and joined.leaves_the_whole(read, last))
        or (way == "same" and joined.leaves_the_one_told(read, last, library))
        or (way == "compared" and _is_sheet(read))
        or (way in ("joined", "same") and only_names_what_is_unknown(context.question, context.snapshot))
    )


def _is_of_its_counterpart(read: Decision, question: Question) -> bool:
    """Tell whether a line is not held where the counterpart is asked for: "GAOK's phone? - A French equivalent?"."""
    return read.reason == "line" and asked_for(question)


def only_names_what_is_unknown(question: Question, snapshot: Snapshot) -> bool:
    """Tell whether a follow-up only names something that is no word and no place known: "et Sarrebruck ?"."""
    if question.names_any or question.countries:
        return False
    said = followup_words.WORD.findall(followup_words.without_opening(question))
    proper = [word for word in said if len(word) >= _PROPER and word[0].isupper() and not word.isupper()]
    if not said or proper != said or snapshot.names is None:
        return False
    return not any(snapshot.names.knows_word(bare(word)) for word in proper)


def _is_sheet(read: Decision) -> bool:
    """Tell whether two places read as compared get but the sheet of one of them, which compares nothing."""
    return len(read.subjects) == 1 and read.subjects[0] == Subject("place", read.subjects[0].ids)


def tells_what_is_not_meant(way: Way, told: Decision, context: Context) -> bool:
    """Tell whether an answer is of another office than the one named, a list again, or on the whole of those meant."""
    question = context.question
    return (
        is_of_another_office(told, question, context.snapshot.library.gazetteer)
        or (way == "joined" and joined.tells_the_list_again(told, context.last))
        or (bool(told.subjects) and heads_the_whole(told.subjects[0], question, context.shown))
    )


def _is_off_topic(read: Decision, question: Question, shown: Sequence[Subject], snapshot: Snapshot) -> bool:
    """Tell whether a question of no words gets that a place has no partners, or since when, where none were spoken of.

    "Is Gunwi in North Gyeongsang? - Since when?", "And before 2016?"
    """
    first = read.subjects[0] if read.subjects else None
    spoken_of = any(each.kind == "partners" for each in shown)
    since = any(each.intent == SINCE for each in read.subjects)
    of_places = all(each.kind in ("place", "table") for each in shown)  # a card may tell of a tie
    if since and of_places and followup_words.says_only_a_time(question):
        return True
    if first is None or first.kind != "partners" or not followup_words.asks_nothing_else(question):
        return False
    if any(partners_of(id, snapshot.library, twins=False) for id in first.ids):
        return False
    return not spoken_of
