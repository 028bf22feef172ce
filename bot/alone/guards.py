"""Guards: what a question names that a card is not about rules the card out, whatever the likeness.

"The préfet of Hokkaido" lies close to the card on préfets; that a third country is named makes it another question.
What guards there are is data of the knowledge folder (scope.yaml); a folder without it has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.answer import Reason
from bot.words.question import Question
from bot.words.setting import setting
from index.ranking.variants import CARD, CONTACT, parts
from index.snapshot import Snapshot
from knowledge.cards import Card
from knowledge.contacts import Contact
from knowledge.countries import CODES, home
from knowledge.library import Library
from knowledge.text import HANGUL, LANGUAGES, bare
from knowledge.wordings import whole_words


class Elsewhere:
    """The cards and contacts of the other country, where a question names just one: they are not what is asked about.

    What people ask by that country's name (a visa of French nationals in Korea) is not elsewhere; where the country is
    only implied, it is, and so it is where people of one country are in the other ("my Korean intern in Lyon"). A body
    named is what is asked about, wherever it is. Where both countries are asked about ("in each country"), a card of
    one of them is half an answer.
    """

    def __init__(self, question: Question, snapshot: Snapshot) -> None:
        guards = snapshot.library.scope.guards
        there = setting(question, snapshot.library.gazetteer) if guards.countries else None
        implied = question.implied or (CODES[there] if there else None)
        self._country = implied or home(question.countries & {*guards.countries})
        self._implied = implied is not None
        guarded = bool(guards.countries)
        self._both = guarded and whole_words("bot.texts", "reach.tsv", "both").search(bare(question.text)) is not None
        self._named = frozenset(question.contact_ids)
        self._snapshot = snapshot

    def __contains__(self, item: object) -> bool:
        entry = _entry(str(item), self._snapshot.library) if self._country or self._both else None
        if entry is None or entry.country == "both" or entry.id in self._named:
            return False
        if self._both:
            return isinstance(entry, Card)
        if CODES[entry.country] == self._country:
            return False
        return self._implied or self._country not in self._snapshot.countries[str(item)].asked


class Guard:
    """The items that something a question names rules out: another country, or a place they are not about.

    Where the places named are but the `case` in which a rule is asked for ("may Vannes sign with Yeosu without its
    région?"), a card on the rule need not name them: it must only be of their countries, and about no other place.
    With `places` false only another country rules out.
    """

    def __init__(self, question: Question, snapshot: Snapshot, *, case: bool = False, places: bool = True) -> None:
        guards = snapshot.library.scope.guards
        self.foreign = question.countries - frozenset(guards.countries) if guards.countries else frozenset()
        self._case = case
        self._snapshot = snapshot
        # A landmark (the Blue House, Incheon airport) is no government a card could be about instead.
        named = [m for m in question.places if snapshot.library.gazetteer[m.places[0]].kind != "landmark"]
        self._names = [self._forms(m.text, m.places) for m in named] if guards.places and places else []

    def _forms(self, text: str, ids: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
        names = self._snapshot.library.gazetteer[ids[0]].names
        return frozenset(ids), tuple(filter(_tells, {text, *(names[language] for language in LANGUAGES)}))

    def __contains__(self, item: object) -> bool:
        return self.reason(str(item)) is not None

    def reasons(self, items: Iterable[str]) -> frozenset[Reason]:
        """Return why some items are ruled out: every reason that rules out any of them."""
        return frozenset(reason for item in items if (reason := self.reason(item)) is not None)

    def reason(self, item: str) -> Reason | None:
        """Return why the item is ruled out, or None."""
        entry = _entry(item, self._snapshot.library)
        if entry is None:
            return "country" if self.foreign else None
        if self.foreign and not self.foreign <= self._snapshot.countries[item].told:
            return "country"
        wording = self._snapshot.wording(item) if self._names else ""
        for ids, forms in self._names:
            held = ids.intersection(entry.places) or any(_stands(form, wording) for form in forms)
            if not held and not (self._case and self._covers(entry, ids)):
                return "place"
        return None

    def _covers(self, entry: Card | Contact, ids: frozenset[str]) -> bool:
        gazetteer = self._snapshot.library.gazetteer
        return not entry.places and any(entry.country in (gazetteer[id].country, "both") for id in ids)


def _entry(item: str, library: Library) -> Card | Contact | None:
    kind, id = parts(item)
    if kind == CARD:
        return library.cards[id]
    return library.contacts[id] if kind == CONTACT else None


def _tells(form: str) -> bool:
    """Tell whether a form can be looked for as it is written: a name in capitals, or in Hangul of two syllables."""
    return len(form) > 1 and (form != form.lower() or HANGUL.search(form) is not None)


def _stands(form: str, wording: str) -> bool:
    """Tell whether a name stands in a text, as it is written: "Tours" is no round of an election ("deux tours")."""
    if form not in wording or HANGUL.search(form):
        return form in wording
    return re.search(rf"(?<!\w){re.escape(form)}(?!\w)", wording) is not None
