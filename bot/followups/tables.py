"""Follow-ups on a ranking, list or number of places: its other end, the next rank, another unit of the same whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.subject import OF_PLACES, Subject
from bot.tables.intents import (
    BEYOND,
    COMPARED,
    COUNT_BELOW,
    EXTREMES,
    LARGEST,
    LIST_BELOW,
    LIST_OVERALL,
    RANK,
    SMALLEST,
    extreme,
)
from bot.tables.narrowing import ANY, refine
from bot.tables.table_intent import OVERALL, TableIntent, of_unit, read
from bot.words import ranks, units
from bot.words.question import Question
from bot.words.reach import reach_of, without_reach
from bot.words.sentences import sentences
from bot.words.wording_on import asks_nothing_else, points_to_both, says_something
from bot.words.wording_on import said as said_in
from knowledge.countries import CODES, HOMES, home
from knowledge.places import KOREAN_FIRST_LEVEL, Gazetteer

_OF_THOSE_COUNTED = ("both", "among_them", "their_population")
"""What may be said beside the end of those just counted, whose populations the ranking of them tells."""
_OVER_PLACES = (*EXTREMES, COUNT_BELOW, LIST_BELOW, LIST_OVERALL)
"""Tables of the places below one, or of a country: what follows may rank the same ones."""


def asked_of_table(
    question: Question, asked: Question, last: Subject, gazetteer: Gazetteer, found: Sequence[str] = ()
) -> Iterator[Subject]:
    """The table last given with another end, rank, unit, part or country: "and the smallest?", 두 번째는요?

    `asked` is the question that it answered: one that a card or a place's sheet answered may lead to a ranking too.
    `found` are the places that the answer gave. Nothing where the question has any word besides.
    """
    if question.contacts or sum(map(says_something, sentences(question.text))) > 1:
        return  # what several sentences ask is read one by one
    named = _named(question, asked, last, found, gazetteer)
    if named is not None or question.places:
        yield from filter(None, (named,))
        return
    wanted = _unit_named(question)
    table = _given(asked, last, wanted, gazetteer) or _all_of(question, last)
    before = None if table is None else read(table.intent)
    rest = replace(question, text=ranks.without(without_reach(units.without(question.text))))
    if table is None or before is None or before.bound or before.left_out:
        return
    divided = table.intent.startswith((COUNT_BELOW, LIST_BELOW))
    if not asks_nothing_else(rest, *(_OF_THOSE_COUNTED if divided else ())):
        return
    may_move = last.kind == "table" or (last.kind == "card" and _counts_others(asked, wanted, _part(question, table)))
    may_move = may_move and not last.intent.startswith(RANK)
    likes = _of_its_likes(question, table, wanted, gazetteer)
    compared = None if wanted else units.only_in(asked.masked, _country(question))
    wanted = wanted if compared is None else compared.unit
    given = likes or _moved(question, table, wanted, gazetteer, may_move=may_move)
    if given is not None and given != last:
        yield given


def _moved(question: Question, table: Subject, wanted: str, gazetteer: Gazetteer, *, may_move: bool) -> Subject | None:
    """Return a table moved to the end, rank, unit, part or country that a question names; None where it names none.

    `wanted` is the unit named, blank for that before. Where it `may_move` not, only another end or rank is told.
    """
    before, said = read(table.intent), ranks.said(question.text)
    end = _end(said, before.table)
    part = _part(question, table)
    other = wanted or part or (question.countries and before.table.startswith(EXTREMES))
    if not end and not (may_move and other):
        return None
    country = _country(question)
    if country and not table.ids and country == before.country:
        if not part:
            return None
        country = ""  # "metropolitan France" names a part of it
    unit = _unit_of(wanted or before.unit, country, table, gazetteer)
    if unit is None:
        return None
    overall = OVERALL if country or not table.ids else ""
    intent = TableIntent(
        f"{end or before.table.removesuffix(OVERALL)}{overall}",
        unit,
        country or before.country,
        "" if country else part or before.reach,
        shown=before.shown,
        rank=_number(said, before.rank) if end else 0,
    )
    return Subject("table", () if overall else table.ids, intent.written())


def _part(question: Question, table: Subject) -> str:
    """Return the part of France that a question on a whole country speaks of; blank for none."""
    return "" if table.ids else reach_of(question.text)


def _of_its_likes(question: Question, table: Subject, wanted: str, gazetteer: Gazetteer) -> Subject | None:
    """Return which place of a kind has the most of what was counted: "communes in Lozère? - Which has the most?"."""
    before = read(table.intent)
    counted = before.table == COUNT_BELOW and before.unit and len(table.ids) == 1
    if not counted or not ranks.of_what_was_counted(question.text):
        return None
    place = gazetteer[table.ids[0]]
    if wanted and place.kind not in units.kinds_of(wanted, place.country):
        return None
    ranked = extreme(ranks.said(question.text))
    likes = "first-level" if place.kind in KOREAN_FIRST_LEVEL else place.kind
    return Subject("table", (), TableIntent(f"{ranked}{OVERALL}", f"{likes}:{before.unit}", place.country).written())


def _named(
    question: Question, asked: Question, last: Subject, found: Sequence[str], gazetteer: Gazetteer
) -> Subject | None:
    """Return the list that is asked for by name: of those beside the ones spoken of, or of the same unit elsewhere.

    "Paldal and Yeongtong? - What are the other two called?"; "which cities have counties? - Name Incheon's". Or the
    larger of the two partners that were given.
    """
    said = ranks.said(question.text)
    of_two = last.kind == "partners" and len({*found}) == 2 and points_to_both(question)
    if of_two and not question.places and said & ranks.ENDS:
        rest = replace(question, text=ranks.without(units.without(question.text)))
        return Subject("table", tuple(found), COMPARED) if asks_nothing_else(rest) else None
    rest = replace(question, text=ranks.without_naming(units.without(question.text)))
    if not said & {"others", "naming"} or not asks_nothing_else(rest):
        return None
    if "others" in said and not question.places:
        spoken_of = last.kind in OF_PLACES and not last.intent.startswith(_OVER_PLACES)
        return _beside(last.ids if spoken_of else (), gazetteer)
    if "naming" not in said or len(question.places) != 1 or last.kind not in ("card", "table"):
        return None
    place = gazetteer[question.places[0].places[0]]
    of_table = [read(last.intent).ranked] if last.kind == "table" else []
    named = [*reversed([each.unit for each in units.found_in(asked.masked)]), *filter(None, of_table)]
    below = (u for u in named if gazetteer.count(place.id, *units.kinds_of(u, place.country)))
    unit = next(below, "")
    return Subject("table", (place.id,), of_unit(LIST_BELOW, unit)) if unit else None


def _beside(ids: Sequence[str], gazetteer: Gazetteer) -> Subject | None:
    """Return the list of all that lie with some places of one kind in the nearest place that has more of it."""
    places = [gazetteer[id] for id in ids]
    if not places or len({place.kind for place in places}) > 1:
        return None
    within = (id for id in places[0].parents if all(id in place.parents for place in places))
    whole = next((id for id in within if gazetteer.count(id, places[0].kind) > len(places)), None)
    return None if whole is None else Subject("table", (whole,), of_unit(LIST_BELOW, places[0].kind))


def _given(asked: Question, last: Subject, wanted: str, gazetteer: Gazetteer) -> Subject | None:
    """Return the table that the last answer was, or that of the places like the ones asked about; None without one.

    A rank, a line of a sheet and a card lead to the ranking of the unit that is named, now or in the question before.
    """
    if last.kind == "table" and last.intent.startswith(_OVER_PLACES) and not _ranks_itself(last, gazetteer):
        return last
    if last.kind not in ("card", "place") and not _ranks_itself(last, gazetteer):
        return None
    unit = wanted if last.kind == "place" else units.named_unit(asked.masked, asked.language)
    unit = unit or (read(last.intent).unit if last.kind == "table" else "")
    if last.kind == "card" and _counts_others(asked, wanted, ""):
        unit = wanted
    ids = [mention.places[0] for mention in asked.places] if last.kind == "card" else last.ids
    if not unit:
        return None
    kinds = [units.kinds_of(unit.partition(":")[0], gazetteer[id].country) for id in ids]
    if any(gazetteer[id].kind not in of_unit for id, of_unit in zip(ids, kinds, strict=True)):
        whole = last.kind == "card" and len(ids) == 1 and gazetteer.count(ids[0], *kinds[0])
        return Subject("table", tuple(ids), of_unit(LIST_BELOW, unit)) if whole else None
    said = ranks.said(asked.text)
    end = _end(said, "")
    name = f"{end}{OVERALL}" if end else LIST_OVERALL
    named = asked.countries or {CODES[gazetteer[id].country] for id in ids}
    if last.kind != "card":
        return Subject("table", (), TableIntent(name, unit, HOMES.get(home(named) or "", "")).written())
    intent = refine(name, asked.masked, asked.language, named)
    return Subject("table", (), intent)


def _all_of(question: Question, last: Subject) -> Subject | None:
    """Return the ranking of all places of a unit of which those beyond a number were told, where its end is asked for.

    "Which métropoles have fewer than 300,000 people? - And the smallest?" None for the end that lies at the number.
    """
    table = read(last.intent) if last.kind == "table" and last.intent.startswith(BEYOND) else None
    limit, ends = None if table is None else table.bound, ranks.ends(question.text)
    if table is None or limit is None or limit.about or limit.upto is not None:
        return None
    if ends != {"most" if limit.over else "least"}:
        return None
    name = f"{LARGEST if limit.over else SMALLEST}{'' if last.ids else OVERALL}"
    return replace(last, intent=replace(table, table=name, bound=None).written())


def _unit_named(question: Question) -> str:
    """Return the unit that a question names, unless its name only tells a part of France: "en métropole"."""
    unit = units.named_unit(question.text, question.language) or ""
    rest = units.named_unit(without_reach(question.text), question.language) or ""
    return rest if unit == "metropole" else unit


def _counts_others(asked: Question, wanted: str, part: str) -> bool:
    """Tell whether what follows a card which told how many there are counts those of a part, or of another unit.

    "How many régions are there? - Only on the mainland?"; "what is a gun? - How many are there? - And gu?"
    """
    if said_in(asked.text, "how_many") is None:
        return False
    return bool(part) or bool(wanted and not asked.names_any and not units.found_in(asked.text))


def _ranks_itself(last: Subject, gazetteer: Gazetteer) -> bool:
    """Tell whether a table told the rank of a place among its likes: "is Lozère the smallest département?"."""
    if last.kind != "table" or len(last.ids) != 1:
        return False
    place, unit = gazetteer[last.ids[0]], read(last.intent).unit
    if last.intent.startswith(RANK):
        return True
    return last.intent.startswith(EXTREMES) and place.kind in units.kinds_of(unit, place.country)


def _end(said: frozenset[str], name: str) -> str:
    """Return the ranking that words ask for, that of the table where they only tell a rank; blank where they do not."""
    if said & ranks.ENDS:
        return extreme(said)
    return name.removesuffix(OVERALL) if ranks.ranks(said) and name.startswith(EXTREMES) else ""


def _number(said: frozenset[str], before: int) -> int:
    """Return the rank asked for; 0 for the first."""
    return ranks.numbered(said) or ((before or 1) + 1 if "next" in said else 0)


def _country(question: Question) -> str:
    """Return the one of the two countries that a question names, as a table has it; blank where it names none."""
    return HOMES.get(home(question.countries) or "", "")


def _unit_of(unit: str, country: str, table: Subject, gazetteer: Gazetteer) -> str | None:
    """Return the unit to rank, that of the other country where it lacks it; None where the whole has none of it."""
    if country:
        return unit if units.kinds_of(unit, "fr" if country == "fr" else "kr") else ANY
    if not unit or not table.ids:
        return unit if unit else None if not table.ids else ""
    place = gazetteer[table.ids[0]]
    counted = unit.partition(":")[0]
    below = gazetteer.count(place.id, *units.kinds_of(counted, place.country))
    if below or gazetteer[place.id].leads_to:
        return unit
    return "" if unit == read(table.intent).unit else None  # what it has instead was told: the two cities of Jeju
