"""The ways to reach someone that a text speaks of in words: a phone, a fax."""

from __future__ import annotations

import re
from functools import cache

from knowledge.text import bare
from knowledge.wordings import whole_words, wordings

ANY = "any"
"""What is spoken of where any way to reach someone will do."""
NEVER_HELD = frozenset({"fax", "mobile"})


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = wordings("bot.texts", "ways.tsv")
    return whole_words("bot.texts", "ways.tsv", *kinds), {bare(form): kind for kind in kinds for form in kinds[kind]}


def ways(text: str) -> frozenset[str]:
    """Return the ways that a text speaks of: "phone", "email", "fax", "mobile", "site", "address", ANY.

    The longest wording counts: "adresse mail" is an e-mail's, no address beside it.
    """
    pattern, kinds = _forms()
    return frozenset(kinds[found] for found in pattern.findall(bare(text)))
