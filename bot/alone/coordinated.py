"""Several things asked of one place in one sentence: "how many communes has Lozère, how many people, and its seat?".

Each part between two words that join is read as a question on the place by itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.alone.asked_of import Named
from bot.alone.parts_asked import parts_asked
from bot.sheets.place_lines import POPULATION
from bot.subject import Subject
from bot.tables.intents import COUNT_BELOW, IS_KIND, LIST_BELOW, PARTNERS_OF, SMALLEST, WHICH_ABOVE, likeliest
from bot.tables.table_intent import read, table_of
from bot.words import ranks
from bot.words.clauses import asking
from bot.words.hierarchy import of_one_level_above
from bot.words.question import Question
from bot.words.sentences import may_ask, sentences
from bot.words.units_apart import only_sets_aside
from bot.words.wording_on import points_there, points_to_each
from index.names.mention import Mention
from index.ranking.ranker import Ranking
from index.ranking.variants import MASK
from index.snapshot import Snapshot
from knowledge.places import Gazetteer

SURE = 0.8
"""How sure a part must be by itself: what is cut in the wrong place rarely is."""
MOST = 5
"""A sentence of more parts is no question, and each costs a ranking."""
_COUNTED = {COUNT_BELOW: LIST_BELOW}
"""Tables that answer alike: few are named where they are counted."""
_TOLD = frozenset({COUNT_BELOW, WHICH_ABOVE, IS_KIND, PARTNERS_OF})
"""Tables whose answer stands in the sheet as well."""
_NUMBER = re.compile(r"(?<!\d)(?!(?:19|20)\d\d(?!\d))\d[\d\s.,]*\d\d")
"""A number of inhabitants, and no year."""
_THERE = re.compile(
    rf"(?<!\w){MASK}[\s,(–-]*(?:(?:dans|en|in|de|du)\s|d')?\s*(?:(?:la|le|les|the)\s|l')?\s*{MASK}(?![A-Za-z])\)?"
)
"""A name and what tells where that is: "Die, dans la Drôme"."""


def asked_together(question: Question, text: str, named: Named, snapshot: Snapshot) -> Named | None:
    """Return what the parts of a sentence ask of the one place it names; None where they ask but one thing.

    `text` is the question with its names masked, without polite words, `named` what it asks as a whole: where that is a
    line of the sheet, the sheet holds the others too, but not what only a table tells. Lines come as one sheet, led by
    the first asked, behind what the tables say.
    """
    told = named.subjects[0] if named.subjects and not named.scattered else None
    places, text = _told_where(question.places, _where_named(text), snapshot.library.gazetteer)
    if snapshot.placed is None or question.contacts or len(places) != 1:
        return None
    place = places[0].places
    led = told is not None and told.kind not in ("table", "partners") and told.ids == place
    asked = [part for part in asking(text, MASK) if not only_sets_aside(part)]
    if len(place) != 1 or not 2 <= len(asked) <= MOST:
        return None
    if any(points_to_each(replace(question, text=part)) for part in asked[1:]):
        return None  # of each of those counted before
    found = parts_asked(asked, place, question, snapshot, _likeliest, sure=SURE)
    if found is None:
        return None
    tables, lines = _each_ranking_once(tuple(found.tables)), found.lines
    above = any(table.intent.startswith(WHICH_ABOVE) for table in tables)
    if above and any(points_there(replace(question, text=part)) for part in asked):
        return None  # "in which département? And how many communes are in that one?"
    if led and told is not None:
        beyond = tuple(table for table in tables if table_of(table.intent) not in _TOLD)
        if not told.intent or len(tables) + len(lines) < 2:
            return None
        return replace(
            named, subjects=(told, *beyond), confidence=max(named.confidence, found.confidence), together=bool(beyond)
        )
    if len({_COUNTED.get(base := table_of(table.intent), base) for table in tables}) + len(lines) < 2:
        return None
    sheet = [Subject("place", place, next(iter(lines)))] if lines else []
    return Named((*tables, *sheet), found.confidence, asked=True, together=True, lead=named.lead)


def _each_ranking_once(tables: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Return tables without a ranking of which another asks for a rank: that tells who is first too."""
    intents = [read(table.intent) for table in tables if table.kind == "table"]
    told = {replace(intent, rank=0).written() for intent in intents if intent.rank}
    return tuple(table for table in tables if table.intent not in told)


def _likeliest(ranking: Ranking, part: str) -> tuple[str, float]:
    """Return what a part asks and how sure that is; nothing where it but describes: "a small commune, 3,000 people"."""
    intent, confidence = likeliest(ranking)
    small = intent.startswith(SMALLEST) and ranks.describes(part)
    told = intent == POPULATION and _NUMBER.search(part) is not None
    return intent, 0.0 if small or told else confidence


def stands_in_sheet(named: Named) -> bool:
    """Tell whether the sheet of the place says all that is asked together."""
    return all(each.kind == "place" or table_of(each.intent) in _TOLD for each in named.subjects)


def _where_named(text: str) -> str:
    """Return the one sentence of a text that names the place and asks several things, where no other asks anything.

    All of the text where there is none such.
    """
    said = sentences(text)
    naming = [sentence for sentence in said if MASK in sentence]
    if len(naming) != 1 or any(may_ask(sentence) for sentence in said if sentence != naming[0]):
        return text
    return naming[0] if len(asking(naming[0], MASK)) > 1 else text


def _told_where(places: tuple[Mention, ...], text: str, gazetteer: Gazetteer) -> tuple[tuple[Mention, ...], str]:
    """Return the places and a masked text without the second place, where that only tells where the first lies."""
    if len(places) != 2 or not of_one_level_above(places[0].places[0], places[1].places, gazetteer):
        return places, text
    told, found = _THERE.subn(MASK, text)
    return (places[:1], told) if found == 1 and told.count(MASK) == 1 else (places, text)
