"""Follow-ups on the other end of a ranking just told: "the most populous gun? - And at the other end?", 반대로는요?"""

from __future__ import annotations

from dataclasses import replace

from bot.subject import Subject
from bot.tables.intents import LARGEST, SMALLEST
from bot.words.question import Question
from bot.words.wording_on import content_beside, said


def of_the_other_end(question: Question, shown: Subject | None) -> Subject | None:
    """Return the ranking shown last from its other end, where a question asks for that and says no more; else None."""
    if shown is None or shown.kind != "table" or question.names_any or question.countries:
        return None
    if said(question.text, "other_end", "reverse") is None or content_beside(question, "other_end", "reverse"):
        return None
    for end, other in ((LARGEST, SMALLEST), (SMALLEST, LARGEST)):
        if shown.intent.startswith(end):
            return replace(shown, intent=shown.intent.replace(end, other, 1))
    return None
