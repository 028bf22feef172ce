"""What a place belongs to and what it is: which province it is in, whether it is a city, whether two share a région."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answer import Composition
from bot.catalogue import say
from bot.sheets import kinds, place_sheets
from bot.sheets.place_lines import KIND
from bot.sheets.place_names import bare_name, with_kind
from bot.sheets.writing import Word, joined, listed
from bot.subject import Subject
from bot.tables.question import TableQuestion
from bot.words import hierarchy, units
from knowledge.places import EPCI, GROUPINGS, KOREAN_FIRST_LEVEL, METROPOLES, Country, Place

_GROUPINGS = (*EPCI, "ept")


def which_above(question: TableQuestion) -> Composition | None:
    """Answer in which département, province or country a place is, or each of several.

    Where no unit is named, or one that its country lacks ("in which Korean commune is Panmunjom?"), of all above it.
    A former place is said to be one, with what its name leads to today.
    """
    if len(question.inner) > 1:
        return together([which_above(question.about(place)) for place in question.inner], question)
    told = _above(question)
    named = question.named[0] if len(question.named) == 1 else None
    if told is None or named is None or not named.leads_to or named.kind == "landmark":
        return told
    shown = hierarchy.today(named, question.gazetteer)
    leading = place_sheets.leads(named, shown, question.language, question.library)
    return replace(told, text=f"{leading} {told.text}")


def _above(question: TableQuestion) -> Composition | None:
    """Answer in which of what is above it one place lies; None where there is no one place."""
    place = question.place
    if place is None:
        return None
    language = question.language
    all_above = hierarchy.above(place, question.gazetteer)
    if question.unit == "country":
        text = say(
            "table-in", language, place=_called(place, question), above=kinds.country(place.country, question.language)
        )
        return question.answer(text)
    if not all_above:
        return question.answer(_is("table-is", place, question))
    wanted = kinds_above(question.unit, place.country)
    found = [parent for parent in all_above if not wanted or parent.kind in wanted]
    if not found:
        unit = kinds.named(question.unit, language)
        text = (
            _is("table-is", place, question)  # "le 47, c'est quel département ?"
            if place.kind in wanted
            else say("table-in-none", language, place=_called(place, question), unit=unit)
        )
        more = say("table-also-in", language, above=listed([with_kind(p, language) for p in all_above], language))
        return question.answer(f"{text} {more}", all_above)
    names = listed([with_kind(parent, language) for parent in found], language)
    text = say("table-in", language, place=_called(place, question), above=names)
    wider = [p for p in all_above if p not in found and len(p.parents) < len(found[-1].parents)]
    if wider:
        also = listed([with_kind(parent, language) for parent in wider], language)
        text = f"{text} {say('table-also-in', language, above=also)}"
    return question.answer(text, (*found, *wider))


def together(answers: Sequence[Composition | None], question: TableQuestion) -> Composition | None:
    """Return the answers about several places as one; None where there is none."""
    told = [answer for answer in answers if answer is not None]
    above = dict.fromkeys(id for answer in told for id in answer.places)
    text = "\n".join(answer.text for answer in told)
    return question.answer(text, (question.gazetteer[id] for id in above)) if told else None


def is_kind(question: TableQuestion) -> Composition | None:
    """Answer what kind of place each is; with yes or no where the question names one kind and the place is ordinary."""
    place = question.named[0] if question.named else None
    if place is None:
        return None
    if place.leads_to:
        return place_sheets.compose(Subject("place", (place.id,), KIND), question.language, question.library)
    asked = ((place, _grouping_asked(place, question)) for place in question.inner)
    groupings = [(place, grouping) for place, grouping in asked if grouping is not None]
    told = [_kind(place, question) for place in question.inner]
    told += [_member(place, parent, question) for place, parent in groupings]
    return question.answer("\n".join(told), [parent for _, parent in groupings])


def _grouping_asked(place: Place, question: TableQuestion) -> Place | None:
    """Return the EPCI of a commune that is asked whether it is one, as people say the town for its grouping."""
    asked = set(units.kinds_of(question.unit, place.country)) if question.unit else set()
    return hierarchy.grouping(place, question.gazetteer) if asked and asked <= {*_GROUPINGS} else None


def _member(place: Place, grouping: Place, question: TableQuestion) -> str:
    language = question.language
    kind = kinds.defined(grouping, language)
    return say("table-member", language, place=_called(place, question), grouping=question.name(grouping), kind=kind)


def same_place(question: TableQuestion) -> Composition | None:
    """Answer whether names are of one place of today: with what each is and, where one lies in another, that it does.

    None for fewer than two names.
    """
    if len(question.named) < 2:
        return None
    language = question.language
    former = next((place for place in question.named if place.leads_to), None)
    if former is not None:  # "is Masan the same city as Changwon?": its name leads there
        return place_sheets.compose(Subject("place", (former.id,), KIND), language, question.library)
    if len({place.id for place in question.places}) == 1:
        names = listed([place.names[language] for place in question.named], language)
        shared = kinds.defined(question.places[0], language)
        return question.answer(say("table-same-yes", language, both=names, shared=shared))
    text = _no_one(question)
    inside = which_above(question.about(question.inner[0])) if len(question.inner) == 1 else None
    return question.answer(f"{text} {inside.text}" if inside is not None else text)


def _no_one(question: TableQuestion) -> str:
    """Say that places are no one place, nor one of them in another, by what each is."""
    language = question.language
    each = [
        say("table-same-each", language, place=question.name(place), above=kinds.defined(place, language))
        for place in dict.fromkeys(question.places)
    ]
    return say("table-same-no", language, each=joined(each, language))


def same_above(question: TableQuestion) -> Composition | None:
    """Answer whether places are in the same province, département or région, of the unit named or of any.

    Where one is of a level above another ("is Gunwi in Gyeongbuk?"), whether it is what the other lies in; of several
    such ("in Gangwon or in Gyeonggi?"), in which. Where nothing is above any of them ("is Busan part of Gyeonggi?"),
    what each is; None where they are of two countries.
    """
    if len(question.places) < 2:
        return None
    language = question.language
    # "Is there a commune called Die in the Drôme?": its own unit is not what it may share with the other.
    if not question.unit or any(place.kind in question.kinds(place) for place in question.places):
        inside = [told for place in question.places if (told := _inside_named(place, question)) is not None]
        if inside:
            return together(inside, question)
    wanted = kinds_above(question.unit, question.places[0].country)
    chains = []
    for place in question.places:
        chain = (*hierarchy.above(place, question.gazetteer), *([] if place.leads_to else [place]))
        chains.append([each for each in chain if not question.unit or each.kind in wanted])
    if question.unit and question.unit != "country" and not any(chains):
        return None
    if not question.unit and not any(hierarchy.above(place, question.gazetteer) for place in question.places):
        at_home = len({place.country for place in question.places}) == 1
        return question.answer(_no_one(question), question.places) if at_home else None
    shared = [each for each in chains[0] if all(each in chain for chain in chains[1:])]
    both = listed([place.names[language] for place in question.places], language)
    if question.unit == "country":
        alike = len({place.country for place in question.places}) == 1
        if alike:
            country = kinds.country(question.places[0].country, question.language)
            return question.answer(say("table-same-yes", language, both=both, shared=country))
    if shared:
        names = listed([with_kind(each, language) for each in shared], language)
        text = say("table-same-yes", language, both=both, shared=names)
        apart = [_widest(place, shared, question) for place in question.places] if not question.unit else []
        if apart and all(apart) and len(set(apart)) == len(apart):
            each = [_where(place, chain, question) for place, chain in zip(question.places, apart, strict=True)]
            text = f"{text} {say('table-same-but', language, each=joined(each, language))}"
        return question.answer(text, shared)
    each = [_where(place, chain, question) for place, chain in zip(question.places, chains, strict=True)]
    return question.answer(say("table-same-no", language, each=joined(each, language)))


def _widest(place: Place, shared: Sequence[Place], question: TableQuestion) -> tuple[Place, ...]:
    """Return the widest of what a place lies in and another does not, groupings left out; none where there is none."""
    above = [p for p in hierarchy.above(place, question.gazetteer) if p not in shared and p.kind not in _GROUPINGS]
    return tuple(above[-1:])


def kinds_above(unit: str, country: Country) -> tuple[str, ...]:
    """Return the kinds above a place that a unit asks for: "which province" takes any first-level government.

    In France a département or a région may be meant: 무슨 도.
    """
    if unit in ("province", "region", "first-level", "kr-metropolitan-city") and country == "kr":
        return KOREAN_FIRST_LEVEL
    if unit == "province":
        return ("departement", "region")
    if unit == "epci" and country == "fr":
        return _GROUPINGS
    if unit == "metropole":
        return METROPOLES
    return units.kinds_of(unit, country)


def _inside_named(inner: Place, question: TableQuestion) -> Composition | None:
    """Answer in which of the other places named a place lies; None where they are not of a level above it."""
    others = ((place, _inside(inner, place, question)) for place in question.places if place is not inner)
    told = [(place, answer) for place, answer in others if answer is not None]
    if len(told) < 2:
        return told[0][1] if told else None
    above = hierarchy.above(inner, question.gazetteer)
    held = next((place for place, _ in told if place in above), told[0][0])
    unit = "province" if held.kind in KOREAN_FIRST_LEVEL else held.kind
    return which_above(replace(question.about(inner), unit=unit))


def _inside(inner: Place, outer: Place, question: TableQuestion) -> Composition | None:
    """Answer whether a place lies in another, and in which of that level it does; None where it lies in none.

    Where it does not, all that it lies in tells where it is, of a landmark the governments it leads to first.
    """
    peers = next((group for group in (GROUPINGS, KOREAN_FIRST_LEVEL) if outer.kind in group), (outer.kind,))
    found = [parent for parent in hierarchy.above(inner, question.gazetteer) if parent.kind in peers]
    if not found:
        return None
    if outer not in found:
        found = sorted(hierarchy.above(inner, question.gazetteer), key=lambda parent: parent.id not in inner.leads_to)
    above = listed([with_kind(parent, question.language) for parent in found], question.language)
    key = "table-in-yes" if outer in found else "table-in-no"
    return question.answer(say(key, question.language, place=_called(inner, question), above=above), found)


def _kind(place: Place, question: TableQuestion) -> str:
    key = "table-is"
    if question.unit and place.description is None:
        key = "table-is-yes" if place.kind in units.kinds_of(question.unit, place.country) else "table-is-no"
    return _is(key, place, question)


def _is(key: str, place: Place, question: TableQuestion) -> str:
    """Say what kind of place it is; the name does not say it too."""
    name, kind = question.name(place), kinds.kind(place, question.language)
    called = _called(place, question) if kind in name else name
    return say(key, question.language, place=called, kind=kinds.defined(place, question.language))


def _called(place: Place, question: TableQuestion) -> Word:
    """Return the bare name: what it lies in is the answer, not a part of the question."""
    return bare_name(place, question.language)


def _where(place: Place, chain: Sequence[Place], question: TableQuestion) -> str:
    language = question.language
    lies_in = [each for each in chain if each != place]
    if not lies_in and question.unit in _GROUPINGS and (found := hierarchy.grouping(place, question.gazetteer)):
        lies_in = [found]  # in no métropole, but in another grouping
    above = [with_kind(each, language) for each in lies_in] or [kinds.country(place.country, question.language)]
    return say("table-same-each", language, place=_called(place, question), above=listed(above, language))
