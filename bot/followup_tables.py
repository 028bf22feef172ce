"""Follow-ups on a ranking, list or number of places: its other end, the next rank, another unit of the same whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from bot import units
from bot.followup_words import asks_nothing_else
from bot.narrowing import ANY, EXTREMES, OVERALL, fields, refine
from bot.question import Question
from bot.subject import Subject
from knowledge.countries import HOMES, home
from knowledge.places import Gazetteer
from knowledge.text import bare
from knowledge.wordings import alternatives, wordings

_OF_PLACES = (*EXTREMES, "table-count-below", "table-list-below", "table-list-overall")
"""Tables of the places below one, or of a country: what follows may rank the same ones."""
_RANKS = ("rank_2", "rank_3", "rank_4", "rank_5")
_KINDS = ("most", "least", "next", *_RANKS, "ranked")


def asked_of_table(question: Question, asked: Question, last: Subject, gazetteer: Gazetteer) -> Iterator[Subject]:
    """The table last given with another end, rank, unit or country: "and the smallest?", 두 번째는요?

    `asked` is the question that it answered: one that a card answered may ask for a ranking too. Nothing where the
    question has any word besides.
    """
    table = _given(asked, last)
    if table is None or question.places or question.contacts:
        return
    name, unit, country, reach, bound, shown, rank = fields(table.intent)
    wanted = units.named_unit(question.text, question.language) or ""
    said = _said(question.text)
    rest = replace(question, text=_without(units.without(question.text)))
    if bound or not asks_nothing_else(rest):
        return
    end = _end(said, name)
    if not end and (last.kind == "card" or not (wanted or (question.countries and name.startswith(EXTREMES)))):
        return
    moved = _country(question)
    if moved and not table.ids and moved == country:
        return
    overall = OVERALL if moved or not table.ids else ""
    ranked = f"{end or name.removesuffix(OVERALL)}{overall}"
    meant = _unit_of(wanted or unit, moved, table, gazetteer)
    if meant is None:
        return
    place = () if overall else table.ids
    number = _number(said, rank) if end else ""
    intent = "/".join((ranked, meant, moved or country, "" if moved else reach, "", shown, number)).rstrip("/")
    given = Subject("table", place, intent)
    if given != table:
        yield given


def _given(asked: Question, last: Subject) -> Subject | None:
    """Return the table that the last answer was, or that would answer the question which a card did."""
    if last.kind == "table":
        return last if last.intent.startswith(_OF_PLACES) else None
    if last.kind != "card" or asked.places or not units.named_unit(asked.masked, asked.language):
        return None
    name = f"{_end(_said(asked.text), '') or 'table-list'}{OVERALL}"
    return Subject("table", (), refine(name, asked.masked, asked.language, asked.countries))


def _end(said: frozenset[str], name: str) -> str:
    """Return the ranking that words ask for, that of the table where they only tell a rank; blank where they do not."""
    if "least" in said:
        return "table-smallest"
    if "most" in said:
        return "table-largest"
    return name.removesuffix(OVERALL) if said & {"next", *_RANKS} and name.startswith(EXTREMES) else ""


def _number(said: frozenset[str], before: str) -> str:
    """Return the rank asked for; blank for the first."""
    if "next" in said:
        return str(int(before or 1) + 1)
    return next((kind.removeprefix("rank_") for kind in _RANKS if kind in said), "")


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
    below = any(gazetteer.count(place.id, kind) for kind in units.kinds_of(counted, place.country))
    return unit if below or gazetteer[place.id].leads_to else None


def _said(text: str) -> frozenset[str]:
    """Return the kinds of ranking words in a text: `most`, `least`, `next`, a rank."""
    return frozenset(kind for kind, pattern in _patterns().items() if kind != "ranked" and pattern.search(bare(text)))


def _without(text: str) -> str:
    """Return a text without the words of a ranking."""
    text = bare(text)
    for pattern in _patterns().values():
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    forms = wordings("bot.texts", "ranks.tsv")
    return {kind: re.compile(rf"(?<!\w)(?:{alternatives(forms[kind])})(?![a-z0-9])[가-힣]*") for kind in _KINDS}
