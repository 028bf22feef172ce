"""A line asked for in one sentence among others that tell why it is asked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.alone import line_among
from bot.alone.deciding import Alone
from bot.answer import Decision
from bot.subject import Subject
from bot.words.question import Question
from index.names.mention import Mention
from tests.bot.understood import named_in, snapshot_of, surely

TOURS = Mention(0, 5, "Tours", ("fr-com-37261",), True)
WHERE = Decision("answered", (Subject("table", TOURS.places, "table-which-above"),), 0.6)
PHONE = Decision("answered", (Subject("place", TOURS.places, "phone"),), 0.95)
ASKS = "Le téléphone de la mairie de Tours ? Nous cherchons une ville à présenter."


def _question(text: str) -> Question:
    return Question(text, surely("fr"), (TOURS,) if "Tours" in text else ())


@pytest.mark.parametrize(
    ("message", "own", "found", "taken"),
    [
        (ASKS, WHERE, PHONE, True),
        (ASKS, WHERE, Decision("unknown", reason="line"), True),
        (ASKS, Decision("unknown"), PHONE, True),
        (ASKS, Decision("answered", WHERE.subjects, 0.95), PHONE, False),  # the whole is sure
        (ASKS, Decision("unknown", reason="line"), PHONE, False),
        (ASKS, WHERE, Decision("answered", PHONE.subjects, 0.8), False),
        (ASKS, WHERE, Decision("answered", (Subject("card", ("fr-prefet",)),), 0.99), False),
        (ASKS, WHERE, Decision("unknown"), False),
        ("Le téléphone de Tours ? Qui est le préfet ?", WHERE, PHONE, False),  # another sentence asks too
        ("Nous allons à Tours. Un téléphone ?", WHERE, PHONE, False),  # the sentence names nothing
        ("Le téléphone de Tours ? Ou un mail.", WHERE, PHONE, False),  # two speak of a way
        ("Le téléphone de la mairie de Tours ?", WHERE, PHONE, False),
        ("", WHERE, PHONE, False),
    ],
)
def test_the_sentence_that_asks_for_a_line_is_what_is_asked(
    message: str, own: Decision, found: Decision, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_among, "part", lambda text, *_: _question(text))
    monkeypatch.setattr(line_among, "alone", lambda *_: Alone(found, 0.0, 0.0))
    nowhere = snapshot_of()
    given = line_among.line_among(_question(message), Alone(own, 0.0, 0.0), nowhere, date(2026, 11, 1))
    assert (given is not None and given.decision == found) == taken


@pytest.mark.parametrize(
    ("message", "read", "taken"),
    [
        ("Tours : c'est quoi le numéro, on y emmène 28 élèves", "Tours : c'est quoi le numéro", True),
        ("On y va mardi, quel téléphone à Tours ?", "quel téléphone à Tours", True),
        ("Quel téléphone à Tours ?", "", False),  # there is no other clause
        ("Tours, on y emmène 28 élèves, c'est quoi le numéro", "", False),  # they span all of it
        ("Tours, le numéro, le mail, on y va", "", False),  # two of them speak of a way
        ("Tours, on y emmène 28 élèves", "", False),
    ],
)
def test_the_clauses_from_the_name_to_the_way_are_what_is_asked(
    message: str, read: str, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def part(text: str, *_: object) -> Question:
        heard.append(text)
        return _question(text)

    monkeypatch.setattr(line_among, "part", part)
    monkeypatch.setattr(line_among, "alone", lambda *_: Alone(PHONE, 0.0, 0.0))
    named = named_in(message, "Tours", *TOURS.places)
    question = Question(message, surely("fr"), (named,))
    own, nowhere = Alone(Decision("unknown"), 0.0, 0.0), snapshot_of()
    given = line_among.line_in_clauses(question, own, nowhere, date(2026, 11, 1))
    assert (given is not None) == taken
    assert heard == ([read] if taken else [])
    likely_outside = Alone(Decision("unknown"), 0.9, 0.0)
    assert line_among.line_in_clauses(question, likely_outside, nowhere, date(2026, 11, 1)) is None


@pytest.mark.parametrize(
    ("message", "found", "taken"),
    [
        ("Comment joindre Tours, je ne lis pas le français", Decision("answered", (Subject("place", TOURS.places),), 0.95), True),
        ("Comment joindre Tours, je ne lis pas le français", Decision("answered", (Subject("place", TOURS.places),), 0.6), False),
        ("Le téléphone de Tours, je ne lis pas le français", Decision("answered", (Subject("place", TOURS.places),), 0.95), False),
        ("Comment joindre Tours, je ne lis pas le français", Decision("unknown"), False),
    ],
)  # fmt: skip
def test_where_any_way_will_do_the_sheet_has_them_all(
    message: str, found: Decision, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_among, "part", lambda text, *_: _question(text))
    monkeypatch.setattr(line_among, "alone", lambda *_: Alone(found, 0.0, 0.0))
    start = message.index("Tours")
    named = Mention(start, start + 5, "Tours", TOURS.places, True)
    question = Question(message, surely("fr"), (named,))
    own, nowhere = Alone(Decision("unknown"), 0.0, 0.0), snapshot_of()
    assert (line_among.line_in_clauses(question, own, nowhere, date(2026, 11, 1)) is not None) == taken


@pytest.mark.parametrize(
    ("message", "read"),
    [
        ("Nous visitons le Sénat français. L'adresse du Sénat ?", "L'adresse du Sénat français ?"),
        ("Nous visitons le Sénat français. Une adresse française ?", None),  # the country tells no body
        ("Nous visitons le Sénat français. Une adresse ?", None),
    ],
)
def test_a_word_of_a_name_said_before_stands_for_it(
    message: str, read: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def part(text: str, *_: object) -> Question:
        heard.append(text)
        return Question(text, surely("fr"), (TOURS,) if text == read else ())

    monkeypatch.setattr(line_among, "part", part)
    monkeypatch.setattr(line_among, "alone", lambda *_: Alone(PHONE, 0.0, 0.0))
    start = message.index("Sénat français")
    named = Mention(start, start + 14, "Sénat français", ("senat",), True)
    question = Question(message, surely("fr"), contacts=(named,))
    own, nowhere = Alone(Decision("unknown"), 0.0, 0.0), snapshot_of()
    given = line_among.line_among(question, own, nowhere, date(2026, 11, 1))
    assert (given is not None) == (read is not None)
    assert read is None or heard[-1] == read


@pytest.mark.parametrize(
    ("status", "outside", "found", "given"),
    [
        ("unknown", 0.0, PHONE, True),
        ("unknown", 0.9, PHONE, False),
        ("answered", 0.0, PHONE, False),
        ("unknown", 0.0, Decision("answered", (Subject("card", ("fr-anct",)),), 0.8), False),
    ],
)
def test_a_body_that_is_described_is_reached_where_the_message_gets_nothing(
    status: Any, outside: float, found: Decision, given: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    message = "The phone of those who stand for the départements? I have a folder to post."
    monkeypatch.setattr(line_among, "part", lambda text, *_: _question(text))
    monkeypatch.setattr(line_among, "alone", lambda *_: Alone(found, 0.0, 0.0))
    question = Question(message, surely("en"))
    own, nowhere = Alone(Decision(status, confidence=0.5), outside, 0.0), snapshot_of()
    assert (line_among.line_among(question, own, nowhere, date(2026, 11, 1)) is not None) == given


def test_the_line_asked_of_a_body_is_not_that_of_a_place_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    message = "La ligne d'aide du ministère, son numéro ? Je suis à Tours, avec un téléphone."
    place = named_in(message, "Tours", *TOURS.places)
    question = Question(message, surely("fr"), (place,), (named_in(message, "ministère", "mofa-kr"),))
    monkeypatch.setattr(line_among, "part", lambda text, *_: Question(text, surely("fr"), (place,)))
    monkeypatch.setattr(line_among, "alone", lambda *_: Alone(PHONE, 0.0, 0.0))

    def read(own: Decision) -> Alone | None:
        return line_among.line_among(question, Alone(own, 0.0, 0.0), snapshot_of(), date(2026, 11, 1))

    assert read(Decision("answered", (Subject("contact", ("mofa-kr",), "phone"),), 0.8)) is None
