"""Messages that tell of a place and ask of it in their last sentence: "X lies in two provinces. How many live there?".

That sentence goes on from the one before as a question goes on from an answer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.by_ranking import CARD_CERTAIN
from bot.alone.deciding import alone
from bot.alone.of_it import is_of_place
from bot.alone.reaching import LINE
from bot.answer import CERTAIN, Decision
from bot.followups.reading_on import going_on
from bot.several import MOST
from bot.subject import Subject
from bot.turn import Turn
from bot.words.hierarchy import above, and_now
from bot.words.mentions import asked_about
from bot.words.question import Question, part
from bot.words.sentences import is_question, sentences
from bot.words.ways import REACHING
from bot.words.wording_on import says_only
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.library import Library
from knowledge.places import Gazetteer


def asked_after(question: Question, own: Decision, snapshot: Snapshot, today: date) -> Decision | None:
    """Return what the last sentence surely asks of the one place told of before it; None where that is not so.

    It alone asks, and names nothing. `own` is what the message gets as a whole, which stands where it is of that too,
    be it a card on the very place that is all but certain, or its partners where nothing else is asked: "X has a
    friend town in France. Which one is it?".
    """
    said = sentences(question.text)
    if not 2 <= len(said) <= MOST or question.contacts or not question.places:
        return None
    *before, last = said
    if not is_question(last) or any(map(is_question, before)):
        return None
    if any(subject.intent in REACHING for subject in own.subjects):  # "a letter to the city hall of X. Where to?"
        return None
    name = _told_of(asked_about(question.text, question.places), snapshot.library.gazetteer)
    sentence = part(last, question, snapshot)
    if name is None or sentence.names_any or sentence.countries or question.places[-1].end > question.text.rindex(last):
        return None
    if own.confidence >= CARD_CERTAIN and any(_is_on(subject, name, snapshot.library) for subject in own.subjects):
        return None
    if (
        own.confidence >= LINE
        and says_only(last, "which_town")
        and all(subject.kind == "partners" for subject in own.subjects)
    ):
        return None
    told = Question(name.text, question.detection, (replace(name, start=0, end=len(name.text)),))
    turn = Turn(told, Decision("answered", (Subject("place", name.places),), CERTAIN))
    found = going_on(sentence, alone(sentence, snapshot, today), turn, snapshot, today)
    if found is None or found.status != "answered" or found.confidence < LINE or len(found.subjects) != 1:
        return None
    subject = found.subjects[0]
    same = own.status == "answered" and subject in own.subjects
    return found if subject.ids == name.places and is_of_place(subject) and not same else None


def _is_on(subject: Subject, name: Mention, library: Library) -> bool:
    """Tell whether a subject is a card on a place named."""
    return subject.kind == "card" and not {*name.places}.isdisjoint(library.cards[subject.ids[0]].places)


def _told_of(places: tuple[Mention, ...], gazetteer: Gazetteer) -> Mention | None:
    """Return the one place that a message tells of, where all others only tell where that lies; else None."""
    first = places[0]
    if len(first.places) != 1:
        return None
    around = {place.id for place in above(gazetteer[first.places[0]], gazetteer)}
    around |= {first.places[0]}
    told = all(any(around & and_now(id, gazetteer) for id in mention.places) for mention in places)
    return first if told else None
