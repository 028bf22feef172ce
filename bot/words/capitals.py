"""A capital named for the State that sits there: "are mayors appointed by Paris?", 군수는 서울에서 임명하나요?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from index.names.mention import Mention
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_FILE = "bot.texts", "capital.tsv"
CAPITALS = {"fr-com-75056": "FR", "kr-11": "KR"}
"""The ids of the capitals, with the ISO 3166 code of the State that each stands for."""


def for_the_state(text: str, places: Sequence[Mention]) -> dict[Mention, str]:
    """Return the capitals among the places named that a text says to appoint or decide, with their State's code."""
    folded = bare(text)
    named = ((mention, code) for mention in places for id, code in CAPITALS.items() if mention.places == (id,))
    return {m: code for m, code in named if _before().search(folded, 0, m.start) or _after().match(folded, m.end)}


@cache
def _before() -> re.Pattern[str]:
    """Return the pattern of what stands before a capital by which something is done."""
    own = wordings(*_FILE)
    return re.compile(rf"(?<!\w)(?:{alternatives(own['done'])})\s(?:{alternatives(own['by'])})\s$")


@cache
def _after() -> re.Pattern[str]:
    """Return the pattern of what stands after a capital that does something."""
    own = wordings(*_FILE)
    return re.compile(rf"\s?(?:(?:{alternatives(own['who'])})\s)?(?:{alternatives(own['acts'])})(?![a-z])")
