"""The knowledge folder as curators change it from the chat: proposals that wait for a yes, and the writing."""

from __future__ import annotations

import asyncio
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bot.desk.knowledge_history import Entry, History
from bot.desk.previewing import Preview
from bot.errors import EditError
from bot.messenger.reloading import Reloader
from knowledge.library import fingerprint

WAITS = 60 * 60.0
"""Seconds in which a proposal can be confirmed."""
_MOST = 20
"""Proposals that wait at once; each holds a file."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change somebody was shown: the new content of `preview.path` (None: the file goes); `undoes` of a rollback."""

    action: Literal["upload", "rollback"]
    preview: Preview
    content: bytes | None
    undoes: Entry | None = None


class Desk:
    """What waits, the history of the files, and the reloads that follow."""

    def __init__(self, knowledge: Path, history: History, reloader: Reloader) -> None:
        self.knowledge = knowledge
        self.history = history
        self.reloader = reloader
        self._waiting: dict[str, tuple[float, Proposal]] = {}
        self._writing = asyncio.Lock()

    def lay(self, proposal: Proposal) -> str:
        """Keep a proposal until it is taken; return what its buttons name it by."""
        fresh = [(key, kept) for key, kept in self._waiting.items() if time.monotonic() - kept[0] < WAITS]
        token = secrets.token_urlsafe(9)
        self._waiting = {**dict(fresh[1 - _MOST :]), token: (time.monotonic(), proposal)}
        return token

    def take(self, token: str) -> Proposal | None:
        """Return a proposal, which nobody else gets then; None if it is gone."""
        laid, proposal = self._waiting.pop(token, (float("-inf"), None))
        return proposal if time.monotonic() - laid < WAITS else None

    async def write(self, proposal: Proposal) -> Entry:
        """Make the change of a proposal.

        Raises EditError where the folder is no longer as it was when the proposal was made or cannot be written,
        KnowledgeError where it is gone, OSError if the disk is full or the like.
        """
        async with self._writing:
            return await asyncio.to_thread(self._write, proposal)

    def _write(self, proposal: Proposal) -> Entry:
        if fingerprint(self.knowledge) != proposal.preview.fingerprint:
            raise EditError("curating-changed-meanwhile")
        undoes = proposal.undoes.name if proposal.undoes is not None else None
        return self.history.put(proposal.preview.path, proposal.content, undoes=undoes)
