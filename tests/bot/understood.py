"""What a message was understood as, made by hand for tests: its language, the names in it, and a part of a snapshot."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from bot.words.language import Detection
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge.text import Language


def surely(language: Language) -> Detection:
    """Return a language told for sure."""
    return Detection(language, supported=True, certain=True)


def named_in(text: str, name: str, *ids: str) -> Mention:
    """Return the first mention of a name in a text, of the places or contacts given. Raises ValueError without one."""
    start = text.index(name)
    return Mention(start, start + len(name), name, ids, True)


def snapshot_of(**parts: object) -> Snapshot:
    """Return what has only some parts of a snapshot, as many as a test reads."""
    return cast(Snapshot, cast(Any, SimpleNamespace(**parts)))
