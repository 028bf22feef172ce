"""Follow-ups about a body: one akin to the body last shown in the place now named, or itself where it sits there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.alone import counterpart
from bot.alone.state_office import bodies_of
from bot.followups import places
from bot.sheets.place_lines import PREFECTURE
from bot.subject import Subject
from bot.words.kin import akin, serves_abroad, sits_in, told_apart
from bot.words.question import Question
from bot.words.wording_on import WORD, asks_nothing_else, content, points_to_both, said, without_opening
from index.names.particles import attached
from index.snapshot import Snapshot
from knowledge.contacts import Contact
from knowledge.library import Library
from knowledge.text import HANGUL, bare, blanked

MOST_TO_TELL = 2
"""Words that tell a body apart from its likes."""


def bodies(
    question: Question, before: Question, last: Subject | None, snapshot: Snapshot
) -> Iterator[Question | Subject]:
    """Yield what is asked of a body in the place named: one akin to the body last shown, or that if it sits there."""
    library = snapshot.library
    named = _named_there(question, library)
    if named is not None:
        if last is not None and last.kind in ("place", "contact"):
            yield Subject("contact", (named,), last.intent)
        return
    shown = last
    if last is not None and last.kind == "card" and counterpart.asked_for(question):
        abroad = [id for id in library.cards[last.ids[0]].contacts if serves_abroad(library.contacts[id])]
        shown = Subject("contact", (abroad[0],)) if abroad else last
    elif last is not None and last.kind == "card" and (told := _body_told_of(before, last, snapshot)):
        shown = Subject("contact", (told,))
    if shown is None or shown.kind != "contact":
        return
    body = akin(shown, question.places, library)
    if body is not None:
        yield body
    elif asks_nothing_else(question) or len(content(question)) == 1:
        asked = replace(question, places=())
        yield from (
            places.of_the_same(asked, shown, without_opening(asked), both=points_to_both(asked))
            for place in question.places[:1]
            if sits_in(library.contacts[shown.ids[0]], place, library)
        )


def _named_there(question: Question, library: Library) -> str | None:
    """Return the one body that a question names along with where it sits: "and the Korean embassy here in Paris?"."""
    ids = {*question.contact_ids}
    body = library.contacts.get(ids.pop()) if len(ids) == 1 else None
    sits = body is not None and all(sits_in(body, place, library) for place in question.places)
    return body.id if body is not None and sits else None


def beside(question: Question, before: Question, last: Subject, snapshot: Snapshot) -> Subject | None:
    """Return the body told by a word of its name as another of the kind of the one shown: "and the police one?".

    A place whose prefecture was told stands for that, and a card on the one body that the question before named for it.
    """
    said_one = said(question.text, "one_of_them")
    if said_one is None or question.names_any:
        return None
    rest = replace(question, text=blanked(question.text, *said_one.span()))
    words = [word for word in content(rest) if said(word, "body") is None]
    library = snapshot.library
    named = _body_told_of(before, last, snapshot) if last.kind == "card" else None
    body = library.contacts[named] if named else _shown(last, library)
    if body is None or not 0 < len(words) <= MOST_TO_TELL:
        return None
    other = told_apart(body, words, library)
    return None if other is None else Subject("contact", (other.id,), last.intent if last.kind == "contact" else "")


def _shown(last: Subject, library: Library) -> Contact | None:
    """Return the body that was shown, be it as the prefecture of a place."""
    if last.kind == "contact":
        return library.contacts[last.ids[0]]
    return next(bodies_of(last.ids, library), None) if (last.kind, last.intent) == ("place", PREFECTURE) else None


def _body_told_of(before: Question, card: Subject, snapshot: Snapshot) -> str | None:
    """Return the one body that a question named, where the card which answered it is on that: "GAOK, its website?"."""
    named = {*before.contact_ids}
    return named.pop() if len(named) == 1 and named <= {*snapshot.library.cards[card.ids[0]].contacts} else None


def named_likewise(question: Question, before: Question, last: Subject | None, snapshot: Snapshot) -> Subject | None:
    """Return the body whose name is that of the one spoken of but for a word that a question says; None without one.

    프랑스 상원 주소는? - 그럼 하원은 어디 있어요?: the line asked for is the same.
    """
    if question.names_any or last is None or last.kind != "contact" or len(before.contacts) != 1:
        return None
    name = bare(before.contacts[0].text)
    for now in (stem for word in content(question) for stem in _stems(word)):
        for word in WORD.findall(name):
            other = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", now, name)
            for mention in snapshot.contact_names.find(other) if word != now else ():
                whole = (mention.start, mention.end) == (0, len(other)) and len(mention.places) == 1
                if whole and mention.places != before.contacts[0].places:
                    return Subject("contact", mention.places, last.intent)
    return None


def _stems(word: str) -> Iterator[str]:
    """Yield a word, and a Korean one without what may be stuck to its end: 하원은요."""
    yield word
    if HANGUL.match(word):
        yield from (word[:end] for end in range(2, len(word)) if attached(word[end:]) is not None)
