"""Questions on several of the places told, or on one by its number: both, the larger, the other one, the second."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answer import Decision
from bot.composing import title
from bot.followups import last_two, listed
from bot.followups.added_up import added_up
from bot.followups.context import places_told_of_kind
from bot.followups.doubted import told_again
from bot.followups.other_end import of_the_other_end
from bot.followups.pointed import Pointed
from bot.followups.same_unit import of_the_unit_counted, with_one_more
from bot.followups.surely import led_to, led_to_if_held, surely
from bot.subject import OF_PLACES, Subject
from bot.tables.intents import SAME_ABOVE, SAME_PLACE
from bot.turn import Turn
from bot.words.question import Question, part
from index.snapshot import Snapshot


def doubted(pointed: Pointed) -> Decision | None:
    """Return what was just told, where a question only doubts it: "are you sure?"."""
    return told_again(pointed.question, pointed.last)


def of_the_same_table(pointed: Pointed) -> Decision | None:
    """Return what a table told from its other end, of the same unit beyond a size, or of one place more; else None."""
    question, shown = pointed.question, pointed.last.shown
    asked = of_the_other_end(question, shown) or of_the_unit_counted(question, shown)
    return led_to_if_held(asked or with_one_more(question, shown, pointed.gazetteer), pointed)


def of_the_last_two(pointed: Pointed) -> Decision | None:
    """Return what is asked of both of the places spoken of last, or of the other of two; None where nothing is."""
    question, history, snapshot, today = pointed.question, pointed.history, pointed.snapshot, pointed.today
    answered = [turn for turn in history if turn.decision.status == "answered"]
    ties = last_two.ties_by_age(question, answered, snapshot.library)
    if ties is not None:
        return led_to(ties)
    compared = last_two.larger_of_two(question, answered[-1]) if answered and answered[-1] is history[-1] else None
    together = led_to_if_held(compared, pointed)
    together = together or led_to_if_held(added_up(question, answered), pointed)
    if together is not None:
        return together
    other = last_two.of_the_other(question, answered, snapshot.library)
    if isinstance(other, Subject):
        return led_to_if_held(other, pointed)
    asked = other or last_two.of_both(question, answered, snapshot.library)
    if asked is None and question.places and pointed.last.only is not None and pointed.last.only.kind == "partners":
        asked = last_two.of_the_one_left(question, pointed.told)
    if asked is None:
        return _of_both_cards(question, answered, snapshot, today)
    return surely(OF_PLACES, asked, snapshot, today)


def _of_both_cards(question: Question, answered: Sequence[Turn], snapshot: Snapshot, today: date) -> Decision | None:
    """Return the card that tells what is asked of both of the cards shown last: "mayors? - deputies? - both terms?"."""
    both = last_two.both_cards(question, answered)
    if not both:
        return None
    titles = ", ".join(title(each, question.language, snapshot) for each in both)
    return surely(("card",), part(f"{titles}: {question.text}", question, snapshot), snapshot, today)


def of_one_listed(pointed: Pointed) -> Decision | None:
    """Return what is asked of the one of the places told that a number tells; None where none is.

    That is one of those just listed, or the first of those told one after the other.
    """
    question, last, snapshot, today = pointed.question, pointed.last, pointed.snapshot, pointed.today
    if not listed.tells_number(question):  # composing what was listed takes longer than reading this
        return None
    shown = last.only
    told = places_told_of_kind(last, question, snapshot, today)
    if not told and shown is not None and shown.intent.startswith((SAME_PLACE, SAME_ABOVE)):
        told = shown.ids  # "are Icheon and Incheon the same? - The second one, how many inhabitants?"
    asked = listed.of_one_named(question, last.question) or listed.of_numbered(question, shown, told)
    if asked is None and shown is not None and shown.kind == "place":
        answered = [turn for turn in pointed.history if turn.decision.status == "answered"]
        asked = listed.of_first_told(question, last_two.one_each(answered))
    return None if asked is None else surely((*OF_PLACES, "contact"), asked, snapshot, today)
