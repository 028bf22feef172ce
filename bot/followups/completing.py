"""Short follow-ups, completed from the turn before: "Et en Corée ?", "그럼 전화번호는?", "and its website?"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bot.alone import counterpart
from bot.alone.counterpart_body import across
from bot.alone.with_seats import of_those_listed
from bot.followups import country as followup_country
from bot.followups import partners, places, telling_apart, within
from bot.followups import units as followup_units
from bot.followups.another import same_of_another
from bot.followups.bodies import beside, bodies, named_likewise
from bot.followups.compared import compared, only_compares_with
from bot.followups.context import Context
from bot.followups.country import home_named, moved, moved_to, naming, spoken_of
from bot.followups.pronouns import spelled_out
from bot.followups.swapped import of_the_others, swapped
from bot.followups.tables import asked_of_table
from bot.subject import Subject
from bot.words.naming import script
from bot.words.question import Question
from bot.words.wording_on import (
    changes_subject,
    content,
    marked,
    means_the_other,
    points_there,
    points_to_both,
    points_to_each,
    without_opening,
)
from index.names.mention import Mention
from knowledge import countries
from knowledge.text import blanked

MOST_TO_MOVE = 2
"""Words of a question on the other country, or with a doubtful name, beyond which it asks something of its own."""

Way = Literal[
    "another", "body", "chosen", "compared", "counterpart", "country", "doubtful", "given", "home", "joined", "named",
    "namesake", "office", "other", "partner", "same", "seat", "swapped", "table", "there", "within",
]  # fmt: skip
"""How a question is completed.

Of a place: the `same` as spoken of, `another`, the `other` of two, the one `chosen` of those asked back, a `namesake`,
what it lies `within`, its `seat`, the one a table has `given`, the `partner` told, the one `there`, one `compared` with
it, one of a `doubtful` name. Of a `body`: one akin to it. As the `office` that was told: the place of a body, the first
body of a card. Of a `table`: its other end, the next rank, another unit. Otherwise: its `counterpart` in the other
country is meant, what was `named` before is put first, the other `country` or the `home` of the conversation is asked
about, a word is `swapped`, both are `joined`.
"""


@dataclass(frozen=True, slots=True)
class Completion:
    """What a follow-up may ask, a question to decide on or already its subject, and the way it was completed."""

    way: Way
    asks: Question | Subject


Wanted = Callable[[Way], bool]
"""Tells of a way to complete a question whether it is still worth what it costs: an encoding, a decision."""


def whatever(way: Way) -> bool:
    """Want any way to complete a question, whatever it costs."""
    return True


def completions(context: Context, wanted: Wanted = whatever) -> Iterator[Completion]:
    """Give the ways to complete a question from the question before and the subjects of its answer."""
    yield from _of_what_was_told(context)
    if not context.found:
        context = replace(context, question=naming(context.question, context.shown, context.snapshot))
    yield from _of_the_other_country(context, wanted)
    if context.question.names_any:
        yield from _of_what_is_named(context)
        return
    yield from _of_what_was_spoken_of(context)
    if content(context.question):
        yield from _of_what_is_said(context, wanted)


def _of_what_was_told(context: Context) -> Iterator[Completion]:
    """The one chosen of those asked back, and what is asked of a table."""
    question, gazetteer = context.question, context.snapshot.library.gazetteer
    subjects = context.last.decision.subjects
    chosen = places.chosen(question, subjects, gazetteer) if len(subjects) > 1 else None
    if chosen is not None:
        yield Completion("chosen", chosen)
    for apart in telling_apart.completed(question, context.before, subjects, context.snapshot):
        yield Completion("chosen" if isinstance(apart, Subject) else "namesake", apart)
    if (last := context.shown) is not None:
        which = followup_units.listed(question, last) or of_those_listed(question, last, gazetteer)
        yield from _each("table", () if which is None else (which,))
        yield from _each("table", asked_of_table(question, context.asked, last, gazetteer, context.found))


def _of_the_other_country(context: Context, wanted: Wanted) -> Iterator[Completion]:
    """What was spoken of or asked, as it is in the country that is meant."""
    question, before, asked = context.question, context.before, context.asked
    last, snapshot = context.shown, context.snapshot
    if last is not None and not question.names_any and wanted("counterpart"):
        yield from _each("counterpart", _counterpart(context, last))
    if (corrected := followup_country.corrected(question, before, snapshot)) is not None:
        yield Completion("namesake", corrected)
    if question.countries and not question.places and len(content(question)) <= MOST_TO_MOVE:
        yield from _each("country", moved(question, asked if countries.named(asked.text) else before, last, snapshot))
    yield from _each("country", followup_country.reversed_way(question, asked, last, snapshot))


def _of_what_was_spoken_of(context: Context) -> Iterator[Completion]:
    """What is asked of the place or body spoken of, of one akin to it or of the one told as its counterpart."""
    question, asked, last, snapshot = context.question, context.asked, context.shown, context.snapshot
    if last is not None and (body := beside(question, asked, last, snapshot)) is not None:
        yield Completion("body", body)
    if (likewise := named_likewise(question, asked, last, snapshot)) is not None:
        yield Completion("body", likewise)
        return
    if (others := of_the_others(question, asked, snapshot.library.gazetteer)) is not None:
        yield Completion("swapped", others)
        return
    told = None if last is None else counterpart.told(last, asked, snapshot.library)
    if told is not None:
        yield Completion("given", _of_the_same(question, Subject("contact", (told,))))
        return
    yield from _of_what_was_named(context)
    yield from _of_what_that_led_to(context)
    yield from _of_a_doubtful_name(context)
    if context.earlier is not None:
        yield Completion("named", _of_the_same(question, context.earlier))


def _of_what_is_said(context: Context, wanted: Wanted) -> Iterator[Completion]:
    """What the words now said ask at home, with those said before, or in place of some of them."""
    question, before = context.question, context.before
    home = spoken_of(before, context.shown, context.snapshot)
    stays = changes_subject(question) or (context.leaves and marked(question))
    if home is not None and stays and not question.countries:
        yield Completion("home", replace(question, text=without_opening(question), implied=home))
    yield Completion("joined", joined(before, question, None if question.countries else home))
    for other in (followup_units.instead(question, before), _of_those_counted(context)):
        yield from _each("table", (other,) if other is not None else ())
    if (other_body := counterpart.of_another(question, before)) is not None:
        yield Completion("body", other_body)
    elif wanted("swapped"):
        yield from _each("swapped", swapped(question, before, context.snapshot))


def _of_those_counted(context: Context) -> Question | None:
    """Return the question asked of the places just counted or listed; None where none were, or each is told apart."""
    of_each = bool(context.found) and points_to_each(context.question)
    if of_each or (last := context.shown) is None:
        return None
    gazetteer = context.snapshot.library.gazetteer
    named = (context.asked, context.before)  # "lesquels ?" names none of those listed
    counted = (followup_units.of_those_counted(context.question, text, last, gazetteer) for text in named)
    return next((each for each in counted if each), None)


def _each(way: Way, asked: Iterable[Question | Subject]) -> Iterator[Completion]:
    return (Completion(way, each) for each in asked)


def _counterpart(context: Context, last: Subject) -> Iterator[Subject]:
    """What stands for the card or body last shown in the other country, where that is asked for."""
    question, before, snapshot = context.question, context.before, context.snapshot
    if last.kind == "card" and (compared := counterpart.likened(question, before, snapshot)) is not None:
        yield compared
    elif last.kind in ("card", "contact") and counterpart.asked_for(question):
        found = across(last, context.asked, snapshot.library) if last.kind == "card" else None
        found = found or counterpart.of(question, before, last, snapshot)
        if found is not None:
            yield found


def _of_what_is_named(context: Context) -> Iterator[Completion]:
    """What the place or body now named has to do with what was spoken of."""
    question, before, last, snapshot = context.question, context.before, context.shown, context.snapshot
    if last is not None and (other := places.other(question, last)):
        yield Completion("other", other)
    if question.places:
        yield from _each("body", bodies(question, before, last, snapshot))
        yield from _each("compared", compared(question, before, last, snapshot))
        meant = places.namesake(question, before, snapshot)
        if meant is not None:
            yield Completion("namesake", meant)
            yield from _each("namesake", _of_the_namesake(question, meant))
        yield from _each("country", moved_to(question, before, snapshot))
    if not only_compares_with(last, question):
        yield from _each("another", same_of_another(question, before, last, snapshot))
    spelled = spelled_out(question, before)
    if spelled is not None:
        yield Completion("swapped", spelled)
    yield Completion("joined", joined(before, question))


def _of_the_namesake(question: Question, meant: Question) -> Iterator[Question]:
    """What a question asks itself of the namesake that it tells apart: "the one in Ulsan, its website?"."""
    if content(question):
        text = question.text
        for mention in question.places:
            text = blanked(text, mention.start, mention.end)
        namesake = Subject("place", meant.places[0].places)
        yield places.of_the_same(replace(question, places=(), text=text), namesake, text)


def _of_what_was_named(context: Context) -> Iterator[Completion]:
    """The question asked of what was spoken of, be it by the question before alone."""
    question, before, found, last = context.question, context.before, context.found, context.shown
    snapshot, library = context.snapshot, context.snapshot.library
    of_each = points_to_each(question) and last is not None and last.kind == "table"
    if found and (points_there(question) or of_each):
        yield Completion("there", _of_the_same(question, Subject("place", found)))
    if last is not None and last.kind != "card" and last.ids:
        town = places.seat(last, library.gazetteer)
        if town is not None:
            way: Way = "there" if points_there(question) else "seat"
            yield Completion(way, _of_the_same(question, Subject("place", (town,))))
        if means_the_other(question) and (meant := places.namesake(question, before, snapshot)) is not None:
            yield Completion("namesake", meant)
        if not (found and points_there(question)):
            yield from _each("within", within.of_what_it_lies_in(question, last, snapshot))
            core = within.town_of_its_name(question, last, library.gazetteer)
            yield from _each("within", () if core is None else (core,))
        elsewhere = places.is_extreme(last) or of_each if found else town is not None and points_there(question)
        if not elsewhere:
            yield Completion("same", _of_the_same(question, last))
        if last.kind == "contact" and len(of := library.contacts[last.ids[0]].places) == 1:
            yield Completion("office", _of_the_same(question, Subject("place", of)))
    elif before.names_any:
        yield Completion("named", _named_before(question, before))
    elif last is not None and last.kind == "card":
        for body in library.cards[last.ids[0]].contacts[:1]:
            yield Completion("office", _of_the_same(question, Subject("contact", (body,))))


def _of_what_that_led_to(context: Context) -> Iterator[Completion]:
    """The question asked of the one place that a table gave, or of the partner told."""
    last = context.shown
    if last is not None and (one := places.given(last, context.found)):
        yield Completion("given", _of_the_same(context.question, one))
    partner = partners.likely(last, context.before, context.snapshot.library)
    if partner is not None:
        yield Completion("partner", _of_the_same(context.question, partner))


def _of_a_doubtful_name(context: Context) -> Iterator[Completion]:
    """What was asked before of a place that a word now said may be the name of."""
    question, snapshot = context.question, context.snapshot
    if snapshot.names is not None and len(content(question)) <= MOST_TO_MOVE:
        for mention in snapshot.names.doubtful(question.text, script(question.text))[:1]:
            named = replace(question, places=(mention,))
            yield from _each("doubtful", same_of_another(named, context.before, context.shown, snapshot))


def _of_the_same(question: Question, last: Subject) -> Question:
    return places.of_the_same(question, last, without_opening(question), both=points_to_both(question))


def joined(before: Question, question: Question, home: str | None = None) -> Question:
    """Return the two questions as one; the country that the second names, or else `home`, is the one asked about."""
    start = len(before.text) + 1
    of_places, of_contacts = (
        (*mentions, *(replace(m, start=m.start + start, end=m.end + start) for m in further))
        for mentions, further in ((before.places, question.places), (before.contacts, question.contacts))
    )
    text = f"{before.text} {question.text}"
    implied = home_named(question) or home
    return replace(question, text=text, places=of_places, contacts=of_contacts, implied=implied)


def _named_before(question: Question, before: Question) -> Question:
    """Return the question with what the question before named put before it."""
    mention = (*before.places, *before.contacts)[0]
    moved = Mention(0, len(mention.text), mention.text, mention.places, mention.exact)
    text = f"{mention.text} {without_opening(question)}"
    if before.places:
        return replace(question, text=text, places=(moved,))
    return replace(question, text=text, contacts=(moved,))
