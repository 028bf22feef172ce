"""The ways to reach someone that a text speaks of in words: a phone, a fax."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.words.units import offices_mentioned
from bot.words.wording_on import says_something
from index.names.aside import is_set_aside
from index.ranking.variants import MASK
from knowledge import countries
from knowledge.contacts import Contact
from knowledge.text import LANGUAGES, bare, blanked, blanked_word
from knowledge.wordings import alternatives, whole_words, wordings

CALLING = ("phone", "site", "email")
REACHING = frozenset({*CALLING, "address"})
ANY = "any"
"""What is spoken of where any way to reach someone will do."""
PERSONAL = "personal"
"""What is of a person and not of an office: an e-mail of their own, a home, a date of birth."""
NEVER_HELD = frozenset({"fax", "mobile", PERSONAL})
WHERE = "where"
"""What is spoken of where one asks for the place alone: a town answers, and so may a site."""
REACH = "reach"
"""What is spoken of where one wants to reach someone: any way will do, unless one is told beside it."""
_NONE = "none"
"""Wordings with a word of a way in them that speak of none: "s'appelle", 우편번호."""
_TIME = re.compile(r"(?<!\d)\d{1,2}\s?(?:h(?![a-z])|:\d\d|시|[ap]\.?m)|(?<!\d)24\s?(?:hours|/)")
"""How an hour is told."""
_MASKED = re.compile(rf"(?<![a-z]){MASK.lower()}(?![a-z])")
_PART_END = re.compile(r"[.:;](?=\s|$)")


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = wordings("bot.texts", "ways.tsv")
    return whole_words("bot.texts", "ways.tsv", *kinds), {bare(form): kind for kind in kinds for form in kinds[kind]}


def ways(text: str) -> frozenset[str]:
    """Return the ways that a text speaks of: "phone", "email", "fax", "mobile", "site", "address", WHERE, ANY.

    The longest wording counts: "adresse mail" is an e-mail's, no address beside it. Where an address is spoken of,
    WHERE is not: 주소가 어디. What is set aside is not, where another is spoken of: "the e-mail, not the phone"; nor
    what is had already: "j'ai déjà le site et l'adresse". Who tells a way to reach someone does not speak of any: "an
    e-mail to reach the council".
    """
    pattern, kinds = _forms()
    spoken = [match for match in pattern.finditer(bare(text)) if kinds[match.group()] != _NONE]
    had = _had(bare(text), spoken)
    asked = [match for match in spoken if match not in had and not is_set_aside(text, *match.span())]
    found = {kinds[match.group()] for match in asked or spoken}
    if REACH in found:
        found = found - {REACH} if found - {REACH, WHERE} else found - {REACH} | {ANY}
    return frozenset(found - {WHERE} if "address" in found else found)


def _had(folded: str, spoken: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    """Return which of the ways spoken of in a folded text are said to be had already, and those joined to them."""
    before, after, between = _having()
    had: list[re.Match[str]] = []
    for match in spoken:
        joined = bool(had) and between.fullmatch(folded, had[-1].end(), match.start()) is not None
        if joined or before.search(folded, 0, match.start()) or after.match(folded, match.end()):
            had.append(match)
    return had


@cache
def _having() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return what stands before what is had already, what stands after it, and what joins another to it."""
    own = wordings("bot.texts", "had.tsv")
    article = rf"(?:(?:{alternatives(own['article'])})\s*)?"
    before = rf"(?<!\w)(?:{alternatives(own['before'])})\s+{article}$"
    between = rf"\s*(?:{alternatives(own['and'])})\s*{article}"
    return re.compile(before), re.compile(alternatives(own["after"])), re.compile(between)


def asks_hours(text: str) -> bool:
    """Tell whether a text asks when an office is open or a number is answered."""
    return whole_words("bot.texts", "hours.tsv", "asked").search(bare(text)) is not None


def tells_hours(contact: Contact) -> bool:
    """Tell whether what a contact is for says an hour in some language."""
    return any(_TIME.search(bare(contact.purpose[language])) for language in LANGUAGES)


def without(text: str) -> str:
    """Return a text without accents and with blanks for the ways to reach someone it speaks of, with their endings."""
    pattern, kinds = _forms()
    folded = bare(text)
    for match in pattern.finditer(folded):
        if kinds[match.group()] != _NONE:
            folded = blanked_word(folded, *match.span())
    return folded


def only_reaches(text: str) -> bool:
    """Tell whether a text with its names masked says no more than that what it names is to be reached, in any way.

    It may be called an office of what it names, and said to be of a country: "coordonnées de la mairie de X en Corée".
    """
    pattern, kinds = _forms()
    folded = bare(text)
    if not any(kinds[match.group()] in (ANY, REACH) for match in pattern.finditer(folded)):
        return False
    rest = pattern.sub(lambda match: " " if kinds[match.group()] in (ANY, REACH) else match.group(), folded)
    homes = (span for span, code in countries.named(rest) if code in countries.HOMES)
    for start, end in (*homes, *((start, end) for _, start, end in offices_mentioned(rest))):
        rest = blanked(rest, start, end)
    return not says_something(_MASKED.sub(" ", rest))


def told_of(contact: Contact) -> frozenset[str]:
    """Return the ways that what a contact is for tells of in some language, without those that it says are not held.

    Where it sits is its address as far as it is known.
    """
    denied, seated = (whole_words("bot.texts", "denied.tsv", kind) for kind in ("denied", "seated"))
    parts = [bare(part) for language in LANGUAGES for part in _PART_END.split(contact.purpose[language])]
    told = [part for part in parts if not denied.search(part)]
    found = {way for part in told for way in ways(part)} | {WHERE for part in told if seated.search(part)}
    return frozenset({"address" if way == WHERE else way for way in found})
