"""Follow-ups that ask for one way to reach the body just told, and for nothing else: "their phone number, then?"."""

from __future__ import annotations

from bot.alone.reaching import EXACT, LIKE
from bot.followups.like_of import body_told
from bot.turn import Turn
from bot.words import ways
from bot.words.question import Question
from bot.words.wording_on import content_beside, refers_back, said
from knowledge.library import Library

MOST_BESIDE = 2
"""Words of content beside a way to reach someone, beyond which more than that is asked."""


def asked(question: Question) -> str:
    """Return the one way to reach what was just told that a question asks for and nothing else; else nothing.

    A word must point to it: "the phone number?" may be that of an emergency.
    """
    wanted = ways.ways(question.text) - {ways.WHERE, ways.ANY}
    points = said(question.text, "possessive") is not None or refers_back(question)
    if question.names_any or question.countries or len(wanted) != 1 or not wanted <= EXACT or not points:
        return ""
    rest = Question(ways.without(question.text), question.detection)
    beside = content_beside(rest, "possessive", "polite", "handing", "reference", "there")
    return next(iter(wanted)) if len(beside) <= MOST_BESIDE else ""


def bodies(way: str, question: Question, last: Turn, library: Library) -> tuple[str, ...]:
    """Return the bodies of which a way to reach them may be asked: the one told or named, or those that a card lists.

    None where the card tells such a way itself: it may be what is asked for.
    """
    told, shown = body_told(last), last.only
    if shown is None or shown.kind not in ("card", "contact"):
        return ()
    if shown.kind == "card" and LIKE[way].search(library.cards[shown.ids[0]].answer[question.language]):
        return ()
    return (told,) if told is not None else library.cards[shown.ids[0]].contacts if shown.kind == "card" else ()
