"""Answers that say the same: a card and the bodies it lists share what speaks for them, and stand together for it.

"Somebody broke into our car in Gyeongju, what do we dial?" lies near the card on emergencies and near two of its
numbers. None of the three is likely by itself, and one answer serves for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.alone.by_ranking import subject
from bot.alone.evidence import Evidence
from bot.alone.guards import Elsewhere
from bot.alone.leading import HARDLY, UNHELD
from bot.alone.named import held
from bot.answer import Decision
from bot.subject import Subject
from bot.words.mentions import asked_about
from index.ranking.ranker import Ranking
from index.ranking.variants import CARD, CONTACT, item, parts
from knowledge.countries import CODES
from knowledge.library import Library

SURE = 0.6
"""How likely an answer must be with all that say the same."""
CERTAIN, NEVER = 0.9, 0.05
"""How sure it must be, and how unlikely that anything else is meant, where what is asked of a place is hardly held of
any: none is about a fire that breaks out there, nor about its weather. So sure is no tune question out of scope."""


def of_those_alike(evidence: Evidence) -> Decision | None:
    """Decide for the answer that is likely with all that say the same, where hardly anything else may be meant.

    That is where the question is hardly out of scope, nor one that asks something only after another. A place
    named may be but where it happens: the answer need not name it, but must be of its country.
    """
    question, snapshot, unheld = evidence.question, evidence.snapshot, evidence.named.unheld
    if evidence.foreign:
        return None
    for ranking in _rankings(evidence):
        most, least = (NEVER, CERTAIN) if unheld >= UNHELD else (HARDLY, 0.0)
        elsewhere = ranking.outside + ranking.follow_up >= most
        if not ranking.candidates or elsewhere or ranking.confidence < least:
            continue
        name, chance = pooled(ranking, snapshot.library)
        if ranking is evidence.ranking and chance <= ranking.candidates[0].probability:
            continue  # nothing is shared: by itself it was weighed, and found unsure
        confidence = min(chance, held(chance, unheld)) if unheld else chance
        found = subject(name, question, snapshot)
        if chance >= SURE and confidence >= snapshot.general.threshold and _is_there(found, evidence):
            return Decision("answered", (found,), confidence) if evidence.holds(found) else None
    return None


def _rankings(evidence: Evidence) -> Iterator[Ranking]:
    """Give the rankings to decide by: that of what names the places, that of what need not, and of their country only.

    What is like it in the other country shares the evidence too, and the place tells which is meant.
    """
    yield evidence.ranking
    question, snapshot = evidence.question, evidence.snapshot
    if not question.places:
        return
    yield evidence.unbarred
    about = (snapshot.library.gazetteer[m.places[0]] for m in asked_about(question.text, question.places))
    there = {CODES[place.country] for place in about}
    if len(there) == 1 and question.countries <= there:
        implied = replace(question, implied=next(iter(there)))
        elsewhere = Elsewhere(implied, snapshot)
        yield snapshot.general.rank(evidence.text, evidence.vector, question.language, left_out=elsewhere)


def pooled(ranking: Ranking, library: Library) -> tuple[str, float]:
    """Return the item that answers as the first of a ranking does, and the probability of all that it answers for.

    A body that comes first is told by the card that lists it where that is in the ranking, with the others it lists.
    Raises IndexError for a ranking of nothing.
    """
    chances = {candidate.item: candidate.probability for candidate in ranking.candidates}
    best = ranking.candidates[0].item
    kind, id = parts(best)
    cards = [library.cards[other] for of, other in map(parts, chances) if of == CARD]
    telling = [card for card in cards if (id in card.contacts if kind == CONTACT else kind == CARD and card.id == id)]
    sums = {
        item(CARD, card.id): chances[item(CARD, card.id)]
        + sum(chances.get(item(CONTACT, body), 0.0) for body in card.contacts)
        for card in telling
    }
    return max(sums.items(), key=lambda pair: pair[1], default=(best, chances[best]))


def _is_there(found: Subject, evidence: Evidence) -> bool:
    """Tell whether an answer is of the country of a place named, or of both, and about no other place than those.

    So it is where none is named.
    """
    library = evidence.snapshot.library
    if found.kind not in (CARD, CONTACT):
        return False
    entry = (library.cards if found.kind == CARD else library.contacts)[found.ids[0]]
    named = set(evidence.question.place_ids)
    there = {library.gazetteer[id].country for id in named}
    if not named:
        return True
    return entry.country in (*there, "both") and (not entry.places or not named.isdisjoint(entry.places))
