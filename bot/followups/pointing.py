"""Questions whose words tell for sure what they go on from: both, the second one, its office, since when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.alone import counterpart
from bot.alone.deciding import alone, of_meant, of_partners
from bot.answer import Decision
from bot.followups import another_time, branch, demonstrative, link, since_when, with_whom
from bot.followups import office as followup_office
from bot.followups import partners as followup_partners
from bot.followups import places as followup_places
from bot.followups import seat as followup_seat
from bot.followups.another import of_its_kind, of_its_namesake
from bot.followups.belonging import belongs, leads_them
from bot.followups.context import standing
from bot.followups.holder import not_told
from bot.followups.pointed import Pointed
from bot.followups.pointing_bodies import of_another_like, of_its_like, of_its_way
from bot.followups.pointing_kinds import (
    another_of_the_name,
    of_its_own_office,
    of_the_unit_told,
    of_the_whole,
    set_against_home,
    told_by_its_kind,
)
from bot.followups.pointing_parts import of_its_parts, of_those_partnered, of_those_set_beside
from bot.followups.pointing_told import doubted, of_one_listed, of_the_last_two, of_the_same_table
from bot.followups.pronouns import stands_before_name
from bot.followups.surely import led_to, led_to_if_held, surely, surely_of_place
from bot.sheets.place_lines import PREFECTURE
from bot.subject import OF_PLACES
from bot.turn import Turn
from bot.words import ranks, ways
from bot.words import wording_on as followup_words
from bot.words.question import Question, part
from index.snapshot import Snapshot
from knowledge.text import Language, blanked

MEASURE_ASKED = 5
"""Words up to which a question that names a measure asks for that of what was spoken of: "et sa superficie ?"."""


def pointed_to(
    question: Question, history: Sequence[Turn], last: Turn, snapshot: Snapshot, today: date
) -> Decision | None:
    """Return what a question gets whose words tell for sure what it goes on from; None where they do not."""
    pointed = Pointed(question, history, last, snapshot, today)
    return next(filter(None, (step(pointed) for step in _STEPS)), None)


def _not_told(pointed: Pointed) -> Decision | None:
    """Return that it is not held who holds the office spoken of, where a question asks for the name; else None."""
    return not_told(pointed.question, pointed.last)


def _whether_it_belongs(pointed: Pointed) -> Decision | None:
    """Return whether the place named lies in what was just divided, or leads it; None where that is not asked."""
    question, last, gazetteer = pointed.question, pointed.last, pointed.gazetteer
    asked = belongs(question, last.only, gazetteer) or leads_them(question, last.only, gazetteer)
    return led_to_if_held(asked, pointed)


def _of_another_of_its_kind(pointed: Pointed) -> Decision | None:
    """Return the line told last of the place now named with its kind: "and the département of …?"; None if not held.

    That a way to reach it is not held is told: no other will do.
    """
    last, question = pointed.last, pointed.question
    found = None if last.only is None else of_its_kind(question, last.only, pointed.gazetteer)
    if last.only is not None and found is None:
        found = of_its_namesake(question, last.only, pointed.gazetteer)
    held = led_to_if_held(found, pointed)
    if held is None and found is not None and found.intent in ways.REACHING:
        return Decision("unknown", reason="line", nearest=(replace(found, intent=""),), follows=True)
    return held


def _of_what_ended(pointed: Pointed) -> Decision | None:
    """Return when a place spoken of ceased to be: "still in Jeollanam-do? - Since when?"; None where none did."""
    question, last = pointed.question, pointed.last
    if question.names_any or last.only is None or not followup_words.asks_when(question):
        return None
    return led_to(followup_places.ended(last.only, pointed.gazetteer))


def _of_when_it_changed(pointed: Pointed) -> Decision | None:
    """Return the card that tells since when what was told of a place is so: "Incheon's gu? - Since when?"."""
    question, last = pointed.question, pointed.last
    if question.names_any or last.only is None or not followup_words.asks_when(question):
        return None
    found = since_when.told_by(question, last.question, last.only, pointed.snapshot)
    return None if found is None else replace(found, follows=True)


def _of_another_time(pointed: Pointed) -> Decision | None:
    """Return that the figure just told is not held of another time: "Daejeon's inhabitants? - And in 1980?"."""
    question, told = pointed.question, pointed.last.only
    if told is None or question.names_any or another_time.is_held(question, told, pointed.gazetteer):
        return None
    rest = another_time.without_time(question)
    if not followup_words.asks_nothing_else(rest):
        asked = followup_places.of_the_same(rest, told, followup_words.without_opening(rest))
        if alone(asked, pointed.snapshot, pointed.today).decision.subjects[:1] != (told,):
            return None
    return another_time.not_held(told)


def _of_its_counterpart_there(pointed: Pointed) -> Decision | None:
    """Return the counterpart of the card or body just shown in a place of the other country that is now named."""
    question, last, snapshot = pointed.question, pointed.last, pointed.snapshot
    if not question.places or last.only is None:
        return None
    return led_to(counterpart.there(question, standing(last, snapshot), last.only, snapshot))


def _of_its_office_elsewhere(pointed: Pointed) -> Decision | None:
    """Return the office of the body just shown in the place or country asked about, or that body; else None."""
    return led_to(branch.elsewhere(pointed.question, pointed.last, pointed.snapshot.library))


def _of_whom_another_is_with(pointed: Pointed) -> Decision | None:
    """Return the partners of another place than that whose partnership was told: "and Yeosu, with whom?"."""
    return led_to(with_whom.of_another(pointed.question, pointed.last.shown, pointed.snapshot.library))


def _of_a_seat_guessed(pointed: Pointed) -> Decision | None:
    """Return the seat of a place now named with the town that is taken for it."""
    return led_to(followup_seat.guessed(pointed.question, pointed.last.only, pointed.snapshot.library))


def _of_the_seat_instead(pointed: Pointed) -> Decision | None:
    """Return which town is the seat that the one just asked about is not: "is Bayonne a prefecture? - Which is?"."""
    question, last = pointed.question, pointed.last
    if question.names_any or last.only is None:
        return None
    return led_to(followup_seat.instead(question, last.question, last.only, pointed.gazetteer))


def _of_another_measure(pointed: Pointed) -> Decision | None:
    """Return that the area or the like of the place spoken of is not held, where a few words ask for it."""
    question, shown = pointed.question, pointed.last.only
    of_a_place = shown is not None and shown.kind == "place" and not question.names_any
    if shown is None or not of_a_place or not ranks.by_another_measure(question.text):
        return None
    return another_time.not_held(shown) if followup_words.words(question.text) <= MEASURE_ASKED else None


def _of_its_link(pointed: Pointed) -> Decision | None:
    """Return the site of what was just told, where a question asks for a link to it; None where it has none."""
    found = link.of_told(pointed.question, pointed.last.only)
    return led_to_if_held(found, pointed)


def _of_the_office_told(pointed: Pointed) -> Decision | None:
    """Return another way to reach the office just told, wherever a question says that it sits; None where not held."""
    last = pointed.last
    found = None
    if last.only is not None:
        question, library = pointed.question, pointed.snapshot.library
        found = followup_office.again(question, last.question, last.only, library)
        found = found or followup_office.of_its_council(question, last.question, last.only, library.gazetteer)
    return led_to_if_held(found, pointed)


def _of_where_it_was(pointed: Pointed) -> Decision | None:
    """Return the card on what a seat just told was before, which a line does not tell; None where none names it."""
    question, last, snapshot = pointed.question, pointed.last, pointed.snapshot
    if question.names_any or last.only is None:
        return None
    found = followup_seat.formerly(question, last.only, snapshot.library)
    if found is None or snapshot.names is None:
        return None
    asked, place = found
    decision = alone(asked, snapshot, pointed.today).decision
    if decision.status != "answered" or decision.subjects[0].kind != "card":
        return None
    language: Language = "fr" if place.country == "fr" else "ko"
    told = snapshot.library.cards[decision.subjects[0].ids[0]].answer[language]
    names_it = any(place.id in mention.places for mention in snapshot.names.find(told, language))
    return replace(decision, follows=True) if names_it else None


def of_the_other_side(pointed: Pointed) -> Decision | None:
    """Return what is asked of the partners of the places spoken of last: "and the Korean side's website?"."""
    question, last, snapshot, today = pointed.question, pointed.last, pointed.snapshot, pointed.today
    if question.places:
        return None
    shown = last.shown
    library, before = snapshot.library, last.question
    further = followup_partners.further(question, shown, before, library)
    if further is not None:
        return led_to(further)
    around = last.places
    if not around and shown is not None and shown.kind == "card":
        around = [*snapshot.library.cards[shown.ids[0]].places]
    question = replace(question, text=followup_places.without_units_set_aside(question.text)[0])
    read = of_partners(question, around, snapshot, today, shown)
    meant = followup_partners.meant(question, shown, before, library) if read is None else None
    read = read if meant is None else of_meant(meant, snapshot, today)
    if read is not None:
        return replace(read.decision, follows=True)
    return led_to(followup_partners.what_it_is(question, shown, before, library))


def _of_that_kind_told(pointed: Pointed) -> Decision | None:
    """Return what is asked of a place told, or around it, that words mean by its kind: "in that province"."""
    question, last = pointed.question, pointed.last
    if not demonstrative.spans(question.text):
        return None
    gazetteer = pointed.gazetteer
    asked = demonstrative.of_that_kind(question, demonstrative.asked_for(last, gazetteer), gazetteer)
    asked = asked or demonstrative.of_that_kind(question, pointed.told, gazetteer)
    asked = asked or demonstrative.of_that_kind(question, demonstrative.around(last.only, gazetteer), gazetteer)
    return None if asked is None else surely_of_place(asked, pointed.snapshot, pointed.today)


def _of_the_one_there(pointed: Pointed) -> Decision | None:
    """Return what was asked last of the namesake that lies in the place now named: "celui du Pas-de-Calais"."""
    question, snapshot = pointed.question, pointed.snapshot
    if not stands_before_name(question):
        return None
    meant = followup_places.namesake(question, standing(pointed.last, snapshot), snapshot)
    if meant is None or question.place_ids[0] not in pointed.gazetteer[meant.place_ids[0]].parents:
        return None
    return surely(OF_PLACES, meant, snapshot, pointed.today)


def _of_the_role(pointed: Pointed) -> Decision | None:
    """Return the card on what is asked of the State's officer in a place: "the sub-prefect of X? - His boss?".

    It explains every such office, wherever it is: the names of the question before are left out.
    """
    question, last, snapshot = pointed.question, pointed.last, pointed.snapshot
    shown = last.only
    if shown is None or (shown.kind, shown.intent) != ("place", PREFECTURE) or question.names_any:
        return None
    if followup_words.said(question.text, "he") is None or ways.ways(question.text):
        return None
    text = last.question.text
    for mention in (*last.question.places, *last.question.contacts):
        text = blanked(text, mention.start, mention.end)
    asked = part(f"{text} {question.text}", question, snapshot)
    return None if asked.names_any else surely(("card",), asked, snapshot, pointed.today)


_STEPS: tuple[Callable[[Pointed], Decision | None], ...] = (
    of_those_set_beside,
    _not_told,
    doubted,
    of_the_same_table,
    told_by_its_kind,
    of_the_last_two,
    _of_the_one_there,
    of_one_listed,
    _whether_it_belongs,
    _of_another_of_its_kind,
    _of_what_ended,  # a place that is no more tells since when by itself, before a card on the change is looked for
    _of_another_time,
    _of_another_measure,
    _of_when_it_changed,
    _of_its_counterpart_there,
    _of_its_office_elsewhere,
    of_those_partnered,
    _of_whom_another_is_with,
    _of_the_seat_instead,
    _of_a_seat_guessed,
    _of_its_link,
    of_its_like,
    of_another_like,
    of_its_way,
    _of_the_office_told,
    of_the_unit_told,
    of_its_own_office,
    of_the_whole,  # "that city", after partners, is the one told, which the steps on the other side would read apart
    of_its_parts,
    _of_where_it_was,
    _of_the_role,
    set_against_home,
    of_the_other_side,
    _of_that_kind_told,
    another_of_the_name,
)
"""What may tell what a question goes on from, the first that does.

Hardly any question is for two of them; where one is, the order that decides is told beside the step.
"""
