"""Decides on a question as it stands by itself: by what it names, or by the likeliest card that no guard rules out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.alone import averaged, by_ranking, counterparty, dialling, namesakes, overall, reaching
from bot.alone.by_named import by_named
from bot.alone.evidence import Evidence, gather
from bot.alone.leading import HARDLY
from bot.alone.likened import like_of_named
from bot.alone.named import ask_named
from bot.alone.of_former import former_asked
from bot.alone.partnered import of_a_size
from bot.alone.pooled import of_those_alike
from bot.answer import CERTAIN, Decision
from bot.composing import content
from bot.subject import Subject
from bot.tables.intents import BY_INHABITANTS
from bot.words.question import Question
from bot.words.ranks import by_another_measure
from bot.words.unheard_of import names_none, unknown_partners
from bot.words.ways import REACHING
from bot.words.wording_on import content as words_of_content
from index.snapshot import Snapshot
from knowledge.countries import CODES, home
from knowledge.library import Library
from knowledge.text import LANGUAGES, blanked

OUTSIDE = 0.5
"""From here on a question is likelier out of scope than not, whatever place it names."""


@dataclass(frozen=True, slots=True)
class Alone:
    """A question decided by itself, how likely it is out of scope, and how likely it needs another before it.

    `unheld` is how likely it asks of the place named what no sheet holds.
    """

    decision: Decision
    outside: float
    follow_up: float
    unheld: float = 0.0


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
    if shown is not None and shown.kind == "place" and not words_of_content(meant.question):
        same = Decision("answered", (replace(shown, ids=(meant.named,)),), CERTAIN)
        own = replace(own, decision=same)

    def holds(subject: Subject) -> bool:
        return content(subject, meant.question.language, snapshot, today) is not None

    decision = counterparty.of_each(own.decision, meant, holds)
    decision = decision or counterparty.of_each(_reaching(meant.question, snapshot), meant, holds)
    return None if decision is None else replace(own, decision=decision)


def _reaching(question: Question, snapshot: Snapshot) -> Decision:
    """Decide for the phone, site or address of the place named, though it may not be held."""
    text = question.asked
    named = ask_named(question, text, snapshot.model.encode([text], "query")[0], snapshot)
    found = tuple(subject for subject in named.subjects if subject.kind == "place" and subject.intent in REACHING)
    return Decision("answered", found, named.confidence) if found else Decision("unknown")


def _as_named(question: Question, snapshot: Snapshot, today: date) -> Alone:
    """Decide on a question by itself, what it names taken as named."""
    question = dialling.of_country(question, snapshot.library.gazetteer) or question
    evidence = gather(question, snapshot, today)
    ranking = evidence.ranking
    decision = next(found for step in _FIRST if (found := step(evidence)) is not None)
    decision = _line_of_its_body(evidence, decision) or decision
    if decision.reason == "close":  # which of two cards is meant need not be asked where a table tells it
        decision = _of_a_country(evidence) or decision
    if decision.reason != "line":  # which tells that nothing else is meant, and whom to ask
        further = _at_large(evidence, decision)
        if further is None and decision.status == "unknown":
            further = next((found for step in _OTHERWISE if (found := step(evidence)) is not None), None)
        if further is not None:
            decision = _line_of_its_body(evidence, further) or further
        decision = replace(decision, tongue=evidence.named.tongue or ranking.tongue)
    decision = _of_one_that_is(question, _measured(question, decision), snapshot.library)
    return Alone(decision, ranking.outside, ranking.follow_up, evidence.named.unheld)


def _measured(question: Question, decision: Decision) -> Decision:
    """Return a decision; that it is not held where places are ranked by inhabitants and asked for by another measure.

    "Is Hongcheon the largest county by area?"
    """
    ranked = any(each.intent.startswith(BY_INHABITANTS) for each in decision.subjects if each.kind == "table")
    whole = any(each.kind == "place" and not each.intent for each in decision.subjects)
    if not (ranked or whole) or not by_another_measure(question.masked):
        return decision
    return Decision("unknown", reason="not_held", nearest=decision.subjects[:1])


def _of_one_that_is(question: Question, decision: Decision, library: Library) -> Decision:
    """Return a decision; that there is no such place where one is named that there is none of: "website of X-gun?".

    The body of a place beside it is no answer either, unless that is named; nor the partners of a place which another
    is said to be a partner of, unless a card tells of that one.
    """
    if decision.status != "answered":
        return decision
    if (partners := unknown_partners(question)) and not _tell_of(partners, decision.subjects, library):
        return Decision("unknown", reason="no_such_place")
    others = ("card",) if not question.contacts else ("card", "contact")
    of_places = all(each.kind not in others for each in decision.subjects)
    return Decision("unknown", reason="no_such_place") if of_places and names_none(question) else decision


def _tell_of(names: Sequence[str], subjects: Sequence[Subject], library: Library) -> bool:
    """Tell whether the answers of cards have one of some names."""
    answers = (library.cards[id].answer for each in subjects if each.kind == "card" for id in each.ids)
    return any(name in text for answer in answers for text in map(answer.__getitem__, LANGUAGES) for name in names)


def _of_all_of_a_name(evidence: Evidence) -> Decision | None:
    """Decide for all the places of one name, where it is asked of all."""
    if evidence.foreign:
        return None
    return namesakes.asked_of_all(evidence.question, evidence.masked, evidence.masked_vector, evidence.snapshot)


def _like_of_named(evidence: Evidence) -> Decision | None:
    """Decide for the body of the other country that is like the one named."""
    if evidence.foreign:
        return None
    return like_of_named(evidence.named, evidence.ranking, evidence.question, evidence.snapshot)


def _by_ranking(evidence: Evidence) -> Decision:
    """Decide by the cards and bodies, if only that none is likely."""
    named, guard = evidence.named, evidence.guard
    return by_ranking.by_ranking(evidence.ranking, named, guard, evidence.question, evidence.snapshot, evidence.today)


def _line_of_its_body(evidence: Evidence, decision: Decision) -> Decision | None:
    """Decide for the one line asked for of the body that was found, or that the card found is about."""
    if decision.status != "answered":
        return None
    return reaching.line_of_its_body(
        decision,
        evidence.ranking,
        evidence.masked,
        evidence.masked_vector,
        evidence.question,
        evidence.snapshot,
        evidence.today,
    )


def _at_large(evidence: Evidence, decision: Decision) -> Decision | None:
    """Decide for a card that the place named ruled out, or kept from coming first, where it is all but certain."""
    named = evidence.named
    in_which_town = named.lead is not None and named.lead.kind == "table"  # which is told in any case
    kept_back = decision.status == "unknown" and (evidence.kept_back or (named.case and not in_which_town))
    if not named.scattered and not kept_back:
        return None
    question, snapshot = evidence.question, evidence.snapshot
    return by_ranking.certain(evidence.at_large, named, question, snapshot, evidence.today)


def _of_former(evidence: Evidence) -> Decision | None:
    """Decide for what the place named, which exists no more, is today."""
    if evidence.foreign:
        return None
    unheld, outside, snapshot = evidence.named.unheld, evidence.ranking.outside, evidence.snapshot
    found = former_asked(evidence.question, unheld, outside, snapshot.library)
    return None if found is None else Decision("answered", (found,), snapshot.general.threshold)


def _another_line(evidence: Evidence) -> Decision | None:
    """Decide for another way to reach what is named."""
    return reaching.another_line(evidence.named, evidence.question, evidence.snapshot, evidence.today)


def _of_the_country_named(evidence: Evidence) -> Decision | None:
    """Decide for what is asked of one country where the place named is but where those are whom it is told.

    "I tell colleagues in Daegu how a French mayor is replaced": nothing on France names that place, so it is left out.
    """
    question, ranking, snapshot = evidence.question, evidence.ranking, evidence.snapshot
    there = {CODES[snapshot.library.gazetteer[id].country] for id in question.place_ids}
    wanted = home(question.countries)
    kept_back = evidence.kept_back and not evidence.named.asked
    if wanted is None or not there or wanted in there or not kept_back:
        return None
    if ranking.outside + ranking.follow_up >= HARDLY:
        return None
    text = question.text
    for mention in question.places:
        text = blanked(text, mention.start, mention.end)
    found = _by_ranking(gather(replace(question, text=text, places=()), snapshot, evidence.today))
    return found if found.status == "answered" else None


def _of_a_country(evidence: Evidence) -> Decision | None:
    """Decide for a ranking or a count of the places of a country, where nothing else is asked."""
    first = overall.ranked_or_counted(evidence.question)
    if first is None or not evidence.holds(first):
        return None
    return Decision("answered", (first,), evidence.snapshot.general.threshold)


def _averaged(evidence: Evidence) -> Decision | None:
    """Decide for the average of the places of a country, where nothing else is asked."""
    found = averaged.of_country(evidence.question)
    return Decision("answered", (found,), overall.SURE) if found is not None and evidence.holds(found) else None


def _partnered_of_a_size(evidence: Evidence) -> Decision | None:
    """Decide for the ties of places of some size, which words tell and no card does."""
    found = of_a_size(evidence.question, evidence.snapshot.library)
    return Decision("answered", (found,), overall.SURE) if found is not None and evidence.holds(found) else None


def _bodies_named(evidence: Evidence) -> Decision | None:
    """Decide for all there is on the bodies named together, or on the one that comes first."""
    if evidence.foreign:
        return None
    return reaching.bodies_named(evidence.question, evidence.ranking, evidence.snapshot.general.threshold)


def _lead(evidence: Evidence) -> Decision | None:
    """Decide for the sheet of the place named, led by the line that is likeliest though not likely."""
    lead = evidence.named.lead
    in_which_town = lead is not None and lead.kind == "table" and len(lead.ids) == 1  # whatever is to be done there
    if lead is None or evidence.foreign or (evidence.ranking.outside >= OUTSIDE and not in_which_town):
        return None
    lead = lead if evidence.holds(lead) else replace(lead, intent="")
    return Decision("answered", (lead,), evidence.snapshot.general.threshold)


_FIRST: tuple[Callable[[Evidence], Decision | None], ...] = (
    _of_all_of_a_name,  # the others would read one of the places that bear the name, or ask back which
    _averaged,  # words tell it, and cards tell but some of it
    _partnered_of_a_size,
    _like_of_named,  # the line of the one named would be read, which only tells what is meant
    by_named,  # a sheet or table tells exactly what is asked, and weighs the cards itself where they may answer better
    _by_ranking,  # always decides
)
"""What may decide on a question by itself, the first that does."""
_OTHERWISE: tuple[Callable[[Evidence], Decision | None], ...] = (
    _of_former,  # of a place that exists no more hardly anything but what it is today is asked
    _another_line,  # nearest to what was asked: of the very thing named, and held
    _of_the_country_named,  # what is asked is of a country by its name, and hardly anything else may be meant
    _of_a_country,  # sure by its words, but words so general that a card which is likely comes before it
    _bodies_named,  # names are all that it goes by, so it waits for what tells what is asked
    of_those_alike,  # cards and bodies none of which is likely by itself, and which the steps above let pass
    _lead,  # the least sure: what may be meant of the place named
)
"""What may yet decide where nothing else did, the surest first."""
