"""A place as an answer: its sheet, the line asked for first; a former name or a landmark says what it leads to."""

from __future__ import annotations

from datetime import date, timedelta

from bot.answer import Citation, Composition, cite
from bot.catalogue import say
from bot.sheets import kinds, place_names
from bot.sheets.place_lines import (
    GROUPS,
    INSTEAD,
    KIND,
    LINES,
    POPULATION,
    PREFECTURE,
    SEAT,
    label,
    with_chief_town,
    with_prefecture,
)
from bot.sheets.place_names import heading
from bot.sheets.rendering import day
from bot.sheets.writing import Word, listed
from bot.subject import Subject
from bot.words import hierarchy
from knowledge.library import Library
from knowledge.places import Place
from knowledge.text import Language

BESIDE = {
    SEAT: ("seat-of", "arrondissements", "address"),  # its own offices are not always in the chief town
    PREFECTURE: ("arrondissements",),
    "postcode": ("code",),
    KIND: ("seat-of", "arrondissements"),
}
"""The lines that may be meant by what is asked, and follow it: of a town, what has its seat there."""
BRIEF = (KIND, POPULATION)
"""The lines of each where a name leads to several places."""


def compose(subject: Subject, language: Language, library: Library) -> Composition | None:
    """Return a place's sheet, the line of `subject.intent` first; None where the place has no such line.

    `intent` is blank for the whole sheet. Raises KeyError for a place that the gazetteer lacks.
    """
    place = library.gazetteer[subject.ids[0]]
    shown = hierarchy.today(place, library.gazetteer)
    wanted = {one.id: _lines(one, subject.intent, library, language) for one in shown}
    texts = [_text(one, wanted[one.id], subject.intent, len(shown) > 1, library, language) for one in shown]
    if not any(texts):
        return None
    leading = [leads(place, shown, language, library)] if place.leads_to else []
    return Composition(
        text="\n".join([*leading, *filter(None, texts)]),
        citations=_citations(place, shown, wanted, library, language),
        notes=_notes((place, *shown), language),
        places=tuple(dict.fromkeys((place.id, *(one.id for one in shown), *_offices(shown, subject.intent, library)))),
        related=_related(shown, library),
    )


def full_name(id: str, language: Language, library: Library) -> str:
    """Return the name with what tells it from its namesakes: its département or province, or its kind."""
    return place_names.full_name(library.gazetteer[id], library.gazetteer, language)


def citations(place: Place, groups: tuple[str, ...], library: Library, language: Language) -> tuple[Citation, ...]:
    """Return the sources of some groups of a place's fields, in the order of the groups."""
    sources = dict(place.sources)
    named = dict.fromkeys(sources[group] for group in groups if group in sources)
    found = [library.gazetteer.source(id) for id in named]
    return tuple(Citation(source.title, source.url, source.date) for source in found)


def _lines(place: Place, asked: str, library: Library, language: Language) -> dict[str, str]:
    """Return the lines that the place has, the one asked for first, which may be said in another way."""
    values = {line: value for line, of in LINES.items() if (value := of(place, library, language))}
    if asked in INSTEAD and asked not in values:
        value = INSTEAD[asked](place, library, language)
        values = {line: other for line, other in values.items() if other != value} | ({asked: value} if value else {})
    order = sorted(values, key=lambda line: (line != asked, line not in BESIDE.get(asked, ())))
    return {line: values[line] for line in order}


def _text(
    place: Place, lines: dict[str, str], asked: str, one_of_several: bool, library: Library, language: Language
) -> str:
    if asked and asked not in lines:
        return ""
    names = [line for line in lines if line in (asked, *BRIEF)] if one_of_several else list(lines)
    written = [label(line, place, language, lines[line]) for line in names]
    name = heading(place, library.gazetteer, language)
    return "\n".join([f"{name} — {written[0]}", *written[1:]] if asked else [name, *written])


def _offices(shown: tuple[Place, ...], asked: str, library: Library) -> list[str]:
    """Return the ids of what is told of places that lack the line asked for: whose prefecture, which chief town."""
    if asked == PREFECTURE:
        above = (with_prefecture(one, library) for one in shown if one.prefecture is None)
        return [each.id for each in above if each is not None]
    if asked == SEAT:
        above = (with_chief_town(one, library) for one in shown if not one.seat)
        return [id for each in above if each is not None for id in (each.id, each.seat)]
    return []


def leads(place: Place, shown: tuple[Place, ...], language: Language, library: Library) -> str:
    """Say what a name stands for today."""
    name = place.names[language]
    names = listed([place_names.full_name(one, library.gazetteer, language) for one in shown], language)
    values: dict[str, object] = {"name": Word(name), "today": names}
    if place.kind == "landmark":
        description = place.description[language] if place.description else kinds.kind(place, language)
        lead = say("place-landmark", language, description=description, **values)
        inside = [each for each in library.gazetteer.parents(place.id) if {*place.leads_to} & {*each.parents}]
        where = listed([each.names[language] for each in inside], language)
        return f"{lead} {say('place-landmark-in', language, where=where)}" if inside else lead
    if place.until:
        since = date.fromisoformat(place.until) + timedelta(days=1)
        return say("place-former", language, date=day(since, language), **values)
    return say("place-commune-former", language, **values)


def _citations(
    place: Place,
    shown: tuple[Place, ...],
    wanted: dict[str, dict[str, str]],
    library: Library,
    language: Language,
) -> tuple[Citation, ...]:
    found: list[Citation] = []
    for one in shown:
        groups = tuple(group for line in wanted[one.id] for group in GROUPS.get(line, ()))
        found += citations(one, (*groups, "korean") if language == "ko" else groups, library, language)
    found += citations(place, ("names", "description"), library, language) if place.leads_to else ()
    for partnership in library.partnerships.values():
        if any(one.id in partnership.places and "partners" in wanted[one.id] for one in shown):
            found += cite(partnership.sources, language)
    return tuple(dict.fromkeys(found))


def _notes(places: tuple[Place, ...], language: Language) -> tuple[str, ...]:
    by_rule = language == "ko" and any(place.korean_by_rule for place in places)
    return (say("place-korean-by-rule", language),) if by_rule else ()


def _related(shown: tuple[Place, ...], library: Library) -> tuple[Subject, ...]:
    first = shown[0]
    seat = (Subject("place", (first.seat,)),) if first.seat else ()
    above = tuple(Subject("place", (parent,)) for parent in first.parents[:1])
    return (*kinds.cards(first, library), *seat, *above)
