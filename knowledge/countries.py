"""Which countries a text names: by Babel's names in three languages, their main cities, and forms of nationality.

The lands and further large cities of other countries are found apart: many are named in passing ("flying home by way of
Frankfurt"), which says nothing of what is asked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from babel import Locale
from babel.core import get_global

from knowledge.forms import Forms
from knowledge.text import HANGUL, LANGUAGES, bare

Span = tuple[int, int]

HOMES: Mapping[str, Literal["fr", "kr"]] = MappingProxyType({"FR": "fr", "KR": "kr"})
"""The two countries whose administrations are known: as the knowledge calls them, by ISO 3166 code."""
CODES: Mapping[str, str] = MappingProxyType({home: code for code, home in HOMES.items()})
"""Their ISO 3166 codes, by what the knowledge calls them."""

_JOINS_BEFORE = re.compile(r"[\w-]")
_JOINS_AFTER = re.compile(r"\w")
_POSTED = re.compile(r"(?<![가-힣])주$")
"""주프랑스 한국대사관: the embassy posted to a country."""
_ORDINARY = frozenset(
    (
        "인도 수단 가나 이란 기니 통가 오만 말리 건지 저지 가자 방기 암만 다카 치타 퍼스 파머 트롤 나소 리마 리가 "
        "maurice dominique grenade jersey male salvador palmer casey troll easter center vincennes knox nome "
        "canton 칸톤 oral 오랄 wake midway resolute anchorage muscat marigot christmas 크리스마스 도슨 모슨 쇼와"
    ).split()
)
"""Names that are ordinary words (or first names) too: these alone say nothing of a country."""
_CAPITALS = re.compile(r"\b(US|UK|PRC|ROC)\b")
"""Abbreviations that are countries in capitals only."""
_CAPITALS_CODE = {"US": "US", "UK": "GB", "PRC": "CN", "ROC": "TW"}
_NOT_COUNTRIES = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"}
_UNITS = "시부현주성"
"""What is stuck to the Korean name of a city or land of another country: 오사카부, 바이에른주."""
_PARTICLE = re.compile(
    r"(대사관|총?영사관|문화원|정부|대표단|사람|도시|회사|기업)?(인|식|어|계|형|판)?(들)?"
    r"(은|는|이|가|을|를|의|에|에서|에는|에서는|에도|으로|로|과|와|도|만|까지|부터|처럼|보다|하고|이랑|랑|"
    r"이나|나|에게|에서도|이라는|라는|이란|란|인가요|이에요|예요|입니까|입니다|쪽|측|내|산)?(요)?(?![가-힣])"
)


def _table(name: str) -> dict[str, str]:
    """Return the codes of the folded forms of a table: a code, then forms in French, Korean and English."""
    rows = (line.split("\t") for line in files("knowledge").joinpath(name).read_text("utf-8").splitlines())
    return {
        bare(form.strip()): code for code, *columns in rows for form in "|".join(columns).split("|") if form.strip()
    }


@cache
def _forms() -> dict[str, str]:
    """Return the ISO 3166 code of each folded form."""
    forms = _table("nationalities.tsv")
    zones = {zone: code for code, zones in get_global("territory_zones").items() for zone in zones}
    for language in LANGUAGES:
        locale = Locale.parse(language)
        for code, name in locale.territories.items():
            if len(code) == 2 and code not in _NOT_COUNTRIES:
                for form in (name, re.sub(r"\s*\(.*\)", "", name)):
                    forms.setdefault(bare(form), code)
        for zone, code in zones.items():
            city = locale.time_zones.get(zone, {}).get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
            if "/" in zone and not zone.startswith("Etc/"):
                forms.setdefault(bare(city), code)
    return {form: code for form, code in forms.items() if form not in _ORDINARY and len(form) > 1}


@cache
def _known() -> Forms[str]:
    return Forms(_forms())


@cache
def _abroad() -> Forms[str]:
    forms = _table("cities_abroad.tsv") | _table("abroad.tsv")
    units = {f"{form}{unit}": code for form, code in forms.items() if HANGUL.match(form) for unit in _UNITS}
    return Forms(units | forms)


def abroad(text: str) -> list[tuple[Span, str]]:
    """Return the spans of the text that name a land or large city of another country, and its code, in order.

    Capitals and whatever else `named` finds are not among them.
    """
    return [((start, end), code) for start, end, code in _abroad().find(bare(text), _whole)]


def named(text: str) -> list[tuple[Span, str]]:
    """Return the spans of the text that name a country and its ISO 3166 code, in order; the longest form counts."""
    found = [((start, end), code) for start, end, code in _known().find(bare(text), _whole)]
    found += [(match.span(), _CAPITALS_CODE[match.group()]) for match in _CAPITALS.finditer(text)]
    return sorted(set(found))


def home(codes: Iterable[str]) -> str | None:
    """Return the code of the one of the two countries that is among ISO 3166 codes; None where neither or both are."""
    found = {*codes} & {*HOMES}
    return found.pop() if len(found) == 1 else None


@cache
def fingerprint() -> str:
    """Return what changes when the names of countries do: what was found by others is found anew."""
    return hashlib.sha256("\n".join(f"{form}\t{code}" for form, code in sorted(_forms().items())).encode()).hexdigest()


def _whole(text: str, start: int, end: int) -> bool:
    """Tell whether a form stands there as a word of its own; a Korean one may carry particles."""
    before = text[start - 1 : start]
    if text[start:end].isascii():
        return not _JOINS_BEFORE.match(before) and not _JOINS_AFTER.match(text, end)
    alone = not HANGUL.match(before) or _POSTED.search(text, 0, start) is not None
    return alone and _PARTICLE.match(text, end) is not None
