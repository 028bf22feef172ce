"""Decides by what is asked of the places and bodies that a question names, and what is held of them."""

from __future__ import annotations

from itertools import islice

from bot.alone import state_office
from bot.alone.asked_of import CONTACT_LINES, Named
from bot.alone.evidence import Evidence
from bot.alone.lacking import lacking, never_held
from bot.alone.offices import GOVERNING, is_its_office, offices_of, only_telling
from bot.alone.outranked import left_to_cards
from bot.alone.reaching import LINE
from bot.answer import Decision
from bot.subject import Subject
from bot.words import units
from bot.words.question import Question
from bot.words.ways import REACHING
from index.ranking.ranker import Ranking
from index.ranking.variants import CONTACT, parts
from knowledge.contacts import Contact
from knowledge.library import Library

BODY = 0.95
"""How sure a body must be to come before the sheet of the place that is named with it."""
READINGS = 4
"""Readings of a name to choose from, at most."""


def by_named(evidence: Evidence) -> Decision | None:
    """Decide by what is asked of a place or contact; None leaves it to the cards."""
    question, snapshot, named, ranking = evidence.question, evidence.snapshot, evidence.named, evidence.ranking
    unheld = never_held(named, question)
    if unheld is not None or not named.subjects:
        return unheld
    along = _with_bodies(named)  # the body is one of the two, however surely it ranks first
    if not (along and named.confidence >= LINE) and left_to_cards(named, ranking, question, snapshot):
        return None
    body = None if along else _body(evidence)
    if body is not None and evidence.holds(body):
        return Decision("answered", (body,), ranking.confidence)
    if named.together:
        held_of_it = tuple(each for subject in named.subjects if (each := _held(subject, evidence)) is not None)
        if held_of_it:
            return Decision("answered", held_of_it, named.confidence)
        lines = (along or _are_bodies(named)) and named.confidence >= LINE
        return Decision("unknown", reason="line", referral=question.contacts[0].places[0]) if lines else None
    if len(named.subjects) > 1 and named.subjects[0].kind != "table":
        return _of_several(named.subjects[:READINGS], named)
    if state_office.is_of_state(named.subjects[0]) and evidence.holds(named.subjects[0]):
        return _of_state(named, question, snapshot.library)
    possible = (
        *named.subjects,
        *offices_of(named.subjects[0], question.text, snapshot.library),
        *_of_the_others(named.subjects[0], question, snapshot.library),
    )
    found = tuple(islice(filter(evidence.holds, possible), READINGS if len(named.subjects) > 1 else 1))
    if len(found) > 1:
        return _of_several(found, named)
    if not found:
        return lacking(named, ranking, question, snapshot, evidence.today)
    return Decision("answered", found, named.confidence)


def _of_state(named: Named, question: Question, library: Library) -> Decision:
    """Decide for the State's office of a place in the way asked for, or that it is not held; its sheet is near."""
    first = named.subjects[0]
    found = state_office.in_way_asked(first, question.text, library)
    if found is None:
        return Decision("unknown", reason="line", nearest=(first,), tongue=named.tongue)
    return Decision("answered", (found,), named.confidence)


def _with_bodies(named: Named) -> bool:
    """Tell whether a place is asked about along with a body: neither is meant instead of the other."""
    return named.together and {subject.kind for subject in named.subjects} == {"place", CONTACT}


def _are_bodies(named: Named) -> bool:
    """Tell whether one way to reach each of several bodies is asked for."""
    return all(subject.kind == CONTACT and subject.intent in REACHING for subject in named.subjects)


def _held(subject: Subject, evidence: Evidence) -> Subject | None:
    """Return what is asked for together with something else, of the place or of its office; None where not held."""
    text, library = evidence.question.text, evidence.snapshot.library
    return next(filter(evidence.holds, (subject, *offices_of(subject, text, library))), None)


def _of_several(readings: tuple[Subject, ...], named: Named) -> Decision:
    """Ask back which of the readings of a name is meant."""
    return Decision("clarify", readings, named.confidence, "ambiguous_place")


def _body(evidence: Evidence) -> Subject | None:
    """Return the body that is all but certainly meant where a place is named, with the line asked for of the place.

    "Is there a French consul near Busan? His number?" is not for Busan's city hall; "the town hall of …" is. Where
    several places are named, the body may have to do with none: "a bag left in the train between Seoul and Gyeongju".
    """
    first, question = evidence.named.subjects[0], evidence.question
    if first.kind != "place" or first.intent not in CONTACT_LINES:
        return None
    if any(is_its_office(first, text, evidence.snapshot.library) for text in (question.text, question.masked)):
        return None
    return _surely(evidence.ranking, first, evidence) or (
        _surely(evidence.at_large, first, evidence) if len(question.places) > 1 else None
    )


def _surely(ranking: Ranking, first: Subject, evidence: Evidence) -> Subject | None:
    """Return the line of the body that is the best of a ranking, where it is all but certain; else None.

    Another government is none: "the Maine-et-Loire council" is not that of the région Pays de la Loire.
    """
    if not ranking.candidates or ranking.confidence < BODY:
        return None
    kind, id = parts(ranking.candidates[0].item)
    body = evidence.snapshot.library.contacts[id] if kind == CONTACT else None
    if body is None or (body.category in GOVERNING and not _governs_one_meant(body, first, evidence)):
        return None
    return Subject("contact", (id,), first.intent)


def _governs_one_meant(body: Contact, first: Subject, evidence: Evidence) -> bool:
    """Tell whether a body governs a place that is named, or is called by its kind: "the région in Strasbourg"."""
    named = {*first.ids, *evidence.question.place_ids}
    kinds = units.kinds_mentioned(evidence.question.text)
    gazetteer = evidence.snapshot.library.gazetteer
    return any(id in named or gazetteer[id].kind in kinds for id in body.places)


def _of_the_others(first: Subject, question: Question, library: Library) -> list[Subject]:
    """Return the line asked for of the other places named: "is Chungju the capital of North Chungcheong?".

    Where its own office is named no other will do: "the town hall of Vézelay, in the Yonne". Nor does what only tells
    which one is to be reached.
    """
    if first.kind != "place" or not first.intent:
        return []
    if first.intent in REACHING and is_its_office(first, question.text, library):
        return []
    others = dict.fromkeys(mention.places[0] for mention in question.places[1:])
    telling = only_telling(first, question, library) if first.intent in REACHING else ()
    return [Subject("place", (id,), first.intent) for id in others if id not in telling]
