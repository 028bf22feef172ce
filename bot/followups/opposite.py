"""A place told by another side than that in the name of the one spoken of: "and the North one?", 북도는요?

"South Gyeongsang's phone? - And the North one?", "Haute-Corse. - Celle du Sud ?"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot.words.question import Question
from bot.words.wording_on import WORD, said, says_something
from index.names.aside import is_set_aside
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.places import Gazetteer, Place
from knowledge.text import Language, bare, blanked
from knowledge.wordings import alternatives, wordings

_JOINS = frozenset({"du", "de", "d'", "la", "le", "l'"})
"""Words between a side and the rest of a name: Corse-du-Sud."""
_OPPOSITES = {"north": "south", "south": "north", "upper": "lower", "lower": "upper"}


def of_opposite(question: Question, before: str, snapshot: Snapshot) -> Question:
    """Return a question that tells the opposite of the place spoken of as one that names it; else the question itself.

    `before` is the id of that place. A word that tells it may be the name of another place ("celle du Nord"); a
    question that names any besides is left as it is.
    """
    told = _told(question)
    if told is None or before not in snapshot.library.gazetteer:
        return question
    side, start, end = told
    place = snapshot.library.gazetteer[before]
    found = _opposite(place, side, snapshot) or _beside(place, side, snapshot.library.gazetteer)
    if found is None:
        return question
    return replace(question, places=(Mention(start, end, question.text[start:end], (found,), True),))


def _told(question: Question) -> tuple[str, int, int] | None:
    """Return the side that a question tells, and from where to where in its text; None where it names anything more."""
    text = bare(question.text)
    if question.contacts:
        return None
    found = []
    for side in _OPPOSITES:
        match = said(text, f"the_{side}") or _said_alone(text, side)
        if match is not None and not is_set_aside(question.text, *match.span()):
            found.append((side, *match.span()))
    if len(found) != 1:
        return None
    side, start, end = found[0]
    return found[0] if all(start <= m.start and m.end <= end for m in question.places) else None


def _said_alone(text: str, side: str) -> re.Match[str] | None:
    """Return where a text tells a side where it tells nothing else: "pardon, du Nord !", 아니 북이요."""
    match = _side(side).search(text)
    return None if match is None or says_something(blanked(text, *match.span())) else match


def _opposite(place: Place, side: str, snapshot: Snapshot) -> str | None:
    """Return the id of the only place of the kind of a place that bears its name with the opposite word in it."""
    if snapshot.names is None:
        return None
    gazetteer = snapshot.library.gazetteer
    found = {
        id
        for name, language in _names(place, side)
        for mention in snapshot.names.find(name, language, place.parents)
        if (mention.start, mention.end) == (0, len(name))
        for id in (*mention.places, *mention.others)
        if gazetteer[id].kind == place.kind and gazetteer[id].parents == place.parents
    }
    return found.pop() if len(found) == 1 else None


def _beside(place: Place, side: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of the only place beside one that has a side in its name where that has another: Haute-Corse."""
    stem = _stem(place)
    if not place.parents or stem == _spelled(place.names.fr):
        return None
    beside = (each for each in gazetteer.children(place.parents[0], place.kind) if each.id != place.id)
    found = [each.id for each in beside if _side(side).search(bare(each.names.fr)) and _stem(each) == stem]
    return found[0] if len(found) == 1 else None


def _stem(place: Place) -> str:
    """Return what the French name of a place is without the sides in it and what joins them: "corse"."""
    text = bare(place.names.fr)
    for side in _OPPOSITES:
        text = _side(side).sub(" ", text)
    return _spelled(text)


def _spelled(name: str) -> str:
    return " ".join(word for word in WORD.findall(bare(name)) if word not in _JOINS)


def _names(place: Place, side: str) -> Iterator[tuple[str, Language]]:
    """Yield what a place would be called with a side in its name in place of the opposite one."""
    languages: tuple[Language, ...] = ("fr",) if place.country == "fr" else ("ko", "fr")
    for language in languages:
        folded = bare(place.names[language])
        for form in wordings("bot.texts", "followup.tsv")[f"side_{side}"]:
            name = _side(_OPPOSITES[side]).sub(bare(form), folded)
            if name != folded:
                yield name, language


@cache
def _side(side: str) -> re.Pattern[str]:
    """Return the pattern of a side in a name: a word of its own, or the one syllable of a Korean name."""
    return re.compile(rf"(?<![a-z])(?:{alternatives(wordings('bot.texts', 'followup.tsv')[f'side_{side}'])})(?![a-z])")
