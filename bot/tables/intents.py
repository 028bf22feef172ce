"""What is asked of a place or contact, by its intent: which intents lead to one answer, and which is the likeliest."""

from __future__ import annotations

from collections.abc import Collection

from index.ranking.ranker import Candidate, Ranking
from index.ranking.variants import parts

WHOLE = "whole"
"""The intent of a question for all there is: "Tours", "what is Suwon?"."""
TABLE, PARTNERS, RULE = "table-", "partners-", "rule-"
"""How intents begin: over the table of places, over that of partnerships, and those for a rule that holds for such
places, which cards answer: the place is only the case at hand."""
PARTNERS_OF = "partners-of"
"""The partners of a place, or whether places of both countries are partners of each other."""
COUNT_BELOW, LIST_BELOW, LIST_OVERALL = "table-count-below", "table-list-below", "table-list-overall"
"""How many places of a unit lie in one, which ones, and which ones there are in a country."""
DIVIDED = (COUNT_BELOW, LIST_BELOW)
"""Tables of what lies in a place."""
EXTREMES = LARGEST, SMALLEST = "table-largest", "table-smallest"
"""Which place of those below one has the most or the fewest inhabitants or parts; so begin those of a country too."""
RANK, BEYOND, SIMILAR = "table-rank", "table-beyond", "table-similar-size"
"""A place's rank by population, the places beyond a number of inhabitants, those of a place's size abroad."""
TOTAL = "table-total"
"""How many inhabitants, or parts of a unit, several places have together, or one has without some that lie in it."""
AVERAGE = "table-average"
"""How many inhabitants the places of a unit that lie in one have on average; so begins that of a country too."""
SHARE = "table-share"
"""What share of the inhabitants of its country a place has."""
IS_KIND, WHICH_ABOVE, SAME_ABOVE = "table-is-kind", "table-which-above", "table-same-above"
"""What kind of place one is, what it lies in, and whether places lie in one."""
SAME_PLACE, COMPARED = "table-same-place", "table-compare-population"
"""Whether two names are of one place, which is asked in words so near to whether both lie in one that only those tell;
and which of several places has more inhabitants."""
BY_INHABITANTS = (*EXTREMES, RANK, BEYOND, SIMILAR, COMPARED)
"""Tables that rank, bound or compare places by their inhabitants; so begin those of a country too."""
_TINY = 1e-9


def extreme(ends: Collection[str]) -> str:
    """Return the table of the end of a ranking that words ask for: of the fewest if `least` is among them."""
    return SMALLEST if "least" in ends else LARGEST


def likeliest(ranking: Ranking) -> tuple[str, float]:
    """Return the intent to answer and how likely it is to be right.

    Intents that lead to the same answer speak for each other: all lines of a sheet (only which comes first differs),
    and all rules. The confidence is that of the first alone, so it is scaled by what the others add.
    """
    if not ranking.candidates:
        return "", 0.0
    together: dict[str, list[Candidate]] = {}
    for candidate in ranking.candidates:
        together.setdefault(answered_by(parts(candidate.item)[1]), []).append(candidate)
    likelihood = {group: sum(c.probability for c in members) for group, members in together.items()}
    best = max(likelihood, key=lambda group: likelihood[group])
    scale = likelihood[best] / max(ranking.candidates[0].probability, _TINY)
    return parts(together[best][0].item)[1], min(ranking.confidence * scale, 1.0)


def answered_by(intent: str) -> str:
    """Return what an intent leads to: a rule, a table of its own, or else the sheet."""
    if intent.startswith(RULE):
        return RULE
    return intent if intent.startswith((TABLE, PARTNERS)) else WHOLE
