"""Names made like those of governments that there are none of: "Haneulbit-gun", 은파군 군청, "Saint-X-sur-Meuse"."""

from __future__ import annotations

import re

from bot.words.question import Question

_ROMANISED = re.compile(
    r"(?<![\w-])(?!(?:Si|Gun|Gu|Eup|Myeon)-)[A-Z]\w{2,}(?:['’-]\w+)*-(?:gun|si|gu|eup|myeon)(?![a-z0-9-])"
)
_COUNTY_BEFORE_ITS_OFFICE = re.compile(r"(?<![가-힣])[가-힣]{1,2}[가-힣](?<![렇었겠했])군 군(?=청|의회|수(?!물|품))")
"""Of cities and districts there are words that end so: 대도시 시청, 일반구 구청장."""
_LINK = "sur|sous|en|les|lès|lez|de|du|des|la|le|l'|l’"
_BEGINNING = re.compile(rf"(?<![\w'’-])[A-ZÀ-Ý][\w'’]*(?:-[\w'’]+)*-(?:{_LINK})-?$")
"""What a name begins with that ends in that of another place: Saint-Firmin-sur-."""


def names_none(question: Question) -> bool:
    """Tell whether a question names what is called as a government is, and is none of those that are known."""
    text, mentions = question.text, (*question.places, *question.contacts, *question.set_aside)
    beginnings = (_BEGINNING.search(text, 0, mention.start) for mention in question.places)
    made = (*_ROMANISED.finditer(text), *_COUNTY_BEFORE_ITS_OFFICE.finditer(text), *filter(None, beginnings))
    return any(not any(mention.overlaps(*match.span()) for mention in mentions) for match in made)
