"""Which unit a question asks for by its words: "which commune?", "quelle région ?"; or whether two names are one."""

from __future__ import annotations

import re
from functools import cache

from bot.words.units import are_joined, found_in, kinds_of, offices_mentioned, without
from bot.words.wording_on import says_something
from index.ranking.variants import MASK
from knowledge.places import EPCI
from knowledge.text import bare, blanked
from knowledge.wordings import alternatives, whole_words, wordings

_MASK = re.compile(rf"(?<!\w){MASK.lower()}(?![a-z])")


def asks_which_unit(text: str) -> bool:
    """Tell whether a text asks which one of a unit: "quelle région ?"."""
    folded = bare(text)
    return any(_asked_which(folded, unit.start) for unit in found_in(text))


def asks_for_town(text: str) -> bool:
    """Tell whether a text asks which town or unit above it something is a matter of: "which commune do I write to?".

    Or the office of which one: 어느 구청에.
    """
    folded = bare(text)
    starts = [unit.start for unit in found_in(text) if not unit.several]
    starts += [start for _, start, _ in offices_mentioned(text)]
    return any(_asked_which(folded, start) for start in starts)


def asks_which_above(text: str) -> bool:
    """Tell whether a text asks in which of a unit places lie, not whether in the same one: "X, X : quelle région ?".

    The unit may be all that it says: "X and X, province?".
    """
    folded = bare(text)
    if whole_words("bot.texts", "same.tsv", "shared").search(folded):
        return False
    found = [unit for unit in found_in(text) if not unit.several]
    if any(_asked_which(folded, unit.start) for unit in found):
        return True
    rest = _MASK.sub(" ", blanked(folded, found[0].start, found[0].end)) if len(found) == 1 else text
    return not says_something(rest)


def asks_which_of_each(text: str) -> bool:
    """Tell whether a text asks which one of several units: "어느 데파르트망, 어느 레지옹" lists nothing below."""
    return len(units_asked(text)) > 1


def units_asked(text: str) -> frozenset[str]:
    """Return the units of which a text asks which one: 무슨 군, "quelle commune"."""
    folded = bare(text)
    return frozenset(u.unit for u in found_in(text) if not u.several and _asked_which(folded, u.start))


def asks_which_ones(text: str) -> bool:
    """Tell whether a text asks which ones there are, by a word for several of them: 뭐뭐, 어디어디."""
    return whole_words("bot.texts", "which.tsv", "which_ones").search(bare(text)) is not None


def asks_whether_one(text: str) -> bool:
    """Tell whether a text asks if two names are of one place; not whether both lie in one."""
    own, folded = wordings("bot.texts", "same.tsv"), bare(text)
    found = re.search(rf"(?<!\w)(?:{alternatives(own['identity'])})", folded)
    return found is not None and not re.search(rf"(?<!\w)(?:{alternatives(own['within'])}) $", folded[: found.start()])


def names_several_above(text: str) -> bool:
    """Tell whether a masked text has nothing but several units joined by a word: "X: département and région?"."""
    return are_joined(text) and not says_something(_MASK.sub(" ", without(text)))


def names_grouping(text: str) -> bool:
    """Tell whether a text speaks of a grouping of communes, and does not ask which: "as opposed to the métropole"."""
    folded = bare(text)
    groupings = [unit for unit in found_in(text) if is_grouping(unit.unit)]
    return bool(groupings) and not any(_asked_which(folded, unit.start) for unit in groupings)


def is_grouping(unit: str) -> bool:
    """Tell whether a unit stands for groupings of communes only: an EPCI, a métropole; a gun is none."""
    kinds = set(kinds_of(unit, "fr"))
    return bool(kinds) and kinds <= {*EPCI}


def _asked_which(folded: str, at: int) -> bool:
    """Tell whether a text without accents asks which one of what stands at a place in it."""
    return _which().search(folded, 0, at) is not None


@cache
def _which() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings('bot.texts', 'which.tsv')['which'])})\s+$")
