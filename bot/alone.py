"""Decides on a question as it stands by itself: by what it names, or by the likeliest card that no guard rules out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice

from bot import counterparty, courtesy, overall
from bot.answer import Decision
from bot.apart import below_but_for
from bot.asked_of import CONTACT_LINES, REACHING, Named
from bot.by_ranking import CERTAIN, by_ranking, certain
from bot.catalogue import say
from bot.composing import content
from bot.coordinated import asked_together
from bot.followup_words import content as said
from bot.guards import Elsewhere, Guard
from bot.lacking import lacking, never_held
from bot.named import Floats, ask_named
from bot.namesakes import asked_of_all
from bot.question import Question, replaced, without_asides
from bot.reaching import LINE, another_line, is_its_office, line_of_its_body, offices_of, several_bodies
from bot.subject import Subject
from index.ranker import Ranking
from index.snapshot import Snapshot
from index.variants import CARD, CONTACT, parts
from knowledge.countries import CODES
from knowledge.library import Library
from knowledge.text import fold

OUTSIDE = 0.5
"""From here on a question is likelier out of scope than not, whatever place it names."""
BODY = 0.95
"""How sure a body must be to come before the sheet of the place that is named with it."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A question decided by itself, how likely it is out of scope, and how likely it needs another before it."""

    decision: Decision
    outside: float
    follow_up: float


def alone(question: Question, snapshot: Snapshot, today: date) -> Alone:
    """Decide on a question as if it stood by itself; of the partner of the place named where that is what is meant."""
    return of_partners(question, (), snapshot, today) or _as_named(question, snapshot, today)


def of_partners(
    question: Question, around: Sequence[str], snapshot: Snapshot, today: date, shown: Subject | None = None
) -> Alone | None:
    """Decide on what is asked of the partners of a place named, or spoken of before (ids); None where nothing is.

    `shown` is what was: a question that only turns to the partner asks the same line of it.
    """
    meant = counterparty.meant(question, snapshot.library, around)
    return None if meant is None else of_meant(meant, snapshot, today, shown)


def of_meant(meant: counterparty.Meant, snapshot: Snapshot, today: date, shown: Subject | None = None) -> Alone | None:
    """Decide on a question read with the name of a partner, of each partner meant; None where no line is asked for."""
    own = _as_named(meant.question, snapshot, today)
    if shown is not None and shown.kind == "place" and not said(meant.question):
        same = Decision("answered", (replace(shown, ids=(meant.named,)),), CERTAIN)
        own = replace(own, decision=same)

    def holds(subject: Subject) -> bool:
        return content(subject, meant.question.language, snapshot, today) is not None

    decision = counterparty.of_each(own.decision, meant, holds)
    decision = decision or counterparty.of_each(_reaching(meant.question, snapshot), meant, holds)
    return None if decision is None else replace(own, decision=decision)


def _reaching(question: Question, snapshot: Snapshot) -> Decision:
    """Decide for the phone, site or address of the place named, though it may not be held."""
    text = courtesy.asked(without_asides(question.masked))
    named = ask_named(question, text, snapshot.model.encode([text], "query")[0], snapshot)
    found = tuple(subject for subject in named.subjects if subject.kind == "place" and subject.intent in REACHING)
    return Decision("answered", found, named.confidence) if found else Decision("unknown")


def _as_named(question: Question, snapshot: Snapshot, today: date) -> Alone:
    """Decide on a question by itself, what it names taken as named."""
    text = courtesy.asked(question.text)
    names_any = bool(question.places or question.contacts)
    texts = [text, courtesy.asked(without_asides(question.masked))] if names_any else [text]
    vectors = snapshot.model.encode(texts, "query")
    if names_any:
        named = below_but_for(question, snapshot) or ask_named(question, texts[1], vectors[1], snapshot)
    else:
        named = overall.bounded(question)
    of_country = overall.of_country(question, snapshot.library.gazetteer)
    named = of_country or named
    guard = Guard(question, snapshot, case=named.case)
    if guard.foreign:  # "which Italian city is Tours twinned with": no sheet is about a third country
        named = Named(asked=named.asked)
    elsewhere = Elsewhere(question, snapshot)
    ranking = snapshot.general.rank(text, vectors[0], question.language, left_out=elsewhere, barred=guard)
    left_to_cards = not named.subjects or _left_to_cards(named, ranking, question, snapshot)
    if not guard.foreign and of_country is None and (ranking.confidence < CERTAIN or not left_to_cards):
        named = asked_together(question, texts[-1], named, snapshot) or named
    decision = None if guard.foreign else asked_of_all(question, texts[-1], vectors[-1], snapshot)
    at_large = partial(_at_large, question, named, text, vectors[0], snapshot)
    decision = decision or _from_named(named, ranking, at_large, question, snapshot, today)
    decision = decision or by_ranking(ranking, named, guard, question, snapshot, today)
    if decision.status == "answered" and not question.places:
        line = line_of_its_body(decision, ranking, texts[-1], vectors[-1], question, snapshot, today)
        decision = line or decision
    if decision.reason == "line":
        return Alone(decision, ranking.outside, ranking.follow_up)
    if named.scattered or (decision.status == "unknown" and "place" in guard.stopped):
        decision = certain(at_large(), named, question, snapshot, today) or decision
    if decision.status == "unknown":
        decision = another_line(named, question, snapshot, today) or decision
    first = overall.ranked_or_counted(question) if decision.status == "unknown" else None
    if first is not None and content(first, question.language, snapshot, today) is not None:
        decision = Decision("answered", (first,), snapshot.general.threshold)
    if decision.status == "unknown" and not guard.foreign:
        decision = several_bodies(question, ranking.outside, snapshot.general.threshold) or decision
    if decision.status == "unknown" and named.lead is not None and not guard.foreign and ranking.outside < OUTSIDE:
        held_of_it = content(named.lead, question.language, snapshot, today) is not None
        lead = named.lead if held_of_it else replace(named.lead, intent="")
        decision = Decision("answered", (lead,), snapshot.general.threshold)
    decision = replace(decision, tongue=named.tongue or ranking.tongue)
    return Alone(decision, ranking.outside, ranking.follow_up)


def _from_named(
    named: Named,
    ranking: Ranking,
    at_large: Callable[[], Ranking],
    question: Question,
    snapshot: Snapshot,
    today: date,
) -> Decision | None:
    """Decide by what is asked of a place or contact; None leaves it to the cards.

    `at_large` gives the ranking of what the places named rule out too.
    """
    if not named.subjects:
        return never_held(named, question)
    if _left_to_cards(named, ranking, question, snapshot):
        return None
    body = _body(named, ranking, at_large, question, snapshot)
    if body is not None and content(body, question.language, snapshot, today) is not None:
        return Decision("answered", (body,), ranking.confidence)
    if named.together:
        held_of_it = tuple(s for s in named.subjects if content(s, question.language, snapshot, today) is not None)
        return Decision("answered", held_of_it, named.confidence) if held_of_it else None
    if len(named.subjects) > 1 and named.subjects[0].kind != "table":
        return _of_several(named.subjects[:4], named)
    possible = (
        *named.subjects,
        *offices_of(named.subjects[0], question.text, snapshot.library),
        *_of_the_others(named.subjects[0], question, snapshot.library),
    )
    readings = (each for each in possible if content(each, question.language, snapshot, today) is not None)
    found = tuple(islice(readings, 4 if len(named.subjects) > 1 else 1))
    if len(found) > 1:
        return _of_several(found, named)
    if not found:
        return lacking(named, ranking, question, snapshot, today)
    return Decision("answered", found, named.confidence)


def _of_several(readings: tuple[Subject, ...], named: Named) -> Decision:
    """Ask back which of the readings of a name is meant."""
    return Decision("clarify", readings, named.confidence, "ambiguous_place")


def _left_to_cards(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether the best of the ranking answers better than what is held of the place or body named."""
    if ranking.confidence < snapshot.general.threshold or _is_one_line(named):
        return False
    if named.whole:
        return _is_about(ranking, named, question, snapshot)
    return ranking.confidence > named.confidence and not _is_another_body(named, ranking, question, snapshot)


def _is_another_body(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether a body is named and the best one of the ranking bears another name: it is not what is asked about.

    GAOK's office in Paris bears the name of GAOK.
    """
    kind, id = parts(ranking.candidates[0].item)
    if named.subjects[0].kind != CONTACT or kind != CONTACT:
        return False
    called = fold(question.contacts[0].text)
    return not any(called in fold(name) for name in snapshot.library.contacts[id].called)


def _is_one_line(named: Named) -> bool:
    """Tell whether the site, phone or address of a body named is what is asked: its line comes first."""
    first = named.subjects[0]
    return first.kind == "contact" and bool(first.intent) and named.confidence >= LINE


def _body(
    named: Named, ranking: Ranking, at_large: Callable[[], Ranking], question: Question, snapshot: Snapshot
) -> Subject | None:
    """Return the body that is all but certainly meant where a place is named, with the line asked for of the place.

    "Is there a French consul near Busan? His number?" is not for Busan's city hall; "the town hall of …" is. Where
    several places are named, the body may have to do with none: "a bag left in the train between Seoul and Gyeongju".
    """
    first = named.subjects[0]
    if first.kind != "place" or first.intent not in CONTACT_LINES:
        return None
    if is_its_office(first, question.text, snapshot.library):
        return None
    rankings = (ranking, at_large()) if len(question.places) > 1 else (ranking,)
    sure = (ranked.candidates[0].item for ranked in rankings if ranked.candidates and ranked.confidence >= BODY)
    bodies = (id for kind, id in map(parts, sure) if kind == CONTACT)
    return next((Subject("contact", (id,), first.intent) for id in bodies), None)


def _of_the_others(first: Subject, question: Question, library: Library) -> list[Subject]:
    """Return the line asked for of the other places named: "is Chungju the capital of North Chungcheong?".

    Where its own office is named no other will do: "the town hall of Vézelay, in the Yonne".
    """
    if first.kind != "place" or not first.intent:
        return []
    if first.intent in REACHING and is_its_office(first, question.text, library):
        return []
    return [Subject("place", (mention.places[0],), first.intent) for mention in question.places[1:]]


def _at_large(question: Question, named: Named, text: str, vector: Floats, snapshot: Snapshot) -> Ranking:
    """Rank a question as if the place named ruled out nothing: it may be where it happens, not what is asked about."""
    if named.case:
        return _of_some_town(question, snapshot)
    elsewhere, guard = Elsewhere(question, snapshot), Guard(question, snapshot, places=False)
    return snapshot.general.rank(text, vector, question.language, left_out=elsewhere, barred=guard)


def _of_some_town(question: Question, snapshot: Snapshot) -> Ranking:
    """Rank a question with some town of its country in place of each place named.

    "a delegate fainted at a hotel in Nancy, which number?" is asked of a French town.
    """
    library = snapshot.library
    countries = [library.gazetteer[mention.places[0]].country for mention in question.places]
    towns = [say(f"place-some-{country}", question.language) for country in countries]
    named = question.countries | {CODES[country] for country in countries}
    general = replace(
        question, text=replaced(question.text, zip(question.places, towns, strict=True)), places=(), countries=named
    )
    text = courtesy.asked(general.text)
    vector = snapshot.model.encode([text], "query")[0]
    return snapshot.general.rank(
        text, vector, question.language, left_out=Elsewhere(general, snapshot), barred=Guard(general, snapshot)
    )


def _is_about(ranking: Ranking, named: Named, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether the best card is about the very place or contact that a question asks to be told about.

    Two places are named for what they have to do with each other, which a card that names both says. A card that
    sends to several bodies is about none of them.
    """
    if len(question.places) > 1:
        return True
    kind, id = parts(ranking.candidates[0].item)
    card = snapshot.library.cards.get(id) if kind == CARD else None
    if card is not None and card.country == "both" and named.subjects[0].kind == "place":
        return False  # a story of its partnership does not tell what a place is
    ids = {id for subject in named.subjects for id in subject.ids}
    return card is not None and bool(ids & {*card.places, *(card.contacts if len(card.contacts) == 1 else ())})
