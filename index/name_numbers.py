"""French départements named by their number: "le 47, c'est quel département ?", CD 79, 93번 데파르트망."""

from __future__ import annotations

import re

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
