"""Questions that say for sure that they mean the body just told: what is like it abroad, one way to reach it."""

from __future__ import annotations

from dataclasses import replace

from bot.alone.deciding import alone
from bot.alone.reaching import is_lacking
from bot.answer import Decision
from bot.followups import body_way, like_of
from bot.followups.pointed import Pointed
from bot.followups.surely import SURE, led_to
from bot.sheets import contact_sheets
from bot.subject import Subject
from knowledge.countries import HOMES, home


def of_its_like(pointed: Pointed) -> Decision | None:
    """Return the body of the other country that is like the one just told, or that the line asked of it is not held.

    A card that compares both is found otherwise, and so is what no body is.
    """
    question, snapshot = pointed.question, pointed.snapshot
    asked = like_of.of_told(question, pointed.last, snapshot.library)
    if asked is None:
        return None
    decision = alone(asked, snapshot, pointed.today).decision
    if decision.reason == "line" and decision.referral is not None:
        ids: tuple[str, ...] = (decision.referral,)
    elif decision.status == "answered" and decision.confidence >= SURE and decision.subjects[0].kind == "contact":
        ids = decision.subjects[0].ids
    else:
        return None
    there = HOMES[home(question.countries) or ""]
    of_it = all(snapshot.library.contacts[id].country == there for id in ids)
    return replace(decision, follows=True) if of_it else None


def of_another_like(pointed: Pointed) -> Decision | None:
    """Return what is like another body than the one just asked about, where it alone is named; None if nothing is."""
    asked = like_of.of_another(pointed.question, pointed.last)
    decision = None if asked is None else alone(asked, pointed.snapshot, pointed.today).decision
    return replace(decision, follows=True) if decision is not None and decision.status == "answered" else None


def of_its_way(pointed: Pointed) -> Decision | None:
    """Return the one way to reach the body just told that is asked for, or that it is not held; else None.

    Of several bodies that a card lists, none of which has it, the first is the one to ask.
    """
    question, snapshot = pointed.question, pointed.snapshot
    way = body_way.asked(question)
    ids = body_way.bodies(way, question, pointed.last, snapshot.library) if way else ()
    told = [Subject("contact", (id,)) for id in ids]
    if told and all(is_lacking(frozenset({way}), each, question, snapshot, pointed.today) for each in told):
        return Decision("unknown", reason="line", referral=ids[0], follows=True)
    if len(ids) != 1 or not contact_sheets.value(snapshot.library.contacts[ids[0]], way, question.language):
        return None
    return led_to(Subject("contact", ids, way))
