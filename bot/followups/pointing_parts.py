"""Questions that point for sure to the parts of a place told, to those just listed, or to places asked about."""

from __future__ import annotations

from bot.answer import Decision
from bot.followups import partnered, parts, set_beside
from bot.followups import places as followup_places
from bot.followups import units as followup_units
from bot.followups.pointed import Pointed
from bot.followups.surely import led_to, led_to_if_held, surely
from bot.subject import Subject
from bot.tables.intents import LIST_BELOW
from bot.words import wording_on as followup_words


def of_those_set_beside(pointed: Pointed) -> Decision | None:
    """Return which of the places asked about one after the other is larger; None where that is not asked or known."""
    found = set_beside.compared(pointed.question, pointed.history)
    return led_to_if_held(found, pointed)


def of_those_partnered(pointed: Pointed) -> Decision | None:
    """Return which of the places just listed have a partner: "which of them work with France?"; else None."""
    found = partnered.of_those_listed(pointed.question, pointed.last.only, pointed.snapshot.library)
    return led_to(found)


def of_its_parts(pointed: Pointed) -> Decision | None:
    """Return how many of some units the place just spoken of has, or which: "how many eup in it?"; None without any."""
    question, last = pointed.question, pointed.last
    gazetteer, spoken_of = pointed.gazetteer, last.only
    found = parts.counted_there(question, last.question, spoken_of, gazetteer)
    if spoken_of is not None and (spoken_of.kind in ("card", "place") or spoken_of.intent.startswith(LIST_BELOW)):
        found = found or parts.counted_of_the_one_before(question, last.question, gazetteer)
    if spoken_of is not None and spoken_of.kind == "card":  # it explains what the place named in the question is
        named = last.question.place_ids
        spoken_of = Subject("place", named) if len(named) == 1 else None
    points_back = followup_words.refers_back(question) or followup_words.said(question.text, "inside")
    if spoken_of is not None and followup_places.is_extreme(spoken_of) and points_back:
        spoken_of = followup_places.given(spoken_of, pointed.told)
    if spoken_of is not None:
        found = found or parts.listed(question, spoken_of, gazetteer)
        found = found or parts.asked_around(question, spoken_of, gazetteer)
    if found is not None:
        return led_to(found)
    if spoken_of is None or not followup_units.counts_its_parts(question, spoken_of, gazetteer):
        return None
    counted = followup_units.only_counted(question, spoken_of)
    if counted is not None:
        return led_to(counted)
    asked = followup_places.of_the_same(question, spoken_of, followup_words.without_opening(question))
    decision = surely(("table",), asked, pointed.snapshot, pointed.today)
    return decision if decision is not None and decision.subjects[0].ids == spoken_of.ids else None
