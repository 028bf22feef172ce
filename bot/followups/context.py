"""What the turns before let a question go on from: the last turn, what stood in it, and the places that it told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile

from bot.composing import content, title
from bot.followups import country as followup_country
from bot.followups import district as followup_district
from bot.followups import opposite as followup_opposite
from bot.followups.body_there import of_place_told
from bot.subject import OF_PLACES, Subject
from bot.tables.intents import EXTREMES
from bot.turn import Turn
from bot.words import courtesy, units
from bot.words import wording_on as followup_words
from bot.words.question import Question, narrowed, part, understand
from index.snapshot import Snapshot

REMEMBERED = ("answered", "clarify", "unknown")
"""Statuses of a turn that a follow-up may go on from."""
SHORT = 4
"""Words up to which a question that got nothing was likely a follow-up itself."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a follow-up is read in: the turn that it may go on from, and what that and the ones before told.

    `before` is the question of the `last` turn as it stands by itself, where `asked` is it in its own words; `found`
    are the ids of the places that its answer gave, beside those it was about. `earlier` is the place spoken of before
    that. `leaves`: by itself the follow-up gets what is of another country than the conversation.
    """

    question: Question
    last: Turn
    before: Question
    found: tuple[str, ...]
    snapshot: Snapshot
    today: date
    earlier: Subject | None = None
    leaves: bool = False

    @property
    def asked(self) -> Question:
        """The question of the last turn, in its own words."""
        return self.last.question

    @property
    def shown(self) -> Subject | None:
        """What the last turn got, the first where that was several; None where it got nothing."""
        return self.last.shown


def context_of(
    question: Question,
    last: Turn,
    snapshot: Snapshot,
    today: date,
    *,
    earlier: Subject | None = None,
    leaves: bool = False,
) -> Context:
    """Return what a question is read in as going on from the last turn."""
    before, found = standing(last, snapshot), places_told_of_kind(last, question, snapshot, today)
    return Context(question, last, before, found, snapshot, today, earlier, leaves)


def _spoken_of(history: Sequence[Turn]) -> Turn | None:
    """Return the turn that a follow-up may go on from: the last one.

    One that got nothing and hardly is a question by itself ("몇 개나 있어요?") is passed over for one that did.
    """
    remembered = [turn for turn in reversed(history) if turn.decision.status in REMEMBERED]
    whole = dropwhile(lambda turn: not turn.decision.settled and _is_short(turn.question), remembered)
    return next(whole, remembered[0] if remembered else None)


def resumed(question: Question, history: Sequence[Turn], snapshot: Snapshot) -> tuple[Question, Turn | None]:
    """Return a question as the turns before it let it be read, and the turn it may go on from; None where it leaves it.

    Thanks it begins with are left out, and a place spoken of before settles a name that several places bear.
    """
    if history and (rest := courtesy.without_greeting(question.text)) != question.text:
        question = part(rest, question, snapshot)  # "Ah oui. Et ça fait combien d'habitants ?"
    last = _spoken_of(history)
    turned = followup_words.turned(question.text)
    if turned is not None:
        question = part(turned, question, snapshot)
        return question if last is None else followup_country.over_there(question, last, snapshot), None
    if last is None:
        return question, None
    question = followup_country.over_there(question, last, snapshot)
    about = _one_place(last, snapshot)
    question = followup_opposite.of_opposite(question, about, snapshot)
    question = followup_country.brought_along(question, last, snapshot)
    question = followup_district.of_numbered(question, last, snapshot.library.gazetteer)
    question = of_place_told(question, last, snapshot.library)
    question = _of_those_told(question, last)
    return _narrowed_beside(narrowed(question, last.places, snapshot), about, snapshot), last


def _of_those_told(question: Question, last: Turn) -> Question:
    """Return a question without a name that but means those just listed: "le plus peuplé du lot", not of the Lot."""
    match = followup_words.said(question.text, "among_them")
    listed = last.shown is not None and last.shown.kind in ("table", "partners")
    if match is None or not listed or units.found_in(question.text):
        return question
    kept = tuple(each for each in question.places if not (each.text.islower() and each.overlaps(*match.span())))
    return replace(question, places=kept)


def _narrowed_beside(question: Question, about: str, snapshot: Snapshot) -> Question:
    """Return a question with a name that several places bear settled by the least that holds the place spoken of too.

    "Jung-gu in Busan? - No, Seo-gu": the one of Busan.
    """
    if about not in snapshot.library.gazetteer or all(len(mention.places) == 1 for mention in question.places):
        return question
    around = (about, *snapshot.library.gazetteer[about].parents)
    read = (narrowed(question, (id,), snapshot) for id in around)
    return next((each for each in read if all(len(m.places) == 1 for m in each.places)), question)


def _one_place(turn: Turn, snapshot: Snapshot) -> str:
    """Return the place that a turn was about, be it by its office; blank where that is not just one."""
    ids = {id for each in turn.decision.subjects if each.kind in ("place", "table") for id in each.ids}
    for each in turn.decision.subjects:
        if each.kind == "contact":
            ids |= {*snapshot.library.contacts[each.ids[0]].places}
    return ids.pop() if len(ids) == 1 else ""


def place_before(history: Sequence[Turn], last: Turn) -> Subject | None:
    """Return the place spoken of before the last turn, where that was a card on no place: what its words mean.

    "Is Goyang a metropolitan city? - What is a special-case city? - Population?"
    """
    shown = last.shown
    if shown is None or shown.kind != "card" or last.places or not any(turn is last for turn in history):
        return None
    number = next(number for number, turn in enumerate(history) if turn is last)
    before = history[number - 1].decision.subjects if number else ()
    told = [each for each in before if each.kind in OF_PLACES and len(each.ids) == 1]
    return Subject("place", told[0].ids) if len(told) == len(before) == 1 else None


def standing(turn: Turn, snapshot: Snapshot) -> Question:
    """Return a turn's question as it stands by itself: for a follow-up, the title of what answered it."""
    question, shown = turn.question, turn.shown
    if shown is None or not _needs_title(turn, shown, snapshot):
        return question
    return understand(title(shown, question.language, snapshot), snapshot, last=question.language)


def _needs_title(turn: Turn, shown: Subject, snapshot: Snapshot) -> bool:
    """Tell whether what answered a question says better than its words what it was about."""
    if shown.kind == "contact":
        named = {*turn.question.place_ids, *turn.question.contact_ids}
        return not named & {*shown.ids, *snapshot.library.contacts[shown.ids[0]].places}
    return turn.decision.follows and (shown.kind == "card" or bool(shown.ids))


def places_told(last: Turn, question: Question, snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """Return the places that an answer gave, beside those it was asked of: the province, the partner.

    A ranking of a whole country is asked of no place, though a question guesses at the first: "is it the Lozère?".
    """
    shown = last.shown
    if shown is None or shown.kind not in ("card", "table", "partners"):
        return ()
    given = content(shown, question.language, snapshot, today)
    of_country = shown.kind == "table" and shown.intent.startswith(EXTREMES) and not shown.ids
    asked_of = set() if of_country else {*last.question.place_ids, *shown.ids}
    return () if given is None else tuple(id for id in given.places if id not in asked_of)


def places_told_of_kind(last: Turn, question: Question, snapshot: Snapshot, today: date) -> tuple[str, ...]:
    """Return the places that an answer gave; where the question says what kind it means, only those of it.

    Of each of them what is of another kind may be asked: "and the chief town of each?".
    """
    told = places_told(last, question, snapshot, today)
    meant = units.kinds_mentioned(question.text) if told else ()
    found = tuple(id for id in told if not meant or snapshot.library.gazetteer[id].kind in meant)
    return found or (told if followup_words.points_to_each(question) else ())


def _is_short(question: Question) -> bool:
    """Tell whether a question names nothing and says little: it hardly stands by itself."""
    return not question.names_any and (followup_words.marked(question) or followup_words.words(question.text) <= SHORT)
