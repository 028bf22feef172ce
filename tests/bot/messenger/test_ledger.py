"""The ledger of handled updates."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.messenger import ledger as module
from bot.messenger.ledger import Ledger


def test_what_is_done_is_known_after_a_restart(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "handled")
    ledger.begin("1")
    ledger.finish("1")
    again = Ledger(tmp_path / "handled")
    assert again.state("1") == "done" and again.state("2") is None and again.doubtful == []


def test_what_was_begun_and_never_done_is_doubtful_after_a_restart(tmp_path: Path) -> None:
    Ledger(tmp_path / "handled").begin("1")
    assert Ledger(tmp_path / "handled").doubtful == ["1"]


def test_what_was_refused_is_new_after_a_restart(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "handled")
    ledger.begin("1")
    ledger.refused("1")
    again = Ledger(tmp_path / "handled")
    assert again.state("1") is None and again.doubtful == []


@pytest.mark.parametrize("left", [b"1 d\n2", b"1 d\n2 ", b"1 d\n\xff\xfe\n", b"\n\n1 d\nx y\n"])
def test_a_line_cut_short_does_no_harm(left: bytes, tmp_path: Path) -> None:
    (tmp_path / "handled").write_bytes(left)
    ledger = Ledger(tmp_path / "handled")
    assert ledger.state("1") == "done" and ledger.state("2") is None


def test_only_the_last_ones_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 10)
    ledger = Ledger(tmp_path / "handled")
    for number in range(100):
        ledger.finish(str(number))
    assert ledger.state("99") == "done" and ledger.state("50") is None
    assert len((tmp_path / "handled").read_text().splitlines()) <= 30


def test_without_a_place_to_write_it_works_in_memory(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    ledger = Ledger(tmp_path / "file" / "handled")
    ledger.finish("1")
    assert ledger.state("1") == "done" and "cannot be" in caplog.text
