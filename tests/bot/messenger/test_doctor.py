"""`guichet doctor`: what it says of sound and of broken set-ups, against the stand-in of the Bot API."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.desk.doctor import examine_disk
from bot.messenger.checkup import bot_findings, webhook_findings
from bot.records.database import FILE
from bot.records.pseudonyms import SALT_FILE
from bot.settings import Settings
from index.durable import sha256
from index.model import builtin
from tests.bot.journals import Clock, asked, open_at
from tests.bot.messenger.running import ROOT, environment
from tests.bot.messenger.standin import ME, TOKEN, Fault, StandIn

Examine = Callable[..., "Examination"]


class Examination:
    """What one run of the command said."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.code, self.out = done.returncode, done.stdout + done.stderr
        assert "Traceback" not in self.out
        assert TOKEN not in self.out and TOKEN.partition(":")[2] not in self.out
        report = json.loads(done.stdout)
        assert report["ok"] == (self.code == 0)
        self.findings: list[dict[str, Any]] = report["findings"]

    def of(self, part: str) -> list[tuple[str, str]]:
        return [(each["verdict"], each["message"]) for each in self.findings if each["part"] == part]

    def verdicts(self) -> dict[str, set[str]]:
        return {each["part"]: {verdict for verdict, _ in self.of(each["part"])} for each in self.findings}

    def bad(self) -> dict[str, list[tuple[str, str]]]:
        """Return what is not well, by part; each of it says how to mend it."""
        assert all(bool(each["mend"]) == (each["verdict"] != "ok") for each in self.findings)
        return {
            part: [found for found in self.of(part) if found[0] != "ok"]
            for part, verdicts in self.verdicts().items()
            if verdicts != {"ok"}
        }


@pytest.fixture
def folder(small_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small_folder, tmp_path / "knowledge"))


@pytest.fixture
def examine(standin: StandIn, folder: Path, state: Path) -> Examine:
    def run(*arguments: str, **changes: str) -> Examination:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "doctor", "--json", *arguments],
            cwd=ROOT,
            env=environment(standin, folder, state, **changes),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Examination(done)

    return run


def test_a_sound_set_up_has_nothing_to_mend(examine: Examine, state: Path) -> None:
    journal = open_at(state / FILE, Clock())
    asked(journal)
    journal.close()
    before = {path: sha256(path) for path in state.rglob("*") if path.is_file()}
    examination = examine()
    assert examination.bad() == {}
    assert list(examination.verdicts()) == [
        *("settings", "knowledge", "model", "cache", "index", "journal", "disk", "telegram")
    ]
    assert {path: sha256(path) for path in state.rglob("*") if path.is_file()} == before


def test_people_get_a_line_a_finding_and_the_mend_below(standin: StandIn, folder: Path, state: Path) -> None:
    standin.me["can_join_groups"] = False
    done = subprocess.run(
        [sys.executable, "-m", "bot", "doctor"],
        cwd=ROOT, env=environment(standin, folder, state), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    number = next(i for i, line in enumerate(lines) if line.startswith("warn telegram"))
    assert "cannot be added to groups" in lines[number] and "/setjoingroups" in lines[number + 1]


def test_offline_telegram_is_not_asked(examine: Examine, standin: StandIn) -> None:
    assert examine("--offline").bad() == {}
    assert standin.calls == []


@pytest.mark.parametrize(
    ("changes", "part", "said"),
    [
        ({"GUICHET_TELEGRAM_TOKEN": "987654321:AAGwrongwrongwrongwrongwrongwrongwro"}, "telegram", "refuses the token"),
        ({"GUICHET_TELEGRAM_TOKEN": "hello"}, "telegram", "no Telegram token"),
        ({"GUICHET_TELEGRAM_TOKEN": "", "GUICHET_TELEGRAM_TOKEN_FILE": "/no/such/file"}, "telegram", "/no/such/file"),
        ({"GUICHET_TELEGRAM_API": "http://127.0.0.1:9"}, "telegram", "cannot be reached"),
        ({"GUICHET_TELEGRAM_API": "nonsense"}, "telegram", "cannot be reached"),
        ({"GUICHET_TELEGRAM_ADMINS": "camille"}, "settings", "camille"),
        ({"GUICHET_HTTP": "everywhere"}, "settings", "everywhere"),
        ({"GUICHET_DATABASE": "mongodb://x"}, "settings", "GUICHET_DATABASE"),
        ({"GUICHET_KNOWLEDGE": "/no/such/folder"}, "knowledge", "/no/such/folder"),
        ({"GUICHET_MODEL": "/no/such/model"}, "model", "/no/such/model"),
    ],
)  # fmt: skip
def test_a_wrong_setting_fails_in_its_part(examine: Examine, changes: dict[str, str], part: str, said: str) -> None:
    examination = examine(**changes)
    assert examination.code == 1
    (found,) = examination.bad()[part]
    assert found[0] == "fail" and said in found[1]


def test_a_settings_file_that_cannot_be_read_is_all_there_is_to_say(
    standin: StandIn, folder: Path, state: Path, tmp_path: Path
) -> None:
    file = tmp_path / "guichet.toml"
    file.write_text("colour = 1")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "--config", str(file), "doctor", "--json"],
        cwd=ROOT, env=environment(standin, folder, state), capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert Examination(done).verdicts() == {"settings": {"fail"}}


@pytest.mark.parametrize("kind", ["500", "html", "drop-before", "429"])
def test_an_api_that_fails_is_no_crash(examine: Examine, standin: StandIn, kind: str) -> None:
    standin.faults = [Fault("getMe", kind, 1, value=1)]
    examination = examine()
    assert examination.code == 1
    assert set(examination.bad()) == {"telegram"}


def test_no_token_is_a_warning(examine: Examine) -> None:
    examination = examine(GUICHET_TELEGRAM_TOKEN="")
    assert examination.code == 0
    assert examination.verdicts()["telegram"] == {"warn"}


def test_a_webhook_and_waiting_updates_are_told(examine: Examine, standin: StandIn) -> None:
    standin.webhook = {"url": "https://bot.example.org/secret-path"}
    standin.pending = [{"update_id": 1}, {"update_id": 2}]
    examination = examine()
    said = " ".join(message for _, message in examination.of("telegram"))
    assert "bot.example.org" in said and "secret-path" not in said and "2 updates wait" in said


def test_broken_knowledge_fails_and_changed_knowledge_makes_the_index_old(examine: Examine, folder: Path) -> None:
    cards = folder / "cards" / "cards.yaml"
    sound = cards.read_text("utf-8")
    cards.write_text(sound.replace("topic: state", "topic: nonsense"), "utf-8")
    assert {part: found[0][0] for part, found in examine("--offline").bad().items()} == {
        "knowledge": "fail",
        "index": "warn",
    }
    cards.write_text(f"{sound}# a remark\n", "utf-8")
    bad = examine("--offline").bad()
    assert set(bad) == {"index"} and "older than the knowledge" in bad["index"][0][1]


@pytest.mark.parametrize("name", ["manifest.json", "general/arrays.npz", "general/faiss.index"])
def test_a_damaged_index_fails(examine: Examine, state: Path, name: str) -> None:
    (version,) = (path for path in (state / "index" / "versions").iterdir() if path.is_dir())
    (version / name).write_bytes(b"x")
    examination = examine("--offline")
    assert examination.code == 1 and set(examination.bad()) == {"index"}


def test_without_an_index_or_a_journal_nothing_is_made(examine: Examine, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    examination = examine("--offline", GUICHET_STATE=str(empty))
    assert {part: found[0][0] for part, found in examination.bad().items()} == {"index": "warn"}
    assert not empty.exists()


def test_a_model_that_is_not_prepared_is_told_and_not_prepared(examine: Examine, tmp_path: Path) -> None:
    empty = tmp_path / "cache"
    bad = examine("--offline", GUICHET_CACHE=str(empty)).bad()
    assert set(bad) == {"model", "index"}
    assert not empty.exists()


def test_a_damaged_model_is_told(examine: Examine, model_cache: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    shutil.copytree(model_cache / "models", cache / "models", ignore=shutil.ignore_patterns("*reference*"))
    (cache / "models" / f"{builtin.NAME}-{builtin.HASH}" / "sentencepiece.model").write_text("{}")
    bad = examine("--offline", GUICHET_CACHE=str(cache)).bad()
    assert "sentencepiece.model is damaged" in bad["model"][0][1]


def _damage(state: Path) -> None:
    (state / FILE).write_bytes(b"no database" * 1000)


def _later(state: Path) -> None:
    with closing(sqlite3.connect(state / FILE)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = 'v99_later'")
        connection.commit()


def _short_salt(state: Path) -> None:
    (state / SALT_FILE).write_bytes(b"short")


@pytest.mark.parametrize(
    ("change", "said"),
    [(_damage, "cannot be opened"), (_later, "written by a later Guichet (v99_later)"), (_short_salt, "damaged")],
)
def test_a_journal_that_cannot_be_used_fails(
    examine: Examine, state: Path, change: Callable[[Path], None], said: str
) -> None:
    journal = open_at(state / FILE, Clock())
    asked(journal)
    journal.close()
    change(state)
    examination = examine("--offline")
    assert examination.code == 1
    assert [said in message for _, message in examination.bad()["journal"]] == [True]


def test_a_salt_that_is_gone_is_a_warning(examine: Examine, state: Path) -> None:
    journal = open_at(state / FILE, Clock())
    asked(journal)
    journal.close()
    (state / SALT_FILE).unlink()
    assert [verdict for verdict, _ in examine("--offline").bad()["journal"]] == ["warn"]
    assert not (state / SALT_FILE).exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_state_that_cannot_be_written_fails(examine: Examine, state: Path) -> None:
    state.chmod(0o500)
    assert examine("--offline").verdicts()["settings"] == {"fail"}
    state.chmod(0o700)


@pytest.mark.parametrize(("free", "verdict"), [(2**40, "ok"), (500_000_000, "warn"), (50_000_000, "fail")])
def test_a_disk_is_judged_by_what_an_index_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, verdict: str
) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage)
    settings = Settings(state=tmp_path / "state", cache=tmp_path / "cache")
    assert [finding.verdict for finding in examine_disk(settings)] == [verdict]


def test_privacy_mode_is_told_either_way() -> None:
    on, off = ({**ME, "can_read_all_group_messages": value} for value in (False, True))
    assert "privacy mode is on" in " ".join(finding.message for finding in bot_findings(on))
    (warning,) = (finding for finding in bot_findings(off) if finding.verdict == "warn")
    assert "privacy mode is off" in warning.message and "/setprivacy" in warning.mend


def test_a_webhook_that_fails_is_a_warning() -> None:
    failing = {"url": "https://bot.example.org/", "last_error_message": "Connection refused"}
    assert [finding.verdict for finding in webhook_findings(failing)] == ["ok", "warn"]
