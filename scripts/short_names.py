"""What people call communes of two names or more by: Chamonix (-Mont-Blanc), Évian (-les-Bains)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from knowledge.text import fold
from scripts.place_rows import PlaceRow
from scripts.transliteration import hangul

_LEAST = 4_000
"""Inhabitants from which others than its neighbours know a commune by a part of its name."""
_SHORTEST = 4
_SHORTEST_KOREAN = 2
_ARTICLE = re.compile(r"(?:Le |La |Les |L['’])")


def add_short_names(communes: Sequence[PlaceRow], abroad: Mapping[str, int]) -> None:
    """Add the first part of a name to the spellings of the commune that alone begins so.

    `abroad` has the inhabitants of the largest foreign city of each folded name: Porto is not Porto-Vecchio. Where the
    Hangul of the name is made by rule, so is that of its first part, unless another commune is written so: 사나리.
    """
    begins = Counter(_first(row.fr) for row in communes)
    korean = Counter(name for row in communes for name in {row.ko, hangul(_first(row.fr))})
    for row in communes:
        short, population = _first(row.fr), row.population or 0
        if population < _LEAST or short == row.fr or len(short) < _SHORTEST or " " in short:
            continue
        if begins[short] == 1 and abroad.get(fold(short), 0) < population and short not in row.spellings:
            row.spellings.append(short)
            heard = hangul(short)
            if row.ko_rule and korean[heard] == 1 and len(heard) >= _SHORTEST_KOREAN:
                row.spellings.append(heard)


def _first(name: str) -> str:
    article = _ARTICLE.match(name)
    first, _, rest = name[article.end() if article else 0 :].partition("-")
    return first if rest else name
