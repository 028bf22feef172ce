"""The office of the place spoken of, by its kind alone: "how large is Suwon? - Where is city hall?"."""

from __future__ import annotations

from dataclasses import replace

from bot.followups.places import without_units_set_aside
from bot.subject import Subject
from bot.words import units
from bot.words.masking import at_mask
from bot.words.question import Question
from bot.words.wording_on import spans_there, without_opening
from index.names.mention import Mention
from index.ranking.variants import MASK
from knowledge.places import Gazetteer, Place
from knowledge.text import HANGUL, blanked

_SUFFIX = "청"
"""What makes the name of a Korean government that of its office: 영암군청."""


def named(question: Question, spoken_of: Subject | None, gazetteer: Gazetteer) -> Question | None:
    """Return a question that names the office of the place spoken of as one that names the place; else None.

    Not where the question names anything itself, or the office of another kind: that of what the place lies in.
    """
    if question.names_any or question.countries or spoken_of is None or spoken_of.kind not in ("place", "table"):
        return None
    if len(spoken_of.ids) != 1 or spoken_of.ids[0] not in gazetteer:
        return None
    place, text = gazetteer[spoken_of.ids[0]], without_opening(question)
    for span in spans_there(text):  # whose office it is, which the name tells
        text = blanked(text, *span)
    _, offices, _ = without_units_set_aside(text)
    if len(offices) != 1 or place.kind not in units.kinds_with_office(text):
        return None
    _, start, end = offices[0]
    if HANGUL.match(text, start):
        called, mention = _in_korean(text[start:end], start, place)
        return replace(question, text=f"{text[:start]}{called}{text[end:]}", places=(mention,))
    if question.language == "fr":
        called, at = f"{text[start:end]} de {MASK}", end + len(" de ")
    else:
        called, at = f"{MASK} {text[start:end]}", start
    return replace(question, text=f"{text[:start]}{called}{text[end:]}", places=(at_mask(at, (place.id,)),))


def _in_korean(office: str, start: int, place: Place) -> tuple[str, Mention]:
    """Return the name of a place with that of its office in Korean, which are one word for a Korean one."""
    name = place.names.ko
    glued = office == f"{name[-1]}{_SUFFIX}"
    called = f"{name}{_SUFFIX}" if glued else f"{name} {office}"
    return called, Mention(start, start + len(name), name, (place.id,), True)
