"""How `guichet telegram` starts and ends."""

from __future__ import annotations

import json
import shutil
import signal
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.messenger.tokens import read_token
from bot.messenger.webhook import path
from bot.settings import Settings
from tests.bot.messenger.running import Person, Process, environment
from tests.bot.messenger.standin import TOKEN, Fault, StandIn


def _one_line(process: Process, text: str) -> None:
    assert process.wait() == 2
    said = [line for line in process.log if line.startswith("guichet: ")]
    assert len(said) == 1 and text in said[0]
    assert not any("Traceback" in line for line in process.log)


def test_without_a_token_it_refuses_in_one_line(standin: StandIn, small_folder: Path, state: Path) -> None:
    variables = environment(standin, small_folder, state, GUICHET_TELEGRAM_TOKEN="")
    _one_line(Process(variables).start(), "no Telegram token")


def test_a_wrong_token_is_refused_in_one_line_that_does_not_show_it(
    standin: StandIn, small_folder: Path, state: Path
) -> None:
    wrong = "987654321:AAGwrongwrongwrongwrongwrongwrongwro"
    process = Process(environment(standin, small_folder, state, GUICHET_TELEGRAM_TOKEN=wrong)).start()
    _one_line(process, "refuses the token")
    assert wrong not in "\n".join(process.log)


@pytest.mark.parametrize("token", ["hello", "123:", "abc:def", "123:with space", "12:é"])
def test_what_is_no_token_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_token(Settings(telegram_token=token))
    assert token not in str(error.value)


def test_the_token_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{TOKEN}\n")
    assert read_token(Settings(telegram_token_file=file)) == TOKEN


def test_a_token_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no-such"):
        read_token(Settings(telegram_token_file=tmp_path / "no-such"))


@pytest.mark.parametrize("url", ["http://example.org/hook", "example.org", ""])
def test_a_webhook_has_to_be_https(url: str) -> None:
    with pytest.raises(SettingsError):
        path(url)


def test_an_api_that_cannot_be_reached_is_tried_again(standin: StandIn, small_folder: Path, state: Path) -> None:
    standin.faults = [Fault("getMe", "drop-before", 1), Fault("getMe", "html", 1), Fault("deleteWebhook", "500", 1)]
    process = Process(environment(standin, small_folder, state)).start()
    process.said("Telegram cannot be reached")
    assert process.get("/healthz")[0] == 503
    person = Person(standin, 5)
    person.says("Qu'est-ce qu'un préfet ?")
    standin.wait(lambda: standin.sent, "an answer")
    assert process.end() == 0


def test_it_ends_at_once_while_the_api_cannot_be_reached(standin: StandIn, small_folder: Path, state: Path) -> None:
    process = Process(environment(standin, small_folder, state, GUICHET_TELEGRAM_API="http://127.0.0.1:9")).start()
    process.said("Telegram cannot be reached")
    assert process.end() == 0


def test_the_log_is_json_without_token_texts_or_names(standin: StandIn, bot: Process) -> None:
    standin.faults = [Fault("sendMessage", "500", 1), Fault("getUpdates", "html", 1)]
    person = Person(standin, 5, name="Philibert")
    person.says("Qu'est-ce qu'un préfet ? xyzzy")
    standin.wait(lambda: standin.sent, "an answer")
    assert bot.end() == 0
    log = "\n".join(bot.log)
    for line in bot.log:
        json.loads(line)
    assert TOKEN not in log and TOKEN.partition(":")[2] not in log
    assert "xyzzy" not in log and "Philibert" not in log and "préfet" not in log


def test_commands_are_described_for_each_scope_in_french_korean_and_default(
    shared: tuple[StandIn, Process],
) -> None:
    standin, _ = shared
    calls = standin.wait(
        lambda: c if len(c := [c for c in standin.calls if c.method == "setMyCommands"]) == 12 else None, "commands"
    )
    seen = {(call.parameters["scope"]["type"], call.parameters.get("language_code")) for call in calls}
    scopes = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
    assert seen == {(scope, language) for scope in scopes for language in ("fr", "ko", None)}


def test_sigterm_finishes_what_is_under_way(standin: StandIn, bot: Process) -> None:
    bot.ready()
    standin.faults = [Fault("sendMessage", "slow", 1, value=1.0)]
    Person(standin, 5).says("Qu'est-ce qu'un préfet ?")
    standin.wait(lambda: [c for c in standin.calls if c.method == "sendMessage"], "an answer under way")
    assert bot.end(signal.SIGTERM, 5) == 0
    assert len(standin.sent) == 1


def test_sighup_takes_up_changed_knowledge(standin: StandIn, small_folder: Path, state: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(small_folder, tmp_path / "knowledge"))
    process = Process(environment(standin, folder, state)).start().ready()
    cards = folder / "cards" / "cards.yaml"
    text = cards.read_text("utf-8")
    cards.write_text(text.replace("Le préfet représente", "Le préfet (nouveau) représente"), "utf-8")
    process.hang_up()
    process.said("in use")
    Person(standin, 5).says("Qu'est-ce qu'un préfet ?")
    standin.wait(lambda: standin.sent, "an answer")
    assert "(nouveau)" in standin.sent[0].text
    assert process.end() == 0
