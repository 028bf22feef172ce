"""The words that leave out what stands beside them, a place or a unit: "besides Seoul", hors métropoles, 구 빼고.

And those that put it ahead of what is asked for in a ranking.
"""

from __future__ import annotations

import re
from functools import cache

from bot.words.beside import Beside
from knowledge.wordings import alternatives, wordings

ARTICLES = r"(?:(?:de|du|des|d'|en|in|pour|for|from|la|le|les|l'|the)\s*)*"
"""What may stand between such words and what they leave out, in a text without accents."""


@cache
def leaving_out() -> Beside:
    """Return what stands beside something that is left out."""
    own = wordings("bot.texts", "excepted.tsv")
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(own['before'])})\s+{ARTICLES}$"),
        re.compile(rf"\s?(?:은|는|을|를)?\s?(?:{alternatives(own['after'])})(?:는|도|요)?(?!\w)"),
    )


@cache
def ahead() -> Beside:
    """Return what stands beside something that comes before what is asked for in a ranking: "after Annecy"."""
    own = wordings("bot.texts", "excepted.tsv")
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(own['ahead'])})\s+{ARTICLES}$"),
        re.compile(rf"\s?(?:{alternatives(own['ahead_after'])})(?:은|는|이|가)?(?=\s)"),
    )
