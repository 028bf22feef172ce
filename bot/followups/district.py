"""A district of the city spoken of that is told by its number: "le 13e ?", 15구는요?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.turn import Turn
from bot.words.question import Question
from bot.words.wording_on import says_something
from index.names.mention import Mention
from knowledge.places import Gazetteer
from knowledge.text import bare, blanked_word

_DISTRICT = "district-municipal"
_ORDINAL = r"(?<![\w.,])(?:(?:le|du|au|the) )?(?P<number>\d\d?)\s?(?:er|e|eme|st|nd|rd|th)(?!\w)"
_SAID = re.compile(rf"{_ORDINAL}\s(?:arrondissements?|arrdt|arr|district)(?!\w)|(?<![\w.,])(?P<gu>\d\d?)\s?구(?!역)")
_ALONE = re.compile(_ORDINAL)


def of_numbered(question: Question, last: Turn, gazetteer: Gazetteer) -> Question:
    """Return a question that tells a district by its number as one that names it; else the question itself.

    An ordinal alone ("et le 13e ?") tells one where the question says nothing else and a district was spoken of.
    """
    if question.names_any or question.countries:
        return question
    folded = bare(question.text)
    match, spoken_of = _SAID.search(folded), [*_spoken_of(last, gazetteer)]
    if match is None:
        match = _ALONE.search(folded)
        spoken_of = [id for id in spoken_of if gazetteer[id].kind == _DISTRICT]
        if match is None or says_something(blanked_word(folded, *match.span())):
            return question
    number = match.groupdict().get("gu") or match["number"]
    cities = dict.fromkeys(id for each in spoken_of for id in (each, *gazetteer[each].parents))
    districts = (each for id in cities for each in gazetteer.children(id, _DISTRICT))
    found = next((each for each in districts if re.match(rf"{number}\D", each.names.fr)), None)
    if found is None:
        return question
    start, end = match.span()
    return replace(question, places=(Mention(start, end, question.text[start:end], (found.id,), True),))


def _spoken_of(last: Turn, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield the ids of the places that the last turn was about, or that its question named."""
    for each in last.decision.subjects:
        yield from (id for id in each.ids if each.kind != "card" and id in gazetteer)
    yield from (id for id in last.question.place_ids if id in gazetteer)
