"""Numbers that tell a French place: of its département ("le 47", 93번 데파르트망), its postcode or its beginning."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from index.names.particles import attached
from index.names.text import NameText
from knowledge.months import MONTHS
from knowledge.text import bare
from knowledge.wordings import alternatives

_NUMBER = r"(?P<number>\d\d\d?|2[ab])"
_DEPARTEMENT = r"(?:departements?|departments?|dep(?:t|\.)?|prefecture|prefet|prefect)"
_ANY = r"0[1-9]|1\d|2[1-9ab]|[3-8]\d|9[0-5]|97[1-46]"
_MONTHS = alternatives(MONTHS["fr"])
_BEFORE = re.compile(
    rf"(?<![\w.,-])(?:(?:le|du|au|the|in|number|numero|n°|no)|{_DEPARTEMENT}(?:\s+(?:n°|no|numero|number))?"
    rf"|{_DEPARTEMENT}\s+(?:is|est)(?=\s+\w+\s*(?:$|[?!.,;:)]|and |et )))\s+{_NUMBER}"
    rf"(?![\w-]|[.,]\d|\s*(?:{_MONTHS}|departement|department|hours?|heures?|minutes?|km|%|€))"
)
_COUNCIL = re.compile(rf"(?<![\w.,-])cd\s?{_NUMBER}(?![\w-]|[.,]\d)")
# What "dans le 13" is said of may be a day or a district of Paris: one above twenty is said of a département.
_INSIDE = re.compile(r"\b(?:dans|in) (?:le|the) (?P<number>2[1-9ab]|[3-9]\d|97\d)(?![\w-]|[.,]\d|\s*(?:%|€))")
_OF_PLACES = re.compile(r"\b(?:communes?|mairies?|villes?|habitants|population|epci|interco\w*|prefectures?|towns?)\b")
# Asked what it stands for: "93 = ? and its seat", "64 : quel département ?".
_EQUALLED = re.compile(rf"^\W*{_NUMBER}\s*(?:=|:|->|→)\s*(?:\?|(?:c'est )?quel|which|what)")
_DEPARTEMENT_BEFORE = re.compile(
    rf"(?<!\w){_DEPARTEMENT}(?:\s+(?:du|of|n°|no|numero|number))?\s+{_NUMBER}(?![\w-]|[.,]\d|\s*(?:{_MONTHS}|%|€|km))"
)
_OR = r"\s+(?:ou|or)\s+(?:bien\s+)?"
_IN = r"(?:(?:c'est\s+)?(?:dans\s+|in\s+)?(?:le|the)\s+|(?:dans|in)\s+)"
_AFTER_OR = re.compile(rf"{_OR}(?:{_IN})?{_NUMBER}(?=\s*(?:[?!.,;:)]|$))")
_BEFORE_OR = re.compile(rf"(?<!\w){_IN}{_NUMBER}{_OR}(?:{_IN}|les?\s+|l'|la\s+)?$")
_EITHER = re.compile(
    rf"(?:(?<!\w){_IN}|(?<=[,:] )){_NUMBER}{_OR}(?:{_IN})?(?P<other>\d\d\d?|2[ab])(?=\s*(?:[?!.,;:)]|$))"
)
_LIES = re.compile(rf"(?<!\w)(?:est|is|trouve|lies|it's)\s+(?:bien\s+)?{_IN}{_NUMBER}(?=\s*(?:[?!.,;:)]|$))")
# Of two of one name: "celle du 93", "the other one, in the 14"; what is dated (celui du 14) is no place.
_THE_ONE = re.compile(
    r"\b(?:cel(?:le|ui)(?:[ -]la)?|l'autre|the (?:other )?one|the other),?\s+(?:qui est\s+|that is\s+|that's\s+)?"
    rf"(?:(?:dans le|in the|in)\s+(?P<inside>{_ANY})"
    r"|(?:du|de|en|from|of)\s+(?P<number>2[ab]|3[2-9]|[4-8]\d|9[0-5]|97[1-46]))(?=\s*(?:[?!.,;:)]|$))"
)
_DAYS = 31
_BEFORE_KOREAN = re.compile(rf"(?<!\d){_NUMBER}(?:\s?번?\s?데파르트망|\s?번\s도(?!로|시)(?P<stuck>[가-힣]*))")
"""도 is what départements are called in short: 33번 도가, but not 33번 도로 nor 33번 도서관."""
_LEADING_INTO = ("dans", "in", "departement", "department", "dept", "dep")
_TO_A_NUMBER = (*_LEADING_INTO, "du", "le", "the")
_IN_BRACKETS = re.compile(r"(?:\d\d\d?|2[ab])\)", re.IGNORECASE)
_POSTCODE = r"(?<!\w)(?:codes? postal\w*|postal codes?|post ?codes?|zip(?: ?codes?)?|cp)"
_BEGINNING = (
    re.compile(
        rf"{_POSTCODE}(?:\s+\w+){{0,3}}?\s+(?:commenc|debut|start|begin)\w*(?:\s+\w+){{0,2}}?\s+(?P<number>97\d|\d\d)(?!\d)"
    ),
    re.compile(rf"{_POSTCODE}\s+(?:en|in)\s+(?P<number>97\d|\d\d)(?!\d|\s+[a-z])"),
    re.compile(r"우편번호\D{0,12}?(?<!\d)(?P<number>97\d|\d\d)(?:으?로|이|인)"),
)
_SAID_POSTCODE = re.compile(rf"{_POSTCODE}|(?<!\w)cedex(?!\w)|우편번호")
_SMALL_NUMBER = re.compile(r"(?<!\d)(?:\d\d\d?|2[ab])(?![\d\w])")
_WORD = re.compile(r"\w+")
_OF_CORSICA = ("fr-dep-2A", "fr-dep-2B")
_SPOKEN_OF = re.compile(rf"(?<!\w){_DEPARTEMENT}(?!\w)|departemental|chef-? ?lieu")
_SEAT = re.compile(r"(?<!\w)(?:seat|capitale?)(?!\w)")


def departement_numbers(text: str) -> list[tuple[int, int, str]]:
    """Return start, end and id of each département that a text names by its number, where it speaks of départements."""
    folded = bare(text)
    spans = [(match.span(), match["number"]) for match in _COUNCIL.finditer(folded)]
    for match in _THE_ONE.finditer(folded):
        group = "inside" if match["inside"] else "number"
        spans.append((match.span(group), match[group]))
    found = list[re.Match[str]]()
    if _SPOKEN_OF.search(folded):
        found += _BEFORE.finditer(folded)
    elif _OF_PLACES.search(folded):
        found += _INSIDE.finditer(folded)
    if _SPOKEN_OF.search(folded) or _SEAT.search(folded):
        found += _EQUALLED.finditer(folded)
    spans += [(match.span("number"), match["number"]) for match in found]
    spans += [(span, match["number"]) for span, match in _numbered_in_korean(folded)]
    return sorted((*span, _id(number)) for span, number in spans)


def _numbered_in_korean(folded: str) -> list[tuple[tuple[int, int], re.Match[str]]]:
    """Return the numbers of départements in a Korean text and where each stands, with 도 but without particles."""
    found = [match for match in _BEFORE_KOREAN.finditer(folded) if attached(match["stuck"] or "") is not None]
    return [((m.start(), m.start("stuck")) if m["stuck"] is not None else m.span("number"), m) for m in found]


def numbers_beside(
    text: str, names: Sequence[tuple[int, int, bool]], holds: Callable[[str], bool] = lambda _: False
) -> list[tuple[int, int, str]]:
    """Return start, end and id of each département told by its number beside other names, none overlapping another.

    `names` are start and end of each name, in order, and whether it is a département's; `holds` tells whether a
    département (id) holds one of them. Told so is an alternative to one ("les Yvelines ou le 92", "in 92 or 78"), and a
    number that nothing else than départements has; one right after a name only tells which is meant.
    """
    folded = bare(text)
    spans: list[tuple[int, int]] = []
    for start, end, departement in names if _SMALL_NUMBER.search(folded) else ():
        if departement and (after := _AFTER_OR.match(folded, end)):
            spans.append(after.span("number"))
        if departement and (before := _BEFORE_OR.search(folded, 0, start)):
            spans.append(before.span("number"))
    spans += _either(folded, holds)
    spans += [match.span("number") for match in _LIES.finditer(folded) if names and holds(_id(match["number"]))]
    alone = [*_DEPARTEMENT_BEFORE.finditer(folded), *(match for _, match in _numbered_in_korean(folded))]
    alone += _INSIDE.finditer(folded) if _OF_PLACES.search(folded) else ()
    spans += [match.span("number") for match in alone if not _follows_name(folded, match.start("number"), names)]
    free = (span for span in dict.fromkeys(spans) if not any(s < span[1] and span[0] < e for s, e, _ in names))
    return sorted((start, end, _id(folded[start:end])) for start, end in free)


def departements_lain_in(text: str) -> tuple[str, ...]:
    """Return the ids of the départements that a text says, by their numbers, something lies in or may lie in."""
    folded = bare(text)
    numbers = [match["number"] for match in _LIES.finditer(folded)]
    numbers += [folded[slice(*span)] for span in _either(folded, lambda _: True)]
    return tuple(map(_id, numbers))


def _id(number: str) -> str:
    return f"fr-dep-{number.upper()}"


def _either(folded: str, holds: Callable[[str], bool] = lambda _: False) -> list[tuple[int, int]]:
    """Return where the numbers of each two alternatives stand, which are no days nor numbers to call (15 or 112).

    Of small numbers one is that of the département which `holds` a place that is named.
    """
    found = [(either.span("number"), either.span("other")) for either in _EITHER.finditer(folded)]
    numbers = ((pair, [folded[slice(*span)] for span in pair]) for pair in found)
    return [
        span
        for pair, both in numbers
        if all(re.fullmatch(_ANY, number) for number in both)
        and any(not number.isdigit() or int(number) > _DAYS or holds(_id(number)) for number in both)
        for span in pair
    ]


def _follows_name(folded: str, at: int, names: Sequence[tuple[int, int, bool]]) -> bool:
    """Tell whether nothing but words that lead to a number stand between a name and it: "Saint-Denis, dept 93"."""
    before = max((end for _, end, _ in names if end <= at), default=None)
    return before is not None and set(_WORD.findall(folded[before:at])) <= {*_TO_A_NUMBER}


def postcodes(read: NameText) -> frozenset[str]:
    """Return the numbers in a text that may be French postcodes."""
    return frozenset(token.written for token in read.tokens if re.fullmatch(r"\d{5}", token.written))


def departements_of_postcodes(read: NameText) -> tuple[str, ...]:
    """Return the ids of the départements that the postcodes in a text tell, or how one is said to begin."""
    folded = bare(read.text)
    begun = [match["number"] for pattern in _BEGINNING for match in pattern.finditer(folded)]
    whole = sorted(postcodes(read)) if _SAID_POSTCODE.search(folded) else ()  # else it may be a sum, or how many people
    ids = (departements_of(number) for number in (*whole, *begun))
    return tuple(dict.fromkeys(id_ for group in ids for id_ in group))


def departements_of(postcode: str) -> tuple[str, ...]:
    """Return the ids of the départements whose postcodes begin as one does, of which two or three digits will do."""
    number = postcode[:3] if postcode.startswith("97") else postcode[:2]
    return _OF_CORSICA if number == "20" else (f"fr-dep-{number}",)


def in_brackets(read: NameText, at: int) -> bool:
    """Tell whether a number stands alone in brackets at a token, as that of the département does: Croix (59)."""
    if at >= len(read.tokens):
        return False
    token = read.tokens[at]
    return token.gap.strip() == "(" and _IN_BRACKETS.match(read.text, token.at) is not None


def is_number_of(read: NameText, at: int) -> bool:
    """Tell whether what stands at a token is written as a département's number: "dans le 14", 06."""
    if at >= len(read.tokens):
        return False
    token = read.tokens[at]
    return token.word in _LEADING_INTO or (token.written.startswith("0") and len(token.written) == 2)


def departement_after(read: NameText, after: int) -> tuple[str, ...]:
    """Return the id of the département whose number stands at a token: Saint-Denis (93), Saint-Denis dans le 93."""
    while after < len(read.tokens) and read.tokens[after].word in _TO_A_NUMBER:
        after += 1
    written = "".join(token.written for token in read.tokens[after : after + 2] if token.gap.strip() in ("", "(", ","))
    match = re.match(r"(\d\d\d?|2[abAB])(?!\d)", written)
    return (f"fr-dep-{match.group().upper()}",) if match else ()
