"""OPERATING.md: nothing that runs goes unexplained, and nothing is explained that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.main

from bot.cli import app
from bot.messenger.commands import CURATORS, PRIVATE
from bot.messenger.metrics import Metrics
from bot.settings import Settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def page() -> str:
    return (ROOT / "OPERATING.md").read_text("utf-8")


def _series() -> set[str]:
    """The names under which the metrics are read, with their labels."""
    families = [family for family in Metrics().registry.collect() if not family.name.endswith("_created")]
    return {f"{family.name}_total" if family.type == "counter" else family.name for family in families}


def test_every_metric_is_explained_under_the_name_it_has(page: str) -> None:
    explained = set(re.findall(r"^\| `(guichet_\w+)", page, re.MULTILINE))
    assert explained == _series()


def test_every_label_of_a_metric_is_named(page: str) -> None:
    metrics = Metrics()
    for metric in (value for value in vars(metrics).values() if hasattr(value, "_labelnames")):
        for label in metric._labelnames:
            assert re.search(rf"^\| `{metric._name}_total\{{[^}}]*\b{label}\b", page, re.MULTILINE), metric._name


def test_every_setting_is_in_the_table(page: str) -> None:
    for name in Settings.model_fields:
        assert re.search(rf"^\|.*`{name}`.*`GUICHET_{name.upper()}`", page, re.MULTILINE), name


def test_every_command_of_curators_is_explained(page: str) -> None:
    explained = set(re.findall(r"^\| `/(\w+)[^`]*` \|", page, re.MULTILINE))
    assert set(CURATORS) - set(PRIVATE) <= explained


def test_every_guichet_command_named_is_there(page: str) -> None:
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    named = set(re.findall(r"`(?:/\S*/)?guichet (?:--config \S+ )?([a-z]+)\b", page))
    assert named and named <= known


def test_the_files_it_names_are_there(page: str) -> None:
    for name in re.findall(r"\b(?:deploy|requirements)/[\w.]+\w", page):
        assert (ROOT / name).is_file(), name


def test_the_readme_leads_to_it() -> None:
    assert "(OPERATING.md)" in (ROOT / "README.md").read_text("utf-8")
