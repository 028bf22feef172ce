"""What curators ask of a running bot: questions without an answer, drafts, figures, cards, remarks, weekly reports."""

from __future__ import annotations

import csv
import io
import re
import shutil
import struct
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml

from bot.answer import Answer
from bot.records.journal import Journal, open_journal
from bot.settings import Settings
from bot.sheets.rendering import day
from knowledge.text import Language
from tests.bot.messenger.running import Person, Process, environment, group
from tests.bot.messenger.standin import Fault, Sent, StandIn
from tests.small import shipped_cards

ANNE, MINJUN, JANE, STRANGER = 7001, 7002, 7003, 7009
LANGUAGES: dict[int, Language] = {ANNE: "fr", MINJUN: "ko", JANE: "en", STRANGER: "fr"}
ADMINS = f"{ANNE}, {MINJUN},{JANE}"
QUESTION = "Qu'est-ce qu'un préfet ?"
REFUSALS = "réservée aux personnes qui tiennent les fiches"
ASKED = (
    ("fr", "Quels sont les horaires de la piscine de Tours ?"),
    ("fr", "=à quelle heure ouvre la piscine ?"),
    ("en", "When does the swimming pool open?"),
    ("ko", "서울 맛집 추천"),
)
Running = tuple[StandIn, Process]


def seed(state: Path, work: Callable[[Journal], None]) -> None:
    """Write into the journal of a bot that does not run."""
    journal = open_journal(Settings(state=state))
    work(journal)
    journal.close()


def some_activity(journal: Journal) -> None:
    for language, text in ASKED:
        journal.asked(-1, 1, Answer(language, "unknown", "?", "?"), text, 1.0)  # type: ignore[arg-type]
    for person in range(3):
        row = journal.asked(-1, 1, Answer("fr", "answered", "!", "!", 0.9, cards=("fr-prefet",)), "?", 1.0)
        journal.voted(row or 0, person, False)


@pytest.fixture(scope="module")
def running(built: Path, small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A bot with three curators and something in its journal."""
    server = StandIn().start()
    state = Path(shutil.copytree(built, tmp_path_factory.mktemp("reviewing") / "state"))
    seed(state, some_activity)
    process = Process(environment(server, small_folder, state, GUICHET_TELEGRAM_ADMINS=ADMINS)).start().ready()
    yield server, process
    assert process.end() == 0
    assert server.problems == []
    server.stop()


def person(standin: StandIn, id: int) -> Person:
    return Person(standin, id, LANGUAGES.get(id, "fr"))


def new(standin: StandIn, chat: int, seen: int, count: int = 1) -> list[Sent]:
    """Wait for so many messages in a chat beyond those seen; return them."""
    standin.wait(lambda: len(standin.in_chat(chat)) >= seen + count, f"{count} messages in {chat}")
    return standin.in_chat(chat)[seen:]


def say(standin: StandIn, id: int, text: str, count: int = 1) -> list[Sent]:
    """Say something in private; return so many answers."""
    seen = len(standin.in_chat(id))
    person(standin, id).says(text)
    return new(standin, id, seen, count)


def today() -> date:
    return datetime.now(UTC).date()


def begins(text: str, form: str, days: int, id: int, asked: date) -> bool:
    """Tell whether a text begins with the first of so many days, as a person's language writes it.

    They end on the day it was asked, or on the next where that has come since.
    """
    firsts = (last - timedelta(days=days - 1) for last in (asked, today()))
    return any(text.startswith(form.format(day(first, LANGUAGES[id]))) for first in firsts)


def file_of(sent: Sent) -> tuple[str, bytes]:
    assert sent.file is not None
    return sent.file


# Rights


@pytest.mark.parametrize("command", ["/unanswered", "/draft 1", "/stats", "/card fr-prefet"])
def test_everybody_else_is_refused_politely(command: str, running: Running) -> None:
    (answer,) = say(running[0], STRANGER, command)
    assert REFUSALS in answer.text and not answer.buttons and answer.file is None


@pytest.mark.parametrize(("command", "count"), [("/unanswered", 2), ("/card fr-prefe", 1)])
def test_a_button_asks_for_rights_anew(command: str, count: int, running: Running) -> None:
    standin, _ = running
    sent = say(standin, ANNE, command, count)[0]
    before, calls = len(standin.sent), len(standin.calls)
    person(standin, STRANGER).presses(sent, sent.labels()[0])
    standin.wait(lambda: any(REFUSALS in c.parameters.get("text", "") for c in standin.calls[calls:]), "the refusal")
    assert len(standin.sent) == before


# /unanswered


@pytest.mark.parametrize(
    ("id", "heading", "button", "delimiter"),
    [
        (ANNE, "Sans réponse depuis le {} — questions : 4, groupes : 2.", "Fiche 1", ";"),
        (MINJUN, "{}부터 답변하지 못한 질문: 4건, 2개 묶음.", "초안 1", ","),
        (JANE, "Without an answer since {} — questions: 4, groups: 2.", "Draft 1", ","),
    ],
)
def test_questions_without_an_answer_are_listed_in_groups_with_a_table(
    id: int, heading: str, button: str, delimiter: str, running: Running
) -> None:
    asked = today()
    listed, table = say(running[0], id, "/unanswered", 2)
    assert begins(listed.text, heading, 30, id, asked) and re.search("piscine|swimming pool|맛집", listed.text)
    assert listed.labels() == [button, button.replace("1", "2")]
    name, content = file_of(table)
    assert name.endswith(f"-{datetime.now(UTC).date().isoformat()}.csv") and content.startswith(b"\xef\xbb\xbf")
    _, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    assert [line[0] for line in lines] == ["1", "1", "1", "2"] and {line[1] for line in lines} == {"3", "1"}
    assert {line[4] for line in lines} == {ASKED[0][1], "'" + ASKED[1][1], ASKED[2][1], ASKED[3][1]}
    assert all(line[6] for line in lines)


def test_in_a_group_the_list_goes_to_the_private_chat(running: Running) -> None:
    standin, _ = running
    where, seen = group(7100), len(standin.in_chat(JANE))
    asked = today()
    person(standin, JANE).says("/unanswered 7", where)
    listed, _ = new(standin, JANE, seen, 2)
    assert begins(listed.text, "Without an answer since {}", 7, JANE, asked)
    (said,) = new(standin, where["id"], 0)
    assert said.text == "I have answered you in private." and said.file is None


def test_a_curator_whom_the_bot_may_not_write_to_is_told_in_the_group(running: Running) -> None:
    standin, _ = running
    where = group(7101)
    standin.faults.append(Fault("sendMessage", "403", 1, chat=MINJUN))
    person(standin, MINJUN).says("/unanswered", where)
    (said,) = new(standin, where["id"], 0)
    assert "@guichet_bot" in said.text and "piscine" not in said.text


@pytest.mark.parametrize("argument", ["0", "91", "-3", "x", "٣", "9999999999"])
@pytest.mark.parametrize("command", ["/unanswered", "/stats"])
def test_a_number_of_days_that_makes_no_sense_is_refused(command: str, argument: str, running: Running) -> None:
    (answer,) = say(running[0], ANNE, f"{command} {argument}")
    assert "1 à 90" in answer.text and f"{command} 7" in answer.text


# /draft


def test_the_button_under_the_list_drafts_a_card(running: Running) -> None:
    standin, _ = running
    listed, _ = say(standin, ANNE, "/unanswered", 2)
    seen = len(standin.in_chat(ANNE))
    person(standin, ANNE).presses(listed, "Fiche 1")
    (sent,) = new(standin, ANNE, seen)
    name, content = file_of(sent)
    (card,) = yaml.safe_load(content)
    assert name == f"{card['id']}.yaml" and re.fullmatch(r"(fr|kr|cmp|coop)-[a-z0-9-]+", card["id"])
    assert card["id"] in sent.text and "/upload" in sent.text
    assert set(card["questions"]["fr"]) == {ASKED[0][1], ASKED[1][1]} and card["questions"]["en"] == [ASKED[2][1]]
    assert card["answer"] == {"fr": None, "ko": None, "en": None}
    assert card["checked"] == datetime.now(UTC).date()


def test_a_number_drafts_a_card_of_the_last_list(running: Running) -> None:
    standin, _ = running
    say(standin, MINJUN, "/unanswered", 2)
    (sent,) = say(standin, MINJUN, "/draft 2")
    (card,) = yaml.safe_load(file_of(sent)[1])
    assert card["questions"]["ko"] == [ASKED[3][1]]
    for text in ("/draft", "/draft 3", "/draft 0", "/draft x"):
        (answer,) = say(standin, MINJUN, text)
        assert "/draft 1" in answer.text and answer.file is None


def test_a_list_that_was_never_asked_for_is_asked_for_first(standin: StandIn, small_folder: Path, state: Path) -> None:
    process = Process(environment(standin, small_folder, state, GUICHET_TELEGRAM_ADMINS=ADMINS)).start().ready()
    assert "/unanswered" in say(standin, ANNE, "/draft 1")[0].text
    assert "Aucune question sans réponse" in say(standin, ANNE, "/unanswered")[0].text
    assert "Aucune question depuis le" in say(standin, ANNE, "/stats")[0].text
    process.end()


# /stats


@pytest.mark.parametrize(
    ("id", "heading", "worst"),
    [
        (ANNE, "Depuis le {} — questions :", "moins bien notées"),
        (MINJUN, "{}부터 접수된 질문:", "평가가 낮은"),
        (JANE, "Since {} — questions:", "Worst voted"),
    ],
)
def test_figures_come_with_a_picture(id: int, heading: str, worst: str, running: Running) -> None:
    asked = today()
    said, picture = say(running[0], id, "/stats", 2)
    assert (
        begins(said.text, heading, 30, id, asked)
        and worst in said.text
        and "fr-prefet" in said.text
        and "👎" in said.text
    )
    name, content = file_of(picture)
    assert name.endswith(".png") and content.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", content[16:24]) == (800, 700)


def test_without_matplotlib_the_lines_come_alone(
    standin: StandIn, small_folder: Path, state: Path, tmp_path: Path
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "matplotlib.py").write_text("raise ImportError")
    seed(state, some_activity)
    more = {"GUICHET_TELEGRAM_ADMINS": ADMINS, "PYTHONPATH": str(tmp_path / "lib")}
    process = Process(environment(standin, small_folder, state, **more)).start().ready()
    asked = today()
    said, instead = say(standin, JANE, "/stats 7", 2)
    assert begins(said.text, "Since {} — questions: 7", 7, JANE, asked)
    assert "matplotlib is not installed" in instead.text
    process.end()


# /card


@pytest.mark.parametrize(("id", "facts"), [(ANNE, "Fiche vérifiée"), (MINJUN, "확인됨"), (JANE, "Card verified")])
def test_a_card_is_shown_in_its_three_languages(id: int, facts: str, running: Running) -> None:
    (sent,) = say(running[0], id, "/card FR-prefet")
    assert sent.text.startswith("fr-prefet\n") and facts in sent.text
    assert re.search(r"fr \d+, ko \d+, en \d+", sent.text) and re.search(r"\b(Source|출처)", sent.text)
    assert all(answer in sent.text for answer in shipped_cards()["fr-prefet"]["answer"].values())
    assert '<a href="http' in sent.html


def test_the_nearest_ids_are_offered_for_one_that_there_is_not(running: Running) -> None:
    standin, _ = running
    (sent,) = say(standin, JANE, "/card fr-prefect")
    assert sent.text.startswith("There is no card fr-prefect.") and sent.labels()[0] == "fr-prefet"
    seen = len(standin.in_chat(JANE))
    person(standin, JANE).presses(sent, "fr-prefet")
    assert new(standin, JANE, seen)[0].text.startswith("fr-prefet\n")


def test_a_card_without_an_id_is_asked_for_and_a_strange_one_does_no_harm(running: Running) -> None:
    assert "/card fr-" in say(running[0], ANNE, "/card")[0].text
    (sent,) = say(running[0], ANNE, "/card <b>" + "ü" * 300)
    assert "<b>ü" in sent.text and not sent.buttons


# Remarks


def _remark(standin: StandIn, who: Person, text: str) -> None:
    """Ask, vote the answer down and say why."""
    seen = len(standin.in_chat(who.id))
    who.says(QUESTION)
    (answer,) = new(standin, who.id, seen)
    who.presses(answer, "👎")
    invitation = new(standin, who.id, seen, 2)[1]
    who.replies(invitation, text)
    new(standin, who.id, seen, 3)


def test_a_remark_reaches_the_curators_at_once_without_a_name(running: Running) -> None:
    standin, _ = running
    for curator in (ANNE, MINJUN, JANE):
        say(standin, curator, "/card")
    seen = {curator: len(standin.in_chat(curator)) for curator in (ANNE, MINJUN, JANE)}
    who = Person(standin, 70_123_456, "fr", "Dominique")
    _remark(standin, who, "La date est fausse, écrivez-moi : @dominique_37 <b>")
    sent = {curator: new(standin, curator, before)[0] for curator, before in seen.items()}
    assert sent[ANNE].text == "Remarque sur fr-prefet : « La date est fausse, écrivez-moi : […] <b> »"
    assert sent[MINJUN].text.startswith("fr-prefet에 대한 의견: ") and sent[JANE].text.startswith(
        "Remark on fr-prefet: "
    )
    for message in sent.values():
        assert "ominique" not in message.html and str(who.id) not in message.html + str(message.parameters)
    person(standin, ANNE).presses(sent[ANNE], "Voir la fiche")
    assert new(standin, ANNE, seen[ANNE], 2)[1].text.startswith("fr-prefet\n")


def test_many_remarks_of_one_person_are_held_back_with_one_line(running: Running) -> None:
    standin, _ = running
    seen, who = len(standin.in_chat(ANNE)), Person(standin, 7031)
    for number in range(5):
        _remark(standin, who, f"Remarque {number}")
    say(standin, ANNE, "/card")
    *passed_on, last = [sent.text for sent in standin.in_chat(ANNE)[seen:-1]]
    assert passed_on == [f"Remarque sur fr-prefet : « Remarque {number} »" for number in range(3)]
    assert "rapport de la semaine" in last


# The weekly report


def _last_report(state: Path, ago: timedelta) -> None:
    def write(journal: Journal) -> None:
        some_activity(journal)
        journal.remarked(7, "La date est fausse.")
        journal.remember("weekly", 0, ANNE, (datetime.now(UTC) - ago).isoformat(), None)
        journal.remember("profile-language", 0, ANNE, "fr-FR", None)

    seed(state, write)


def _heard_after_start(standin: StandIn, folder: Path, state: Path) -> list[str]:
    """Start a bot and stop it; return what it wrote to Anne by itself."""
    seen = len(standin.in_chat(ANNE))
    process = Process(environment(standin, folder, state, GUICHET_TELEGRAM_ADMINS=str(ANNE))).start().ready()
    person(standin, ANNE).says("/stats")
    standin.wait(lambda: any(sent.file for sent in standin.in_chat(ANNE)[seen:]), "the picture")
    assert process.end() == 0
    texts = [sent.text for sent in standin.in_chat(ANNE)[seen:] if sent.file is None]
    return [text for text in texts if not text.startswith("Depuis le ")]


def test_the_weekly_report_comes_once_a_restart_does_not_repeat_it(
    standin: StandIn, small_folder: Path, state: Path
) -> None:
    _last_report(state, timedelta(days=8))
    (report,) = _heard_after_start(standin, small_folder, state)
    assert report.startswith("Rapport de la semaine") and "« La date est fausse. »" in report
    assert "Questions sans réponse : 4." in report
    assert _heard_after_start(standin, small_folder, state) == []


def test_within_the_week_and_at_the_first_start_nothing_is_reported(
    standin: StandIn, small_folder: Path, state: Path, tmp_path: Path
) -> None:
    _last_report(state, timedelta(days=6))
    assert _heard_after_start(standin, small_folder, state) == []
    seed(state, lambda journal: journal.remember("weekly", 0, ANNE, "", None))
    assert _heard_after_start(standin, small_folder, state) == []
    journal = open_journal(Settings(state=state))
    begun = datetime.fromisoformat(journal.recall("weekly", 0, ANNE) or "")
    journal.close()
    assert datetime.now(UTC) - begun < timedelta(hours=1)


def test_a_report_that_did_not_arrive_is_sent_after_the_next_start(
    standin: StandIn, small_folder: Path, state: Path
) -> None:
    _last_report(state, timedelta(days=8))
    standin.faults.append(Fault("sendMessage", "403", 1, chat=ANNE))
    process = Process(environment(standin, small_folder, state, GUICHET_TELEGRAM_ADMINS=str(ANNE))).start()
    process.said("send in a private chat given up")
    assert process.end() == 0 and not standin.in_chat(ANNE)
    (report,) = _heard_after_start(standin, small_folder, state)
    assert report.startswith("Rapport de la semaine")
