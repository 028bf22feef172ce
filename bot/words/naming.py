"""What a message names: its places, its contacts, and what only sets others aside or tells which one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.words import bound, units, where_told
from bot.words.demonyms import named_by_adjective
from bot.words.kin import branch, sits_in
from bot.words.masking import masked
from index.names.aside import end_of_the_one, is_set_aside, is_taken_back, others_set_aside, span_set_aside
from index.names.kinds import spans_denied
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.library import Library
from knowledge.places import Country
from knowledge.text import HANGUL, Language, blanked

_ASIDE = re.compile(r"\s*\([^()]{1,30}\)")
_JOINING = re.compile(r"\s*(?:,|\(|-|à|en|de|d'|in|of|at|의|에 있는)?\s*")
_PART_ASKED = re.compile(r"(?:의|에서)?\s?(?:몇|어느|무슨|어떤)\s?[시군구읍면동](?![가-힣]*[을를])")
"""Which part of a place is asked for, right after its name: 파리 몇 구, 경남 무슨 군."""
_LYING_THERE = re.compile(r"(?:에\s?(?:있는|위치한)|의|\s?쪽(?:에 있는)?)?\s")
"""What stands in Korean between a place and the name of one that is said to lie there."""
_BODY_THERE = re.compile(rf"{_LYING_THERE.pattern}+(?:우리(?:나라)?\s|한국\s|프랑스\s)?")
"""What stands between a place and the name of a body that sits there."""
_TELLING = 3
"""Words that tell which body is meant in place of the one set aside."""
_UNIT_INTO = re.compile("[시군구도읍면동]으?로")
_SPLIT = re.compile(r"\s(?:나뉘|나눠|나누|갈라|쪼개)")
_PROPER = r"[A-ZÀ-Ý][^\W\d_]*[a-zà-ÿ][\w'’-]*"
_LAND = re.compile(rf",?\s(?:dans\s(?:l[ea]s?\s|l['’])|in\sthe\s){_PROPER}(?:\s{_PROPER})*")


class Mentions(NamedTuple):
    """What a text names: places, contacts, landmarks among their names, words that set names aside, and the places."""

    places: tuple[Mention, ...] = ()
    contacts: tuple[Mention, ...] = ()
    sites: tuple[Mention, ...] = ()
    asides: tuple[str, ...] = ()
    set_aside: tuple[Mention, ...] = ()


def mentions_in(text: str, snapshot: Snapshot) -> Mentions:
    """Return what a text names."""
    contacts = tuple(m for m in snapshot.contact_names.find(text) if not units.names_seats(m.text))
    if snapshot.names is None:
        return Mentions(contacts=distinct(contacts))
    places = snapshot.names.find(text, script(text))
    places = _of_its_kind(text, tuple(m for m in places if not is_what_is_split_into(text, m)), snapshot)
    places, where = where_told.narrowed(text, places, snapshot.library.gazetteer)
    adjectives = named_by_adjective(text, snapshot.library.gazetteer)
    further = [m for m in adjectives if not any(place.overlaps(m.start, m.end) for place in places)]
    places = tuple(sorted((*places, *further), key=lambda mention: mention.start)) if further else places
    limit = bound.located(text) if places else None
    if limit is not None:  # 사이 is a town, and what lies "between" two numbers
        places = tuple(mention for mention in places if not mention.overlaps(*limit[1:]))
    contacts = _with_misspelt(text, contacts, places, snapshot)
    contacts = distinct(whole_name(contact, places, text, snapshot.library) for contact in contacts)
    covered = [place for place in places if any(contact.overlaps(place.start, place.end) for contact in contacts)]
    sites = (m for m in covered if snapshot.library.gazetteer[m.places[0]].kind == "landmark")
    named = [place for place in places if place not in covered]
    mistaken = _taken_back(text, (*named, *contacts))
    places, contacts = meant(text, named, contacts)
    set_aside = tuple(m for m in named if m not in places)
    dropped = [*mistaken, *(span_set_aside(text, m.start, m.end) for m in set_aside)]
    places, telling = without_telling(text, places, snapshot.library)
    asides = tuple(text[span[0] : span[1]] for span in (*where, *dropped, *telling) if span is not None)
    asides = (*asides, *_asides_of(text, (*named, *contacts)))
    return Mentions(places, contacts, tuple(sites), asides, set_aside)


def _with_misspelt(
    text: str, contacts: tuple[Mention, ...], places: tuple[Mention, ...], snapshot: Snapshot
) -> tuple[Mention, ...]:
    """Return the contacts named, in order, with those whose name has a typing fault: "ambasade corée Paris"."""
    knows = snapshot.names.knows_word if snapshot.names is not None else None
    further = snapshot.contact_names.misspelt(text, contacts, places, knows) if knows else ()
    return tuple(sorted((*contacts, *further), key=lambda m: (m.start, -m.end))) if further else contacts


def script(text: str) -> Language:
    """Return the language that decides which words of a text are names: that of its letters."""
    return "ko" if HANGUL.search(text) else "fr"


def settled(
    text: str,
    places: tuple[Mention, ...],
    snapshot: Snapshot,
    *,
    around: tuple[str, ...] = (),
    kinds: tuple[str, ...] = (),
) -> tuple[Mention, ...]:
    """Return the places found in a text, of those that may be several the ones around or of the kinds given."""
    if snapshot.names is None or all(len(mention.places) == 1 for mention in places):
        return places
    kept = {(mention.start, mention.end) for mention in places}
    again = snapshot.names.find(text, script(text), around, kinds)
    found = tuple(mention for mention in again if (mention.start, mention.end) in kept)
    return found if len(found) == len(kept) else places


def _of_its_kind(text: str, places: tuple[Mention, ...], snapshot: Snapshot) -> tuple[Mention, ...]:
    """Return the places with what is ambiguous settled by a kind spoken of: "Gwangju, still a metropolitan city?"."""
    kinds = units.kinds_mentioned(masked(text, places))
    return settled(text, places, snapshot, kinds=kinds) if kinds else places


def is_what_is_split_into(text: str, mention: Mention) -> bool:
    """Tell whether a name is but a unit that something is said to be split into: 구로 나뉘어 있나요."""
    return _UNIT_INTO.fullmatch(mention.text) is not None and _SPLIT.match(text, mention.end) is not None


def _asides_of(text: str, named: Sequence[Mention]) -> list[str]:
    """Return what a text says to set aside a namesake that it does not name: "pas celui du sud", "not the department".

    And the land that a place is said to lie in, which is none of the places: "Saint-Véran dans le Queyras".
    Only where it names something.
    """
    if not named:
        return []
    spans = (*others_set_aside(text, [m.end for m in named]), *spans_denied(text), *lands_after(text, named))
    return [text[start:end] for start, end in spans if not any(m.overlaps(start, end) for m in named)]


def lands_after(text: str, named: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return where a land with an article stands that a place is said to lie in, with the words that say so."""
    found = [match.span() for m in named if (match := _LAND.match(text, m.end))]
    foreign = [span for span, _ in countries.named(text)] if found else []
    return [(start, end) for start, end in found if not any(begin < end and start < to for begin, to in foreign)]


def without_telling(
    text: str, places: tuple[Mention, ...], library: Library
) -> tuple[tuple[Mention, ...], list[tuple[int, int]]]:
    """Return the places without those that only tell which one before is meant, and where they stand: 고성, 경남꺼.

    Nor those that only tell of whose parts one is asked for: 에펠탑이 파리 몇구야. Nor one named again with what it
    lies in: 광주시 인구, 경기도에 있는 광주요.
    """
    kept: list[Mention] = []
    telling = []
    for mention in places:
        if len(kept) > 1 and _told_again(text, kept, mention, library):
            telling.append((kept.pop().start, mention.end))
            continue
        end = end_of_the_one(text, mention.end) or (mention.end if _PART_ASKED.match(text, mention.end) else None)
        if end and any(mention.places[0] in library.gazetteer[m.places[0]].parents for m in kept):
            telling.append((mention.start, end))
        else:
            kept.append(mention)
    return tuple(kept), telling


def _told_again(text: str, kept: Sequence[Mention], mention: Mention, library: Library) -> bool:
    """Tell whether a place named before is named again after one that it lies in, which says that it does."""
    *before, above = kept
    again = any(mention.places == each.places for each in before)
    lies = above.places[0] in library.gazetteer[mention.places[0]].parents
    return again and lies and _LYING_THERE.fullmatch(text, above.end, mention.start) is not None


def meant(text: str, places: Sequence[Mention], contacts: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """Return the places and the contacts without those set aside; all, where nothing else is named.

    What a place set aside is said to lie in is set aside with it, and so is a place that was said by mistake before
    another was named in its stead: "Gijang, er, not Gijang but Jung-gu".
    """
    aside = {m.start for m in (*places, *contacts) if is_set_aside(text, m.start, m.end)}
    if aside and places and places[-1].start > max(aside):
        mistaken = {m.places[0] for m in places if m.start in aside and len({*m.places, *m.others}) == 1}
        aside |= {m.start for m in places if m.start < max(aside) and m.places[0] in mistaken}
    aside |= {one.start for one, other in pairwise(places) if other.start in aside and _leads(text, one, other)}
    aside |= {start for start, _ in _taken_back(text, (*places, *contacts))}
    kept = tuple(tuple(m for m in named if m.start not in aside) for named in (places, contacts))
    if any(kept) or (not places and _says_more(text, contacts)):
        return kept
    return tuple(places), tuple(contacts)


def _says_more(text: str, aside: Iterable[Mention]) -> bool:
    """Tell whether a text tells in some words what is meant in place of what it sets aside: "not X, the one of …"."""
    for mention in aside:
        span = span_set_aside(text, mention.start, mention.end)
        text = blanked(text, *span) if span is not None else text
    return len(text.split()) >= _TELLING


def _taken_back(text: str, named: Iterable[Mention]) -> list[tuple[int, int]]:
    """Return where names stand that were said by mistake, up to the one that is meant: "Tours, pardon, Blois"."""
    found = sorted(named, key=lambda mention: mention.start)
    return [(one.start, other.start) for one, other in pairwise(found) if is_taken_back(text, one.end, other.start)]


def _leads(text: str, one: Mention, other: Mention) -> bool:
    """Tell whether in Korean a name tells where the next one lies: 전라도 광주 말고."""
    return text[one.end : other.start] == " " and HANGUL.match(text, one.start) is not None


def distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return mentions, in order, without those within the one before: the abbreviation in "콘진원(KOCCA)"."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


def whole_name(contact: Mention, places: Iterable[Mention], text: str, library: Library) -> Mention:
    """Return a contact's mention with the abbreviation and the place that belong to its name.

    "le centre culturel coréen de Paris": the place is where the contact sits, not what is asked about. In the other
    country, it is its office there.
    """
    start, end = contact.start, contact.end
    aside = _ASIDE.match(text, end)
    end = aside.end() if aside else end
    ids = contact.places
    for place in places:
        joins = _JOINING.fullmatch(text, end, place.start) or _BODY_THERE.fullmatch(text, place.end, start)
        there = joins and frozenset(library.gazetteer[id].country for id in place.places)
        if joins and (sitting := tuple(id for id in ids if sits_in(library.contacts[id], place, library))):
            ids, start, end = sitting, min(start, place.start), max(end, place.end)
        elif there and (office := _office_in(there, ids, library)):
            ids, start, end = office, min(start, place.start), max(end, place.end)
    for (begin, to), code in countries.named(text):
        if begin >= end and code in countries.HOMES and _JOINING.fullmatch(text, end, begin):
            office = _office_in(frozenset({countries.HOMES[code]}), ids, library)
            ids, end = (office, to) if office else (ids, end)
    return replace(contact, start=start, end=end, text=text[start:end], places=ids)


def _office_in(there: frozenset[Country], ids: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Return the id of the office of a body in a country that is not its own: "Campus France à Séoul"; none else."""
    body = library.contacts[ids[0]]
    office = branch(body, library) if len(ids) == 1 and body.country not in there else None
    return () if office is None else (office.id,)
