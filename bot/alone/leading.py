"""The sheet or table to give where nothing else answers, though what is asked of a place named may well be held."""

from __future__ import annotations

from bot.sheets.place_lines import SEAT
from bot.subject import Subject
from bot.tables import narrowing, which
from bot.tables.intents import COMPARED, RULE, SAME_ABOVE, SAME_PLACE, TABLE, WHICH_ABOVE, WHOLE, answered_by, likeliest
from bot.words import units
from bot.words.hierarchy import innermost
from bot.words.question import Question
from index.ranking.ranker import Ranking
from index.ranking.variants import parts
from knowledge.library import Library
from knowledge.places import FORMER, Place

HARDLY = 0.15
"""Below this probability, what is asked is hardly something that no sheet holds; fitted on the tune questions."""
UNHELD = 0.9
"""From here on what is asked is hardly anything that is held; fitted on the tune questions."""
SURELY = 0.8
"""A line at least this likely is what is asked, held or not."""
MOSTLY = 0.5
"""A rule at least this likely is what is asked, and no sheet says it."""
WHERE = {WHICH_ABOVE: "address", SEAT: "address"}
"""Where a body is, asked as one asks of a place, is its address."""


def lead(ranking: Ranking, question: Question, threshold: float, library: Library) -> Subject | None:
    """Return the sheet of the place named, for where nothing else answers though what is asked may well be held.

    That is so of a landmark or former place, which leads to governments of today (what the latter became is what one
    may ask of it, if anything; so does "which town do I write to?" of a landmark, whatever it is asked for), and of one
    place named where lines and tables share the likelihood among them: "how many communes, how many people and the
    seat?". A line that is surely asked for and not held is not. Of places that lie in one another it is told which lies
    in which. Places that are most likely to be compared are, by their inhabitants, whatever else is asked of them.
    """
    place = library.gazetteer[question.places[0].places[0]] if question.places else None
    if place is None or not ranking.candidates:
        return None
    intent, confidence = likeliest(ranking)
    if intent == COMPARED and min(ranking.candidates[0].probability, 1 - ranking.outside) > MOSTLY:
        ids = tuple(mention.places[0] for mention in question.places)
        refined = narrowing.refine(intent, question.masked, question.language)
        return Subject("table", ids, refined) if len({*ids}) > 1 else None
    if place.kind == "landmark" and len(question.places) == 1 and which.asks_for_town(question.masked):
        return Subject("table", (place.id,), narrowing.refine(WHICH_ABOVE, question.masked, question.language))
    if place.kind in FORMER and intent == WHOLE and ranking.outside < UNHELD:
        return Subject("place", (place.id,))
    if ranking.outside >= HARDLY:
        return None
    if place.leads_to:
        led = answered_by(intent) in (WHOLE, RULE) or intent in WHERE
        return Subject("place", (place.id,)) if led else None
    if intent.startswith(TABLE) and confidence >= SURELY and _is_unheld(question, place):
        return None
    rules = sum(c.probability for c in ranking.candidates if answered_by(parts(c.item)[1]) == RULE)
    ids = tuple(mention.places[0] for mention in question.places)
    if rules <= MOSTLY and confidence < threshold and len(innermost(ids, library.gazetteer)) < len(set(ids)):
        one = which.asks_whether_one(question.masked)
        return Subject("table", ids, SAME_PLACE if one else SAME_ABOVE)
    if len(question.places) > 1 or len(question.places[0].places) > 1 or rules > MOSTLY:
        return None
    if confidence >= SURELY and not intent.startswith(TABLE):
        return None
    line = intent if answered_by(intent) == WHOLE and intent != WHOLE else ""
    return Subject("place", (place.id,), line)


def _is_unheld(question: Question, place: Place) -> bool:
    """Tell whether what is counted or listed is a unit of which the table holds none in a country: cantons."""
    unit = units.named_unit(question.masked, question.language)
    return unit is not None and not any(units.kinds_of(each, place.country) for each in unit.split(":"))
