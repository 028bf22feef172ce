"""Decides what a question gets: a subject, a choice, or an honest "I don't know". No language, no I/O.

In order: nothing to read, courtesy, a phrasing met before, a language not spoken, what the last turns complete, what
is asked of a place or contact named, and the likeliest card that no guard rules out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import courtesy, followup
from bot.answer import Decision, Reason
from bot.composing import content, title
from bot.guards import Elsewhere, Guard
from bot.named import Named, ask_named, held, over_table
from bot.question import LONGEST, Question, understand
from bot.subject import Subject
from index.ranker import Ranking
from index.snapshot import Snapshot
from index.variants import CARD, CONTACT, INTENT, item, parts
from knowledge.text import fold

SUGGESTIONS = 3
REMEMBERED = ("answered", "clarify", "unknown")
"""Statuses of a turn that a follow-up may go on from."""
NEARLY = 0.75
"""Share of the threshold that is enough where the second candidate is a card that the first offers, or the reverse."""
CLOSE = 0.5
"""A second candidate at least this share as likely as the first is a second reading."""
IN_SIGHT = 0.4
"""A question by itself must come this near to the confidence it has with the one before it."""
OUT_OF_SCOPE = 0.5
"""Probability of being out of scope from which a question is not completed from the one before."""
COVERED = 0.6
"""Share of a follow-up's wording that the card shown must know to be asked more, whatever it looks like by itself."""
BOTH = 0.6
"""Two readings are asked back when together they are at least this likely."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation and what was decided on it."""

    question: Question
    decision: Decision


def decide(question: Question, snapshot: Snapshot, history: Sequence[Turn], today: date) -> Decision:
    """Return the decision on a question, given the turns before it (oldest first)."""
    if not fold(question.text):
        return Decision("unknown", reason="empty")
    if len(question.text) > LONGEST:
        return Decision("unknown", reason="too_long")
    kind = courtesy.recognise(question.text)
    if kind is not None:
        return Decision("courtesy", confidence=1.0, courtesy=kind)
    met = _met(question, snapshot)
    if met is not None:
        return Decision("answered", (met,), 1.0)
    if not question.detection.supported:
        return Decision("unsupported_language", confidence=1.0)
    return _in_context(question, snapshot, history, today)


@dataclass(frozen=True, slots=True)
class _Alone:
    """A question decided by itself, the items in sight (the first few), and how likely it is out of scope."""

    decision: Decision
    candidates: frozenset[Subject]
    outside: float

    @property
    def settled(self) -> bool:
        return self.decision.status in ("answered", "clarify")


def _in_context(question: Question, snapshot: Snapshot, history: Sequence[Turn], today: date) -> Decision:
    alone = _alone(question, snapshot, today)
    last = next((turn for turn in reversed(history) if turn.decision.status in REMEMBERED), None)
    marked = last is not None and followup.marked(question)
    leans = last is not None and _leans(question, last)
    if last is None or (alone.settled and not marked and not leans):
        return alone.decision
    enough = alone.decision.confidence if alone.settled and not marked and not _at_large(alone) else 0.0
    covered = _covered(question, last.decision.subjects, snapshot)
    for completed in followup.completions(question, _standing(last, snapshot), last.decision.subjects, snapshot):
        if isinstance(completed, Subject):
            if content(completed, question.language, snapshot, today) is not None:
                return Decision("answered", (completed,), 1.0)
        elif isinstance(completed, followup.Continued):
            decision = _alone(completed.question, snapshot, today).decision
            goes_on = decision.confidence > enough and _goes_on(decision, alone, marked=marked, covered=covered)
            if decision.status == "answered" and goes_on:
                return decision
        else:
            found = _alone(replace(completed, detection=question.detection), snapshot, today)
            if found.settled and found.decision.confidence > enough:
                return found.decision
    return alone.decision


def _standing(turn: Turn, snapshot: Snapshot) -> Question:
    """Return a turn's question as it stands by itself: for a follow-up, the title of what answered it."""
    question, subjects = turn.question, turn.decision.subjects
    if not subjects or subjects[0].kind != "card" or not followup.marked(question):
        return question
    return understand(title(subjects[0], question.language, snapshot), snapshot, last=question.language)


def _leans(question: Question, last: Turn) -> bool:
    """Tell whether a short question may ask more of the place or contact just shown."""
    shown = last.decision.subjects
    return bool(shown) and shown[0].kind != "card" and bool(shown[0].ids) and followup.short(question)


def _at_large(alone: _Alone) -> bool:
    """Tell whether a question by itself is one over a whole table, naming none of its rows."""
    return any(subject.kind in ("table", "partners") and not subject.ids for subject in alone.decision.subjects)


def _covered(question: Question, subjects: Sequence[Subject], snapshot: Snapshot) -> bool:
    """Tell whether the card just shown speaks in the words of the question ("who appoints him?")."""
    shown = {item(CARD, subject.ids[0]) for subject in subjects if subject.kind == "card"}
    ranker = snapshot.general
    own = [number for number, name in enumerate(ranker.items) if name in shown] if shown else []
    return any(share >= COVERED for share in ranker.lexicon.coverage(question.text, own)[:-1])


def _goes_on(decision: Decision, alone: _Alone, *, marked: bool, covered: bool) -> bool:
    """Tell whether a question read on from the one before may be answered so.

    The words of the question before speak for its own card whatever is asked next, the weather or a passport: so the
    question must not look out of scope, unless the card shown speaks in its words; and unless it is worded as a
    follow-up, the card must be in sight without them.
    """
    in_sight = (
        set(decision.subjects) <= alone.candidates and alone.decision.confidence >= IN_SIGHT * decision.confidence
    )
    return (covered or alone.outside < OUT_OF_SCOPE) and (marked or in_sight)


def _met(question: Question, snapshot: Snapshot) -> Subject | None:
    for text in (question.text, courtesy.without_greeting(question.text)):
        name = snapshot.general.met(text)
        if name is not None and parts(name)[0] in (CARD, CONTACT, INTENT):
            return subject(name, question, snapshot)
    return None


def subject(name: str, question: Question, snapshot: Snapshot) -> Subject:
    """Return the subject of a ranker's item, as the question means it."""
    kind, id = parts(name)
    if kind == CARD:
        return Subject("card", (id,))
    if kind == CONTACT:
        return Subject("contact", (id,))
    return over_table(id, question, (), snapshot.library)


def _alone(question: Question, snapshot: Snapshot, today: date) -> _Alone:
    """Decide on a question as if it stood by itself."""
    text = courtesy.without_greeting(question.text)
    names_any = bool(question.places or question.contacts)
    vectors = snapshot.model.encode([text, question.masked] if names_any else [text], "query")
    named = ask_named(question, vectors[1], snapshot) if names_any else Named()
    guard = Guard(question, snapshot, case=named.case)
    if guard.foreign:  # "which Italian city is Tours twinned with": no sheet is about a third country
        named = Named(asked=named.asked)
    elsewhere = Elsewhere(question, snapshot)
    ranking = snapshot.general.rank(text, vectors[0], question.language, left_out=elsewhere, barred=guard)
    decision = _from_named(named, ranking, question, snapshot, today)
    decision = decision or _from_ranking(ranking, named, guard, question, snapshot, today)
    decision = replace(decision, tongue=named.tongue or ranking.tongue)
    in_sight = frozenset(subject(c.item, question, snapshot) for c in ranking.candidates[:SUGGESTIONS])
    return _Alone(decision, in_sight, ranking.outside)


def _from_named(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Decide by what is asked of a place or contact; None leaves it to the cards."""
    if not named.subjects:
        return None
    sure = ranking.confidence >= snapshot.general.threshold
    if sure and (_is_about(ranking, named, snapshot) if named.whole else ranking.confidence > named.confidence):
        return None
    if len(named.subjects) > 1:
        return Decision("clarify", named.subjects[:4], named.confidence, "ambiguous_place")
    if content(named.subjects[0], question.language, snapshot, today) is None:
        return None
    return Decision("answered", named.subjects, named.confidence)


def _is_about(ranking: Ranking, named: Named, snapshot: Snapshot) -> bool:
    """Tell whether the best card is about the very place or contact that a question asks to be told about."""
    kind, id = parts(ranking.candidates[0].item)
    card = snapshot.library.cards.get(id) if kind == CARD else None
    ids = {id for subject in named.subjects for id in subject.ids}
    return card is not None and bool(ids & {*card.places, *card.contacts})


def _from_ranking(
    ranking: Ranking, named: Named, guard: Guard, question: Question, snapshot: Snapshot, today: date
) -> Decision:
    nearest = tuple(
        dict.fromkeys(subject(c.item, question, snapshot) for c in ranking.candidates if parts(c.item)[0] != INTENT)
    )
    if not ranking.candidates:
        return Decision("unknown", (), 0.0, _reason(guard, named), (), _referral(nearest, snapshot))
    best, *others = ranking.candidates
    found = subject(best.item, question, snapshot)
    confidence = min(ranking.confidence, held(ranking.confidence, named.unheld))
    sure = confidence >= snapshot.general.threshold
    if sure and content(found, question.language, snapshot, today):
        return Decision("answered", (found,), confidence, nearest=nearest[:SUGGESTIONS])
    likely = confidence >= snapshot.general.threshold / 2
    nearly = confidence >= NEARLY * snapshot.general.threshold
    if others and nearly and _related(best.item, others[0].item, snapshot):
        return Decision("answered", (found,), confidence, nearest=nearest[:SUGGESTIONS])
    if others and likely and not guard.stopped and not named.asked:
        second = others[0]
        if second.probability >= CLOSE * best.probability and best.probability + second.probability >= BOTH:
            readings = (found, subject(second.item, question, snapshot))
            return Decision("clarify", readings, confidence, "close")
    return Decision(
        "unknown",
        (),
        confidence,
        _reason(guard, named),
        nearest[:SUGGESTIONS],
        _referral(nearest, snapshot),
    )


def _related(one: str, other: str, snapshot: Snapshot) -> bool:
    """Tell whether two items are cards of which one offers the other: the answer of either leads to both."""
    cards = snapshot.library.cards
    first, second = (cards.get(parts(item)[1]) for item in (one, other))
    if first is None or second is None:
        return False
    return second.id in (*first.related, first.counterpart) or first.id in (*second.related, second.counterpart)


def _reason(guard: Guard, named: Named) -> Reason:
    if "country" in guard.stopped and guard.foreign:
        return "country"
    if named.asked:
        return "not_held"
    return "place" if "place" in guard.stopped else "unsure"


def _referral(nearest: Sequence[Subject], snapshot: Snapshot) -> str | None:
    """Return the contact to ask about what lies nearest: the first referral that fits its country and topic."""
    cards = [snapshot.library.cards[found.ids[0]] for found in nearest if found.kind == "card"]
    for card in cards[:1]:
        for referral in snapshot.library.scope.referrals:
            if referral.country in (card.country, "both") and (not referral.topics or card.topic in referral.topics):
                return referral.contact
    return None
