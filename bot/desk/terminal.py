"""What all commands share: the settings file that was chosen, and how they speak to people on the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

SET_UP = 2
FAULTY = 1


@dataclass
class _Chosen:
    config: Path | None = None


_chosen = _Chosen()


def choose(config: Path | None) -> None:
    """Take this settings file instead of guichet.toml."""
    _chosen.config = config


def config() -> Path | None:
    """Return the settings file that was chosen, None for the usual ones."""
    return _chosen.config


def settings() -> Settings:
    """Return the settings; raise SettingsError where they cannot be used."""
    from bot.settings import load

    return load(_chosen.config)


def say(line: str) -> None:
    """Say something on the way, on stderr."""
    typer.echo(f"guichet: {line}", err=True)
