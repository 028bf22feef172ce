"""Follow-ups that ask of another place or body what was asked of the one before: "And Lyon?", 부산은요?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.followups import places
from bot.subject import Subject
from bot.tables.intents import COUNT_BELOW, DIVIDED, EXTREMES
from bot.tables.narrowing import ANY
from bot.tables.table_intent import TableIntent, read
from bot.words import units
from bot.words.question import Question
from bot.words.wording_on import changes_subject, content, corrects, said, says_something
from index.names.aside import is_set_aside
from index.names.mention import Mention
from index.ranking.variants import MASK
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.places import Country, Gazetteer, Place
from knowledge.text import blanked


def same_of_another(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """Yield what was asked before, asked of the place or body now named: its line, and the question in its words.

    Nothing where that is set aside: "not of Lyon alone, how many are there in France?".
    """
    of_place = bool(question.places)  # what is named as well is no subject of its own
    question = places.without_containers(question, snapshot.library.gazetteer)
    mention = _new(question, before)
    if is_set_aside(question.text, mention.start, mention.end):
        return
    same_line = last is not None and last.kind in ("place", "contact") and len(mention.places) == 1
    if last is not None and same_line:
        ids = places.of_that_level(mention.places, last.ids[0], snapshot.library.gazetteer)
        yield Subject("place" if of_place else "contact", ids, last.intent)
    earlier, gazetteer = (*before.places, *before.contacts), snapshot.library.gazetteer
    if earlier and (content(before) or not same_line):  # "and that of the Creuse" says by itself nothing of a line
        old, kept = _stood_for(mention, question, before, gazetteer)
        ids = places.of_that_level(mention.places, old.places[0], gazetteer)
        head, tail = before.text[: old.start], before.text[old.end :]
        if of_place and not kept and old.places[0] in gazetteer:
            head, tail = _in_units_there(head, tail, question, gazetteer[old.places[0]], gazetteer[ids[0]])
        as_before = head == before.text[: old.start] and tail == before.text[old.end :]
        if last is not None and as_before and (anew := _at_any_level(before, last, ids, gazetteer)) is not None:
            yield anew
            return
        text = head + mention.text + tail
        moved = Mention(len(head), len(head) + len(mention.text), mention.text, ids, mention.exact)
        yield replace(
            question,
            text=text,
            places=tuple(sorted((moved, *kept), key=lambda each: each.start)) if of_place else (),
            contacts=() if of_place else (moved,),
        )


def of_its_kind(question: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return the line told last, of a place that a question only names along with its kind; None where it says more.

    "Vesoul town hall's phone? - Sorry, I meant the département of Haute-Saône": no département is asked for. Its office
    tells its kind: "le mail du Gers ? - Et celui de la mairie d'Auch".
    """
    if last.kind != "place" or not last.intent or (only := question.only_place) is None or question.contacts:
        return None
    if (only,) == last.ids or not (changes_subject(question) or corrects(question)):
        return None
    text = blanked(question.text, question.places[0].start, question.places[0].end)
    kind = gazetteer[only].kind
    named = units.kinds_mentioned(text)
    for _, start, end in units.offices_mentioned(text):
        text = blanked(text, start, end)
    if kind not in named or says_something(units.without(text)):
        return None
    return Subject("place", (only,), last.intent)


def of_its_namesake(question: Question, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return the line told last, of another place of its name that a question only names with what it lies in.

    부산 강서구 인구? - 부산 말고 서울에 있는 강서구요. A card on places of one name is nearer to such words.
    """
    if last.kind != "place" or question.contacts or len(last.ids) != 1 or says_something(_unnamed(question)):
        return None
    names = gazetteer[last.ids[0]].names if last.ids[0] in gazetteer else None
    alike = (m for m in question.places if last.ids[0] not in m.places and gazetteer[m.places[0]].names == names)
    meant = [mention for mention in alike if len(mention.places) == 1]
    if len(meant) != 1:
        return None
    (id,) = meant[0].places
    around = {each.id for each in gazetteer.parents(id)}
    beside = (mention.places[0] for mention in question.places if mention is not meant[0])
    return replace(last, ids=(id,)) if all(each in around for each in beside) else None


def _unnamed(question: Question) -> str:
    """Return what a question says besides the names in it, without what sets others aside."""
    return re.sub(rf"(?<![A-Za-z]){MASK}(?![A-Za-z])", " ", question.masked)


def _new(question: Question, before: Question) -> Mention:
    """Return what a question names that the one before did not, or the first: "and Le Havre, also Busan?"."""
    named = (*question.places, *question.contacts)
    earlier = {id for mention in before.places for id in mention.places}
    return next((m for m in question.places if earlier.isdisjoint(m.places)), named[0]) if question.places else named[0]


def _in_units_there(head: str, tail: str, question: Question, old: Place, new: Place) -> tuple[str, str]:
    """Return what stood before and after a place in a question, in a unit of the other country for a place of it.

    The unit is named along with the place, or was said to be compared with: "how many gun and si in Gangwon? - And in
    Normandy? I mean départements".
    """
    if old.country == new.country:
        return head, tail
    words = ((text, units.only_in(text, new.country)) for text in (question.text, head, tail))
    word = next((text[unit.start : unit.end] for text, unit in words if unit is not None), "")
    return _with_unit(head, word, new.country), _with_unit(tail, word, new.country)


def _at_any_level(before: Question, last: Subject, ids: tuple[str, ...], gazetteer: Gazetteer) -> Subject | None:
    """Return how many there are of every level below a place (ids) that has none of the units counted before.

    "How many gun are there in Gangwon? - And in Normandy?" Of a ranking of such, that of its basic governments. None
    where it has some of the unit, or where nothing was counted, listed or ranked.
    """
    if len(ids) != 1 or ids[0] not in gazetteer:
        return None
    place = gazetteer[ids[0]]
    table = read(last.intent) if last.kind == "table" and last.intent.startswith((*DIVIDED, *EXTREMES)) else None
    if table is None and said(before.text, "how_many") is None:
        return None
    counted = {unit.unit for unit in units.found_in(before.masked)} | (units.all_in(table.unit) if table else set())
    if not counted or any(units.kinds_of(unit, place.country) for unit in counted):
        return None
    ranked = table is not None and table.table.startswith(EXTREMES)
    intent = TableIntent(table.table, ANY).written() if table is not None and ranked else COUNT_BELOW
    return Subject("table", ids, intent)


def _with_unit(text: str, word: str, country: Country) -> str:
    """Return a text with a word in place of each unit that it names but those that are only in a country."""
    there = units.only_in(text, country)
    for unit in reversed(units.found_in(text) if word else []):
        if there is None or unit.unit != there.unit:
            text = text[: unit.start] + word + text[unit.end :]
    return text


def _stood_for(
    mention: Mention, question: Question, before: Question, gazetteer: Gazetteer
) -> tuple[Mention, tuple[Mention, ...]]:
    """Return what a place or body now named stands for in the question before, and where what stays beside it stands.

    Of a place of either country, that of its own: "Marseille and Busan, are they twinned? - And Le Havre?".
    """
    earlier = (*before.places, *before.contacts)
    pair = {gazetteer[m.places[0]].country: m for m in before.places}
    if len(before.places) != len(pair) or len(pair) != len(countries.HOMES) or mention not in question.places:
        return earlier[0], ()
    old = pair.pop(gazetteer[mention.places[0]].country)
    moved = len(mention.text) - (old.end - old.start)
    shifts = ((m, moved if m.start > old.start else 0) for m in pair.values())
    return old, tuple(replace(m, start=m.start + by, end=m.end + by) for m, by in shifts)
