"""What may be stuck to a Korean name: words of the administration and particles (수원시장은, 파리에서)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from knowledge.places import CITIES, GROUPINGS, KOREAN_PROVINCES, METROPOLES
from knowledge.wordings import alternatives, wordings

CITY_KINDS = (*CITIES, "kr-admin-city")

# The words of an administration that follow a name without a space, by the kind of place that they tell.
_CITY = "특례시의회|특례시장|특례시|시의회|시장실|시장|시청|시민|시내|시립|시"
_COUNTY = "군의회|군수|군청|군민|군립|군"
_DISTRICT = "구의회|구청장|구청|구민|구립|구"
_PROVINCE = "도의회|도지사|도청|도민|도립|도"
_GROUPING = "도시권공동체|도시공동체|코뮌공동체|광역공동체"  # before the words that they begin with
_FRENCH = "데파르트망|레지옹|메트로폴|코뮌|주정부|주의회|주청|주"
_PLACE = "지방|지역|시내|근처|주변|현지|역|항|권"
_TOWN = "행정복지센터|주민센터|읍사무소|면사무소|동사무소"
COMITATIVE = "하고|허고|이?랑|와|과"
"""Particles that join a name to the next, as a pattern: 수원이랑 투르."""
# What is asked of a place, written without the space before it (강릉시인구, 경북도청주소랑대표번호).
_WORDS = wordings("index.names", "particles.tsv")
_THING = alternatives(_WORDS["thing"])
_ASKED = f"(?:{_THING})(?:(?:{COMITATIVE}|및)?(?:{_THING}))*"
GLUED = re.compile(_ASKED)
"""Things asked that are stuck to a word, each of which `THING` finds in it."""
THING = re.compile(_THING)
_OFFICE = f"{_GROUPING}|{_CITY}|{_COUNTY}|{_DISTRICT}|{_PROVINCE}|{_FRENCH}|{_PLACE}|{_TOWN}"
_ADMINISTRATION = re.compile(f"(?:{_OFFICE})(?:{_ASKED})?|(?:{_ASKED})")
_ENDING = re.compile(alternatives((*_WORDS["ending"], *_WORDS["request"])))
_PLACE_ENDING = re.compile("(?:에서|까지|쪽|발$|행$|에서의|어디|어딨|어딘)")


@dataclass(frozen=True, slots=True)
class Attached:
    """What is stuck to a name: `administration` is such a word (시장…) or blank, `placing` tells a place (에서)."""

    administration: str = ""
    placing: bool = False


# After a name that already ends in 시, 군, 구 or 도 the rest of such a word: 중구 + 청장.
_AFTER_SUFFIX = re.compile(f"(?:청장|청|의회|지사|민|립|장|수)(?:{_ASKED})?")


def attached_to(name: str, rest: str) -> Attached | None:
    """Return what the rest of a Korean word is if it can stand after this name, otherwise None."""
    found = attached(rest)
    if found is None and len(name) > 1 and name[-1] in "시군구도":
        match = _AFTER_SUFFIX.match(rest)
        if match and attached(rest[match.end() :]) is not None:
            return Attached(name[-1] + match.group())
    return found


@lru_cache(maxsize=4096)
def attached(rest: str) -> Attached | None:
    """Return what the rest of a Korean word is if it can stand after a name, otherwise None."""
    if not rest:
        return Attached()
    if _ENDING.fullmatch(rest):
        return Attached(placing=_PLACE_ENDING.match(rest) is not None)
    match = _ADMINISTRATION.match(rest)
    while match:
        ending = rest[match.end() :]
        if not ending or _ENDING.fullmatch(ending):
            return Attached(match.group())
        # The longest word of the administration may have taken what belongs to the ending: 시/의.
        match = _ADMINISTRATION.match(rest, 0, match.end() - 1)
    return None


_KINDS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("(?:코뮌|도시권?|광역)공동체|아글로메라시옹"), GROUPINGS),
    (re.compile("시내|시민"), ()),
    (re.compile("특례시|시"), CITY_KINDS),
    (re.compile("군"), ("kr-gun",)),
    (re.compile("구"), ("kr-gu", "kr-admin-gu", "district-municipal")),
    (re.compile("도"), KOREAN_PROVINCES),
    (re.compile("데파르트망"), ("departement",)),
    (re.compile("레지옹|주"), ("region", "departement")),
    (re.compile("메트로폴"), METROPOLES),
    (re.compile("코뮌"), ("commune",)),
)


_FRENCH_KINDS = re.compile("데파르트망|레지옹|메트로폴|(?:코뮌|도시권?|광역)공동체|아글로메라시옹")


def french_kinds_of(word: str) -> tuple[str, ...]:
    """Return the kinds of French place that the word after a name tells of; a commune is more often what is counted."""
    return kinds_of(word) if _FRENCH_KINDS.match(word) else ()


def kinds_of(administration: str) -> tuple[str, ...]:
    """Return the kinds of place that a word of the administration tells of; none for one that tells of any."""
    for pattern, kinds in _KINDS:
        if administration and pattern.match(administration):
            return kinds
    return ()
