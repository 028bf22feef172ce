"""Short follow-ups, completed from the turn before: "Et en Corée ?", "그럼 전화번호는?", "and its website?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from bot import hierarchy
from bot.answer import Decision
from bot.question import Question
from bot.subject import Subject
from bot.wordings import alternatives, wordings
from index.names import Mention
from index.snapshot import Snapshot
from index.variants import MASK
from knowledge import countries
from knowledge.text import bare

_HANGUL = re.compile("[가-힣]")
_WORD = re.compile(r"[^\W_]+(?:'(?=[^\W\d_]))?")
_GROUPINGS = (*hierarchy.EPCI, "special-collectivity")


@cache
def _markers() -> dict[str, re.Pattern[str]]:
    """Return patterns of how a follow-up begins, of what refers back, to a place found or to both of two."""
    forms = wordings("followup.tsv")

    def inside(*kinds: str) -> re.Pattern[str]:
        words = alternatives(form for kind in kinds for form in forms[kind])
        return re.compile(rf"(?<![\w])(?:{words})(?![a-z])")

    return {
        "opening": re.compile(rf"^(?:{alternatives(forms['opening'])})(?![^\W\d_가-힣])"),
        "reference": inside("reference", "there", "both"),
        "there": inside("there"),
        "both": inside("both"),
    }


@cache
def _empty() -> frozenset[str]:
    """Return the words that carry no content."""
    forms = wordings("followup.tsv")
    return frozenset(map(bare, (*forms["empty"], *forms["opening"])))


def points_there(question: Question) -> bool:
    """Tell whether a question is about the place that the answer before gave: "that city", 거기."""
    return _markers()["there"].search(bare(question.text)) is not None


def marked(question: Question) -> bool:
    """Tell whether a question is worded as a follow-up: it opens like one, refers back, or says nothing by itself."""
    text = bare(question.text)
    opening, reference = _markers()["opening"], _markers()["reference"]
    return bool(opening.match(text) or reference.search(text) or not _content(question))


def words(question: Question) -> int:
    """Return how many words a question has."""
    return len(_WORD.findall(question.text))


def completions(
    question: Question,
    before: Question,
    subjects: Sequence[Subject],
    snapshot: Snapshot,
    *,
    found: tuple[str, ...],
    settled: bool,
) -> Iterator[Question | Subject]:
    """Give the ways to complete a question from the question before and the subjects of its answer, likeliest first.

    `found` are the places that the last answer gave, beside those it was about. `settled` tells that the question gets
    an answer by itself: what it asks of a place is then its own.
    """
    last = subjects[0] if subjects else None
    if question.countries and not question.places:
        yield from _elsewhere(question, before, last, snapshot)
    if question.places or question.contacts:
        if not settled or all(_said(word, before) for word in _content(question)):
            yield from _same_of_another(question, before, last, snapshot)
        yield _joined(before, question)
        return
    if last is not None and last.kind != "card" and last.ids:
        if found and points_there(question):
            yield _of_the_same(question, Subject("place", found))
        yield _of_the_same(question, last)
    elif before.places or before.contacts:
        yield _named_before(question, before)
    elif last is not None:
        for id in snapshot.library.cards[last.ids[0]].contacts[:1] if last.kind == "card" else ():
            yield _of_the_same(question, Subject("contact", (id,)))
    if _content(question):
        home = _home(before, last, snapshot)
        if home is not None and _changes_subject(question) and not question.countries:
            yield replace(question, text=_without_opening(question), implied=home)
        yield _joined(before, question)


def _said(word: str, before: Question) -> bool:
    """Tell whether a word stood in the question before, but for what Korean puts at its end (시청은요)."""
    said = _WORD.findall(bare(before.text))
    return word in said or any(len(other) > 1 and word.startswith(other) for other in said if _HANGUL.match(other))


def _joined(before: Question, question: Question) -> Question:
    """Return the two questions as one; the country that the second names is the one asked about."""
    start = len(before.text) + 1
    places, contacts = (
        (*mentions, *(replace(m, start=m.start + start, end=m.end + start) for m in further))
        for mentions, further in ((before.places, question.places), (before.contacts, question.contacts))
    )
    text = f"{before.text} {question.text}"
    return replace(question, text=text, places=places, contacts=contacts, implied=_home_named(question))


def _home_named(question: Question) -> str | None:
    """Return the one of the two countries that a question names, if it names just that."""
    named = question.countries & set(countries.HOMES)
    return next(iter(named)) if len(named) == 1 else None


def leaves(decision: Decision, question: Question, before: Question, last: Subject | None, snapshot: Snapshot) -> bool:
    """Tell whether a question that names no country gets, by itself, what is of another one than the conversation's."""
    found = decision.subjects[0] if decision.subjects else None
    if found is None or question.countries or question.places or question.contacts:
        return False
    home = _home(before, last, snapshot)
    return home is not None and _country(found, snapshot) not in (home, None)


def _country(subject: Subject, snapshot: Snapshot) -> str | None:
    """Return the country of a card, where it is of just one."""
    if subject.kind != "card":
        return None
    return countries.CODES.get(snapshot.library.cards[subject.ids[0]].country)


def _home(before: Question, last: Subject | None, snapshot: Snapshot) -> str | None:
    """Return the country that the conversation is about: that of the card shown, or the only one asked about."""
    country = None if last is None else _country(last, snapshot)
    if country is not None:
        return country
    return _home_named(before) or before.implied


def _changes_subject(question: Question) -> bool:
    """Tell whether a follow-up names something new ("et les pompiers ?") and does not refer back ("qui le nomme ?")."""
    text = bare(question.text)
    return bool(_markers()["opening"].match(text)) and not _markers()["reference"].search(text)


def _content(question: Question) -> list[str]:
    """Return the words of a question that are neither names nor empty."""
    text = bare(question.text)
    for mention in (*question.places, *question.contacts):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    for (start, end), _code in reversed(countries.named(text)):
        text = text[:start] + " " + text[end:]
    return [word for word in _WORD.findall(text) if word not in _empty()]


def _elsewhere(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """The question before asked of the country now named: with its name put in, or by the card's counterpart."""
    code = next(iter(question.countries))
    home = _home_named(question)
    (start, end), _ = countries.named(question.text)[0]
    name, spans = question.text[start:end], countries.named(before.text)
    moved = before.text
    for (first, after), _code in reversed(spans):
        moved = moved[:first] + name + moved[after:]
    if spans and all(other != code for _, other in spans):
        yield replace(question, text=moved, implied=home)
    if last is not None and last.kind == "card" and home is not None and not _content(question):
        card = snapshot.library.cards[last.ids[0]]
        if card.counterpart is not None and snapshot.library.cards[card.counterpart].country in (
            countries.HOMES[home],
            "both",
        ):
            yield Subject("card", (card.counterpart,))
    if not spans:
        yield replace(question, text=f"{moved} {name}", implied=home)


def _same_of_another(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    mention = (*question.places, *question.contacts)[0]
    if last is not None and last.kind in ("place", "contact") and len(mention.places) == 1:
        ids = (_grouping(mention.places[0], last.ids[0], snapshot),) if question.places else mention.places
        yield Subject("place" if question.places else "contact", ids, last.intent)
    earlier = (*before.places, *before.contacts)
    if earlier:
        old = earlier[0]
        text = before.text[: old.start] + mention.text + before.text[old.end :]
        moved = Mention(old.start, old.start + len(mention.text), mention.text, mention.places, mention.exact)
        yield replace(
            question,
            text=text,
            places=(moved,) if question.places else (),
            contacts=(moved,) if question.contacts else (),
        )


def _grouping(id: str, like: str, snapshot: Snapshot) -> str:
    """Return the grouping that a commune lies in where the place before was one: "Lille's metropole. And Grenoble?"."""
    gazetteer = snapshot.library.gazetteer
    if like not in gazetteer or gazetteer[like].kind not in _GROUPINGS or gazetteer[id].kind != "commune":
        return id
    return next((parent for parent in gazetteer[id].parents if gazetteer[parent].kind in _GROUPINGS), id)


def _named_before(question: Question, before: Question) -> Question:
    """Return the question with what the question before named put before it."""
    mention = (*before.places, *before.contacts)[0]
    moved = Mention(0, len(mention.text), mention.text, mention.places, mention.exact)
    text = f"{mention.text} {_without_opening(question)}"
    if before.places:
        return replace(question, text=text, places=(moved,))
    return replace(question, text=text, contacts=(moved,))


def _of_the_same(question: Question, last: Subject) -> Question:
    """Return the question asked of what the last answer was about, a name put before it; of both where it says so."""
    ids = last.ids if len(last.ids) == 2 and _markers()["both"].search(bare(question.text)) else last.ids[:1]
    implied = tuple(
        Mention(n * (len(MASK) + 1), n * (len(MASK) + 1) + len(MASK), MASK, (id,), True) for n, id in enumerate(ids)
    )
    text = f"{' '.join([MASK] * len(ids))} {_without_opening(question)}"
    if last.kind == "contact":
        return replace(question, text=text, contacts=implied)
    return replace(question, text=text, places=implied)


def _without_opening(question: Question) -> str:
    match = _markers()["opening"].match(bare(question.text))
    return question.text[match.end() :].strip(" ,") if match else question.text
