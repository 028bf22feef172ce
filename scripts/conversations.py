"""Labelled conversations, opened with the index at hand."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from bot import settings
from bot.desk.evaluating import Labelled, read_questions
from index.model.opening import open_model
from index.snapshot import Snapshot, open_snapshot
from index.store import Store


def conversations(files: Sequence[str]) -> tuple[list[Labelled], Snapshot]:
    """Return the questions of some files that have a history, and the index they are asked of; exit without one."""
    settings_ = settings.load(None)
    model = open_model(settings_.model, settings_.cache, lambda *_: None)
    version = Store(settings_.state).current()
    if version is None:
        sys.exit("no index yet: run `guichet index`")
    asked = [each for file in files for each in read_questions(Path(file)) if each.history]
    return asked, open_snapshot(version, model)
