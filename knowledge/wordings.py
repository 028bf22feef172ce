"""Lists of wordings beside the code: a kind, then wordings of one language; several lines of a kind add up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from knowledge.text import bare


@cache
def wordings(package: str, name: str) -> dict[str, tuple[str, ...]]:
    """Return the wordings of each kind in a file of a package."""
    found: dict[str, tuple[str, ...]] = {}
    for line in files(package).joinpath(name).read_text("utf-8").splitlines():
        kind, _, forms = line.partition("\t")
        found[kind] = (*found.get(kind, ()), *forms.split(" | "))
    return found


@cache
def whole_words(package: str, name: str, *kinds: str) -> re.Pattern[str]:
    """Return a pattern of the wordings of some kinds in a file, as words of their own or with Korean stuck to them.

    One that ends in an apostrophe has the next word stuck to it: "plus qu'Orléans".
    """
    own = wordings(package, name)
    forms = alternatives(form for kind in kinds for form in own[kind])
    return re.compile(rf"(?<!\w)(?:{forms})(?:(?<=')|(?![a-z]))")


def alternatives(forms: Iterable[str]) -> str:
    """Return a pattern of any of the wordings without accents, the longest first."""
    return "|".join(re.escape(form) for form in sorted(map(bare, forms), key=len, reverse=True))
