"""The places that are asked about along with a body: "the phones of Busan's city hall and of the French consulate"."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.words.question import Question
from bot.words.units import found_in, offices_mentioned
from index.names.mention import Mention
from index.names.particles import COMITATIVE
from knowledge.text import bare, blanked

_ANDED = re.compile(
    rf"(?:[시군구도]?청?\s?(?:{COMITATIVE}|및)|\s*,?\s+(?:et|and|&)(?=\s)|\s+및)"
    r"(?:\s*(?:celui|celle|ceux|that|those|de|du|des|d'|a|la|le|les|l'|of|the|in|for))*\s*"
)
"""A word that joins, in a text without accents, with the small ones that may stand before a name."""


def companions(question: Question) -> tuple[Mention, ...]:
    """Return the places that nothing but a word that joins, or the name of their office, parts from a body named.

    Where a place only tells where the body sits, another word parts them: "the French consulate in Busan".
    """
    folded = bare(question.text)
    for start, end in (
        *((o[1], o[2]) for o in offices_mentioned(folded)),
        *((u.start, u.end) for u in found_in(folded)),
    ):
        if not any(mention.overlaps(start, end) for mention in (*question.places, *question.contacts)):
            folded = blanked(folded, start, end)
    named = sorted((*question.places, *question.contacts), key=lambda mention: mention.start)
    joined = [
        one if one in question.places else other
        for one, other in pairwise(named)
        if (one in question.places) != (other in question.places) and _ANDED.fullmatch(folded, one.end, other.start)
    ]
    return tuple(dict.fromkeys(joined))
