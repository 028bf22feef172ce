"""Whether a question asks something of its own, which what was asked before must not be read into."""

from __future__ import annotations

from bot.alone.reaching import EXACT
from bot.answer import Decision
from bot.followups.completing import Way
from bot.followups.going_on import Reading, Said
from bot.followups.units import HEAD
from bot.subject import Kind, Subject
from bot.tables.intents import DIVIDED, EXTREMES
from bot.tables.table_intent import OVERALL, read
from bot.words import ranks, units
from bot.words.hierarchy import grouping
from bot.words.question import Question
from bot.words.ways import ways
from knowledge.places import Gazetteer

SURE = 0.95
"""How sure a card must be to be what a question asks by itself."""
WHOLE = 0.05
"""How likely a question asks something only after another, below which it stands by itself."""
OUTSIDE = 0.12
"""How likely a question is out of scope by itself, from which the line before is hardly what it asks for."""
UNHELD = 0.9
"""How likely a question asks what no sheet holds, from which the line before is not what it asks for."""
_LINES: tuple[Kind, ...] = ("place", "contact", "partners", "table")
"""Kinds of subjects with a line that a question asks for; what a place lies in is a table."""
_OF_BEFORE: tuple[Way, ...] = ("another", "country", "joined")
"""Ways that ask of what a question names what was asked before."""


def repeats_a_line(said: Said, reading: Reading, decision: Decision, question: Question) -> bool:
    """Tell whether two questions read as one only get again the line that the first asked for: "is there a queue now?".

    Where the second hardly asks for anything that is held, nor for that way to reach it, its words brought about
    nothing.
    """
    first = decision.subjects[0] if decision.subjects else None
    if reading.way != "joined" or not reading.repeated or first is None or said.outside < OUTSIDE:
        return False
    asked = ways(question.text)
    return first.kind in _LINES and bool(first.intent) and (not asked or (asked <= EXACT and first.intent not in asked))


def is_of_another_unit(reading: Reading, decision: Decision, question: Question) -> bool:
    """Tell whether two questions read as one count, list or rank a unit, where the second names another.

    "How many gu has Busan? - Any gun in there?"
    """
    ranked = EXTREMES if ranks.ends(question.text) else ()
    divided = _table(decision, (*DIVIDED, *ranked)) if reading.way == "joined" else None
    if divided is None:
        return False
    text, told = question.masked, units.all_in(read(divided.intent).unit)
    named = {unit.unit for unit in units.found_in(text) if not units.is_apposed(text, unit)}
    return bool(told) and bool(named) and told.isdisjoint(named)


def leaves_the_place(reading: Reading, decision: Decision, before: Question) -> bool:
    """Tell whether a unit is counted in a whole country, where the question before named a place to count one in."""
    told = _table(decision)
    overall = told is not None and read(told.intent).table.endswith(OVERALL)
    return reading.way == "home" and overall and bool(before.places)


def counts_in_one_of_them(decision: Decision, gazetteer: Gazetteer) -> bool:
    """Tell whether a unit is counted or listed in one of it: "how many gu has Marseille? - And the 7th?" is no such."""
    divided = _table(decision, DIVIDED)
    if divided is None:
        return False
    unit, places = read(divided.intent).unit, [gazetteer[id] for id in divided.ids]
    # The communes of a commune are those of its grouping.
    return any(p.kind in units.kinds_of(unit, p.country) and grouping(p, gazetteer) is None for p in places)


def is_of_another_office(decision: Decision, question: Question, gazetteer: Gazetteer) -> bool:
    """Tell whether who heads a place is told where a question names the office of another kind of place.

    "How many gu has Suwon? - Are their heads elected too?" (구청장): no mayor of the city.
    """
    first = decision.subjects[0] if decision.subjects else None
    if first is None or (first.kind, first.intent) != ("place", HEAD) or question.places:
        return False
    named = units.kinds_mentioned(question.text)
    return bool(named) and gazetteer[first.ids[0]].kind not in named


def stands_by_itself(said: Said, reading: Reading, question: Question) -> bool:
    """Tell whether what a question names and asks is known though it gets a card, or that a line is not held.

    "The province's phone? - And who came to the meeting in Tours in 2017?"
    """
    own = said.own
    if own is None or not (question.places or question.contacts) or reading.way not in _OF_BEFORE:
        return False
    if own.reason == "line":
        return True
    sure = own.status == "answered" and own.confidence >= SURE and own.subjects[0].kind == "card"
    return sure and reading.way == "another" and said.elliptic < WHOLE


def asks_what_is_not_held(said: Said, reading: Reading, decision: Decision) -> bool:
    """Tell whether the line before is read of a place of which a question surely asks what no sheet holds.

    "Annecy's phone? - How much is a flight there from Incheon?"
    """
    first = decision.subjects[0] if decision.subjects else None
    of_line = first is not None and first.kind == "place" and bool(first.intent)
    return reading.way == "another" and of_line and said.unheld >= UNHELD


def _table(decision: Decision, tables: tuple[str, ...] = ("",)) -> Subject | None:
    """Return what a decision tells first, where it is a table, of those given; else None."""
    first = decision.subjects[0] if decision.subjects else None
    return first if first is not None and first.kind == "table" and first.intent.startswith(tables) else None
