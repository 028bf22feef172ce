"""Which of the places of one name is meant: by kind, by what is named around it, by size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from index.names.described import is_described
from index.names.needs import OUTSIZE, weight
from index.names.numbers import (
    departement_after,
    departements_of,
    departements_of_postcodes,
    in_brackets,
    is_number_of,
    postcodes,
)
from index.names.signs import counted_before
from index.names.text import NameText
from index.names.tokens import fold_word, is_hangul
from knowledge.places import COMMUNITIES, FORMER, GROUPINGS, KOREAN_TOWNS, Gazetteer, Place

_TIMES_OF_A_SEAT = 4  # the same for the chief town of an arrondissement beside others: Aubusson
_TIMES_AGAINST_KIND = 100  # how much larger one of another kind than told must be: "une mairie de Bretagne"
_DISTRICT = "district-municipal"
_MOST = 48  # candidates looked at: there are 30 legal dong called Gyo-dong
_LEADING = (*FORMER, "landmark")
_ENDINGS = {"kr-si": "시", "kr-gun": "군", "kr-gu": "구", "kr-metropolitan-city": "광역시", "kr-province": "도"}
CALLED_SHORT = KOREAN_TOWNS[:2]  # a dong is not called without what says its kind
# The provinces around the cities that left them, which share nothing with them otherwise.
SURROUNDING = {
    "kr-11": ("kr-41",),
    "kr-28": ("kr-41",),
    "kr-26": ("kr-48",),
    "kr-31": ("kr-48",),
    "kr-27": ("kr-47",),
    "kr-30": ("kr-44",),
    "kr-36": ("kr-44",),
}
_NESTED = 2  # places of one name, one within the other and less than this apart in size, are one place to people


class NameChoice:
    """Orders and narrows the candidates of a name."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._ids = list(gazetteer)

    def is_described(self, ids: tuple[str, ...], read: NameText, tokens: range) -> bool:
        """Tell whether a word beside the name of a landmark says what it is: Bulguksa Temple."""
        return any(is_described(self._gazetteer[id_], read, tokens.start, tokens.stop) for id_ in ids)

    def knows(self, id_: str) -> bool:
        """Tell whether there is a place with an id."""
        return id_ in self._gazetteer

    def district(self, ids: tuple[str, ...], number: int) -> str | None:
        """Return the id of a city's district by its number: Lyon and 3; None where what may be meant has none so."""
        own = self._gazetteer.children(ids[0], _DISTRICT) if self._gazetteer[ids[0]].kind == "commune" else ()
        return next((place.id for place in own if place.names.ko.endswith(f" {number}구")), None)

    def candidates(self, rows: Sequence[int], kinds: Sequence[str], *, around: bool = True) -> tuple[str, ...]:
        """Return the ids that a name may mean, the weightiest first; only those of the kinds told, if there are any.

        Of a grouping told the one `around` a commune may be meant. A name of before is left out where a place of today
        bears it.
        """
        if len(rows) == 1 and not kinds:  # as most names are: nothing of the place need be read
            return (self._ids[rows[0]],)
        places = [self._gazetteer[self._ids[row]] for row in rows[:_MOST]]
        told = [place for place in places if place.kind in kinds or _was(place, kinds)]
        told = told or (self._around(places, kinds) if around else [])
        if told and _weight(told[0]) * _TIMES_AGAINST_KIND > _weight(places[0]):
            places = told
        return tuple(place.id for place in self._one_of_nested(places))

    def _around(self, places: Sequence[Place], kinds: Sequence[str]) -> list[Place]:
        """Return the groupings told of that the communes are in: "Marseille métropole" is not called by its name."""
        groupings = set(kinds).intersection(GROUPINGS)
        around = ([self._gazetteer[id_] for id_ in place.parents] for place in places if place.kind == "commune")
        nearest = (next((each for each in above if each.kind in groupings), None) for above in around)
        return [*dict.fromkeys(each for each in nearest if each is not None)]

    def within(
        self, ids: tuple[str, ...], around: Sequence[tuple[str, ...]], *, strict: bool = False
    ) -> tuple[str, ...]:
        """Return those of the ids that lie in a place named around; all if none does (none if `strict`).

        Unless `strict`, those that a place named around lies in will do: "Nam-gu, the one with Jangsaengpo".
        """
        if len(ids) == 1 and not strict:
            return ids
        above = {id_ for group in around for id_ in group}
        if not above:
            return () if strict else ids
        became = {today for id_ in above if id_ in self._gazetteer for today in self._gazetteer[id_].leads_to}
        above |= became
        inside = tuple(id_ for id_ in ids if above.intersection(self._gazetteer[id_].parents))
        if inside or strict:
            return inside
        if led := tuple(id_ for id_ in ids if id_ in became):
            return led  # what became of a commune that is named too
        holding = {parent for id_ in above if id_ in self._gazetteer for parent in self._gazetteer[id_].parents}
        return tuple(id_ for id_ in ids if id_ in holding) or ids

    def outside(self, ids: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
        """Return those of several ids that lie in no place set aside (고성군, 강원도 말고); all if none is left."""
        inside = self.within(ids, others, strict=True) if len(ids) > 1 else ()
        return tuple(id_ for id_ in ids if id_ not in inside) or ids

    def of_other_kinds(self, ids: tuple[str, ...], denied: Sequence[str]) -> tuple[str, ...]:
        """Return those of several ids that are of none of the kinds set aside ("not the department"); all if none."""
        if len(ids) < 2 or not denied:
            return ids
        return tuple(id_ for id_ in ids if self._gazetteer[id_].kind not in denied) or ids

    def beside(self, ids: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
        """Return the one of several ids that lies beside another place: what is above both is the least, of a kind.

        None where several do, or none: "Saint-Denis, the one near Paris".
        """
        if len(ids) < 2 or len(others) != 1 or others[0] in ids:
            return ()
        about = self._gazetteer[others[0]]
        above = {about.id, *about.parents, *SURROUNDING.get(about.id, ())}
        shared = {id_: len(above.intersection(self._gazetteer[id_].parents)) for id_ in ids}
        most = max(shared.values())
        nearest = tuple(id_ for id_, count in shared.items() if count == most)
        return nearest if most and len(nearest) == 1 else ()

    def each_told(self, ids: tuple[str, ...], *above: tuple[str, ...]) -> tuple[str, ...]:
        """Return for each of some places the one namesake, of several ids, that lies in it or else beside it.

        None unless each of them, two at least, has exactly one, and all of these differ.
        """
        if len(ids) < 2 or len(above) < 2:
            return ()
        told = [self.within(ids, [one], strict=True) or self.beside(ids, one) for one in above]
        each = tuple(id_ for found in told for id_ in found)
        return each if all(len(found) == 1 for found in told) and len(set(each)) == len(each) else ()

    def numbered(self, ids: tuple[str, ...], read: NameText, written: str, after: int) -> tuple[str, ...]:
        """Return which of the ids a number tells, or what the name as `written` is short for there; none where none.

        The département's number stands at the token `after` the name; postcodes, of several ids, anywhere.
        """
        number = departement_after(read, after)
        if told := self.within(ids, [number], strict=True):
            return told
        if len(ids) < 2:
            return ()
        codes = postcodes(read)
        told = self._with_postcode(ids, codes) or self.short_for(written, number, codes)
        return told or self.within(ids, [departements_of_postcodes(read)], strict=True)

    def is_sure(self, ids: tuple[str, ...], read: NameText, tokens: range, *, apart: bool, rare: bool) -> bool:
        """Tell whether a number makes sure that tokens name a place: Die (26), 26150 Die; not "les croix (59)".

        Where the name may stand `apart`, a postcode anywhere that tells its département does, and the département's
        number after it; of a `rare` word that number where it is led to, or can be no other: "in the 14", sancey 06.
        """
        if not read.tokens[tokens.start].capital and counted_before(read.tokens, tokens.start):
            return bool(self._with_postcode(ids, postcodes(read) & {read.tokens[tokens.start - 1].word}))
        told = bool(self.within(ids, [departement_after(read, tokens.stop)], strict=True))
        if in_brackets(read, tokens.stop) or (told and (apart or (rare and is_number_of(read, tokens.stop)))):
            return told
        beside = read.tokens[max(tokens.start - 1, 0) : tokens.stop + 1]
        if self._with_postcode(ids, postcodes(read).intersection(token.written for token in beside)):
            return True
        return apart and bool(self.within(ids, [departements_of_postcodes(read)], strict=True))

    def _with_postcode(self, ids: tuple[str, ...], postcodes: frozenset[str]) -> tuple[str, ...]:
        """Return those of the ids that have one of the postcodes: Montreuil and 62170."""
        return tuple(id_ for id_ in ids if postcodes and postcodes.intersection(self._gazetteer[id_].postcodes))

    def short_for(
        self, written: str, above: tuple[str, ...], postcodes: frozenset[str] | None = None
    ) -> tuple[str, ...]:
        """Return the communes of a département whose name is longer than written: Villefranche, Aveyron.

        Only those with one of the `postcodes`, where they are given: then the département is told by them too.
        """
        begins = f"{fold_word(written)}-"
        if postcodes is not None:
            above = above or tuple(id_ for code in postcodes for id_ in departements_of(code))
        inside = (id_ for id_ in above if id_ in self._gazetteer and self._gazetteer[id_].kind == "departement")
        found = (place for id_ in inside for place in self._gazetteer.children(id_, "commune"))
        return tuple(
            place.id
            for place in found
            if fold_word(place.names.fr).startswith(begins)
            and (not postcodes or postcodes.intersection(place.postcodes))
        )

    def ranked(self, ids: tuple[str, ...], written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return (the ids that are equally likely, the namesakes to offer) of a name as it is written."""
        if len(ids) == 1:
            return ids, ()
        places = self._without_leading([self._gazetteer[id_] for id_ in ids], written)
        weights = list(map(self._standing, places))
        largest = max(weights)
        seat = _is_seat(places[weights.index(largest)])
        times = [_TIMES_OF_A_SEAT if seat and not _is_seat(place) else OUTSIZE for place in places]
        likely = [p.id for p, w, n in zip(places, weights, times, strict=True) if w * n > largest]
        others = [place.id for place in places if place.id not in likely]
        return tuple(likely), tuple(others)

    def _standing(self, place: Place) -> int:
        """Return for how many inhabitants a place counts among those of its name.

        A former commune stands for today's whose name begins with its own: Évry for Évry-Courcouronnes.
        """
        began = f"{fold_word(place.names.fr)}-"
        today = (self._gazetteer[id_] for id_ in place.leads_to if place.kind == "commune-former")
        return max([_weight(place), *(_weight(now) for now in today if fold_word(now.names.fr).startswith(began))])

    def _without_leading(self, places: list[Place], written: str) -> list[Place]:
        """Leave out names that lead to a place where a place of today bears them.

        A former commune stays, before the others, where today's that goes on with its name is ten times as large.
        A landmark stays, before the others, where it is ten times as well known as they are, or where they are written
        so by rule only (루브르), as a Korean name of before does (마산). One written exactly so, which the others are
        not, is the only one (COEX and Coëx).
        """
        today = [place for place in places if place.kind not in _LEADING]
        landmarks = [place for place in places if place.kind == "landmark"]
        if not today or len(today) == len(places):
            return places
        largest = max(map(_weight, today))
        if grown := [p for p in places if p.kind == "commune-former" and self._standing(p) >= OUTSIZE * largest]:
            return [*grown, *today]
        by_rule = is_hangul(written) and all(place.korean_by_rule for place in today)
        if by_rule and (before := [place for place in places if place.kind == "former"]):
            return before  # 마산 is the city of old to everybody, whatever commune is transliterated so
        if not landmarks:
            return today
        if all(place.kind in COMMUNITIES for place in today):
            return landmarks  # a grouping is hardly ever called by what it is named after: Sophia Antipolis
        exact = [any(map(partial(_is_written, written), group)) for group in (landmarks, today)]
        if any(map(partial(_is_alike, written), today)) and exact in ([True, False], [False, True]):
            return landmarks if exact[0] else today
        if max(map(_weight, landmarks)) >= OUTSIZE * largest:
            return [*landmarks, *today]
        return landmarks if by_rule else today

    @staticmethod
    def _one_of_nested(places: list[Place]) -> list[Place]:
        """Leave one of places that are one within the other and about as large (Paris, La Réunion, Jeju)."""
        dropped: set[str] = set()
        for inner in places:
            for outer in places:
                if outer.id in inner.parents and _weight(outer) < _NESTED * _weight(inner):
                    city = inner.kind == "commune" and outer.kind == "departement"
                    # Pont du Gard; Osong, the complex that is better known than its town
                    named_after = inner.kind == "landmark" and outer.kind in (*COMMUNITIES, *CALLED_SHORT)
                    dropped.add(outer.id if city or named_after else inner.id)
        return [place for place in places if place.id not in dropped]


def _was(place: Place, kinds: Sequence[str]) -> bool:
    """Tell whether a former place was of one of the kinds, which its Korean name ends in."""
    endings = tuple(_ENDINGS[kind] for kind in kinds if kind in _ENDINGS)
    return place.kind == "former" and place.names.ko.endswith(endings)


def _is_seat(place: Place) -> bool:
    """Tell whether a place is the chief town of an arrondissement of the State."""
    return place.kind == "commune" and place.id in place.arrondissements


def _is_written(written: str, place: Place) -> bool:
    return written in _names(place)


def _is_alike(written: str, place: Place) -> bool:
    """Tell whether a name differs from one of the place's in nothing but capitals and accents."""
    return fold_word(written) in map(fold_word, _names(place))


def _names(place: Place) -> tuple[str, ...]:
    return (place.names.fr, place.names.ko, place.names.en, *place.spellings)


def _weight(place: Place) -> int:
    return place.population or weight(place.kind, 0)
