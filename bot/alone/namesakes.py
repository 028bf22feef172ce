"""Questions that know of several places of one name and ask of all: "Saint-Denis, which of the two is larger?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from bot.alone.asked_of import over_table
from bot.alone.named import Floats
from bot.answer import Decision
from bot.sheets import place_sheets
from bot.sheets.place_lines import ABOVE, KIND, POPULATION
from bot.subject import Subject
from bot.tables.intents import COMPARED, EXTREMES, RULE, WHICH_ABOVE, WHOLE, answered_by, likeliest
from bot.tables.table_intent import read
from bot.words.alternatives import are_alternatives
from bot.words.beside import Beside
from bot.words.clauses import asking
from bot.words.hierarchy import is_overseas
from bot.words.mentions import joined
from bot.words.naming import script
from bot.words.question import Question
from bot.words.units import kinds_of
from bot.words.wording_on import points_to_namesakes, says_several
from index.ranking.ranker import Ranking
from index.ranking.variants import MASK, parts
from index.snapshot import Snapshot
from knowledge.library import Library
from knowledge.places import Gazetteer
from knowledge.text import bare, fold
from knowledge.wordings import alternatives, whole_words, wordings

_ARTICLE = re.compile("^(?:l[ea]s? |l['’])", re.IGNORECASE)
_WHERE = (WHOLE, ABOVE)
SHOWN = 4
"""Sheets given of one name; a line of a table tells of more."""
_ABOUT_SIZE = (POPULATION, COMPARED, *EXTREMES)
SIZE = 0.3
"""How likely it must be that inhabitants are asked for."""
SIZE_TOO = 0.8
"""How likely a part of a question must ask for inhabitants to have them beside what the whole is taken to ask."""
OF_ALL = 0.5
"""How sure what is asked must be of places that are told where each lies."""
OUTSIDE = 0.5
"""How likely it may be that what is asked is held of no place, where no intent is sure."""


def asked_of_all(question: Question, text: str, vector: Floats, snapshot: Snapshot) -> Decision | None:
    """Decide on a question about all the places of one name; None for any other.

    `text` is the question with its names masked, `vector` (dimension,) its vector. Their inhabitants are set side by
    side, a line of a sheet is given of each, and else where each lies.
    """
    ids = namesakes(question, snapshot)
    if len(ids) < 2 or snapshot.placed is None:
        return None
    ranking = snapshot.placed.rank(text, vector, question.language)
    intent, confidence = likeliest(ranking)
    asked = confidence >= snapshot.placed.threshold
    in_several = _each_in_one_named(question, snapshot.library.gazetteer)
    if in_several:
        told = _told_where(in_several, ranking, question, text, snapshot)
        return told if told is not None else _each_of_alternatives(in_several, question)
    if not asked and (ranking.outside >= OUTSIDE or not points_to_namesakes(question)):
        return None
    sure = max(confidence, snapshot.placed.threshold)
    compared = Subject("table", ids, COMPARED)
    if _about_size(ranking) >= SIZE:
        return Decision("answered", (compared,), sure)
    line = _line_of_each(intent, ids, question, snapshot) if asked else ()
    if line:
        return Decision("answered", line, sure)
    where = _where(question, ids, snapshot.library)
    also = (compared,) if any(_about_size(part) >= SIZE_TOO for part in _by_part(text, question, snapshot)) else ()
    return Decision("answered", (where, *also), sure)


def _line_of_each(intent: str, ids: Sequence[str], question: Question, snapshot: Snapshot) -> tuple[Subject, ...]:
    """Return a line of a sheet of each of some places that it is held of; none where an intent asks for no line."""
    if answered_by(intent) != WHOLE or intent in _WHERE:
        return ()
    each = (Subject("place", (id,), intent) for id in ids[:SHOWN])
    language, library = question.language, snapshot.library
    return tuple(subject for subject in each if place_sheets.compose(subject, language, library) is not None)


def _where(question: Question, ids: tuple[str, ...], library: Library) -> Subject:
    """Return where each of some places lies: in the unit named, unless that is what they are ("two counties …")."""
    where = over_table(WHICH_ABOVE, question, ids, library)
    first = library.gazetteer[ids[0]]
    itself = first.kind in kinds_of(read(where.intent).unit, first.country)
    return replace(where, intent=WHICH_ABOVE) if itself else where


def _told_where(
    ids: tuple[str, ...], whole: Ranking, question: Question, text: str, snapshot: Snapshot
) -> Decision | None:
    """Decide on places of one name that a question tells where each lies: what is said beside that is asked of all.

    "Jung-gu exists in Seoul and in Daegu. Which is bigger?" What kind each is tells what rule holds for it. None where
    nothing is likely asked.
    """
    ranked = [part for part in _by_part(text, question, snapshot) or [whole] if part.candidates]
    if any(_about_size(part) >= SIZE_TOO for part in ranked):
        return Decision("answered", (Subject("table", ids, COMPARED),), SIZE_TOO)
    for intent, sure in map(likeliest, ranked):
        asked = KIND if intent.startswith(RULE) else intent
        line = _line_of_each(asked, ids, question, snapshot) if sure >= OF_ALL else ()
        if line:
            return Decision("answered", line, sure)
    return None


def _each_of_alternatives(ids: tuple[str, ...], question: Question) -> Decision | None:
    """Decide on places of one name of which each lies in one of the alternatives for where it does: it lies in each.

    "Is Gangseo-gu in Seoul or in Busan?"
    """
    named = [mention for mention in question.places if not {*ids}.intersection(mention.places)]
    joins = [question.text[one.end : other.start] for one, other in pairwise(named)]
    if not joins or not all(map(are_alternatives, joins)):
        return None
    return Decision("answered", (Subject("table", ids, WHICH_ABOVE),), 1.0)


def _each_in_one_named(question: Question, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the places of one name of which each lies in another place named: "Goseong, in Gangwon and Gyeongnam"."""
    for mention in question.places:
        others = {id for other in question.places if other.text != mention.text for id in other.places}
        inside = {id: others.intersection(gazetteer[id].parents) for id in mention.places}
        told = tuple(id for id, above in inside.items() if above)
        if len(told) > 1 and len({frozenset(inside[id]) for id in told}) == len(told):
            return told
    return ()


def _by_part(text: str, question: Question, snapshot: Snapshot) -> list[Ranking]:
    """Return what is asked by each part of a sentence of several: "which provinces, and which one has more people"."""
    asked = asking(text, f"{MASK} {MASK}")
    if snapshot.placed is None or len(asked) < 2:
        return []
    vectors = snapshot.model.encode(asked, "query")
    return [snapshot.placed.rank(*part, question.language) for part in zip(asked, vectors, strict=True)]


def _about_size(ranking: Ranking) -> float:
    """Return how likely inhabitants are asked for, in any of the ways they are."""
    return sum(c.probability for c in ranking.candidates if parts(c.item)[1].startswith(_ABOUT_SIZE))


def namesakes(question: Question, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the ids of the places of one name that a question asks of together; fewer than two where it does not.

    Two of a name that are told apart are, and all of a name where the question says that there are several.
    """
    gazetteer = snapshot.library.gazetteer
    if question.contacts or not question.places:
        return ()
    if all_of_it := _all_that_bear(question, snapshot):
        return all_of_it
    if points_to_namesakes(question):
        if joined(question.text, question.places, snapshot.library):
            return ()  # of several names each is asked about: "오랑주, 랑스는 각각 …"
        several = next((m for m in question.places if len(m.places) > 1), None)
        if several is None:
            return _without_article(question, snapshot) or _far_smaller(question, snapshot)
        return several.places
    if in_several := _each_in_one_named(question, gazetteer):
        return in_several
    if any(len(mention.places) > 1 for mention in question.places):
        return ()
    told = tuple(dict.fromkeys(mention.places[0] for mention in question.places))
    names = {(gazetteer[id].kind, fold(gazetteer[id].names.fr)) for id in told}
    return told if len(names) == 1 else ()


def _far_smaller(question: Question, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the place named with its far smaller namesakes, where a question says that there are several.

    Only the governments of its kind, and only those overseas where that is said: 해외에 생피에르가 여러 군데.
    """
    if len(question.places) != 1 or not says_several(question):
        return ()
    gazetteer, (mention,) = snapshot.library.gazetteer, question.places
    ids = (*mention.places, *mention.others)
    alike = [id for id in ids if gazetteer[id].kind == gazetteer[ids[0]].kind]
    overseas = [id for id in alike if is_overseas(id, gazetteer[id].parents)]
    said = whole_words("bot.texts", "reach.tsv", "overseas").search(bare(question.text)) is not None
    found = overseas if said else alike
    return tuple(found) if len(found) > 1 else ()


def _all_that_bear(question: Question, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the places of today that bear a name, where those called so are asked for: "the gu called Dong-gu".

    What else is named may have told one of them; the name is read by itself. Nothing where it is asked of none.
    """
    folded = bare(question.text)
    for mention in question.places:
        if not _bearing().find(folded, mention.start, mention.end) or snapshot.names is None:
            continue
        borne = snapshot.names.find(mention.text, script(mention.text))
        found = [id for m in borne for id in (*m.places, *m.others)]
        gazetteer = snapshot.library.gazetteer
        kinds = {gazetteer[id].kind for m in borne for id in m.places}
        ids = tuple(dict.fromkeys(id for id in found if gazetteer[id].kind in kinds and not gazetteer[id].leads_to))
        if len(ids) > 1:
            return ids
    return ()


@cache
def _bearing() -> Beside:
    """Return what stands beside a name where all places that bear it are asked for."""
    own = wordings("bot.texts", "bearing.tsv")
    quote = r"[\s'’‘\"“”«»]*"
    return Beside(
        re.compile(rf"(?<!\w)(?:{alternatives(own['before'])}){quote}$"),
        re.compile(rf"{quote}(?:{alternatives(own['after'])})"),
    )


def _without_article(question: Question, snapshot: Snapshot) -> tuple[str, ...]:
    """Return the places that bear a name with or without its article and lie in the others named: Le Lamentin."""
    name, *others = question.places
    rest = _ARTICLE.sub("", name.text)
    if snapshot.names is None or len(others) < 2 or rest == name.text:
        return ()
    ids = tuple(id for m in snapshot.names.find(rest, script(rest)) for id in m.places)
    above = {id for mention in others for id in mention.places}
    return tuple(id for id in ids if above.intersection(snapshot.library.gazetteer[id].parents))
