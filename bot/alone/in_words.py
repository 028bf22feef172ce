"""What is asked of what is named in words for nothing else: how to reach a town hall, whether a body is in a town.

Such a question is read by its words, as one of a whole country is: a phrasing so short is like too many others.
"""

from __future__ import annotations

from dataclasses import replace

from bot.alone import levels
from bot.alone.asked_of import Named, subjects
from bot.alone.companions import companions
from bot.alone.overall import CLAUSE, SURE, says_no_more
from bot.alone.whose_office import SUBPREFECTURE
from bot.sheets.place_lines import SEAT
from bot.subject import Subject
from bot.tables import narrowing, which
from bot.tables.intents import COMPARED, COUNT_BELOW, IS_KIND, LIST_BELOW, SAME_ABOVE, WHICH_ABOVE, WHOLE
from bot.tables.table_intent import of_unit
from bot.words import ranks, units
from bot.words.hierarchy import above, innermost, nearest_below
from bot.words.kin import alike_abroad
from bot.words.mentions import outer_first, row_named
from bot.words.question import Question
from bot.words.sentences import is_marked, sentences
from bot.words.units import is_of_what_is_named, kinds_with_office, offices_mentioned
from bot.words.ways import ANY, REACH, ways
from bot.words.wording_on import WORD, points_to_both, says_something
from bot.words.wording_on import said as said_in
from knowledge.library import Library
from knowledge.text import bare, blanked_said
from knowledge.wordings import whole_words

_TWO = 2
_WAYS = ("phone", "site", "address", "email")
"""Where any way to reach an office will do, the lines that tell one, the first that is held."""


def asked_in_words(question: Question, library: Library) -> Named | None:
    """Return what a question asks of what it names, where nothing else is said; None for any other question."""
    if len(question.contacts) == 1 and question.places:
        return _body_there(question, library)
    if question.contacts or any(len(mention.places) > 1 for mention in question.places):
        return None
    if len(question.places) == 1:
        lines = (_reaching, _number, _own_seat, _seat_of, _all_above, _which_above)
        readings = (_seats_below, *lines, _kind, _parts, _counted, _existing)
        return next(filter(None, (reading(question, library) for reading in readings)), None)
    row = _larger(question, library)
    if row is not None or len(question.places) != _TWO:
        return row
    return _one_place(question, library) or _seat(question, library) or _lying(question, library)


def _body_there(question: Question, library: Library) -> Named | None:
    """Return all there is on a body where one asks whether it is in a place: "is there a Korean consulate in Lyon?".

    Or which one is nearest to it: no distance is held, but there are few, and all are told of. Of a network one asks
    whether the place is in it.
    """
    ids = question.contacts[0].places
    if companions(question) or any(library.contacts[id].category == "network" for id in ids):
        return None
    asked = bare(question.asked)
    spoken = tuple(m.span() for m in whole_words("bot.texts", "existence.tsv", "exists", "nearest").finditer(asked))
    if not spoken or not says_no_more(_without(question.asked, spoken)):
        return None
    found = replace(subjects(WHOLE, question, SURE, library), whole=False)
    nearest = whole_words("bot.texts", "existence.tsv", "nearest").search(asked)
    if nearest is None or len(ids) > 1 or [each.ids for each in found.subjects] != [ids]:
        return found
    alike = tuple(Subject("contact", (body.id,)) for body in alike_abroad(library.contacts[ids[0]], library))
    return replace(found, subjects=alike, together=len(alike) > 1)


def _one_place(question: Question, library: Library) -> Named | None:
    """Return whether two names in a row are of one place, whatever is said of how they are written."""
    if row_named(question.text, question.places) is None:
        return None
    said = whole_words("bot.texts", "same.tsv", "one_place").search(bare(question.masked))
    if said is None or not which.asks_whether_one(question.masked):
        return None
    return subjects(SAME_ABOVE, question, SURE, library)


def _reaching(question: Question, library: Library) -> Named | None:
    """Return how to reach the office of a place where any way will do: "coordonnées de la mairie de Vannes"."""
    text = question.asked
    own = library.gazetteer[question.places[0].places[0]].kind in kinds_with_office(text)
    if not own or ways(text) != {ANY}:
        return None
    spoken = (match.span() for match in whole_words("bot.texts", "ways.tsv", ANY, REACH).finditer(bare(text)))
    offices = ((start, end) for _, start, end in offices_mentioned(text))
    if not says_no_more(_without(text, (*spoken, *offices))):
        return None
    first, *others = _WAYS
    return replace(subjects(first, question, SURE, library), further=tuple(others))


def _number(question: Question, library: Library) -> Named | None:
    """Return the number by which a département goes: "quel est le numéro du département de la Sarthe ?".

    Or the official code of any French place: "le code Insee de Guingamp".
    """
    text, place = bare(question.asked), library.gazetteer[question.places[0].places[0]]
    plain = place.kind == "departement" and bool(units.found_in(text))
    if not plain and place.country != "fr":
        return None
    kind = "number" if plain else "insee"
    numbers = [match.span() for match in whole_words("bot.texts", "numbers.tsv", kind).finditer(text)]
    if not numbers or not says_no_more(_without(text, tuple(numbers))):
        return None
    return subjects("code", question, SURE, library)


def _seat(question: Question, library: Library) -> Named | None:
    """Return the seat of the place in which a town is said to be that: "the capital of Normandy, Caen, right?"."""
    outer, inner = outer_first(question.places, library)
    if outer.places[0] not in library.gazetteer[inner.places[0]].parents:
        return None
    text = bare(question.asked)
    seats = [m.span() for m in whole_words("bot.texts", "seats.tsv", "seats", "seats_korean").finditer(text)]
    guesses = [match.span() for match in whole_words("bot.texts", "overall.tsv", "guess").finditer(text)]
    if not seats or not says_no_more(_without(text, (*seats, *guesses))):
        return None
    return subjects(SEAT, question, SURE, library)


def _seat_of(question: Question, library: Library) -> Named | None:
    """Return what a town lies in where it is asked of which unit it is the seat: "Orléans, chef-lieu de quelle …?"."""
    text = bare(question.asked)
    place = library.gazetteer[question.places[0].places[0]]
    if place.seat or not which.asks_which_above(text):
        return None
    seats = [m.span() for m in whole_words("bot.texts", "seats.tsv", "seats", "seats_korean").finditer(text)]
    seats = [(start, end) for unit, start, end in offices_mentioned(text) if unit == SUBPREFECTURE] or seats
    if not seats or not says_no_more(_without(text, tuple(seats))):
        return None
    return subjects(WHICH_ABOVE, question, SURE, library)


def _own_seat(question: Question, library: Library) -> Named | None:
    """Return the seat of the place named where it is asked which town it is: "the county seat of …", … 군청 소재지.

    Or "… a quelle ville pour préfecture".
    """
    text = bare(question.asked)
    seats = [match.span() for match in whole_words("bot.texts", "seats.tsv", "seats", "seats_korean").finditer(text)]
    own = _asks_which_town(text) or any(is_of_what_is_named(text, *span) for span in seats)
    if not seats or not own or not says_no_more(_without(text, tuple(seats))):
        return None
    return subjects(SEAT, question, SURE, library)


def _asks_which_town(text: str) -> bool:
    """Tell whether a text asks which town something is, and names no unit but that: "quelle ville"."""
    named = [units.kinds_anywhere([unit.unit]) for unit in units.found_in(text)]
    return which.asks_for_town(text) and all("commune" in kinds for kinds in named)


def _all_above(question: Question, library: Library) -> Named | None:
    """Return all that a place lies in where several units of it are named and nothing else: "X: département, région?".

    None where it lies in none of them: "Guadeloupe: département, région?" asks what it is.
    """
    if not which.names_several_above(question.asked):
        return None
    place = library.gazetteer[question.places[0].places[0]]
    kinds = {kind for unit in units.found_in(question.asked) for kind in units.kinds_of(unit.unit, place.country)}
    if place.kind in kinds or len(kinds & {parent.kind for parent in above(place, library.gazetteer)}) < 2:
        return None
    return subjects(WHICH_ABOVE, question, SURE, library)


def _which_above(question: Question, library: Library) -> Named | None:
    """Return what a place lies in where one but asks which one of a unit that is, or that it is part of: 무슨 구야."""
    place = library.gazetteer[question.places[0].places[0]]
    named = {unit.unit for unit in units.found_in(question.asked)}
    kinds = {kind for unit in named for kind in units.kinds_of(unit, place.country)}
    belonging = (m.span() for m in whole_words("bot.texts", "which.tsv", "belonging").finditer(bare(question.asked)))
    said = _without(question.asked, tuple(belonging))
    if len(named) != 1 or not which.asks_which_unit(question.asked) or not says_no_more(said):
        return None
    held = kinds & {parent.kind for parent in above(place, library.gazetteer)}
    return subjects(WHICH_ABOVE, question, SURE, library) if held and place.kind not in kinds else None


def _parts(question: Question, library: Library) -> Named | None:
    """Return the parts of a place where one asks but whether it is divided into such: "is it split into gu?"."""
    text, place = question.asked, library.gazetteer[question.places[0].places[0]]
    said = tuple(m.span() for m in whole_words("bot.texts", "divided.tsv", "split").finditer(bare(text)))
    kinds = {kind for unit in units.found_in(text) for kind in units.kinds_of(unit.unit, place.country)}
    if not said or not library.gazetteer.count(place.id, *kinds):
        return None
    it = tuple(m.span() for m in whole_words("bot.texts", "followup.tsv", "reference", "there").finditer(bare(text)))
    table = LIST_BELOW if said_in(text, "how_many") is None else COUNT_BELOW
    return subjects(table, question, SURE, library) if says_no_more(_without(text, (*said, *it))) else None


def _kind(question: Question, library: Library) -> Named | None:
    """Return what a place is where a clause offers units of which it is one: "X, une ville ou un comté ?"."""
    offering = [clause for clause in CLAUSE.split(question.asked) if units.are_alternatives(clause)]
    if len(offering) != 1 or not says_no_more(offering[0]):
        return None
    asked = levels.asks_its_kind(offering[0], question.places[0].places[0], library.gazetteer)
    return subjects(IS_KIND, question, SURE, library) if asked else None


def _seats_below(question: Question, library: Library) -> Named | None:
    """Return which towns are the seats of what lies in a place, where that is all that is asked: "its prefectures"."""
    text, place = question.asked, question.place_ids[0]
    sought = {unit.unit for unit in units.found_in(text) if unit.several} & {*units.SEATS_OF}
    if len(sought) != 1 or library.gazetteer.count(place, units.SEATS_OF[min(sought)]) < _TWO or not says_no_more(text):
        return None
    return subjects(COUNT_BELOW if units.are_counted(text) else LIST_BELOW, question, SURE, library)


def _counted(question: Question, library: Library) -> Named | None:
    """Return how many of a unit lie in a place that holds some, where that is all that is asked: 안에 군이 몇 군데."""
    text, place = question.asked, library.gazetteer[question.places[0].places[0]]
    unit = units.named_unit(text, question.language)
    kinds = units.kinds_of(unit, place.country) if unit and units.are_counted(text) else ()
    if place.kind in kinds or not library.gazetteer.count(place.id, *kinds) or not says_no_more(text):
        return None
    return subjects(COUNT_BELOW, question, SURE, library)


def _existing(question: Question, library: Library) -> Named | None:
    """Return what of a unit lies in a place where one asks but whether any does: "is there a gun in X, or only gu?"."""
    text, place = question.asked, library.gazetteer[question.places[0].places[0]]
    if said_in(text, "how_many") is not None:
        return None  # "combien y a-t-il de communes dans le Gard ?" asks for no list
    unit = levels.unit_sought(text)
    kinds = units.kinds_of(unit, place.country) if unit else ()
    if not kinds or place.kind in kinds or not nearest_below(place, library.gazetteer):
        return None
    spoken = tuple(
        match.span() for match in whole_words("bot.texts", "existence.tsv", "exists", "or_not").finditer(bare(text))
    )
    if not says_no_more(_without(text, spoken)):
        return None
    held = library.gazetteer.count(place.id, *kinds)
    intent = narrowing.listed_below(unit, text) if held else of_unit(COUNT_BELOW, unit)
    return Named((Subject("table", (place.id,), intent),), SURE, asked=True)


def _larger(question: Question, library: Library) -> Named | None:
    """Return places named in a row side by side, where the next sentence but asks which is larger: "Laquelle est …?".

    What the first says of them tells why: "On travaille avec X et Y." Where the next says "of the two" they need be in
    no row: "Je suis élue en X et nous recevons Y. Laquelle des deux …?"
    """
    said = sentences(question.text)
    ids = tuple(dict.fromkeys(question.place_ids))
    row = row_named(question.text, question.places)
    if len(said) != 2 or not is_marked(said[1]) or is_marked(said[0]):
        return None
    apart = len(innermost(ids, library.gazetteer)) == len(ids)
    asking = replace(question, text=next(clause for clause in CLAUSE.split(said[1]) if WORD.search(clause)))
    of_both = len(ids) == _TWO and points_to_both(asking) and all(m.end <= len(said[0]) for m in question.places)
    if not ranks.ends(asking.text) or not apart or ranks.by_another_measure(said[1]):
        return None
    if not of_both:
        whole = question.text[question.places[0].start : question.places[-1].end]
        if row is None or row not in said[0] or row != whole or says_something(ranks.without(said[1])):
            return None
    elif not says_no_more(units.without(ranks.without(asking.text))):
        return None
    return Named((Subject("table", ids, COMPARED),), SURE, asked=True)


def _lying(question: Question, library: Library) -> Named | None:
    """Return whether a place lies in what it is guessed to: "Les Vosges, c'est bien le Grand Est hein ?".

    The other is of a level that the place lies in one of; which one that is, is told.
    """
    first, second = (library.gazetteer[mention.places[0]] for mention in question.places)
    may_lie = any(
        outer.kind in {parent.kind for parent in above(inner, library.gazetteer)}
        for inner, outer in ((first, second), (second, first))
    )
    guesses = [
        match.span() for match in whole_words("bot.texts", "overall.tsv", "guess").finditer(bare(question.asked))
    ]
    if not may_lie or not guesses or not says_no_more(_without(question.asked, tuple(guesses))):
        return None
    return subjects(SAME_ABOVE, question, SURE, library)


def _without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """Return a text without accents and with blanks in place of some of it, with what is stuck to that in Hangul."""
    folded = bare(text)
    for start, end in spans:
        folded = blanked_said(folded, start, end)
    return folded
