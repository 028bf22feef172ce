"""Numbers that tell a French place: of its département ("le 47", CD 79, 93번 데파르트망), its postcode."""

from __future__ import annotations

import re

from index.name_text import NameText
from knowledge.text import bare

_NUMBER = r"(?P<number>\d\d\d?|2[ab])"
_DEPARTEMENT = r"(?:departements?|departments?|dep(?:t|\.)?|prefecture|prefet|prefect)"
_MONTHS = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_BEFORE = re.compile(
    rf"(?<![\w.,-])(?:(?:le|du|au|the|in)|{_DEPARTEMENT}(?:\s+(?:n°|no|numero|number))?)\s+{_NUMBER}"
    rf"(?![\w-]|[.,]\d|\s*(?:{_MONTHS}|departement|department|%|€))"
)
_COUNCIL = re.compile(rf"(?<![\w.,-])cd\s?{_NUMBER}(?![\w-]|[.,]\d)")
# What "dans le 13" is said of may be a day or a district of Paris: one above twenty is said of a département.
_INSIDE = re.compile(r"\b(?:dans|in) (?:le|the) (?P<number>2[1-9ab]|[3-9]\d|97\d)(?![\w-]|[.,]\d|\s*(?:%|€))")
_OF_PLACES = re.compile(r"\b(?:communes?|mairies?|villes?|habitants|population|epci|interco\w*|prefectures?|towns?)\b")
_BEFORE_KOREAN = re.compile(rf"(?<!\d){_NUMBER}\s?번?\s?데파르트망")
_TO_A_NUMBER = ("dans", "in", "du", "le", "the", "departement", "department", "dept", "dep")
_SPOKEN_OF = re.compile(rf"(?<!\w){_DEPARTEMENT}(?!\w)|departemental|chef-? ?lieu")


def departement_numbers(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and id of each département that a text names by its number, where it speaks of départements."""
    folded = bare(text)
    spans = [(match.span(), match) for match in _COUNCIL.finditer(folded)]
    found = [*_BEFORE_KOREAN.finditer(folded)]
    if _SPOKEN_OF.search(folded):
        found += _BEFORE.finditer(folded)
    elif _OF_PLACES.search(folded):
        found += _INSIDE.finditer(folded)
    spans += [(match.span("number"), match) for match in found]
    return sorted((*span, f"fr-dep-{match['number'].upper()}") for span, match in spans)


def postcodes(read: NameText) -> frozenset[str]:
    """Return the numbers in a text that may be French postcodes."""
    return frozenset(token.written for token in read.tokens if re.fullmatch(r"\d{5}", token.written))


def departement_after(read: NameText, after: int) -> tuple[str, ...]:
    """Return the id of the département whose number stands at a token: Saint-Denis (93), Saint-Denis dans le 93."""
    while after < len(read.tokens) and read.tokens[after].word in _TO_A_NUMBER:
        after += 1
    written = "".join(token.written for token in read.tokens[after : after + 2] if token.gap.strip() in ("", "(", ","))
    match = re.match(r"(\d\d\d?|2[abAB])(?!\d)", written)
    return (f"fr-dep-{match.group().upper()}",) if match else ()
