"""A question read as going on from the last turn of a conversation, in the likeliest of the ways to complete it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.alone import counterpart
from bot.alone.counterparty import partners_of
from bot.alone.deciding import Alone, alone
from bot.answer import CERTAIN, Decision
from bot.composing import content
from bot.followups import at_home, completing, joined
from bot.followups import country as followup_country
from bot.followups import places as followup_places
from bot.followups.beside_the_point import is_beside_the_point, tells_what_is_not_meant
from bot.followups.completing import Completion, Wanted, Way, whatever
from bot.followups.context import Context, context_of
from bot.followups.going_on import Reading, Said, at_most, likelihood, possible
from bot.followups.own_question import (
    asks_what_is_not_held,
    counts_in_one_of_them,
    is_of_another_unit,
    leaves_the_place,
    repeats_a_line,
    stands_by_itself,
)
from bot.subject import Subject
from bot.turn import Turn
from bot.words import courtesy
from bot.words import wording_on as followup_words
from bot.words.question import Question
from index.ranking.variants import CARD, item
from index.snapshot import Snapshot
from knowledge.library import Library

COVERED = 0.6
"""Share of a follow-up's wording from which the card shown speaks in its words."""
LINE_OF_ITS_OWN = 0.9
"""How sure a question must ask a line of the place it names, from which it does not ask the line before."""
DECISIVE: tuple[Way, ...] = ("chosen", "within")
"""Ways that tell for sure which place is meant, whatever is held of it."""


def going_on(
    question: Question, own: Alone, last: Turn, snapshot: Snapshot, today: date, *, earlier: Subject | None = None
) -> Decision | None:
    """Return the decision on a question read as going on from the last turn, or None where it does not.

    `own` is what it gets by itself, `earlier` what was spoken of before an explanation that the last turn was.
    """
    told = confirmed(question, own.decision, last, snapshot, today)
    if told is not None:
        return told
    home = followup_country.left(own.decision, question, last, snapshot)
    leaves = followup_country.is_told(home, last, snapshot)
    said = after(question, own, last, snapshot, leaves=leaves)
    there = at_home.card_there(question, home, snapshot, today)
    if there is not None:
        said = replace(said, own=None)
    # Most questions stand by themselves: no need to rank further. Who is asked back answers, however it is worded.
    asks_counterpart = counterpart.asked_for(question)
    may_go_on = possible(said, names_any=question.names_any, asks_counterpart=asks_counterpart)
    if not may_go_on and last.decision.status != "clarify":
        return there
    context = context_of(question, last, snapshot, today, earlier=earlier, leaves=leaves)
    best: Decision | None = None
    likeliest = 0.0

    def may_be_likelier(way: Way) -> bool:
        return at_most(said, way) > likeliest

    for reading, decision in weighed(context, said, may_be_likelier):
        if reading.way == "chosen":
            return replace(_with_line(decision, own.decision, context), follows=True)
        if joined.repeats_beside(reading, decision, best) or joined.adds_the_one_before(reading, decision, best):
            continue
        likely = likelihood(said, reading)
        if likely > likeliest:
            best, likeliest = decision, likely
    return there if best is None else replace(best, follows=True)


def weighed(context: Context, said: Said, wanted: Wanted = whatever) -> Iterator[tuple[Reading, Decision]]:
    """Yield those of the `readings` that may be meant: a choice, which needs no weighing, or no other line."""
    for reading, decision in readings(context, wanted):
        if reading.way == "chosen" or not asks_another_line(context, said, reading, decision):
            yield reading, decision


def _with_line(chosen: Decision, own: Decision, context: Context) -> Decision:
    """Return the choice of a place with the line that its words ask for: "the one on Réunion, and its website"."""
    line = own.subjects[0] if own.status == "answered" and own.confidence >= LINE_OF_ITS_OWN else None
    if line is None or line.kind != "place" or not line.intent or chosen.subjects[0].kind != "place":
        return chosen
    asked = replace(chosen.subjects[0], intent=line.intent)
    held = _is_held(asked, context)
    return replace(chosen, subjects=(asked,)) if held else chosen


def _is_held(subject: Subject, context: Context) -> bool:
    """Tell whether anything is known of a subject, or of the line of it that is asked for."""
    return content(subject, context.question.language, context.snapshot, context.today) is not None


def confirmed(question: Question, own: Decision, last: Turn, snapshot: Snapshot, today: date) -> Decision | None:
    """Return a line of the place spoken of where a question only names its value: "so the prefecture is Annecy?"."""
    shown = last.only
    if own.status != "answered" or len(own.subjects) != 1 or len(question.places) != 1 or question.contacts:
        return None
    line = followup_places.confirmed(own.subjects[0], shown, snapshot.library.gazetteer)
    if line is None or shown is None:
        return None
    of_the_same = replace(line, ids=shown.ids)
    held = content(of_the_same, question.language, snapshot, today) is not None
    return replace(own, subjects=(of_the_same if held else line,), follows=True)


def asks_another_line(context: Context, said: Said, reading: Reading, decision: Decision) -> bool:
    """Tell whether the line asked before is read on of a place now named, where the question asks one by itself.

    "What province is Jangsu in? - And Muju next to it, who is its French partner?"; or where that line is not held. The
    partner of the place before is only named so: "Suwon's population? - And its partner Tours?"
    """
    question = context.question
    gazetteer = context.snapshot.library.gazetteer
    if is_of_another_unit(reading, decision, question) or counts_in_one_of_them(decision, gazetteer):
        return True
    if leaves_the_place(reading, decision, context.before) or asks_what_is_not_held(said, reading, decision):
        return True
    if repeats_a_line(said, reading, decision, question) or stands_by_itself(said, reading, question):
        return True
    if said.own is None or not said.own.settled:
        return False
    if not decision.settled:
        return True
    own, read = said.own.subjects[0], decision.subjects[0]
    if said.own.confidence >= LINE_OF_ITS_OWN and joined.tells_the_card_again(reading, own, read):
        return True
    if said.own.confidence >= LINE_OF_ITS_OWN and (
        joined.leaves_the_named(reading.way, own, read, context.shown)
        or joined.says_more(question, reading.way, own, read)
    ):
        return True
    if reading.way == "joined" and not followup_words.marked(question) and said.own.confidence >= LINE_OF_ITS_OWN:
        return (own.kind, own.intent) == (read.kind, read.intent) and {*own.ids} < {*read.ids}
    if own == read or reading.way != "another" or own.ids != read.ids or said.own.confidence < LINE_OF_ITS_OWN:
        return False
    if own.kind != "partners":
        return own.kind == "place" and bool(own.intent)
    partners = {other for id in own.ids for other in partners_of(id, context.snapshot.library, twins=False)}
    return partners.isdisjoint(context.last.places)


def after(question: Question, own: Alone, last: Turn, snapshot: Snapshot, *, leaves: bool) -> Said:
    """Return what tells whether a question goes on from the last turn, whatever way it is read.

    `leaves`: what it gets by itself is of another country than the conversation, and does not count.
    """
    return Said(
        words=followup_words.words(courtesy.asked(question.text)),
        elliptic=own.follow_up,
        outside=own.outside,
        covered=_covered(question, last.decision.subjects, snapshot),
        own=None if leaves or _only_points(question, own.decision) or _asks_the_same(question) else own.decision,
        unheld=own.unheld,
    )


def readings(context: Context, wanted: Wanted = whatever) -> Iterator[tuple[Reading, Decision]]:
    """Yield the ways to read a question on from the last turn that get an answer or a choice, with what they get.

    A way that is not `wanted` when its turn comes is passed over: each costs what a question costs.
    """
    for completion in completing.completions(context, wanted):
        if not wanted(completion.way) and completion.way != "chosen":
            continue
        read = _got(completion, context)
        if read is None or is_beside_the_point(completion.way, read.decision, context):
            continue
        if read.decision.settled or read.decision.reason == "line":
            told = joined.without_what_was_told(read.decision, context.last.decision.subjects)
            if not tells_what_is_not_meant(completion.way, told, context):
                yield _reading(completion.way, read, context), told


def _got(completion: Completion, context: Context) -> Alone | None:
    """Return what a completed question gets; None where the line asked for is not held of what may be meant."""
    if not isinstance(completion.asks, Subject):
        asked = replace(completion.asks, detection=context.question.detection)
        read = alone(asked, context.snapshot, context.today)
        return replace(read, decision=_of_the_whole(read.decision, context.last, context.snapshot.library))
    subject = completion.asks
    if not _is_held(subject, context):
        if completion.way not in DECISIVE and subject.kind != "contact":
            return None
        subject = replace(subject, intent="")  # what is meant is told of, though not the line asked for
    return Alone(Decision("answered", (subject,), CERTAIN), 0.0, 0.0)


def _reading(way: Way, read: Alone, context: Context) -> Reading:
    """Return how sure what a way gets is, and whether it only tells again what was told."""
    question, last, library = context.question, context.last, context.snapshot.library
    repeated = (
        _is_repeated(read.decision, question, last.decision.subjects, library)
        or _strays(way, read.decision, question)
        or joined.tells_the_ties_again(read.decision, last, library)
    )
    sure = read.decision.confidence if read.decision.settled else CERTAIN
    return Reading(way, sure, read.outside, repeated)


def _of_the_whole(read: Decision, last: Turn, library: Library) -> Decision:
    """Return a decision on parts that a place has none of as one on those of what it was told to lie in."""
    if not read.settled or last.shown is None:
        return read
    whole = followup_places.whole_told(read.subjects[0], last.shown, library.gazetteer)
    return read if whole is None else replace(read, subjects=(whole, *read.subjects[1:]))


def _asks_the_same(question: Question) -> bool:
    """Tell whether a question says that it asks the same of what it names: "same figure for Saint-Pierre, please"."""
    return question.names_any and followup_words.said(question.text, "same_question") is not None


def _only_points(question: Question, own: Decision) -> bool:
    """Tell whether a question worded as a follow-up only names something: what it gets by itself does not count."""
    only_names = question.names_any and not followup_words.content(question)
    return (_asks_nothing(own) or only_names) and followup_words.marked(question)


def _asks_nothing(own: Decision) -> bool:
    """Tell whether a question by itself gets all there is on what it names: it asks no one thing of it."""
    names = (subject.kind in ("place", "contact") and not subject.intent for subject in own.subjects)
    return bool(own.subjects) and all(names)


def _is_repeated(read: Decision, question: Question, shown: Sequence[Subject], library: Library) -> bool:
    """Tell whether a question read on gets what was just shown; any line of it, where the question names another.

    The office of a place stands for it: "South Gyeongsang's phone? - And for the North one?"
    """
    first, before = (subjects[0] if subjects else None for subjects in (read.subjects, shown))
    if first is None or before is None:
        return first is before
    if question.names_any:
        office = before.kind == "contact" and first.kind == "place" and first.intent == before.intent
        ids = library.contacts[before.ids[0]].places if office else before.ids
        return (first.kind == before.kind or office) and first.ids == ids
    return first == before


def _strays(way: Way, read: Decision, question: Question) -> bool:
    """Tell whether two questions read as one get a body that the question before named, where this one names another.

    "The FKCCI? - And the Institut français?"
    """
    if way != "joined" or not question.contacts or not read.subjects or read.subjects[0].kind != "contact":
        return False
    return {*question.contact_ids}.isdisjoint(read.subjects[0].ids)


def _covered(question: Question, subjects: Sequence[Subject], snapshot: Snapshot) -> bool:
    """Tell whether the card just shown speaks in the words of the question ("who appoints him?")."""
    shown = {item(CARD, subject.ids[0]) for subject in subjects if subject.kind == "card"}
    ranker = snapshot.general
    own = [number for number, name in enumerate(ranker.items) if name in shown] if shown else []
    return any(share >= COVERED for share in ranker.lexicon.coverage(question.text, own)[:-1])
