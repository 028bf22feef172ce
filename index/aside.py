"""Names that a text mentions only to set them aside: "Saint-Malo, not Saint-Nazaire", GAOK 말고 NAMK."""

from __future__ import annotations

import re
from functools import cache

from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FILE = "index", "aside.tsv"


def is_set_aside(text: str, start: int, end: int) -> bool:
    """Tell whether the name from `start` to `end` of a text is set aside; "X and not Y" asks about both."""
    before, after = _patterns()
    folded = bare(text)
    return bool(before.search(folded, 0, start) or after.match(folded, end))


def set_aside_from(text: str, start: int) -> int:
    """Return where the words begin that set aside the name at `start`; `start` where they follow it."""
    before = _patterns()[0].search(bare(text), 0, start)
    return before.start() if before else start


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what stands before a name set aside, and of what is stuck to it or follows it."""
    own = wordings(*_FILE)
    between = alternatives(own["between"])
    apart = "".join(rf"(?<!\b{word}\s)" for word in own["both"])
    before = rf"{apart}(?<!\w)(?:{alternatives(own['before'])})\s+(?:(?:{between})\s*)*$"
    return re.compile(before), re.compile(rf"\s?(?:{alternatives(own['after'])})(?!\w)")
