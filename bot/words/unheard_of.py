"""Names of no government that is known: made like those of some ("Haneulbit-gun", 은파군 군청), or a partner."""

from __future__ import annotations

import re
from functools import cache

from bot.words.designation import speaks_of_tie
from bot.words.question import Question
from knowledge import countries
from knowledge.wordings import alternatives, wordings

_ROMANISED = re.compile(
    r"(?<![\w-])(?!(?:Si|Gun|Gu|Eup|Myeon)-)[A-Z]\w{2,}(?:['’-]\w+)*-(?:gun|si|gu|eup|myeon)(?![a-z0-9-])"
)
_COUNTY_BEFORE_ITS_OFFICE = re.compile(r"(?<![가-힣])[가-힣]{1,2}[가-힣](?<![렇었겠했])군 군(?=청|의회|수(?!물|품))")
"""Of cities and districts there are words that end so: 대도시 시청, 일반구 구청장."""
_LINK = "sur|sous|en|les|lès|lez|de|du|des|la|le|l'|l’"
_BEGINNING = re.compile(rf"(?<![\w'’-])[A-ZÀ-Ý][\w'’]*(?:-[\w'’]+)*-(?:{_LINK})-?$")
"""What a name begins with that ends in that of another place: Saint-Firmin-sur-."""

_NAME = r"[A-ZÀ-ÝŠŽ][\w'’]*[a-zß-ž][\w'’]*"


def names_none(question: Question) -> bool:
    """Tell whether a question names what is called as a government is, and is none of those that are known."""
    text, mentions = question.text, (*question.places, *question.contacts, *question.set_aside)
    beginnings = (_BEGINNING.search(text, 0, mention.start) for mention in question.places)
    made = (*_ROMANISED.finditer(text), *_COUNTY_BEFORE_ITS_OFFICE.finditer(text), *filter(None, beginnings))
    return any(not any(mention.overlaps(*match.span()) for mention in mentions) for match in made)


def unknown_partners(question: Question) -> tuple[str, ...]:
    """Return the names that a question about partners joins to a place that is known, and which are of none.

    "Is Rennes twinned with Exeter?": names in capitals, right after a word that joins them, and of no country at home.
    """
    if not question.places or not speaks_of_tie(question.masked):
        return ()
    text, mentions = question.text, (*question.places, *question.contacts, *question.set_aside)
    known = [(mention.start, mention.end) for mention in mentions]
    known += [span for span, code in countries.named(text) if code in countries.HOMES]
    found = [match.span(1) for match in _joined().finditer(text)]
    return tuple(text[a:b] for a, b in found if not any(a < end and start < b for start, end in known))


@cache
def _joined() -> re.Pattern[str]:
    """Return the pattern of a name in capitals after a word that joins it to another."""
    words = wordings("bot.texts", "abroad.tsv")
    joins, town = alternatives(words["joins"]), alternatives(words["town"])
    return re.compile(rf"(?<!\w)(?:{joins})\s+(?:{town})?({_NAME}(?:[ -]{_NAME})*)(?!\w)")
