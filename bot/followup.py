"""Short follow-ups, completed from the turn before: "Et en Corée ?", "그럼 전화번호는?", "and its website?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from bot.question import Question
from bot.subject import Subject
from index.names import Mention
from index.snapshot import Snapshot
from index.variants import MASK
from knowledge import countries
from knowledge.text import bare


@dataclass(frozen=True, slots=True)
class Continued:
    """A question read as going on from the one before: to be trusted only where it looks that way by itself."""

    question: Question


SHORT = 4
"""Words of a question that may lean on the one before though nothing in it says so."""
_WORD = re.compile(r"[^\W_]+(?:'(?=[^\W\d_]))?")
_OWN = {"FR": "fr", "KR": "kr"}
_HOME = {country: code for code, country in _OWN.items()}


@cache
def _markers() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str]]:
    """Return patterns of how a follow-up begins and what refers back, and words that carry no content."""
    columns: dict[str, list[str]] = {"opening": [], "reference": [], "empty": []}
    for line in files("bot.texts").joinpath("followup.tsv").read_text("utf-8").splitlines():
        kind, _, words = line.partition("\t")
        columns[kind] += [bare(word) for word in words.split(" | ")]

    def alternatives(kind: str) -> str:
        return "|".join(re.escape(word) for word in sorted(columns[kind], key=len, reverse=True))

    opening = re.compile(rf"^(?:{alternatives('opening')})(?![^\W\d_a-z가-힣]|[a-z])")
    reference = re.compile(rf"(?<![\w])(?:{alternatives('reference')})(?![a-z])")
    return opening, reference, frozenset(columns["empty"] + columns["opening"])


def marked(question: Question) -> bool:
    """Tell whether a question is worded as a follow-up: it opens like one, refers back, or says nothing by itself."""
    opening, reference, _ = _markers()
    text = bare(question.text)
    return bool(opening.match(text) or reference.search(text) or not _content(question))


def short(question: Question) -> bool:
    """Tell whether a question names nothing and is so short ("전화번호는?") that it may go on from the one before."""
    named = question.places or question.contacts or question.countries
    return not named and len(_WORD.findall(question.text)) <= SHORT


def completions(
    question: Question, before: Question, subjects: Sequence[Subject], snapshot: Snapshot
) -> Iterator[Question | Subject | Continued]:
    """Give the ways to complete a question from the question before and the subjects of its answer, likeliest first."""
    last = subjects[0] if subjects else None
    hollow = not _content(question)
    if question.countries and not question.places:
        yield from _elsewhere(question, before, last, snapshot)
    if question.places or question.contacts:
        if hollow:
            yield from _same_of_another(question, before, last)
        return
    if last is not None and last.kind != "card" and last.ids:
        yield _of_the_same(question, last)
    elif before.places or before.contacts:
        yield _named_before(question, before)
    elif last is not None:
        for id in snapshot.library.cards[last.ids[0]].contacts[:1] if last.kind == "card" else ():
            yield _of_the_same(question, Subject("contact", (id,)))
    if not hollow and _changes_subject(question) and not question.countries:
        home = _home(before, last, snapshot)
        if home is not None:
            yield replace(question, text=_without_opening(question), implied=home)
    if not hollow:
        text = f"{before.text} {question.text}"
        yield Continued(replace(question, text=text, places=before.places, contacts=before.contacts))


def _home(before: Question, last: Subject | None, snapshot: Snapshot) -> str | None:
    """Return the country that the conversation is about: that of the card shown, or the only one asked about."""
    if last is not None and last.kind == "card":
        country = snapshot.library.cards[last.ids[0]].country
        if country in _HOME:
            return _HOME[country]
    asked = before.countries & set(_OWN)
    return next(iter(asked)) if len(asked) == 1 else before.implied


def _changes_subject(question: Question) -> bool:
    """Tell whether a follow-up names something new ("et les pompiers ?") and does not refer back ("qui le nomme ?")."""
    opening, reference, _ = _markers()
    text = bare(question.text)
    return bool(opening.match(text)) and not reference.search(text)


def _content(question: Question) -> list[str]:
    """Return the words of a question that are neither names nor empty."""
    _, _, empty = _markers()
    text = bare(question.text)
    for mention in (*question.places, *question.contacts):
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    for (start, end), _code in reversed(countries.named(text)):
        text = text[:start] + " " + text[end:]
    return [word for word in _WORD.findall(text) if word not in empty]


def _elsewhere(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """The question before asked of the country now named: with its name put in, or by the card's counterpart."""
    code = next(iter(question.countries))
    (start, end), _ = countries.named(question.text)[0]
    name, spans = question.text[start:end], countries.named(before.text)
    moved = before.text
    for (first, after), _code in reversed(spans):
        moved = moved[:first] + name + moved[after:]
    if spans and all(other != code for _, other in spans):
        yield replace(question, text=moved)
    if last is not None and last.kind == "card" and code in _OWN and not _content(question):
        card = snapshot.library.cards[last.ids[0]]
        if card.counterpart is not None and snapshot.library.cards[card.counterpart].country in (_OWN[code], "both"):
            yield Subject("card", (card.counterpart,))
    if not spans:
        yield replace(question, text=f"{moved} {name}")


def _same_of_another(question: Question, before: Question, last: Subject | None) -> Iterator[Question | Subject]:
    mention = (*question.places, *question.contacts)[0]
    if last is not None and last.kind in ("place", "contact") and len(mention.places) == 1:
        yield Subject("place" if question.places else "contact", mention.places, last.intent)
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


def _named_before(question: Question, before: Question) -> Question:
    """Return the question with what the question before named put before it."""
    mention = (*before.places, *before.contacts)[0]
    moved = Mention(0, len(mention.text), mention.text, mention.places, mention.exact)
    text = f"{mention.text} {_without_opening(question)}"
    if before.places:
        return replace(question, text=text, places=(moved,))
    return replace(question, text=text, contacts=(moved,))


def _of_the_same(question: Question, last: Subject) -> Question:
    """Return the question asked of what the last answer was about, a name put before it."""
    implied = Mention(0, len(MASK), MASK, last.ids[:1], True)
    text = f"{MASK} {_without_opening(question)}"
    if last.kind == "contact":
        return replace(question, text=text, contacts=(implied,))
    return replace(question, text=text, places=(implied,))


def _without_opening(question: Question) -> str:
    opening, _, _ = _markers()
    match = opening.match(bare(question.text))
    return question.text[match.end() :].strip(" ,") if match else question.text
