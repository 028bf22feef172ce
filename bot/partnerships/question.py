"""What is asked of the partnerships beside the places named: a theme, a unit, a country, a kind, a state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from itertools import pairwise
from typing import cast, get_args

from bot.sheets import kinds
from bot.tables.intents import PARTNERS_OF
from bot.words import bound, units
from knowledge import countries
from knowledge.library import Library
from knowledge.places import Country
from knowledge.text import Language, bare

ABOUT_THEME = ("partners-theme", "partners-others")
OVERALL = ("partners-list", "partners-count", "partners-oldest", "partners-latest")
ASPECTS = ("since", "themes", "state")
"""What may be asked of a partnership: the second part of an intent, `partners-since`."""
TABLES = (PARTNERS_OF, *ABOUT_THEME, *OVERALL, *(f"partners-{aspect}" for aspect in ASPECTS))
"""All questions over the partnerships: the first part of a subject's intent."""

_KINDS = {
    "twinning": r"jumel|villes? s(?:oe|œ)ur|\btwin|sister|자매",
    "friendship": r"amitie|friendship|우호",
    "mou": r"memorand|\bmous?\b|양해각서",
}
_STATES = {
    "active": r"\bacti(?:f|fs|ve|ves)\b|vivants?\b|\balive\b|활발|교류 중인|지금도",
    "dormant": r"sommeil|dormants?\b|\binacti|중단|휴면|끊",
}
_LINKING = frozenset("de du des d en la le les l in of the south sud republique republic".split())
_JOINT = re.compile(r"(?:et|and|ou|or|en|de|la|d'|-|–|/|·|,|와|과|및|\s)+")
"""What stands between two countries named in one breath; blanks have one place in it, as masked texts have hundreds."""
_ALL_GOVERNMENTS = "municipality"
"""People say collectivité, local government, 지자체 for any of them: no narrowing."""
_AMONG = re.compile(r"\s*(?:들\s*)?(?:중|가운데)")
_TWIN_BEFORE = re.compile(r"(?:\btwin(?:ned)?|\bsister|\bpartner|자매|우호|자매결연|우호협력)\s+$")
_TWIN_AFTER = re.compile(r"\s+(?:jumel|s(?:oe|œ)urs?\b|amies?\b|partenaires?\b)")
_ANY_TWIN = "city"
"""Twin towns, villes jumelles are a kind of tie; cities are counted where a country is said."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question over the partnerships: which, and what narrows it; blank is not narrowed. `size` is a bound."""

    table: str
    theme: str = ""
    unit: str = ""
    country: str = ""
    kind: str = ""
    state: str = ""
    size: str = ""

    def intent(self) -> str:
        """Return the intent of a subject: `partners-list//region/fr`; `read` gives the question back."""
        return "/".join(astuple(self)).rstrip("/")

    @property
    def aspect(self) -> str:
        """What is asked of each partnership: since, themes, state; blank for all."""
        aspect = self.table.removeprefix("partners-")
        return aspect if aspect in ASPECTS else ""


def read(intent: str) -> Asked:
    """Return the question that an intent carries."""
    return Asked(*intent.split("/")[:7])


def is_sound(asked: Asked) -> bool:
    """Tell whether a question is one of these, narrowed only in terms that have words; a theme may be any.

    What an intent carries that came from elsewhere, as the data of a button does, need not be.
    """
    return (
        asked.table in TABLES
        and (not asked.unit or kinds.is_called(asked.unit))
        and asked.country in ("", *get_args(Country))
        and asked.kind in ("", *_KINDS)
        and asked.state in ("", *_STATES)
        and (not asked.size or bound.is_sound(asked.size))
    )


def refine(intent: str, text: str, language: Language, named: Iterable[str], library: Library) -> str:
    """Return an intent over partnerships with what the question narrows it to: `partners-theme/ceramics`.

    `text` has its places masked, `named` are the ISO 3166 codes of the countries it names.
    """
    folded = bare(text)
    if intent in (*ABOUT_THEME, *OVERALL):
        theme = named_theme(text, library)
        if theme is not None and intent not in ("partners-oldest", "partners-latest"):
            return Asked("partners-others" if intent == "partners-others" else "partners-theme", theme).intent()
    kind = _first(_KINDS, folded)
    if intent == PARTNERS_OF:
        unit, country = _of_parts(text, language)
        return Asked(intent, "", unit, country, kind if kind == "twinning" else "").intent()
    if intent not in OVERALL:
        return intent
    unit, country = _narrowed(text, language, named)
    limit = bound.bound(text) if unit else None
    return Asked(intent, "", unit, country, kind, _state(folded), limit.written() if limit else "").intent()


def named_theme(text: str, library: Library) -> str | None:
    """Return the theme whose words a text holds, the longest word first; None where it holds none."""
    folded = bare(text)
    words = [
        (bare(word), theme.id)
        for theme in library.themes.values()
        for word in (theme.names.fr, theme.names.ko, theme.names.en, *theme.words)
    ]
    for word, id in sorted(words, key=lambda pair: -len(pair[0])):
        if word in folded and _stands(word, folded):  # few do: hundreds of patterns would cost more than the answer
            return id
    return None


def _stands(word: str, folded: str) -> bool:
    end = "" if word[-1] >= "가" else r"(?![a-z])"
    return re.search(rf"(?<![a-z가-힣]){re.escape(word)}{end}", folded) is not None


def _first(patterns: dict[str, str], folded: str) -> str:
    return next((name for name, pattern in patterns.items() if re.search(pattern, folded)), "")


def _state(folded: str) -> str:
    """Return the one state that a question asks for; "active or dormant?" asks for both, which is none."""
    found = [state for state, pattern in _STATES.items() if re.search(pattern, folded)]
    return found[0] if len(found) == 1 else ""


def _narrowed(text: str, language: Language, named: Iterable[str]) -> tuple[str, str]:
    """Return the unit that a question lists or counts, and the country whose units they are; blank for any."""
    unit = units.named_unit(text, language) or ""
    homes = [country for country in countries.HOMES.values() if unit and units.kinds_of(unit, country)]
    if unit == _ALL_GOVERNMENTS or not homes:
        return "", ""
    beside = _home(text, language) if set(named) & set(countries.HOMES) else ""
    country = beside if beside in homes else homes[0] if len(homes) == 1 else ""
    return (unit, country) if country or unit != _ANY_TWIN else ("", "")


def _of_parts(text: str, language: Language) -> tuple[str, str]:
    """Return the unit of what lies in a place named, and the country whose it is said to be; blank where none is.

    "Which towns in X work with Korea?" asks for them; "X's sister city" and "la ville de X" do not. Units of the
    partner's country are told by it ("French cities"), so one that is not goes before them.
    """
    folded = bare(text)
    found: list[tuple[str, str]] = []
    for unit in units.found_in(text):
        several = unit.several or _AMONG.match(folded, unit.end)
        apposed = not several and units.is_apposed(text, unit)
        twin = _TWIN_AFTER.match(folded, unit.end) or _TWIN_BEFORE.search(folded, 0, unit.start)
        if apposed or (unit.unit == _ANY_TWIN and twin):
            continue
        found.append((unit.unit, _country_beside(text, folded[unit.start : unit.end], language)))
    return min(found, key=lambda each: each[1] != "", default=("", ""))


def _country_beside(text: str, word: str, language: Language) -> str:
    """Return the country beside whose name or adjective a word stands; blank for none."""
    for span, code in countries.named(text):
        if code in countries.HOMES and any(word in bare(beside) for beside in _beside(text, span, language)):
            return countries.HOMES[code]
    return ""


def _home(text: str, language: Language) -> str:
    """Return the country whose units are asked for: "French regions", "villes de France", "한국의 군".

    The other country named stands beside no unit ("… that work with Korea"), and where it is the only one named, the
    units are the first's. "French and Korean cities" are those of both. Korean names the partner first.
    """
    spans = [(span, countries.HOMES[code]) for span, code in countries.named(text) if code in countries.HOMES]
    compound = any(re.match(r"[-–/·]\w", text[end:]) for (_, end), _ in spans)  # French-Korean
    if compound or any(_JOINT.fullmatch(text, one[1], two[0]) for (one, _), (two, _) in pairwise(spans)):
        return ""
    beside = [home for span, home in spans if any(units.named_unit(w, language) for w in _beside(text, span, language))]
    if beside:
        return beside[-1] if language == "ko" else beside[0]
    others = set(countries.HOMES.values()) - {home for _, home in spans}
    return others.pop() if len(others) == 1 else ""


def _beside(text: str, span: tuple[int, int], language: Language) -> Iterator[str]:
    """Give the words that a country's name or adjective goes with: those after it, in French and English before it."""
    start, end = span
    after = text[end:]
    if language == "ko":
        if re.match(r"의?\s", after):  # a name with another particle is no attribute: 프랑스와 교류하는
            yield " ".join(after.removeprefix("의").split()[:1])
        return
    if language == "en":
        yield " ".join(after.split()[:2])
    before = [word for word in re.findall(r"\w+", text[:start]) if bare(word) not in _LINKING]
    yield " ".join(before[-2:])


def home(asked: Asked) -> Country | None:
    """Return the country that a question is narrowed to."""
    return cast(Country, asked.country) if asked.country in countries.HOMES.values() else None
