"""A number of inhabitants that bounds what is asked for: "communes of over 50,000 people", 인구 10만 넘는 시.

Or that it comes near: "any city of about 100,000?".
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

LEAST, MOST = 100, 10**10
"""Below and above, a number is none of inhabitants, unless it says so: "under 10 inhabitants"."""
LEAST_ABOUT = 1_000
"""Below, what a number is about is none of inhabitants, unless it says so: "around 250-260 thousand"."""
_SCALES = {
    "k": 10**3, "mille": 10**3, "thousand": 10**3, "million": 10**6, "millions": 10**6, "m": 10**6,
    "천": 10**3, "만": 10**4, "십만": 10**5, "백만": 10**6, "천만": 10**7,
}  # fmt: skip
_NUMBER = re.compile(
    r"(?<![\w.,])(?P<digits>\d{1,3}(?:[ .,\u00a0\u2009\u202f]\d{3})+|\d+(?:[.,]\d+)?|(?:un|a|one)(?= million))?\s?"
    r"(?P<scale>천만|백만|십만|만|천|(?:k|mille|thousand|millions?|m)(?![a-z]))?"
)
_GROUPED = re.compile(r"[ .,\u00a0\u2009\u202f](?=\d{3})")
CLOSE = math.log(1.25)
"""Two places are of a similar size up to this ratio of their populations."""
_BEFORE, _AFTER = (tuple(f"{side}_{where}" for side in ("over", "under", "about")) for where in ("before", "after"))
_YEARS = range(1800, 2200)


@dataclass(frozen=True, slots=True)
class Bound:
    """A number of inhabitants to be passed, or not to be reached; `about`: to be come near, from either side."""

    over: bool
    number: int
    about: bool = False

    def written(self) -> str:
        """Return it as a short text; `read` reads it back."""
        return f"{'~' if self.about else '>' if self.over else '<'}{self.number}"

    def admits(self, size: int) -> bool:
        """Tell whether a place of so many inhabitants is one of those asked for."""
        if self.about:
            return size > 0 and abs(math.log(size / self.number)) <= CLOSE
        return size > self.number if self.over else size < self.number


def read(written: str) -> Bound | None:
    """Read what `Bound.written` wrote; None if it is blank."""
    return Bound(written[0] == ">", int(written[1:]), written[0] == "~") if written else None


def bound(text: str) -> Bound | None:
    """Return the first number of inhabitants that a text gives as a bound; None where it gives none."""
    found = located(text)
    return found[0] if found else None


def located(text: str) -> tuple[Bound, int, int] | None:
    """Return the first bound with where its words begin and end in the text without accents; None without any."""
    folded = bare(text)
    patterns = _patterns()
    for match in _NUMBER.finditer(folded):
        digits, scale = match["digits"], match["scale"]
        if not digits and not scale:
            continue
        number = _value(digits, scale)
        people = patterns["people"].match(folded, match.end())
        if not (1 if people else LEAST) <= number <= MOST or (number in _YEARS and not people):
            continue
        end = people.end() if people else match.end()
        for side in ("over", "under", "about"):
            before = patterns[f"{side}_before"].search(folded, 0, match.start())
            after = None if before else patterns[f"{side}_after"].match(folded, end)
            if side == "about" and not people and number < LEAST_ABOUT:
                continue
            if before or after:
                start, end = (before.start() if before else match.start()), (after.end() if after else end)
                return Bound(side == "over", int(number), side == "about"), start, end
    return None


def _value(digits: str | None, scale: str | None) -> float:
    plain = _GROUPED.sub("", digits or "1").replace(",", ".")
    return (float(plain) if plain[0].isdigit() else 1.0) * _SCALES.get(scale or "", 1)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return the patterns of what stands before and after a bound, and of the people counted."""
    forms = wordings("bot.texts", "bound.tsv")
    between = rf"(?:\s*(?:{alternatives(forms['between'])}))?\s*$"
    before = {side: rf"(?<!\w)(?:{alternatives(forms[side])}){between}" for side in _BEFORE}
    after = {side: rf"\s*(?:이|을|를|도|은|는|가)?\s*(?:{alternatives(forms[side])})" for side in _AFTER}
    people = {"people": rf"\s*(?:{alternatives(forms['people'])})"}
    return {side: re.compile(pattern) for side, pattern in (before | after | people).items()}
