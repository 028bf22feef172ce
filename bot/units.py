"""Which unit a question counts, lists or looks for: communes, gu, EPCI… as worded in three languages.

The words stand in `bot/texts/units.tsv`. What an intent lacks is put behind it: `table-count-below/commune`; for a
question that names no place the country too, and the part of France: `table-largest-overall/city/fr/mainland`.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import get_args

from bot.bound import bound
from bot.hierarchy import EPCI, KOREAN_CITIES
from bot.top import top
from index.variants import MASK
from knowledge.places import FRENCH_KINDS, KOREAN_FIRST_LEVEL, KOREAN_KINDS, KOREAN_SECOND_LEVEL, Country
from knowledge.text import Language, bare, heard
from knowledge.wordings import alternatives, whole_words, wordings

_GROUPS = {
    "epci": EPCI,
    "city": ("commune", *KOREAN_CITIES, "kr-si"),
    "municipality": ("commune", *KOREAN_SECOND_LEVEL),
    "district": ("district-municipal", "kr-gu", "kr-admin-gu"),
    "gu": ("kr-gu", "kr-admin-gu"),
    "si-gun": ("kr-si", "kr-gun"),
    "gun-gu": ("kr-gun", "kr-gu"),
    "eup-myeon": ("kr-eup", "kr-myeon"),
    "eup-myeon-dong": ("kr-eup", "kr-myeon", "kr-dong"),
    "province": ("kr-province", "kr-special-self-governing-province"),
    "region": ("region", *KOREAN_FIRST_LEVEL),
    "first-level": KOREAN_FIRST_LEVEL,
}
_ONE_ANSWER = frozenset({"table-which-above", "table-is-kind", "table-same-above"})
"""Questions that several units make an open one: "a city or a county?", "which département and which région?"."""
_COUNTED = frozenset(
    {"table-count-below", "table-list-below", "table-largest", "table-smallest", "table-rank", "table-similar-size"}
)
_BOUNDED = _COUNTED - {"table-rank", "table-similar-size"} | {
    "table-largest-overall", "table-smallest-overall", "table-list-overall",
}  # fmt: skip
"""Questions that a number of inhabitants narrows to the places beyond it: "communes of over 50,000 inhabitants"."""
BEYOND = "table-beyond"
SAME_PLACE = "table-same-place"
"""Whether two names are of one place; asked in words so near to whether both lie in one that only those tell."""
ANY = "municipality"
"""What is counted where a number of inhabitants is given and no unit is named."""
_PART_WITH_TOWN_HALL = "district-municipal"
"""A kind of place with an office that is named like that of the city it is a part of."""
OVERALL = "-overall"
TOGETHER = "+"
"""Joins units that are asked for together: `city+kr-gun`."""
_JOINED = re.compile(r"\s*(?:하고|이?랑|와|과|및|[,·/]|et|and|&)\s*(?:(?:de|des|les|the|d'|of) ?)?")
_PARTICLES = (
    "은|는|이|가|을|를|의|에|에는|에서|로|으로|와|과|랑|이랑|하고|도|만|들|들은|들이|들의|수|수는|수가|별|중|중에|중에서|마다|나|이나|까지|"
    "은요|는요|이요|요|도요|으로요|로요|인가요|인지|인가|인데|이고|이며|이에요|예요|이야|야|입니까|이란|란"
)
_EXTREMES = ("table-largest", "table-smallest")
_MOST = re.compile(
    r"(?<!\w)(?:most|fewest|least|le plus|le moins|plus grand nombre|plus petit nombre|(?:highest|lowest) number)"
    r"(?: de| d'| of)?(?: member| communes? membres?)?\s*$"
)
_FEWEST = re.compile(r"(?<!\w)(?:fewest|least|le moins|plus petit nombre|lowest)(?!\w)|(?:가장|제일|젤)\s*적")
_MOST_IN_KOREAN = re.compile(r"^(?:들?이|가|의)?\s*(?:수가 )?(?:가장|제일|젤)\s*(?:많|적)")
_SENTENCE_END = re.compile(r"[?!]+\s")
_WHICH = re.compile(r"(?<!\w)(?:quel(?:le)?s?|which|what|어느|무슨)\s+$")
_STUCK = re.compile("[가-힣]*")
_OF_PLACE = re.compile(rf"(?:\s+(?:de|du|of|the|la|le|les)|\s+d'|\s+l')*\s*{MASK.lower()}(?![a-z])")
_AFTER_PLACE = re.compile(rf"(?<![a-z]){MASK.lower()}(?:이?라는)?\s?$")


@dataclass(frozen=True, slots=True)
class _Found:
    unit: str
    several: bool
    start: int
    end: int
    hangul: bool


def kinds_of(unit: str, country: Country) -> tuple[str, ...]:
    """Return the kinds of places of a country that a unit stands for; none where the table holds none."""
    kinds = (kind for each in unit.split(TOGETHER) for kind in _GROUPS.get(each, (each,)))
    held = FRENCH_KINDS if country == "fr" else KOREAN_KINDS
    return tuple(dict.fromkeys(kind for kind in kinds if kind in held))


def named_unit(text: str, language: Language) -> str | None:
    """Return the unit that a question with its places masked counts or lists; None where it names none.

    A plural tells what is counted ("communes du département X"); a unit that only says what X is ("la ville de X")
    does not count where another is named.
    """
    found = _units(text)
    if not found:
        return None
    together = _together(text, found)
    if together:
        return TOGETHER.join(together)
    plural = next((unit for unit in found if unit.several), None)
    if plural is not None:
        return plural.unit
    free = [unit for unit in found if not _apposed(text, unit)] or found
    return (free[-1] if language == "ko" and free[-1].hangul else free[0]).unit


def _together(text: str, found: list[_Found]) -> list[str]:
    """Return the units that are asked for together, nothing but a word that joins between them: "gu and gun"."""
    folded = bare(text)
    together: list[str] = []
    for one, other in pairwise(found):
        if _JOINED.fullmatch(folded[one.end : other.start]) and one.unit != other.unit:
            together += [one.unit, other.unit]
    return list(dict.fromkeys(together))


def spans(text: str) -> list[tuple[int, int]]:
    """Return where a text names units, in the text without accents."""
    return [(unit.start, unit.end) for unit in _units(text)]


def mentioned(text: str) -> list[tuple[str, int, int]]:
    """Return the units that a text names, each with its start and end in the text without accents."""
    return [(unit.unit, unit.start, unit.end) for unit in _units(text) if not unit.several]


def blanked(text: str) -> str:
    """Return a text without accents and with blanks in place of the units that it names."""
    folded = bare(text)
    for unit in _units(text):
        glued = _STUCK.match(folded, unit.end) if unit.hangul else None
        end = glued.end() if glued else unit.end
        folded = folded[: unit.start] + " " * (end - unit.start) + folded[end:]
    return folded


def offices_mentioned(text: str) -> list[tuple[str, int, int]]:
    """Return the units of which a text names an office, each with where that stands in the text without accents."""
    folded = bare(text)
    return [(unit, *match.span()) for unit, form in _offices() for match in form.finditer(folded)]


def kinds_mentioned(text: str) -> tuple[str, ...]:
    """Return the kinds of places of either country that a text names one of, or an office of: "its city hall"."""
    named = [unit for unit, _, _ in mentioned(text)]
    return (*_kinds(named), *kinds_with_office(text))


def kinds_with_office(text: str) -> tuple[str, ...]:
    """Return the kinds of places of which a text names an office: "the city hall of …"."""
    folded = bare(text)
    kinds = _kinds(unit for unit, form in _offices() if form.search(folded))
    return (*kinds, _PART_WITH_TOWN_HALL) if "commune" in kinds else kinds


def _kinds(named: Iterable[str]) -> tuple[str, ...]:
    return tuple(kind for unit in named for country in get_args(Country) for kind in kinds_of(unit, country))


@cache
def _offices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each unit whose places have an office of a name of its own, and the pattern of that name."""
    return tuple(
        (unit, re.compile(rf"(?<![a-z가-힣])(?:{alternatives(forms)})(?![a-z])"))
        for unit, forms in wordings("bot.texts", "offices.tsv").items()
    )


def refine(intent: str, text: str, language: Language, countries: Collection[str] = ()) -> str:
    """Return a table's intent with the unit that the masked question names, and the country where no place is named.

    `countries` are the ISO 3166 codes that the question names. Intents of other tables, and refined ones, stay.
    """
    if intent == "table-list-below" and _asks_which_of_each(text):
        intent = "table-which-above"
    if intent in _COUNTED | {"table-which-above"} and _asks_which_has_most(text):
        intent = "table-smallest" if _FEWEST.search(bare(text)) else "table-largest"
    if intent == "table-same-above" and asks_whether_one(text):
        return SAME_PLACE
    if intent in _ONE_ANSWER:
        found = _units(text)
        units = {unit.unit for unit in found if not _apposed(text, unit)}
        if intent == "table-is-kind" and any(_WHICH.search(bare(text)[: unit.start]) for unit in found):
            intent = "table-which-above"  # "which région?" is not "is it a région?"
        if intent == "table-is-kind" and units and all({*kinds_of(unit, "fr")} <= {*EPCI} for unit in units):
            return f"{intent}/{units.pop() if len(units) == 1 else 'epci'}"
        return f"{intent}/{units.pop()}" if len(units) == 1 else intent
    unit = _ranked(text, language) if intent.startswith(_EXTREMES) else named_unit(text, language)
    limit = bound(text) if intent in _BOUNDED else None
    if limit is not None and not intent.endswith(OVERALL):
        return f"{BEYOND}/{unit or ANY}///{limit.written()}"
    shown = top(text) if intent.startswith(_EXTREMES) else 0
    if shown and not intent.endswith(OVERALL):
        return f"{intent}/{unit or ''}////{shown}"
    if intent in _COUNTED:
        return f"{intent}/{unit}" if unit else intent
    if intent.startswith("table-") and intent.endswith(OVERALL):
        home = {code.lower() for code in countries} & {"fr", "kr"}
        country = home.pop() if len(home) == 1 else ""
        reach = _reach(text)
        if limit is not None:
            return f"{BEYOND}/{unit or ANY}/{country}/{reach}/{limit.written()}"
        asked = f"{intent}/{unit or ''}/{country}"
        if shown:
            return f"{asked}/{reach}//{shown}"
        return f"{asked}/{reach}" if reach else asked
    return intent


def _ranked(text: str, language: Language) -> str | None:
    """Return the unit of which the most or the fewest is asked: that of the first sentence that names one.

    Where no place is named the next may tell the other country's unit, and all of them are read.
    """
    sentences = _SENTENCE_END.split(text) if MASK in text else [text]
    said = (named_unit(sentence, language) for sentence in sentences)
    return divided(text) or next(filter(None, said), None)


def _asks_which_has_most(text: str) -> bool:
    """Tell whether a text asks which of a unit has the most of another; "the département X" is told already."""
    holder = (divided(text) or "").partition(":")[0]
    return any(unit.unit == holder and not _apposed(text, unit) for unit in _units(text))


def ordered(text: str) -> bool:
    """Tell whether a text asks for units in the order of their populations: "the counties by population", 인구순."""
    in_order = whole_words("bot.texts", "overall.tsv", "ordered").search(bare(text)) is not None
    return in_order and bool(_units(text))


def names_grouping(text: str) -> bool:
    """Tell whether a text speaks of a grouping of communes, and does not ask which: "as opposed to the métropole"."""
    folded = bare(text)
    groupings = (unit for unit in _units(text) if {*kinds_of(unit.unit, "fr")} <= {*EPCI})
    held = [unit for unit in groupings if kinds_of(unit.unit, "fr")]
    return bool(held) and not any(_WHICH.search(folded, 0, unit.start) for unit in held)


def asks_whether_one(text: str) -> bool:
    """Tell whether a text asks if two names are of one place; not whether both lie in one."""
    own, folded = wordings("bot.texts", "same.tsv"), bare(text)
    found = re.search(rf"(?<!\w)(?:{alternatives(own['identity'])})", folded)
    return found is not None and not re.search(rf"(?<!\w)(?:{alternatives(own['within'])}) $", folded[: found.start()])


def _asks_which_of_each(text: str) -> bool:
    """Tell whether a text asks which one of several units: "어느 데파르트망, 어느 레지옹" lists nothing below."""
    folded = bare(text)
    asked = {unit.unit for unit in _units(text) if not unit.several and _WHICH.search(folded, 0, unit.start)}
    return len(asked) > 1


def _reach(text: str) -> str:
    """Return which part of France a text speaks of, `mainland` or `overseas`; blank for all of it."""
    folded = bare(text)
    parts = ("mainland", "overseas")  # "hors outre-mer" speaks of the mainland
    return next((part for part in parts if whole_words("bot.texts", "reach.tsv", part).search(folded)), "")


def reach_named(text: str) -> list[re.Match[str]]:
    """Return where a text speaks of a part of France, in the text without accents."""
    return list(whole_words("bot.texts", "reach.tsv", "mainland", "overseas").finditer(bare(text)))


def divided(text: str) -> str | None:
    """Return the unit of which a text asks which has the most or fewest of another, as `departement:commune`."""
    found, folded = _units(text), bare(text)
    for counted in found:
        before, after = folded[: counted.start], folded[counted.end :]
        if _MOST.search(before) or (counted.hangul and _MOST_IN_KOREAN.match(after)):
            holders = [unit.unit for unit in found if unit.unit != counted.unit]
            return f"{holders[0]}:{counted.unit}" if holders else None
    return None


def _units(text: str) -> list[_Found]:
    """Return the units that a text names, in order; of overlapping ones the longest."""
    folded = heard(bare(text))
    latin, hangul, meanings = _lexicon()
    found = [(match, False) for match in latin.finditer(folded)]
    found += [(match, True) for match in hangul.finditer(folded)]
    units = []
    for match, in_hangul in sorted(found, key=lambda pair: pair[0].start()):
        unit, several = meanings[match.group()]
        units.append(_Found(unit, several, match.start(), match.end(), in_hangul))
    return units


def _apposed(text: str, unit: _Found) -> bool:
    """Tell whether a unit only says what the masked place is: "la ville de X", "X province", "X 데파르트망"."""
    folded = bare(text)
    return bool(_OF_PLACE.match(folded, unit.end) or _AFTER_PLACE.search(folded, 0, unit.start))


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
    latin = alternatives(form for form in meanings if not re.search("[가-힣]", form))
    hangul = alternatives(form for form in meanings if re.search("[가-힣]", form))
    return (
        re.compile(rf"(?<!\w)(?:{latin})(?!\w)"),
        re.compile(rf"(?<!\w)(?:{hangul})(?=(?:{heard(_PARTICLES)})?(?!\w))"),
        meanings,
    )
