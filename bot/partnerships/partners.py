"""Questions over the table of partnerships as answers: whose partners, since when, on what, lists, counts, and a no."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from bot.answer import Composition, cite
from bot.catalogue import say
from bot.partnerships.lines import NEVER, block, briefs, bullets, checked, closest_first
from bot.partnerships.question import ABOUT_THEME, Asked, is_sound, read, refine
from bot.partnerships.survey import Survey, of_parts, overall, parts_asked, total
from bot.partnerships.ties import alive, around, of, today, today_of, within
from bot.sheets.place_names import full_name
from bot.sheets.rendering import day
from bot.sheets.writing import Word, listed
from bot.subject import Subject
from knowledge.library import Library
from knowledge.partnerships import Partnership
from knowledge.places import Country, Place
from knowledge.text import Language

__all__ = ["compose", "is_asked", "refine", "title"]

NEAR = 3
"""Partnerships offered where there is none of what was asked; also places answered one after the other."""
WITHIN = 8
"""Partnerships told of what lies in a place."""
CITED = 6
SIGNED = ("friendship", "agreement", "mou")
"""Kinds of signed texts that are no twinning."""


def is_asked(subject: Subject, library: Library) -> bool:
    """Tell whether a subject asks what `title` and `compose` know how to tell, of places held; else they may raise."""
    return is_sound(read(subject.intent)) and all(id in library.gazetteer for id in subject.ids)


def compose(subject: Subject, language: Language, library: Library) -> Composition | None:
    """Return the answer to a question over partnerships; None where there is no table of them.

    Raises KeyError for a place that the gazetteer lacks.
    """
    if not library.partnerships:
        return None
    asked = read(subject.intent)
    named = today(subject.ids, library)
    if asked.table in ABOUT_THEME:
        lines, found = _on_theme(asked.theme, named, language, library)
    elif not named:
        lines, found = overall(asked, language, library)
    elif len({place.country for place in named}) == 2:
        lines, found = _pair(named, asked, language, library)
    else:
        surveys = [_of(place, asked, language, library) for place in named[:NEAR]]
        lines = list(chain.from_iterable(lines for lines, _ in surveys))
        found = list(chain.from_iterable(found for _, found in surveys))
    return _answer([*_former(subject.ids, language, library), *lines], found, named, language, library)


def title(subject: Subject, language: Language, library: Library) -> str:
    """Return the question in one line."""
    theme = library.themes.get(read(subject.intent).theme)
    if theme is not None:
        return say("partners-title-theme", language, theme=theme.names[language])
    names = [full_name(place, library.gazetteer, language) for place in today(subject.ids, library)]
    if names:
        places = names[0] if len(names) == 1 else Word(listed(names, language))
        return say("partners-title-of", language, places=places)
    return say("partners-title", language)


def _of(place: Place, asked: Asked, language: Language, library: Library) -> Survey:
    """Tell the partnerships of a place and of what lies in it; a no where it has none, with what comes close."""
    own = of(place, library)
    live, never = alive(own), [partnership for partnership in own if partnership.state == NEVER]
    other: Country = "kr" if place.country == "fr" else "fr"
    values: dict[str, object] = {
        "place": full_name(place, library.gazetteer, language),
        "where": say(f"partners-in-{other}", language),
        "date": day(checked(library), language),
        "count": len(live),
    }
    inner = [partnership for partnership in within([place], library) if partnership not in own]
    kinds = parts_asked(asked, place, library.gazetteer)
    if kinds:
        return of_parts(place, kinds, asked, inner, live, language, library)
    inner = inner[:WITHIN]
    if not live:
        near = inner or around(place, library)[:NEAR]
        lines = [say("partners-none", language, **values), *bullets(never, place, "", language, library)]
        lines += _near(near, language, library)
        return lines, [*never, *near]
    lines = _own(live, place, asked, values, language, library)
    lines += bullets(never, place, "", language, library)
    lines += [say("partners-within", language), *briefs(inner, language, library)] if inner else []
    return lines, [*own, *inner]


def _own(
    live: Sequence[Partnership],
    place: Place,
    asked: Asked,
    values: dict[str, object],
    language: Language,
    library: Library,
) -> list[str]:
    """Tell the partnerships of one place, the closest first: a twinning by itself where twinnings were asked for."""
    first, *others = live
    if not others:
        return _one(first, place, asked, language, library)
    if asked.kind != "twinning":
        return [say("partners-of", language, **values), *bullets(live, place, asked.aspect, language, library)]
    if first.kind != "twinning":
        return [say("partners-of-no-twinning", language, **values), *bullets(live, place, "", language, library)]
    also = [say("partners-also", language), *bullets(others, place, "", language, library)]
    return [*block(first, place, "", language, library), *also]


def _pair(named: Sequence[Place], asked: Asked, language: Language, library: Library) -> Survey:
    """Tell what ties places of the two countries; a no where nothing does, with what comes close."""
    ids = {place.id for place in named}
    french = [place for place in named if place.country == "fr"]
    korean = [place for place in named if place.country == "kr"]
    found = closest_first(p for p in library.partnerships.values() if ids.issuperset(p.places))
    across = within(korean, library)
    inner = [p for p in within(french, library) if p in across and p not in found][:WITHIN]
    between = [say("partners-within-both", language), *briefs(inner, language, library)] if inner else []
    if found:
        lines = _one(found[0], named[0], asked, language, library)
        lines += bullets(found[1:], None, asked.aspect, language, library)
        return ([*between, *lines] if asked.unit else [*lines, *between]), [*found, *inner]
    one, other = (full_name(place, library.gazetteer, language) for place in (french[0], korean[0]))
    lines = [say("partners-no-pair", language, one=one, other=other, date=day(checked(library), language)), *between]
    own = alive(closest_first(p for p in library.partnerships.values() if ids & set(p.places)))[:NEAR]
    near = [] if own or inner else [*around(french[0], library)[:2], *around(korean[0], library)[:2]]
    if own:
        lines += [say("partners-instead", language), *briefs(own, language, library)]
    elif not inner:
        lines += _near(near, language, library)
    return lines, [*inner, *own, *near]


def _one(partnership: Partnership, first: Place, asked: Asked, language: Language, library: Library) -> list[str]:
    """Return the lines on a partnership alone; where a twinning was asked for and this is none, that first."""
    other_kind = asked.kind == "twinning" and partnership.kind in SIGNED and partnership.state != NEVER
    lines = [say("partners-no-twinning", language, date=day(checked(library), language))] if other_kind else []
    return [*lines, *block(partnership, first, asked.aspect, language, library)]


def _on_theme(theme: str, besides: Sequence[Place], language: Language, library: Library) -> Survey:
    """Tell the partnerships on a theme, without those of the places named; a no where there is none."""
    live = closest_first(alive(library.partnerships.values()))
    on = day(checked(library), language)
    if theme not in library.themes:
        return [say("partners-theme-unknown", language, date=on), _themes(live, language, library)], []
    found = [partnership for partnership in live if theme in partnership.themes]
    ids = {place.id for place in besides}
    others = [partnership for partnership in found if not ids.intersection(partnership.places)]
    values: dict[str, object] = {
        "theme": library.themes[theme].names[language],
        "places": listed([full_name(place, library.gazetteer, language) for place in besides], language) if ids else "",
        "date": on,
        "count": len(others),
    }
    if not found:
        return [say("partners-theme-none", language, **values), _themes(live, language, library)], []
    key = "partners-theme" if not ids else "partners-theme-besides" if others else "partners-theme-alone"
    shown = others or found
    return [say(key, language, **values), *bullets(shown, None, "", language, library)], shown


def _near(near: Sequence[Partnership], language: Language, library: Library) -> list[str]:
    """Return what comes close, the first with its note; where nothing does, how many there are in all."""
    if not near:
        return [total(language, library)]
    first = bullets(near[:1], None, "", language, library)
    return [say("partners-near", language), *first, *briefs(near[1:], language, library)]


def _former(ids: Sequence[str], language: Language, library: Library) -> list[str]:
    """Say of each name that is no government of today what it is now."""
    lines = []
    for id in ids:
        place, shown = library.gazetteer[id], today_of(id, library)
        if place.leads_to:
            name = full_name(shown, library.gazetteer, language)
            lines.append(say("partners-former", language, name=Word(place.names[language]), today=name))
    return lines


def _themes(live: Iterable[Partnership], language: Language, library: Library) -> str:
    counts = Counter(theme for partnership in live for theme in partnership.themes)
    names = [
        say("place-as-of", language, value=library.themes[theme].names[language], date=count)
        for theme, count in counts.most_common(12)
    ]
    return say("partners-themes-known", language, themes=", ".join(names))


def _answer(
    lines: Sequence[str], found: Sequence[Partnership], named: Sequence[Place], language: Language, library: Library
) -> Composition:
    each = CITED // max(len(found), 1) or 1
    sources = [source for partnership in found for source in partnership.sources[:each]]
    cited = cite(sources, language)
    ids = dict.fromkeys([place.id for place in named] + [id for partnership in found for id in partnership.places])
    doubtful = len(found) == 1 and found[0].status == "unverified"
    related = [Subject("place", (id,)) for id in ids if all(id != place.id for place in named)]
    return Composition(
        text="\n".join(lines),
        citations=tuple(dict.fromkeys(cited))[:CITED],
        checked=checked(library),
        notes=(say("unverified", language),) if doubtful else (),
        places=tuple(ids),
        related=tuple(related[:3]),
    )
