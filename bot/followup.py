"""Short follow-ups, completed from the turn before: "Et en Corée ?", "그럼 전화번호는?", "and its website?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from bot import hierarchy, units
from bot.followup_country import home_named, moved, moved_to, spoken_of
from bot.followup_words import (
    WORD,
    changes_subject,
    compares,
    content,
    definite,
    excepts,
    points_there,
    points_to_both,
    without_excepted,
    without_opening,
)
from bot.kin import akin
from bot.question import Question
from bot.subject import Subject
from index.aside import set_aside_from
from index.names import Mention
from index.particles import METROPOLE_KINDS
from index.snapshot import Snapshot
from index.variants import MASK
from knowledge import countries
from knowledge.text import bare

_HANGUL = re.compile("[가-힣]")
SWAPPED = 2
"""Words of the question before that the one now said may stand for."""
MOST_TO_MOVE = 2
"""Words of a question on the other country beyond which it asks something of its own."""
_GROUPINGS = (*hierarchy.EPCI, "special-collectivity")


def completions(
    question: Question,
    before: Question,
    subjects: Sequence[Subject],
    snapshot: Snapshot,
    *,
    found: tuple[str, ...],
    settled: bool,
    asked: Question,
) -> Iterator[Question | Subject]:
    """Give the ways to complete a question from the question before and the subjects of its answer, likeliest first.

    `found` are the places that the last answer gave, beside those it was about. `settled` tells that the question gets
    an answer by itself: what it asks of a place is then its own. `asked` is the question before in its own words, where
    `before` may be the title of its answer.
    """
    last = subjects[0] if subjects else None
    chosen = _chosen(question, subjects, snapshot) if len(subjects) > 1 else None
    if chosen is not None:
        yield chosen
    if question.countries and not question.places and len(content(question)) <= MOST_TO_MOVE:
        yield from moved(question, asked if countries.named(asked.text) else before, last, snapshot)
    if question.places or question.contacts:
        if last is not None and (other := _other(question, last)):
            yield _of_the_same(without_excepted(question), Subject(last.kind, other))
        if not settled or all(_said(word, before) for word in content(question)):
            if question.places:
                yield from _of_a_place(question, before, last, snapshot)
            yield from _same_of_another(question, before, last, snapshot)
        yield _joined(before, question)
        return
    if found and points_there(question):
        yield _of_the_same(question, Subject("place", found))
    if last is not None and last.kind != "card" and last.ids:
        yield from _of_what_it_lies_in(question, last, snapshot)
        yield _of_the_same(question, last)
        if last.kind == "contact" and len(of := snapshot.library.contacts[last.ids[0]].places) == 1:
            yield _of_the_same(question, Subject("place", of))
    elif before.places or before.contacts:
        yield _named_before(question, before)
    elif last is not None:
        for id in snapshot.library.cards[last.ids[0]].contacts[:1] if last.kind == "card" else ():
            yield _of_the_same(question, Subject("contact", (id,)))
    if content(question):
        home = spoken_of(before, last, snapshot)
        if home is not None and changes_subject(question) and not question.countries:
            yield replace(question, text=without_opening(question), implied=home)
        yield from _swapped(question, before, snapshot)
        yield _joined(before, question, None if question.countries else home)


def _of_a_place(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """What the place now named has to do with what was spoken of: a body akin there, a comparison, another country."""
    if last is not None and last.kind == "contact":
        body = akin(last, question.places, snapshot.library)
        if body is not None:
            yield body
    if last is not None and last.kind == "place" and compares(question):
        yield _compared(question, last)
    yield from moved_to(question, before, snapshot)


def _swapped(question: Question, before: Question, snapshot: Snapshot) -> Iterator[Question]:
    """The question before with the word now said in place of the one most like it: "who runs schools? - libraries?"."""
    said, earlier = content(question), content(before)
    new = [word for word in said if not _said(word, before)]
    if len(new) != 1 or len(said) > MOST_TO_MOVE or not earlier or question.countries:
        return
    vectors = snapshot.model.encode([*new, *earlier], "query")
    for number in np.argsort(-(vectors[1:] @ vectors[0]), kind="stable")[:SWAPPED]:
        text = re.sub(rf"(?<!\w){re.escape(earlier[number])}(?!\w)", new[0], bare(before.text), count=1)
        yield replace(question, text=text, implied=home_named(before) or before.implied)


def _said(word: str, before: Question) -> bool:
    """Tell whether a word stood in the question before, but for what Korean puts at its end (시청은요)."""
    said = WORD.findall(bare(before.text))
    return word in said or any(
        min(len(word), len(other)) > 1 and (word.startswith(other) or other.startswith(word))
        for other in said
        if _HANGUL.match(other)
    )


def _joined(before: Question, question: Question, home: str | None = None) -> Question:
    """Return the two questions as one; the country that the second names, or else `home`, is the one asked about."""
    start = len(before.text) + 1
    places, contacts = (
        (*mentions, *(replace(m, start=m.start + start, end=m.end + start) for m in further))
        for mentions, further in ((before.places, question.places), (before.contacts, question.contacts))
    )
    text = f"{before.text} {question.text}"
    return replace(question, text=text, places=places, contacts=contacts, implied=home_named(question) or home)


def _same_of_another(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    mention = (*question.places, *question.contacts)[0]
    if last is not None and last.kind in ("place", "contact") and len(mention.places) == 1:
        ids = _of_that_level(mention.places, last.ids[0], snapshot)
        yield Subject("place" if question.places else "contact", ids, last.intent)
    earlier = (*before.places, *before.contacts)
    if earlier:
        old = earlier[0]
        ids = _of_that_level(mention.places, old.places[0], snapshot)
        text = before.text[: old.start] + mention.text + before.text[old.end :]
        moved = Mention(old.start, old.start + len(mention.text), mention.text, ids, mention.exact)
        yield replace(
            question,
            text=text,
            places=(moved,) if question.places else (),
            contacts=(moved,) if question.contacts else (),
        )


def _chosen(question: Question, offered: Sequence[Subject], snapshot: Snapshot) -> Subject | None:
    """Return the one of the places asked back that lies in a place now named: "Goseong? - The one in Gangwon."."""
    named = {id for mention in question.places for id in mention.places}
    gazetteer = snapshot.library.gazetteer
    within = [
        subject
        for subject in offered
        if subject.kind == "place" and named & {subject.ids[0], *gazetteer[subject.ids[0]].parents}
    ]
    return within[0] if len(within) == 1 else None


def _other(question: Question, last: Subject) -> tuple[str, ...]:
    """Return the other of two places spoken of where one is excepted: "Bucheon and Angoulême? - Besides Angoulême?"."""
    excepted = {id for mention in question.places for id in mention.places}
    if len(last.ids) != 2 or not excepted <= {*last.ids} or not excepts(question):
        return ()
    return tuple(id for id in last.ids if id not in excepted)


def _of_what_it_lies_in(question: Question, last: Subject, snapshot: Snapshot) -> Iterator[Question | Subject]:
    """The question asked of what the place lies in, where it names that kind: "and the métropole?", 도 전체는요?"""
    gazetteer = snapshot.library.gazetteer
    if last.ids[0] not in gazetteer:
        return
    place = gazetteer[last.ids[0]]
    above = hierarchy.above(place, gazetteer)
    text, meant = _without_units_set_aside(question.text)
    for unit, start, end in meant:
        span = definite(text, start, end)
        if span is None:
            continue
        kinds = units.kinds_of(unit, place.country)
        kinds = METROPOLE_KINDS if "metropole" in kinds else kinds  # that of Lyon is no EPCI
        parent = next((each for each in above if each.kind in kinds), None)
        if parent is not None and place.kind not in kinds:
            rest = replace(question, text=f"{text[: span[0]]} {text[span[1] :]}".strip())
            if last.kind == "place" and not content(rest):
                yield Subject("place", (parent.id,), last.intent)
            else:
                yield _of_the_same(rest, Subject("place", (parent.id,)))
            return


def _without_units_set_aside(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """Return a text without the units it sets aside ("the metropolis, not the city"), and the others where they stand.

    What is left out is blanked, so that positions stay.
    """
    found = units.mentioned(text)
    for _, start, end in found:
        begins = set_aside_from(text, start, end)
        if begins is not None:
            text = text[:begins] + " " * (end - begins) + text[end:]
    return text, [(unit, start, end) for unit, start, end in found if text[start:end].strip()]


def _of_that_level(ids: tuple[str, ...], like: str, snapshot: Snapshot) -> tuple[str, ...]:
    """Return what is named, or the grouping that the commune lies in where the place before was one.

    "Lille's métropole. And Grenoble's?"
    """
    gazetteer = snapshot.library.gazetteer
    grouped = like in gazetteer and gazetteer[like].kind in _GROUPINGS
    if not grouped or len(ids) > 1 or ids[0] not in gazetteer or gazetteer[ids[0]].kind != "commune":
        return ids
    return tuple(id for id in gazetteer[ids[0]].parents if gazetteer[id].kind in _GROUPINGS)[:1] or ids


def _named_before(question: Question, before: Question) -> Question:
    """Return the question with what the question before named put before it."""
    mention = (*before.places, *before.contacts)[0]
    moved = Mention(0, len(mention.text), mention.text, mention.places, mention.exact)
    text = f"{mention.text} {without_opening(question)}"
    if before.places:
        return replace(question, text=text, places=(moved,))
    return replace(question, text=text, contacts=(moved,))


def _compared(question: Question, last: Subject) -> Question:
    """Return the question asked of the place before and the one now named: "is it larger than Le Havre?"."""
    start = len(MASK) + 1
    further = (replace(m, start=m.start + start, end=m.end + start) for m in question.places)
    first = Mention(0, len(MASK), MASK, last.ids[:1], True)
    return replace(question, text=f"{MASK} {question.text}", places=(first, *further))


def _of_the_same(question: Question, last: Subject) -> Question:
    """Return the question asked of what the last answer was about, a name put before it; of both where it says so."""
    ids = last.ids if len(last.ids) == 2 and points_to_both(question) else last.ids[:1]
    implied = tuple(
        Mention(n * (len(MASK) + 1), n * (len(MASK) + 1) + len(MASK), MASK, (id,), True) for n, id in enumerate(ids)
    )
    text = f"{' '.join([MASK] * len(ids))} {without_opening(question)}"
    if last.kind == "contact":
        return replace(question, text=text, contacts=implied)
    return replace(question, text=text, places=implied)
