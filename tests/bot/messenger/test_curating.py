"""Curators change the knowledge from the chat: over HTTP, on folders and indexes of the tests' own."""

from __future__ import annotations

import io
import shutil
import signal
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.desk.knowledge_history import FOLDER
from knowledge.library import SHIPPED
from tests.bot.messenger.running import Person, Process, environment, group
from tests.bot.messenger.standin import Sent, StandIn
from tests.small import CARDS, small_cards, write_cards

CURATOR, SECOND, STRANGER = 910_001, 910_002, 910_003
ADMINS = f"{CURATOR}, {SECOND}"
QUESTION = "Qu'est-ce qu'un préfet ?"
DEADLINE = 150.0
"""Seconds: builds run at a lower priority, and beside three busy tests two of them in a row take over a minute."""


@dataclass
class Reader(Person):
    """Somebody who reads what the bot says to them, message by message."""

    read: int = field(default=0)

    def hears(self, text: str, chat: int | None = None) -> Sent:
        """Wait for the next message and see that it says something; return it."""
        where = chat or self.id
        self.standin.wait(lambda: len(self.standin.in_chat(where)) > self.read, f"{text!r}", DEADLINE)
        sent = self.standin.in_chat(where)[self.read]
        self.read += 1
        assert text in sent.text, sent.text
        return sent


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "knowledge"))


@pytest.fixture
def curated(standin: StandIn, folder: Path, state: Path) -> Iterator[Process]:
    """A bot with curators, on a folder of one test's own."""
    process = Process(environment(standin, folder, state, GUICHET_TELEGRAM_ADMINS=ADMINS)).start().ready()
    yield process
    assert process.end() == 0
    assert standin.problems == []


@pytest.fixture
def curator(standin: StandIn) -> Reader:
    return Reader(standin, CURATOR)


@pytest.fixture(scope="module")
def refusing(
    small_folder: Path, built: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[StandIn, Process, Path]]:
    """A bot with curators, whose folder is never to change."""
    server = StandIn().start()
    folder = Path(shutil.copytree(small_folder, tmp_path_factory.mktemp("refusing") / "knowledge"))
    state = Path(shutil.copytree(built, tmp_path_factory.mktemp("refusing") / "state"))
    process = Process(environment(server, folder, state, GUICHET_TELEGRAM_ADMINS=ADMINS)).start().ready()
    yield server, process, folder
    assert process.end() == 0
    assert server.problems == []
    server.stop()


def edited(change: Callable[[list[dict[str, Any]]], None], ids: tuple[str, ...] = CARDS) -> bytes:
    """Return the small cards with a change, as a file."""
    cards = small_cards(ids)
    change(cards)
    return yaml.safe_dump(cards, allow_unicode=True, sort_keys=False).encode()


def answering(text: str) -> Callable[[list[dict[str, Any]]], None]:
    """Return what gives the prefect's card another French answer."""

    def change(cards: list[dict[str, Any]]) -> None:
        cards[0]["answer"] = {**cards[0]["answer"], "fr": text}

    return change


def actions(state: Path) -> list[tuple[str, str, str]]:
    with closing(sqlite3.connect(state / "journal.sqlite3")) as connection:
        return connection.execute("SELECT action, outcome, detail FROM actions ORDER BY rowid").fetchall()


def content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# /reload


def test_reload_says_what_was_added_changed_and_removed_and_answers_by_it(
    standin: StandIn, curated: Process, curator: Reader, folder: Path, state: Path
) -> None:
    cards = small_cards((*(id for id in CARDS if id != "fr-epci"), "fr-departement"))
    cards[0]["answer"]["fr"] = "Une autre réponse (nouvelle)."
    write_cards(folder, cards)
    curator.says("/reload")
    curator.hears("Je vérifie le dossier")
    report = curator.hears("Mise à jour faite en").text
    assert "Fiches en service : 14. Ajouts : 1, modifications : 1, retraits : 1." in report
    assert "Ajouts : fr-departement" in report and "Retraits : fr-epci" in report
    assert "Modifications : fr-prefet" in report
    curator.says(QUESTION)
    curator.hears("(nouvelle)")
    assert curated.end() == 0
    done = [action for action in actions(state) if action[1] == "done"]
    assert done == [("reload", "done", "14 cards +1 ~1 -1")]


def test_reload_with_nothing_new_says_so_in_a_group_in_korean(standin: StandIn, curated: Process, folder: Path) -> None:
    where, curator = group(91), Reader(standin, SECOND, "ko")
    curator.says("/reload@guichet_bot", where)
    curator.hears("자료 폴더를 확인", where["id"])
    report = curator.hears("갱신했습니다", where["id"])
    assert "추가 0건, 수정 0건, 삭제 0건" in report.text


def test_a_broken_card_is_told_with_its_place_and_the_old_cards_answer(
    standin: StandIn, curated: Process, curator: Reader, folder: Path
) -> None:
    (folder / "cards" / "broken.yaml").write_text("- id: fr-x\n  topic: nonsense\n  country: fr\n", "utf-8")
    curator.says("/reload")
    curator.hears("Je vérifie")
    report = curator.hears("Fautes dans le dossier des fiches").text
    assert "cards/broken.yaml:2:10: `topic`" in report and "cards/broken.yaml:1:3: `answer` is missing" in report
    curator.says(QUESTION)
    curator.hears("représente l'État")
    (folder / "cards" / "broken.yaml").unlink()
    curator.says("/reload")
    curator.hears("Je vérifie")
    curator.hears("Mise à jour faite")


def test_many_faults_come_as_a_file(standin: StandIn, curated: Process, curator: Reader, folder: Path) -> None:
    (folder / "cards" / "broken.yaml").write_text("- id: fr-x\n" * 100, "utf-8")
    curator.says("/reload")
    curator.hears("Je vérifie")
    assert "cards/" not in curator.hears("Fautes dans le dossier des fiches").text
    sent = curator.hears("")
    assert sent.file is not None and sent.file[0].endswith(".txt")
    lines = sent.file[1].decode().splitlines()
    assert len(lines) > 700 and all(line.startswith("cards/broken.yaml:") for line in lines)


def test_a_reload_that_cannot_be_made_is_said_with_its_reason(
    standin: StandIn, curated: Process, curator: Reader, folder: Path, state: Path
) -> None:
    write_cards(folder, small_cards((*CARDS, "fr-departement")))
    (state / "index" / "lock").unlink()
    (state / "index" / "lock").mkdir()
    curator.says("/reload")
    curator.hears("Je vérifie")
    assert "cannot be written" in curator.hears("La mise à jour n'a pas pu être faite").text
    curator.says(QUESTION)
    curator.hears("représente l'État")


def test_two_reloads_at_once_both_get_a_true_answer(
    standin: StandIn, curated: Process, curator: Reader, folder: Path
) -> None:
    other = Reader(standin, SECOND, "en")
    write_cards(folder, small_cards((*CARDS, "fr-departement")))
    curator.says("/reload")
    curator.hears("Je vérifie")
    write_cards(folder, small_cards((*CARDS, "fr-departement", "fr-canton")))
    other.says("/reload")
    other.hears("already under way")
    first, second = curator.hears("Mise à jour faite").text, other.hears("Updated in").text
    assert ("Fiches en service : 15" in first and "Added: fr-canton" in second) or (
        "Fiches en service : 16" in first and "Added: 0, changed: 0, removed: 0" in second
    )
    assert "Cards in use: 16" in second


def test_answers_go_on_while_it_reloads(standin: StandIn, folder: Path, state: Path, curator: Reader) -> None:
    variables = environment(standin, folder, state, GUICHET_TELEGRAM_ADMINS=ADMINS)
    process = Process(variables, module="tests.bot.messenger.unlimited").start().ready()
    write_cards(folder, small_cards((*CARDS, "fr-departement")))
    curator.says("/reload")
    curator.hears("Je vérifie")
    people = [Person(standin, 920_000 + number) for number in range(10)]
    for person in (curator, *people):
        person.says(QUESTION)
    curator.hears("représente l'État")  # before the report: nobody waits for it, least of all who asked for it
    standin.wait(lambda: all(standin.in_chat(person.id) for person in people), "all answers")
    curator.hears("Mise à jour faite")
    assert process.end() == 0


def test_sighup_and_the_command_line_are_taken_up_beside(
    standin: StandIn, curated: Process, curator: Reader, folder: Path
) -> None:
    write_cards(folder, small_cards((*CARDS, "fr-departement")))
    curated.hang_up()
    curator.says("/reload")
    curator.hears("")
    curator.hears("Fiches en service : 15")
    curated.said("in use")


# /upload


@pytest.mark.parametrize("way", ["caption", "reply", "command first"])
def test_a_file_is_proposed_confirmed_written_and_answers(
    way: str, standin: StandIn, curated: Process, curator: Reader, folder: Path, state: Path
) -> None:
    before = (folder / "cards/cards.yaml").read_bytes()
    file = edited(answering("Une autre réponse (envoyée)."))
    if way == "caption":
        curator.sends("cards.yaml", file, "/upload")
    elif way == "reply":
        message = curator.sends("cards.yaml", file)
        curator.hears("Je ne lis que le texte")
        curator.says("/upload", reply_to_message=message)
    else:
        curator.says("/upload")
        curator.hears("Envoyez maintenant")
        curator.sends("cards.yaml", file)
    proposal = curator.hears("cards/cards.yaml\nAjouts : 0, modifications : 1, retraits : 0.")
    assert "Modifications : fr-prefet" in proposal.text and proposal.labels() == ["Confirmer", "Annuler"]
    assert (folder / "cards/cards.yaml").read_bytes() == before
    curator.presses(proposal, "Confirmer")
    report = curator.hears("cards/cards.yaml est écrit.").text
    assert "modifications : 1" in report and not proposal.buttons
    assert (folder / "cards/cards.yaml").read_bytes() == file
    assert [kept.read_bytes() for kept in (state / FOLDER).glob("*/previous.yaml")] == [before]
    curator.says(QUESTION)
    curator.hears("(envoyée)")
    assert curated.end() == 0
    assert ("upload", "done", "cards/cards.yaml +0 ~1 -0") in actions(state)


def test_a_cancelled_file_changes_nothing_and_its_buttons_are_gone(
    standin: StandIn, curated: Process, curator: Reader, folder: Path
) -> None:
    before = content(folder)
    curator.sends("cards.yaml", edited(answering("Autre.")), "/upload")
    proposal = curator.hears("Faut-il écrire")
    pressed = {**standin.own(proposal)}
    curator.presses(proposal, "Annuler")
    curator.hears("Annulé")
    data = pressed["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    standin.push("callback_query", {**curator._query(proposal, data), "message": pressed})
    standin.wait(lambda: any("plus valable" in c.parameters.get("text", "") for c in standin.calls), "the refusal")
    assert content(folder) == before


def test_a_folder_that_changed_meanwhile_is_left_alone(
    standin: StandIn, curated: Process, curator: Reader, folder: Path
) -> None:
    curator.sends("cards.yaml", edited(answering("Autre.")), "/upload")
    proposal = curator.hears("Faut-il écrire")
    write_cards(folder, small_cards((*CARDS, "fr-departement")))
    before = content(folder)
    curator.presses(proposal, "Confirmer")
    curator.hears("a changé entre-temps")
    assert content(folder) == before


def test_a_file_is_written_whole_or_not_at_all_when_the_bot_is_killed(
    standin: StandIn, folder: Path, state: Path, curator: Reader
) -> None:
    before, file = (folder / "cards/cards.yaml").read_bytes(), edited(answering("Autre."))
    variables = environment(standin, folder, state, GUICHET_TELEGRAM_ADMINS=ADMINS)
    process = Process(variables).start().ready()
    curator.sends("cards.yaml", file, "/upload")
    proposal = curator.hears("Faut-il écrire")
    curator.presses(proposal, "Confirmer")
    standin.wait(lambda: any(c.method == "answerCallbackQuery" for c in standin.calls), "the press")
    process.end(signal.SIGKILL)
    assert (folder / "cards/cards.yaml").read_bytes() in (before, file)
    process = Process(variables).start().ready()
    curator.read = len(standin.in_chat(CURATOR))
    curator.says("/reload")
    curator.hears("Je vérifie")
    curator.hears("Fiches en service : 14")
    assert process.end() == 0


# hostile files


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cards.yaml", "- id: fr-x")
    return out.getvalue()


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
PLAIN = edited(answering("Autre."))
HOSTILE: dict[str, tuple[str | None, bytes, dict[str, Any], str]] = {
    "10 MB": ("cards.yaml", b"#" * 10_000_000, {}, "trop grand"),
    "10 MB called small": ("cards.yaml", b"#" * 10_000_000, {"file_size": 10}, "trop grand"),
    "30 MB called small": ("cards.yaml", b"#" * 30_000_000, {"file_size": 10}, "ne m'a pas remis"),
    "zip": ("cards.yaml", _zip(), {"mime_type": "application/x-yaml"}, "pas un texte en UTF-8"),
    "bomb": ("cards.yaml", BOMB.encode(), {}, "alias `*a`"),
    "deep": ("cards.yaml", b"[" * 500_000, {}, "nesting"),
    "UTF-16": ("cards.yaml", PLAIN.decode().encode("utf-16"), {}, "pas un texte en UTF-8"),
    "binary": ("cards.yaml", bytes(range(256)) * 40, {}, "pas un texte en UTF-8"),
    "control characters": ("cards.yaml", b"- id: \x01\n", {}, "control character U+0001"),
    "empty": ("cards.yaml", b" ", {}, "the file is empty"),
    "tag": ("cards.yaml", b"- !!python/object/apply:os.system [ls]\n", {}, "ni fiches ni contacts"),
    "a number of many digits": ("cards.yaml", b"- topic: " + b"1" * 100_000, {}, ""),
    "program": ("cards.exe", PLAIN, {"mime_type": "text/yaml"}, "J'attends un fichier .yaml"),
    "no name": (None, PLAIN, {}, "J'attends un fichier .yaml"),
    "hidden": ("../.yaml", PLAIN, {}, "J'attends un fichier .yaml"),
    "scope": ("scope.yaml", b"- {id: x, guards: {}}", {}, "ni fiches ni contacts"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_and_changes_nothing(
    name: str, refusing: tuple[StandIn, Process, Path], tmp_path: Path
) -> None:
    standin, _, folder = refusing
    before, known = content(folder.parent), len(standin.in_chat(CURATOR))
    curator = Reader(standin, CURATOR, read=known)
    file, data, lies, said = HOSTILE[name]
    curator.sends(file, data, "/upload", **lies)
    sent = curator.hears(said)
    assert not sent.buttons and content(folder.parent) == before
    standin.problems = [problem for problem in standin.problems if "file is too big" not in problem]


def test_a_name_with_a_path_stays_in_the_folder(refusing: tuple[StandIn, Process, Path]) -> None:
    standin, _, folder = refusing
    curator = Reader(standin, CURATOR, read=len(standin.in_chat(CURATOR)))
    new = edited(lambda cards: None, ("fr-departement",))
    curator.sends("../../../outside/guichet-evil.yaml", new, "/upload")
    proposal = curator.hears("cards/guichet-evil.yaml\nAjouts : 1")
    curator.presses(proposal, "Annuler")
    curator.hears("Annulé")
    assert not list(folder.parent.rglob("*evil*"))


def test_a_file_that_is_there_already_is_said(refusing: tuple[StandIn, Process, Path]) -> None:
    standin, _, folder = refusing
    curator = Reader(standin, CURATOR, read=len(standin.in_chat(CURATOR)))
    curator.sends("cards.yaml", (folder / "cards/cards.yaml").read_bytes(), "/upload")
    curator.hears("déjà en place")


def test_the_shipped_folder_is_refused_with_the_mend(
    standin: StandIn, state: Path, curator: Reader, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(SHIPPED)
    # A part of it, which is no knowledge folder: the small index answers, and no large one is built.
    part = tmp_path / "link" / "cards"
    process = Process(environment(standin, part, state, GUICHET_TELEGRAM_ADMINS=ADMINS)).start().ready()
    curator.sends("cards.yaml", PLAIN, "/upload")
    sent = curator.hears("guichet init")
    assert "GUICHET_KNOWLEDGE" in sent.text
    assert process.end() == 0


# /rollback


def test_rollback_puts_the_last_file_back_and_says_which(
    standin: StandIn, curated: Process, curator: Reader, folder: Path, state: Path
) -> None:
    before, file = (folder / "cards/cards.yaml").read_bytes(), edited(answering("Une autre réponse (envoyée)."))
    curator.says("/rollback")
    curator.hears("Il n'y a rien à remettre")
    curator.sends("cards.yaml", file, "/upload")
    curator.presses(curator.hears("Faut-il écrire"), "Confirmer")
    curator.hears("est écrit")
    curator.says("/rollback")
    proposal = curator.hears("Faut-il remettre cards/cards.yaml comme il était avant le remplacement du")
    assert "Modifications : fr-prefet" in proposal.text
    assert (folder / "cards/cards.yaml").read_bytes() == file
    curator.presses(proposal, "Confirmer")
    assert "modifications : 1" in curator.hears("cards/cards.yaml est remis").text
    assert (folder / "cards/cards.yaml").read_bytes() == before
    assert {kept.read_bytes() for kept in (state / FOLDER).glob("*/previous.yaml")} == {before, file}
    curator.says(QUESTION)
    curator.hears("représente l'État")
    curator.says("/rollback")
    curator.hears("Il n'y a rien à remettre")
    assert curated.end() == 0
    assert ("rollback", "done", "cards/cards.yaml +0 ~1 -0") in actions(state)


def test_a_rollback_that_would_break_the_cards_is_not_proposed(
    standin: StandIn, curated: Process, curator: Reader, folder: Path
) -> None:
    curator.sends("more.yaml", edited(lambda cards: None, ("fr-departement",)), "/upload")
    curator.presses(curator.hears("cards/more.yaml\nAjouts : 1"), "Confirmer")
    curator.hears("Fiches en service : 15")
    cards = small_cards()
    cards[0]["related"] = ["fr-departement"]
    write_cards(folder, cards)
    curator.says("/rollback")
    assert "there is no card `fr-departement`" in curator.hears("Rien n'est écrit").text
    write_cards(folder, small_cards())
    curator.says("/rollback")
    curator.presses(curator.hears("Faut-il retirer cards/more.yaml, ajouté le"), "Confirmer")
    curator.hears("est retiré")
    assert not (folder / "cards/more.yaml").exists()


# rights


def test_nobody_else_curates(refusing: tuple[StandIn, Process, Path]) -> None:
    standin, _, folder = refusing
    before = content(folder.parent)
    stranger = Reader(standin, STRANGER, "en")
    for command in ("/reload", "/upload", "/rollback"):
        stranger.says(command)
        stranger.hears("for the people who keep the cards")
    stranger.sends("cards.yaml", PLAIN, "/upload")
    stranger.hears("for the people who keep the cards")
    assert content(folder.parent) == before


@pytest.mark.parametrize("posing", ["as the group", "as a channel"])
def test_who_hides_behind_a_chat_is_no_curator(posing: str, refusing: tuple[StandIn, Process, Path]) -> None:
    standin, _, _ = refusing
    where = group(930 + len(posing))
    hidden = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    channel = {"id": -1002000000000, "type": "channel", "title": "C"}
    sender = where if posing == "as the group" else channel
    user = hidden if posing == "as the group" else {"id": CURATOR, "is_bot": False, "first_name": "C"}
    standin.admins[where["id"]] = [{"id": CURATOR, "is_bot": False, "first_name": "C"}]
    standin.push("message", standin.message(where, user, "/reload", sender_chat=sender))
    sent = standin.wait(lambda: standin.in_chat(where["id"]), "the refusal")
    assert "for the people who keep the cards" in sent[0].text


def test_a_button_pressed_by_somebody_else_is_refused(
    standin: StandIn, curated: Process, curator: Reader, folder: Path
) -> None:
    before = content(folder)
    curator.sends("cards.yaml", edited(answering("Autre.")), "/upload")
    proposal = curator.hears("Faut-il écrire")
    Person(standin, STRANGER, "en").presses(proposal, "Confirmer")
    standin.wait(lambda: any("people who keep" in c.parameters.get("text", "") for c in standin.calls), "the refusal")
    assert content(folder) == before
    curator.presses(proposal, "Confirmer")
    curator.hears("est écrit")


def test_a_right_that_was_withdrawn_is_gone_at_the_press_of_the_button(
    standin: StandIn, folder: Path, state: Path, curator: Reader
) -> None:
    before = content(folder)
    process = Process(environment(standin, folder, state, GUICHET_TELEGRAM_ADMINS=ADMINS)).start().ready()
    curator.sends("cards.yaml", edited(answering("Autre.")), "/upload")
    proposal = curator.hears("Faut-il écrire")
    assert process.end() == 0
    process = Process(environment(standin, folder, state, GUICHET_TELEGRAM_ADMINS=str(SECOND))).start().ready()
    curator.presses(proposal, "Confirmer")
    standin.wait(lambda: any("réservée" in c.parameters.get("text", "") for c in standin.calls), "the refusal")
    assert content(folder) == before and process.end() == 0


def test_files_are_sent_in_private(refusing: tuple[StandIn, Process, Path]) -> None:
    standin, _, _ = refusing
    where, curator = group(940), Reader(standin, SECOND)
    curator.says("/upload", where)
    curator.hears("conversation privée", where["id"])


def test_curators_alone_are_shown_their_commands(refusing: tuple[StandIn, Process, Path]) -> None:
    standin, _, _ = refusing
    calls = standin.wait(
        lambda: c if len(c := [c for c in standin.calls if c.method == "setMyCommands"]) == 18 else None, "commands"
    )
    theirs = {
        (int(call.parameters["scope"].get("chat_id", 0)), call.parameters.get("language_code"))
        for call in calls
        if {"reload", "upload", "rollback"} <= {command["command"] for command in call.parameters["commands"]}
    }
    assert theirs == {(id, language) for id in (CURATOR, SECOND) for language in ("fr", "ko", None)}


def test_ids_that_are_none_are_said_at_the_start(standin: StandIn, folder: Path, state: Path) -> None:
    process = Process(environment(standin, folder, state, GUICHET_TELEGRAM_ADMINS="5512, @anne")).start()
    assert process.wait() == 2
    assert any("GUICHET_TELEGRAM_ADMINS" in line and "@anne" in line for line in process.log)
