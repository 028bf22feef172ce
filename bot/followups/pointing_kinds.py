"""Questions that tell by a kind which place they mean, or which kind; and those that want another of one name."""

from __future__ import annotations

from dataclasses import replace

from bot.alone.deciding import alone
from bot.answer import CERTAIN, Decision
from bot.followups import case_of, demonstrative, other_there, own_office, seat, unit_told, which_kind
from bot.followups.completing import joined
from bot.followups.context import standing
from bot.followups.lying_in import spans_of_whole
from bot.followups.places import given
from bot.followups.pointed import Pointed
from bot.followups.surely import led_to_if_held, surely, surely_of_place
from bot.followups.telling_apart import not_the_taken
from bot.sheets.place_lines import POPULATION, SEATS
from bot.subject import OF_PLACES, Subject
from bot.words import units
from bot.words.ways import REACHING, ways
from bot.words.wording_on import asks_nothing_else, compares
from knowledge.countries import HOMES

_OFFERED = 4
"""Places of a name that are asked back."""


def told_by_its_kind(pointed: Pointed) -> Decision | None:
    """Return which kind a place is, what holds for it, for the other of its kind or for a seat told; else None."""
    question, last, gazetteer = pointed.question, pointed.last, pointed.gazetteer
    snapshot, today = pointed.snapshot, pointed.today
    kind = which_kind.of_the_kinds_told(question, last.question, last.only, gazetteer)
    asked = kind or other_there.of_two(question, last, gazetteer)
    if isinstance(asked, Subject):
        return led_to_if_held(asked, pointed)
    if asked is not None:
        return surely(OF_PLACES, asked, snapshot, today)
    case = case_of.of_one_named(question, last.question, last.only, gazetteer)
    if case is not None:
        told = surely(("place",), case, snapshot, today)
        return told if told is not None and len(told.subjects) == 1 and told.subjects[0].intent else None
    town = seat.town_told(question, last, gazetteer)
    sized = None if town is None else surely(("place",), town, snapshot, today)
    # Of the other lines it is as likely that they are asked of the place whose seat the town is.
    return sized if sized is not None and sized.subjects[0].intent == POPULATION else None


def of_the_whole(pointed: Pointed) -> Decision | None:
    """Return what is asked of what the place spoken of lies in, told by its unit: "how many in the province it is in?".

    Of the one that a table gave, where one was asked for, and of the partner told, too. What asks no more ("and its
    région?") asks the line before.
    """
    question, last = pointed.question, pointed.last
    meant, gazetteer = spans_of_whole(question.text), pointed.gazetteer
    if not meant or question.names_any or last.only is None:
        return None
    told = pointed.told
    kinds = units.kinds_anywhere(unit for _, _, unit in meant)
    if last.only.kind == "partners" and any(gazetteer[id].kind in kinds for id in told):
        return None  # the city told is meant, not the special city that its partner lies in
    spoken_of = given(last.only, told) or last.only
    of = (spoken_of, *(Subject("place", (id,)) for id in told)) if spoken_of.kind == "partners" else (spoken_of,)
    around = (demonstrative.around(each, gazetteer) for each in of)
    read = [each for ids in around if (each := demonstrative.named_at(meant, question, ids, gazetteer)) is not None]
    if len(read) > 1:  # of either side: a région is France's
        read = [each for each in read if gazetteer[each.place_ids[0]].kind in {unit for _, _, unit in meant}]
    if len(read) != 1 or asks_nothing_else(read[0]):
        return None
    return surely(OF_PLACES, read[0], pointed.snapshot, pointed.today)


def of_its_own_office(pointed: Pointed) -> Decision | None:
    """Return where the office of the place spoken of is, or how to reach it, where it is told by its kind alone.

    That this is not held is told, too: no other office will do. What else is asked of it is nothing of the place.
    """
    question, last = pointed.question, pointed.last
    if not units.offices_mentioned(question.text) or last.only is None:
        return None
    spoken_of = given(last.only, pointed.told) or last.only
    asked = own_office.named(question, spoken_of, pointed.gazetteer)
    if asked is None:
        return None
    decision = alone(asked, pointed.snapshot, pointed.today).decision
    line = decision.subjects[0].intent if decision.subjects else ""
    reached = line in REACHING or (line in SEATS and bool(pointed.gazetteer[asked.place_ids[0]].seat))
    lacking = decision.reason == "line" or (decision.reason == "not_held" and bool(ways(question.text)))
    return replace(decision, follows=True) if reached or lacking else None


def of_the_unit_told(pointed: Pointed) -> Decision | None:
    """Return what is asked of what a place was just told to lie in, where a pronoun means that: "in that one"."""
    question, last = pointed.question, pointed.last
    if not unit_told.may_be_meant(question, last):
        return None
    asked = unit_told.named(question, last, pointed.told, pointed.gazetteer)
    return None if asked is None else surely_of_place(asked, pointed.snapshot, pointed.today)


def another_of_the_name(pointed: Pointed) -> Decision | None:
    """Return the choice of the other places of a name, where a question only says that not the one taken is meant."""
    last, snapshot = pointed.last, pointed.snapshot
    shown = last.only
    if shown is None or shown.kind != "place":
        return None
    if (other := other_there.of_two_alike(pointed.question, last, pointed.gazetteer)) is not None:
        return led_to_if_held(other, pointed)
    others = not_the_taken(pointed.question, standing(last, snapshot), shown, snapshot)
    if not others:
        return None
    readings = tuple(Subject("place", (each.id,), shown.intent) for each in others[:_OFFERED])
    if len(readings) == 1:
        return Decision("answered", readings, CERTAIN, follows=True)
    return Decision("clarify", readings, CERTAIN, "ambiguous_place", follows=True)


def set_against_home(pointed: Pointed) -> Decision | None:
    """Return the card on both countries that what was told of one leads to where it is compared: 우리랑 비교하면요?"""
    question, last = pointed.question, pointed.last
    cards, shown = pointed.snapshot.library.cards, last.only
    if shown is None or shown.kind != "card" or question.names_any or not compares(question):
        return None
    if not question.countries <= {*HOMES} or cards[shown.ids[0]].country == "both":
        return None
    found = surely(("card",), joined(last.question, question), pointed.snapshot, pointed.today)
    return found if found is not None and cards[found.subjects[0].ids[0]].country == "both" else None
