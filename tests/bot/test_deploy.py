"""The systemd unit and the settings that go with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import Settings, load

DEPLOY = Path(__file__).parents[2] / "deploy"
UNIT = DEPLOY / "guichet.service"
ANALYZE = shutil.which("systemd-analyze") or ""
needs_systemd = pytest.mark.skipif(not ANALYZE, reason="systemd is not installed")
EXPOSED_AT_MOST = 20
"""In tenths, as `systemd-analyze security` counts; 20 is 2.0, "OK"."""


@pytest.fixture(scope="module")
def directives() -> dict[str, list[str]]:
    """The values of each directive, in the order of the file."""
    found: dict[str, list[str]] = {}
    for line in UNIT.read_text("utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found.setdefault(key, []).append(value)
    return found


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The unit with a program that is there."""
    file = tmp_path / UNIT.name
    text = UNIT.read_text("utf-8")
    assert "/opt/guichet/bin/guichet" in text
    file.write_text(text.replace("/opt/guichet/bin/guichet", sys.executable), "utf-8")
    return file


def _analyzed(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ANALYZE, *arguments], capture_output=True, text=True, timeout=60, check=False)


@needs_systemd
def test_systemd_takes_the_unit_without_a_word(here: Path) -> None:
    done = _analyzed("verify", "--man=no", str(here))
    about_it = [line for line in (done.stdout + done.stderr).splitlines() if UNIT.name in line]
    assert (done.returncode, about_it) == (0, [])


@needs_systemd
def test_systemd_finds_the_unit_little_exposed(here: Path) -> None:
    done = _analyzed("security", "--offline=true", "--no-pager", f"--threshold={EXPOSED_AT_MOST}", str(here))
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


@pytest.mark.parametrize(
    "directive",
    [
        *(
            "DynamicUser",
            "NoNewPrivileges",
            "LockPersonality",
            "MemoryDenyWriteExecute",
            "PrivateDevices",
            "PrivateTmp",
        ),
        *("PrivateUsers", "ProtectClock", "ProtectControlGroups", "ProtectHome", "ProtectHostname"),
        *("ProtectKernelLogs", "ProtectKernelModules", "ProtectKernelTunables", "RemoveIPC", "RestrictNamespaces"),
        *("RestrictRealtime", "RestrictSUIDSGID"),
    ],
)
def test_what_the_bot_does_not_need_it_cannot_do(directives: dict[str, list[str]], directive: str) -> None:
    assert directives[directive] == ["yes"]


def test_the_system_is_read_only_and_no_capability_is_left(directives: dict[str, list[str]]) -> None:
    assert directives["ProtectSystem"] == ["strict"]
    assert directives["CapabilityBoundingSet"] == directives["AmbientCapabilities"] == [""]
    assert directives["SystemCallFilter"] == ["@system-service", "~@privileged"]
    assert (directives["StateDirectory"], directives["CacheDirectory"]) == (["guichet"], ["guichet"])


def test_the_token_comes_as_a_credential_only(directives: dict[str, list[str]]) -> None:
    (credential,) = directives["LoadCredential"]
    name, _, file = credential.partition(":")
    assert f"GUICHET_TELEGRAM_TOKEN_FILE=%d/{name}" in directives["Environment"]
    assert not [value for value in directives["Environment"] if value.startswith("GUICHET_TELEGRAM_TOKEN=")]
    assert file == "/etc/guichet/token"


def test_it_reloads_by_sighup_and_starts_again_unless_a_person_has_to_mend_something(
    directives: dict[str, list[str]],
) -> None:
    assert directives["ExecReload"] == ["/bin/kill -HUP $MAINPID"]
    assert directives["Restart"] == ["on-failure"]
    assert directives["RestartPreventExitStatus"] == ["2"]
    assert int(directives["TimeoutStopSec"][0]) > 5


def test_every_variable_is_a_setting_and_the_settings_file_fits(
    directives: dict[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [value.partition("=")[0] for value in directives["Environment"]]
    assert {name.removeprefix("GUICHET_").lower() for name in names} <= set(Settings.model_fields)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"GUICHET_{name.upper()}", raising=False)
    settings = load(DEPLOY / "guichet.toml")
    assert (settings.state, settings.cache) == (Path("/var/lib/guichet"), Path("/var/cache/guichet"))
    assert f"--config /etc/guichet/{(DEPLOY / 'guichet.toml').name} " in directives["ExecStart"][0]
    assert settings.telegram_token is None
