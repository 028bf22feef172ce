"""Follow-ups that ask of another unit what was asked of one, or of all those just counted: "and their mayors?"."""

from __future__ import annotations

from dataclasses import replace

from bot.followups.country import home_named
from bot.followups.places import is_extreme
from bot.sheets import kinds
from bot.sheets.place_lines import SEATS
from bot.subject import Subject
from bot.tables.intents import COUNT_BELOW, DIVIDED, LIST_BELOW
from bot.tables.table_intent import of_unit, read
from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import content_beside, refers_back, said, says_something, without_opening
from knowledge import countries
from knowledge.places import Gazetteer
from knowledge.text import bare

HEAD = "executive"
"""The line of who heads a place."""


def instead(question: Question, before: Question) -> Question | None:
    """Return the question before with the one unit now named in place of the one that it names; None without them.

    "How many départements are there? - And communes?", 데파르트망이 몇 개예요? - 코뮌은요? A question that names a
    place or says anything more asks something of its own.
    """
    if question.names_any or before.names_any or says_something(units.without(question.text)):
        return None
    now, then = units.found_in(question.text), units.found_in(before.text)
    if len(now) != 1 or not then or {each.unit for each in then} != {then[0].unit} or now[0].unit == then[0].unit:
        return None
    name, folded, old = _noun(question.text, now[0]), bare(before.text), then[0]
    start = old.end - len(_noun(before.text, old))
    homes = [code for code, country in countries.HOMES.items() if units.kinds_of(now[0].unit, country)]
    implied = homes[0] if len(homes) == 1 else home_named(before) or before.implied
    text = f"{folded[:start]}{name}{folded[old.end :]}"
    named = frozenset(code for _, code in countries.named(text))
    if not named and len(homes) == 1:  # what is counted in a country is told with its name
        text = f"{kinds.country(countries.HOMES[homes[0]], question.language)}: {text}"
        named = frozenset(homes)
    return replace(question, text=text, countries=named, implied=implied)


def of_those_counted(question: Question, before: Question, last: Subject, gazetteer: Gazetteer) -> Question | None:
    """Return a question on the places just counted or listed as one on what they are; None where it is not on several.

    "How many gu are there in Seoul? - And are their mayors elected?": a card tells it of every gu. It is one of the
    country that they were counted in: the "arrondissements" of Seoul are none of France.
    """
    unit = _counted(last)
    if not unit or question.names_any or said(question.text, "several_meant") is None:
        return None
    named = next((each for each in units.found_in(before.text) if each.unit == unit), None)
    if named is None or units.found_in(question.text):
        return None
    homes = {gazetteer[id].country for id in last.ids if id in gazetteer}
    home = homes.pop() if len(homes) == 1 else None
    noun = _noun(before.text, named)
    if home is not None and any(units.kinds_of(unit, other) for other in {*countries.HOMES.values()} - {home}):
        below = [kind for kind in units.kinds_of(unit, home) if any(gazetteer.count(id, kind) for id in last.ids)]
        noun = str(kinds.several(below[0], question.language)) if below else noun
    implied = question.implied if home is None else countries.CODES[home]
    return replace(question, text=f"{noun}, {without_opening(question)}", implied=implied)


def listed(question: Question, last: Subject) -> Subject | None:
    """Return the list of the places just counted, where a question asks only which they are: "lesquels ?"."""
    if last.kind != "table" or not last.intent.startswith(COUNT_BELOW) or question.names_any:
        return None
    if said(question.text, "which_ones") is None or content_beside(question, "which_ones", "polite", "handing"):
        return None
    return replace(last, intent=last.intent.replace(COUNT_BELOW, LIST_BELOW, 1))


def counts_its_parts(question: Question, last: Subject, gazetteer: Gazetteer) -> bool:
    """Tell whether a question refers to the place just spoken of and names units that it has, all of them counted.

    "Sinan-gun, which province? - How many eup and myeon in it?": no card on what those are.
    """
    if last.kind not in ("place", "table") or len(last.ids) != 1 or last.ids[0] not in gazetteer:
        return False
    if question.names_any or last.intent in SEATS or is_extreme(last):
        return False
    if not (refers_back(question) or said(question.text, "inside")):
        return False
    place, named = gazetteer[last.ids[0]], units.found_in(question.text)
    if not named or not _counts(question.text):
        return False
    return all(gazetteer.count(place.id, *units.kinds_of(each.unit, place.country)) for each in named)


def only_counted(question: Question, last: Subject) -> Subject | None:
    """Return how many of the one unit named the place spoken of has, where a question asks that and nothing else.

    It may do so politely: 거기 동이 몇 개인지도 알 수 있을까요.
    """
    named = {each.unit for each in units.found_in(question.text)}
    rest = replace(question, text=units.without(question.text))
    if len(named) != 1 or content_beside(rest, "how_many", "polite", "there", "reference", "inside"):
        return None
    return Subject("table", last.ids, of_unit(COUNT_BELOW, named.pop()))


def _counts(text: str) -> bool:
    """Tell whether a text asks how many there are of something."""
    return said(text, "how_many") is not None


def heads_the_whole(found: Subject, question: Question, last: Subject | None) -> bool:
    """Tell whether who heads a place is told where those counted are meant: "gun in Gangwon? - Who runs them?"."""
    if last is None or not _counted(last) or (found.kind, found.intent) != ("place", HEAD):
        return False
    return found.ids == last.ids and said(question.text, "several_meant") is not None


def _counted(last: Subject) -> str:
    """Return the unit of which the places in another were counted or listed; blank where none were."""
    table = read(last.intent) if last.kind == "table" else None
    return table.unit if table is not None and table.table in DIVIDED else ""


def _noun(text: str, unit: units.Found) -> str:
    """Return the word for a unit that a text names, without accents and what counts it: "gu" of "how many gu"."""
    form = bare(text)[unit.start : unit.end]
    words = form.split(" ")
    shorter = (" ".join(words[number:]) for number in range(len(words) - 1, 0, -1))
    return next((each for each in shorter if [found.unit for found in units.found_in(each)] == [unit.unit]), form)
