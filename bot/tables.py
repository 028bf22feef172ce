"""Questions over the table of places as answers: counts, lists, ranks, what is above, comparisons."""

from __future__ import annotations

from collections.abc import Callable

from bot import belonging, comparing, counts, hierarchy, kinds, ranking
from bot.answer import Composition
from bot.catalogue import say, sentences
from bot.subject import Subject
from bot.table_question import TableQuestion, read
from bot.writing import listed
from knowledge.library import Library
from knowledge.text import Language

TABLES: dict[str, Callable[[TableQuestion], Composition | None]] = {
    "table-count-below": counts.count_below,
    "table-list-below": counts.list_below,
    "table-largest": ranking.extreme_below,
    "table-smallest": ranking.extreme_below,
    "table-rank": ranking.rank,
    "table-which-above": belonging.which_above,
    "table-is-kind": belonging.is_kind,
    "table-same-above": belonging.same_above,
    "table-compare-population": comparing.compare_population,
    "table-similar-size": comparing.similar_size,
    "table-largest-overall": ranking.extreme_overall,
    "table-smallest-overall": ranking.extreme_overall,
    "table-list-overall": ranking.list_overall,
    "table-beyond": ranking.beyond,
}
"""What answers each table's question; the first part of a subject's intent."""


def compose(subject: Subject, language: Language, library: Library) -> Composition | None:
    """Return the answer to a question over the table; None where the table does not hold it.

    Raises KeyError for a place that the gazetteer lacks.
    """
    question = read(subject, language, library)
    answers = TABLES.get(_meant(question))
    return answers(question) if answers else None


def _meant(question: TableQuestion) -> str:
    """Return the table that can hold the answer, where two questions are worded almost alike.

    "The département of Tours" asks what it is in, "the départements of Occitanie" what is in it: where the unit stands
    tells. "Population ranking of Busan" may be Busan's rank or that of its gu: a unit below tells.
    """
    place, table = question.place, question.table
    if place is None or table not in ("table-list-below", "table-which-above", "table-rank", "table-largest"):
        return table
    below = any(question.gazetteer.count(place.id, kind) for kind in question.kinds(place)) if question.unit else False
    within = {parent.kind for parent in hierarchy.above(place, question.gazetteer)}
    if table == "table-list-below" and not below and within & set(question.kinds(place)):
        return "table-which-above"
    if table == "table-which-above" and below and not within & set(question.kinds(place)):
        return "table-list-below"
    if table == "table-rank" and below and place.kind not in question.kinds(place):
        return "table-largest"
    if table == "table-largest" and not hierarchy.nearest_below(place, question.gazetteer):
        return "table-rank"
    return table


def title(subject: Subject, language: Language, library: Library) -> str:
    """Return the question in one line."""
    question = read(subject, language, library)
    known = f"kinds-{question.unit}" in sentences()
    units = kinds.several(question.unit if known else "territory", language)
    names = [question.name(place) for place in question.named]
    countries = [kinds.country(country, language) for country in question.countries]
    places = listed(names or countries, language)
    return say(f"title-{question.table}", language, units=units, places=places)
