"""Which of the two countries a conversation is about, and follow-ups that move to the other: "et en Corée ?"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.answer import Decision
from bot.sheets import kinds
from bot.subject import Subject
from bot.turn import Turn
from bot.words import across, units
from bot.words.naming import script
from bot.words.question import Question
from bot.words.setting import without_origin
from bot.words.wording_on import content, content_beside, corrects, pointing_across, said
from index.names.aside import span_set_aside
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.text import blanked

MOST_OF_OURS = 2
"""Words of content of a question on what is "ours", beyond which that only tells who asks: "our mayor goes to …"."""


def brought_along(question: Question, last: Turn, snapshot: Snapshot) -> Question:
    """Return a question on papers of the other country than the conversation's as one on how they count there.

    "Off to Busan, which visa? - And my French driving licence?" Any other question is left as it is.
    """
    home = spoken_of(last.question, last.shown, snapshot)
    rest = None if home is None or question.names_any or home in question.countries else without_origin(question)
    return question if rest is None else replace(rest, implied=home)


def home_named(question: Question) -> str | None:
    """Return the one of the two countries that a question names, if it names just that."""
    return countries.home(question.countries)


def left(decision: Decision, question: Question, last: Turn, snapshot: Snapshot) -> str | None:
    """Return the country of the conversation where what a question gets by itself is of another one; else None.

    The places that it was about lie in it, where nothing else tells it. A question that names a country leaves none.
    """
    found = decision.subjects[0] if decision.subjects else None
    if found is None or question.countries or question.names_any:
        return None
    home = spoken_of(last.question, last.shown, snapshot) or _of_places(last.question, snapshot)
    own = of_card(found, snapshot)
    if home is None or own in (home, None):
        return None
    return None if any(_is_only_in(each.unit, home, own) for each in units.found_in(question.text)) else home


def is_told(home: str | None, last: Turn, snapshot: Snapshot) -> bool:
    """Tell whether a country `left` is one that the conversation told of, not only that of the places it was about."""
    return home is not None and home == spoken_of(last.question, last.shown, snapshot)


def _is_only_in(unit: str, home: str, other: str | None) -> bool:
    """Tell whether a unit is one of the other country, and none of the conversation's: "how many départements?"."""
    kinds_there = other is not None and units.kinds_of(unit, countries.HOMES[other])
    return bool(kinds_there) and not units.kinds_of(unit, countries.HOMES[home])


def of_card(subject: Subject, snapshot: Snapshot) -> str | None:
    """Return the country of a card, where it is of just one."""
    if subject.kind != "card":
        return None
    return countries.CODES.get(snapshot.library.cards[subject.ids[0]].country)


def naming(question: Question, last: Subject | None, snapshot: Snapshot) -> Question:
    """Return a question after a card of one country with the other one named where it is meant: "Là-bas, c'est qui ?".

    "Over there" is not where one writes from: after a card on Korea, a French "là-bas" stays there, and so does one in
    a language that is of neither. What is "ours" is there: after a card on France, 우리 도의원은요?
    """
    home = None if last is None else of_card(last, snapshot)
    if home is None or question.countries or question.names_any:
        return question
    own = across.OWN.get(question.language)
    span = pointing_across(question.text, abroad=own == home)
    if span is None and own not in (home, None) and len(content_beside(question, "at_home")) <= MOST_OF_OURS:
        ours = said(question.text, "at_home")
        span = ours.span() if ours else None
    if span is None:
        return question
    other = across.other(home)
    name = kinds.country(countries.HOMES[other], question.language)
    text = f"{question.text[: span[0]]}{name}{question.text[span[1] :]}"
    return replace(question, text=text, countries=frozenset({other}))


def over_there(question: Question, last: Turn, snapshot: Snapshot) -> Question:
    """Return a question on what is "over there" as one on the country spoken of, where one writes from the other.

    "Un maire coréen est élu pour combien de temps ? - Merci. Et les pompiers là-bas, ils sont de la ville ?"
    """
    home, own = spoken_of(last.question, last.shown, snapshot), across.OWN.get(question.language)
    if home is None or own in (home, None) or question.countries or question.names_any:
        return question
    return question if pointing_across(question.text, abroad=True) is None else replace(question, implied=home)


def spoken_of(before: Question, last: Subject | None, snapshot: Snapshot) -> str | None:
    """Return the country that the conversation is about: that of the card shown, or the only one asked about."""
    country = None if last is None else of_card(last, snapshot)
    if country is not None:
        return country
    return home_named(before) or before.implied


def _of_places(question: Question, snapshot: Snapshot) -> str | None:
    """Return the country that all places named in a question lie in; None where they are of both, or none is named."""
    gazetteer = snapshot.library.gazetteer
    return countries.home({countries.CODES[gazetteer[id].country] for id in question.place_ids})


def moved(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """The question before asked of the country now named: with its name put in, or by the card's counterpart.

    Of both it is the one that was not: "a permit to live in France? - No, I mean a French person in Korea".
    """
    spoken = {code for _, code in countries.named(before.text)}
    told = _told(question)
    if not told:
        return
    name, code = next((each for each in told if each[1] not in spoken), told[0])
    wanted, named = countries.home({code}), (*before.places, *before.contacts)
    spans = [found for found in countries.named(before.text) if not any(m.start <= found[0][0] < m.end for m in named)]
    text = before.text
    for (first, after), _code in reversed(spans):
        text = text[:first] + name + text[after:]
    if spans and all(other != code for _, other in spans):
        yield replace(question, text=text, implied=wanted)
    if last is not None and last.kind == "card" and wanted is not None and not content(question):
        card = snapshot.library.cards[last.ids[0]]
        if card.counterpart is not None and snapshot.library.cards[card.counterpart].country in (
            countries.HOMES[wanted],
            "both",
        ):
            yield Subject("card", (card.counterpart,))
    if not spans:
        yield replace(question, text=f"{text} {name}", implied=wanted)


def _told(question: Question) -> list[tuple[str, str]]:
    """Return the names and codes of the countries that a question names, in order and as they are written there.

    Where it names none but a capital for its State (서울시에서 임명하나요?), that is the country, by its common name.
    """
    named = [(question.text[slice(*span)], code) for span, code in countries.named(question.text)]
    told = [(name, code) for name, code in named if code in question.countries]
    homes = sorted(question.countries & countries.HOMES.keys())
    return told or [(str(kinds.country(countries.HOMES[code], question.language)), code) for code in homes]


def reversed_way(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """The question before with both countries in each other's place, or the other one's: "in the other direction?".

    A place stands for its country: from Seoul to France is from France to Korea the other way.
    """
    if question.names_any or not (_turns_round(question) or _sets_right_who_goes(question)):
        return
    if last is not None and last.kind == "card" and (other := snapshot.library.cards[last.ids[0]].counterpart):
        yield Subject("card", (other,))
    gazetteer, language = snapshot.library.gazetteer, question.language
    named = [
        *((span, code) for span, code in countries.named(before.text) if code in countries.HOMES),
        *(((m.start, m.end), countries.CODES[gazetteer[m.places[0]].country]) for m in before.places),
    ]
    homes = {code for _, code in named}
    if len(homes) == len(countries.HOMES):
        text = before.text
        for (start, end), code in sorted(named, reverse=True):
            text = f"{text[:start]}{kinds.country(countries.HOMES[across.other(code)], language)}{text[end:]}"
        yield replace(question, text=text, countries=frozenset(countries.HOMES))
    elif (home := next(iter(homes), None) or spoken_of(before, last, snapshot)) is not None:
        name = str(kinds.country(countries.HOMES[across.other(home)], language))
        yield from moved(
            replace(question, text=name, countries=frozenset({across.other(home)})), before, last, snapshot
        )


def _turns_round(question: Question) -> bool:
    return not question.countries and said(question.text, "reverse") is not None


def _sets_right_who_goes(question: Question) -> bool:
    """Tell whether a question sets right who is meant where, by both countries: "no, a French person in Korea"."""
    return corrects(question) and question.countries == frozenset(countries.HOMES)


def moved_to(question: Question, before: Question, snapshot: Snapshot) -> Iterator[Question]:
    """The question before asked of a place of the other country: "social housing in France? - And in Seoul?"."""
    mention = question.places[0]
    homes = [(span, code) for span, code in countries.named(before.text) if code in countries.HOMES]
    if before.places or len(homes) != 1:
        return
    (start, end), home = homes[0]
    code = countries.CODES[snapshot.library.gazetteer[mention.places[0]].country]
    if code == home:
        return
    text = before.text[:start] + mention.text + before.text[end:]
    yield replace(
        question, text=text, places=(replace(mention, start=start, end=start + len(mention.text)),), implied=code
    )


def corrected(question: Question, before: Question, snapshot: Snapshot) -> Question | None:
    """Return the question before asked of the place of that name in the country meant: "not China, the Korean one".

    None where a question sets nothing right, names more than countries, or where that country has not just one.
    """
    named = [(code, span_set_aside(question.text, *span)) for span, code in countries.named(question.text)]
    home = countries.home({code for code, aside in named if aside is None})
    text = question.text
    for aside in (aside for _, aside in named if aside is not None):
        text = blanked(text, *aside)
    if home is None or question.names_any or content(replace(question, text=text)):
        return None
    if text == question.text and not corrects(question):
        return None
    if len(before.places) != 1 or snapshot.names is None:
        return None
    old = before.places[0]
    alike = snapshot.names.find(old.text, script(old.text))
    ids = dict.fromkeys([*old.places, *old.others, *(id for m in alike for id in (*m.places, *m.others))])
    there = [id for id in ids if countries.CODES[snapshot.library.gazetteer[id].country] == home]
    if len(there) != 1:
        return None
    meant = (replace(old, places=(there[0],), others=()),)
    return replace(question, text=before.text, places=meant, countries=frozenset(), implied=home)
