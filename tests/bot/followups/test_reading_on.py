"""What a question gets when it is read on from the turn before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone.deciding import Alone
from bot.answer import Decision
from bot.followups import joined, reading_on
from bot.followups.completing import Completion, Way
from bot.followups.context import Context
from bot.followups.going_on import Reading, Said
from bot.followups.reading_on import after, asks_another_line, readings
from bot.subject import Kind, Subject
from bot.turn import Turn
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.library import Library
from knowledge.scope import Scope
from tests.bot.partner_table import SUIPPES, SUWON, TOURS, question

FRENCH = Detection("fr", supported=True, certain=True)
_CARDS = {"team": SimpleNamespace(places=())}
SNAPSHOT = cast(
    Snapshot,
    cast(Any, SimpleNamespace(library=SimpleNamespace(contacts={}, cards=_CARDS, gazetteer={}, scope=Scope()))),
)
LAST = Turn(Question("joindre la FKCCI", FRENCH), Decision("answered", (Subject("card", ("team",)),), 0.9))
ASKED = Question("et l'Institut ?", FRENCH, contacts=(Mention(3, 13, "l'Institut", ("institut",), True),))


def _context(question: Question, last: Turn, snapshot: Snapshot) -> Context:
    return Context(question, last, last.question, (), snapshot, date(2026, 12, 1))


def _over(library: Library, question: Question, last: Turn) -> Context:
    return _context(question, last, cast(Snapshot, cast(Any, SimpleNamespace(library=library))))


def _read(monkeypatch: pytest.MonkeyPatch, completion: Completion, got: Subject) -> tuple[bool, Subject]:
    monkeypatch.setattr(reading_on.completing, "completions", lambda *args, **named: iter([completion]))
    monkeypatch.setattr(reading_on, "alone", lambda *args: Alone(Decision("answered", (got,), 0.9), 0.1, 0.1))
    monkeypatch.setattr(reading_on, "content", lambda subject, *rest: None if subject.intent == "phone" else subject)
    [(reading, decision)] = readings(_context(ASKED, LAST, SNAPSHOT))
    return reading.repeated, decision.subjects[0]


@pytest.mark.parametrize(("body", "repeated"), [("fkcci", True), ("institut", False)])
def test_two_questions_in_one_that_get_another_body_than_the_one_named_repeat_the_first(
    monkeypatch: pytest.MonkeyPatch, body: str, repeated: bool
) -> None:
    got = Subject("contact", (body,), "site")
    assert _read(monkeypatch, Completion("joined", ASKED), got) == (repeated, got)


@pytest.mark.parametrize(("intent", "compares"), [("", False), ("population", True)])
def test_the_sheet_of_one_place_compares_it_with_no_other(
    monkeypatch: pytest.MonkeyPatch, intent: str, *, compares: bool
) -> None:
    got = Subject("place", ("kr-41110",), intent)
    monkeypatch.setattr(reading_on.completing, "completions", lambda *a, **n: iter([Completion("compared", ASKED)]))
    monkeypatch.setattr(reading_on, "alone", lambda *args: Alone(Decision("answered", (got,), 0.9), 0.1, 0.1))
    found = [decision.subjects for _, decision in readings(_context(ASKED, LAST, SNAPSHOT))]
    assert found == ([(got,)] if compares else [])


@pytest.mark.parametrize(
    "completion",
    [
        Completion("another", Subject("contact", ("institut",), "phone")),
        Completion("within", Subject("place", ("fr-epci-1",), "phone")),
        Completion("chosen", Subject("place", ("fr-com-37261",), "phone")),
    ],
)
def test_what_is_named_or_pointed_to_is_told_of_though_it_lacks_the_line_asked_for(
    monkeypatch: pytest.MonkeyPatch, completion: Completion
) -> None:
    assert isinstance(completion.asks, Subject)
    whole = Subject(completion.asks.kind, completion.asks.ids)
    assert _read(monkeypatch, completion, whole)[1] == whole


def test_a_place_named_that_lacks_the_line_asked_for_gets_nothing_of_the_turn_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    completion = Completion("another", Subject("place", ("fr-com-37261",), "phone"))
    with pytest.raises(ValueError, match="not enough values"):
        _read(monkeypatch, completion, Subject("place"))


MUJU, JANGSU, EVIAN = "kr-52730", "kr-52740", "fr-com-74119"


def _turn(text: str, *subjects: Subject) -> Turn:
    return Turn(Question(text, FRENCH), Decision("answered", subjects, 0.9))


def _said(own: Subject | None, confidence: float = 1.0) -> Said:
    decision = None if own is None else Decision("answered", (own,), confidence)
    return Said(words=8, elliptic=0.1, outside=0.1, covered=False, own=decision)


ABOVE = Subject("table", (MUJU,), "table-which-above/province")


@pytest.mark.parametrize(
    ("text", "way", "own", "read", "another"),
    [
        ("qui est son partenaire ?", "another", Subject("partners", (MUJU,), "partners-of"), ABOVE, True),
        ("le tel ?", "another", Subject("place", (MUJU,), "phone"), ABOVE, True),
        ("le tel ?", "another", Subject("place", (MUJU,), "phone"), Subject("place", (MUJU,), "phone"), False),
        ("et lui ?", "another", Subject("place", (MUJU,)), ABOVE, False),
        ("le tel ?", "another", Subject("card", ("one",)), ABOVE, False),
        ("le tel ?", "same", Subject("place", (MUJU,), "phone"), ABOVE, False),
        ("le tel ?", "another", None, ABOVE, False),
        (
            "dit-on que Muju coopère ?",
            "joined",
            Subject("partners", (MUJU,), "partners-of"),
            Subject("partners", (JANGSU, MUJU), "partners-of"),
            True,
        ),
        (
            "et Muju ?",
            "joined",
            Subject("partners", (MUJU,), "partners-of"),
            Subject("partners", (JANGSU, MUJU), "partners-of"),
            False,
        ),
    ],
)
def test_a_question_that_asks_a_line_of_its_own_does_not_ask_the_line_before(
    library: Library, text: str, way: Way, own: Subject | None, read: Subject, another: bool
) -> None:
    reading = Reading(way, 0.98, 0.1, repeated=False)
    last = _turn("où est Jangsu ?", Subject("table", (JANGSU,), "table-which-above/province"))
    question, decision = Question(text, FRENCH), Decision("answered", (read,), 0.98)
    assert asks_another_line(_over(library, question, last), _said(own), reading, decision) is another


def test_a_line_not_held_gives_way_to_what_a_question_gets_by_itself() -> None:
    reading, last = Reading("another", 0.98, 0.1, repeated=False), _turn("le tel de Jangsu ?")
    question, none = Question("Muju est au même endroit ?", FRENCH), Decision("unknown", reason="line")
    assert asks_another_line(_over(Library(), question, last), _said(Subject("card", ("one",))), reading, none)
    assert not asks_another_line(_over(Library(), question, last), _said(None), reading, none)


def test_a_line_that_is_not_sure_gives_way_to_the_line_before() -> None:
    own, reading = Subject("place", (MUJU,), "counterpart"), Reading("another", 0.98, 0.1, repeated=False)
    last, decision = _turn("le tel de Jangsu ?"), Decision("answered", (Subject("place", (MUJU,), "phone"),), 0.98)
    question = Question("pareil pour Muju", FRENCH)
    assert not asks_another_line(_over(Library(), question, last), _said(own, 0.8), reading, decision)


def test_a_question_without_a_word_on_partners_is_not_told_that_there_are_none(
    monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    asked = Question("depuis quand ?", FRENCH)
    monkeypatch.setattr(reading_on.completing, "completions", lambda *args, **named: iter([Completion("same", asked)]))
    none = Subject("partners", ("kr-27720",), "partners-since")
    monkeypatch.setattr(reading_on, "alone", lambda *args: Alone(Decision("answered", (none,), 0.9), 0.1, 0.1))
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=library)))
    of_place = _turn("Gunwi est au Gyeongsang ?", Subject("table", ("kr-27720",), "table-same-above"))
    assert not [*readings(_context(asked, of_place, snapshot))]
    of_partners = _turn("Gunwi est jumelée ?", Subject("partners", ("kr-27720",), "partners-of"))
    assert [*readings(_context(asked, of_partners, snapshot))]


CARD = Subject("card", ("kr-teukryesi",))
PHONE, SITE = (Subject("place", (MUJU,), line) for line in ("phone", "site"))


@pytest.mark.parametrize(
    ("text", "own", "read", "left"),
    [
        ("et le tel de Muju ?", PHONE, Subject("place", (JANGSU,), "phone"), True),
        ("et le tel de Muju ?", PHONE, SITE, False),
        ("et Muju ?", Subject("place", (MUJU,)), Subject("place", (JANGSU,), "phone"), False),
    ],
)
def test_two_questions_in_one_do_not_get_less_than_the_second_asks(
    library: Library, text: str, own: Subject, read: Subject, left: bool
) -> None:
    reading, decision = Reading("joined", 0.98, 0.1, repeated=False), Decision("answered", (read,), 0.98)
    last, question = _turn("le tel de Jangsu ?", Subject("place", (JANGSU,), "phone")), Question(text, FRENCH)
    assert asks_another_line(_over(library, question, last), _said(own), reading, decision) is left
    assert not asks_another_line(_over(library, question, last), _said(own, 0.6), reading, decision)


@pytest.mark.parametrize(
    ("text", "way", "read", "left"),
    [
        ("comment écrit-on le titre du chef de Muju sur une carte ?", "another", PHONE, True),
        ("comment écrit-on le titre du chef de Muju sur une carte ?", "joined", PHONE, False),
        ("comment écrit-on le titre du chef de Muju sur une carte ?", "another", CARD, False),
        ("et le tel ?", "another", PHONE, False),
    ],
)
def test_a_question_that_says_more_does_not_ask_the_line_before(
    library: Library, text: str, way: Way, read: Subject, left: bool
) -> None:
    reading, decision = Reading(way, 0.98, 0.1, repeated=False), Decision("answered", (read,), 0.98)
    last, question = _turn("le tel de Jangsu ?", Subject("place", (JANGSU,), "phone")), Question(text, FRENCH)
    assert asks_another_line(_over(library, question, last), _said(CARD), reading, decision) is left


@pytest.mark.parametrize(
    ("own", "repeated", "left"),
    [
        (PHONE, True, True),
        (PHONE, False, False),
        (Subject("place", (MUJU,)), True, False),
        (Subject("partners", (MUJU,), "partners-of"), True, False),
        (None, True, False),
    ],
)
def test_a_card_just_told_is_not_told_again_where_a_line_of_what_is_named_is_asked(
    library: Library, own: Subject | None, repeated: bool, left: bool
) -> None:
    reading, decision = Reading("joined", 0.98, 0.1, repeated=repeated), Decision("answered", (CARD,), 0.98)
    last, question = _turn("leur histoire ?", CARD), Question("et Muju, le tel ?", FRENCH)
    assert asks_another_line(_over(library, question, last), _said(own), reading, decision) is left
    assert not asks_another_line(_over(library, question, last), _said(own, 0.6), reading, decision)


@pytest.mark.parametrize(
    ("way", "repeated", "read", "best", "beside"),
    [
        ("joined", True, SITE, PHONE, True),
        ("joined", False, SITE, PHONE, False),
        ("same", True, SITE, PHONE, False),
        ("joined", True, PHONE, PHONE, False),
        ("joined", True, SITE, Subject("place", (JANGSU,), "phone"), False),
        ("joined", True, CARD, PHONE, False),
        ("joined", True, SITE, None, False),
    ],
)
def test_a_line_told_before_is_not_told_again_where_another_line_is_asked(
    way: Way, repeated: bool, read: Subject, best: Subject | None, beside: bool
) -> None:
    reading, decision = Reading(way, 0.98, 0.1, repeated=repeated), Decision("answered", (read,), 0.98)
    found = None if best is None else Decision("answered", (best,), 0.98)
    assert joined.repeats_beside(reading, decision, found) is beside
    unsure = None if found is None else replace(found, confidence=0.6)
    assert not joined.repeats_beside(reading, decision, unsure)


def _joined(monkeypatch: pytest.MonkeyPatch, library: Library, last: Turn, *got: Subject) -> list[tuple[Reading, Any]]:
    asked = Question("c'est grand ?", FRENCH)
    monkeypatch.setattr(
        reading_on.completing, "completions", lambda *args, **named: iter([Completion("joined", asked)])
    )
    monkeypatch.setattr(reading_on, "alone", lambda *args: Alone(Decision("answered", got, 0.9), 0.1, 0.1))
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=library)))
    return [*readings(_context(asked, last, snapshot))]


SIZE = Subject("place", (SUWON,), "population")
OF_SUWON = Subject("partners", (SUWON,), "partners-of")


def test_what_was_just_told_is_not_told_again_beside_what_is_asked(
    monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    [(reading, decision)] = _joined(monkeypatch, library, _turn("Suwon, combien ?", SIZE), OF_SUWON, SIZE)
    assert decision.subjects == (OF_SUWON,)
    assert not reading.repeated


def test_ties_that_a_card_told_are_told_again_by_their_table(monkeypatch: pytest.MonkeyPatch, library: Library) -> None:
    card = _turn("le lien de Suippes ?", Subject("card", ("story",)))
    size = Subject("place", (SUIPPES,), "population")
    [(reading, _)] = _joined(monkeypatch, library, card, Subject("partners", (SUIPPES,), "partners-of"), size)
    assert reading.repeated


def test_after_a_partner_two_questions_in_one_do_not_stand_for_the_place_it_is_of(
    monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    assert not _joined(monkeypatch, library, _turn("Suwon est jumelée ?", OF_SUWON), SIZE)
    assert _joined(monkeypatch, library, _turn("Suwon, le tel ?", Subject("place", (SUWON,), "phone")), SIZE)


@pytest.mark.parametrize(
    ("intent", "id", "leaves"),
    [
        ("partners-of//city/kr/twinning", TOURS, True),  # which town was asked: Suwon is spoken of now
        ("partners-of//city/kr/twinning", SUWON, False),
        ("partners-of", TOURS, False),  # whether there is one
    ],
)
def test_after_which_town_is_the_partner_a_line_is_not_that_of_the_town_asked_of(
    library: Library, intent: str, id: str, leaves: bool
) -> None:
    last = _turn("투르와 자매도시인 한국 도시가 어디죠", Subject("partners", (TOURS,), intent))
    read = Decision("answered", (Subject("place", (id,), "population"),), 0.9)
    assert joined.leaves_the_one_told(read, last, library) is leaves


@pytest.mark.parametrize(("kind", "intent"), [("place", "site"), ("table", "table-which-above/region")])
def test_a_place_named_to_ask_for_its_partner_is_not_what_is_asked_on(
    library: Library, kind: Kind, intent: str
) -> None:
    shown = Subject("partners", (TOURS,), "partners-of")
    named = Turn(question("X a un partenaire coréen ?", TOURS), Decision("answered", (shown,), 0.9))
    of_near, of_far = (Decision("answered", (Subject(kind, (id,), intent),), 0.9) for id in (TOURS, SUWON))
    assert joined.leaves_the_one_told(of_near, named, library)
    assert not joined.leaves_the_one_told(of_far, named, library)
    assert not joined.leaves_the_one_told(of_near, _turn("a-t-elle un partenaire coréen ?", shown), library)


@pytest.mark.parametrize(
    ("shown", "got", "leaves"),
    [
        ("table-largest/city", (Subject("place", ("kr-41",), "phone"),), True),
        (
            "table-largest/city",
            (Subject("table", ("kr-41",), "table-largest/city"), Subject("place", ("kr-41",))),
            True,
        ),
        ("table-largest/city", (Subject("place", (SUWON,), "phone"),), False),
        ("table-largest/city", (Subject("table", ("kr-41",), "table-smallest/city"),), False),
        ("table-count-below/city", (Subject("place", ("kr-41",), "phone"),), False),
    ],
)
def test_after_the_largest_place_of_a_whole_a_line_is_not_of_the_whole(
    shown: str, got: tuple[Subject, ...], leaves: bool
) -> None:
    last = _turn("X, la plus grande ville ?", Subject("table", ("kr-41",), shown))
    assert joined.leaves_the_one_given(Decision("answered", got, 0.9), last) is leaves


@pytest.mark.parametrize(("kind", "intent"), [("table", "table-largest/city"), ("partners", "partners-of")])
def test_what_is_asked_of_the_one_now_named_is_not_told_of_both(kind: Kind, intent: str) -> None:
    both, one = (Decision("answered", (Subject(kind, ids, intent),), 0.9) for ids in (("kr-41", "kr-51"), ("kr-51",)))
    assert joined.adds_the_one_before(Reading("joined", 0.9, 0.1, repeated=False), both, one)
    assert not joined.adds_the_one_before(Reading("joined", 0.9, 0.1, repeated=False), one, both)


@pytest.mark.parametrize(("id", "repeated"), [("kr-48", True), ("kr-47", False)])
def test_the_line_of_the_office_just_told_is_repeated_where_its_place_gets_it(
    monkeypatch: pytest.MonkeyPatch, id: str, repeated: bool
) -> None:
    office = {"kr-gyeongnam": SimpleNamespace(places=("kr-48",))}
    gazetteer = {"kr-47": SimpleNamespace(kind="kr-province"), "kr-48": SimpleNamespace(kind="kr-province")}
    library = SimpleNamespace(contacts=office, cards={}, gazetteer=gazetteer, scope=Scope())
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=library)))
    north = Question("and the North one?", FRENCH, places=(Mention(4, 13, "the North", ("kr-47",), True),))
    got = Decision("answered", (Subject("place", (id,), "phone"),), 0.9)
    monkeypatch.setattr(
        reading_on.completing, "completions", lambda *args, **named: iter([Completion("joined", north)])
    )
    monkeypatch.setattr(reading_on, "alone", lambda *args: Alone(got, 0.1, 0.1))
    shown = _turn("South Gyeongsang's phone?", Subject("contact", ("kr-gyeongnam",), "phone"))
    [(reading, _)] = readings(_context(north, shown, snapshot))
    assert reading.repeated is repeated


@pytest.mark.parametrize(
    ("shown", "ids", "leaves"),
    [
        (Subject("table", ("fr-reg-76",), "table-count-below/departement"), (), True),
        (Subject("table", ("fr-reg-76",), "table-count-below/departement"), ("fr-reg-76",), False),
        (Subject("table", (), "table-list-overall/kr-gun/kr"), (), False),  # a country was spoken of
        (Subject("card", ("fr-departement",)), (), False),
        (None, (), False),
    ],
)
def test_a_list_of_a_whole_country_does_not_go_on_from_the_parts_of_a_place(
    shown: Subject | None, ids: tuple[str, ...], leaves: bool
) -> None:
    last = _turn("L'Occitanie a combien de départements ?", *(() if shown is None else (shown,)))
    read = Decision("answered", (Subject("table", ids, "table-list-overall/departement/"),), 0.9)
    assert joined.leaves_the_whole(read, last) is leaves


@pytest.mark.parametrize(("text", "count"), [("Je veux bien son site web s'il vous plaît", 3), ("son site web", 3)])
def test_polite_words_do_not_make_a_follow_up_longer(monkeypatch: pytest.MonkeyPatch, text: str, count: int) -> None:
    monkeypatch.setattr(reading_on, "_covered", lambda *args: False)
    last = Turn(Question("Suwon ?", FRENCH), Decision("unknown"))
    alone = Alone(Decision("unknown"), 0.1, 0.5)
    assert after(Question(text, FRENCH), alone, last, SNAPSHOT, leaves=False).words == count


@pytest.mark.parametrize(
    ("shown", "listed", "again"),
    [
        ("table-largest/commune", "table-list-below/commune", True),
        ("table-largest/commune", "table-list-below/epci", False),  # others
        ("table-which-above", "table-list-below/commune", False),
        ("", "table-list-below/commune", False),
    ],
)
def test_the_parts_just_told_of_are_not_listed_again_before_a_line(shown: str, listed: str, again: bool) -> None:
    last = _turn("la plus peuplée ?", *((Subject("table", ("fr-dep-37",), shown),) if shown else ()))
    line = Subject("place", ("fr-dep-37",), "phone")
    read = Decision("answered", (Subject("table", ("fr-dep-37",), listed), line), 0.9)
    assert joined.tells_the_list_again(read, last) is again
    assert not joined.tells_the_list_again(replace(read, subjects=(line,)), last)


@pytest.mark.parametrize(
    ("text", "counts"), [("Same figure for Suwon, please", False), ("même chose pour Suwon", False), ("Suwon ?", True)]
)
def test_what_is_asked_to_be_the_same_gets_nothing_by_itself(
    monkeypatch: pytest.MonkeyPatch, text: str, *, counts: bool
) -> None:
    monkeypatch.setattr(reading_on, "_covered", lambda *args: False)
    own = Alone(Decision("answered", (Subject("card", ("kr-si",)),), 0.9), 0.0, 0.0)
    asked = question(text, SUWON)
    said = after(asked, own, Turn(asked, Decision("unknown")), SNAPSHOT, leaves=False)
    assert (said.own is not None) is counts
