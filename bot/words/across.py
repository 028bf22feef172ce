"""The other of the two countries, as those who write a language mean it: "over there", 그쪽은요?"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bot.words.question import Question
from bot.words.wording_on import pointing_across
from knowledge import countries
from knowledge.text import Language

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
