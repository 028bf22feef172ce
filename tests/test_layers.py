"""One direction: knowledge <- index <- bot, and within them from what reads words to what decides."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
INDEX = ("knowledge", "index.model", "index.ranking")
ANSWERING = (
    "knowledge",
    "index",
    "bot.words",
    "bot.sheets",
    "bot.tables",
    "bot.partnerships",
    "bot.alone",
    "bot.followups",
)
SERVING = ("bot.followups", "bot.messenger")
"""What stands later may import what stands before, never the reverse."""


def imported(package: str) -> set[str]:
    """Return the modules that the modules of a package import, by their full names."""
    found = set()
    for file in (ROOT / package.replace(".", "/")).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {f"{node.module}.{each.name}" for each in node.names}
            elif isinstance(node, ast.Import):
                found |= {each.name for each in node.names}
    return found


@pytest.mark.parametrize("layers", [INDEX, ANSWERING, SERVING])
def test_no_package_imports_what_is_built_upon_it(layers: tuple[str, ...]) -> None:
    for number, package in enumerate(layers):
        above = layers[number + 1 :]
        found = [name for name in imported(package) if name.startswith(tuple(f"{each}." for each in above))]
        assert not found, f"{package} imports {sorted(found)}"


def test_programs_kept_as_text_import_what_is_there() -> None:
    for package in ("bot", "index", "tests", "scripts"):
        for file in (ROOT / package).rglob("*.py"):
            texts = (
                node.value for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Constant)
            )
            for text in filter(lambda each: isinstance(each, str), texts):
                for module, names in re.findall(r"^from ((?:bot|index|knowledge)[\w.]*) import ([\w, ]+)$", text, re.M):
                    for name in names.split(", "):
                        assert _is_there(module, name), f"{file}: from {module} import {name}"


def _is_there(module: str, name: str) -> bool:
    return hasattr(import_module(module), name) or find_spec(f"{module}.{name}") is not None
