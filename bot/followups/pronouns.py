"""Pronouns for a kind of place that was spoken of: "and those of Paris?", after an arrondissement."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import content
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings


def spelled_out(question: Question, before: Question) -> Question | None:
    """Return a question with the kind of place that the one before named in place of a pronoun for it.

    None where no pronoun stands before a place named, where the question names a kind itself, or the one before none.
    """
    text, named = bare(question.text), units.found_in(before.masked)
    found = next((match for m in question.places if (match := _pronoun().search(text, 0, m.start))), None)
    if found is None or not named or units.mentioned(question.text):
        return None
    start, end = found.span("pronoun")
    kind = bare(before.masked)[named[0].start : named[0].end]
    moved = len(kind) - (end - start)
    places, contacts = (
        tuple(replace(m, start=m.start + moved, end=m.end + moved) if m.start >= end else m for m in mentions)
        for mentions in (question.places, question.contacts)
    )
    text = f"{question.text[:start]}{kind}{question.text[end:]}"
    return replace(question, text=text, places=places, contacts=contacts)


def stands_before_name(question: Question) -> bool:
    """Tell whether a question is but a pronoun and the one name that tells which it means: "celui du Pas-de-Calais"."""
    if len(question.places) != 1 or question.contacts or content(question):
        return False
    return _pronoun().search(bare(question.text), 0, question.places[0].start) is not None


@cache
def _pronoun() -> re.Pattern[str]:
    """Return the pattern of a pronoun and what joins it to the name that follows."""
    own = wordings("bot.texts", "followup.tsv")
    pronoun, joins = alternatives(own["of_kind"]), alternatives(own["of_kind_joins"])
    return re.compile(rf"(?<!\w)(?P<pronoun>{pronoun})\s+(?:{joins})\s*$")
