"""Two questions read as one: where that gets less than the second asks by itself, or again what the first was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Decision
from bot.followups import partners as followup_partners
from bot.followups.completing import Way
from bot.followups.going_on import Reading
from bot.followups.places import is_extreme
from bot.partnerships import question as partner_question
from bot.subject import OF_PLACES, Subject
from bot.tables import table_intent as tables
from bot.tables.intents import DIVIDED, EXTREMES, IS_KIND, WHICH_ABOVE
from bot.turn import Turn
from bot.words.question import Question
from bot.words.wording_on import content
from knowledge.library import Library

OF_A_LINE = 3
"""Words of content of a question that asks the line before of another place, beyond which it asks more than that."""
SURE = 0.9
"""How sure another line must be for the one told before not to be what is asked for."""


def leaves_the_named(way: Way, own: Subject, read: Subject, shown: Subject | None) -> bool:
    """Tell whether the question read as one with that before is answered for the place before, not the one it names.

    By itself it asks for a line of that: "South Gyeongsang's phone? - And the phone of the North one?" Read as one they
    may also get a card, after what was `shown` of a place: "Which département is Mulhouse in? - And Colmar, its
    population?"; or, after partners, those of both: "Who is Nantes tied to in Korea? - Ah, Suncheon, how big a city is
    it?"
    """
    if way != "joined" or own.kind != "place" or not own.intent:
        return False
    before = "" if shown is None else shown.kind
    left = read.kind == "place" or (read.kind == "card" and before in OF_PLACES)
    of_both = before == read.kind == "partners"
    return of_both or (left and {*own.ids}.isdisjoint(read.ids))


def says_more(question: Question, way: Way, own: Subject, read: Subject) -> bool:
    """Tell whether a question that a card surely answers says more than that the line before is asked of another place.

    "Gangwon's phone? - And who came from Korea to the Tours meeting of 2017?"
    """
    moved = way == "another" and own.kind == "card" and read.kind == "place"
    return moved and len(content(question)) > OF_A_LINE


def repeats_beside(reading: Reading, read: Decision, best: Decision | None) -> bool:
    """Tell whether two questions read as one only get the line told before, where another way surely gets another line.

    "Quimper's population? - (In English, for my boss) and its mayor's office phone?"
    """
    if reading.way != "joined" or not reading.repeated or best is None or not (read.subjects and best.subjects):
        return False
    again, other = read.subjects[0], best.subjects[0]
    lines = again.kind == other.kind == "place" and bool(again.intent and other.intent)
    return lines and again.ids == other.ids and again.intent != other.intent and best.confidence >= SURE


def adds_the_one_before(reading: Reading, read: Decision, best: Decision | None) -> bool:
    """Tell whether two questions read as one get of both places what another way gets of the one now named.

    "Which gu works with the 13th arrondissement of Paris? - And the 15th?", "Gyeonggi's largest city? - In Finistère?"
    """
    if reading.way != "joined" or best is None or not (read.subjects and best.subjects):
        return False
    both, one = read.subjects[0], best.subjects[0]
    of_tables = both.kind == one.kind and both.kind in ("partners", "table")
    # In another unit where there is none of that asked before: "how many gun in Gangwon? - And in Normandy?"
    alike = both.intent == one.intent or one.intent.startswith((*DIVIDED, *EXTREMES))
    return of_tables and alike and {*one.ids} < {*both.ids}


def tells_the_card_again(reading: Reading, own: Subject, read: Subject) -> bool:
    """Tell whether a reading only gets again the card just told, where a question asks a line of what it names.

    "How did Saint-Mandé and Yanggu come together? - Which myeon is Heartbreak Ridge in?"
    """
    return reading.repeated and read.kind == "card" and own.kind in ("place", "contact", "table") and bool(own.intent)


def is_of_the_near_side(read: Decision, last: Turn, library: Library) -> bool:
    """Tell whether two questions read as one, the first on a partner, get a line of the place that was asked of.

    The first names that place, whichever of the two the second is asked of.
    """
    sides = followup_partners.sides(last.shown, last.question, library)
    lines = without_what_was_told(read, last.decision.subjects).subjects
    if not read.settled or len(lines) != 1 or len(sides) != 1:
        return False
    first = lines[0]
    of_place = first.kind == "place" or (first.kind == "table" and first.intent.startswith((WHICH_ABOVE, IS_KIND)))
    return of_place and first.ids == (sides[0].near,)


def leaves_the_one_told(read: Decision, last: Turn, library: Library) -> bool:
    """Tell whether a line is read of the place that was asked of, where the partner asked for was told just before.

    "Which Korean city is Tours twinned with? - How large is it?": of Suwon, whose name was what was asked. Who did not
    name the place there but went on from it ("has it a French partner?") is still on that.
    """
    shown = last.shown
    if shown is None or shown.kind != "partners" or not is_of_the_near_side(read, last, library):
        return False
    return bool(partner_question.read(shown.intent).unit) or bool({*shown.ids} & {*last.question.place_ids})


def leaves_the_one_given(read: Decision, last: Turn) -> bool:
    """Tell whether a line is read of the whole of which one place was asked for: "X's largest town? - Its phone?"."""
    if last.shown is None or not is_extreme(last.shown) or not last.shown.ids:
        return False
    lines = [each for each in read.subjects if each.kind != "table"]  # the ranking, asked again, comes before the line
    return bool(lines) and all(each.kind == "place" and each.ids == last.shown.ids for each in lines)


def tells_the_ties_again(read: Decision, last: Turn, library: Library) -> bool:
    """Tell whether the first of several things that a question gets are the ties that a card just told of."""
    if len(read.subjects) < 2 or read.subjects[0].kind != "partners":
        return False
    sides = followup_partners.sides(last.shown, last.question, library)
    return any(each.near in read.subjects[0].ids for each in sides)


def without_what_was_told(read: Decision, shown: Sequence[Subject]) -> Decision:
    """Return a decision on several things without those that the answer before told already."""
    further = tuple(each for each in read.subjects if each not in shown)
    return replace(read, subjects=further) if read.status == "answered" and further else read


def tells_the_list_again(read: Decision, last: Turn) -> bool:
    """Tell whether a table of the parts just told of comes before a line: "the largest commune? - Its phone?"."""
    shown = last.shown
    if shown is None or shown.kind != "table" or not shown.ids or len(read.subjects) < 2:
        return False
    first = read.subjects[0]
    return (first.kind, first.ids) == ("table", shown.ids) and tables.read(first.intent).unit == tables.read(
        shown.intent
    ).unit


def leaves_the_whole(read: Decision, last: Turn) -> bool:
    """Tell whether a table of a whole country is got after one of the parts of a place: "Occitanie's? - List them"."""
    if last.shown is None or last.shown.kind != "table" or not last.shown.ids:
        return False
    return any(each.kind == "table" and not each.ids for each in read.subjects)
