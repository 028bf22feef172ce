"""A place meant by its kind: "the other counties of that province", where the answer before told which one it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.tables.belonging import kinds_above
from bot.words import units
from bot.words.masking import at_mask
from bot.words.question import Question
from bot.words.wording_on import spans_there
from index.names.particles import attached
from index.ranking.variants import MASK
from knowledge.places import Gazetteer
from knowledge.text import HANGUL


def of_that_kind(question: Question, told: Sequence[str], gazetteer: Gazetteer) -> Question | None:
    """Return a question with the name of a place told (ids) where words mean it by its kind, None where none do.

    Only where one place told is of that kind and the question names nothing itself.
    """
    if question.names_any:
        return None
    for start, end in spans_there(question.text):
        named = units.mentioned(question.text[start:end])
        if len(named) != 1:
            continue
        unit, _, stops = named[0]
        stuck = HANGUL.match(question.text, start + stops)
        if stuck is not None and attached(stuck.group()) is None:  # 그 시설 is no city
            continue
        ids = [id for id in dict.fromkeys(told) if gazetteer[id].kind in kinds_above(unit, gazetteer[id].country)]
        if len(ids) == 1:
            text = f"{question.text[:start]}{MASK}{question.text[start + stops :]}"
            return replace(question, text=text, places=(at_mask(start, tuple(ids)),))
    return None
