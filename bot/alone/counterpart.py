"""What stands in the other country for what was spoken of: "and the Korean equivalent?", "la nôtre ?", 우리로 치면?"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace
from functools import cache

from bot.alone.counterpart_body import line_of_other
from bot.composing import title
from bot.subject import Subject
from bot.words import kin
from bot.words.across import abroad
from bot.words.beside import Beside
from bot.words.question import Question
from bot.words.ways import ways
from bot.words.wording_on import WORD, asks_nothing_else, changes_subject, content_beside, said, says_something
from index.names.mention import Mention
from index.names.particles import COMITATIVE
from index.ranking.ranker import Candidate, Ranking
from index.ranking.variants import CARD, parts
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.cards import Card, Country
from knowledge.contacts import Contact
from knowledge.library import Library
from knowledge.text import bare, blanked, blanked_said
from knowledge.wordings import alternatives, whole_words, wordings

MOST_BESIDE = 3
"""Words of content beside those that ask for a counterpart, beyond which a question asks something of its own."""
NEAR = 4
"""Cards first found for a question and the one before, of which one on both countries may compare what was told."""
_COUNTRY = "\1"
"""Stands in a text for each letter of a country's name."""


def asked_for(question: Question, *, most_beside: int = MOST_BESIDE) -> bool:
    """Tell whether a question asks for the counterpart of what was spoken of, and for little else: so many words."""
    found = _found(question.text, _patterns())
    if found is None:
        return False
    text = bare(question.text)
    while found is not None:  # "우리로 치면 누구한테 해당하나요" says it twice
        text = blanked_said(text, *found)
        found = _found(text, _patterns())
    rest = Question(text, question.detection, question.places, question.contacts)
    beside = content_beside(rest, "possessive", "polite", "handing")
    return asks_nothing_else(rest) or len(beside) <= most_beside


def of_another(question: Question, before: Question) -> Question | None:
    """Return the question before, for the counterpart of one body, asked of what is now said: "et le Sénat ?".

    None where more than a few words are said, or any that the question before has.
    """
    new = content_beside(question, "same_question")
    if question.names_any or question.countries or not turns_to_another(question) or ways(question.text):
        return None
    if len(before.contacts) != 1 or not asked_for(before):
        return None
    if not 0 < len(new) <= MOST_BESIDE or {*new} & {*WORD.findall(bare(before.text))}:
        return None
    body, folded = before.contacts[0], bare(question.text)
    spans = [match.span() for match in WORD.finditer(folded) if match.group() in new]
    name = question.text[spans[0][0] : spans[-1][1]]
    home = countries.home(before.countries) or before.implied
    return replace(question, text=f"{before.text[: body.start]}{name}{before.text[body.end :]}", implied=home)


def turns_to_another(question: Question) -> bool:
    """Tell whether a question asks the same of something else: "et le Sénat ?", "the Senate, same question"."""
    return changes_subject(question) or said(question.text, "same_question") is not None


def _found(text: str, patterns: tuple[re.Pattern[str], ...]) -> tuple[int, int] | None:
    """Return where the first of some patterns that a text holds stands, countries being marked as such."""
    marked = bare(text)
    for (start, end), _code in countries.named(marked):
        marked = marked[:start] + _COUNTRY * (end - start) + marked[end:]
    return next((match.span() for pattern in patterns if (match := pattern.search(marked))), None)


def likened(question: Question, before: Question, snapshot: Snapshot) -> Subject | None:
    """Return the card on both countries that tells whether one is as the other: "same as in Korea?", 우리랑 같은가요?

    It is among the first that the question and the one `before` find. None where a question asks anything besides.
    """
    abroad_from_both = any(code not in countries.HOMES for _, code in countries.named(question.text))
    found = None if question.names_any or abroad_from_both else _found(question.text, _alike())
    if found is None or says_something(blanked(bare(question.text), *found)):
        return None
    ranking = _ranked(f"{before.text} {question.text}", question, snapshot)
    cards = [snapshot.library.cards[id] for id in map(_id_of_card, ranking.candidates[:NEAR]) if id]
    return next((Subject("card", (card.id,)) for card in cards if card.country == "both"), None)


@cache
def _alike() -> tuple[re.Pattern[str], ...]:
    own = wordings("bot.texts", "followup.tsv")
    before, after = alternatives(own["alike_before"]), alternatives(own["alike_after"])
    return (
        re.compile(rf"(?<!\w)(?:{before})\s?(?:(?:en|in|de la|la)\s)?{_COUNTRY}+"),
        re.compile(rf"{_COUNTRY}+(?:{COMITATIVE})\s?(?:{after})\w*"),
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    of_country = alternatives(wordings("bot.texts", "followup.tsv")["counterpart_of_country"])
    return (
        whole_words("bot.texts", "followup.tsv", "counterpart"),
        re.compile(rf"(?:\b(?:closest|nearest) )?{_COUNTRY}+,? (?:{of_country})(?!\w)"),
    )


def of(question: Question, before: Question, last: Subject, snapshot: Snapshot) -> Subject | None:
    """Return the counterpart of the card or body last shown, in the country that the question names if it names one.

    `before` is the question that it was shown for. None where nothing is known of a counterpart.
    """
    wanted = countries.home(question.countries)
    library = snapshot.library
    if last.kind == "card":
        shown = library.cards[last.ids[0]]
        side = _side(shown, library)
        if side is None or countries.CODES[side] == wanted:
            return None
        return _card(_across(shown, side, question, snapshot))
    body = library.contacts[last.ids[0]]
    if kin.serves_abroad(body):
        found = kin.alike(body, library)
        return None if found is None else Subject("contact", (found.id,), last.intent)
    body = kin.head(body, library)
    if body.country == "both" or countries.CODES[body.country] == wanted:
        return None
    card = _of_body(body, f"{before.text} {question.text}", question, snapshot)
    line = None if card is None else line_of_other(library.cards[card], body, last.intent, library)
    return line or _card(card)


def _side(card: Card, library: Library) -> Country | None:
    """Return the country that a card is of; where it is on both, that of all its bodies. None where there is none."""
    found = {card.country} if card.country != "both" else {library.contacts[id].country for id in card.contacts}
    return found.pop() if len(found) == 1 and "both" not in found else None


def _across(shown: Card, side: Country, question: Question, snapshot: Snapshot) -> str | None:
    """Return the card that compares one with the other country, else its counterpart there.

    After a card that is itself on both countries, one that leads to a body of the other.
    """
    library = snapshot.library
    linked = [
        card
        for card in library.cards.values()
        if card.country == "both" and (card.id in (*shown.related, shown.counterpart) or shown.id in card.related)
    ]
    if shown.country == "both":
        other = next(home for home in countries.CODES if home != side)
        linked = [card for card in linked if any(library.contacts[id].country == other for id in card.contacts)]
    if len(linked) == 1:
        return linked[0].id
    text = f"{title(Subject('card', (shown.id,)), question.language, snapshot)} {question.text}"
    if not linked:
        return _comparing(text, question, snapshot) or shown.counterpart
    ranking = _ranked(text, question, snapshot, left_out=_AllBut({card.id for card in linked}))
    return _first(ranking)


def _comparing(text: str, question: Question, snapshot: Snapshot) -> str | None:
    """Return the card on both countries that a text surely asks for; None where it finds another, or none."""
    ranking = _ranked(text, question, snapshot)
    best = _first(ranking)
    sure = best is not None and ranking.confidence >= snapshot.general.threshold
    return best if best is not None and sure and snapshot.library.cards[best].country == "both" else None


def _of_body(body: Contact, text: str, question: Question, snapshot: Snapshot) -> str | None:
    """Return the card that tells of the body and of one of the other country, as a text that asks for that finds it.

    Where none tells of it, what compares the card that the text finds, or one that is as good as an answer.
    """
    library = snapshot.library
    ranking = _ranked(text, question, snapshot)
    best = _first(ranking)
    if best is not None and library.cards[best].country == "both":
        if _side(library.cards[best], library) == body.country:
            return _across(library.cards[best], body.country, question, snapshot)
        if body.id in library.cards[best].contacts or ranking.confidence >= snapshot.general.threshold:
            return best
    telling = {
        card.id
        for card in library.cards.values()
        if card.country == "both" and body.id in card.contacts and _side(card, library) is None
    }
    return _first(_ranked(text, question, snapshot, left_out=_AllBut(telling))) if telling else None


def _ranked(text: str, question: Question, snapshot: Snapshot, left_out: Container[str] = ()) -> Ranking:
    vector = snapshot.model.encode([text], "query")[0]
    return snapshot.general.rank(text, vector, question.language, left_out=left_out)


def _first(ranking: Ranking) -> str | None:
    """Return the id of the best item if it is a card."""
    return _id_of_card(ranking.candidates[0]) if ranking.candidates else None


def _id_of_card(candidate: Candidate) -> str | None:
    kind, id = parts(candidate.item)
    return id if kind == CARD else None


def _card(id: str | None) -> Subject | None:
    return None if id is None else Subject("card", (id,))


class _AllBut(Container[str]):
    """All items of a ranker but some cards."""

    def __init__(self, cards: set[str]) -> None:
        self._cards = cards

    def __contains__(self, item: object) -> bool:
        kind, id = parts(str(item))
        return kind != CARD or id not in self._cards


def there(question: Question, before: Question, last: Subject, snapshot: Snapshot) -> Subject | None:
    """Return the counterpart of the card or body last shown that is asked for in a place: "his counterpart in Suwon?".

    What the place itself corresponds to is another question: a pronoun, or words that say in it, tell them apart. None
    where nothing is known of a counterpart in the country of the place, and of embassies, which are told by the place.
    """
    if last.kind not in ("card", "contact") or question.contacts or not asked_for(question):
        return None
    homes = {snapshot.library.gazetteer[id].country for id in question.place_ids}
    if len(homes) != 1 or not any(_lies_in(question.text, m) for m in question.places):
        return None
    if last.kind == "contact" and kin.serves_abroad(snapshot.library.contacts[last.ids[0]]):
        return None
    wanted = frozenset({countries.CODES[homes.pop()]})
    return of(replace(question, countries=question.countries | wanted), before, last, snapshot)


def _lies_in(text: str, mention: Mention) -> bool:
    """Tell whether a text says that the counterpart asked for is in a place, not of it."""
    folded = bare(text)
    return bool(_inside().find(folded, mention.start, mention.end) or _of_what_was_spoken_of().search(folded))


@cache
def _inside() -> Beside:
    """Return what stands beside a place and says in it."""
    own = wordings("bot.texts", "followup.tsv")
    before, after = alternatives(own["in_before"]), alternatives(own["in_after"])
    return Beside(re.compile(rf"(?<!\w)(?:{before})\s$"), re.compile(rf"\s?(?:{after})(?!\w)"))


@cache
def _of_what_was_spoken_of() -> re.Pattern[str]:
    """Return the pattern of a counterpart with a pronoun: "son homologue"."""
    own = wordings("bot.texts", "followup.tsv")
    pronoun, counterparts = alternatives(own["possessive"]), alternatives(own["counterpart"])
    return re.compile(rf"(?<!\w)(?:{pronoun}) (?:\w+ )?(?:{counterparts})")


def told(shown: Subject, question: Question, library: Library) -> str | None:
    """Return the body that a card on both countries gave as the counterpart asked for; None unless it is just one.

    It is the one of the country that the question names, or of the other country than the body that it names. What a
    body is ("c'est quoi, la FKCCI ?") asks for no counterpart.
    """
    card = library.cards[shown.ids[0]] if shown.kind == "card" else None
    if card is None or card.country != "both":
        return None
    bodies = [library.contacts[id] for id in card.contacts]
    named = {library.contacts[id].country for id in question.contact_ids} if asked_for(question) else set()
    wanted = countries.home(question.countries) or abroad(question)
    if wanted is None and asked_for(question):  # "their equivalent in Seoul?"
        wanted = countries.home(countries.CODES[library.gazetteer[id].country] for id in question.place_ids)
    homes = {countries.HOMES[wanted]} if wanted is not None else {*countries.HOMES.values()} - named if named else set()
    found = [body.id for body in bodies if body.country in homes]
    return found[0] if len(found) == 1 and len(bodies) > 1 else None
