"""A number of inhabitants that bounds what is asked for: "communes of over 50,000 people", 인구 10만 넘는 시.

Or that it comes near, or lies between two: "any city of about 100,000?", 인구 5만에서 7만 사이 군.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from bot.words import numerals
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

LEAST, MOST = 100, 10**10
"""Below and above, a number is none of inhabitants, unless it says so: "under 10 inhabitants"."""
LEAST_ABOUT = 1_000
"""Below, what a number is about is none of inhabitants, unless it says so: "around 250-260 thousand"."""
CLOSE = math.log(1.25)
"""Two places are of a similar size up to this ratio of their populations."""
_BEFORE, _AFTER = (tuple(f"{side}_{where}" for side in ("over", "under", "about")) for where in ("before", "after"))
_YEARS = range(1800, 2200)
_TO = "-"
_WRITTEN = re.compile(rf"[<>~]\d{{1,12}}(?:{_TO}\d{{1,12}})?")


@dataclass(frozen=True, slots=True)
class Bound:
    """A number of inhabitants to be passed, or not to be reached; `about`: to be come near, from either side.

    `upto` is the number not to be passed either, where both ends are given.
    """

    over: bool
    number: int
    about: bool = False
    upto: int | None = None

    def written(self) -> str:
        """Return it as a short text; `read` reads it back."""
        end = "" if self.upto is None else f"{_TO}{self.upto}"
        return f"{'~' if self.about else '>' if self.over else '<'}{self.number}{end}"

    @property
    def way(self) -> str:
        """How it bounds: between, about, over or under."""
        if self.upto is not None:
            return "between"
        return "about" if self.about else "over" if self.over else "under"

    def admits(self, size: int) -> bool:
        """Tell whether a place of so many inhabitants is one of those asked for."""
        if self.about:
            return size > 0 and abs(math.log(size / self.number)) <= CLOSE
        if self.upto is not None:
            return self.number <= size <= self.upto
        return size > self.number if self.over else size < self.number


def read(written: str) -> Bound | None:
    """Read what `Bound.written` wrote; None if it is blank."""
    if not written:
        return None
    number, _, upto = written[1:].partition(_TO)
    return Bound(written[0] == ">", int(number), written[0] == "~", int(upto) if upto else None)


def is_sound(written: str) -> bool:
    """Tell whether a short text is one that `Bound.written` may have written."""
    return _WRITTEN.fullmatch(written) is not None


def bound(text: str) -> Bound | None:
    """Return the first number of inhabitants that a text gives as a bound; None where it gives none."""
    found = located(text)
    return found[0] if found else None


def located(text: str) -> tuple[Bound, int, int] | None:
    """Return the first bound with where its words begin and end in the text without accents; None without any.

    One from above and one from below that stand together are one with both ends: "over 5,000 but under 7,000".
    """
    folded = bare(text)
    numbers = _numbers(folded)
    between = _between(folded, numbers)
    if between is not None:
        return between
    found = _one_sided(folded, numbers, 0)
    if found is None or found[0].about:
        return found
    first, start, end = found
    second = _one_sided(folded, numbers, end)
    if second is None or second[0].about or second[0].over == first.over:
        return found
    low, high = sorted((first, second[0]), key=lambda each: not each.over)
    if low.number >= high.number or not _patterns()["both"].fullmatch(folded, end, second[1]):
        return found
    return Bound(True, low.number, upto=high.number), start, second[2]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number where it stands; `end` is where the people end who are counted, if it says so."""

    value: float
    start: int
    stop: int
    end: int
    people: bool
    scale: str | None

    @property
    def counts(self) -> bool:
        """Whether it may be one of inhabitants."""
        return (1 if self.people else LEAST) <= self.value <= MOST and (self.value not in _YEARS or self.people)


def _numbers(folded: str) -> list[_Number]:
    found = []
    for match in _number().finditer(folded):
        if match["digits"] or match["scale"]:
            people = _patterns()["people"].match(folded, match.end())
            value = numerals.value(match["digits"], match["scale"])
            end = people.end() if people else match.end()
            found.append(_Number(value, match.start(), match.end(), end, people is not None, match["scale"]))
    return found


def _between(folded: str, numbers: Sequence[_Number]) -> tuple[Bound, int, int] | None:
    """Return the first two numbers of inhabitants that are said as the ends of one range; None without them."""
    patterns = _patterns()
    for low, high in pairwise(numbers):
        opened = patterns["between_before"].search(folded, 0, low.start)
        closed = patterns["between_after"].match(folded, high.end)
        joined = patterns["to"].fullmatch(folded, low.end, high.start)
        paired = opened and patterns["and"].fullmatch(folded, low.end, high.start)
        if not (paired or (joined and (closed or low.people or high.people or _population(folded, low)))):
            continue
        first = low.value
        if low.scale is None and high.scale is not None and first < high.value / numerals.value(None, high.scale):
            first *= numerals.value(None, high.scale)  # "between 50 and 70 thousand", 5~7만
        people = low.people or high.people
        ends = [replace(low, value=first, people=people), replace(high, people=people)]
        if all(each.counts for each in ends) and first < high.value:
            before = opened or patterns["from"].search(folded, 0, low.start)
            start, end = (before.start() if before else low.start), (closed.end() if closed else high.end)
            if about := patterns["about_before"].search(folded, 0, start):  # "around 250-260 thousand"
                return Bound(False, int(first + high.value) // 2, about=True), about.start(), end
            return Bound(True, int(first), upto=int(high.value)), start, end
    return None


def _population(folded: str, number: _Number) -> bool:
    """Tell whether the word for a population stands before a number: 인구 5만~7만."""
    return _patterns()["population"].search(folded, 0, number.start) is not None


def _one_sided(folded: str, numbers: Sequence[_Number], since: int) -> tuple[Bound, int, int] | None:
    """Return the first number from `since` on that is to be passed, not to be reached or to be come near."""
    patterns = _patterns()
    for number in numbers:
        if number.start < since or not number.counts:
            continue
        for side in ("over", "under", "about"):
            before = patterns[f"{side}_before"].search(folded, since, number.start)
            after = None if before else patterns[f"{side}_after"].match(folded, number.end)
            if side == "about" and not number.people and number.value < LEAST_ABOUT:
                continue
            if before or after:
                start, end = (before.start() if before else number.start), (after.end() if after else number.end)
                return Bound(side == "over", int(number.value), side == "about"), start, end
    return None


@cache
def _number() -> re.Pattern[str]:
    return re.compile(numerals.pattern(alternatives(wordings("bot.texts", "bound.tsv")["people"])))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what stands before and after a bound, and of the people counted."""
    forms = wordings("bot.texts", "bound.tsv")
    between = rf"(?:\s*(?:{alternatives(forms['between'])}))?\s*$"
    before = {side: rf"(?<!\w)(?:{alternatives(forms[side])}){between}" for side in _BEFORE}
    after = {side: rf"\s*(?:이|을|를|도|은|는|가)?\s*(?:{alternatives(forms[side])})" for side in _AFTER}
    ends = {
        "people": rf"\s*(?:{alternatives(forms['people'])})",
        "between_before": rf"(?<!\w)(?:{alternatives(forms['between_before'])})\s*$",
        "between_after": rf"\s*(?:{alternatives(forms['between_after'])})(?![a-z])",
        "and": rf"\s*(?:{alternatives(forms['and'])})\s*",
        "to": rf"\s*(?:{alternatives(forms['to'])})\s*",
        "from": rf"(?<!\w)(?:{alternatives(forms['from'])})\s*$",
        "population": rf"(?:{alternatives(forms['population'])})\s*(?:{alternatives(forms['from'])})?\s*$",
        "both": rf"\s*,?\s*(?:{alternatives(forms['both'])})?\s*",
    }
    return {side: re.compile(pattern) for side, pattern in (before | after | ends).items()}
