"""Names that a question mentions only to set them aside: "Saint-Malo, not Saint-Nazaire", GAOK 말고 NAMK."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.wordings import alternatives, whole_words, wordings
from index.names import Mention
from knowledge.text import bare

_FILE = "aside.tsv"


def meant(text: str, places: Sequence[Mention], contacts: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """Return the places and the contacts without those set aside; all, where nothing else is named.

    Who asks for others than the one named ("other than Angoulême") asks about it all the same, and "X and not Y" asks
    about both, as it does where places are found (`index.names`).
    """
    kept = tuple(tuple(each for each in named if not _is_set_aside(text, each)) for named in (places, contacts))
    if not any(kept) or whole_words(_FILE, "others").search(bare(text)):
        return tuple(places), tuple(contacts)
    return kept


def _is_set_aside(text: str, mention: Mention) -> bool:
    before, after = _patterns()
    folded = bare(text)
    return bool(before.search(folded, 0, mention.start) or after.match(folded, mention.end))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of what stands before a name set aside, and of what is stuck to it or follows it."""
    own = wordings(_FILE)
    between = alternatives(own["between"])
    apart = "".join(rf"(?<!\b{word}\s)" for word in own["both"])
    before = rf"{apart}(?<!\w)(?:{alternatives(own['before'])})\s+(?:(?:{between})\s*)*$"
    return re.compile(before), re.compile(rf"\s?(?:{alternatives(own['after'])})(?!\w)")
