"""Names that a text mentions only to set them aside: "Saint-Malo, not Saint-Nazaire", GAOK 말고 NAMK."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FILE = "index.names", "aside.tsv"


def is_set_aside(text: str, start: int, end: int) -> bool:
    """Tell whether the name from `start` to `end` of a text is set aside; "X and not Y" asks about both."""
    return set_aside_from(text, start, end) is not None


def set_aside_from(text: str, start: int, end: int) -> int | None:
    """Return where the words that set a name aside begin, its `start` where they follow it; None where none do."""
    before, after = _patterns()
    folded = bare(text)
    if words := before.search(folded, 0, start):
        return words.start()
    return start if after.match(folded, end) else None


def span_set_aside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a name set aside stands with the words that set it aside, "not Saint-Nazaire"; None if none do."""
    begins = set_aside_from(text, start, end)
    if begins is None:
        return None
    follows = _patterns()[1].match(bare(text), end) if begins == start else None
    return begins, follows.end() if follows else end


def is_taken_back(text: str, end: int, start: int) -> bool:
    """Tell whether a name that ends before another begins was said by mistake: "Cheongju... sorry, I meant Chungju"."""
    return _taken_back().fullmatch(bare(text), end, start) is not None


def end_of_the_one(text: str, end: int) -> int | None:
    """Return where the words stuck to a name end that make it tell which one is meant, 경남꺼; None without them."""
    match = _the_one().match(bare(text), end)
    return match.end() if match else None


def others_set_aside(text: str, ends: Iterable[int] = ()) -> list[tuple[int, int]]:
    """Return where clauses stand that set aside another place of a name, and no name: ", pas celui du sud".

    A mark parts them from what is before, but where they follow a name that stands there to one of the `ends`.
    """
    folded = bare(text)
    marked, beside = _another()
    found = {match.span() for match in marked.finditer(folded)}
    found |= {match.span() for end in ends if (match := beside.match(folded, end))}
    return sorted(found)


def set_aside_forms() -> tuple[str, str]:
    """Return patterns of the words before what is set aside, and of those after it."""
    own = wordings(*_FILE)
    return alternatives(own["before"]), alternatives(own["after"])


@cache
def _another() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a clause that sets another place aside after a mark, and of one right after a name."""
    own = wordings(*_FILE)
    apart = "".join(rf"(?<!\b{word}\s)" for word in own["both"])
    another = alternatives(own["another"])
    clause = r"(?:[^,;:.?!()–—-]|(?<=\w)-(?=\w))*"  # up to a mark; a hyphen within a word is none
    said = rf"{apart}(?:{alternatives(own['before'])})\s+(?:{another})(?!\w){clause}"
    return re.compile(rf"(?<=[,;:(–—-])\s*{said}"), re.compile(rf"\s{said}")


@cache
def _the_one() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:{alternatives(wordings(*_FILE)['one'])})(?![^\W\d_])")


@cache
def _taken_back() -> re.Pattern[str]:
    """Return the pattern of what stands between a name said by mistake and the one that is meant."""
    mark, mistaken = r"[\s,.:;…()–—-]+", alternatives(wordings(*_FILE)["mistaken"])
    return re.compile(rf"{mark}(?:(?:{mistaken}){mark})+(?:(?:de|du|des|d'|a|en|of|in|la|le|les|l'|the)\s*)*")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what stands before a name set aside, and of what is stuck to it or follows it."""
    own = wordings(*_FILE)
    between = alternatives(own["between"])
    apart = "".join(rf"(?<!\b{word}\s)" for word in own["both"])
    before = rf"{apart}(?<!\w)(?:{alternatives(own['before'])})\s+(?:(?:{between})\s*)*$"
    after = rf"[)\]]?(?:\s?(?:{alternatives(own['one'])}))?\s?(?:{alternatives(own['after'])})(?!\w)"
    return re.compile(before), re.compile(after)
