"""Questions over the table of partnerships as answers: whose partners, since when, on what, lists, counts, and a no."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bot import hierarchy, units
from bot.answer import Citation, Composition
from bot.catalogue import say
from bot.place_names import full_name
from bot.rendering import day
from bot.subject import Subject
from bot.writing import Word, dated, listed
from knowledge.library import Library
from knowledge.partnerships import Partnership
from knowledge.places import Country, Place
from knowledge.text import Language, bare

NEVER = ("never-signed",)
"""States of what is no partnership, and is told as such."""
SHOWN = 12
"""Partnerships told in full in a list; the rest is counted."""
ASPECTS = ("since", "themes", "state")
"""What may be asked of a partnership: the second part of an intent, `partners-since`."""


def refine(intent: str, text: str, language: Language, countries: Iterable[str], library: Library) -> str:
    """Return an intent over partnerships with what the question narrows it to: `partners-theme/ceramics`,
    `partners-list/region/fr`. `text` has its places masked, `countries` are the ISO 3166 codes it names."""
    theme = named_theme(text, library)
    if theme is not None and intent in ("partners-theme", "partners-list", "partners-count"):
        return f"partners-theme/{theme}"
    if intent in ("partners-list", "partners-count"):
        unit = units.named_unit(text, language) or ""
        home = _country_of(unit)
        return f"{intent}/{unit}/{home}" if home else intent
    return intent


def named_theme(text: str, library: Library) -> str | None:
    """Return the theme whose words a text holds, the longest word first; None where it holds none."""
    folded = bare(text)
    words = [
        (bare(word), theme.id)
        for theme in library.themes.values()
        for word in (theme.names.fr, theme.names.ko, theme.names.en, *theme.words)
    ]
    for word, id in sorted(words, key=lambda pair: -len(pair[0])):
        if re.search(rf"(?<![a-z가-힣]){re.escape(word)}" + ("" if word[-1] >= "가" else r"(?![a-z])"), folded):
            return id
    return None


def compose(subject: Subject, language: Language, library: Library) -> Composition | None:
    """Return the answer to a question over partnerships; None where there is no table of them."""
    if not library.partnerships:
        return None
    table, narrowed, country = (*subject.intent.split("/"), "", "")[:3]
    if table == "partners-theme":
        return _on_theme(narrowed, language, library)
    if table in ("partners-list", "partners-count"):
        return _overall(table, narrowed, country, language, library)
    named = [hierarchy.today(library.gazetteer[id], library.gazetteer)[0] for id in subject.ids]
    if not named:
        return _overall("partners-list", "", "", language, library)
    aspect = table.removeprefix("partners-")
    french = [place for place in named if place.country == "fr"]
    korean = [place for place in named if place.country == "kr"]
    if french and korean:
        return _pair(french[0], korean[0], aspect, language, library)
    return _of(named[0], aspect, language, library)


def title(subject: Subject, language: Language, library: Library) -> str:
    """Return the question in one line."""
    names = [full_name(library.gazetteer[id], library.gazetteer, language) for id in subject.ids]
    if names:
        return say("partners-title-of", language, places=listed(names, language))
    _, narrowed, _ = (*subject.intent.split("/"), "", "")[:3]
    if narrowed in library.themes:
        return say("partners-title-theme", language, theme=library.themes[narrowed].names[language])
    return say("partners-title", language)


def _of(place: Place, aspect: str, language: Language, library: Library) -> Composition:
    own = [p for p in library.partnerships.values() if place.id in p.places]
    there = [p for p in own if p.state not in NEVER]
    name = full_name(place, library.gazetteer, language)
    other: Country = "kr" if place.country == "fr" else "fr"
    where = say(f"partners-in-{other}", language)
    if there:
        head = say("partners-of", language, place=name, where=where, count=len(there))
        return _answer([head, *_lines(there, place, aspect, language, library)], there, [place], library, language)
    lines = [say("partners-none", language, place=name, where=where, date=_checked(library, language))]
    lines += [_line(p, place, aspect, language, library) for p in own]
    near = [p for p in _nearby(place, library) if p not in own]
    if near:
        lines.append(say("partners-near", language))
        lines += _lines(near[:3], None, aspect, language, library)
    return _answer(lines, [*own, *near[:3]], [place], library, language)


def _pair(french: Place, korean: Place, aspect: str, language: Language, library: Library) -> Composition:
    found = [p for p in library.partnerships.values() if set(p.places) == {french.id, korean.id}]
    one, other = (full_name(place, library.gazetteer, language) for place in (french, korean))
    if found:
        return _answer(_lines(found, None, aspect, language, library), found, [french, korean], library, language)
    lines = [say("partners-no-pair", language, one=one, other=other, date=_checked(library, language))]
    own = [p for p in library.partnerships.values() if {french.id, korean.id} & set(p.places) and p.state not in NEVER]
    if own:
        lines.append(say("partners-instead", language))
        lines += _lines(own[:4], None, aspect, language, library)
    return _answer(lines, own[:4], [french, korean], library, language)


def _on_theme(theme: str, language: Language, library: Library) -> Composition | None:
    if theme not in library.themes:
        return None
    found = [p for p in library.partnerships.values() if theme in p.themes and p.state not in NEVER]
    name = Word(library.themes[theme].names[language])
    if not found:
        return _answer(
            [say("partners-theme-none", language, theme=name, date=_checked(library, language))],
            [],
            [],
            library,
            language,
        )
    head = say("partners-theme", language, theme=name, count=len(found))
    return _answer([head, *_lines(found, None, "themes", language, library)], found, [], library, language)


def _overall(table: str, unit: str, country: str, language: Language, library: Library) -> Composition:
    found = [p for p in library.partnerships.values() if p.state not in NEVER and _involves(p, unit, country, library)]
    counted = say("partners-count", language, count=len(found), date=_checked(library, language))
    signed = sum(p.kind in ("twinning", "friendship", "agreement", "mou") for p in found)
    lines = [counted, say("partners-count-signed", language, count=signed)]
    order = sorted(found, key=lambda p: (p.state != "active", p.year or 9_999))
    lines += _lines(order, None, "", language, library)
    return _answer(lines, order[:SHOWN], [], library, language)


def _involves(partnership: Partnership, unit: str, country: str, library: Library) -> bool:
    if not unit or country not in ("fr", "kr"):
        return True
    kinds = units.kinds_of(unit, "fr" if country == "fr" else "kr")
    return any(library.gazetteer[id].kind in kinds for id in partnership.places)


def _country_of(unit: str) -> str:
    """Return the country in which a unit exists, where it exists in one only."""
    homes = [country for country in ("fr", "kr") if unit and units.kinds_of(unit, "fr" if country == "fr" else "kr")]
    return homes[0] if len(homes) == 1 else ""


def _nearby(place: Place, library: Library) -> list[Partnership]:
    """Return partnerships of what lies in the place, or in the same département, province or region."""
    around = set(place.parents) | {place.id}
    found = []
    for partnership in library.partnerships.values():
        ids = [id for id in partnership.places if id.startswith(place.country)]
        if any(around & {id, *library.gazetteer[id].parents} for id in ids) and partnership.state not in NEVER:
            found.append(partnership)
    return found


def _lines(
    found: Sequence[Partnership], of: Place | None, aspect: str, language: Language, library: Library
) -> list[str]:
    lines = [_line(p, of, aspect, language, library) for p in found[:SHOWN]]
    more = len(found) - SHOWN
    return [*lines, say("partners-more", language, count=more)] if more > 0 else lines


def _line(partnership: Partnership, of: Place | None, aspect: str, language: Language, library: Library) -> str:
    """Tell one partnership in a line: with whom, what, since when, on what, in which state; what is asked first."""
    names = [
        full_name(library.gazetteer[id], library.gazetteer, language)
        for id in partnership.places
        if of is None or id != of.id
    ]
    themes = [library.themes[theme].names[language] for theme in partnership.themes]
    year = dated(str(partnership.year), language) if partnership.year else say("partners-year-unknown", language)
    parts = {
        "kind": say(f"partnership-{partnership.kind}", language),
        "since": say("partners-since", language, year=year),
        "themes": say("partners-on", language, themes=listed(themes, language)) if themes else "",
        "state": say(f"partners-state-{partnership.state}", language),
    }
    order = [aspect, *(part for part in parts if part != aspect)] if aspect in ASPECTS else list(parts)
    told = "; ".join(parts[part] for part in order if parts[part])
    return (
        f"- {' – '.join(names)}: {told}. {partnership.note[language]}"
        if language != "fr"
        else (f"- {' – '.join(names)} : {told}. {partnership.note[language]}")
    )


def _checked(library: Library, language: Language) -> str:
    """Return the day the table was last checked, in words."""
    return day(max(p.checked for p in library.partnerships.values()), language)


def _answer(
    lines: Sequence[str], found: Sequence[Partnership], named: Sequence[Place], library: Library, language: Language
) -> Composition:
    cited = [Citation(s.titled(language), s.url, s.date.isoformat()) for p in found for s in p.sources[:2]]
    ids = [place.id for place in named] + [id for p in found for id in p.places]
    shown = [p for p in found if p.status == "unverified"]
    return Composition(
        text="\n".join(lines),
        citations=tuple(dict.fromkeys(cited))[:6],
        checked=max(p.checked for p in library.partnerships.values()),
        notes=(say("unverified", language),) if shown else (),
        places=tuple(dict.fromkeys(ids)),
        related=tuple(Subject("place", (id,)) for id in dict.fromkeys(ids) if id not in {p.id for p in named})[:3],
    )
