"""The partner of a place as what is asked about: "website of the twin town of X?", "how large is the Korean side?".

Words that stand for the partner are read as its name, with the place that they are said of; which place is whose
partner, the table of partnerships tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answer import Decision
from bot.partnerships.ties import alive, today_of
from bot.partnerships.ties import of as ties
from bot.sheets.place_lines import ABOVE, NAME
from bot.subject import Subject
from bot.tables.intents import IS_KIND, PARTNERS_OF, WHICH_ABOVE
from bot.words import units
from bot.words.designation import Designation, designations, speaks_of_twins
from bot.words.masking import at_mask
from bot.words.mentions import asked_about
from bot.words.question import Question
from bot.words.ways import REACHING
from bot.words.wording_on import words
from index.names.mention import Mention
from index.names.particles import COMITATIVE, attached
from index.ranking.variants import MASK
from knowledge import countries
from knowledge.library import Library
from knowledge.partnerships import Partnership
from knowledge.text import HANGUL, bare, heard

MOST = 3
"""Partners told one after another."""
SURE = 0.7
"""How sure the line asked for must be, once the words that stand for the partner are read as its name."""
SHORTEST = 3
"""Syllables from which the beginning of a partner's name may stand for it: 사나리 for 사나리쉬르메르."""
_SIGNED = ("twinning", "friendship", "agreement", "mou")
_NO_LINE = frozenset({"", NAME, "partners", "counterpart", ABOVE})
"""What is no line of a partner that one asks for without knowing which place it is: where it is says who it is."""
_OF_UNIT = (WHICH_ABOVE, IS_KIND)
"""Tables that are asked of a partner where a unit is named: "in which département?", "a city or a county?"."""
_ADDED = re.compile(rf"(?:&|\+|\b(?:and|et|plus)|(?<=[가-힣])(?:{COMITATIVE})|및|그리고)\s*$")
_WORDS_TO_ADD = 3
"""Words after a partner that is added at the end: "the website, and its Korean partner if any" asks who it is."""
_BESIDE = re.compile(r"\s*,?\s*(?:de |d'|of |인 )?")


@dataclass(frozen=True, slots=True)
class Meant:
    """A question read with the name of a partner where words stand for it, and all the partners they may stand for.

    Where the place has none, it is named itself and there are no partners. `by_name`: the partner is named beside.
    """

    question: Question
    partners: tuple[str, ...]
    by_name: bool = False

    @property
    def named(self) -> str:
        """The id of the place that the question is read with."""
        return self.question.places[0].places[0]


def meant(question: Question, library: Library, around: Sequence[str] = ()) -> Meant | None:
    """Return a question that means the partner of a place, read as one that names it; None where it means none.

    `around` are the ids of the places spoken of before, for a question that names none.
    """
    around = [id for id in around if id in library.gazetteer]  # the tables may have changed since
    if question.contacts or not library.partnerships or not (question.places or around):
        return None
    found = list(designations(question))
    read = (_read(of, question, library, around) for of in found)
    return (
        next((meant for meant in read if meant is not None), None)
        or _by_short_name(question, library)
        or _beside_the_asker(question, library)
        or _without_partner(found, question, library)
    )


def partners_of(id: str, library: Library, *, twins: bool) -> tuple[str, ...]:
    """Return the partners of a place: its twins where they are meant and it has any, else those of a signed tie."""
    place = today_of(id, library)
    found = [(other, tie) for tie in alive(ties(place, library)) for other in tie.places if other != place.id]
    return tuple(dict.fromkeys(_closest(found, twins=twins)))


def of_each(decision: Decision, meant: Meant, holds: Callable[[Subject], bool]) -> Decision | None:
    """Return the decision on the first partner as one on each of them; None where no line of a sheet is asked for.

    `holds` tells whether anything is known on a subject: where a partner has no phone its site is told. Of a place
    without a partner it is that which is told.
    """
    if decision.status != "answered" or not decision.subjects or decision.confidence < SURE:
        return None
    if not all(_is_line(subject, meant) and subject.ids == (meant.named,) for subject in decision.subjects):
        return None
    if not meant.partners:
        return replace(decision, subjects=(Subject("partners", (meant.named,), PARTNERS_OF),))
    each = (replace(subject, ids=(partner,)) for partner in meant.partners[:MOST] for subject in decision.subjects)
    told = tuple(subject for subject in (_held(subject, holds) for subject in each) if subject is not None)
    return replace(decision, subjects=told) if told else None


def _is_line(subject: Subject, meant: Meant) -> bool:
    """Tell whether a subject is one that is asked of a partner whichever it is: which it is, the partnership tells."""
    if subject.kind == "place":
        return subject.intent not in _NO_LINE or (meant.by_name and subject.intent != "partners")
    return subject.intent.startswith(_OF_UNIT) and bool(units.mentioned(meant.question.text))


def _held(subject: Subject, holds: Callable[[Subject], bool]) -> Subject | None:
    lines = (subject.intent, "site") if subject.intent in REACHING else (subject.intent,)
    return next((one for one in (replace(subject, intent=line) for line in lines) if holds(one)), None)


def _read(of: Designation, question: Question, library: Library, around: Sequence[str]) -> Meant | None:
    """Return the question read with the partner that a designation stands for; None where it stands for none."""
    if of.place is None and question.places and _is_aside(of.span, question.text):
        return None
    for ids in _said_of(of, question, around):
        for id in ids:
            partners = _partners(id, question.text[of.start : of.end], library)
            if not partners:
                continue
            if of.home == library.gazetteer[id].country:
                if not question.places:  # the side that was spoken of
                    return _with(of.span, (id,), question)
                continue
            others = [mention for mention in question.places if mention.places != ids]
            span, partners = _named_beside(of.span, partners, others, question, library)
            return replace(_with(span, partners, question), by_name=span != of.span)
    return None


def _is_aside(span: tuple[int, int], text: str) -> bool:
    """Tell whether words away from the place are no part of what is asked of it.

    They are asked for beside it ("its website, and its partner") or tell why ("a city? - It is for the French side.").
    """
    before, after = text[: span[0]], text[span[1] :]
    if _ADDED.search(bare(before)):
        return words(after) <= _WORDS_TO_ADD
    return "?" in before and words(after) > 0 and not after.rstrip().endswith("?")


def _said_of(of: Designation, question: Question, around: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the places that a designation may be said of, each as its ids: the one it names, else the nearest before."""
    if of.place is not None:
        yield from (mention.places for mention in question.places if mention.start == of.place)
        return
    yield from (mention.places for mention in reversed(question.places) if mention.end <= of.start)
    yield from (mention.places for mention in question.places if mention.start >= of.end)
    if not question.places:
        yield from ((id,) for id in around)


def _partners(id: str, said: str, library: Library) -> tuple[str, ...]:
    """Return the partners of a place that words stand for: twins where they say so, else those of a signed tie."""
    return partners_of(id, library, twins=speaks_of_twins(said))


def _closest(found: Sequence[tuple[str, Partnership]], *, twins: bool) -> list[str]:
    """Return those tied by a twinning where one is meant, else by what was signed, else by anything."""
    groups = (("twinning",), _SIGNED) if twins else (_SIGNED,)
    for kinds in groups:
        chosen = [id for id, tie in found if tie.kind in kinds]
        if chosen:
            return chosen
    return [id for id, _ in found]


def _named_beside(
    span: tuple[int, int], partners: tuple[str, ...], others: Iterable[Mention], question: Question, library: Library
) -> tuple[tuple[int, int], tuple[str, ...]]:
    """Return the words that stand for a partner with its name beside them, and the partners that are then left.

    "Tours, the twin town of Suwon" is Tours; "the partner of X in Paris" is the one there, of those of X.
    """
    start, end = span
    for mention in others:
        same = tuple(id for id in partners if id in mention.places)
        there = same or tuple(id for id in partners if {*mention.places} & {*library.gazetteer[id].parents})
        if there:
            partners = there
        if mention.end <= start and same and _BESIDE.fullmatch(question.text, mention.end, start):
            return (mention.start, end), there
        if mention.start >= end and same and _BESIDE.fullmatch(question.text, end, mention.start):
            return (start, mention.end), there
    word = HANGUL.search(question.text, end)
    if word is not None and not question.text[end : word.start()].strip():
        short = _short(word.group(), partners, library, 2)
        if short is not None:
            return (start, word.start() + short[1]), (short[0],)
    return span, partners


def _by_short_name(question: Question, library: Library) -> Meant | None:
    """Return a question read with the partner that the beginning of its name, as it is heard, stands for."""
    if not HANGUL.search(question.text):
        return None
    partners = tuple(id for m in question.places for place in m.places for id in _partners(place, "", library))
    for word in HANGUL.finditer(question.text) if partners else ():
        if any(m.overlaps(*word.span()) for m in question.places):
            continue
        short = _short(word.group(), partners, library, SHORTEST)
        if short is not None:
            return _with((word.start(), word.start() + short[1]), (short[0],), question)
    return None


def _beside_the_asker(question: Question, library: Library) -> Meant | None:
    """Return a question read with the one place that it asks about, where another, its partner, only tells who asks."""
    asked = asked_about(question.text, question.places)
    if len(asked) != 1 or len(question.places) < 2:
        return None
    (mention,) = asked
    askers = (id for other in question.places if other is not mention for id in other.places)
    partners = {id for asker in askers for id in _partners(asker, "", library)}
    if mention.places[0] not in partners:
        return None
    return _with((mention.start, mention.end), mention.places[:1], question)


def _without_partner(found: Iterable[Designation], question: Question, library: Library) -> Meant | None:
    """Return a question on the partner of a place that has none, read with the place itself."""
    for of in found:
        for ids in _said_of(of, question, ()) if of.place is not None else ():
            if library.gazetteer[ids[0]].country != of.home:
                return replace(_with(of.span, ids[:1], question), partners=())
    return None


def _short(word: str, partners: Iterable[str], library: Library, least: int) -> tuple[str, int] | None:
    """Return the partner whose name begins as a word does, and how many syllables of it; None unless it is one."""
    said = heard(word)
    found = []
    for id in partners:
        name = heard(library.gazetteer[id].names.ko)
        length = next((n for n in range(len(said)) if n >= len(name) or said[n] != name[n]), len(said))
        if least <= length < len(name) and attached(word[length:]) is not None:
            found.append((id, length))
    return found[0] if len(found) == 1 else None


def _with(span: tuple[int, int], partners: tuple[str, ...], question: Question) -> Meant:
    """Return the question with the partner's name, masked, in place of a span, and no other place."""
    pieces: list[str] = []
    position = at = 0
    spans = [(m.start, m.end) for m in question.places if not m.overlaps(*span)]
    for start, end in sorted([*spans, span]):
        pieces += [question.text[position:start], MASK]
        if (start, end) == span:
            at = len("".join(pieces)) - len(MASK)
        position = end
    text = "".join([*pieces, question.text[position:]])
    codes = {code for (start, end), code in countries.named(question.text) if end <= span[0] or start >= span[1]}
    mention = at_mask(at, partners[:1])
    named = replace(question, text=text, places=(mention,), sites=(), countries=question.countries & codes)
    return Meant(named, partners)
