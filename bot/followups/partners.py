"""Follow-ups on the other side of a partnership just told: "which province is that in?", 거기 시청 전화번호는?

What says for sure that the partner is meant is a level or office that only its country or it has, a word that points to
what the answer gave, or a pronoun of the other side. Where nothing does, it stays one of the ways to read a question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.alone.counterparty import Meant, partners_of
from bot.followups.country import home_named
from bot.followups.places import of_the_same
from bot.partnerships.question import read
from bot.subject import Subject
from bot.tables.intents import PARTNERS_OF
from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import (
    definite,
    means_further,
    points_across,
    points_there,
    said,
    says_something,
    without_opening,
)
from knowledge import countries
from knowledge.library import Library
from knowledge.places import KOREAN_FIRST_LEVEL, Country, Place
from knowledge.text import bare, blanked
from knowledge.wordings import whole_words

_PAIR = 2
"""Places of a card that tells of one partnership."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of a partnership told: the place that it was asked of, and its partners (ids), one at least."""

    near: str
    far: tuple[str, ...]


def sides(shown: Subject | None, before: Question, library: Library) -> list[Sides]:
    """Return the sides of what was told last: both ways round where both places were named, none of anything else.

    `before` is the question that it answered. A card tells of a partnership where it is about two places, one of each
    country.
    """
    if shown is None or shown.kind not in ("card", "partners"):
        return []
    gazetteer = library.gazetteer
    ids = [*library.cards[shown.ids[0]].places] if shown.kind == "card" else [*shown.ids]
    ids = [id for id in ids if id in gazetteer]  # the tables may have changed since
    if len({gazetteer[id].country for id in ids}) == _PAIR:
        if len(ids) != _PAIR:
            return []
        both = [Sides(ids[0], (ids[1],)), Sides(ids[1], (ids[0],))]
        asked_of = [each for each in both if each.near in before.place_ids]
        return asked_of if len(asked_of) == 1 else both
    if shown.kind == "card":
        return []
    twins = read(shown.intent).kind == "twinning"
    found = ((id, partners_of(id, library, twins=twins)) for id in ids)
    return [Sides(id, far) for id, far in found if far][:1]


def meant(question: Question, shown: Subject | None, before: Question, library: Library) -> Meant | None:
    """Return a question asked of the partners just told as one that names the first; None where nothing says so."""
    if question.names_any:
        return None
    found = sides(shown, before, library)
    told = [each for each in found if _is_told(question, each, library, only=len(found) == 1)]
    if len(told) != 1:
        return None
    far = told[0].far
    return Meant(of_the_same(question, Subject("place", far[:1]), without_opening(question)), far)


def further(question: Question, shown: Subject | None, before: Question, library: Library) -> Subject | None:
    """Return the partners of the partner just told, where others are asked for in the country that was asked from.

    "Angoulême's Korean partner? - Does it have another French one?"
    """
    if question.names_any or not means_further(question):
        return None
    home = countries.HOMES.get(home_named(question) or "")
    found = [each for each in sides(shown, before, library) if library.gazetteer[each.near].country == home]
    return Subject("partners", found[0].far, PARTNERS_OF) if len(found) == 1 else None


def likely(shown: Subject | None, before: Question, library: Library) -> Subject | None:
    """Return the partner that a question right after may be asked of though nothing says so; None where two may be."""
    found = sides(shown, before, library)
    return Subject("place", found[0].far[:1]) if len(found) == 1 else None


def _is_told(question: Question, of: Sides, library: Library, *, only: bool) -> bool:
    """Tell whether a question says for sure that it means the far side; `only`: that is the one told last."""
    near, far = library.gazetteer[of.near], library.gazetteer[of.far[0]]
    home = countries.HOMES.get(home_named(question) or "")
    if home == near.country:
        return False
    around = (far, *library.gazetteer.parents(far.id))
    if _names_level(question.text, around, near.country) or _names_kind(question.text, far, near):
        return True
    return only and (points_there(question) or points_across(question) or _asks_what_it_is(question.text))


def what_it_is(question: Question, shown: Subject | None, before: Question, library: Library) -> Subject | None:
    """Return the sheet of the one partner just told, where a question only asks what that is; None where it does not.

    "Is Goyang twinned with anyone in France? - What is that exactly, a town?": who named Goyang knows what that is.
    """
    if question.names_any or not _asks_what_it_is(question.text):
        return None
    found = sides(shown, before, library)
    return Subject("place", found[0].far) if len(found) == 1 and len(found[0].far) == 1 else None


def _asks_what_it_is(text: str) -> bool:
    """Tell whether a text only asks what is meant, and maybe of which kind: who named the near side knows that."""
    folded = units.without(text)
    if said(folded, "what_is") is None:
        return False
    for kind in ("what_is", "beside_what_is"):
        while found := said(folded, kind):
            folded = blanked(folded, *found.span())
    return not says_something(folded)


def _names_level(text: str, around: Iterable[Place], elsewhere: Country) -> bool:
    """Tell whether a text names a level of one of some places that the other country has none of: a province.

    Any first level of Korea stands for the one that a place lies in, be that a province or not.
    """
    levels = {place.kind for place in around}
    levels |= {*KOREAN_FIRST_LEVEL} if levels & {*KOREAN_FIRST_LEVEL} else set()
    named = [unit for unit, _, _ in units.mentioned(text)]
    if any(levels & {*units.kinds_anywhere([unit])} and not units.kinds_of(unit, elsewhere) for unit in named):
        return True
    own = whole_words("bot.texts", "counterparty.tsv", "french_level")
    return elsewhere != "fr" and own.search(bare(text)) is not None


def _names_kind(text: str, far: Place, near: Place) -> bool:
    """Tell whether a text names an office, or points to a kind, that is the far place's and not the near one's."""
    pointed = [unit for unit, start, end in units.mentioned(text) if definite(text, start, end) is not None]
    kinds = [units.kinds_with_office(text), *(units.kinds_anywhere([unit]) for unit in pointed)]
    return any(far.kind in each and near.kind not in each for each in kinds)
