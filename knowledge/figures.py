"""The figures, months and addresses of a text, as each language writes them: 1 234,5, 1,234.5, 12억 5천만, 7월."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from knowledge.months import MONTHS
from knowledge.numerals import spelled
from knowledge.text import LANGUAGES, Language, bare

_SPACE = "[ \u00a0\u202f\u2009]"
_FRENCH = rf"(?<![0-9,])[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?![0-9])(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?"
_ENGLISH = r"(?<![0-9.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_SCALED: Mapping[Language, re.Pattern[str]] = {
    "fr": re.compile(rf"({_FRENCH})(?:{_SPACE}?(mille(?!s)|million|milliard|billion)s?(?![a-z]))?"),
    "en": re.compile(rf"({_ENGLISH})(?:{_SPACE}?(thousand|million|milliard|billion|trillion)s?(?![a-z]))?"),
}
_SCALES: Mapping[Language, Mapping[str, int]] = {
    "fr": {"mille": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**12},
    "en": {"thousand": 10**3, "million": 10**6, "milliard": 10**9, "billion": 10**9, "trillion": 10**12},
    "ko": {"조": 10**12, "억": 10**8, "만": 10**4, "천": 10**3, "백": 10**2, "million": 10**6, "milliard": 10**9},
}
# 조 is 10^12 before an amount; otherwise it is the article of a law.
_KOREAN = re.compile(
    rf"({_ENGLISH})"
    r"(?:(조)(?=\s?[0-9][0-9,]*[천백]?[억만]|\s?(?:원|유로|달러))"
    rf"|([천백]?)([억만])|([천백])|{_SPACE}?(million|milliard)s?(?![a-z]))?"
)

_MONTHS = {bare(name): number for names in MONTHS.values() for number, name in enumerate(names, 1)}
_MONTH: Mapping[Language, re.Pattern[str]] = {
    "fr": re.compile(rf"\b({'|'.join(MONTHS['fr'])})\b"),
    "en": re.compile(rf"\b({'|'.join(MONTHS['en'])})\b"),
    "ko": re.compile(r"(?<![0-9])([0-9]{1,2})(?=(?:[·~, -]+[0-9]{1,2})*월)"),
}
_AFTERNOON: Mapping[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?<![0-9.:])([0-9]{1,2})(?=(?:[.:][0-9]{2})? ?p\.?m\b)"),
    "ko": re.compile(r"(?<=오후) ?([0-9]{1,2})(?=시)"),
}
_FULL_HOUR = re.compile(r"(?<=[0-9])[:.]00(?![0-9])")
_CIRCLED = str.maketrans({chr(ord("①") + number): f" {number + 1} " for number in range(20)})
# Names, not figures: 6·25전쟁, 3·1운동; and the one of a fraction, which others leave unsaid: 3분의 1, a third.
_KOREAN_NAMES = re.compile(r"[0-9]{1,2}·[0-9]{1,2}(?= ?(?:전쟁|운동|혁명|민주|참전))|(?<=분의) ?1(?![0-9])")
_ADDRESS = re.compile(
    r"(?:https?://[!-~]+|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
    r"|(?<![A-Za-z0-9.-])(?:[a-z0-9-]+\.)+(?:fr|kr|eu|org|com|net|int|io)(?![A-Za-z0-9])(?:/[!-~]*)?)"
)
_PHONE = re.compile(r"\+[0-9][0-9 .-]{6,}[0-9]|(?<![0-9])0[0-9](?:[ .][0-9]{2}){4}(?![0-9])")


@dataclass(frozen=True)
class Figures:
    """What one text says in figures.

    written: each number in digits, as the values it may mean; meant: all values that digits or words of the text may
    mean; months: 1 to 12; addresses: links, mailboxes, phone numbers.
    """

    written: frozenset[frozenset[Decimal]]
    meant: frozenset[Decimal]
    months: frozenset[int]
    addresses: frozenset[str]

    def says(self, values: Iterable[Decimal]) -> bool:
        """Tell whether the text may mean one of the values: in digits, in words, or as the number of a month."""
        return any(value in self.meant or value in self.months for value in values)


def figures(text: str, language: Language) -> Figures:
    """Return what the text says in figures.

    What it may mean is read in the notations of all three languages, since one is quoted in another (`10억`,
    `3 000 milliards`); and a number beside others in billions may be in billions too (`41.9 billion, out of 68.5`).
    """
    addresses = frozenset(found.rstrip(".,;:!?)'\"»") for found in _ADDRESS.findall(text))
    text = _ADDRESS.sub(" ", text)
    phones = frozenset(re.sub(r"[ .-]", "", found) for found in _PHONE.findall(text))
    text = _FULL_HOUR.sub("", _PHONE.sub(" ", text)).translate(_CIRCLED)
    months = frozenset(_MONTHS.get(bare(name)) or int(name) for name in _MONTH[language].findall(text))
    text = _KOREAN_NAMES.sub(" ", _MONTH[language].sub(" # ", text))
    if language in _AFTERNOON:
        text = _AFTERNOON[language].sub(lambda match: f" {int(match[1]) % 12 + 12}", text)
    written = frozenset(_readings(list(_numbers(text, language))))
    quoted = (value for other in LANGUAGES for value, _ in _numbers(text, other))
    return Figures(written, spelled(text, language).union(*written, quoted), months, addresses | phones)


def _readings(numbers: Sequence[tuple[Decimal, Decimal]]) -> Iterator[frozenset[Decimal]]:
    scales = {scale for _, scale in numbers if scale > 1}
    for value, scale in numbers:
        yield frozenset((value, *(value * other for other in scales)) if scale == 1 else (value,))


def _numbers(text: str, language: Language) -> Iterator[tuple[Decimal, Decimal]]:
    """Give each number of a text with the scale it is written in: 12억 is (1200000000, 100000000)."""
    if language == "ko":
        yield from _korean(text)
        return
    for digits, name in _SCALED[language].findall(text):
        scale = Decimal(_SCALES[language].get(name, 1))
        yield _number(digits, language) * scale, scale


def _korean(text: str) -> Iterator[tuple[Decimal, Decimal]]:
    """Give the numbers of a Korean text; parts that follow each other are one: 2조 10억, 3만 5,000."""
    total, scale, largest, end = Decimal(0), Decimal(1), Decimal(1), -1
    for match in _KOREAN.finditer(text):
        digits, *names = match.groups()
        part = Decimal(prod(_SCALES["ko"].get(name, 1) for name in names))
        value = _number(digits, "ko") * part
        joined = scale > 1 and text[end : match.start()] in ("", " ") and value < scale
        if not joined and end >= 0:
            yield total, largest
        total, largest = (total + value, largest) if joined else (value, part)
        scale, end = part, match.end()
    if end >= 0:
        yield total, largest


def _number(digits: str, language: Language) -> Decimal:
    plain = re.sub(_SPACE, "", digits).replace(",", ".") if language == "fr" else digits.replace(",", "")
    return Decimal(plain).normalize()
