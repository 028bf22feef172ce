"""Messages of several sentences: the second answer where two things are asked, and none where they are not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import pytest

from bot import several
from bot.alone.deciding import Alone
from bot.answer import Decision
from bot.subject import Subject
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.snapshot import Snapshot
from tests.bot.understood import named_in, snapshot_of, surely

PREFET = Subject("card", ("fr-prefet",))
PHONE = Subject("contact", ("mois",), "phone")
TOURS = Subject("place", ("fr-com-37261",), "population")
SITE = Subject("place", ("fr-com-37261",), "site")
SHEET = Subject("place", ("kr-41110",))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> None:
    def part(text: str, *_: object) -> Question:
        return Question(text, surely("fr"))

    monkeypatch.setattr(several, "part", part)


def _asked(message: str, given: Subject, found: Sequence[Decision]) -> tuple[tuple[Subject, ...], int]:
    """Return all that is answered, where the sentences of a message get what is told; and how many were decided."""
    decided: list[Question] = []

    def decide(sentence: Question, before: Sequence[tuple[Question, Decision]]) -> Decision:
        assert len(before) == len(decided)
        decided.append(sentence)
        return found[len(before)]

    question = Question(message, surely("fr"))
    whole = Decision("answered", (given,), 0.9)
    return several.all_asked(question, whole, decide, snapshot_of()), len(decided)


def _also(
    message: str, given: Subject, found: Sequence[Subject | None], confidence: float = 0.95
) -> tuple[Subject | None, int]:
    """Return what is answered beside what the whole message gets."""
    each = [Decision("unknown") if got is None else Decision("answered", (got,), confidence) for got in found]
    subjects, decided = _asked(message, given, each)
    assert subjects[0] == given
    return next(iter(subjects[1:]), None), decided


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    "message", ["Qui nomme le préfet ? aujourd'hui maintenant", "지사는 누가 뽑나요? 요즘은", "Who? now, today"]
)
def test_words_without_content_after_a_question_are_no_second_one(message: str) -> None:
    assert _also(message, PREFET, [PREFET, PHONE]) == (None, 0)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize("message", ["Qui nomme le préfet ? Et son numéro ?", "Qui nomme le préfet ? et son numéro"])
def test_two_questions_get_two_answers(message: str) -> None:
    assert _also(message, PREFET, [PREFET, PHONE]) == (PHONE, 2)
    assert _also(message, PHONE, [PREFET, PHONE]) == (PREFET, 2)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("message", "given", "found"),
    [
        ("Qui nomme le préfet ? Le ministère est loin d'ici.", PREFET, [PREFET, PHONE]),  # tells, asks nothing
        ("Qui nomme le préfet ? 내일 관광공사에도 가는데", PREFET, [PREFET, PHONE]),
        ("Qui nomme le préfet ? Et le site ?", PREFET, [PREFET, None]),
        ("Combien d'habitants ? Et le site ?", TOURS, [TOURS, SITE]),  # the sheet holds both
        ("Qui nomme le préfet ? Et Suwon ?", PREFET, [PREFET, SHEET]),  # a whole sheet is no answer to a question
        ("Qui nomme le préfet ? Et le site ?", TOURS, [PREFET, PHONE]),  # the whole says something else
    ],
)
def test_one_question_gets_one_answer(message: str, given: Subject, found: Sequence[Subject | None]) -> None:
    assert _also(message, given, found)[0] is None


@pytest.mark.usefixtures("read")
def test_a_second_answer_must_be_sure() -> None:
    assert _also("Qui nomme le préfet ? Et son numéro ?", PREFET, [PREFET, PHONE], several.ALSO - 0.01)[0] is None


@pytest.mark.usefixtures("read")
def test_a_message_of_one_sentence_or_of_too_many_is_not_looked_at_again() -> None:
    assert _also("Qui nomme le préfet ?", PREFET, [PREFET]) == (None, 0)
    assert _also("Qui ? " * (several.MOST + 1), PREFET, [PREFET] * 20) == (None, 0)


GU = Subject("table", ("kr-landmark-069",), "table-which-above/gu")
KINTEX = "which gu is KINTEX in and how many people live there"


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("given", "found", "also"),
    [
        (GU, [GU, TOURS], TOURS),
        (GU, [TOURS, GU], None),  # what comes first leads to no second
        (GU, [GU, PREFET], None),  # a card is no part of what is asked of a place
        (PREFET, [PREFET, TOURS], None),
    ],
)
def test_what_a_table_gave_may_be_asked_about_in_the_same_sentence(
    given: Subject, found: Sequence[Subject | None], also: Subject | None
) -> None:
    assert _also(KINTEX, given, found)[0] == also


TABLE = Subject("table", ("kr-30", "fr-com-31555"), "table-compare-population")
SEAT = Subject("place", ("fr-dep-94",), "seat")


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("message", "given", "confidence", "follows", "chain"),
    [
        ("C'est quel département ? Et son chef-lieu ?", PREFET, 0.95, True, True),
        ("quel gu, et combien d'habitants dans cette ville", PREFET, 0.95, True, True),
        ("quel gu, et combien d'habitants", PREFET, 0.95, True, False),  # no clause points to another's answer
        ("quel gu, et combien d'habitants dans cette ville", TABLE, 0.95, True, False),  # a table told of both
        ("Deauville - quel département ? Et son chef-lieu ?", PREFET, 0.95, True, False),  # not of what is told
        ("C'est quel département ? Et son chef-lieu ?", PREFET, 0.95, False, False),
        ("C'est quel département ? Et son chef-lieu ?", PREFET, several.ALSO - 0.01, True, False),
    ],
)
def test_parts_that_go_on_from_one_another_come_instead_of_what_the_whole_gets(
    message: str, given: Subject, confidence: float, follows: bool, chain: bool
) -> None:
    found = [Decision("answered", (GU,), 0.95), Decision("answered", (SEAT,), confidence, follows=follows)]
    assert _asked(message, given, found)[0] == ((GU, SEAT) if chain else (given,))


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("그 군은 어디예요? 인구도", True),
        ("그 군은 어디예요? 홈페이지도 같이요", True),
        ("그 군은 어디예요? 오늘 회의에 늦을 것 같아서 급하게 여쭤보는 것이라 오늘 안으로는 저도", False),  # too long
        ("그 군은 어디예요? 내일 가는데", False),
    ],
)
def test_a_few_korean_words_after_a_question_ask_too(message: str, asks: bool) -> None:
    assert _also(message, GU, [GU, TOURS])[0] == (TOURS if asks else None)


DEPARTEMENTS = Subject("table", ("fr-reg-94",), "table-count-below/departement")
OF_REGION, OF_ONE, OF_OTHER = (Subject("place", (id,), "seat") for id in ("fr-reg-94", "fr-dep-2A", "fr-dep-2B"))


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    "message",
    ["combien de départements, et le chef-lieu de chacun", "데파르트망은 몇 개인가요. 각각 도청소재지도 알려주세요"],
)
def test_the_same_is_told_of_each_of_those_counted(message: str) -> None:
    each = Decision("answered", (OF_ONE, OF_OTHER), 0.95, follows=True)
    found = [Decision("answered", (DEPARTEMENTS,), 0.95), each]
    assert _asked(message, OF_REGION, found)[0] == (DEPARTEMENTS, OF_ONE, OF_OTHER)


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("message", "asks"),
    [
        ("C'est quelle province ? Et donnez-moi le nombre d'habitants de ce comté, tant qu'à faire.", True),
        ("Which province is it in? Please also tell me how many people live there, if you do not mind.", True),
        ("무슨 도예요? 그리고 바쁘시겠지만 오늘 안으로 그 군에 사는 사람이 몇 명인지 알려주시면 감사하겠습니다.", True),
        ("C'est quelle province ? Je donne la liste demain.", False),
        ("무슨 도예요? 알려주신 대로 하겠습니다.", False),
    ],
)
def test_a_request_after_a_question_asks_too(message: str, asks: bool) -> None:
    assert _also(message, GU, [GU, TOURS])[0] == (TOURS if asks else None)


@pytest.mark.usefixtures("read")
def test_the_sheet_of_the_place_a_table_tells_of_comes_after_it() -> None:
    kind, sheet = Subject("table", ("kr-43745",), "table-is-kind"), Subject("place", ("kr-43745",))
    assert _also("시인가요 군인가요? 소속 도까지 알려주세요", kind, [kind, sheet])[0] == sheet
    assert _also("시인가요 군인가요? 소속 도까지 알려주세요", kind, [kind, SHEET])[0] is None


@pytest.mark.usefixtures("read")
def test_a_card_of_one_part_does_not_come_instead_of_what_the_whole_gets() -> None:
    found = [Decision("answered", (PREFET,), 0.95), Decision("answered", (SEAT,), 0.95, follows=True)]
    assert _asked("C'est quel département ? Et son chef-lieu ?", GU, found)[0] == (GU,)


@pytest.mark.usefixtures("read")
def test_what_is_told_of_each_needs_no_sure_count() -> None:
    each = Decision("answered", (OF_ONE, OF_OTHER), 0.95, follows=True)
    found = [Decision("answered", (DEPARTEMENTS,), 0.6), each]
    message = "데파르트망이 몇 개인가요. 각각 도청소재지는 어디구요"
    assert _asked(message, OF_REGION, found)[0] == (DEPARTEMENTS, OF_ONE, OF_OTHER)


def test_the_same_table_of_some_of_those_told_of_is_not_told_again() -> None:
    given = Subject("table", ("a", "b"), "table-which-above/region")
    some = Decision("answered", (Subject("table", ("a",), "table-which-above/region"),), 1.0)
    other = Decision("answered", (Subject("table", ("a",), "table-list-below"),), 1.0)
    assert several._gets(some, given)
    assert not several._gets(other, given)


ROW = "Reims / Châlons. Which is the prefecture of the Marne and which is smaller?"
MARNE = Subject("place", ("fr-dep-51",), "prefecture")
BOTH = Subject("table", ("fr-com-51454", "fr-com-51108"), "table-compare-population")


@pytest.mark.parametrize("given", [MARNE, BOTH])
@pytest.mark.parametrize(("message", "told"), [(ROW, (MARNE, BOTH)), (ROW.replace("smaller", "nicer"), None)])
def test_which_of_two_has_the_seat_and_which_is_larger_are_both_told(
    monkeypatch: pytest.MonkeyPatch, given: Subject, message: str, told: tuple[Subject, ...] | None
) -> None:
    ids = {"Reims": "fr-com-51454", "Châlons": "fr-com-51108", "Marne": "fr-dep-51"}

    def part(text: str, *_: object) -> Question:
        found = sorted((text.index(name), name) for name in ids if name in text)
        mentions = tuple(Mention(start, start + len(name), name, (ids[name],), True) for start, name in found)
        return Question(text, surely("en"), mentions)

    def decide(sentence: Question, before: Sequence[object]) -> Decision:
        return Decision("answered", (BOTH if "smaller" in sentence.text else MARNE,), 0.95)

    monkeypatch.setattr(several, "part", part)
    whole = Decision("answered", (given,), 0.95)
    subjects = several.all_asked(part(message), whole, decide, snapshot_of())
    assert subjects == (told or (given,))


@pytest.mark.usefixtures("read")
@pytest.mark.parametrize(
    ("message", "asking"),
    [
        ("how do I put that in Korean? My boss wants one word.", ["how do I put that in Korean?"]),
        ("My boss wants to know. Who appoints him?", ["Who appoints him?"]),
        ("Who appoints him?", []),
        ("Who? " * (several.MOST + 1), []),
        ("", []),
    ],
)
def test_the_sentences_that_ask_are_told_from_those_that_tell_why(message: str, asking: list[str]) -> None:
    question = Question(message, surely("en"))
    assert [each.text for each in several.asking(question, snapshot_of())] == asking


@pytest.mark.parametrize(
    ("message", "places", "confidence", "found"),
    [
        ("Dans le 62 combien de communes, et à Arras qui siège ?", ("62", "Arras"), 0.96, True),
        ("Dans le 62 combien de communes, et à Arras qui siège ?", ("62", "Arras"), 0.94, False),
        ("Combien de communes, et à Arras dans le 62 qui siège ?", ("Arras", "62"), 0.96, False),  # it names none
        ("Dans le 62 combien de communes, et qui siège ?", ("62",), 0.96, False),
        ("Dans le 62 combien de communes à Arras ?", ("62", "Arras"), 0.96, False),  # one clause
    ],
)
def test_the_first_clause_may_be_all_that_is_held(
    monkeypatch: pytest.MonkeyPatch, message: str, places: tuple[str, ...], confidence: float, found: bool
) -> None:
    def read(text: str, *_: object) -> Question:
        named = (named_in(text, p, p) for p in places if p in text)
        return Question(text, surely("fr"), tuple(named))

    told = Decision("answered", (Subject("table", ("62",), "table-count-below/commune"),), confidence)
    monkeypatch.setattr(several, "part", read)
    monkeypatch.setattr(several, "alone", lambda *_: Alone(told, 0.0, 0.0))
    got = several.first_clause(read(message), snapshot_of(), date(2026, 7, 1))
    assert (got is not None) is found


@pytest.mark.parametrize(
    ("message", "confidence", "found"),
    [
        ("Une colle de mon fils qui aime les fraises : le chef-lieu de l'Ain ?", 0.96, True),
        ("Une colle de mon fils qui aime les fraises : le chef-lieu de l'Ain ?", 0.94, False),
        ("Les fraises : le chef-lieu de l'Ain ?", 0.96, False),  # which may be what is asked about
        ("Une colle de mon fils qui aime l'Ain : le chef-lieu de l'Ain ?", 0.96, False),
        ("Une colle de mon fils qui aime les fraises : le chef-lieu ?", 0.96, False),
    ],
)
def test_what_is_asked_after_a_preamble_may_be_all_that_is_held(
    monkeypatch: pytest.MonkeyPatch, message: str, confidence: float, found: bool
) -> None:
    def read(text: str, *_: object) -> Question:
        named = (named_in(text, "Ain", "fr-dep-01"),) if "Ain" in text else ()
        return Question(text, surely("fr"), named)

    told = Decision("answered", (Subject("place", ("fr-dep-01",), "seat"),), confidence)
    monkeypatch.setattr(several, "part", read)
    monkeypatch.setattr(several, "alone", lambda *_: Alone(told, 0.0, 0.0))
    got = several.after_preamble(read(message), snapshot_of(), date(2026, 7, 1))
    assert (got is not None) is found


def test_a_name_by_itself_before_what_is_asked_is_no_part(read: None) -> None:
    """ "Nice, and with whom?" asks one thing."""
    partners = Subject("partners", ("fr-com-06088",), "partners-of")
    message = "Et Nice, et c'est avec qui ?"
    named = (Mention(3, 7, "Nice", ("fr-com-06088",), True),)
    question = Question(message, Detection("fr", supported=True, certain=True), named)
    whole = Decision("answered", (partners,), 0.98)
    above = Decision("answered", (Subject("place", ("fr-com-06088",), "above"),), 0.98)
    found = several.all_asked(question, whole, lambda *_: above, cast(Snapshot, cast(Any, None)))
    assert found == (partners,)


def test_a_sentence_that_only_names_another_does_not_stand_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    def part(text: str, *_: object) -> Question:
        return Question(text, surely("en"), (named_in(text, "Busan", "kr-26"),) if "Busan" in text else ())

    def alone(question: Question, *_: object) -> Alone:
        told = Decision("answered", (SHEET,), 1.0) if question.places else Decision("unknown")
        return Alone(told, 0.0, 0.0)

    monkeypatch.setattr(several, "part", part)
    monkeypatch.setattr(several, "alone", alone)
    for text, found in (
        ("is it raining in Jeju? and Busan", False),
        ("I know. The population of Busan?", True),
        ("Ah, Busan. Who will win there?", False),  # it says nothing, and another asks
        ("Busan. We go there in May.", True),
    ):
        sentence = several.one_sentence(Question(text, surely("en")), snapshot_of(), date(2026, 12, 1))
        assert (sentence is not None) is found


def test_alternatives_by_themselves_are_no_question(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "Tours or Busan - which has the higher crime rate?" asks nothing of them that is held."""

    def part(text: str, *_: object) -> Question:
        ids = {"Tours": "fr-com-37261", "Busan": "kr-26"}
        return Question(text, surely("en"), tuple(named_in(text, name, id) for name, id in ids.items() if name in text))

    def alone(question: Question, *_: object) -> Alone:
        return Alone(Decision("answered", (PREFET,), 0.9) if question.places else Decision("unknown"), 0.0, 0.0)

    monkeypatch.setattr(several, "part", part)
    monkeypatch.setattr(several, "alone", alone)
    for text, found in (
        ("Tours or Busan - which has more crime?", False),
        ("Tours or Busan in May - we shall see.", True),
    ):
        sentence = several.one_sentence(Question(text, surely("en")), snapshot_of(), date(2026, 12, 1))
        assert (sentence is not None) is found
