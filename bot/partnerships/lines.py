"""Partnerships in words: one in full with what is asked first, one as a line of a list, many grouped by kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import get_args

from bot.catalogue import say
from bot.sheets.place_names import full_name
from bot.sheets.rendering import day
from bot.sheets.writing import Word, dated, joined
from knowledge.library import Library
from knowledge.partnerships import Kind, Partnership
from knowledge.places import Place
from knowledge.text import Language

NEVER = "never-signed"
"""The state of what was planned and is no partnership; it is told as such and counted nowhere."""
KINDS: tuple[str, ...] = get_args(Kind)
"""From the closest tie to the loosest."""
IN_FULL = 4
"""Partnerships told with their notes in a list; a longer list has a line for each."""


def closest_first(found: Iterable[Partnership]) -> list[Partnership]:
    """Return partnerships with the closest ties first, what was never signed last."""
    return sorted(found, key=lambda p: (p.state == NEVER, KINDS.index(p.kind), p.year or 9_999))


def checked(library: Library) -> date:
    """Return the day the table was last checked."""
    return max(partnership.checked for partnership in library.partnerships.values())


def block(
    partnership: Partnership, first: Place | None, aspect: str, language: Language, library: Library
) -> list[str]:
    """Return the lines on one partnership alone, what is asked first; `first` is the place to be named first."""
    one, other = _names(partnership, first, language, library)
    values = _values(partnership, language, library)
    if aspect:
        lines = [say("partners-pair", language, one=one, other=other, told=values[aspect] + ".")]
    else:
        lines = [_tie(partnership, one, other, language, library)]
    known = {"kind": values["kind"] if aspect else "", "year": "" if aspect == "since" else values["year"]}
    known |= {key: values[key] for key in ("themes", "state") if key != aspect}
    if partnership.state == NEVER:
        known = {"themes": known["themes"]} if "themes" in known and partnership.themes else {}
    lines += [say(f"partners-line-{key}", language, value=value) for key, value in known.items() if value]
    return [*lines, partnership.note[language]]


def bullets(
    found: Sequence[Partnership], of: Place | None, aspect: str, language: Language, library: Library
) -> list[str]:
    """Return a line for each partnership, with its note where they are few; of a place, only the other one is named."""
    return [_bullet(p, of, aspect, len(found) <= IN_FULL, language, library) for p in found]


def briefs(found: Iterable[Partnership], language: Language, library: Library) -> list[str]:
    """Return a line for each partnership without its note."""
    return [_bullet(partnership, None, "", False, language, library) for partnership in found]


def grouped(found: Iterable[Partnership], language: Language, library: Library) -> list[str]:
    """Return partnerships under their kinds, each as two names and a year."""
    lines = []
    every = list(found)
    for kind in KINDS:
        own = [partnership for partnership in every if partnership.kind == kind]
        if own:
            lines.append(capital(counted(kind, len(own), language)))
            lines += [
                f"- {' – '.join(pair(p, language, library))}" + _in_brackets(_year_and_doubt(p, language), language)
                for p in own
            ]
    return lines


def counted(kind: str, count: int, language: Language) -> str:
    """Return how many there are of a kind: jumelages : 8."""
    return say("partners-kind-counted", language, kinds=say(f"partners-kinds-{kind}", language), count=count)


def pair(partnership: Partnership, language: Language, library: Library) -> tuple[str, str]:
    """Return both names, the French place first, without what tells them from their namesakes."""
    one, other = (library.gazetteer[id].names[language] for id in partnership.places)
    return one, other


def theme_names(partnership: Partnership, language: Language, library: Library) -> str:
    """Return the themes in words; blank where none is known."""
    return ", ".join(library.themes[theme].names[language] for theme in partnership.themes)


def _names(partnership: Partnership, first: Place | None, language: Language, library: Library) -> tuple[Word, Word]:
    ids = sorted(partnership.places, key=lambda place: first is not None and place != first.id)
    one, other = (full_name(library.gazetteer[id], library.gazetteer, language) for id in ids)
    return one, other


def _tie(partnership: Partnership, one: Word, other: Word, language: Language, library: Library) -> str:
    """Say in a sentence whether and by what two places are tied."""
    said = partnership.kind if partnership.state not in (NEVER, "ended") else partnership.state.split("-")[0]
    year = dated(str(partnership.year), language) if partnership.year else ""
    since = say("partners-tie-in" if said == "never" else "partners-tie-since", language, year=year) if year else ""
    if since:
        since = f"{since} " if language == "ko" else f" {since}"
    kind = Word(say(f"partnership-{partnership.kind}", language))
    on = day(checked(library), language)
    return say(f"partners-tie-{said}", language, one=one, other=other, since=since, kind=kind, date=on)


def _values(partnership: Partnership, language: Language, library: Library) -> dict[str, str]:
    """Return what is known of a partnership in words, by aspect."""
    kind = say(f"partnership-{partnership.kind}", language)
    planned = partnership.state == NEVER
    year = dated(str(partnership.year), language) if partnership.year else ""
    known = partnership.year_known[language] if partnership.year_known else year
    since = say("partners-since-never" if planned else "partners-since-year", language, year=year, known=known)
    return {
        "kind": say("partners-planned", language, kind=kind) if planned else kind,
        "since": since if year or planned else say("partners-since-unknown", language, known=known),
        "year": say("place-as-of", language, value=year, date=known) if year else known,
        "themes": theme_names(partnership, language, library) or say("partners-themes-unknown", language),
        "state": say(f"partners-state-{partnership.state}", language),
    }


def _bullet(
    partnership: Partnership, of: Place | None, aspect: str, noted: bool, language: Language, library: Library
) -> str:
    others = [id for id in partnership.places if of is None or id != of.id]
    names = " – ".join(full_name(library.gazetteer[id], library.gazetteer, language) for id in others)
    values = _values(partnership, language, library)
    kind = values["kind"] + _in_brackets(_year_and_doubt(partnership, language), language)
    parts = [values[aspect]] if aspect else []
    parts += [kind, *([values["themes"]] if noted and aspect != "themes" and partnership.themes else [])]
    parts += [values["state"]] if aspect != "state" and partnership.state != NEVER else []
    told = joined(parts, language)
    colon = " :" if language == "fr" else ":"
    return f"- {names}{colon} {told}." + (f" {partnership.note[language]}" if noted else "")


def _year_and_doubt(partnership: Partnership, language: Language) -> list[str]:
    year = [str(partnership.year)] if partnership.year else []
    return [*year, *([say("partners-to-confirm", language)] if partnership.status == "unverified" else [])]


def _in_brackets(parts: Sequence[str], language: Language) -> str:
    space = "" if language == "ko" else " "
    return f"{space}({', '.join(parts)})" if parts else ""


def capital(text: str) -> str:
    """Return a text with its first letter in upper case, the others as they are."""
    return text[:1].upper() + text[1:]
