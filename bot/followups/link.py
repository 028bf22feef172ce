"""Follow-ups that ask only for a link, the site of the place or body just told: "got a link?", 링크 있어요?

That of a card is its source's, which is given with it.
"""

from __future__ import annotations

from bot.subject import Subject
from bot.words.question import Question
from bot.words.wording_on import content_beside, said

SITE = "site"


def of_told(question: Question, last: Subject | None) -> Subject | None:
    """Return the site of the one place or body just told, or the card, where but a link is asked for; else None.

    By itself the word is also what ties two places: "a link between Tours and Suwon".
    """
    if last is None or last.kind not in ("place", "contact", "card") or len(last.ids) != 1 or last.intent == SITE:
        return None
    if question.names_any or question.countries or said(question.text, "link") is None:
        return None
    beside = content_beside(question, "link", "handing", "polite", "reference", "there", "possessive")
    if beside:
        return None
    return last if last.kind == "card" else Subject(last.kind, last.ids, SITE)
