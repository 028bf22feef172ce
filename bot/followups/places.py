"""Follow-ups that turn from the place spoken of to another: a namesake, the seat, what it lies in, the other of two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.followups.pronouns import stands_before_name
from bot.sheets.place_lines import SEATS
from bot.subject import Subject
from bot.tables.belonging import kinds_above
from bot.tables.counts import EACH
from bot.tables.intents import DIVIDED, EXTREMES, WHICH_ABOVE
from bot.tables.table_intent import read
from bot.words import hierarchy, units
from bot.words.excepted import left_out
from bot.words.masking import at_mask
from bot.words.naming import script
from bot.words.question import Question
from bot.words.wording_on import corrects, points_beside, said, without_opening
from index.names.aside import is_set_aside, span_set_aside
from index.names.choice import SURROUNDING
from index.names.mention import Mention
from index.ranking.variants import MASK
from index.snapshot import Snapshot
from knowledge.places import GROUPINGS, Gazetteer, Place
from knowledge.text import blanked

_REFUSING = re.compile(r"(?<=^non) (?!pas )|(?<=^no) ", re.IGNORECASE)
"""What parts a refusal from what is meant instead, where no mark does: "non celui du département"."""


def of_the_same(question: Question, last: Subject, text: str, *, both: bool = False) -> Question:
    """Return a question asked of what the last answer was about, its name put first; `both`: of all of a few."""
    ids = last.ids if both and len(last.ids) <= EACH else last.ids[:1]
    implied = tuple(at_mask(number * len(f"{MASK}, "), (id,)) for number, id in enumerate(ids))
    text = f"{', '.join([MASK] * len(ids))} {text}"
    if last.kind == "contact":
        return replace(question, text=text, contacts=implied)
    return replace(question, text=text, places=implied)


def compared(question: Question, last: Subject) -> Question:
    """Return the question asked of the place before and the one now named: "is it larger than Le Havre?"."""
    start = len(MASK) + 1
    further = (replace(m, start=m.start + start, end=m.end + start) for m in question.places)
    return replace(question, text=f"{MASK} {question.text}", places=(at_mask(0, last.ids[:1]), *further))


def chosen(question: Question, offered: Sequence[Subject], gazetteer: Gazetteer) -> Subject | None:
    """Return the one of the places asked back that lies in a place now named: "Goseong? - The one in Gangwon.".

    Or beside it ("the one near Seoul"), or the one that does not lie in it ("not the one in Gyeonggi").
    """
    named = {*question.place_ids}
    of_one = [subject for subject in offered if subject.kind in ("place", "table") and len(subject.ids) == 1]
    inside = [each for each in of_one if named & {each.ids[0], *gazetteer[each.ids[0]].parents}]
    within = [each for each in inside if each.kind == "place"]
    if _denies(question):
        within = [each for each in of_one if each not in inside]
    elif not inside and points_beside(question):
        near = {each for id in named for each in (*gazetteer[id].parents, *SURROUNDING.get(id, ()))}
        within = [each for each in of_one if near & {*gazetteer[each.ids[0]].parents}]
    return within[0] if len(within) == 1 else None


def namesake(question: Question, before: Question, snapshot: Snapshot) -> Question | None:
    """Return the question before asked of the namesake that lies in the place now named, or else beside it.

    "Saint-Denis? - The one on Réunion Island"; "Gwangju? - I meant the one near Seoul"; where none is named or one is
    excepted, the only other: "no, the other one". None unless it is just one.
    """
    gazetteer = snapshot.library.gazetteer
    before = without_containers(before, gazetteer)
    if len(before.places) != 1 or snapshot.names is None:
        return None
    old = before.places[0]
    without_it = _without_the_name(question, old)
    says_again = without_it is not question or said(question.text, "of_kind") is not None
    question = without_it
    if len(question.places) > 1:
        return None
    ids = [*old.places, *old.others]
    if len(ids) == 1:  # told by what it lies in: "Saint-Denis de la Réunion"
        for name in (old.text, gazetteer[ids[0]].names[question.language]):
            ids += [id for m in snapshot.names.find(name, script(name)) for id in (*m.places, *m.others)]
    namesakes = [gazetteer[id] for id in dict.fromkeys(ids)]
    if not question.places or _denies(question):
        not_meant = question.places[0].places[0] if question.places else ids[0]
        meant = _the_other(namesakes, not_meant, gazetteer)
    else:
        now = gazetteer[question.places[0].places[0]]
        meant = _told_by(namesakes, now)
        if meant is None and (corrects(question) or stands_before_name(question)):
            meant = _called_so_in(old.text, now, snapshot)
    told_again = says_again and corrects(question)
    if meant is None or ((meant.id,) == old.places and not told_again):  # what was taken already is no other
        return None
    places = (replace(old, places=(meant.id,), others=()),)
    return replace(question, text=before.text, places=places, contacts=before.contacts)


def _without_the_name(question: Question, old: Mention) -> Question:
    """Return a question without the name spoken of, which it says again beside what tells it: "the Gwangju in …"."""
    kept = tuple(m for m in question.places if not {*m.places} & {*old.places, *old.others} and m.text != old.text)
    return replace(question, places=kept) if 0 < len(kept) < len(question.places) else question


def _denies(question: Question) -> bool:
    """Tell whether all that a question names is what is not meant: "not the one in Gyeonggi"."""
    return bool(question.places) and all(is_set_aside(question.text, m.start, m.end) for m in question.places)


def _told_by(namesakes: Sequence[Place], now: Place) -> Place | None:
    """Return the only one of several namesakes that lies in a place, or else beside it."""
    if len(namesakes) < 2 or now in namesakes:
        return None
    around = {*now.parents, *SURROUNDING.get(now.id, ())}
    inside = [place for place in namesakes if now.id in place.parents]
    beside = [place for place in namesakes if around & {*place.parents}]
    return next((found[0] for found in (inside, beside) if len(found) == 1), None)


def _called_so_in(name: str, now: Place, snapshot: Snapshot) -> Place | None:
    """Return the place that a name is short for in the one now named: Montreuil, of Montreuil-sur-Mer."""
    if snapshot.names is None:
        return None
    found = snapshot.names.find(f"{name} ({now.names.fr})", script(name))
    if len(found) != 1 or len(found[0].places) != 1:
        return None
    meant = snapshot.library.gazetteer[found[0].places[0]]
    return meant if now.id in meant.parents else None


def _the_other(namesakes: Sequence[Place], not_meant: str, gazetteer: Gazetteer) -> Place | None:
    """Return the only one of several namesakes, as they are today, that is no other place and does not lie in it."""
    today = {now.id: now for place in namesakes for now in hierarchy.today(place, gazetteer)}
    others = [place for place in today.values() if not_meant not in (place.id, *place.parents)]
    return others[0] if len(others) == 1 < len(today) else None


def without_containers(question: Question, gazetteer: Gazetteer) -> Question:
    """Return a question without the places that another it names lies in: "Mirepoix, in Ariège"."""
    if len(question.places) < 2:
        return question
    ids = [mention.places[0] for mention in question.places]
    around = {id for each in ids for id in hierarchy.of_one_level_above(each, (o for o in ids if o != each), gazetteer)}
    kept = tuple(mention for mention in question.places if mention.places[0] not in around)
    if len(kept) != 1 or len(kept) == len(question.places):
        return question
    text = question.text
    for mention in reversed(question.places):
        if mention not in kept:
            text = blanked(text, mention.start, mention.end)
    return replace(question, text=text, places=kept)


def seat(last: Subject, gazetteer: Gazetteer) -> str | None:
    """Return the id of the town whose name was the last answer: "the chief town of Lozère? - How many live there?"."""
    if last.kind != "place" or last.intent not in SEATS:
        return None
    return gazetteer[last.ids[0]].seat or None


def given(last: Subject, found: Sequence[str]) -> Subject | None:
    """Return the place that was asked for and found: "the smallest département? - And its capital?"."""
    return Subject("place", (found[0],)) if found and is_extreme(last) else None


def whole_told(asked: Subject, last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return what is asked of the parts of a place, asked of the one that it was told to lie in where it has none.

    "Which région is Sélestat in? - How many départements does it have?"
    """
    unit = read(asked.intent).unit if asked.kind == "table" and asked.intent.startswith(DIVIDED) else ""
    if not unit or asked.ids != last.ids or not last.intent.startswith(WHICH_ABOVE) or last.ids[0] not in gazetteer:
        return None
    place, wanted = gazetteer[last.ids[0]], read(last.intent).unit
    around, *of_it = (
        [each for each in those if gazetteer.count(each.id, *units.kinds_of(unit, each.country))]
        for those in (hierarchy.above(place, gazetteer), (place,))
    )
    having = [each for each in around if not wanted or each.kind in kinds_above(wanted, place.country)]
    return replace(asked, ids=(having[0].id,)) if len(having) == 1 and not any(of_it) else None


def confirmed(own: Subject, last: Subject | None, gazetteer: Gazetteer) -> Subject | None:
    """Return the line that a question asks of the place spoken of, where what it names is only its value.

    "Where is Cluses? - So the prefecture is Annecy?": the seat of what Cluses lies in. None where it is not.
    """
    if last is None or own.kind != "place" or own.intent not in SEATS or last.kind not in ("place", "table"):
        return None
    if len(last.ids) != 1 or last.ids == own.ids:
        return None
    place = gazetteer[last.ids[0]]
    around = (place, *gazetteer.parents(place.id))
    if own.ids[0] in {each.id for each in around}:
        return None
    seats = ((each, gazetteer.get(each.seat)) for each in around)  # that of a Korean province is a part of a city
    seated = next((each for each, seat in seats if seat and own.ids[0] in (seat.id, *seat.parents)), None)
    return None if seated is None else Subject("place", (seated.id,), own.intent)


def ended(last: Subject, gazetteer: Gazetteer) -> Subject | None:
    """Return the sheet of the one place spoken of that exists no more: it tells when it was merged into another."""
    if last.kind not in ("place", "table"):
        return None
    former = [id for id in last.ids if id in gazetteer and gazetteer[id].until]
    return Subject("place", (former[0],)) if len(former) == 1 else None


def is_extreme(last: Subject) -> bool:
    """Tell whether a table gave the one place that was asked for: what follows is asked of it."""
    return last.kind == "table" and last.intent.startswith(EXTREMES)


def other(question: Question, last: Subject) -> Question | None:
    """Return a question asked of the other of two places spoken of, where it leaves out one; else None.

    "Bucheon and Angoulême? - Besides Angoulême?"
    """
    rest, excepted = left_out(question)
    others = tuple(id for id in last.ids if id not in excepted)
    if rest.places or len(last.ids) != 2 or len(others) != 1 or not {*excepted} <= {*last.ids}:
        return None
    return of_the_same(rest, Subject(last.kind, others), without_opening(rest))


def of_that_level(ids: tuple[str, ...], like: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return what is named, or the grouping that the commune lies in where the place before was one.

    "Lille's métropole. And Grenoble's?" Of that very grouping, the commune is meant: 릴시만 따지면요?
    """
    grouped = like in gazetteer and gazetteer[like].kind in GROUPINGS
    if not grouped or len(ids) > 1 or ids[0] not in gazetteer or gazetteer[ids[0]].kind != "commune":
        return ids
    if like in gazetteer[ids[0]].parents:
        return ids
    return tuple(id for id in gazetteer[ids[0]].parents if gazetteer[id].kind in GROUPINGS)[:1] or ids


_Unit = tuple[str, int, int]


def without_units_set_aside(text: str) -> tuple[str, list[_Unit], list[_Unit]]:
    """Return a text with blanks for what it sets aside ("the metropolis, not the city"), its offices and its units."""
    text = _REFUSING.sub(",", text)
    named = (units.offices_mentioned(text), units.mentioned(text))
    for _, start, end in (each for found in named for each in found):
        aside = span_set_aside(text, start, end)
        if aside is not None:
            text = blanked(text, *aside)
    offices, meant = ([each for each in found if text[each[1] : each[2]].strip()] for found in named)
    return text, offices, meant
