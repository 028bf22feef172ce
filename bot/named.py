"""What is asked of a place or contact that the question names: which line of its sheet, which table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bot import narrowing, partners, units
from bot.alternatives import where_it_lies
from bot.formerly import LINE, formerly
from bot.hierarchy import EPCI, above, innermost, today
from bot.intents import PARTNERS, RULE, TABLE, WHOLE, answered_by, likeliest
from bot.kin import akin
from bot.leading import MOSTLY, WHERE, lead
from bot.mentions import asked_about, between, heads, is_seat, joined, outer_first, starts_there
from bot.question import Question, sits_in
from bot.subject import Subject
from index.calibration import log_odds
from index.ranker import Ranker, Ranking
from index.snapshot import Snapshot
from index.variants import INTENT, MASK, item, parts
from knowledge.contacts import Contact
from knowledge.countries import CODES
from knowledge.library import Library
from knowledge.text import Language, fold

Floats = NDArray[np.float32]

CONTACT_LINES = frozenset({WHOLE, "phone", "site", "email", "address", "purpose"})
CALLING = frozenset({"phone", "site", "email"})
REACHING = CALLING | {"address"}
WHICH_ABOVE = "table-which-above"
SAME_ABOVE = "table-same-above"
COMPARED = "table-compare-population"
OF_SEVERAL = frozenset(item(INTENT, id) for id in (SAME_ABOVE, COMPARED))
"""What can be asked only where more than one place is named."""
OF_ONE = frozenset(item(INTENT, id) for id in ("table-similar-size", "table-rank"))
"""What is asked of one place only: where two are named, they are compared."""
OF_THE_WHOLE = ("seat", "prefecture")
"""Of a commune and its département it is the latter's seat that is asked about: "is Brest the préfecture of …?"."""
SCATTERED = 0.6
"""Where no line of a sheet by itself is this likely, none may be meant: "which ministry in Seoul handles …?"."""
SURE_LINE = 0.8
"""How sure a line must be to be what is asked of a place with alternatives for where it lies."""
ASKED, TWICE = 0.5, 2.0
"""How sure a line must be of another place than the first, and how many times surer than of the first."""
MAYBE = 0.05
"""From here on another line may be meant where the likeliest is not held: "홈페이지 주소", where no address is."""
_COUNTRY_CODE = 3
"""Characters of a phone number that tell the country: +82."""
COUNTING = (TABLE, "population", "below")
BOUNDED = 0.97
"""How sure it is that what is asked with a number of inhabitants is which places are beyond it."""
CARD_SLOPE, UNHELD_SLOPE, UNHELD_SHIFT = 1.5, 0.5, 1.0
"""What the two rankings of a question that names a place say together, in log odds; fitted on the tune questions."""


@dataclass(frozen=True, slots=True)
class Named:
    """The readings of a question about what it names, one or several; `asked` is True where anything was named.

    `whole`: all there is on it was asked for, which a card about it may answer better. `case`: a rule was asked for,
    which cards answer. `unheld` is the probability that what is asked is something no sheet or table holds.
    `scattered`: lines of a sheet are likely together, but none by itself. `lead` is the sheet or table to give where
    nothing else answers. `further` are the lines that may be meant where the first is not held, the likeliest first.
    `together`: the subjects are no readings, but things asked for together. `tongue` is the language of the nearest
    phrasing known.
    """

    subjects: tuple[Subject, ...] = ()
    confidence: float = 0.0
    asked: bool = False
    whole: bool = False
    case: bool = False
    unheld: float = 0.0
    scattered: bool = False
    lead: Subject | None = None
    further: tuple[str, ...] = ()
    together: bool = False
    tongue: Language | None = None


def ask_named(question: Question, text: str, vector: Floats, snapshot: Snapshot) -> Named:
    """Return what is asked of the places and contacts named; no subjects where no table is likely to hold it.

    `text` is the question with its names masked, without polite words, `vector` (dimension,) its vector.
    """
    only = question.places or question.contacts
    if len(only) == 1 and fold(text) == fold(MASK):
        return _subjects(WHOLE, question, 1.0, snapshot.library)
    if snapshot.placed is None:
        return Named(asked=True)
    alternatives = where_it_lies(question.text, question.places, snapshot.library.gazetteer)
    met = snapshot.placed.met(text)
    if met is not None:
        kind, intent = parts(met)
        if alternatives and kind == INTENT:
            return _of_alternatives(alternatives, intent, 1.0)
        return _subjects(intent, question, 1.0, snapshot.library) if kind == INTENT else Named(asked=True, unheld=1.0)
    if question.sites and not question.places and _asks_where_it_lies(text, vector, question, snapshot.placed):
        question = replace(question, places=question.sites, contacts=())
    only_contacts = bool(question.contacts) and not question.places
    other = _not_of_contacts(snapshot.library) if only_contacts else OF_SEVERAL if len(only) == 1 else OF_ONE
    ranking = snapshot.placed.rank(text, vector, question.language, left_out=other)
    if alternatives:
        return _of_alternatives(alternatives, *likeliest(ranking))
    found = _bounded(ranking, question, snapshot.library)
    found = found or _of_ranking(ranking, question, snapshot.placed.threshold, snapshot.library)
    if len(question.places) > 1 and found.subjects and found.subjects[0].kind == "place" and not found.together:
        found = _of_the_one_asked(found, ranking, question, snapshot)
    return replace(found, lead=lead(ranking, question, snapshot.placed.threshold, snapshot.library))


def _of_alternatives(ids: tuple[str, ...], intent: str, confidence: float) -> Named:
    """Return in which of the alternatives the first of the places lies, or the line asked for of it, where it is sure.

    Its sheet tells where it lies too.
    """
    line = "population" if intent == COMPARED else intent
    if confidence >= SURE_LINE and line != WHOLE and answered_by(line) == WHOLE:
        return Named((Subject("place", ids[:1], line),), confidence, asked=True)
    return Named((Subject("table", ids, SAME_ABOVE),), 1.0, asked=True)


def _asks_where_it_lies(text: str, vector: Floats, question: Question, placed: Ranker) -> bool:
    """Tell whether what is asked of a contact is of the place it is: "in which gu is Incheon airport?"."""
    intent, confidence = likeliest(placed.rank(text, vector, question.language, left_out=OF_SEVERAL))
    return intent == WHICH_ABOVE and confidence >= placed.threshold


def _of_the_one_asked(found: Named, ranking: Ranking, question: Question, snapshot: Snapshot) -> Named:
    """Return the line asked for of the place that it is asked of: "a delegation from X asks how many live in Y".

    Each place is read with the words around it, up to the next one, or to where a clause ends between them.
    """
    ids = [mention.places[0] for mention in question.places]
    if snapshot.placed is None or len(innermost(ids, snapshot.library.gazetteer)) < len(ids):
        return found
    gaps = [between(question.text, one.end, other.start) for one, other in pairwise(question.places)]
    starts = [0, *(start for _, start in gaps)]
    ends = [*(end for end, _ in gaps), len(question.text)]
    texts = [
        f"{question.text[start : mention.start]}{MASK}{question.text[mention.end : end]}".strip()
        for start, mention, end in zip(starts, question.places, ends, strict=True)
    ]
    vectors = snapshot.model.encode(texts, "query")
    wanted = parts(ranking.candidates[0].item)[1]
    sure = []
    for text, vector in zip(texts, vectors, strict=True):
        by_itself = snapshot.placed.rank(text, vector, question.language, left_out=OF_SEVERAL)
        alike = (c.probability for c in by_itself.candidates if answered_by(parts(c.item)[1]) == answered_by(wanted))
        chance = sum(alike)
        sure.append(chance * by_itself.confidence)
    best = int(np.argmax(sure))
    if best == 0 or sure[best] < ASKED or sure[best] < TWICE * sure[0]:
        return found
    meant = replace(question, places=(question.places[best],))
    again = _subjects(wanted, meant, found.confidence, snapshot.library)
    return replace(found, subjects=again.subjects) if again.subjects else found


def _bounded(ranking: Ranking, question: Question, library: Library) -> Named | None:
    """Return the places below the one named that are beyond a number of inhabitants, or in the order of their
    populations, where that is what is asked.

    A list, a count, a ranking and a population are asked in words so alike that none of them is sure.
    """
    if len(question.places) != 1 or len(question.places[0].places) != 1:
        return None
    if sum(c.probability for c in ranking.candidates if parts(c.item)[1].startswith(COUNTING)) <= MOSTLY:
        return None
    table = "table-largest" if narrowing.ordered(question.masked) else "table-list-below"
    asked = over_table(table, question, question.places[0].places, library)
    meant = asked.intent.startswith(narrowing.BEYOND) or table == "table-largest"
    return Named((asked,), BOUNDED, asked=True) if meant else None


def _of_ranking(ranking: Ranking, question: Question, threshold: float, library: Library) -> Named:
    intent, confidence = likeliest(ranking)
    if confidence < threshold:
        return Named(asked=True, confidence=confidence, unheld=ranking.outside)
    scattered = answered_by(intent) == WHOLE and ranking.candidates[0].probability < SCATTERED
    if scattered and not question.places:  # the sheet of a body is short, and holds them all: "GAOK, contact?"
        return replace(_subjects(WHOLE, question, confidence, library), whole=False, tongue=ranking.tongue)
    found = _subjects(intent, question, confidence, library)
    lines = (parts(c.item)[1] for c in ranking.candidates if c.probability >= MAYBE)
    further = tuple(line for line in lines if line not in (intent, WHOLE) and answered_by(line) == WHOLE)
    scattered = scattered and _reaching(ranking) < SCATTERED
    return replace(found, scattered=scattered, further=further, tongue=ranking.tongue)


def _reaching(ranking: Ranking) -> float:
    """Return how likely one or several of phone, site and address are asked for: people ask for two at once.

    Where a government has its seat is asked as its address is.
    """
    return sum(c.probability for c in ranking.candidates if parts(c.item)[1] in (*REACHING, "seat"))


def _not_of_contacts(library: Library) -> frozenset[str]:
    kept = {*CONTACT_LINES, *WHERE}
    return frozenset(item(INTENT, id) for id in library.intents if id not in kept and not id.startswith(RULE))


def over_table(intent: str, question: Question, ids: tuple[str, ...], library: Library) -> Subject:
    """Return the subject of a question over a table, narrowed to the unit or theme that it names."""
    text, language, named = question.masked, question.language, question.countries
    if not named:  # "the largest city after Busan" is one of Korea
        named = frozenset(CODES[library.gazetteer[mention.places[0]].country] for mention in question.places)
    if intent.startswith(PARTNERS):
        return Subject("partners", ids, partners.refine(intent, text, language, named, library))
    return Subject("table", ids, narrowing.refine(intent, text, language, named))


def _subjects(intent: str, question: Question, confidence: float, library: Library) -> Named:
    before = formerly(intent, question, library)
    if before is not None:
        return Named((Subject("place", (before,), LINE),), confidence, asked=True)
    if intent.startswith(RULE):
        return Named(confidence=confidence, case=True)
    whole = intent == WHOLE
    if not intent.startswith(PARTNERS) and item(INTENT, intent) not in OF_SEVERAL:
        question = replace(question, places=asked_about(question.text, heads(question)))
    # A body named is what is asked about, a place beside it where it sits: "the ministry's address in Sejong".
    if question.contacts and (not question.places or WHERE.get(intent, intent) in CONTACT_LINES):
        several = len(question.contacts) > 1 and not question.places
        ids = [mention.places[0] for mention in question.contacts] if several else _sitting_there(question, library)
        lines = ((id, _line(intent, library.contacts[id], question)) for id in ids)
        contacts = tuple(Subject("contact", (id,), "" if line == WHOLE else line) for id, line in lines if line)
        return Named(contacts, confidence, asked=True, whole=whole, together=several)
    if intent.startswith((TABLE, PARTNERS)):
        first = tuple(mention.places[0] for mention in question.places)
        alternatives = len(question.places) == 1 and intent.startswith(TABLE)
        readings = [(id,) for id in question.places[0].places] if alternatives else [first]
        return Named(tuple(over_table(intent, question, ids, library) for ids in readings), confidence, asked=True)
    asked = question.places
    if intent in CONTACT_LINES:
        calls = intent in CALLING
        asked = tuple(m for m in asked if not (is_seat(question.text, m) or (calls and starts_there(question.text, m))))
        if not asked and question.places:
            return Named(confidence=confidence, case=True)
    if intent in OF_THE_WHOLE:
        asked = outer_first(asked, library)
    line = "" if whole else intent
    if intent == "population" and (both := _with_its_grouping(question, library)):
        return Named((Subject("table", both, "table-compare-population"),), confidence, asked=True)
    if joined(question.text, asked, library):
        offices = dict.fromkeys(_with_office(mention.places[0], intent, question, library) for mention in asked)
        each = tuple(Subject("place", (id,), line) for id in offices)
        return Named(each, confidence, asked=True, whole=whole, together=True)
    named = asked[0].places if asked else ()
    places = tuple(dict.fromkeys(_with_office(id, intent, question, library) for id in named))
    return Named(tuple(Subject("place", (id,), line) for id in places), confidence, asked=True, whole=whole)


def _with_office(id: str, intent: str, question: Question, library: Library) -> str:
    """Return what a place lies in where an office of that level is to be reached: "Paimpol, conseil départemental?"."""
    kinds = units.kinds_with_office(question.masked) if intent in (*REACHING, WHOLE) else ()
    place = library.gazetteer[id]
    if not kinds or {one.kind for one in today(place, library.gazetteer)} & set(kinds):
        return id
    return next((each.id for each in above(place, library.gazetteer) if each.kind in kinds), id)


def _with_its_grouping(question: Question, library: Library) -> tuple[str, ...]:
    """Return the commune named and the EPCI it lies in, where both are spoken of; none where they are not."""
    if (
        len(question.places) != 1
        or len(question.places[0].places) != 1
        or not narrowing.names_grouping(question.masked)
    ):
        return ()
    commune = library.gazetteer[question.places[0].places[0]]
    groupings = [id for id in commune.parents if library.gazetteer[id].kind in EPCI]
    return (commune.id, *groupings[:1]) if groupings and commune.kind == "commune" else ()


def _sitting_there(question: Question, library: Library) -> tuple[str, ...]:
    """Return the ids of the body named, or of the one beside it in the place named: "a French consulate in Busan?".

    One that only is its like in the other country ("from Paris: the French embassy in Korea") is not meant.
    """
    ids = question.contacts[0].places
    body = akin(Subject("contact", ids), question.places, library) if question.places and len(ids) == 1 else None
    if body is None or any(sits_in(library.contacts[ids[0]], place, library) for place in question.places):
        return ids
    here, there = (library.contacts[id].phone or "" for id in (ids[0], body.ids[0]))
    return body.ids if here[:_COUNTRY_CODE] == there[:_COUNTRY_CODE] else ids


def _line(intent: str, contact: Contact, question: Question) -> str | None:
    """Return the line of a contact that an intent asks for, None if none; an address may be that of a site.

    Where a body is may be asked of one that sits nowhere in particular: then a card that says so comes before its site.
    """
    if intent == "address" and contact.address is None and contact.site and not question.places:
        return "site"
    line = WHERE.get(intent, intent)
    return line if line in CONTACT_LINES else None


def held(confidence: float, unheld: float) -> float:
    """Return how likely a card is right where what is asked of the place or contact may be nothing that is held."""
    evidence = CARD_SLOPE * log_odds(confidence) - UNHELD_SLOPE * log_odds(unheld) - UNHELD_SHIFT
    return float(1 / (1 + np.exp(-evidence)))
