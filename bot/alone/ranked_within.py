"""The rank that a place has in another that is named, asked for or said: "X, the second town of Ariège. Is it?"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bot.alone.asked_of import Named, over_table
from bot.alone.overall import SURE as OF_THE_WORDS
from bot.alone.overall import says_no_more
from bot.subject import Subject
from bot.tables.intents import COMPARED, IS_KIND, RANK, SAME_ABOVE, WHICH_ABOVE, extreme
from bot.tables.sizes import is_or_holds
from bot.tables.table_intent import read
from bot.words import ranks
from bot.words.alternatives import are_alternatives
from bot.words.excepted import without_those_ahead
from bot.words.hierarchy import and_now, innermost
from bot.words.mentions import row_named
from bot.words.question import Question
from bot.words.units import found_in, kinds_of
from knowledge.library import Library
from knowledge.places import EPCI
from knowledge.text import bare
from knowledge.wordings import whole_words

SURE = 0.9
"""How sure it is that a rank which is said of one place within another is what is asked."""
_LIES = frozenset({SAME_ABOVE, WHICH_ABOVE, COMPARED, IS_KIND})
"""What such a question is read as else: two places, of which one lies in the other."""


def ranked_within(question: Question, named: Named, threshold: float, library: Library) -> Named | None:
    """Return the rank that one place has in the other that is named, with who has the rank it is said to have.

    None where no rank is said of a unit, where the one does not lie in the other, and where something else is surely
    asked: `named` is what is, likely from `threshold` on.
    """
    question = without_those_ahead(question)
    ids = tuple(dict.fromkeys(mention.places[0] for mention in question.places))
    if question.contacts or len(ids) != 2 or any(len(mention.places) > 1 for mention in question.places):
        return None
    now = {id: and_now(id, library.gazetteer) for id in ids}  # Jeonnam is what Jeonnam-Gwangju was
    outer = [id for id in ids if any(now[id] & {*library.gazetteer[other].parents} for other in ids)]
    if len(outer) != 1 or not _may_be_another(named, threshold):
        return None
    inner = tuple(id for id in ids if id not in outer)
    if not (table := _ranking(question)):
        return _instead_of_compared(inner, outer[0], question, named, library)
    ranking = over_table(table, replace(question, places=()), tuple(outer), library)
    unit = read(ranking.intent).unit
    if unit and not all(is_or_holds(library.gazetteer[id], unit, library.gazetteer) for id in (*outer, *inner)):
        return None
    sure = SURE if unit and not _says_no_more(question) else OF_THE_WORDS
    return Named((Subject("table", inner, RANK), ranking), sure, asked=True, together=True)


def _instead_of_compared(
    inner: tuple[str, ...], outer: str, question: Question, named: Named, library: Library
) -> Named | None:
    """Return the rank of a place that would be compared with what it lies in: "is X bigger than other cities of Y?".

    As it is where both are offered ("X or Y?"), and of a grouping, which people say the town for.
    """
    compared = named.subjects and read(named.subjects[0].intent).table == COMPARED
    between = (question.text[one.end : other.start] for one, other in pairwise(question.places))
    offered = row_named(question.text, question.places) or any(map(are_alternatives, between))
    if not compared or offered or library.gazetteer[outer].kind in EPCI:
        return None
    said = ranks.ends(question.masked) or ranks.asks_which(question.masked)
    kind, country = library.gazetteer[inner[0]].kind, library.gazetteer[inner[0]].country
    said = said or any(unit.several and kind in kinds_of(unit.unit, country) for unit in found_in(question.masked))
    return replace(named, subjects=(Subject("table", inner, RANK),)) if said else None


def rank_asked(question: Question, library: Library) -> Named | None:
    """Return the rank by population of the one place named, be it in another that is named, where it is asked for.

    None where anything else is said: what else places are ranked by no table holds.
    """
    ids = innermost([mention.places[0] for mention in question.places], library.gazetteer)
    named_twice = len(question.places) > 2 or any(len(mention.places) > 1 for mention in question.places)
    if question.contacts or len(ids) != 1 or named_twice or not ranks.asks_which(question.masked):
        return None
    if not says_no_more(ranks.without_which(question.asked)):
        return None
    return Named((over_table(RANK, question, ids, library),), OF_THE_WORDS, asked=True)


def _may_be_another(named: Named, threshold: float) -> bool:
    """Tell whether what is asked is unsure, or where the places lie, which is worded alike."""
    if not named.subjects or named.confidence < threshold:
        return not named.case
    first = named.subjects[0]
    return first.kind == "table" and read(first.intent).table in _LIES


def _ranking(question: Question) -> str:
    """Return the table of the end of a ranking of which a text gives a rank; blank without one.

    Right before a unit, or of people and nothing else: 사람 젤 많이 사는 데가 원주라면서요?
    """
    folded, named = bare(question.masked), found_in(question.masked)
    for unit in named:
        if unit.several:
            continue
        before = folded[: unit.start]
        said = ranks.ends_in(before)
        if said:
            return extreme(said)
    ends = ranks.ends(question.masked)
    if len(ends) != 1 or any(unit.several for unit in named) or row_named(question.text, question.places):
        return ""
    return extreme(ends) if _says_no_more(question) else ""


def _says_no_more(question: Question) -> bool:
    """Tell whether a question has only words that rank and guess."""
    return says_no_more(whole_words("bot.texts", "overall.tsv", "guess").sub(" ", bare(question.masked)))
