"""Which of several places of one name a follow-up means without naming it: by its kind, where it lies, or its size.

"No, not the town, the département", "celui du sud", 큰 쪽이요.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.followups.places import of_the_same, without_containers, without_units_set_aside
from bot.sheets.place_lines import SEATS
from bot.subject import Subject
from bot.words import hierarchy, units
from bot.words.naming import script
from bot.words.question import Question
from bot.words.sides import SIDES, are_opposite, farthest, first
from bot.words.wording_on import content, content_beside, corrects, definite, means_the_other, points_there, said
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.places import METROPOLES, Gazetteer, Place
from knowledge.text import HANGUL, bare, blanked, blanked_said, blanked_word
from knowledge.wordings import whole_words

SHORTEST = 2
"""Syllables of a Korean name that may stand for it without its kind."""
_SIZES = {"large": 1, "small": -1}


def completed(
    question: Question, before: Question, subjects: Sequence[Subject], snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """Yield what a question asks of the one that it tells apart among those asked back, or those of the name taken.

    A subject where it asks again what was asked before; else a question. Nothing where not just one is told.
    """
    last = subjects[0] if subjects else None
    if last is None or question.contacts or question.countries or last.intent in SEATS:
        return
    if not units.mentioned(question.text) and not _without(question.text, *SIDES, *_SIZES)[1]:
        return
    gazetteer = snapshot.library.gazetteer
    offered = _offered(subjects)
    named = without_containers(before, gazetteer)
    if offered:
        candidates = [gazetteer[each.ids[0]] for each in offered]
    elif len(named.places) == 1 and len(subjects) == 1 and not points_there(question):  # "which communes there"
        candidates = _of_the_name(named.places[0], snapshot)
    else:
        return
    unnamed = _without_names(question, named.places, candidates)
    told = None if unnamed is None else _told(unnamed, candidates)
    if told is None:
        return
    meant, rest = told
    asks_more = bool(content(rest))
    names_it = not asks_more and _names_it(question, meant, candidates[0], gazetteer)
    if not offered and not names_it and not _sets_right(question, asks_more):
        return
    if asks_more:
        yield of_the_same(rest, Subject("place", (meant.id,)), rest.text)
    elif offered:
        yield next(each for each in offered if each.ids == (meant.id,))
    elif last.kind == "place" and len(last.ids) == 1:
        yield Subject("place", (meant.id,), last.intent)
    elif len(before.places) > 1:  # told by what it lies in, which the one meant does not
        yield Subject("place", (meant.id,))
    else:
        mention = replace(before.places[0], places=(meant.id,), others=())
        yield replace(question, text=before.text, places=(mention,), contacts=before.contacts)


def _offered(subjects: Sequence[Subject]) -> Sequence[Subject]:
    """Return what was asked back, each about one place; nothing where it was not, or not of places."""
    about_one = all(each.kind in ("place", "table") and len(each.ids) == 1 for each in subjects)
    return subjects if about_one and len(subjects) > 1 else ()


def _without_names(question: Question, named: Sequence[Mention], candidates: Sequence[Place]) -> Question | None:
    """Return a question without the name that the candidates bear, "the southern Goseong"; None where it names others.

    What lies nowhere near may only say a side: "celle du nord" of Valence means no département. A name that was `named`
    before may stand short of its kind, 남쪽 고성, and may so not be read as one.
    """
    text, ids = question.text, {place.id for place in candidates}
    for name in (bare(mention.text) for mention in named):
        shortest = SHORTEST if HANGUL.match(name) else len(name)
        starts = "|".join(re.escape(name[:end]) for end in range(len(name), shortest - 1, -1))
        if (match := re.search(rf"(?<!\w)(?:{starts})(?![a-z])", bare(text))) is not None:
            text = blanked_word(text, *match.span())
    for mention in question.places:
        if _without(mention.text, *SIDES)[0].strip():
            if not ids.intersection(mention.places):
                return None
            text = blanked(text, mention.start, mention.end)
        elif any({*mention.places} & {place.id, *place.parents} for place in candidates):
            return None
    return replace(question, text=text, places=())


def _names_it(question: Question, meant: Place, taken: Place, gazetteer: Gazetteer) -> bool:
    """Tell whether a question says the kind of the one meant as a name, "la ville ?", and not of what it lies in."""
    named = any(definite(question.text, start, end) for _, start, end in units.mentioned(question.text))
    return named and meant.kind not in {taken.kind, *(gazetteer[id].kind for id in taken.parents)}


def _sets_right(question: Question, asks_more: bool) -> bool:
    """Tell whether a question sets right which place was taken; one that asks more may be about any that it names."""
    says_one = whole_words("bot.texts", "telling.tsv", "one").search(bare(question.text)) is not None
    aside = without_units_set_aside(question.text)[0] != question.text
    return corrects(question) or says_one or (aside and not asks_more)


def _of_the_name(old: Mention, snapshot: Snapshot) -> list[Place]:
    """Return the places of today that bear the name of a place that was named, that which was taken first."""
    gazetteer = snapshot.library.gazetteer
    ids = [*old.places, *old.others]
    if snapshot.names is not None:
        for name in (old.text, *(gazetteer[old.places[0]].names[each] for each in ("fr", "ko"))):
            ids += [id for m in snapshot.names.find(name, script(name)) for id in (*m.places, *m.others)]
    found = (now for id in dict.fromkeys(ids) for now in hierarchy.today(gazetteer[id], gazetteer))
    return list(dict.fromkeys(found))


def not_the_taken(question: Question, before: Question, taken: Subject, snapshot: Snapshot) -> list[Place]:
    """Return the other places of a name, the largest first, where a question says no more than that one is meant.

    "Not that one", "pas celle-là, l'autre", 거기 말고요: nothing where the question before named more than the name.
    """
    if question.names_any or question.countries or len(before.places) != 1 or before.contacts:
        return []
    if said(question.text, "another_of_name") is None and not means_the_other(question):
        return []
    if content_beside(question, "another_of_name", "other", "correcting"):
        return []
    named = [place for place in _of_the_name(before.places[0], snapshot) if (place.id,) != taken.ids]
    return sorted(named, key=lambda place: -(place.population or 0))


def _told(question: Question, candidates: Sequence[Place]) -> tuple[Place, Question] | None:
    """Return the only one of some places that a question tells, and the question without the words that tell it."""
    text, left, telling = question.text, list(candidates), False
    for tell in (_by_kind, _by_side, _by_size):
        if telling and tell is _by_size and units.mentioned(question.text):
            break  # "la ville la plus peuplée" is asked of what lies in a place
        rest, kept = tell(text, left) if len(candidates) > 1 or tell is _by_kind else (text, None)
        if kept is not None:
            text, left, telling = rest, kept, True
    return (left[0], replace(question, text=text.strip())) if telling and len(left) == 1 else None


_Told = tuple[str, list[Place] | None]


def _by_kind(text: str, places: Sequence[Place]) -> _Told:
    """Return the places of the one kind that a text names, and the text without it; None where it names none."""
    text, _, meant = without_units_set_aside(text)
    if len({unit for unit, _, _ in meant}) != 1:
        return text, None
    unit, start, end = meant[0]
    kept = [place for place in places if place.kind in _kinds(unit, place)]
    return blanked(text, start, end), kept


def _kinds(unit: str, place: Place) -> tuple[str, ...]:
    kinds = units.kinds_of(unit, place.country)
    return METROPOLES if "metropole" in kinds else kinds


def _by_side(text: str, places: Sequence[Place]) -> _Told:
    """Return the place farthest to the side that a text says, "the one in the south west"; None where it says none."""
    rest, said = _without(text, *SIDES)
    return (rest, farthest(places, said)) if said and not are_opposite(said) else (text, None)


def _by_size(text: str, places: Sequence[Place]) -> _Told:
    """Return the largest of some places where a text means that, or the smallest; None where it means neither."""
    rest, said = _without(text, *_SIZES)
    if len(said) != 1:
        return text, None
    if any(place.population is None for place in places):
        return rest, list(places)
    return rest, first(places, lambda place: _SIZES[said[0]] * (place.population or 0), 1)


def _without(text: str, *kinds: str) -> tuple[str, list[str]]:
    """Return a text with blanks for its words of some kinds of telling.tsv, and the kinds that it has."""
    folded = bare(text)
    found = [(kind, m.span()) for kind in kinds for m in whole_words("bot.texts", "telling.tsv", kind).finditer(folded)]
    for _, (start, end) in found:
        text = blanked_said(text, start, end)
    return text, list(dict.fromkeys(kind for kind, _ in found))
