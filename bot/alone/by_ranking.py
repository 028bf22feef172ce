"""Decides by the likeliest cards and bodies: the answer, a choice of two, or what lies nearest where none is likely."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.alone.asked_of import Named, over_table
from bot.alone.guards import Guard
from bot.alone.named import held
from bot.answer import Decision, Reason
from bot.composing import content
from bot.subject import Subject
from bot.tables.intents import EXTREMES, LIST_BELOW, LIST_OVERALL
from bot.tables.table_intent import OVERALL, read, table_of
from bot.words.abroad import is_abroad
from bot.words.question import Question
from bot.words.units import kinds_of
from index.ranking.ranker import Ranking
from index.ranking.variants import CARD, CONTACT, INTENT, parts
from index.snapshot import Snapshot

SUGGESTIONS = 3
NEARLY = 0.75
"""Share of the threshold that is enough where the second candidate is a card that the first offers, or the reverse."""
CLOSE = 0.5
"""A second candidate at least this share as likely as the first is a second reading."""
BOTH = 0.6
"""Two readings are asked back when together they are at least this likely."""
_BELOW = {LIST_OVERALL: LIST_BELOW, **{f"{end}{OVERALL}": end for end in EXTREMES}}
"""Tables of a whole country, and the same of what lies in one place."""
RULED = 0.6
"""How sure a card must be that does not name the place, where that is but the case in which a rule is asked for; of the
tune questions it answers seven more than CARD_CERTAIN, and one out of scope."""
CARD_CERTAIN = 0.92
"""From here on a card is the answer though it does not name the place that the question names, be it one abroad."""


def subject(name: str, question: Question, snapshot: Snapshot) -> Subject:
    """Return the subject of a ranker's item, as the question means it."""
    kind, id = parts(name)
    if kind == CARD:
        return Subject("card", (id,))
    if kind == CONTACT:
        return Subject("contact", (id,))
    overall = over_table(id, question, (), snapshot.library)
    return _below_named(overall, question, snapshot) or overall


def _below_named(overall: Subject, question: Question, snapshot: Snapshot) -> Subject | None:
    """Return the table of what lies in the one place named, where one of a country was found and it holds such parts.

    "The communautés urbaines in Normandy" are asked as those of France are; None where none is of the place.
    """
    if overall.kind != "table" or (only := question.only_place) is None:
        return None
    if (table := read(overall.intent)).table not in _BELOW:
        return None
    place, gazetteer = snapshot.library.gazetteer[only], snapshot.library.gazetteer
    if not gazetteer.count(place.id, *kinds_of(table.ranked, place.country)):
        return None
    return over_table(_BELOW[table.table], question, (place.id,), snapshot.library)


def by_ranking(
    ranking: Ranking, named: Named, guard: Guard, question: Question, snapshot: Snapshot, today: date
) -> Decision:
    """Decide by the likeliest item; `named` is what is held of the places and bodies named, `guard` bars items."""
    nearest = tuple(
        dict.fromkeys(subject(c.item, question, snapshot) for c in ranking.candidates if parts(c.item)[0] != INTENT)
    )
    if not ranking.candidates:
        return Decision("unknown", (), 0.0, _reason(ranking, guard, named), (), _referral(nearest, snapshot))
    best, *others = ranking.candidates
    found = subject(best.item, question, snapshot)
    confidence = min(ranking.confidence, held(ranking.confidence, named.unheld))
    guarded, threshold = snapshot.library.scope.guards.countries, snapshot.general.threshold
    abroad = not question.names_any and is_abroad(question.text, question.countries, guarded)
    sure = confidence >= (CARD_CERTAIN if abroad else threshold)
    told = content(found, question.language, snapshot, today) is not None
    if sure and told:
        return Decision("answered", (found,), confidence, nearest=nearest[:SUGGESTIONS])
    elsewhere = abroad or (bool(guard.foreign) and guard.foreign == question.countries)
    likely = not elsewhere and confidence >= threshold / 2
    in_which_town = named.lead is not None and named.lead.kind == "table"  # which comes before what is but nearly sure
    nearly = not elsewhere and not in_which_town and confidence >= NEARLY * threshold
    if others and nearly and told and _one_answer(best.item, others[0].item, snapshot):
        return Decision("answered", (found,), confidence, nearest=nearest[:SUGGESTIONS])
    if others and likely and not ranking.barred and not named.asked:
        second = others[0]
        if second.probability >= CLOSE * best.probability and best.probability + second.probability >= BOTH:
            readings = (found, subject(second.item, question, snapshot))
            if told and say_the_same(best.item, second.item, snapshot):
                return Decision("answered", (found,), best.probability + second.probability)
            ranked = ranking_of_both(readings)
            if ranked is not None and content(ranked, question.language, snapshot, today) is not None:
                return Decision("answered", (ranked,), best.probability + second.probability)
            return Decision("clarify", readings, confidence, "close")
    return Decision(
        "unknown",
        (),
        confidence,
        _reason(ranking, guard, named),
        nearest[:SUGGESTIONS],
        _referral(nearest, snapshot),
    )


def certain(ranking: Ranking, named: Named, question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Decide for a card that does not name the place asked about, where it is all but certain.

    The place is then where it happens, not what is asked about: "may we post the photos of the trip to Seoul?".
    """
    confidence = held(ranking.confidence, named.unheld) if named.unheld else ranking.confidence
    if not ranking.candidates or confidence < (RULED if named.case else CARD_CERTAIN):
        return None
    found = subject(ranking.candidates[0].item, question, snapshot)
    return Decision("answered", (found,), confidence) if content(found, question.language, snapshot, today) else None


def ranking_of_both(readings: Sequence[Subject]) -> Subject | None:
    """Return the ranking, of two readings that rank and count or list the same units of a country; else None.

    It tells how many there are too: "how many communautés urbaines are there, and which is the largest?".
    """
    if not all(each.kind == "table" and table_of(each.intent).endswith(OVERALL) for each in readings):
        return None
    ranked = [each for each in readings if each.intent.startswith(EXTREMES)]
    asked = (read(each.intent) for each in readings)
    same = len({(each.unit, each.country, each.reach) for each in asked}) == 1
    return ranked[0] if same and len(ranked) == 1 else None


def say_the_same(one: str, other: str, snapshot: Snapshot) -> bool:
    """Tell whether two cards, or a card and a body it lists, answer alike: then there is nothing to ask back."""
    (kind, id), (second, body) = sorted((parts(one), parts(other)))
    if (kind, second) == (CARD, CONTACT):
        return body in snapshot.library.cards[id].contacts
    return {kind, second} == {CARD} and _one_answer(one, other, snapshot)


def _one_answer(one: str, other: str, snapshot: Snapshot) -> bool:
    """Tell whether two items are cards of which one offers the other, or a card and what the tables say of the same.

    The answer of either leads to both, or says what the other does.
    """
    if {parts(one)[0], parts(other)[0]} == {CARD, INTENT}:
        return True
    cards = snapshot.library.cards
    first, second = (cards.get(parts(item)[1]) for item in (one, other))
    if first is None or second is None:
        return False
    return second.id in (*first.related, first.counterpart) or first.id in (*second.related, second.counterpart)


def _reason(ranking: Ranking, guard: Guard, named: Named) -> Reason:
    stopped = guard.reasons(ranking.barred)
    if "country" in stopped and guard.foreign:
        return "country"
    if named.asked:
        return "not_held"
    return "place" if "place" in stopped else "unsure"


def _referral(nearest: Sequence[Subject], snapshot: Snapshot) -> str | None:
    """Return the contact to ask about what lies nearest: the first referral that fits its country and topic."""
    cards = [snapshot.library.cards[found.ids[0]] for found in nearest if found.kind == "card"]
    for card in cards[:1]:
        for referral in snapshot.library.scope.referrals:
            if referral.country in (card.country, "both") and (not referral.topics or card.topic in referral.topics):
                return referral.contact
    return None
