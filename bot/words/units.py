"""Which unit a question counts, lists or looks for: communes, gu, EPCI… as worded in three languages.

The words stand in `bot/texts/units.tsv`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import get_args

from bot.words.leaving_out import leaving_out
from index.names.particles import COMITATIVE
from index.ranking.variants import MASK
from knowledge.places import (
    CITIES,
    EPCI,
    FRENCH_KINDS,
    KOREAN_FIRST_LEVEL,
    KOREAN_KINDS,
    KOREAN_PROVINCES,
    KOREAN_SECOND_LEVEL,
    KOREAN_TOWNS,
    Country,
)
from knowledge.text import HANGUL, Language, bare, blanked_word, heard
from knowledge.wordings import alternatives, wordings

_GROUPS = {
    "epci": EPCI,
    "city": CITIES,
    "village": ("commune",),
    "neighbourhood": ("commune", "kr-dong"),
    "prefecture": ("commune",),
    "municipality": ("commune", *KOREAN_SECOND_LEVEL),
    "district": ("district-municipal", "district-territorial", "kr-gu", "kr-admin-gu"),
    "gu": ("kr-gu", "kr-admin-gu"),
    "si-gun": ("kr-si", "kr-gun"),
    "gun-gu": ("kr-gun", "kr-gu"),
    "eup-myeon": ("kr-eup", "kr-myeon"),
    "eup-myeon-dong": KOREAN_TOWNS,
    "province": KOREAN_PROVINCES,
    "region": ("region", *KOREAN_FIRST_LEVEL),
    "first-level": KOREAN_FIRST_LEVEL,
}
SEATS_OF = {"prefecture": "departement"}
"""Units of which only those are one where a government or service of some kind sits."""
_TITLES = frozenset({"special-case-city"})
"""Units that are a title of some places of a kind, which cards tell of and no table does."""
_PART_WITH_TOWN_HALL = "district-municipal"
"""A kind of place with an office that is named like that of the city it is a part of."""
TOGETHER = "+"
"""Joins units that are asked for together: `city+kr-gun`."""
_COUNT = (
    r"\d{1,3} |"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix) "
)
"""How many there are of the second: "one eup and five myeon"."""
_JOINED = re.compile(
    rf"\s*(?:{COMITATIVE}|및|[,·/]|et|and|&)\s*(?:(?:de|du|des|la|le|les|the|d'|l'|of) ?){{0,2}}(?:{_COUNT})?"
)
_OFFERED = re.compile(
    r"\s*,?\s*(?:ou|or)(?:\s+(?:un|une|a|an|bien|plutot|rather))*\s+|(?:이?[냐니]|인지|인가요?|이?예요|이에요|이야|여|이여)[,\s]*"
)
_COUNTED_BEFORE = re.compile(r"(?<!\w)(?:how many|combien(?:\s+(?:il\s+)?y[\s']*a(?:[\s-]t[\s-]il)?)?\s+d[e'])\s*")
_COUNTED_AFTER = re.compile(r"(?:이|가|은|는|도)?\s*(?:총|모두|각각)?\s*몇")
_PARTICLES = (
    "은|는|이|가|을|를|의|에|에는|에서|로|으로|와|과|랑|이랑|하고|도|만|들|들은|들이|들의|수|수는|수가|별|중|중에|중에서|마다|나|이나|까지|"
    "은요|는요|이요|요|도요|으로요|로요|인가요|인지|인가|인데|이고|이며|이에요|이예요|예요|이야|야|임|입니까|이란|란|"
    "이죠|죠|이지요|지요|이냐|냐|이던가|던가|이여|이네요|네요|이에여|예여|"
    "라는|이라는|라는데|이라는데|라던데|이라던데|라고|이라고|라며|이라며|라지만|이라지만|라죠|이라죠|라면서|이라면서"
)
OF_PLACE = re.compile(rf"(?:\s+(?:de|du|of|the|la|le|les)|\s+d'|\s+l')*\s*{MASK.lower()}(?![a-z])")
_AT_PLACE = rf"(?<=(?<![a-z]){MASK.lower()})"
"""Where a masked place ends to which a word is written: X군청."""
_OF = re.compile(r"(?:\s+(?:de|du|of|the|la|le|les)|\s+d'|\s+l')+\s*")
MASK_BEFORE = re.compile(rf"(?<![a-z]){MASK.lower()}(?:이?라는)?\s?(?:\(\s?(?:l[ae] |l'|the |an? |une? )?)?$")


@dataclass(frozen=True, slots=True)
class Found:
    """A unit where a text names it, by a word for one or for several, in either script."""

    unit: str
    several: bool
    start: int
    end: int
    hangul: bool


def kinds_of(unit: str, country: str) -> tuple[str, ...]:
    """Return the kinds of places of a country that a unit stands for; none where the table holds none."""
    kinds = (kind for each in unit.split(TOGETHER) for kind in _GROUPS.get(each, (each,)))
    held = FRENCH_KINDS if country == "fr" else KOREAN_KINDS
    return tuple(dict.fromkeys(kind for kind in kinds if kind in held))


def kinds_anywhere(named: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of places of either country that units stand for, in the order of the units."""
    return tuple(kind for unit in named for country in get_args(Country) for kind in kinds_of(unit, country))


def only_in(text: str, country: str) -> Found | None:
    """Return the first unit that a text names of which there are only in one country ("fr"); None where it names none.

    What is compared with it is asked of there: "the smallest do? I compare with départements - And in France?"
    """
    others = [other for other in get_args(Country) if other != country]
    here = (unit for unit in found_in(text) if country in get_args(Country) and kinds_of(unit.unit, country))
    return next((unit for unit in here if not any(kinds_of(unit.unit, other) for other in others)), None)


def names_title(text: str) -> bool:
    """Tell whether a text names a title of some places of a kind: "is Suwon a special-case city?"."""
    return any(found.unit in _TITLES for found in found_in(text))


def all_in(unit: str) -> frozenset[str]:
    """Return the units in one that is written as a table has it: those asked for together, and what is ranked by."""
    return frozenset(each for part in unit.split(":") for each in part.split(TOGETHER) if each)


def named_unit(text: str, language: Language) -> str | None:
    """Return the unit that a question with its places masked counts or lists; None where it names none.

    A plural tells what is counted ("communes du département X"); a unit that only says what X is ("la ville de X")
    does not count where another is named, and neither does one that is left out ("cities, not counting districts").
    """
    folded, left_out = bare(text), leaving_out()
    named = found_in(text)
    found = [unit for unit in named if left_out.find(folded, unit.start, unit.end) is None] or named
    if not found:
        return None
    together = _together(text, found)
    if together:
        return TOGETHER.join(together)
    plural = next((unit for unit in found if unit.several), None)
    if plural is not None:
        return plural.unit
    free = [unit for unit in found if not is_apposed(text, unit)] or found
    return (free[-1] if language == "ko" and free[-1].hangul else free[0]).unit


def _together(text: str, found: list[Found]) -> list[str]:
    """Return the units that are asked for together; none where but one is asked for.

    Nothing but a word that joins stands between two of them ("gu and gun"), or of each it is asked how many there are.
    """
    folded = bare(text)
    counted = dict.fromkeys(unit.unit for unit in found if _is_counted(folded, unit))
    together = [*counted] if len(counted) > 1 else []
    for one, other in pairwise(found):
        if _JOINED.fullmatch(folded[one.end : other.start]) and one.unit != other.unit:
            together += [one.unit, other.unit]
    return list(dict.fromkeys(together))


def are_joined(text: str) -> bool:
    """Tell whether a text names units in a row: two with a word that joins between them ("eup and myeon"), or more."""
    folded, found = bare(text), found_in(text)
    gaps = [folded[one.end : other.start] for one, other in pairwise(found) if one.unit != other.unit]
    return all(map(_JOINED.fullmatch, gaps)) and (len(gaps) > 1 or any(re.search(r"\w|&", gap) for gap in gaps))


def are_alternatives(text: str) -> bool:
    """Tell whether a text offers one unit and then another: "une ville ou un comté", 시예요 군이예요."""
    folded, found = bare(text), found_in(text)
    gaps = (folded[one.end : other.start] for one, other in pairwise(found) if one.unit != other.unit)
    return any(map(_OFFERED.fullmatch, gaps))


def are_counted(text: str) -> bool:
    """Tell whether a text asks how many there are of a unit that it names."""
    return any(_is_counted(bare(text), unit) for unit in found_in(text))


def _is_counted(folded: str, unit: Found) -> bool:
    """Tell whether a text without accents asks how many of a unit it names there are."""
    if unit.hangul:
        return _COUNTED_AFTER.match(folded, unit.end) is not None
    return any(unit.start <= match.end() <= unit.end for match in _COUNTED_BEFORE.finditer(folded))


def spans(text: str) -> list[tuple[int, int]]:
    """Return where a text names units, in the text without accents."""
    return [(unit.start, unit.end) for unit in found_in(text)]


def mentioned(text: str) -> list[tuple[str, int, int]]:
    """Return the units that a text names, each with its start and end in the text without accents."""
    return [(unit.unit, unit.start, unit.end) for unit in found_in(text) if not unit.several]


def without(text: str) -> str:
    """Return a text without accents and with blanks in place of the units that it names, and of what is stuck to them.

    That is in Hangul, whatever the unit is written in: EPCI는.
    """
    folded = bare(text)
    for unit in found_in(text):
        folded = blanked_word(folded, unit.start, unit.end)
    return folded


def offices_mentioned(text: str) -> list[tuple[str, int, int]]:
    """Return the units of which a text names an office, each with where that stands in the text without accents."""
    folded = bare(text)
    return [(unit, *match.span()) for unit, form in _offices() for match in form.finditer(folded)]


def names_seats(text: str) -> bool:
    """Tell whether a text names towns by what sits in each, which is no office: "the prefectures of Brittany"."""
    return any(found.several and found.unit in SEATS_OF for found in found_in(text))


def kinds_mentioned(text: str) -> tuple[str, ...]:
    """Return the kinds of places of either country that a text names one of, or an office of: "its city hall"."""
    named = [unit for unit, _, _ in mentioned(text)]
    return (*kinds_anywhere(named), *kinds_with_office(text))


def kinds_with_office(text: str) -> tuple[str, ...]:
    """Return the kinds of places of which a text names an office: "the city hall of …".

    It may be named around the place: "the department of X council".
    """
    folded = bare(text)
    closed = OF_PLACE.sub("", folded)
    kinds = kinds_anywhere(unit for unit, form in _offices() if form.search(folded) or form.search(closed))
    return (*kinds, _PART_WITH_TOWN_HALL) if "commune" in kinds else kinds


@cache
def _offices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each unit whose places have an office of a name of its own, and the pattern of that name."""
    return tuple(
        (unit, re.compile(rf"(?:(?<![a-z가-힣])|{_AT_PLACE})(?:{alternatives(forms)})(?![a-z])"))
        for unit, forms in wordings("bot.texts", "offices.tsv").items()
    )


def found_in(text: str) -> list[Found]:
    """Return the units that a text names, in order; of overlapping ones the longest. No office names one: city hall."""
    folded = heard(bare(text))
    latin, hangul, meanings = _lexicon()
    found = [(match, False) for match in latin.finditer(folded)]
    found += [(match, True) for match in hangul.finditer(folded)]
    units = []
    for match, in_hangul in sorted(found, key=lambda pair: pair[0].start()):
        if match.group() in meanings:
            units.append(Found(*meanings[match.group()], match.start(), match.end(), in_hangul))
    return units


def is_apposed(text: str, unit: Found) -> bool:
    """Tell whether a unit only says what the masked place is: "la ville de X", "X province", "X (the province)"."""
    folded = bare(text)
    if not unit.several and _pointing().search(folded, 0, unit.start):
        return True
    return bool(OF_PLACE.match(folded, unit.end) or MASK_BEFORE.search(folded, 0, unit.start))


def is_of_what_is_named(text: str, start: int, end: int) -> bool:
    """Tell whether words are of the masked place, be it called by its kind: "the seat of X", "siège du gun de X"."""
    folded = bare(text)
    for unit in found_in(text):
        if not unit.several and unit.start >= end and _OF.fullmatch(folded, end, unit.start):
            end = unit.end
    return bool(OF_PLACE.match(folded, end) or MASK_BEFORE.search(folded, 0, start))


@cache
def _pointing() -> re.Pattern[str]:
    """Return the pattern of a word that points to what is named after it."""
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings('bot.texts', 'followup.tsv')['pointing'])})\s$")


@cache
def _lexicon() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[str, bool]]]:
    """Return the patterns of the words in either script and the unit each form names, with whether it is a plural."""
    meanings: dict[str, tuple[str, bool]] = {}
    lines = files("bot.texts").joinpath("units.tsv").read_text("utf-8").splitlines()
    for row in csv.DictReader(lines, delimiter="\t"):
        for column in ("one", "several"):
            for form in (row[column] or "").split(" | "):
                if form.strip():
                    meanings.setdefault(heard(bare(form.strip())), (row["unit"], column == "several"))
    offices = (form for forms in wordings("bot.texts", "offices.tsv").values() for form in forms)
    latin = alternatives(form for form in (*meanings, *offices) if not HANGUL.search(form))
    hangul = alternatives(form for form in meanings if HANGUL.search(form))
    return (
        re.compile(rf"(?<!\w)(?:{latin})(?=(?:{heard(_PARTICLES)})?(?!\w))"),  # EPCI는, too
        re.compile(rf"(?<!\w)(?:{hangul})(?=(?:{heard(_PARTICLES)})?(?!\w))"),
        meanings,
    )
