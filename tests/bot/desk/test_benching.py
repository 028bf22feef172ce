"""The bot under measurement, on a small library; what the figures are is no matter here."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.desk import benching
from bot.errors import BenchError
from bot.messenger.load import running
from bot.settings import Settings
from index.build import build
from index.model.embedding import Encoder
from index.model.opening import Model
from index.snapshot import Snapshot
from index.store import Store


@pytest.fixture
def measured(small_folder: Path, model: Model, model_cache: Path, tmp_path: Path) -> Settings:
    settings = Settings(state=tmp_path / "state", cache=model_cache, knowledge=small_folder)
    build(small_folder, Store(settings.state), Encoder(model, model_cache))
    return settings


def test_questions_a_second_memory_and_a_reload_give_figures(
    measured: Settings, small: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benching, "EARLY", 10)
    before = {file: file.read_bytes() for file in measured.state.rglob("*") if file.is_file()}
    figures = {figure.name: figure for figure in benching.telegram(measured, small, 20)}
    assert {figure.target for figure in figures.values()} >= {"under 50", "under 150", "at most 1.1", "under 500"}
    assert all(figure.value > 0 for figure in figures.values())
    assert {file: file.read_bytes() for file in measured.state.rglob("*") if file.is_file()} == before


def test_each_question_is_answered_from_copies_and_the_bot_is_ended(measured: Settings, tmp_path: Path) -> None:
    with running(measured, tmp_path / "scratch") as bot:
        asked = bot.ask(["Qu'est-ce qu'un préfet ?", "군이 뭐예요?", "What is a prefect?"])
        process = Path(f"/proc/{bot.process}")
        assert process.exists()
    assert all(each.came <= each.handed <= each.answers[0] for each in asked)
    assert not process.exists()
    with closing(sqlite3.connect(tmp_path / "scratch/state/journal.sqlite3")) as journal:
        assert journal.execute("SELECT count(*) FROM questions").fetchone() == (3,)


def test_a_bot_that_does_not_start_is_told_with_its_last_line(measured: Settings, tmp_path: Path) -> None:
    broken = measured.model_copy(update={"model": str(tmp_path / "no model")})
    with pytest.raises(BenchError, match="no model"), running(broken, tmp_path / "scratch"):
        pass
