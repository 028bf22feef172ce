"""The language that a message asks to be answered in: "la même chose en français", "Answer in Korean, please".

Such words ask for nothing else: "comment dit-on préfet en coréen ?" asks for a word of that language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from bot.words.sentences import may_ask
from knowledge.text import LANGUAGES, Language, bare
from knowledge.wordings import alternatives, whole_words, wordings

_FILE = "bot.texts", "tongue.tsv"
_SENTENCE = r"[.?!…:;–—]\s+"
_CLAUSE = r"[,…]\s*|(?<=[가-힣](?:데|고|서|니|까|라))\s+"


_FOR_WHOM = re.compile(
    r"(?<=\w)\s(?:for (?:my|our|the|a|an|his|her|their)|pour (?:mon|ma|mes|notre|nos|un|une|le|la|les))"
    r"(?:\s[\w'’-]+){1,3}(?=[\s.?!]*$)"
)


@dataclass(frozen=True, slots=True)
class TongueAsked:
    """The language asked for, what the message says besides, and whether it asks for what was answered just before."""

    language: Language
    rest: str
    once_more: bool


def tongue_asked(text: str) -> TongueAsked | None:
    """Return the language that the end of a text asks to be answered in; None where it asks for none.

    As a sentence of its own, or as a clause where it says so: "un gun, c'est quoi, réponds en coréen". What is asked
    besides is asked for itself; where nothing is, or nothing but "the same", it is what was answered before. For whom
    it is ("for my Korean colleague") tells nothing.
    """
    text = _FOR_WHOM.sub("", text)
    if not names_language(text):
        return None
    endings = _endings(text)
    for begins, rest in endings:
        folded = bare(text[begins:])
        if _asks(folded) and (begins == 0 or rest.endswith(("?", "!", ".")) or _says_so(folded)):
            again = whole_words(*_FILE, "again").search(folded) is not None
            return TongueAsked(_named(folded), rest, not rest or (again and not may_ask(rest)))
    for begins, before in endings[1:]:  # "Could you put that in Korean? My colleague reads along"
        folded, rest = bare(before), text[begins:].strip()
        if _asks(folded) and _says_so(folded) and not may_ask(rest):
            return TongueAsked(_named(folded), "", once_more=True)
    return None


def _asks(folded: str) -> bool:
    """Tell whether a text without accents asks for an answer in a language, and says nothing else."""
    return _whole().fullmatch(folded) is not None


def _says_so(folded: str) -> bool:
    """Tell whether it has a word for answering, or for once more."""
    return whole_words(*_FILE, "again", "request").search(folded) is not None


def _named(folded: str) -> Language:
    return next(each for each in LANGUAGES if whole_words(*_FILE, each).search(folded))


def names_language(text: str) -> bool:
    """Tell whether a text names a language to say something in: "comment dit-on préfet en coréen ?"."""
    return whole_words(*_FILE, *LANGUAGES).search(bare(text)) is not None


def _endings(text: str) -> list[tuple[int, str]]:
    """Return where a text's whole, last sentences or last clauses begin, with what is before, the longest first."""
    marks = re.finditer(rf"{_SENTENCE}|{_CLAUSE}", text)
    return [(0, ""), *((mark.end(), text[: mark.end()].rstrip(" ,…:;–—")) for mark in marks)]


@cache
def _whole() -> re.Pattern[str]:
    """Return the pattern of words that name one language and ask for an answer in it, and say nothing else."""
    own = wordings(*_FILE)
    mark = r"[\s,.!?…~^]*"
    besides = alternatives(form for kind in ("again", "request", "with") for form in own[kind])
    language = alternatives(form for each in LANGUAGES for form in own[each])
    other = rf"(?:(?>{besides})(?![a-z]){mark})*+"  # each word is read one way only, as long as it is
    return re.compile(rf"{mark}{other}(?:{language})(?![a-z]){mark}{other}")
