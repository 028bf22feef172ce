"""Follow-ups that turn from a place to what it lies in, or from a grouping to its town: "and the métropole?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.followups.lying_in import without_clause
from bot.followups.places import of_the_same, seat, without_units_set_aside
from bot.subject import Subject
from bot.words import courtesy, hierarchy, ranks, units
from bot.words.question import Question
from bot.words.wording_on import content_beside, definite
from index.names.tokens import words_of
from index.snapshot import Snapshot
from knowledge.places import GROUPINGS, METROPOLES, Gazetteer, Place
from knowledge.text import bare
from knowledge.wordings import wordings

_NOTHING_ELSE = ("as_a_whole", "same_question", "polite")
"""What a question may say beside what it turns to, and ask no line of that."""


def of_what_it_lies_in(question: Question, last: Subject, snapshot: Snapshot) -> Iterator[Question | Subject]:
    """The question asked of what the place lies in, where it names that kind: "and the métropole?", 도 전체는요?

    An office names the kind that it is the office of: "and the town hall?", of the town that was the last answer, too.
    """
    gazetteer = snapshot.library.gazetteer
    if last.ids[0] not in gazetteer:
        return
    place, town = gazetteer[last.ids[0]], seat(last, gazetteer)
    of_town = (gazetteer[town], *hierarchy.above(gazetteer[town], gazetteer)) if town else ()
    above = (*of_town, *((place,) if town else ()), *hierarchy.above(place, gazetteer))
    text, offices, meant = without_units_set_aside(without_clause(courtesy.asked(question.text)))
    named = [(unit, found, False) for unit, start, end in meant if (found := definite(text, start, end)) is not None]
    starts = {end: start for _, start, end in meant}
    for unit, span, is_office in [*((unit, (start, end), True) for unit, start, end in offices), *named]:
        kinds = units.kinds_of(unit, place.country)
        kinds = (*kinds, *METROPOLES) if "metropole" in kinds else kinds  # that of Lyon is no EPCI
        parent = next((each for each in above if each.kind in kinds), None)
        if parent is None or (place.kind in kinds and not town):
            continue
        rest = replace(question, text=f"{text[: span[0]]} {text[span[1] :]}".strip())
        if not is_office and _is_ranked(rest.text, text[: starts[span[1]]]):
            continue
        if last.kind in ("place", "partners") and not town and not content_beside(rest, *_NOTHING_ELSE):
            yield Subject(last.kind, (parent.id,), last.intent)
        else:  # an office is asked about by its name
            yield of_the_same(rest, Subject("place", (parent.id,)), text.strip() if is_office else rest.text)
        return


def town_of_its_name(question: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return the line told of a grouping, of the commune that it is named after: "and the city proper?"; else None."""
    if last.kind != "place" or not last.intent or question.names_any or len(last.ids) != 1:
        return None
    grouping = gazetteer.get(last.ids[0])
    if grouping is None or grouping.kind not in GROUPINGS:
        return None
    text, _, meant = without_units_set_aside(courtesy.asked(question.text))
    spans = [definite(text, start, end) for unit, start, end in meant if "commune" in units.kinds_of(unit, "fr")]
    if len(spans) != 1 or spans[0] is None:
        return None
    start, end = spans[0]
    if content_beside(replace(question, text=f"{text[:start]} {text[end:]}"), *_NOTHING_ELSE):
        return None
    town = _named_after(grouping, gazetteer)
    return None if town is None else replace(last, ids=(town.id,))


def _named_after(grouping: Place, gazetteer: Gazetteer) -> Place | None:
    """Return the largest of the communes of a grouping whose name stands in its own."""
    name = _spaced(grouping)
    communes = (place for place in gazetteer.children(grouping.id, "commune") if _spaced(place) in name)
    return max(communes, key=lambda place: place.population or 0, default=None)


def _spaced(place: Place) -> str:
    """Return the words of a place's name, with a blank around each."""
    return f" {' '.join(words_of(place.names.fr))} "


def _is_ranked(rest: str, before: str) -> bool:
    """Tell whether a unit is itself what comes first or last: "et la région la moins peuplée ?".

    Nothing else that may be ranked is named in the `rest`, and what stands `before` the unit does not make it where:
    "who has most people in the région?".
    """
    superlative = bool(ranks.ends(rest)) and not units.found_in(rest)
    inside = tuple(f" {words}" for words in wordings("bot.texts", "followup.tsv")["inside_of"])
    return superlative and not f" {bare(before).rstrip()}".endswith(inside)
