"""What is asked of the places below one but for some of them: "the communes of the Tarn except Albi", 수원 말고.

Or how many inhabitants it has without them.

Of a whole country `of_country` reads the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.alone.asked_of import Named
from bot.alone.named import ask_named
from bot.alone.overall import SURE
from bot.sheets.place_lines import POPULATION
from bot.subject import Subject
from bot.tables.intents import BEYOND, COUNT_BELOW, EXTREMES, LARGEST, LIST_BELOW, TOTAL
from bot.tables.narrowing import refine
from bot.tables.sizes import is_or_holds
from bot.tables.table_intent import TableIntent, read, without
from bot.words.excepted import is_behind_others, left_out, seat_left_out
from bot.words.question import Question
from index.snapshot import Snapshot
from knowledge.places import Gazetteer
from knowledge.text import blanked

_BELOW = frozenset({COUNT_BELOW, LIST_BELOW, BEYOND, *EXTREMES})
"""Tables of the places below one."""


def below_but_for(question: Question, snapshot: Snapshot) -> Named | None:
    """Return what a question asks of the places below the one it names, less those that it leaves out; else None.

    Those lie in it. Where none is of the unit asked for or holds some, nothing is left out: "the gu of Busan, not
    counting Gijang", which is a county.
    """
    gazetteer = snapshot.library.gazetteer
    rest, ids = left_out(question)
    readings = [ids]
    if not ids:
        rest, readings = _without_seat(question, gazetteer)
    if not any(readings) or (whole := rest.only_place) is None:
        return None
    if not all(whole in gazetteer[id].parents for ids in readings for id in ids):
        return None
    text = " ".join(rest.asked.split())
    if is_behind_others(question):
        end = refine(LARGEST, rest.masked, question.language)
        return Named((Subject("table", (whole,), without(end, ids)),), 1.0, asked=True)
    named = ask_named(rest, text, snapshot.model.encode([text], "query")[0], snapshot)
    first = named.subjects[0] if len(named.subjects) == 1 else None
    if first is None or first.ids != (whole,):
        return None
    if first.kind == "place" and first.intent == POPULATION:
        less = TableIntent(TOTAL, left_out=readings[0]).written()
        return Named((Subject("table", (whole,), less),), max(named.confidence, SURE), asked=True)
    if first.kind != "table" or read(first.intent).table not in _BELOW:
        return None
    apart = next((ids for ids in readings if _are_listed(first, ids, gazetteer)), ())
    return replace(named, subjects=(replace(first, intent=without(first.intent, apart)),)) if apart else named


def _without_seat(question: Question, gazetteer: Gazetteer) -> tuple[Question, list[tuple[str, ...]]]:
    """Return a question without the words that leave out the seat of the one place named, and what may be left out.

    That is the seat, or what it lies in within the place: the city of which a myeon is the seat of the province.
    """
    span = seat_left_out(question.text)
    named = question.only_place
    if span is None or named is None or not (seat := gazetteer[named].seat):
        return question, []
    within = [id for id in gazetteer[seat].parents if named in gazetteer[id].parents]
    return replace(question, text=blanked(question.text, *span)), [(id,) for id in (seat, *within)]


def _are_listed(table: Subject, ids: Iterable[str], gazetteer: Gazetteer) -> bool:
    """Tell whether each of some places (ids), or what lies in it, is of the unit that a table asks for."""
    unit = read(table.intent).unit
    return not unit or all(is_or_holds(gazetteer[id], unit, gazetteer) for id in ids)
