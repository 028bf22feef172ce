"""Districts told by number: in a row ("Paris 15e et 16e"), or beside a city in whatever spelling (빠리 15구)."""

from __future__ import annotations

import re

from index.names.ordinals import numeral_value, ordinal_in_digits
from index.names.particles import COMITATIVE
from knowledge.text import bare

_ORDINAL = r"(?:eme|ere|er|e|th|st|nd|rd|구|동)"
_AND = (
    rf"\s*(?:,|/|&|·|(?<!\w)(?:et|and)(?!\w)|(?<=[구동])(?:{COMITATIVE})|(?<!\w)및(?!\w))\s*"
    r"(?:(?:le|the|du)\s+)?"
)
_NUMBER = rf"(?P<number>\d{{1,2}}){_ORDINAL}(?![a-z0-9])"
_LAST = re.compile(rf"(?P<number>\d{{1,2}}){_ORDINAL}$")
_FURTHER = re.compile(_AND + _NUMBER)
_PLURAL = re.compile(
    rf"(?<!\w)(?P<numbers>\d{{1,2}}{_ORDINAL}(?:{_AND}\d{{1,2}}{_ORDINAL})+)\s+(?P<unit>[a-z]+)s(?P<of>\s+(?:de|of|d')\s*)$"
)
_OTHERS = re.compile(rf"(?<!\w)(?P<numbers>\d{{1,2}}{_ORDINAL}(?:{_AND}\d{{1,2}}{_ORDINAL})*){_AND}$")
_FIRST = re.compile(rf"\d{{1,2}}{_ORDINAL}(?=\s)")
_SHORTENED = re.compile(
    r"(?<!\w)(?:du|le|au|the)\s+(?P<number>(?:\d{1,2}|[ivx]{1,6}(?=e))(?:eme|e|th|nd|rd))(?:\s+|\s?[,(]\s?)(?:a|de|in|of)\s+$"
)
"""A district by its number alone: "la mairie du 15e à Paris". The first is left out: le 1er is a day of the month."""
_ARR = r"(?:arr(?:ondissement|dt|t)?\b\.?|district\b)"
_ORDINAL_OF_ONE = r"(?:eme|ere|er|e|th|st|nd|rd)(?![a-z0-9])"
_DISTRICT_AFTER = re.compile(
    rf"(?:(?P<apart>,(?:\s(?:dans |in )?(?:le|the))?)|['’]s?)?\s?(?:제\s?)?(?P<number>\d{{1,2}})\s?"
    rf"(?:{_ORDINAL_OF_ONE}(?:\s{_ARR}|(?(apart)(?!)|(?!\s(?:secteur|sector|siecle|century)(?!\w))))"
    rf"|구(?=청|[^가-힣]|$|[은는이가을를의에로와과랑도]))"
)
"""A comma parts the number from the city only where the arrondissement is named: "Marseille, 7ème secteur"."""
_DISTRICT_BEFORE = re.compile(rf"(?<!\w)(?P<number>\d{{1,2}}){_ORDINAL_OF_ONE}\s(?:{_ARR}\s?)?(?:de|d'|of|in|a)\s?$")
NUMERALS = re.compile(r"\s(?P<numerals>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))(?!\w)")
"""Roman numerals that stand alone, as those of a district may."""
_UNIVERSITY = re.compile(r"universit|(?<!\w)(?:univ|fac)(?!\w)|대학")
"""What is told by the same numerals: Paris IV, Lyon III."""
_EACH = re.compile(rf"\d{{1,2}}{_ORDINAL}")


def after(folded: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the start and end of each shortened name in a row after a name, and the full name it stands for.

    `folded` is a text without accents and capitals, `start` and `end` where the name stands: 파리 15구하고 16구.
    """
    name, found = folded[start:end], []
    last = _LAST.search(name)
    while last is not None and (further := _FURTHER.match(folded, end)):
        begins = further.start("number")
        end = further.end()
        found.append((begins, end, f"{name[: last.start()]}{folded[begins:end]}"))
    return found


def before(folded: str, start: int, end: int) -> list[tuple[int, int, str]]:
    """Return the same of the numbers before a name, the last with the name itself: "the 13th and 14th … of Paris".

    A number may also stand alone for a district of it: "the 13th in Paris". So may those before a whole name: "du 3e
    et du 7e arrondissement de Lyon".
    """
    if (own := _FIRST.match(folded, start)) and (row := _OTHERS.search(folded, 0, start)):
        whole = folded[own.end() : end]
        each = _EACH.finditer(folded, row.start("numbers"), row.end("numbers"))
        found = [(match.start(), match.end(), f"{match.group()}{whole}") for match in each]
        return [*found, (start, end, folded[start:end])]
    if short := _SHORTENED.search(folded, 0, start):
        number = ordinal_in_digits(short["number"])
        whole = "arrondissement de" if number.endswith("e") else "arrondissement of"
        return [(short.start("number"), end, f"{number} {whole} {folded[start:end]}")]
    series = _PLURAL.search(folded, 0, start)
    if series is None:
        return []
    numbers = [
        (match.start(), match.end(), f"{match.group()} {series['unit']}{series['of']}{folded[start:end]}")
        for match in _EACH.finditer(folded, series.start("numbers"), series.end("numbers"))
    ]
    *others, (begins, _, full) = numbers
    return [*others, (begins, end, full)]


def district(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """Return where a city is told with the number of a district, from `start` to `end` but for it, and the number."""
    folded = bare(text)
    if after := _DISTRICT_AFTER.match(folded, end):
        return start, after.end(), int(after["number"])
    if before := _DISTRICT_BEFORE.search(folded, 0, start):
        return before.start(), end, int(before["number"])
    numerals = NUMERALS.match(text, end)
    if numerals and not _UNIVERSITY.search(folded):
        return start, numerals.end(), numeral_value(numerals["numerals"])
    return None
