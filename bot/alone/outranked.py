"""Whether the cards answer better than what is held of the places and bodies that a question names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.alone.asked_of import Named
from bot.alone.reaching import LINE
from bot.sheets.place_lines import POPULATION
from bot.tables.intents import COMPARED, WHICH_ABOVE
from bot.words.question import Question
from index.ranking.ranker import Ranking
from index.ranking.variants import CARD, CONTACT, INTENT, parts
from index.snapshot import Snapshot
from knowledge.places import Place
from knowledge.text import fold, ungrouped

FIGURE = 0.84
"""How sure the figure of a place must be what is asked to come before a card that does not tell it."""
SURELY_COMPARED = 0.97
"""How sure it must be that the places named are compared to come before a card that tells of others too."""
_FIGURES: Mapping[str, Callable[[Place], str]] = {
    POPULATION: lambda place: str(place.population or ""),
    "site": lambda place: place.office.site.partition("//")[2].rstrip("/"),
    "phone": lambda place: place.office.phone,
}


def left_to_cards(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether the best of the ranking answers better than what is held of the place or body named."""
    if ranking.confidence < snapshot.general.threshold or _is_one_line(named) or _says_where_it_lies(named):
        return False
    if _leaves_places_compared(ranking, named) or _lacks_the_figure(ranking, named, question, snapshot):
        return False
    if named.whole:
        return _is_about(ranking, named, question, snapshot)
    return ranking.confidence > named.confidence and not _is_another_body(named, ranking, question, snapshot)


def _is_another_body(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether a body is named and the best of the ranking is another one, which is not what is asked about.

    GAOK's office in Paris bears the name of GAOK.
    """
    kind, id = parts(ranking.candidates[0].item)
    if named.subjects[0].kind != CONTACT or kind != CONTACT:
        return False
    called = fold(question.contacts[0].text)
    return not any(called in fold(name) for name in snapshot.library.contacts[id].called)


def _leaves_places_compared(ranking: Ranking, named: Named) -> bool:
    """Tell whether places are compared by name, and the best of the ranking is a table of a country at large.

    "Lozère and Ulleung, which of them has fewer people?" is worded like which département has the fewest. Or surely
    compared: "Suwon et Yongin, laquelle est la plus grande ?" is worded like the card on the largest of all.
    """
    first = named.subjects[0]
    if first.kind != "table" or first.intent != COMPARED:
        return False
    return named.confidence >= SURELY_COMPARED or parts(ranking.candidates[0].item)[0] == INTENT


def _lacks_the_figure(ranking: Ranking, named: Named, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether the figure of a place is what is asked, and the best card does not tell it.

    "Goseong, the one by the DMZ: what's its population?" is worded like the card on places of one name.
    """
    kind, id = parts(ranking.candidates[0].item)
    line = named.subjects[0].intent
    if kind != CARD or named.confidence < FIGURE or line not in _FIGURES:
        return False
    if any((subject.kind, subject.intent) != ("place", line) for subject in named.subjects):
        return False
    card = snapshot.library.cards[id]
    if line == POPULATION and {*card.places}.isdisjoint(question.place_ids):
        return True
    told = ungrouped(card.answer[question.language])
    places = (snapshot.library.gazetteer[id] for subject in named.subjects for id in subject.ids)
    held = [_FIGURES[line](place) for place in places]
    return all(held) and not any(figure in told for figure in held)


def _is_one_line(named: Named) -> bool:
    """Tell whether the site, phone or address of a body named is what is asked: its line comes first."""
    first = named.subjects[0]
    return first.kind == "contact" and bool(first.intent) and named.confidence >= LINE


def _says_where_it_lies(named: Named) -> bool:
    """Tell whether in which of a unit the place lies is surely what is asked: that its row tells, and hardly a card.

    "Bundang, which city is that part of?" is worded like what an administrative gu is.
    """
    first = named.subjects[0]
    if first.kind != "table" or not first.intent.startswith(f"{WHICH_ABOVE}/"):
        return False
    return named.confidence >= LINE


def _is_about(ranking: Ranking, named: Named, question: Question, snapshot: Snapshot) -> bool:
    """Tell whether the best card is about the very place or contact that a question asks to be told about.

    Two places are named for what they have to do with each other, which a card that names both says. A card that
    sends to several bodies is about none of them.
    """
    if len(question.places) > 1:
        return True
    kind, id = parts(ranking.candidates[0].item)
    card = snapshot.library.cards.get(id) if kind == CARD else None
    if card is not None and card.country == "both" and named.subjects[0].kind == "place":
        return False  # a story of its partnership does not tell what a place is
    ids = {id for subject in named.subjects for id in subject.ids}
    return card is not None and bool(ids & {*card.places, *(card.contacts if len(card.contacts) == 1 else ())})
