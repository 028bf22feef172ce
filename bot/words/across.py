"""The other of the two countries, as those who write a language mean it ("over there", 그쪽은요?), or name it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import WORD, pointing_across
from knowledge import countries
from knowledge.places import Gazetteer
from knowledge.text import Language, bare
from knowledge.wordings import wordings

OWN: Mapping[Language, str] = MappingProxyType({"fr": "FR", "ko": "KR"})
"""The ISO 3166 codes of the countries that those who write a language are at home in, where it is just one."""


def abroad(question: Question) -> str | None:
    """Return the one of the two countries that a question which names none means by "over there" as its writer does."""
    own = OWN.get(question.language)
    if own is None or question.countries or pointing_across(question.text, abroad=True) is None:
        return None
    return other(own)


def other(home: str) -> str:
    """Return the code of the country that is not `home`."""
    return next(code for code in countries.HOMES if code != home)


def is_unit_abroad(question: Question, ids: Iterable[str], gazetteer: Gazetteer) -> bool:
    """Tell whether the unit that places (ids) are to lie in is said to be of the country that they are not in.

    None of them lies there: "Gyeonggi, which French region works with it?" is asked of its partners.
    """
    elsewhere = countries.home(question.countries)
    if elsewhere is None or elsewhere in {countries.CODES[gazetteer[id].country] for id in ids}:
        return False
    named = [span for span, code in countries.named(question.text) if code == elsewhere]
    units_named = [(start, end) for _, start, end in units.mentioned(question.text)]
    gaps = [question.text[min(a[1], b[1]) : max(a[0], b[0])] for a in named for b in units_named]
    linking = set(wordings("bot.texts", "above.tsv")["linking"])
    return any(not {*WORD.findall(bare(gap))} - linking for gap in gaps)
