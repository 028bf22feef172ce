"""What is asked of a place or contact that the question names: which line of its sheet, which table."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bot.alone import overall
from bot.alone.asked_of import CONTACT_LINES, OF_ONE, OF_SEVERAL, Named, is_of_itself, over_table, subjects
from bot.alone.averaged import averaged
from bot.alone.in_words import asked_in_words
from bot.alone.leading import MOSTLY, UNHELD, WHERE, lead
from bot.alone.levels import ON_WHERE_IT_LIES
from bot.alone.one_asked import of_the_one_asked
from bot.alone.shared import share_asked
from bot.sheets.place_lines import BELOW, POPULATION, PREFECTURE, SEAT
from bot.subject import Subject
from bot.tables import narrowing, which
from bot.tables.intents import (
    COMPARED,
    COUNT_BELOW,
    EXTREMES,
    LIST_BELOW,
    RULE,
    SAME_ABOVE,
    SIMILAR,
    SMALLEST,
    TABLE,
    WHICH_ABOVE,
    WHOLE,
    answered_by,
    extreme,
    likeliest,
)
from bot.tables.sizes import is_of_its_own, is_or_holds
from bot.tables.table_intent import read
from bot.words import ranks, top
from bot.words.alternatives import where_it_lies
from bot.words.apposed import without_grouping, without_its_country, without_kind
from bot.words.mentions import asks_nearness, set_side_by_side
from bot.words.question import Question
from bot.words.units import kinds_of
from bot.words.ways import REACHING, only_reaches, ways
from bot.words.whereabouts import without_whereabouts
from bot.words.wording_on import points_to_each, says_something
from index.ranking.calibration import log_odds
from index.ranking.ranker import Ranker, Ranking
from index.ranking.variants import INTENT, MASK, item, parts
from index.snapshot import Snapshot
from knowledge.countries import CODES
from knowledge.library import Library
from knowledge.text import fold

Floats = NDArray[np.float32]
_WHOLE_MASK = re.compile(rf"\b{MASK}\b")

SCATTERED = 0.6
"""Where no line of a sheet by itself is this likely, none may be meant: "which ministry in Seoul handles …?"."""
SURE_LINE = 0.8
"""How sure a line must be to be what is asked of a place with alternatives for where it lies."""
MAYBE = 0.05
"""From here on another line may be meant where the likeliest is not held: "홈페이지 주소", where no address is."""
SEATED = 0.3
"""How likely the line of the State's services is where they are what sits in the town named."""
COUNTING = (TABLE, POPULATION, BELOW)
BOUNDED = 0.97
"""How sure it is that what is asked with a number of inhabitants is which places are beyond it."""
CARD_SLOPE, UNHELD_SLOPE, UNHELD_SHIFT = 1.5, 0.5, 1.0
"""What the two rankings of a question that names a place say together, in log odds; fitted on the tune questions."""


def ask_named(question: Question, text: str, vector: Floats, snapshot: Snapshot) -> Named:
    """Return what is asked of the places and contacts named; no subjects where no table is likely to hold it.

    `text` is the question with its names masked, without polite words, `vector` (dimension,) its vector.
    """
    only = question.places or question.contacts
    if len(only) == 1 and fold(without_its_country(text, question, snapshot.library.gazetteer)) == fold(MASK):
        return subjects(WHOLE, question, 1.0, snapshot.library)
    if len(question.contacts) == 1 and question.places and not says_something(_WHOLE_MASK.sub(" ", text)):
        return subjects(WHOLE, question, 1.0, snapshot.library)  # "KOICA à Paris ?"
    if snapshot.placed is None:
        return Named(asked=True)
    plainly = asked_in_words(question, snapshot.library) or share_asked(question, snapshot.library)
    if plainly is not None:
        return plainly
    alternatives = where_it_lies(question.text, question.places, snapshot.library.gazetteer)
    if asks_nearness(question):
        ids = tuple(dict.fromkeys(mention.places[0] for mention in question.places))
        return Named((Subject("table", ids, WHICH_ABOVE),), 1.0, asked=True)
    met = snapshot.placed.met(text)
    if met is not None:
        kind, intent = parts(met)
        if alternatives and kind == INTENT:
            return _of_alternatives(alternatives, intent, 1.0)
        return subjects(intent, question, 1.0, snapshot.library) if kind == INTENT else Named(asked=True, unheld=1.0)
    if question.sites and not question.places and _asks_of_the_place(text, vector, question, snapshot.placed):
        question = replace(question, places=question.sites, contacts=())
    only_contacts = bool(question.contacts) and not question.places
    of_several = OF_ONE | {item(INTENT, SAME_ABOVE)} if points_to_each(question) else OF_ONE
    other = _not_of_contacts(snapshot.library) if only_contacts else OF_SEVERAL if len(only) == 1 else of_several
    ranking = _ranked(text, vector, question, snapshot.placed, snapshot, left_out=other)
    if alternatives and not _compares_others(ranking, question):
        return _of_alternatives(alternatives, *likeliest(ranking))
    if top.averages(question.masked):
        average = averaged(question, snapshot.library)
        if average.subjects or _counts(ranking):
            return average
    found = _bounded(ranking, question, snapshot.library)
    found = found or of_ranking(ranking, question, snapshot.placed.threshold, snapshot.library)
    if not found.subjects and len(question.places) + len(question.contacts) == 1 and only_reaches(text):
        found = replace(subjects(WHOLE, question, 1.0, snapshot.library), whole=False)
    if len(question.places) > 1 and found.subjects and found.subjects[0].kind == "place" and not found.together:
        found = of_the_one_asked(found, ranking, question, snapshot)
    if found.subjects and (inside := _of_the_inner(question, snapshot)) is not None:
        return inside
    return replace(found, lead=lead(ranking, question, snapshot.placed.threshold, snapshot.library))


def _ranked(
    text: str, vector: Floats, question: Question, placed: Ranker, snapshot: Snapshot, *, left_out: frozenset[str]
) -> Ranking:
    """Return what is asked of the one named, called by its kind or not, as is surer: "who runs the city of X?"."""
    ranking = placed.rank(text, vector, question.language, left_out=left_out)
    gazetteer = snapshot.library.gazetteer
    plain = without_kind(text, question, gazetteer)
    of_grouping = plain == text
    if of_grouping:
        plain = without_grouping(text, question, gazetteer)
    if plain == text:
        return ranking
    again = placed.rank(plain, snapshot.model.encode([plain], "query")[0], question.language, left_out=left_out)
    if of_grouping and likeliest(again)[0] in (WHOLE, *ON_WHERE_IT_LIES):
        return ranking  # "X's EPCI?" is no "X?"
    return max(ranking, again, key=lambda each: likeliest(each)[1])


def _of_the_inner(question: Question, snapshot: Snapshot) -> Named | None:
    """Return what is asked of the place that others are only said to hold; None where something is asked of those.

    A town that is the seat of one of those may be named only for that: "au département du Nord, Lille, téléphone".
    """
    gazetteer = snapshot.library.gazetteer
    inner = None if question.contacts else without_whereabouts(question, gazetteer)
    if inner is None:
        return None
    found = ask_named(inner, inner.asked, snapshot.model.encode([inner.asked], "query")[0], snapshot)
    if not found.subjects or not (len(inner.places) > 1 or all(map(is_of_itself, found.subjects))):
        return None
    towns = [gazetteer[id].seat for id in question.place_ids if gazetteer[id].seat]
    seats = {id for town in towns for id in (town, *gazetteer[town].parents)}
    reaches = any(each.intent in REACHING and not seats.isdisjoint(each.ids) for each in found.subjects)
    return None if reaches else found


def _compares_others(ranking: Ranking, question: Question) -> bool:
    """Tell whether alternatives are compared with each other, in a sentence after the one that names another place."""
    compared = set_side_by_side(question.text, question.places)
    return likeliest(ranking)[0] == COMPARED and len(compared) < len(question.places)


def _of_alternatives(ids: tuple[str, ...], intent: str, confidence: float) -> Named:
    """Return in which of the alternatives the first of the places lies, or the line asked for of it, where it is sure.

    Its sheet tells where it lies too.
    """
    line = POPULATION if intent == COMPARED else intent
    if confidence >= SURE_LINE and line != WHOLE and answered_by(line) == WHOLE:
        return Named((Subject("place", ids[:1], line),), confidence, asked=True)
    return Named((Subject("table", ids, SAME_ABOVE),), 1.0, asked=True)


def _asks_of_the_place(text: str, vector: Floats, question: Question, placed: Ranker) -> bool:
    """Tell whether what is asked of a contact is of the place it is: "in which gu is Incheon airport?".

    Or which town is to be written to for it.
    """
    if which.asks_for_town(text):
        return True
    intent, confidence = likeliest(placed.rank(text, vector, question.language, left_out=OF_SEVERAL))
    return intent == WHICH_ABOVE and confidence >= placed.threshold


def _bounded(ranking: Ranking, question: Question, library: Library) -> Named | None:
    """Return the places below the one named that are beyond a number of inhabitants, or all in order, if asked for.

    The order is that of their populations. A list, a count, a ranking and a population are asked in words so alike
    that none of them is sure.
    """
    if (place := question.only_place) is None or not _counts(ranking):
        return None
    ranked, plain = narrowing.ordered(question.masked), overall.says_no_more(question.masked)
    first, sure_of_it = likeliest(ranking)
    country = CODES[library.gazetteer[place].country]
    if first == SIMILAR and question.countries - {country}:
        return None  # "Muju has about 23,000 people: which towns in France are as big?"
    if first == POPULATION and is_of_its_own(question.masked, library.gazetteer[place]):
        return subjects(first, question, sure_of_it, library)
    if top.among(question.masked) and (ends := ranks.ends(question.masked)):
        first = extreme(ends)
    if plain and first.startswith(EXTREMES):  # said in words for nothing else, whatever card lies near
        ranked = ranked or first
    ids = (place,)
    asked = over_table(ranked or (first if first == COUNT_BELOW else LIST_BELOW), question, ids, library)
    sure = overall.SURE if plain else BOUNDED
    listed = plain and first in (LIST_BELOW, COUNT_BELOW) and _holds(ids[0], read(asked.intent).unit, library)
    return Named((asked,), sure, asked=True) if ranked or listed or read(asked.intent).bound is not None else None


def _holds(id: str, unit: str, library: Library) -> bool:
    """Tell whether some of a unit lie in a place: a card that tells how many there are hardly names each."""
    place = library.gazetteer[id]
    return (
        bool(unit) and place.kind not in kinds_of(unit, place.country) and is_or_holds(place, unit, library.gazetteer)
    )


def _counts(ranking: Ranking) -> bool:
    """Tell whether a number is what is asked for, of inhabitants or of what is below."""
    return sum(c.probability for c in ranking.candidates if parts(c.item)[1].startswith(COUNTING)) > MOSTLY


def of_ranking(ranking: Ranking, question: Question, threshold: float, library: Library) -> Named:
    """Return what the likeliest intent of a ranking asks of the places and bodies named."""
    intent, confidence = likeliest(ranking)
    intent = _spoken_of(ranking, question) if intent == WHOLE else intent
    if confidence < threshold:
        rules = sum(c.probability for c in ranking.candidates if answered_by(parts(c.item)[1]) == RULE)
        return Named(
            asked=True, confidence=confidence, unheld=ranking.outside, case=rules > MOSTLY and ranking.outside < UNHELD
        )
    if intent.startswith(SMALLEST) and ranks.describes(question.masked):
        return Named(confidence=confidence, case=True)  # a rule is asked: "a small commune of X, whom to call?"
    scattered = answered_by(intent) == WHOLE and ranking.candidates[0].probability < SCATTERED
    if scattered and not question.places:  # the sheet of a body is short, and holds them all: "GAOK, contact?"
        return replace(subjects(WHOLE, question, confidence, library), whole=False, tongue=ranking.tongue)
    found = subjects(intent, question, confidence, library)
    if found.case and intent in CONTACT_LINES and _seated(ranking):  # "the office of the prefect that is in Colmar"
        return subjects(PREFECTURE, question, confidence, library)
    lines = (parts(c.item)[1] for c in ranking.candidates if c.probability >= MAYBE)
    further = tuple(line for line in lines if line not in (intent, WHOLE) and answered_by(line) == WHOLE)
    scattered = scattered and _reaching(ranking) < SCATTERED
    return replace(found, scattered=scattered, further=further, tongue=ranking.tongue)


def _spoken_of(ranking: Ranking, question: Question) -> str:
    """Return the line that may be meant where it is the one way that a question speaks of; else the whole sheet.

    "The main number of Gwangju and South Jeolla? I know that they are one by now."
    """
    likely = {parts(c.item)[1] for c in ranking.candidates if c.probability >= MAYBE}
    said = ways(question.masked)
    return next(iter(said)) if len(said) == 1 and said <= likely & REACHING else WHOLE


def _seated(ranking: Ranking) -> bool:
    """Tell whether the body that is said to sit in a town may well be the State's."""
    return any(parts(c.item)[1] == PREFECTURE and c.probability >= SEATED for c in ranking.candidates)


def _reaching(ranking: Ranking) -> float:
    """Return how likely one or several of phone, site and address are asked for: people ask for two at once.

    Where a government has its seat is asked as its address is.
    """
    return sum(c.probability for c in ranking.candidates if parts(c.item)[1] in (*REACHING, SEAT))


def _not_of_contacts(library: Library) -> frozenset[str]:
    kept = {*CONTACT_LINES, *WHERE}
    return frozenset(item(INTENT, id) for id in library.intents if id not in kept and not id.startswith(RULE))


def held(confidence: float, unheld: float) -> float:
    """Return how likely a card is right where what is asked of the place or contact may be nothing that is held."""
    evidence = CARD_SLOPE * log_odds(confidence) - UNHELD_SLOPE * log_odds(unheld) - UNHELD_SHIFT
    return float(1 / (1 + np.exp(-evidence)))
