"""Under which forms each place is named: its names and spellings, and those that usage makes of them by rule.

Le Mans is also "du Mans" and "au Mans"; La Réunion, "Réunion"; 수원시, "수원"; Suwon-si, "Suwon".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from knowledge.place_tables import COLUMNS, LIST_SEPARATOR, POPULATION, Row
from knowledge.places import COMMUNITIES, EPCI, KOREAN_FIRST_LEVEL, KOREAN_TOWNS
from knowledge.text import HANGUL

_FR, _KO, _EN = (COLUMNS.index(name) for name in ("fr", "ko", "en"))
_RULE, _SPELLINGS = COLUMNS.index("ko_rule"), COLUMNS.index("spellings")

_KOREAN_ENDINGS = {
    "kr-si": ("시", "-si"),
    "kr-gun": ("군", "-gun"),
    "kr-gu": ("구", "-gu"),
    "kr-admin-gu": ("구", "-gu"),
    "kr-admin-city": ("시", "-si"),
}
_FULL_ENDING = re.compile(r"[시군구읍면동가로도]$|-(si|gun|gu|do|eup|myeon|dong|ga|ro)$")
_ARTICLE = re.compile(r"^(Le |La |Les |L['’])(?=\S)", re.IGNORECASE)
_CONTRACTED = {"Le ": ("du ", "au "), "Les ": ("des ", "aux ")}
_GREAT = re.compile(r"(?:Le |La )?Grande?[ -](?P<name>[A-ZÀ-Ý].+)$")  # which English calls Greater Nancy
_ASIDE = re.compile(r"(?P<name>[^(]+) \([^)]+\)$")  # Château-Chinon (Ville), which nobody says so
_TAIL = re.compile(r"-(?!.*\d).*$")
_SAINT = re.compile(r"Sainte?-")
_LINK = r"(?:sur|sous|en|de|du|des|la|le|les|lès|lez|aux?|à)-|[dl]['’]"
_HEAD = re.compile(rf"(?P<name>(?:Sainte?-)?.{{3,}}?)-(?:{_LINK})")  # Camaret-sur-Mer
_OF_TWO = re.compile(r"(?P<name>(?:Le |La |L['’]).{3,}?)-")  # La Baule-Escoublac
_GROUPED = re.compile(
    r"(?:Métropole (?:de |d['’])?(?P<after>.+[- ].+)|(?:Communauté (?:urbaine|d['’]agglomération|de communes) )?"
    r"(?P<before>(?!Communauté )[A-ZÀ-Ý].*[- ].*\w)[- ]+(?:Métropole|Metropolis|Communauté|Agglomération|Agglo))$"
)  # Métropole Rouen Normandie, Clermont Auvergne Métropole, Lannion-Trégor Communauté
_ISLE = re.compile(r"(?:L['’])?Île[- ](?:de[- ]|d['’])?(?P<name>[^- ]{4,})$")  # Île-d'Houat, Île d'Oléron
# Names of groupings and towns are too many and too seldom meant by a part of them.
_WHOLE_ONLY = {*COMMUNITIES, "ept", *KOREAN_TOWNS, "commune-former", "landmark"}
_SHORT_FROM = 20_000  # inhabitants from which a commune is called without its article or tail
_HEAD_FROM = 200  # inhabitants from which one is called by its head where no other place is
_TOWN_ENDINGS = {"kr-eup": ("읍", "-eup"), "kr-myeon": ("면", "-myeon")}
_SHORTEST_TOWN = 5  # letters of a town of Korea that is called without what says its kind; two syllables
_SEVERAL_WORDS = re.compile(r".+[-\s].+[-\s]")  # without its article, it still is like no other: Mont-Saint-Michel


class Form(IntEnum):
    """How a form came about; a lower one is the surer."""

    FULL = 0  # with what says its kind: 수원시, Suwon-si
    NAME = 1  # as it is called
    SHORT = 2  # without article or tail
    RULE = 3  # Hangul made by rule


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to write the name of a place."""

    name: str
    form: Form


def forms_of(row: Row) -> Iterator[NameForm]:
    """Yield the forms under which a place of the tables is named; some may come twice."""
    cells = row.cells()
    population = int(cells[POPULATION] or 0)
    names = {cells[_FR], cells[_EN], *filter(None, cells[_SPELLINGS].split(LIST_SEPARATOR))}
    korean = cells[_KO]
    yield NameForm(korean, _korean_form(row, korean, by_rule=cells[_RULE] == "rule"))
    ending = _KOREAN_ENDINGS.get(row.kind) if row.id.startswith("kr-") else None
    for name in sorted(names):
        yield NameForm(name, _form(row, name))
        if ending and name.endswith(ending[1]) and len(korean) > 2:
            yield NameForm(name.removesuffix(ending[1]), Form.NAME)
        if row.kind in (*KOREAN_FIRST_LEVEL, "former") and name.endswith("-do"):
            yield NameForm(name.removesuffix("-do"), Form.NAME)
        if great := _GREAT.match(name):
            yield NameForm(f"Greater {great['name']}", Form.NAME)
        if row.kind not in _WHOLE_ONLY and not HANGUL.search(name):
            yield from _french_forms(name, population, row.kind)
    if ending and korean.endswith(ending[0]) and len(korean) > 2:
        yield NameForm(korean.removesuffix(ending[0]), Form.NAME)


def town_forms(row: Row) -> Iterator[NameForm]:
    """Yield a town of Korea without what says its kind, in Hangul and in Latin letters: 벌교, Beolgyo.

    There are so many that these may count for no more than where no other government is called so.
    """
    if row.kind not in _TOWN_ENDINGS:
        return
    hangul, latin = _TOWN_ENDINGS[row.kind]
    cells = row.cells()
    for name, ending, shortest in ((cells[_KO], hangul, 2), (cells[_FR], latin, _SHORTEST_TOWN)):
        bare = name.removesuffix(ending)
        if len(bare) >= shortest and bare != name:
            yield NameForm(bare, Form.SHORT)


def head_forms(row: Row) -> Iterator[NameForm]:
    """Yield what a French place is called without what tells it from others: Camaret, La Baule, Houat, Rouen Normandie.

    These may count for no more than where no place, or only far smaller communes, are called so in full.
    """
    cells = row.cells()
    if row.kind in EPCI:
        for grouped in filter(None, map(_GROUPED.match, (cells[_FR], cells[_EN]))):
            yield NameForm(grouped["after"] or grouped["before"], Form.SHORT)
    large = row.kind == "commune" and int(cells[POPULATION] or 0) >= _HEAD_FROM
    if not large and row.kind != "landmark":
        return
    heads = (pattern.match(cells[_FR]) for pattern in ((_ISLE, _HEAD, _OF_TWO) if large else (_ISLE,)))
    if head := next(filter(None, heads), None):
        yield NameForm(head["name"], Form.SHORT)


def _korean_form(row: Row, name: str, *, by_rule: bool) -> Form:
    return Form.RULE if by_rule else _form(row, name)


def _form(row: Row, name: str) -> Form:
    if row.id.startswith("kr-") and row.kind != "landmark" and _FULL_ENDING.search(name):
        return Form.FULL
    return Form.NAME


def _french_forms(name: str, population: int, kind: str) -> Iterator[NameForm]:
    article = _ARTICLE.match(name)
    bare = name[article.end() :] if article else name
    if article and article.group().capitalize() in _CONTRACTED:
        for contraction in _CONTRACTED[article.group().capitalize()]:
            yield NameForm(contraction + bare, Form.NAME)
    if kind == "commune" and (aside := _ASIDE.match(name)):
        yield NameForm(aside["name"], Form.NAME)
    if article and kind == "commune" and _SEVERAL_WORDS.match(bare):
        yield NameForm(bare, Form.NAME)
    if (kind == "commune" and population < _SHORT_FROM) or kind in KOREAN_FIRST_LEVEL:
        return
    if article:
        yield NameForm(bare, Form.SHORT)
    if kind == "commune" and population >= 2 * _SHORT_FROM:
        short = _TAIL.sub("", bare)
        if short != bare and len(short) > 2 and not _SAINT.match(bare):
            yield NameForm(short, Form.SHORT)
